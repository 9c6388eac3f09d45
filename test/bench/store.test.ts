import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { fingerprintOf } from '../../bench/store/fingerprint.js';
import { CARDINALITIES, callerOf, conversationOf, RARE_WORD, TIERS } from '../../bench/store/generated-conversation.js';
import { factsOf, isRemembered, rememberedConversations, turnsOf } from '../../bench/store/generated-memory.js';
import { uuidOf } from '../../bench/store/scramble.js';
import { planStore, STORE_BEGINS_MS, STORE_LASTS_MS, type StorePlan } from '../../bench/store/store-plan.js';
import { STORE_TABLES } from '../../bench/store/store-tables.js';
import { progressBar } from '../../bench/support/progress.js';

const CONVERSATIONS = 20_000;
const plan = planStore(CONVERSATIONS, 7);
const numbers = Array.from({ length: CONVERSATIONS }, (_, number) => number);
const conversations = numbers.map((number) => conversationOf(plan, number));

/** Of every row of every table. */
function digest(of: StorePlan): string {
  const hash = createHash('sha256');
  for (const { name, rows } of STORE_TABLES) {
    hash.update(name);
    for (const text of rows(of, 1)) hash.update(text);
  }
  return hash.digest('hex');
}

function column(table: string, name: string, of: StorePlan): readonly string[] {
  const { columns, rows } = STORE_TABLES.find((each) => each.name === table)!;
  const lines = [...rows(of, 1)].join('').split('\n').slice(0, -1);
  return lines.map((line) => line.split('\t')[columns.indexOf(name)] as string);
}

