import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import type { CallerIdentity } from '../../../src/memory/callers/caller-identity.js';
import {
  type MemorySearchRequest,
  type RecallRequest,
  UNKNOWN_AGENT,
} from '../../../src/memory/recall/caller-memories.js';
import {
  type CallerMemoriesOptions,
  createCallerMemories,
  type RunningCallerMemories,
} from '../../../src/memory/recall/create-caller-memories.js';
import { mergeCallers, undoMerge } from '../../../src/store/callers.js';
import { memoryAddition, memoryChange, memoryLearned } from '../../../src/store/change-feed.js';
import type { Database } from '../../../src/store/database.js';
import { DatabaseTimeout, DatabaseUnavailable } from '../../../src/store/database-error.js';
import type { Row } from '../../../src/store/run-statement.js';
import { describeOnBothDatabases, makeWorkspace } from '../../support/databases.js';
import { rememberCall, rememberCaller, somePhone } from '../../support/remembered-callers.js';

const NOW = new Date('2026-03-09T14:00:00Z');

describeOnBothDatabases('what is known of callers', (database) => {
  const made: RunningCallerMemories[] = [];
  afterEach(async () => {
    for (const memories of made.splice(0)) await memories.stop();
  });

  function memoriesOn(run: Database['run'], more: Partial<CallerMemoriesOptions> = {}): RunningCallerMemories {
    const options = { database: { run }, callersMin: 64, idleMs: 300_000, now: () => NOW, report: () => {} };
    const memories = createCallerMemories({ ...options, ...more });
    made.push(memories);
    return memories;
  }

  /** Sarah, who moved from Linz to Graz. */
  async function sarah(phone = somePhone()) {
    const { id: workspaceId } = await makeWorkspace(database());
    const callerId = await rememberCaller(database(), workspaceId, [phone]);
    await rememberCall(database(), workspaceId, {
      callerId,
      at: '2026-03-01T10:00:00.000Z',
      agentId: 'agent-a',
      turns: ['assistant: Where do you live?', 'user: I live in Linz, near the bridge.'],
      facts: [
        { predicate: 'name', value: 'Sarah Johnson' },
        { predicate: 'city', value: 'Linz', statement: 'lives in Linz' },
        { predicate: 'allergy', value: 'penicillin', statement: 'is allergic to penicillin' },
      ],
    });
    await rememberCall(database(), workspaceId, {
      callerId,
      at: '2026-03-05T10:00:00.000Z',
      agentId: 'agent-b',
      turns: ['user: I moved to Graz last week.', 'assistant: Noted.'],
      facts: [{ predicate: 'city', value: 'Graz', statement: 'moved to Graz' }],
      episode: 'Sarah gave her new address. She asked about her medication.',
    });
    return { workspaceId, callerId, phone };
  }

  const recallOf = (workspaceId: number, identities: readonly CallerIdentity[], more: Partial<RecallRequest> = {}) => ({
    ...{ workspaceId, identities, timeZone: 'UTC', timeoutMs: 5_000, withholdSensitive: false, charactersMax: 900 },
    ...more,
  });

  const searchOf = (
    workspaceId: number,
    identities: readonly CallerIdentity[],
    query: string,
    more: Partial<MemorySearchRequest> = {},
  ): MemorySearchRequest => ({
    ...{ workspaceId, identities, query, limit: 10, timeZone: 'UTC', timeoutMs: 5_000, withholdSensitive: false },
    ...more,
  });

  test('is recalled by an identity, current and in short', async () => {
    const { workspaceId, callerId, phone } = await sarah();
    const recalled = await memoriesOn(database().run).recall(recallOf(workspaceId, [phone]));
    expect(recalled).toMatchObject({ status: 'known', callerId, name: 'Sarah Johnson' });
    expect(recalled.summary.split(' | ')).toEqual([
      'is allergic to penicillin',
      'last call on Thursday 5 March: Sarah gave her new address. She asked about her medication',
      'moved to Graz',
    ]);
    expect(recalled.lines).toContain('Sarah Johnson: moved to Graz');
    expect(recalled.facts).toEqual({ name: 'Sarah Johnson', city: 'Graz', allergy: 'penicillin' });
    expect(recalled.lastEpisode?.at).toBe('2026-03-05T10:00:00.000Z');
  });

  test('is recalled without what is sensitive', async () => {
    const { workspaceId, phone } = await sarah();
    const recalled = await memoriesOn(database().run).recall(
      recallOf(workspaceId, [phone], { withholdSensitive: true }),
    );
    expect(JSON.stringify(recalled)).not.toMatch(/penicillin|allerg|medication/);
    expect(recalled.lastEpisode?.summary).toBe('Sarah gave her new address');
  });

  test('is nothing of somebody new, and of nobody', async () => {
    const { workspaceId } = await sarah();
    const memories = memoriesOn(database().run);
    const nothing = { name: '', summary: '', lines: [], facts: {} };
    expect(await memories.recall(recallOf(workspaceId, [somePhone()]))).toEqual({ status: 'new', ...nothing });
    expect(await memories.recall(recallOf(workspaceId, []))).toEqual({ status: 'unidentified', ...nothing });
    expect(await memories.search(searchOf(workspaceId, [somePhone()], 'x'))).toEqual({
      hits: [],
      contextText: '',
      complete: true,
    });
    expect(await memories.search(searchOf(workspaceId, [], 'x'))).toEqual({
      hits: [],
      contextText: '',
      complete: true,
    });
  });

  test('is not known in another workspace, also by its id', async () => {
    const { callerId, phone } = await sarah();
    const { id: other } = await makeWorkspace(database());
    const memories = memoriesOn(database().run);
    expect((await memories.recall(recallOf(other, [phone]))).status).toBe('new');
    expect((await memories.recall(recallOf(other, [], { callerId }))).status).toBe('new');
  });

  test('is searched in facts, turns and episodes, the new fact above the old one', async () => {
    const { workspaceId, phone } = await sarah();
    const answer = await memoriesOn(database().run).search(
      searchOf(workspaceId, [phone], 'Where does she live? Linz or Graz?'),
    );
    expect(answer.complete).toBe(true);
    const facts = answer.hits.filter(({ kind }) => kind === 'fact').map(({ text }) => text);
    expect(facts.slice(0, 2)).toEqual(['moved to Graz', 'lives in Linz']);
    const old = answer.hits.find(({ text }) => text === 'lives in Linz');
    expect(old).toMatchObject({ validTo: '2026-03-05T10:00:00.000Z', quote: 'Linz', speaker: 'Sarah Johnson' });
    const turn = answer.hits.find(({ kind }) => kind === 'turn');
    expect(turn).toMatchObject({
      speaker: 'Sarah Johnson',
      at: expect.stringMatching(/^2026-03-0[15]T10:00:0\d\.000Z$/),
    });
    // An agent's words are nobody's answer.
    expect(answer.hits.map(({ text }) => text)).not.toContain('Where do you live?');
    expect(answer.contextText).toContain('## profile\n- Sarah Johnson: is allergic to penicillin\n');
    expect(answer.contextText).toContain('- Sarah Johnson: moved to Graz (said on Thursday 5 March)');
  });

  test('is searched by kinds, and as of a moment', async () => {
    const { workspaceId, phone } = await sarah();
    const memories = memoriesOn(database().run);
    const kinds = await memories.search(searchOf(workspaceId, [phone], 'Linz Graz', { kinds: ['fact'] }));
    expect(new Set(kinds.hits.map(({ kind }) => kind))).toEqual(new Set(['fact']));
    const asOf = new Date('2026-03-03T00:00:00Z');
    const then = await memories.search(searchOf(workspaceId, [phone], 'Linz or Graz?', { asOf }));
    expect(then.hits.map(({ text }) => text)).toEqual(['lives in Linz', 'I live in Linz, near the bridge.']);
  });

  test('is one memory for all agents, or one for each, as the workspace says', async () => {
    const { workspaceId, phone } = await sarah();
    const shared = memoriesOn(database().run);
    expect((await shared.recall(recallOf(workspaceId, [phone], { agentId: 'agent-a' }))).facts.city).toBe('Graz');
    await database().knex('workspaces').where({ id: workspaceId }).update({ settings: '{"memory_scope":"agent"}' });
    const apart = memoriesOn(database().run);
    const facts = async (agentId?: string) => (await apart.recall(recallOf(workspaceId, [phone], { agentId }))).facts;
    expect(await facts('agent-a')).toEqual({ name: 'Sarah Johnson', city: 'Linz', allergy: 'penicillin' });
    expect(await facts('agent-b')).toEqual({ city: 'Graz' });
    // Who asks for the operator is told all of it; an agent that nobody names, nothing that another one heard.
    expect(await facts()).toMatchObject({ city: 'Graz', allergy: 'penicillin' });
    expect(await facts(UNKNOWN_AGENT)).toEqual({});
    expect(await facts()).toMatchObject({ city: 'Graz', allergy: 'penicillin' });
    expect((await facts()).city).toBe('Graz');
    // Whom another agent heard, this one does not know.
    const other = await apart.recall(recallOf(workspaceId, [phone], { agentId: 'agent-c' }));
    expect(other).toMatchObject({ status: 'new', summary: '', facts: {} });
    const heard = await apart.search(searchOf(workspaceId, [phone], 'Linz Graz bridge', { agentId: 'agent-b' }));
    expect(heard.hits.map(({ text }) => text).join()).not.toContain('Linz');
  });

  test('costs one statement at first, and none after that', async () => {
    const { workspaceId, phone } = await sarah();
    let statements = 0;
    const memories = memoriesOn((...asked) => {
      statements += 1;
      return database().run(...asked);
    });
    await Promise.all(Array.from({ length: 20 }, () => memories.recall(recallOf(workspaceId, [phone]))));
    expect(statements).toBe(1);
    await memories.search(searchOf(workspaceId, [phone], 'Graz'));
    await memories.search(searchOf(workspaceId, [phone], 'Linz'));
    expect(statements).toBe(2);
    expect(memories.size.callers).toBe(1);
    expect(memories.size.bytes).toBeGreaterThan(1_000);
  });

  test('of many callers at once costs a few statements, and each is told of their own', async () => {
    const { id: workspaceId } = await makeWorkspace(database());
    const phones = Array.from({ length: 40 }, () => somePhone());
    const ids = new Map<number, string>();
    for (const [index, phone] of phones.entries()) {
      // Every fourth one is nobody whom we know.
      if (index % 4 === 0) continue;
      const callerId = await rememberCaller(database(), workspaceId, [phone]);
      ids.set(index, callerId);
      const facts = [{ predicate: 'name', value: `Caller ${index}` }];
      await rememberCall(database(), workspaceId, { callerId, at: '2026-03-01T10:00:00.000Z', facts });
    }
    let statements = 0;
    const memories = memoriesOn((...asked) => {
      statements += 1;
      return database().run(...asked);
    });
    // The first statement of a database takes longer.
    await memories.recall(recallOf(workspaceId, [somePhone()]));
    statements = 0;
    const asked = phones.map((phone, index) =>
      memories.recall(
        recallOf(workspaceId, index % 2 === 0 ? [phone] : [], index % 2 === 0 ? {} : { callerId: ids.get(index) }),
      ),
    );
    const told = (await Promise.all(asked)).map(({ status, callerId, name }) => ({ status, callerId, name }));
    expect(told).toEqual(
      phones.map((_, index) =>
        index % 4 === 0
          ? { status: 'new', callerId: undefined, name: '' }
          : { status: 'known', callerId: ids.get(index), name: `Caller ${index}` },
      ),
    );
    expect(statements).toBe(3);
  });

  test('is read anew when it has changed, and searched with what is new', async () => {
    const { workspaceId, callerId, phone } = await sarah();
    const memories = memoriesOn(database().run);
    await memories.search(searchOf(workspaceId, [phone], 'dog'));
    await rememberCall(database(), workspaceId, {
      ...{ callerId, at: '2026-03-08T10:00:00.000Z', turns: ['user: My dog Rex barks.'] },
      facts: [{ predicate: 'pet', value: 'dog Rex', statement: 'has a dog called Rex' }],
    });
    expect((await memories.recall(recallOf(workspaceId, [phone]))).facts.pet).toBeUndefined();
    memories.forget(memoryAddition(workspaceId, callerId));
    expect((await memories.recall(recallOf(workspaceId, [phone]))).facts.pet).toBe('dog Rex');
    const { hits } = await memories.search(searchOf(workspaceId, [phone], 'dog'));
    expect(hits.map(({ text }) => text).toSorted()).toEqual(['My dog Rex barks.', 'has a dog called Rex']);
  });

  /** A database that answers when it is let, and how often it was asked. */
  function heldDatabase() {
    let hold: Promise<void> | undefined;
    let release = () => {};
    const asked: string[] = [];
    const run: Database['run'] = async (sql, ...rest) => {
      asked.push(sql.includes('FROM messages') || sql.includes('JOIN messages') ? 'turns' : 'facts');
      const rows = await database().run(sql, ...rest);
      await hold;
      return rows;
    };
    return {
      run,
      asked,
      hold() {
        hold = new Promise((resolve) => {
          release = resolve;
        });
      },
      release() {
        hold = undefined;
        release();
      },
    };
  }

  test('is answered whole without what a job has just learned, where the database is busy', async () => {
    const { workspaceId, callerId, phone } = await sarah();
    const held = heldDatabase();
    const memories = memoriesOn(held.run);
    await memories.search(searchOf(workspaceId, [phone], 'Graz'));
    await rememberCall(database(), workspaceId, {
      ...{ callerId, at: '2026-03-08T10:00:00.000Z' },
      facts: [{ predicate: 'pet', value: 'dog Rex', statement: 'has a dog called Rex' }],
    });
    held.hold();
    memories.forget(memoryLearned(workspaceId, callerId));
    const startMs = performance.now();
    const [found, recalled] = await Promise.all([
      memories.search(searchOf(workspaceId, [phone], 'Graz')),
      memories.recall(recallOf(workspaceId, [phone])),
    ]);
    expect(performance.now() - startMs).toBeLessThan(2_000);
    expect(found.complete).toBe(true);
    expect(found.hits.length).toBeGreaterThan(0);
    expect(recalled).toMatchObject({ status: 'known', facts: { city: 'Graz' } });
    expect(recalled.facts.pet).toBeUndefined();
    held.release();
    await expect.poll(async () => (await memories.recall(recallOf(workspaceId, [phone]))).facts.pet).toBe('dog Rex');
    const { hits } = await memories.search(searchOf(workspaceId, [phone], 'Which dog?'));
    expect(hits[0]?.text).toBe('has a dog called Rex');
  });

  test('is not told from a copy of before where something was erased since it was learned', async () => {
    const { workspaceId, callerId, phone } = await sarah();
    const held = heldDatabase();
    const memories = memoriesOn(held.run);
    await memories.recall(recallOf(workspaceId, [phone]));
    held.hold();
    memories.forget(memoryLearned(workspaceId, callerId));
    expect((await memories.recall(recallOf(workspaceId, [phone], { timeoutMs: 20 }))).status).toBe('known');
    memories.forget(memoryChange(workspaceId, callerId));
    expect((await memories.recall(recallOf(workspaceId, [phone], { timeoutMs: 20 }))).status).toBe('late');
    held.release();
  });

  test('has what was just said, also where something was learned before and after that', async () => {
    const { workspaceId, callerId, phone } = await sarah();
    const memories = memoriesOn(database().run);
    const search = () => memories.search(searchOf(workspaceId, [phone], 'submarine'));
    expect((await search()).hits).toEqual([]);
    memories.forget(memoryLearned(workspaceId, callerId));
    await rememberCall(database(), workspaceId, {
      ...{ callerId, at: '2026-03-08T10:00:00.000Z', turns: ['user: I own a submarine.'] },
    });
    memories.forget(memoryAddition(workspaceId, callerId));
    memories.forget(memoryLearned(workspaceId, callerId));
    expect((await search()).hits.map(({ text }) => text)).toEqual(['I own a submarine.']);
  });

  test('is read without its turns where a job has learned something, and with them where something was said', async () => {
    const { workspaceId, callerId, phone } = await sarah();
    const { run, asked } = heldDatabase();
    const memories = memoriesOn(run);
    const search = () => memories.search(searchOf(workspaceId, [phone], 'Where does she live? Linz or Graz?'));
    const before = await search();
    expect(asked.splice(0)).toEqual(['facts', 'turns']);
    memories.forget(memoryLearned(workspaceId, callerId));
    expect(await search()).toEqual(before);
    expect(asked.splice(0)).toEqual(['facts']);
    memories.forget(memoryAddition(workspaceId, callerId));
    expect(await search()).toEqual(before);
    expect(asked.splice(0)).toEqual(['facts', 'turns']);
  });

  test('is read once, however much changes of other callers meanwhile', async () => {
    const { workspaceId, phone } = await sarah();
    const held = heldDatabase();
    const memories = memoriesOn(held.run);
    held.hold();
    const all = Array.from({ length: 5 }, () => {
      const recalled = memories.recall(recallOf(workspaceId, [phone]));
      memories.forget(memoryAddition(workspaceId, randomUUID()));
      return recalled;
    });
    held.release();
    expect(new Set((await Promise.all(all)).map(({ status }) => status))).toEqual(new Set(['known']));
    expect(held.asked).toEqual(['facts']);
    expect(memories.size.callers).toBe(1);
  });

  test('is gone at once when the caller is erased, also from a load that began before', async () => {
    const { workspaceId, callerId, phone } = await sarah();
    let hold: Promise<void> | undefined;
    const memories = memoriesOn(async (...asked) => {
      const rows = await database().run(...asked);
      await hold;
      return rows;
    });
    let release = () => {};
    hold = new Promise((resolve) => {
      release = resolve;
    });
    const before = memories.recall(recallOf(workspaceId, [phone]));
    await sleep(100);
    await database().knex('calls').where({ workspace_id: workspaceId }).delete();
    await database().knex('callers').where({ workspace_id: workspaceId, id: callerId }).delete();
    memories.forget(memoryChange(workspaceId, callerId));
    const after = memories.recall(recallOf(workspaceId, [phone]));
    release();
    hold = undefined;
    expect((await before).status).toBe('known');
    expect((await after).status).toBe('new');
    expect(memories.size).toEqual({ callers: 0, bytes: 0 });
    expect((await memories.recall(recallOf(workspaceId, [phone]))).status).toBe('new');
  });

  test('is gone when the database has nobody any more, whatever changes of other callers while it is asked', async () => {
    const { workspaceId, callerId, phone } = await sarah();
    const held = heldDatabase();
    const memories = memoriesOn(held.run);
    expect((await memories.recall(recallOf(workspaceId, [phone]))).status).toBe('known');
    // The notice of an erasure by another process was lost.
    await database().knex('calls').where({ workspace_id: workspaceId }).delete();
    await database().knex('callers').where({ workspace_id: workspaceId, id: callerId }).delete();
    memories.forget(undefined);
    held.hold();
    const asked = memories.recall(recallOf(workspaceId, [phone]));
    memories.forget(memoryAddition(workspaceId, randomUUID()));
    held.release();
    expect((await asked).status).toBe('new');
    expect(memories.size).toEqual({ callers: 0, bytes: 0 });
    held.hold();
    expect((await memories.recall(recallOf(workspaceId, [phone], { timeoutMs: 20 }))).status).toBe('late');
    held.release();
  });

  test('of two callers who are merged is one, and two again when that is undone', async () => {
    const { workspaceId, callerId, phone } = await sarah();
    const email: CallerIdentity = { kind: 'email', value: 'sarah@example.com' };
    const other = await rememberCaller(database(), workspaceId, [email]);
    await rememberCall(database(), workspaceId, {
      ...{ callerId: other, at: '2026-03-06T10:00:00.000Z' },
      facts: [{ predicate: 'pet', value: 'dog Rex', statement: 'has a dog called Rex' }],
    });
    const memories = memoriesOn(database().run);
    const pets = async (identity: CallerIdentity) => {
      const { callerId: id, facts } = await memories.recall(recallOf(workspaceId, [identity]));
      return [id, facts.city, facts.pet];
    };
    expect(await pets(phone)).toEqual([callerId, 'Graz', undefined]);
    expect(await pets(email)).toEqual([other, undefined, 'dog Rex']);
    const merge = await database().knex.transaction((trx) =>
      mergeCallers(trx, workspaceId, { callerId: other, intoCallerId: callerId, at: NOW }),
    );
    for (const id of [callerId, other]) memories.forget(memoryChange(workspaceId, id));
    // The other way round there is nothing more to merge: neither would count.
    const again = { callerId, intoCallerId: other, at: NOW };
    expect(await database().knex.transaction((trx) => mergeCallers(trx, workspaceId, again))).toBeUndefined();
    expect(await pets(email)).toEqual([callerId, 'Graz', 'dog Rex']);
    expect(await pets(phone)).toEqual([callerId, 'Graz', 'dog Rex']);
    expect(memories.size.callers).toBe(1);
    await database().knex.transaction((trx) => undoMerge(trx, workspaceId, merge?.id ?? '', NOW));
    memories.forget(memoryChange(workspaceId, callerId));
    expect(await pets(email)).toEqual([other, undefined, 'dog Rex']);
    expect(await pets(phone)).toEqual([callerId, 'Graz', undefined]);
  });

  test('is answered in time by a database that hangs, and by what was known where something is', async () => {
    const { workspaceId, callerId, phone } = await sarah();
    let hangs = false;
    const memories = memoriesOn((sql, bindings, options) =>
      hangs
        ? new Promise<readonly Row[]>((_, reject) =>
            setTimeout(() => reject(new DatabaseTimeout('late')), options?.timeoutMs ?? 0),
          )
        : database().run(sql, bindings, options),
    );
    await memories.search(searchOf(workspaceId, [phone], 'Graz'));
    hangs = true;
    memories.forget(memoryAddition(workspaceId, callerId));
    const startMs = performance.now();
    const [known, found, unknown, missed] = await Promise.all([
      memories.recall(recallOf(workspaceId, [phone], { timeoutMs: 50 })),
      memories.search(searchOf(workspaceId, [phone], 'Graz', { timeoutMs: 50 })),
      memories.recall(recallOf(workspaceId, [somePhone()], { timeoutMs: 50 })),
      memories.search(searchOf(workspaceId, [somePhone()], 'Graz', { timeoutMs: 50 })),
    ]);
    expect(performance.now() - startMs).toBeLessThan(500);
    expect(known).toMatchObject({ status: 'known', name: 'Sarah Johnson' });
    expect(found.hits.length).toBeGreaterThan(0);
    expect(found.complete).toBe(false);
    expect(unknown.status).toBe('late');
    expect(missed).toEqual({ hits: [], contextText: '', complete: false });
    // What may have been deleted is not told from memory.
    memories.forget(memoryChange(workspaceId, callerId));
    expect((await memories.recall(recallOf(workspaceId, [phone], { timeoutMs: 20 }))).status).toBe('late');
  });

  test('is asked of a database that is gone a few times, not for every call', async () => {
    const { workspaceId } = await sarah();
    let asked = 0;
    const reported: unknown[] = [];
    const memories = memoriesOn(
      () => {
        asked += 1;
        return Promise.reject(new DatabaseUnavailable('gone'));
      },
      { report: (error) => reported.push(error) },
    );
    const answers = await Promise.all(
      Array.from({ length: 200 }, () => memories.recall(recallOf(workspaceId, [somePhone()], { timeoutMs: 50 }))),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set(['late']));
    const { length } = reported;
    expect(length).toBe(1);
    const before = asked;
    await memories.recall(recallOf(workspaceId, [somePhone()], { timeoutMs: 50 }));
    expect(asked).toBe(before);
  });

  test('that is warm takes no more room than it may, and none when nobody asks', async () => {
    const { id: workspaceId } = await makeWorkspace(database());
    const phones = await Promise.all(
      Array.from({ length: 12 }, async () => {
        const phone = somePhone();
        const callerId = await rememberCaller(database(), workspaceId, [phone]);
        const facts = Array.from({ length: 10 }, (_, n) => ({ predicate: 'note', value: `${n} ${'x'.repeat(200)}` }));
        await rememberCall(database(), workspaceId, { callerId, at: '2026-03-01T10:00:00.000Z', facts });
        return phone;
      }),
    );
    const recallAll = async (memories: RunningCallerMemories) => {
      for (const phone of phones) await memories.recall(recallOf(workspaceId, [phone]));
    };
    const roomy = memoriesOn(database().run, { callersMin: 1 });
    await recallAll(roomy);
    expect(roomy.size.callers).toBe(12);
    const each = roomy.size.bytes / 12;
    const tight = memoriesOn(database().run, { callersMin: 1, bytesMax: 4.5 * each });
    await recallAll(tight);
    expect(tight.size.callers).toBe(4);
    expect(tight.size.bytes).toBeLessThanOrEqual(4.5 * each);
    // As many as are promised stay, up to twice as much.
    const promised = memoriesOn(database().run, { callersMin: 6, bytesMax: 4.5 * each });
    await recallAll(promised);
    expect(promised.size.callers).toBe(6);
  });

  test('counts what was recalled, in one statement at the end', async () => {
    const { workspaceId, phone } = await sarah();
    const memories = memoriesOn(database().run);
    for (let n = 0; n < 5; n += 1) await memories.recall(recallOf(workspaceId, [phone]));
    await memories.stop();
    await memories.recall(recallOf(workspaceId, [phone]));
    await memories.stop();
    const rows = await database()
      .knex('facts')
      .where({ workspace_id: workspaceId })
      .select('value', 'recall_count', 'recalled_at')
      .orderBy('value');
    expect(rows).toEqual([
      { value: 'Graz', recall_count: 2, recalled_at: NOW.toISOString() },
      { value: 'Linz', recall_count: 0, recalled_at: null },
      { value: 'Sarah Johnson', recall_count: 0, recalled_at: null },
      { value: 'penicillin', recall_count: 2, recalled_at: NOW.toISOString() },
    ]);
  });

  test('of thousands of turns is indexed while others are answered', async () => {
    const { workspaceId, callerId, phone } = await sarah();
    const turns = Array.from(
      { length: 3_000 },
      (_, n) => `user: turn ${n} about ${['boats', 'trains', 'planes'][n % 3]} and number ${n * 7}`,
    );
    const at = '2026-03-07T10:00:00.000Z';
    const conversationId = await rememberCall(database(), workspaceId, { callerId, at });
    await database().knex.raw(
      `INSERT INTO messages (workspace_id, conversation_id, id, role, text, sent_at, created_at)
       SELECT ?, ?, gen_random_uuid(), 'user', t, ?::timestamptz + n * interval '1 second', now()
       FROM jsonb_array_elements_text(?::jsonb) WITH ORDINALITY AS x(t, n)`,
      [workspaceId, conversationId, at, JSON.stringify(turns.map((turn) => turn.slice(6)))],
    );
    const memories = memoriesOn(database().run);
    memories.warm({ workspaceId, identities: [phone], timeZone: 'UTC' });
    // How often others have their turn: a busy machine makes turns longer, and not fewer.
    let turnsOfOthers = 0;
    const ticking = setInterval(() => {
      turnsOfOthers += memories.size.callers;
    }, 1);
    const { hits, complete } = await memories.search(
      searchOf(workspaceId, [phone], 'what about the trains?', { timeoutMs: 20_000 }),
    );
    clearInterval(ticking);
    expect(complete).toBe(true);
    expect(hits[0]?.text).toContain('trains');
    expect(turnsOfOthers).toBeGreaterThan(10);
  });
});
