import { type BulkValue, copyText } from '../../dist/store/copy-text.js';
import { SUMMARY_INSIGHT } from '../../dist/store/summary-insight.js';
import {
  CONVERSATION_COLUMNS,
  callerOf,
  conversationOf,
  conversationValues,
  type GeneratedConversation,
  phoneOf,
  SALTS,
  saltOf,
} from './generated-conversation.js';
import { factsOf, rememberedConversations, turnsOf } from './generated-memory.js';
import { uuidOf } from './scramble.js';
import { STORE_BEGINS_MS, type StorePlan } from './store-plan.js';

/** A table of a store, and all its rows. */
export interface StoreTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** How many steps {@link rows} takes. */
  steps(plan: StorePlan): number;
  /**
   * Rows in COPY's text format, in steps that go by one at a time, so that a store of any size takes no memory; a step may have none.
   */
  rows(plan: StorePlan, workspaceId: number): Iterable<string>;
}

/** Every table that is filled; those that others refer to come first. */
export const STORE_TABLES: readonly StoreTable[] = [
  {
    name: 'conversations',
    columns: CONVERSATION_COLUMNS,
    steps: ({ conversations }) => conversations,
    *rows(plan, workspaceId) {
      for (let number = 0; number < plan.conversations; number += 1) {
        yield copyText(conversationValues(workspaceId, conversationOf(plan, number)));
      }
    },
  },
  ofCallers('callers', ['workspace_id', 'id', 'created_at', 'updated_at'], (workspaceId, id) => [
    [workspaceId, id, BEGINNING, BEGINNING],
  ]),
  // One in ten is known by an id of the operator's, too.
  ofCallers(
    'caller_identities',
    ['workspace_id', 'kind', 'value', 'caller_id', 'created_at'],
    (workspaceId, id, caller) => [
      [workspaceId, 'phone', phoneOf(caller), id, BEGINNING],
      ...(caller % 10 === 0 ? [[workspaceId, 'external_id', `customer-${caller}`, id, BEGINNING]] : []),
    ],
  ),
  ofRemembered(
    'calls',
    [
      ...['workspace_id', 'conversation_id', 'caller_id', 'platform', 'call_id', 'agent_id'],
      ...['started_at', 'ended_at', 'reported_at', 'extracted_at'],
    ],
    ({ workspaceId, conversation, callerId }) => [
      [
        ...[workspaceId, conversation.id, callerId, PLATFORMS[conversation.number % PLATFORMS.length] as string],
        ...[`call-${conversation.number}`, `${conversation.metadata.assistant_id}`],
        ...[isoOf(conversation.createdAtMs), ...Array<string>(3).fill(isoOf(conversation.lastMessageAtMs))],
      ],
    ],
  ),
  ofRemembered(
    'messages',
    ['workspace_id', 'conversation_id', 'id', 'role', 'text', 'sent_at', 'created_at'],
    ({ plan, workspaceId, conversation }) =>
      turnsOf(plan, conversation).map(({ id, role, text, sentAtMs }) => {
        const at = isoOf(sentAtMs);
        return [workspaceId, conversation.id, id, role, text, at, at];
      }),
  ),
  ofRemembered(
    'facts',
    [
      ...['workspace_id', 'id', 'caller_id', 'conversation_id', 'predicate', 'value', 'statement', 'quote'],
      ...['speaker', 'confidence', 'sensitive', 'said_at', 'recorded_at'],
    ],
    ({ plan, workspaceId, conversation, callerId }) =>
      factsOf(plan, conversation).map(({ id, predicate, value, statement, sensitive }) => [
        ...[workspaceId, id, callerId, conversation.id, predicate, value, statement, value, 'caller', 0.9],
        ...[`${sensitive}`, isoOf(conversation.createdAtMs), isoOf(conversation.lastMessageAtMs)],
      ]),
  ),
  ofRemembered(
    'episodes',
    [
      ...['workspace_id', 'conversation_id', 'id', 'caller_id', 'summary', 'outcome', 'open_items', 'extractor'],
      ...['at', 'recorded_at'],
    ],
    ({ plan, workspaceId, conversation, callerId }) => [
      [
        ...[workspaceId, conversation.id, idOf(plan, 'episode', conversation), callerId, summaryOf(conversation)],
        ...['appointment booked', '[]', 'built-in'],
        ...[isoOf(conversation.createdAtMs), isoOf(conversation.lastMessageAtMs)],
      ],
    ],
  ),
  ofRemembered(
    'entities',
    ['workspace_id', 'id', 'caller_id', 'conversation_id', 'kind', 'name', 'relation', 'recorded_at'],
    ({ plan, workspaceId, conversation, callerId }) => [
      [
        ...[workspaceId, idOf(plan, 'entity', conversation), callerId, conversation.id, 'person'],
        ...['Anna', 'sister', isoOf(conversation.lastMessageAtMs)],
      ],
    ],
  ),
  // A thing to be done in steps is told in one call of five.
  ofRemembered(
    'procedures',
    ['workspace_id', 'id', 'caller_id', 'conversation_id', 'name', 'trigger', 'steps', 'recorded_at'],
    ({ plan, workspaceId, conversation, callerId }) =>
      conversation.number % 5 > 0
        ? []
        : [
            [
              ...[workspaceId, idOf(plan, 'procedure', conversation), callerId, conversation.id, 'delivery'],
              ...['a parcel comes', '["ring twice","leave it at the side door"]'],
              isoOf(conversation.lastMessageAtMs),
            ],
          ],
  ),
  ofRemembered(
    'conversation_insights',
    ['workspace_id', 'conversation_id', 'id', 'status', 'created_at', 'updated_at'],
    ({ plan, workspaceId, conversation }) => {
      const at = isoOf(conversation.lastMessageAtMs);
      return [[workspaceId, conversation.id, idOf(plan, 'run', conversation), 'completed', at, at]];
    },
  ),
  ofRemembered(
    'insight_results',
    [
      ...['workspace_id', 'conversation_id', 'conversation_insight_id', 'insight_id', 'ordinal'],
      ...['result', 'created_at'],
    ],
    ({ plan, workspaceId, conversation }) => [
      [
        ...[workspaceId, conversation.id, idOf(plan, 'run', conversation), SUMMARY_INSIGHT.id, 0],
        ...[summaryOf(conversation), isoOf(conversation.lastMessageAtMs)],
      ],
    ],
  ),
];

