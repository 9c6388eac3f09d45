import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createUsageMeter, type UsageMeter } from '../../../src/memory/usage/usage-meter.js';
import { createApiKey } from '../../../src/store/api-keys.js';
import { type Database, openDatabase } from '../../../src/store/database.js';
import { DatabaseUnavailable } from '../../../src/store/database-error.js';
import { addUsage, readUsage, type UsageKind, type UsageOfMonth } from '../../../src/store/usage-counts.js';
import { deleteWorkspace } from '../../../src/store/workspaces.js';
import { createServerDatabase, describeOnBothDatabases, makeWorkspace } from '../../support/databases.js';
import { memoryLog } from '../../support/memory-log.js';
import { silentLog } from '../../support/silent-log.js';

const MARCH = new Date('2026-03-31T23:59:59.000Z');
const APRIL = new Date('2026-04-01T00:00:00.000Z');

describeOnBothDatabases('the usage meter', (database) => {
  const meters: UsageMeter[] = [];
  let workspaceId: number;
  let now: Date;
  beforeEach(async () => {
    now = MARCH;
    workspaceId = (await makeWorkspace(database())).id;
  });
  afterEach(async () => {
    for (const meter of meters.splice(0)) await meter.stop();
  });

  function makeMeter(db: Pick<Database['knex'], 'raw'> = database().knex) {
    const { log, lines } = memoryLog();
    const meter = createUsageMeter({ db: db as Database['knex'], log, now: () => now });
    meters.push(meter);
    return { meter, lines };
  }

  /** A database that does not answer until it is told to. */
  function failing() {
    const state = { isDown: true, asked: 0 };
    const raw = (sql: string, bindings: never) => {
      state.asked += 1;
      return state.isDown
        ? Promise.reject(new DatabaseUnavailable('connection refused'))
        : database().knex.raw(sql, bindings);
    };
    return { state, db: { raw } as unknown as Database['knex'] };
  }

  const stored = (): Promise<readonly UsageOfMonth[]> => readUsage(database().knex, workspaceId, { monthsMax: 12 });
  /** What each of so many uses was answered. */
  async function uses(meter: UsageMeter, count: number, limit?: number, kind: UsageKind = 'searches') {
    const answers: boolean[] = [];
    for (let turn = 0; turn < count; turn += 1) answers.push(await meter.use(workspaceId, kind, limit));
    return answers;
  }

  test('counts adds and searches apart, and writes them when it is told to', async () => {
    const { meter } = makeMeter();
    await uses(meter, 3);
    await uses(meter, 2, undefined, 'adds');
    expect(await stored()).toEqual([]);
    await meter.flush();
    expect(await stored()).toEqual([{ month: '2026-03', adds: 2, searches: 3 }]);
    await meter.flush();
    expect(await stored()).toEqual([{ month: '2026-03', adds: 2, searches: 3 }]);
  });

  test('writes by itself after some seconds', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const { meter } = makeMeter();
      await uses(meter, 1);
      vi.advanceTimersByTime(5_000);
    } finally {
      vi.useRealTimers();
    }
    await vi.waitFor(async () => expect(await stored()).toMatchObject([{ searches: 1 }]), 5_000);
  });

  test('allows as many as the month has, and not one more, in any number at once', async () => {
    const { meter } = makeMeter();
    expect(await uses(meter, 4, 3)).toEqual([true, true, true, false]);
    await meter.flush();
    expect(await uses(meter, 1, 3)).toEqual([false]);
    // What was refused was not used.
    expect(await stored()).toEqual([{ month: '2026-03', adds: 0, searches: 3 }]);
    const atOnce = await Promise.all(Array.from({ length: 20 }, () => meter.use(workspaceId, 'adds', 7)));
    expect(atOnce.filter(Boolean)).toHaveLength(7);
    expect(await uses(meter, 1, 0)).toEqual([false]);
  });

  test('goes by the limit as it is now', async () => {
    const { meter } = makeMeter();
    expect(await uses(meter, 2, 1)).toEqual([true, false]);
    expect(await uses(meter, 2, 2)).toEqual([true, false]);
    expect(await uses(meter, 1)).toEqual([true]);
    expect(await uses(meter, 1, 2)).toEqual([false]);
  });

  test('begins anew with the month, and writes each use to its own', async () => {
    const { meter } = makeMeter();
    expect(await uses(meter, 2, 1)).toEqual([true, false]);
    now = APRIL;
    expect(await uses(meter, 2, 1)).toEqual([true, false]);
    await meter.flush();
    expect(await stored()).toEqual([
      { month: '2026-04', adds: 0, searches: 1 },
      { month: '2026-03', adds: 0, searches: 1 },
    ]);
  });

  test('adds up what several processes count, and knows what the others wrote', async () => {
    const [one, other] = [makeMeter().meter, makeMeter().meter];
    await uses(one, 3, 10);
    await uses(other, 4, 10);
    await Promise.all([one.flush(), other.flush()]);
    expect(await stored()).toEqual([{ month: '2026-03', adds: 0, searches: 7 }]);
    // After a flush each looks again, and nobody waits for it.
    await uses(one, 1, 10);
    await sleep(300);
    expect(await uses(one, 3, 10)).toEqual([true, true, false]);
    await one.flush();
    await other.flush();
    await vi.waitFor(async () => expect(await uses(other, 1, 10)).toEqual([false]), 2_000);
  });

  test('loses nothing that is used while it writes', async () => {
    const { meter } = makeMeter();
    let allowed = 0;
    await Promise.all([
      (async () => {
        for (let turn = 0; turn < 300; turn += 1) if (await meter.use(workspaceId, 'searches', 10_000)) allowed += 1;
      })(),
      (async () => {
        for (let turn = 0; turn < 20; turn += 1) await meter.flush();
      })(),
    ]);
    await meter.stop();
    expect(allowed).toBe(300);
    expect(await stored()).toEqual([{ month: '2026-03', adds: 0, searches: 300 }]);
  });

  test('writes each use once, however many have it written at once', async () => {
    const { meter } = makeMeter();
    await uses(meter, 5);
    await Promise.all(Array.from({ length: 6 }, () => meter.flush()));
    expect(await stored()).toEqual([{ month: '2026-03', adds: 0, searches: 5 }]);
  });

  test('holds nobody up when the database hangs', async () => {
    const { meter } = makeMeter({ raw: () => new Promise(() => {}) } as never);
    const startMs = performance.now();
    expect(await uses(meter, 20, 15)).toEqual(Array.from({ length: 20 }, (_, index) => index < 15));
    expect(performance.now() - startMs).toBeLessThan(500);
    meters.pop();
  });

  test('writes when it stops', async () => {
    const { meter } = makeMeter();
    await uses(meter, 5);
    await meter.stop();
    expect(await stored()).toEqual([{ month: '2026-03', adds: 0, searches: 5 }]);
  });

  test('refuses nobody since the database is away, and writes it all when that is back', async () => {
    const { state, db } = failing();
    const { meter, lines } = makeMeter(db);
    expect(await uses(meter, 3, 5)).toEqual([true, true, true]);
    await meter.flush();
    await meter.flush();
    const line = [40, 'what workspaces used could not be written: it is tried again', 'connection refused'];
    expect(lines.map(({ level, msg, error }) => [level, msg, (error as Error).message])).toEqual([line, line]);
    state.isDown = false;
    await meter.flush();
    expect(await stored()).toEqual([{ month: '2026-03', adds: 0, searches: 3 }]);
  });

  test('logs of an error that may quote what was written only what kind it is', async () => {
    const quoting = Object.assign(new Error('Key (month)=(2026-03-01) for +13125550100 is there'), { code: '23505' });
    const { meter, lines } = makeMeter({ raw: () => Promise.reject(quoting) } as unknown as Database['knex']);
    await uses(meter, 1);
    await meter.flush();
    expect(lines.map(({ error }) => (error as { code: string }).code)).toEqual(['23505']);
    expect(JSON.stringify(lines)).not.toContain('5550100');
  });

  test('holds its own count against the limit while the database is away', async () => {
    const { db } = failing();
    const { meter } = makeMeter(db);
    expect(await uses(meter, 4, 3)).toEqual([true, true, true, false]);
  });

  test('remembers what the month had before, when the database goes away', async () => {
    await addUsage(database().knex, [{ workspaceId, month: '2026-03-01', kind: 'searches', count: 10 }]);
    const { state, db } = failing();
    state.isDown = false;
    const { meter } = makeMeter(db);
    expect(await uses(meter, 2, 11)).toEqual([true, false]);
    state.isDown = true;
    await meter.flush();
    expect(await uses(meter, 1, 11)).toEqual([false]);
  });

  test('asks the database once for a month, however many ask it', async () => {
    const { state, db } = failing();
    state.isDown = false;
    const { meter } = makeMeter(db);
    await Promise.all(Array.from({ length: 50 }, () => meter.use(workspaceId, 'searches', 1_000)));
    await uses(meter, 50, 1_000);
    expect(state.asked).toBe(1);
    await uses(meter, 50, undefined, 'adds');
    expect(state.asked).toBe(1);
    await meter.flush();
    await uses(meter, 50, 1_000);
    expect(state.asked).toBe(3);
  });

  test('drops what a workspace used that is gone, and keeps the others’', async () => {
    const { meter, lines } = makeMeter();
    const gone = (await makeWorkspace(database())).id;
    await createApiKey(database().knex, { workspaceId: gone, name: 'k', scopes: ['read'] });
    await meter.use(gone, 'searches', undefined);
    await uses(meter, 1);
    await deleteWorkspace(database().knex, gone);
    await meter.flush();
    expect(await stored()).toEqual([{ month: '2026-03', adds: 0, searches: 1 }]);
    expect(lines).toEqual([]);
  });
});

describe('a usage meter of a process of its own', () => {
  test('counts on with another pool on the same server', async () => {
    const { url, drop } = await createServerDatabase();
    const pools = [
      await openDatabase({ url, dataDir: '' }, silentLog),
      await openDatabase({ url, dataDir: '' }, silentLog),
    ] as const;
    const { id } = await makeWorkspace(pools[0]);
    const [one, other] = pools.map(({ knex }) => createUsageMeter({ db: knex, log: silentLog, now: () => MARCH }));
    for (let turn = 0; turn < 25; turn += 1) {
      await one?.use(id, 'adds', undefined);
      await other?.use(id, 'adds', undefined);
    }
    await Promise.all([one?.stop(), other?.stop()]);
    expect(await readUsage(pools[0].knex, id, { monthsMax: 1 })).toEqual([{ month: '2026-03', adds: 50, searches: 0 }]);
    for (const pool of pools) await pool.close();
    await drop();
  });
});
