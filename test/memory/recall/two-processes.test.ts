import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCallerMemories, type RunningCallerMemories } from '../../../src/memory/recall/create-caller-memories.js';
import { type ChangeFeed, createChangeFeed, memoryAddition, memoryChange } from '../../../src/store/change-feed.js';
import { makeWorkspace, openTestDatabase, type TestDatabase } from '../../support/databases.js';
import { rememberCall, rememberCaller, somePhone } from '../../support/remembered-callers.js';
import { silentLog } from '../../support/silent-log.js';

interface Process {
  readonly memories: RunningCallerMemories;
  readonly feed: ChangeFeed;
}

let opened: TestDatabase;
const processes: Process[] = [];

beforeAll(async () => {
  opened = await openTestDatabase('server');
  for (let count = 0; count < 2; count += 1) {
    const feed = createChangeFeed(opened.database, opened.options.url, silentLog);
    const memories = createCallerMemories({
      ...{ database: opened.database, callersMin: 8, idleMs: 60_000, report: () => {} },
      now: () => new Date('2026-03-09T14:00:00Z'),
    });
    feed.subscribe((change) => memories.forget(change));
    const listening = new Promise<void>((resolve) => {
      feed.subscribe((change) => change === undefined && resolve());
    });
    feed.start();
    await listening;
    processes.push({ memories, feed });
  }
});
afterAll(async () => {
  for (const { feed, memories } of processes) {
    await memories.stop();
    await feed.stop();
  }
  await opened.remove();
});

test('what one process learns or erases, the other one knows soon', async () => {
  const { database } = opened;
  const [one, two] = processes as [Process, Process];
  const { id: workspaceId } = await makeWorkspace(database);
  const phone = somePhone();
  const callerId = await rememberCaller(database, workspaceId, [phone]);
  const tell = (city: string, day: string) =>
    rememberCall(database, workspaceId, {
      callerId,
      at: `${day}T10:00:00.000Z`,
      facts: [{ predicate: 'city', value: city }],
    });
  const recall = ({ memories }: Process) =>
    memories.recall({
      ...{ workspaceId, identities: [phone], timeZone: 'UTC', timeoutMs: 5_000 },
      ...{ withholdSensitive: false, charactersMax: 900 },
    });

  await tell('Linz', '2026-03-01');
  for (const each of processes) expect((await recall(each)).facts.city).toBe('Linz');
  await tell('Graz', '2026-03-05');
  // Nobody was told yet.
  expect((await recall(two)).facts.city).toBe('Linz');
  one.feed.publish(memoryAddition(workspaceId, callerId));
  expect((await recall(one)).facts.city).toBe('Graz');
  await expect.poll(async () => (await recall(two)).facts.city).toBe('Graz');

  await database.knex('calls').where({ workspace_id: workspaceId }).delete();
  await database.knex('callers').where({ workspace_id: workspaceId }).delete();
  one.feed.publish(memoryChange(workspaceId, callerId));
  expect((await recall(one)).status).toBe('new');
  await expect.poll(async () => (await recall(two)).status).toBe('new');
  expect(two.memories.size).toEqual({ callers: 0, bytes: 0 });
});
