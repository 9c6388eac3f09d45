import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ringback, type ServingProcess, startServing } from '../support/command-line.js';
import { createServerDatabase, temporaryFolder } from '../support/databases.js';
import { faultOutcomes } from '../support/fault-outcomes.js';
import { findPgBouncer, type PgBouncer, startPgBouncer, versionOf } from '../support/pgbouncer.js';

const KEY = 'the API key of both servers';
const HEADERS = { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' };
/** Far fewer sessions than the two servers have connections. */
const SESSIONS = 3;

const program = await findPgBouncer();
if (program === undefined) console.log('PgBouncer is not installed (Debian: pgbouncer): its tests are skipped.');

describe.skipIf(program === undefined)('two servers behind PgBouncer in transaction mode', () => {
  const outcomes = faultOutcomes(
    'pgbouncer',
    `Two servers behind PgBouncer in transaction mode, with ${SESSIONS} sessions`,
  );
  let direct: Awaited<ReturnType<typeof createServerDatabase>>;
  let bouncer: PgBouncer;
  let servers: readonly ServingProcess[] = [];
  let environments: readonly Record<string, string>[];

  beforeAll(async () => {
    direct = await createServerDatabase('empty');
    bouncer = await startPgBouncer(program as string, direct.url, SESSIONS);
    environments = await Promise.all(
      [0, 1].map(async () => ({
        DATABASE_URL: bouncer.url,
        DATABASE_DIRECT_URL: direct.url,
        RINGBACK_API_KEY: KEY,
        RINGBACK_DATA_DIR: await temporaryFolder(),
        LOG_LEVEL: 'warn',
      })),
    );
    // Both migrate the empty database at once.
    servers = await Promise.all(environments.map((environment) => startServing(environment)));
  });
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.stop()));
    await bouncer?.stop();
    await direct?.drop();
    outcomes.report();
  });

  const url = (index: number) => servers[index % 2]?.url as string;
  const send = (index: number, method: string, path: string, body?: object, headers: Record<string, string> = {}) =>
    fetch(`${url(index)}${path}`, {
      method,
      headers: { ...HEADERS, ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });

  test('every request is answered, with the times and the limits of its own', async () => {
    const answers = await Promise.all(
      Array.from({ length: 300 }, async (_, index) => {
        const response = await send(index, 'POST', '/v2/ai/conversations', { metadata: { turn: index } });
        const { id, created_at: createdAt } = (await response.json()) as { id: string; created_at: string };
        const list = await send(index + 1, 'GET', `/v2/ai/conversations?id=eq.${id}`);
        const { data } = (await list.json()) as { data: { id: string; created_at: string }[] };
        return [response.status, data.length, data[0]?.created_at === createdAt];
      }),
    );
    const right = answers.filter((answer) => answer.join() === '200,1,true').length;
    outcomes.add({
      injected: 'requests of 300 clients at once, each read at the other server',
      tried: answers.length,
      survived: right,
      lost: answers.filter(([status, found]) => status === 200 && found === 0).length,
      leaked: 0,
      note: await versionOf(program as string),
    });
    expect(new Set(answers.map((answer) => answer.join()))).toEqual(new Set(['200,1,true']));
  });

  test('a request with an idempotency key that reaches both at once is done once', async () => {
    let made = 0;
    for (let turn = 0; turn < 20; turn += 1) {
      const key = { 'idempotency-key': randomUUID() };
      const body = { metadata: { idempotent: turn } };
      const both = await Promise.all([0, 1].map((index) => send(index, 'POST', '/v2/ai/conversations', body, key)));
      expect(both.map(({ status }) => status).every((status) => status === 200 || status === 409)).toBe(true);
      const ids: unknown[] = [];
      for (const index of [0, 1]) {
        const again = await send(index, 'POST', '/v2/ai/conversations', body, key);
        expect(again.headers.get('idempotency-replayed')).toBe('true');
        ids.push(((await again.json()) as { id: string }).id);
      }
      expect(ids[0]).toBe(ids[1]);
      made += 1;
    }
    const client = new pg.Client({ connectionString: direct.url });
    await client.connect();
    const { rows } = await client.query(
      `SELECT count(*)::integer AS made FROM conversations WHERE metadata ? 'idempotent'`,
    );
    await client.end();
    outcomes.add({
      injected: 'requests with one idempotency key that reach both at once',
      tried: made * 2,
      survived: made * 2,
      lost: Math.max(0, made - rows[0].made),
      leaked: Math.max(0, rows[0].made - made),
      note: 'each done once',
    });
    expect(rows).toEqual([{ made }]);
  });

  test('a change to the policies reaches the other server at once', async () => {
    const file = join(await temporaryFolder(), 'ringback.yaml');
    for (const name of ['first', 'second']) {
      await writeFile(file, `version: 1\npolicies:\n  - name: ${name}\n    unverified: allow\n`);
      expect(await ringback(['apply', file], environments[0])).toMatchObject({ code: 0 });
      await vi.waitFor(async () => expect(await (await send(1, 'GET', '/v1/policies')).text()).toContain(name), {
        timeout: 2_000,
        interval: 20,
      });
    }
  });

  test('jobs are done once', async () => {
    const ids = await Promise.all(
      Array.from({ length: 40 }, async (_, index) => {
        const made = await send(index, 'POST', '/v2/ai/conversations', { metadata: {} });
        const { id } = (await made.json()) as { id: string };
        await send(index, 'POST', `/v2/ai/conversations/${id}/message`, { role: 'user', content: 'My name is Nora.' });
        expect((await send(index, 'POST', `/v1/conversations/${id}/end`)).status).toBe(200);
        return id;
      }),
    );
    await vi.waitFor(
      async () => {
        const runs = await Promise.all(
          ids.map(async (id, index) => {
            const { data } = (await (
              await send(index, 'GET', `/v2/ai/conversations/${id}/conversations-insights`)
            ).json()) as { data: { status: string }[] };
            return data.map(({ status }) => status).join();
          }),
        );
        expect(new Set(runs)).toEqual(new Set(['completed']));
      },
      { timeout: 30_000, interval: 300 },
    );
    outcomes.add({
      injected: 'conversations ended',
      tried: ids.length,
      survived: ids.length,
      lost: 0,
      leaked: 0,
      note: 'each job done',
    });
  });

  test('a backup goes past it', async () => {
    const file = join(await temporaryFolder(), 'x.backup');
    expect(await ringback(['backup', file], environments[0])).toMatchObject({ code: 0 });
    expect(await ringback(['restore', file, '--check'])).toMatchObject({ code: 0 });
  });
});
