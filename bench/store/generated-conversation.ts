import type { BulkValue } from '../../dist/store/copy-text.js';
import { createRandom, type Random } from '../support/random.js';
import { hexOf, scramble, uuidOf } from './scramble.js';
import { skewed } from './skewed.js';
import { STORE_BEGINS_MS, STORE_LASTS_MS, type StorePlan } from './store-plan.js';
import { CITIES, FAMILY_NAMES, GIVEN_NAMES, SUBJECTS, TOOLS } from './words.js';

/** How many different values the metadata keys have, beside those that are unique to a conversation. */
export const CARDINALITIES = { tier: 4, assistant_id: 10, telnyx_agent_target: 20, score: 100, branch: 2_000 } as const;

/** One conversation in so many has this word in its name. */
export const RARE_WORD = 'escalated';
const RARE_EVERY = 10_000;

/** Only the older half has `imported_from`. */
export const IMPORTED_FROM = 'old-crm';

export const TIERS = ['standard', 'bronze', 'silver', 'gold'] as const;
const CHANNELS = ['phone_call', 'phone_call', 'phone_call', 'web_call', 'sms_chat'] as const;

/** Tells the ids of one kind from those of another, whose numbers are the same. */
export const SALTS = {
  conversation: 1,
  caller: 2,
  message: 3,
  fact: 4,
  episode: 5,
  entity: 6,
  procedure: 7,
  run: 8,
} as const;

const TURNS_MIN = 6;
const TURNS_SPREAD = 9;
export const TURN_MS = 10_000;

/** Between two callers whose places are next to each other: a prime, so that every caller has one place. */
const STRIDE = 15_485_863;

/** A conversation of a store. Times are milliseconds since 1970. */
export interface GeneratedConversation {
  readonly number: number;
  readonly id: string;
  /** Number of the caller. */
  readonly caller: number;
  readonly name: string | null;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly createdAtMs: number;
  readonly lastMessageAtMs: number;
  readonly turns: number;
}

/** Whose the conversation is: the number of a caller, from 0. */
export function callerOf(plan: StorePlan, number: number): number {
  return callerAt(plan, skewed(plan.callers, randomOf(plan, number)));
}

/** The conversation with that number, from 0: the oldest first. */
export function conversationOf(plan: StorePlan, number: number): GeneratedConversation {
  const random = randomOf(plan, number);
  const caller = callerAt(plan, skewed(plan.callers, random));
  const createdAtMs = STORE_BEGINS_MS + Math.floor((number * STORE_LASTS_MS) / plan.conversations);
  const turns = TURNS_MIN + random.below(TURNS_SPREAD);
  return {
    number,
    id: conversationId(plan, number),
    caller,
    name: nameOf(caller, number, random),
    metadata: metadataOf(plan, number, caller, random),
    createdAtMs,
    lastMessageAtMs: createdAtMs + turns * TURN_MS,
    turns,
  };
}

export function conversationId({ seed }: StorePlan, number: number): string {
  return uuidOf(number, saltOf(seed, SALTS.conversation));
}

/** A salt for the ids of one kind in the store of one seed. */
export function saltOf(seed: number, kind: number): number {
  return scramble(seed, kind * 0x01000193);
}

/** E.164; another one for each caller. */
export function phoneOf(caller: number): string {
  return `+1${2_000_000_000 + caller * 7919}`;
}

export function callerNameOf(caller: number): string {
  const given = GIVEN_NAMES[caller % GIVEN_NAMES.length];
  return `${given} ${FAMILY_NAMES[Math.floor(caller / GIVEN_NAMES.length) % FAMILY_NAMES.length]}`;
}

/** The columns of the row, in the order of {@link conversationValues}. */
export const CONVERSATION_COLUMNS = [
  ...['workspace_id', 'id', 'name', 'metadata', 'created_at', 'last_message_at', 'message_count', 'ended_at'],
] as const;

/** Each has ended: none waits for the insights of its end. */
export function conversationValues(workspaceId: number, conversation: GeneratedConversation): readonly BulkValue[] {
  const { id, name, metadata, createdAtMs, lastMessageAtMs, turns } = conversation;
  const endedAt = new Date(lastMessageAtMs + TURN_MS).toISOString();
  return [
    ...[workspaceId, id, name, JSON.stringify(metadata), new Date(createdAtMs).toISOString()],
    ...[new Date(lastMessageAtMs).toISOString(), turns, endedAt],
  ];
}

/** All that is random in a conversation is drawn from this, its caller first. */
function randomOf({ seed }: StorePlan, number: number): Random {
  return createRandom(scramble(number, scramble(seed, 0x5bd1e995)));
}

/** Who calls often has a number like anybody else's. */
function callerAt({ callers }: StorePlan, place: number): number {
  return (place * STRIDE) % callers;
}

/** Of three in four; one in {@link RARE_EVERY} is told apart by a word. */
function nameOf(caller: number, number: number, random: Random): string | null {
  const subject = random.pick(SUBJECTS);
  if (number % RARE_EVERY === RARE_EVERY >> 1) return `${subject}, ${RARE_WORD}: ${callerNameOf(caller)}`;
  return random.below(4) === 0 ? null : `${subject}: ${callerNameOf(caller)}`;
}

function metadataOf(
  { seed, conversations }: StorePlan,
  number: number,
  caller: number,
  random: Random,
): Readonly<Record<string, unknown>> {
  const unique = scramble(number, saltOf(seed, 0));
  return {
    assistant_id: `assistant-${skewed(CARDINALITIES.assistant_id, random)}`,
    telnyx_conversation_channel: random.pick(CHANNELS),
    telnyx_agent_target: `+1312867${5300 + random.below(CARDINALITIES.telnyx_agent_target)}`,
    telnyx_end_user_target: phoneOf(caller),
    telnyx_end_user_target_verified: random.below(3) === 0,
    call_control_id: `v3:${hexOf(unique)}${hexOf(scramble(unique, 1))}`,
    order_id: `o-${unique.toString(36)}`,
    branch: `branch-${skewed(CARDINALITIES.branch, random)}`,
    tier: TIERS[skewed(TIERS.length, random)],
    score: random.below(CARDINALITIES.score),
    visit: { city: random.pick(CITIES), minutes: 15 * (1 + random.below(8)) },
    called_tools: TOOLS.slice(0, random.below(TOOLS.length + 1)),
    ...(number < conversations / 2 ? { imported_from: IMPORTED_FROM } : {}),
  };
}
