import { describe, expect, test } from 'vitest';
import { createLocalTime } from '../../../src/memory/recall/spoken-dates.js';
import { findPatterns } from '../../../src/memory/reflection/find-patterns.js';
import { isReflectionDue } from '../../../src/memory/reflection/is-reflection-due.js';
import { reflectHandler } from '../../../src/memory/reflection/reflect.js';
import { reflectOnCallers } from '../../../src/memory/reflection/reflect-on-callers.js';
import { factMemories } from '../../../src/memory/truth/current-facts.js';
import type { StoredEpisode, StoredFact } from '../../../src/store/caller-memory.js';
import { readCallerFacts } from '../../../src/store/caller-memory.js';
import { memoryLearned } from '../../../src/store/change-feed.js';
import { describeOnBothDatabases, makeWorkspace } from '../../support/databases.js';
import { outside } from '../../support/job-handlers.js';
import { rememberCall, rememberCaller, somePhone } from '../../support/remembered-callers.js';
import { saying } from '../truth/sayings.js';

const UTC = createLocalTime('UTC');

function patternsOf(
  rows: readonly StoredFact[],
  episodes: readonly StoredEpisode[] = [],
  callTimes: readonly string[] = [],
) {
  const calls = callTimes.map((startedAt, index) => ({ conversationId: `call-${index}`, startedAt }));
  return findPatterns({ facts: factMemories(rows), episodes, calls }, UTC);
}

const statements = (...asked: Parameters<typeof patternsOf>) => patternsOf(...asked).map(({ statement }) => statement);

const booked = (...starts: string[]) =>
  starts.map((start, index) => saying(`2026-01-0${index + 1} c${index} appointment ${start} cleaning`));

function about(at: string, summary: string): StoredEpisode {
  return {
    id: at,
    callerId: 'caller-1',
    conversationId: `c ${at}`,
    summary,
    outcome: '',
    openItems: [],
    at: `${at}T10:00:00.000Z`,
    agentId: null,
  };
}

describe('what recurs', () => {
  test('the time of the day, where most bookings have it', () => {
    const rows = booked('2026-03-02T09:30', '2026-03-10T08:00', '2026-03-18T11:00', '2026-03-26T16:00');
    expect(statements(rows)).toEqual(['usually books mornings (3 of 4 appointments)']);
    expect(patternsOf(rows)[0]).toMatchObject({
      ...{ key: 'books-part-of-day', confidence: 0.56, evidence: rows.slice(0, 3).map(({ id }) => id) },
      ...{ firstAt: '2026-01-01T10:00:00.000Z', lastAt: '2026-01-03T10:00:00.000Z' },
    });
  });

  test('the day of the week', () => {
    expect(statements(booked('2026-03-06', '2026-03-13', '2026-03-20'))).toEqual([
      'usually books on Fridays (3 of 3 appointments)',
    ]);
  });

  test('is not said of two, nor of what is as often otherwise', () => {
    expect(statements(booked('2026-03-02T09:30', '2026-03-10T08:00'))).toEqual([]);
    expect(
      statements(
        booked('2026-03-02T09:30', '2026-03-10T08:00', '2026-03-18T11:00', '2026-03-26T16:00', '2026-03-28T18:00'),
      ),
    ).toEqual([]);
  });

  test('moving and cancelling appointments', () => {
    const moved = [1, 2, 3].flatMap((day) => [
      saying(`2026-01-0${day} a${day} appointment 2026-0${day + 1}-10T09:00 visit`),
      saying(`2026-01-1${day} b${day} appointment 2026-0${day + 1}-1${day}T17:30 visit`, {
        replaces: `2026-0${day + 1}-10T09:00`,
      }),
    ]);
    expect(statements(moved)).toContain('often moves or cancels appointments (3 of 6)');
  });

  test('calls about a thing each month, or again and again', () => {
    const months = ['2026-01-05', '2026-02-04', '2026-03-06'].map((day) =>
      about(day, 'Asked about a charge on the bill.'),
    );
    expect(statements([], months)).toEqual(['calls about billing each month (3 calls)']);
    const days = ['2026-01-05', '2026-01-06', '2026-01-09'].map((day) => about(day, 'Asked for a refill.'));
    expect(statements([], days)).toEqual(['calls about a prescription again and again (3 calls)']);
  });

  test('the same wish in call after call', () => {
    const rows = [1, 2, 3].map((day) =>
      saying(`2026-01-0${day} c${day} open_item 2026-02-01 send the invoice`, { promisedBy: 'agent' }),
    );
    expect(statements(rows)).toEqual(['was promised the same in 3 calls: send the invoice']);
  });

  test('when calls come', () => {
    const mondays = [
      '2026-03-02T18:10:00.000Z',
      '2026-03-09T18:30:00.000Z',
      '2026-03-16T19:00:00.000Z',
      '2026-03-23T17:00:00.000Z',
    ];
    expect(statements([], [], mondays)).toEqual([
      'usually calls in the evening (4 of 4 calls)',
      'usually calls on Mondays (4 of 4 calls)',
    ]);
  });

  test('of somebody else on the telephone is not said of the caller', () => {
    const rows = booked('2026-03-06', '2026-03-13', '2026-03-20').map((row) => ({ ...row, about: 'daughter Emma' }));
    expect(statements(rows)).toEqual([]);
  });
});