const BEGINNING = isoOf(STORE_BEGINS_MS);
const PLATFORMS = ['telnyx', 'vapi', 'retell'] as const;

/** Rows for each caller who has called. */
function ofCallers(
  name: string,
  columns: readonly string[],
  rowsOf: (workspaceId: number, id: string, caller: number) => readonly (readonly BulkValue[])[],
): StoreTable {
  return {
    name,
    columns,
    steps: ({ callers }) => callers,
    *rows(plan, workspaceId) {
      for (const [caller, called] of whoCalled(plan).entries()) {
        if (called === 1) yield textOf(rowsOf(workspaceId, callerId(plan, caller), caller));
      }
    },
  };
}

/** One byte for each caller. */
function whoCalled(plan: StorePlan): Uint8Array {
  const called = new Uint8Array(plan.callers);
  for (let number = 0; number < plan.conversations; number += 1) called[callerOf(plan, number)] = 1;
  return called;
}

interface Remembered {
  readonly plan: StorePlan;
  readonly workspaceId: number;
  readonly conversation: GeneratedConversation;
  readonly callerId: string;
}

/** Rows for each conversation of a caller who is remembered. */
function ofRemembered(
  name: string,
  columns: readonly string[],
  rowsOf: (remembered: Remembered) => readonly (readonly BulkValue[])[],
): StoreTable {
  return {
    name,
    columns,
    steps: ({ conversations, rememberedEvery }) => Math.ceil(conversations / rememberedEvery),
    *rows(plan, workspaceId) {
      for (const number of rememberedConversations(plan)) {
        const conversation = conversationOf(plan, number);
        yield textOf(rowsOf({ plan, workspaceId, conversation, callerId: callerId(plan, conversation.caller) }));
      }
    },
  };
}

function textOf(rows: readonly (readonly BulkValue[])[]): string {
  return rows.map(copyText).join('');
}

function callerId({ seed }: StorePlan, caller: number): string {
  return uuidOf(caller, saltOf(seed, SALTS.caller));
}

function idOf({ seed }: StorePlan, kind: keyof typeof SALTS, { number }: GeneratedConversation): string {
  return uuidOf(number, saltOf(seed, SALTS[kind]));
}

function summaryOf({ name, turns }: GeneratedConversation): string {
  return `${name ?? 'A call'}. The caller asked about it and booked a visit for the week after; the address was read back after ${turns} turns.`;
}

function isoOf(ms: number): string {
  return new Date(ms).toISOString();
}
