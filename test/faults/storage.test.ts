import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ServingProcess, startServing } from '../support/command-line.js';
import { temporaryFolder } from '../support/databases.js';
import { faultOutcomes, turns } from '../support/fault-outcomes.js';
import { type PostgresServer, startPostgres } from '../support/postgres-server.js';

const API_KEY = 'api-key-of-the-storage-faults';
const WRITERS = 12;
const ROUNDS = turns(3, 40);

/** What writers were told: names of conversations, each with how many of its messages were acknowledged. */
class Writes {
  readonly stored = new Map<string, number>();
  tried = 0;
  refused = 0;
  unanswered = 0;
  isOver = false;
}

describe('writes', () => {
  const outcomes = faultOutcomes('storage', 'Writes while something breaks: what was acknowledged is there, once');
  let postgres: PostgresServer;
  let folder: string;
  const servers: ServingProcess[] = [];

  beforeAll(async () => {
    postgres = await startPostgres();
    folder = await temporaryFolder();
  });
  afterAll(async () => {
    for (const server of servers) server.process.kill('SIGKILL');
    await postgres?.remove();
    outcomes.report();
  });

  async function start(
    url: string | undefined,
    name: string,
    extra: Record<string, string> = {},
  ): Promise<ServingProcess> {
    const server = await startServing({
      ...(url === undefined ? {} : { DATABASE_URL: url }),
      RINGBACK_DATA_DIR: join(folder, name),
      RINGBACK_API_KEY: API_KEY,
      RINGBACK_REQUESTS_PER_SECOND: '0',
      RINGBACK_ADDRESS_REQUESTS_PER_SECOND: '0',
      ...extra,
    });
    servers.push(server);
    return server;
  }

  async function send(url: string, path: string, body: object, key: string): Promise<{ status: number; id?: string }> {
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${API_KEY}`, 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(15_000),
    });
    const text = await response.text();
    return {
      status: response.status,
      id: response.ok && text !== '' ? (JSON.parse(text) as { id?: string }).id : undefined,
    } as {
      status: number;
      id?: string;
    };
  }

  /**
   * Creates conversations with three messages each, as a client does: what is refused or not answered is sent again with the same
   * Idempotency-Key, until it is acknowledged or the round is over.
   */
  async function write(url: () => string, writes: Writes, padding = ''): Promise<void> {
    const attempt = async (path: string, body: object): Promise<{ id?: string } | undefined> => {
      const key = randomUUID();
      while (!writes.isOver) {
        writes.tried += 1;
        try {
          const { status, id } = await send(url(), path, body, key);
          if (status === 200) return id === undefined ? {} : { id };
          writes.refused += 1;
        } catch {
          writes.unanswered += 1;
        }
        await sleep(20);
      }
      return undefined;
    };
    while (!writes.isOver) {
      const name = randomUUID();
      const made = await attempt('/v2/ai/conversations', { name });
      if (made?.id === undefined) return;
      writes.stored.set(name, 0);
      for (let count = 1; count <= 3; count += 1) {
        const sent = await attempt(`/v2/ai/conversations/${made.id}/message`, {
          role: 'user',
          content: `${name} ${count}${padding}`,
        });
        if (sent === undefined) return;
        writes.stored.set(name, count);
      }
    }
  }

  async function query(
    url: string,
    sql: string,
    bindings: readonly unknown[] = [],
  ): Promise<readonly Record<string, unknown>[]> {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => {});
    await client.connect();
    try {
      return (await client.query(sql, [...bindings])).rows;
    } finally {
      await client.end().catch(() => {});
    }
  }

  /** The command line that started Postgres says otherwise, and is stronger than the file: sessions are told. */
  const durable = (): string => `${postgres.url}?options=${encodeURIComponent('-c synchronous_commit=on')}`;

  /** Until so many further conversations are acknowledged: then there are writes under way. */
  async function moreOf(writes: Writes, count: number): Promise<void> {
    const before = writes.stored.size;
    await expect
      .poll(() => writes.stored.size, { timeout: 30_000, interval: 20 })
      .toBeGreaterThanOrEqual(before + count);
  }

  /** Acknowledged and not there, or there more often than it was sent. */
  async function lostAndDoubled(url: string, writes: Writes): Promise<{ lost: number; doubled: number }> {
    const rows = await query(
      url,
      `SELECT c.name, count(DISTINCT c.id)::int AS conversations, count(m.id)::int AS messages, count(DISTINCT m.text)::int AS texts,
         max(c.message_count) AS counted
       FROM conversations c LEFT JOIN messages m ON m.workspace_id = c.workspace_id AND m.conversation_id = c.id
       WHERE c.name = ANY($1) GROUP BY c.name`,
      [[...writes.stored.keys()]],
    );
    const found = new Map(rows.map((row) => [String(row.name), row]));
    let lost = 0;
    let doubled = 0;
    for (const [name, messages] of writes.stored) {
      const row = found.get(name);
      if (row === undefined || Number(row.texts) < messages) lost += 1;
      else if (
        Number(row.conversations) > 1 ||
        Number(row.messages) > Number(row.texts) ||
        row.counted !== row.messages
      )
        doubled += 1;
    }
    return { lost, doubled };
  }

  async function connectionsLeft(url: string): Promise<number> {
    const [row] = await query(
      url,
      `SELECT count(*)::int AS count FROM pg_stat_activity WHERE application_name LIKE 'ringback%' AND (state LIKE 'idle in transaction%' OR state = 'active')`,
    );
    return Number(row?.count);
  }

  async function report(injected: string, writes: Writes, url: string, note: string): Promise<void> {
    const { lost, doubled } = await lostAndDoubled(url, writes);
    await expect.poll(() => connectionsLeft(url), { timeout: 10_000 }).toBe(0);
    const leaked = await connectionsLeft(url);
    outcomes.add({
      injected,
      tried: writes.tried,
      survived: writes.tried - lost - doubled,
      lost,
      leaked: leaked + doubled,
      note: `${writes.stored.size} conversations acknowledged; ${writes.refused} refused and ${writes.unanswered} unanswered requests, sent again; ${note}`,
    });
    expect({ lost, doubled, leaked }).toEqual({ lost: 0, doubled: 0, leaked: 0 });
    expect(writes.stored.size).toBeGreaterThan(WRITERS);
  }

  test('while the server is killed (kill -9), again and again', async () => {
    let server = await start(postgres.url, 'killed');
    const writes = new Writes();
    const writers = Array.from({ length: WRITERS }, () => write(() => server.url, writes));
    for (let round = 0; round < ROUNDS; round += 1) {
      await moreOf(writes, WRITERS);
      await sleep(round * 37);
      await server.stop('SIGKILL');
      server = await start(postgres.url, 'killed');
    }
    await sleep(500);
    writes.isOver = true;
    await Promise.all(writers);
    await report('server killed (kill -9) during writes', writes, postgres.url, `${ROUNDS} kills`);
    await server.stop();
  }, 600_000);

  test('while the server is killed beside its embedded database', async () => {
    let server = await start(undefined, 'embedded');
    const writes = new Writes();
    const writers = Array.from({ length: 4 }, () => write(() => server.url, writes));
    for (let round = 0; round < ROUNDS; round += 1) {
      await moreOf(writes, 4);
      await sleep(round * 53);
      await server.stop('SIGKILL');
      server = await start(undefined, 'embedded');
    }
    await sleep(400);
    writes.isOver = true;
    await Promise.all(writers);
    let lost = 0;
    let leaked = 0;
    for (const [name, messages] of writes.stored) {
      const headers = { authorization: `Bearer ${API_KEY}` };
      const listed = (await (await fetch(`${server.url}/v2/ai/conversations?name=eq.${name}`, { headers })).json()) as {
        data: { id: string }[];
      };
      const [conversation, ...others] = listed.data;
      if (conversation === undefined) {
        lost += 1;
        continue;
      }
      const answer = await fetch(`${server.url}/v2/ai/conversations/${conversation.id}/messages`, { headers });
      const { data } = (await answer.json()) as { data: { text: string }[] };
      const texts = new Set(data.map(({ text }) => text));
      if (texts.size < messages) lost += 1;
      else if (others.length > 0 || data.length > texts.size) leaked += 1;
    }
    outcomes.add({
      injected: 'server killed (kill -9) with its embedded database during writes',
      tried: writes.tried,
      survived: writes.tried - lost - leaked,
      lost,
      leaked,
      note: `${writes.stored.size} conversations acknowledged; ${ROUNDS} kills`,
    });
    expect([lost, leaked]).toEqual([0, 0]);
    expect(writes.stored.size).toBeGreaterThan(4);
    await server.stop();
  }, 600_000);

  test('while Postgres is killed, again and again', async () => {
    // What it has told to be stored must be on disk, which tests elsewhere do without.
    await query(postgres.url, `ALTER SYSTEM SET fsync = on`);
    await query(postgres.url, `ALTER SYSTEM SET synchronous_commit = on`);
    await query(postgres.url, `ALTER SYSTEM SET full_page_writes = on`);
    await postgres.stop();
    await postgres.start();
    const server = await start(durable(), 'postgres-killed');
    const writes = new Writes();
    const writers = Array.from({ length: WRITERS }, () => write(() => server.url, writes));
    for (let round = 0; round < ROUNDS; round += 1) {
      await moreOf(writes, WRITERS);
      await sleep(round * 41);
      await postgres.stop('kill');
      await sleep(200);
      await postgres.start();
    }
    await sleep(1_500);
    writes.isOver = true;
    await Promise.all(writers);
    await report(
      'Postgres killed (kill -9 of all its processes) during writes',
      writes,
      postgres.url,
      `${ROUNDS} kills; the server went on by itself`,
    );
    await server.stop();
  }, 600_000);

  test('while one process of Postgres is killed, again and again', async () => {
    const server = await start(durable(), 'backend-killed');
    const writes = new Writes();
    const writers = Array.from({ length: WRITERS }, () => write(() => server.url, writes));
    for (let round = 0; round < ROUNDS; round += 1) {
      await moreOf(writes, WRITERS);
      await sleep(round * 29);
      // Postgres ends all other connections then, and reads its log again before it takes new ones.
      // A moment after the last time there may be none yet.
      await expect.poll(() => postgres.killBackend(), { timeout: 20_000 }).toBe(true);
      await expect
        .poll(
          () =>
            query(postgres.url, 'SELECT 1').then(
              () => true,
              () => false,
            ),
          { timeout: 20_000 },
        )
        .toBe(true);
    }
    await sleep(500);
    writes.isOver = true;
    await Promise.all(writers);
    await report(
      'one process of Postgres killed (kill -9) during writes, which ends all connections',
      writes,
      postgres.url,
      `${ROUNDS} kills`,
    );
    await server.stop();
  }, 600_000);

  test('while connections are cut in the middle of transactions', async () => {
    const proxy = await cuttingProxy(Number(new URL(postgres.url).port));
    const url = new URL(postgres.url);
    url.port = `${proxy.port}`;
    const server = await start(url.href, 'cut');
    const writes = new Writes();
    const writers = Array.from({ length: WRITERS }, () => write(() => server.url, writes));
    const rounds = turns(25, 400);
    for (let round = 0; round < rounds; round += 1) {
      // At ever other moments, and so that something is acknowledged in between, however busy the machine is.
      await sleep(80 + (round % 7) * 9);
      if (round % 5 === 0) await moreOf(writes, 3);
      proxy.cut();
    }
    await sleep(800);
    writes.isOver = true;
    await Promise.all(writers);
    await report(
      'connections to Postgres cut in the middle of transactions',
      writes,
      postgres.url,
      `${proxy.cuts} connections cut`,
    );
    expect(proxy.cuts).toBeGreaterThan(rounds);
    await server.stop();
    await proxy.close();
  }, 600_000);

  test('while no file of the database may grow any more (disk full)', async (context) => {
    const pid = await postmasterOf(postgres);
    const server = await start(postgres.url, 'disk-full');
    const writes = new Writes();
    const writers = Array.from({ length: WRITERS }, () => write(() => server.url, writes, 'x'.repeat(1_500)));
    await sleep(600);
    await fillMessages();
    const before = writes.stored.size;
    // A segment of the log has 16 MB, and has to have them; the messages have more already, so that none has room from now on.
    if (!(await limitFileSize(pid, 17 * 1024 * 1024))) context.skip();
    await expect.poll(() => writes.refused, { timeout: 20_000 }).toBeGreaterThan(WRITERS);
    const refusedMeanwhile = writes.refused;
    const ready = (await fetch(`${server.url}/health`)).status;
    expect(await limitFileSize(pid, undefined)).toBe(true);
    await expect.poll(() => writes.stored.size, { timeout: 20_000 }).toBeGreaterThan(before + WRITERS);
    writes.isOver = true;
    await Promise.all(writers);
    expect(refusedMeanwhile).toBeGreaterThan(0);
    expect(ready).toBe(200);
    await report(
      'disk full (by a limit on the size of files), and room again',
      writes,
      postgres.url,
      `${refusedMeanwhile} refused while it was full`,
    );
    await server.stop();
  }, 600_000);

  /** So many that the table is larger than a file may be. */
  async function fillMessages(): Promise<void> {
    await query(
      postgres.url,
      `WITH filler AS (
         INSERT INTO conversations (workspace_id, id, name, created_at, last_message_at)
         SELECT id, gen_random_uuid(), 'filler', now(), now() FROM workspaces LIMIT 1 RETURNING workspace_id, id
       )
       INSERT INTO messages (workspace_id, conversation_id, id, role, text, sent_at, created_at)
       SELECT c.workspace_id, c.id, gen_random_uuid(), 'user', repeat('x', 1000), now(), now()
       FROM filler c, generate_series(1, 20000)`,
    );
  }

  /** Hands bytes on; cuts all its connections where they are. */
  async function cuttingProxy(port: number) {
    const pairs = new Set<Socket>();
    const server = createServer((client) => {
      const behind = connect(port, '127.0.0.1');
      for (const [one, other] of [
        [client, behind],
        [behind, client],
      ] as const) {
        pairs.add(one);
        one.on('error', () => one.destroy());
        one.on('close', () => {
          pairs.delete(one);
          other.destroy();
        });
        one.pipe(other);
      }
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const proxy = {
      port: typeof address === 'object' && address !== null ? address.port : 0,
      cuts: 0,
      cut() {
        proxy.cuts += pairs.size / 2;
        for (const socket of pairs) socket.resetAndDestroy();
      },
      close: () =>
        new Promise<void>((resolve) => {
          server.close(() => resolve());
          for (const socket of pairs) socket.destroy();
        }),
    };
    return proxy;
  }

  async function postmasterOf(server: PostgresServer): Promise<number> {
    const [row] = await query(server.url, `SELECT pg_read_file('postmaster.pid') AS text`);
    return Number(String(row?.text).split('\n')[0]);
  }

  /** Of a process and its children. False where this machine cannot (it takes util-linux and the right to). */
  async function limitFileSize(postmaster: number, bytes: number | undefined): Promise<boolean> {
    try {
      // Its user may lower and raise its own limits, which root of a container may not.
      const { uid, gid } = await stat(`/proc/${postmaster}`);
      const children = execFileSync('ps', ['-o', 'pid=', '--ppid', `${postmaster}`], { encoding: 'utf8' });
      for (const pid of [postmaster, ...children.split('\n').map(Number)].filter((each) => each > 0)) {
        try {
          execFileSync('prlimit', ['--pid', `${pid}`, `--fsize=${bytes ?? 'unlimited'}:unlimited`], {
            stdio: 'ignore',
            uid,
            gid,
          });
        } catch (error) {
          if (pid === postmaster) throw error;
        }
      }
      return true;
    } catch {
      return false;
    }
  }
});
