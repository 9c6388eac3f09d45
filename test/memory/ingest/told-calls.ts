import { randomUUID } from 'node:crypto';
import type { CallToAdd, SaidMessage } from '../../../src/client/index.js';

/** A call as a test tells it, and what has to be there of it afterwards. */
export interface ToldCall {
  readonly callId: string;
  /** How it is told: at once through the API, turn by turn, or by Vapi's report. */
  readonly by: 'add' | 'turns' | 'vapi';
  readonly phone: string;
  readonly messages: readonly SaidMessage[];
  /** What the built-in extractor has to learn from it: `name Sarah Johnson`. */
  readonly facts: readonly string[];
}

const FIRST_NAMES = ['Sarah', 'Thomas', 'Anna', 'David', 'Emma', 'James', 'Laura', 'Peter'];
const LAST_NAMES = ['Johnson', 'Baker', 'Miller', 'Wilson', 'Taylor', 'Cooper', 'Parker', 'Hughes'];
const ALLERGENS = ['penicillin', 'latex', 'peanuts', 'shellfish', 'ibuprofen', 'aspirin'];

/** Callers are fewer than calls: some call often. */
const CALLS_PER_CALLER = 2;

/** A number from 0 to 1: the same ones for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const all = [...items];
  for (let last = all.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [all[last], all[other]] = [all[other] as Item, all[last] as Item];
  }
  return all;
}

/** The call of a number: in it somebody gives a name and an allergy, beside small talk. */
export function toldCall(index: number, random: () => number): ToldCall {
  const pick = (list: readonly string[], at: number): string => list[at % list.length] as string;
  const caller = Math.floor(index / CALLS_PER_CALLER);
  const name = `${pick(FIRST_NAMES, caller)} ${pick(LAST_NAMES, Math.floor(caller / FIRST_NAMES.length))}`;
  const allergen = pick(ALLERGENS, index);
  const chance = random();
  const messages: readonly SaidMessage[] = [
    { role: 'assistant', content: 'Good morning, how can I help you?' },
    { role: 'user', content: `Hi, my name is ${name}.` },
    { role: 'assistant', content: 'Thank you. Is there anything that we should know?' },
    { role: 'user', content: `Yes, I'm allergic to ${allergen}.` },
    { role: 'assistant', content: 'I made a note of that. Goodbye.' },
  ];
  return {
    callId: randomUUID(),
    by: chance < 0.4 ? 'vapi' : chance < 0.9 ? 'add' : 'turns',
    phone: `+1312555${String(1000 + (caller % 9000)).padStart(4, '0')}`,
    messages,
    facts: [`allergy ${allergen}`, `name ${name}`],
  };
}

/** What Vapi reports when the call is over. */
export function vapiReport({ callId, phone, messages }: ToldCall): object {
  return {
    message: {
      type: 'end-of-call-report',
      call: { id: callId, type: 'inboundPhoneCall', assistantId: 'assistant-1' },
      customer: { number: phone },
      phoneNumber: { number: '+13125550100' },
      endedReason: 'customer-ended-call',
      startedAt: '2026-03-02T15:00:00.000Z',
      endedAt: '2026-03-02T15:04:00.000Z',
      artifact: {
        messages: messages.map(({ role, content }, index) => ({
          role: role === 'assistant' ? 'bot' : 'user',
          message: content,
          secondsFromStart: index * 5,
        })),
      },
    },
  };
}

/** The requests that tell the call through the API: each but the first goes on with the conversation of the first. */
export function addRequests({ by, callId, phone, messages }: ToldCall): readonly CallToAdd[] {
  const parts = by === 'add' ? [messages] : [messages.slice(0, 2), messages.slice(2, 4), messages.slice(4)];
  return parts.map((part, index) => ({ user: { phone }, messages: part, idempotencyKey: `${callId}-${index}` }));
}
