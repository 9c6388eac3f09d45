import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ChangeFeed, callersChange, createChangeFeed, memoryChange } from '../../../src/store/change-feed.js';
import { createConversation, deleteConversation } from '../../../src/store/conversations.js';
import { type Database, openDatabase } from '../../../src/store/database.js';
import { addMessage } from '../../../src/store/messages.js';
import { migrate } from '../../../src/store/migrate.js';
import { createReplicaReads, type Reads } from '../../../src/store/reads/replica-reads.js';
import { ensureDefaultWorkspace } from '../../../src/store/workspaces.js';
import { endUserHistory } from '../../support/end-user-history.js';
import { memoryLog } from '../../support/memory-log.js';
import { type PostgresServer, startPostgres } from '../../support/postgres-server.js';
import { silentLog } from '../../support/silent-log.js';

const TARGET = '+13128675309';
const LAG_MS = 1_500;

let primary: PostgresServer;
let standby: PostgresServer;
let database: Database;
let workspaceId: number;
let reads: Reads;
let changes: ChangeFeed;
const { log, lines } = memoryLog();

beforeAll(async () => {
  primary = await startPostgres({ settings: ['wal_keep_size=256MB', 'synchronous_commit=local'] });
  database = await openDatabase({ url: primary.url, dataDir: '' }, silentLog);
  await migrate(database);
  workspaceId = (await ensureDefaultWorkspace(database.knex)).id;
  standby = await primary.makeStandby();
  changes = createChangeFeed(database, undefined, log);
  reads = createReplicaReads(database, changes, { url: standby.url, lagMaxMs: LAG_MS }, log);
  reads.start();
});

afterAll(async () => {
  await reads?.stop(1_000);
  await database?.close();
  await standby?.remove();
  await primary?.remove();
});

beforeEach(async () => {
  await untilItServes();
});

/** Which server answers a statement with these bindings. */
async function whoAnswers(...bindings: unknown[]): Promise<'primary' | 'standby'> {
  const list = ['SELECT pg_is_in_recovery() AS standby', ...bindings.map((_, index) => `$${index + 1}::text`)].join(
    ', ',
  );
  const [row] = await reads.run(list, bindings, { timeoutMs: 5_000 });
  return row?.standby === true ? 'standby' : 'primary';
}

async function untilItServes(): Promise<void> {
  await vi.waitFor(async () => expect(await whoAnswers()).toBe('standby'), { timeout: 20_000, interval: 50 });
}