describe('reflection is due', () => {
  const createdAt = '2026-03-01T00:00:00.000Z';
  test.each([
    [9, '2026-03-08T12:00:00.000Z', false],
    [10, '2026-03-08T12:00:00.000Z', true],
    [3, '2026-03-07T12:00:00.000Z', true],
    [3, '2026-03-07T12:00:00.001Z', false],
    [2, '2026-03-01T12:00:00.000Z', false],
    [3, null, true],
  ])('with %i new facts and the last time at %s: %s', (newFacts, reflectedAt, due) => {
    expect(isReflectionDue({ newFacts, reflectedAt, createdAt }, new Date('2026-03-08T12:00:00Z'))).toBe(due);
  });
});

describeOnBothDatabases('reflecting on a caller', (database) => {
  const job = (workspaceId: number) => ({
    ...{ workspaceId, jobId: 'job', attempt: 1, isLastAttempt: false, signal: new AbortController().signal, outside },
  });
  const NOW = new Date('2026-04-01T00:00:00Z');

  async function booker() {
    const { id: workspaceId } = await makeWorkspace(database());
    const callerId = await rememberCaller(database(), workspaceId, [somePhone()]);
    for (const [index, start] of ['2026-03-02T09:30', '2026-03-10T08:00', '2026-03-18T11:00'].entries()) {
      const facts = [{ predicate: 'appointment', value: `${start} cleaning` }];
      await rememberCall(database(), workspaceId, { callerId, at: `2026-02-0${index + 1}T09:00:00.000Z`, facts });
    }
    await database().knex('callers').where({ workspace_id: workspaceId, id: callerId }).update({ new_facts: 3 });
    const published: unknown[] = [];
    const changes = { publish: (change: unknown) => void published.push(change) };
    const reflect = reflectHandler({ database: database(), changes, defaults: { timeZone: 'UTC' }, now: () => NOW });
    const patterns = async () => (await readCallerFacts(database(), workspaceId, { callerId }))?.patterns ?? [];
    return { workspaceId, callerId, reflect, published, patterns };
  }

  test('keeps what recurs, once however often it is done, and tells who has copies', async () => {
    const { workspaceId, callerId, reflect, published, patterns } = await booker();
    expect(await reflect({ callerId }, job(workspaceId))).toEqual({ patterns: 1 });
    const first = await patterns();
    expect(first.map(({ statement }) => statement)).toEqual(['usually books mornings (3 of 3 appointments)']);
    expect(await reflect({ callerId }, job(workspaceId))).toEqual({ patterns: 1 });
    expect(await patterns()).toEqual(first);
    expect(published).toEqual([memoryLearned(workspaceId, callerId), memoryLearned(workspaceId, callerId)]);
    const [row] = await database()
      .knex('callers')
      .where({ workspace_id: workspaceId })
      .select('new_facts', 'reflected_at');
    expect(row).toEqual({ new_facts: 0, reflected_at: NOW.toISOString() });
  });

  test('asks little of the embedded database, which does one thing after the other', async () => {
    const { workspaceId, callerId, reflect } = await booker();
    const { knex } = database();
    const asked: string[] = [];
    const note = ({ sql }: { readonly sql: string }): void => void asked.push(sql.trim().slice(0, 60));
    knex.on('query', note);
    try {
      expect(await reflect({ callerId }, job(workspaceId))).toEqual({ patterns: 1 });
    } finally {
      knex.off('query', note);
    }
    // Of them a transaction's beginning and end.
    expect(asked).toHaveLength(12);
  });

  test('takes back what is no longer so', async () => {
    const { workspaceId, callerId, reflect, patterns } = await booker();
    await reflect({ callerId }, job(workspaceId));
    await database().knex('facts').where({ workspace_id: workspaceId }).delete();
    expect(await reflect({ callerId }, job(workspaceId))).toEqual({ patterns: 0 });
    expect(await patterns()).toEqual([]);
  });

  test('of nobody is nothing', async () => {
    const { workspaceId, reflect } = await booker();
    expect(await reflect({ callerId: '0fd1a0de-8a0f-4d70-9f19-0c2b9f2a3c11' }, job(workspaceId))).toEqual({
      patterns: 0,
    });
  });

  test('is asked for nightly for everybody of whom something was learned, once', async () => {
    const { workspaceId, callerId, reflect } = await booker();
    const asked: unknown[] = [];
    const jobs = { enqueue: async (_db: unknown, wanted: unknown) => `${asked.push(wanted)}` };
    await reflectOnCallers({ database: database(), jobs: jobs as never }, new AbortController().signal);
    expect(asked).toContainEqual({ workspaceId, type: 'reflect', payload: { callerId }, singletonKey: callerId });
    await reflect({ callerId }, job(workspaceId));
    asked.length = 0;
    await reflectOnCallers({ database: database(), jobs: jobs as never }, new AbortController().signal);
    expect(asked).not.toContainEqual(expect.objectContaining({ workspaceId }));
  });
});
