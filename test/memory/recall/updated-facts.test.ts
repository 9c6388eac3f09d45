import { beforeAll, expect, test } from 'vitest';
import type { MemoryHit } from '../../../src/memory/recall/caller-memories.js';
import { createCallerMemories } from '../../../src/memory/recall/create-caller-memories.js';
import { describeOnBothDatabases, makeWorkspace } from '../../support/databases.js';
import { rememberCall, rememberCaller, somePhone } from '../../support/remembered-callers.js';
import { REPLACED_FACTS } from '../search/replaced-facts.js';

/** A value of a predicate that has one at a time, and the one that a later call gave. */
const MOVES = [
  ['city', 'Where does she live?', 'lives in', 'Linz', 'Graz'],
  ['employer', 'Who does she work for?', 'works for', 'Northwind', 'Bluewater Museum'],
  ['email', 'What is the email?', 'email is', 'sarah@old.example', 'sj@new.example'],
  ['address', 'What is the street address?', 'street address is', '12 Elm Road', '40 Harbour Lane'],
] as const;

describeOnBothDatabases('a hundred facts that a later call replaced, from rows to answers', (database) => {
  const found: { readonly question: string; readonly before: number; readonly after: number }[] = [];
  let contextText = '';

  beforeAll(async () => {
    const { id: workspaceId } = await makeWorkspace(database());
    const phone = somePhone();
    const callerId = await rememberCaller(database(), workspaceId, [phone]);
    const at = ['2025-01-06T10:00:00.000Z', '2025-03-03T10:00:00.000Z'] as const;
    const note = (text: string, replaces: string | null) => ({
      predicate: 'note',
      value: text,
      statement: text,
      quote: null,
      replaces,
    });
    const single = (predicate: string, says: string, value: string) => ({
      predicate,
      value,
      statement: `${says} ${value}`,
    });
    // The later call first: what counts is when it was said.
    await rememberCall(database(), workspaceId, {
      ...{ callerId, at: at[1] },
      facts: [
        ...REPLACED_FACTS.map(({ before, after }) => note(after, before)),
        ...MOVES.map(([predicate, , says, , after]) => single(predicate, says, after)),
      ],
    });
    await rememberCall(database(), workspaceId, {
      ...{ callerId, at: at[0] },
      facts: [
        ...REPLACED_FACTS.map(({ before }) => note(before, null)),
        ...MOVES.map(([predicate, , says, before]) => single(predicate, says, before)),
      ],
    });
    const memories = createCallerMemories({
      ...{ database: database(), callersMin: 8, idleMs: 60_000, report: () => {} },
      now: () => new Date('2025-06-18T12:00:00Z'),
    });
    const placeOf = (hits: readonly MemoryHit[], text: string) => hits.findIndex((hit) => hit.text === text);
    const ask = async (question: string, before: string, after: string) => {
      const asked = {
        workspaceId,
        identities: [phone],
        query: question,
        limit: 100,
        timeZone: 'UTC',
        timeoutMs: 10_000,
      };
      const answer = await memories.search({ ...asked, withholdSensitive: false });
      contextText = answer.contextText;
      found.push({ question, before: placeOf(answer.hits, before), after: placeOf(answer.hits, after) });
    };
    for (const { question, before, after } of REPLACED_FACTS) await ask(question, before, after);
    for (const [, question, says, before, after] of MOVES) await ask(question, `${says} ${before}`, `${says} ${after}`);
  }, 60_000);

  test('the new one is found above the old one, in at least 95 of 100', () => {
    const notes = found.slice(0, 100);
    const below = notes.filter(({ before, after }) => after < 0 || (before >= 0 && before < after));
    expect(below.length, JSON.stringify(below)).toBeLessThanOrEqual(5);
  });

  test('the new one is the first of all, in at least 90 of 100', () => {
    const elsewhere = found.slice(0, 100).filter(({ after }) => after !== 0);
    expect(elsewhere.length, JSON.stringify(elsewhere)).toBeLessThanOrEqual(10);
  });

  test('a predicate that has one value at a time needs nobody to say what it replaces', () => {
    for (const { question, before, after } of found.slice(100)) {
      expect(after, question).toBeGreaterThanOrEqual(0);
      expect(before === -1 || before > after, question).toBe(true);
    }
  });

  test('a prompt is told that the old one holds no more', () => {
    expect(contextText).toMatch(/40 Harbour Lane \(said on Monday 3 March\)/);
    expect(contextText).toMatch(/12 Elm Road \(said on Monday 6 January, no longer since Monday 3 March\)/);
  });
});