describe('a generated store', () => {
  test('is the same for the same seed, row by row, and another one for another', () => {
    const small = planStore(1_000, 7);
    expect(digest(planStore(1_000, 7))).toBe(digest(small));
    expect(digest(planStore(1_000, 8))).not.toBe(digest(small));
  });

  test('is the one that earlier figures are of', () => {
    // Whoever changes the generator changes the store: figures of before are of another one then, and stores that were kept are made anew.
    expect(digest(planStore(1_000, 7))).toBe('dc6337358005593ce07909da60b7582be7ef8ce52e73817e18e9a9fe9d50fc42');
  });

  test('has a fingerprint that tells seeds and sizes apart', () => {
    const prints = [planStore(1_000, 7), planStore(1_000, 8), planStore(2_000, 7)].map(fingerprintOf);
    expect(new Set(prints).size).toBe(3);
    expect(fingerprintOf(planStore(1_000, 7))).toBe(prints[0]);
  });

  test('has callers of whom a tenth make half of the calls, and none more than a few hundred', () => {
    const calls = new Map<number, number>();
    for (const { caller } of conversations) calls.set(caller, (calls.get(caller) ?? 0) + 1);
    const counts = [...calls.values()].sort((left, right) => right - left);
    const tenth = counts.slice(0, plan.callers / 10).reduce((sum, count) => sum + count, 0) / CONVERSATIONS;
    expect(tenth).toBeGreaterThan(0.48);
    expect(tenth).toBeLessThan(0.57);
    expect(counts[0]).toBeGreaterThan(150);
    expect(counts[0]).toBeLessThan(350);
    // Nearly all of them call at least once.
    expect(calls.size).toBeGreaterThan(0.93 * plan.callers);
    expect(calls.size).toBeLessThanOrEqual(plan.callers);
  });

  test.each<[string, number]>([
    ['tier', CARDINALITIES.tier],
    ['assistant_id', CARDINALITIES.assistant_id],
    ['telnyx_agent_target', CARDINALITIES.telnyx_agent_target],
    ['score', CARDINALITIES.score],
    ['order_id', CONVERSATIONS],
    ['call_control_id', CONVERSATIONS],
  ])('has as many values of %s as it says: %d', (key, expected) => {
    expect(new Set(conversations.map(({ metadata }) => metadata[key])).size).toBe(expected);
  });

  test('has thousands of branches, a few of which have most conversations', () => {
    const branches = new Map<unknown, number>();
    for (const { metadata } of conversations) branches.set(metadata.branch, (branches.get(metadata.branch) ?? 0) + 1);
    expect(branches.size).toBeGreaterThan(1_700);
    expect(branches.size).toBeLessThanOrEqual(CARDINALITIES.branch);
  });

  test('has the first of few values most often', () => {
    const standard = conversations.filter(({ metadata }) => metadata.tier === TIERS[0]).length / CONVERSATIONS;
    expect(standard).toBeGreaterThan(0.66);
    expect(standard).toBeLessThan(0.76);
  });

  test('has a word that one name in ten thousand has, and a name for three in four', () => {
    expect(conversations.filter(({ name }) => name?.includes(RARE_WORD)).length).toBe(CONVERSATIONS / 10_000);
    const named = conversations.filter(({ name }) => name !== null).length / CONVERSATIONS;
    expect(named).toBeGreaterThan(0.73);
    expect(named).toBeLessThan(0.77);
  });

  test('goes from its first day to its last, oldest first', () => {
    const times = conversations.map(({ createdAtMs }) => createdAtMs);
    expect(times).toEqual([...times].sort((left, right) => left - right));
    expect(times[0]).toBe(STORE_BEGINS_MS);
    expect(times.at(-1)).toBeLessThan(STORE_BEGINS_MS + STORE_LASTS_MS);
  });

  test('says the same caller with and without the rest of a conversation', () => {
    for (const number of numbers.slice(0, 500)) expect(callerOf(plan, number)).toBe(conversations[number]?.caller);
  });

  test.each<[number, number]>([
    [10_000, 1],
    [100_000, 10],
    [1_000_000, 100],
    [10_000_000, 100],
  ])('of %d conversations remembers one caller in %d', (size, every) => {
    expect(planStore(size, 1).rememberedEvery).toBe(every);
  });

  test('has messages for all conversations of those who are remembered, and for no others', () => {
    const one = { ...plan, rememberedEvery: 100 };
    const remembered = [...rememberedConversations(one)];
    expect(remembered).toEqual(numbers.filter((number) => isRemembered(one, conversations[number]!.caller)));
    expect(remembered.length / CONVERSATIONS).toBeGreaterThan(0.003);
    expect(remembered.length / CONVERSATIONS).toBeLessThan(0.03);
  });

  test('counts the messages that there are, the last of them at the time that the conversation says', () => {
    for (const conversation of conversations.slice(0, 200)) {
      const turns = turnsOf(plan, conversation);
      expect(turns).toHaveLength(conversation.turns);
      expect(turns.at(-1)?.sentAtMs).toBe(conversation.lastMessageAtMs);
      expect(turns.map(({ text }) => text).join()).not.toMatch(/[{}]/);
      expect(factsOf(plan, conversation).map(({ predicate }) => predicate)).toEqual(
        expect.arrayContaining(['name', 'city', 'prefers']),
      );
    }
  });

  test.each(['conversations', 'callers', 'messages', 'facts', 'episodes', 'entities', 'procedures'])(
    'has no id twice in %s',
    (table) => {
      const ids = column(table, 'id', planStore(2_000, 7));
      expect(ids.length).toBeGreaterThan(100);
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids.slice(0, 100))
        expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    },
  );

  test('names callers and conversations that are there', () => {
    const small = planStore(2_000, 7);
    const callers = new Set(column('callers', 'id', small));
    const all = new Set(column('conversations', 'id', small));
    for (const { name, columns } of STORE_TABLES) {
      if (columns.includes('caller_id')) {
        expect(column(name, 'caller_id', small).filter((id) => !callers.has(id))).toEqual([]);
      }
      if (columns.includes('conversation_id')) {
        expect(column(name, 'conversation_id', small).filter((id) => !all.has(id))).toEqual([]);
      }
    }
  });
});

describe('numbers for numbers', () => {
  test('are different for different ones', () => {
    const ids = Array.from({ length: 50_000 }, (_, number) => uuidOf(number, 3));
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('a bar', () => {
  test.each([
    [0, '[····················] 0 %'],
    [0.5, '[##########··········] 50 %'],
    [1, '[####################] 100 %'],
    [1.2, '[####################] 100 %'],
  ])('of %d', (part, expected) => {
    expect(progressBar(part)).toBe(expected);
  });
});