async function onStandby(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: standby.url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

const make = (target: string) =>
  createConversation(database.knex, workspaceId, {
    metadata: { telnyx_end_user_target: target },
    createdAt: new Date('2025-01-01T00:00:00Z'),
  });

describe('reads beside a standby', () => {
  it('are answered by it', async () => {
    const conversation = await make(TARGET);
    await vi.waitFor(async () => expect(await whoAnswers(conversation.id)).toBe('standby'), 10_000);
    expect((await endUserHistory(reads, workspaceId, TARGET)).conversations).toBe(1);
  });

  it('see what this process wrote to a conversation at once, however late the standby is', async () => {
    let seen = 0;
    await onStandby('SELECT pg_wal_replay_pause()');
    try {
      for (let turn = 0; turn < 20; turn += 1) {
        const target = `+1555000${1000 + turn}`;
        const conversation = await make(target);
        expect(await whoAnswers(conversation.id)).toBe('primary');
        const first = await endUserHistory(reads, workspaceId, target);
        await addMessage(
          database.knex,
          workspaceId,
          conversation.id,
          { role: 'user', text: 'hello', sentAt: new Date('2025-02-01T00:00:00Z') },
          new Date(),
        );
        const second = await endUserHistory(reads, workspaceId, target);
        expect([first.conversations, first.lastMessageAt, second.lastMessageAt]).toEqual([
          1,
          '2025-01-01T00:00:00.000Z',
          '2025-02-01T00:00:00.000Z',
        ]);
        seen += 1;
      }
      // What others are asked for is not slowed down by it.
      expect(await whoAnswers('+15559999999', randomUUID())).toBe('standby');
    } finally {
      await onStandby('SELECT pg_wal_replay_resume()');
    }
    expect(seen).toBe(20);
    await vi.waitFor(async () => expect(await whoAnswers('+15550001000')).toBe('standby'), 10_000);
  });

  it('see a transaction once it is committed, and nothing of it before', async () => {
    await onStandby('SELECT pg_wal_replay_pause()');
    try {
      const conversation = await database.knex.transaction(async (trx) => {
        const made = await createConversation(trx, workspaceId, { metadata: {}, createdAt: new Date() });
        expect(await whoAnswers(made.id)).toBe('standby');
        return made;
      });
      expect(await whoAnswers(conversation.id)).toBe('primary');
      await deleteConversation(database.knex, workspaceId, conversation.id);
      expect(await whoAnswers([conversation.id, randomUUID()].join())).toBe('primary');
      expect(await whoAnswers(`$.x ? (@ == "${conversation.id}")`)).toBe('primary');
    } finally {
      await onStandby('SELECT pg_wal_replay_resume()');
    }
  });

  it('see what another process has said to have changed', async () => {
    await onStandby('SELECT pg_wal_replay_pause()');
    try {
      // As its notice arrives.
      changes.publish(callersChange(workspaceId, '+15557770000'));
      expect([await whoAnswers('+15557770000'), await whoAnswers('+15557770001')]).toEqual(['primary', 'standby']);
      changes.publish(memoryChange(workspaceId, randomUUID()));
      const [row] = await reads.run('SELECT pg_is_in_recovery() AS standby, $1::integer', [workspaceId]);
      expect([row?.standby, await whoAnswers('+15557770001')]).toEqual([false, 'standby']);
    } finally {
      await onStandby('SELECT pg_wal_replay_resume()');
    }
  });

  it('that write after all are the primary’s', async () => {
    expect(
      await reads.run('WITH made AS (DELETE FROM imports RETURNING 1) SELECT count(*) AS count FROM made', []),
    ).toEqual([{ count: 0 }]);
  });

  it('go to the primary while the standby lags, and come back', async () => {
    await onStandby('SELECT pg_wal_replay_pause()');
    try {
      await make('+15551110000');
      expect(await whoAnswers('+15552220000')).toBe('standby');
      await sleep(LAG_MS + 1_500);
      expect(await whoAnswers('+15552220000')).toBe('primary');
    } finally {
      await onStandby('SELECT pg_wal_replay_resume()');
    }
    await untilItServes();
    const said = lines.map(({ msg, reason }) => [msg, reason]);
    expect(said).toContainEqual([
      'the standby is left out: reads go to the primary',
      `it is more than ${LAG_MS} ms behind`,
    ]);
    expect(said.at(-1)).toEqual(['reads go to the standby', undefined]);
  });

  it('are all answered while the standby dies and comes back', async () => {
    let [tried, answered] = [0, 0];
    let isOver = false;
    const reading = (async () => {
      while (!isOver) {
        tried += 1;
        await endUserHistory(reads, workspaceId, TARGET, { timeoutMs: 700 });
        answered += 1;
        await sleep(5);
      }
    })();
    await sleep(300);
    await standby.stop('immediate');
    await sleep(1_500);
    expect(await whoAnswers()).toBe('primary');
    await standby.start();
    await untilItServes();
    isOver = true;
    await reading;
    expect([tried, answered]).toEqual([tried, tried]);
    expect(tried).toBeGreaterThan(50);
  });

  it('go on being answered by a standby that is busy, and one that is slow ends in its time', async () => {
    const slow = Array.from({ length: 12 }, () =>
      reads.run('SELECT pg_sleep(1.5), pg_is_in_recovery() AS standby', [], { timeoutMs: 8_000 }),
    );
    const late = reads.run('SELECT pg_sleep(30)', [], { timeoutMs: 2_500 });
    await expect(late).rejects.toThrow('The database did not answer within 2500 ms.');
    // Ten at once are its; two had to wait for too long, and were the primary's.
    const answered = (await Promise.all(slow)).map(([row]) => row?.standby);
    expect(answered.filter((standby) => standby === true).length).toBeGreaterThanOrEqual(9);
    expect(await whoAnswers()).toBe('standby');
  });

  it('are all answered in time while the standby hangs', async () => {
    await standby.pause();
    const times: number[] = [];
    for (let turn = 0; turn < 40; turn += 1) {
      const startMs = performance.now();
      await endUserHistory(reads, workspaceId, TARGET, { timeoutMs: 700 });
      times.push(performance.now() - startMs);
      await sleep(20);
    }
    expect(Math.max(...times)).toBeLessThan(700);
    expect(await whoAnswers()).toBe('primary');
    await standby.resume();
    await untilItServes();
  });
});

it('a standby that was promoted is nobody to read from', async () => {
  const second = await primary.makeStandby();
  const changes = createChangeFeed(database, undefined, silentLog);
  const others = createReplicaReads(database, changes, { url: second.url, lagMaxMs: LAG_MS }, silentLog);
  others.start();
  const serverOf = async () => (await others.run('SELECT inet_server_port() AS port', []))[0]?.port;
  const port = Number(new URL(second.url).port);
  try {
    await vi.waitFor(async () => expect(await serverOf()).toBe(port), { timeout: 20_000, interval: 50 });
    await second.promote();
    await vi.waitFor(async () => expect(await serverOf()).not.toBe(port), { timeout: 10_000, interval: 50 });
  } finally {
    await others.stop(1_000);
    await second.remove();
  }
});
