import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { migrations } from '../../src/store/migrations/index.js';
import { ringback, type ServingProcess, startServing } from '../support/command-line.js';
import { createServerDatabase, temporaryFolder } from '../support/databases.js';
import { initializationEvent } from '../support/signing.js';

const KEY = 'the API key of all servers';
const HEADERS = { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' };
const COUNT = 3;

/** Real processes, as they run behind a load balancer: each request may meet another one. */
describe('three servers on one database', () => {
  let database: Awaited<ReturnType<typeof createServerDatabase>>;
  let servers: readonly ServingProcess[] = [];
  let environments: readonly Record<string, string>[];

  beforeAll(async () => {
    database = await createServerDatabase('empty');
    environments = await Promise.all(
      Array.from({ length: COUNT }, async () => ({
        DATABASE_URL: database.url,
        RINGBACK_API_KEY: KEY,
        RINGBACK_DATA_DIR: await temporaryFolder(),
        RINGBACK_SECRET_KEY: 'a secret key that all of them share',
        RINGBACK_ALLOW_UNSIGNED: '1',
        LOG_LEVEL: 'warn',
      })),
    );
    servers = await Promise.all(environments.map((environment) => startServing(environment)));
  });
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.stop()));
    await database?.drop();
  });

  const send = (index: number, method: string, path: string, body?: object, headers: Record<string, string> = {}) =>
    fetch(`${servers[index % COUNT]?.url}${path}`, {
      method,
      headers: { ...HEADERS, ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });

  async function ask<Row extends pg.QueryResultRow>(sql: string): Promise<readonly Row[]> {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    try {
      return (await client.query<Row>(sql)).rows;
    } finally {
      await client.end();
    }
  }

  test('that start at once migrate it once, and agree on its workspace', async () => {
    const applied = await ask<{ number: number }>('SELECT number FROM ringback_migrations ORDER BY number');
    expect(applied.map(({ number }) => number)).toEqual(migrations.map(({ number }) => number));
    expect(await ask('SELECT name FROM workspaces')).toEqual([{ name: 'default' }]);
  });

  test('do what a request with an idempotency key asks for once, whichever it reaches', async () => {
    const outcomes = { tried: 0, done: 0, replayed: 0, underWay: 0, other: 0 };
    const keys = Array.from({ length: 40 }, () => randomUUID());
    await Promise.all(
      keys.map(async (key, turn) => {
        const body = { metadata: { idempotent: turn } };
        await Promise.all(
          Array.from({ length: COUNT * 2 }, async (_, index) => {
            outcomes.tried += 1;
            const response = await send(index, 'POST', '/v2/ai/conversations', body, { 'idempotency-key': key });
            await response.arrayBuffer();
            if (response.status === 409) outcomes.underWay += 1;
            else if (response.status !== 200) outcomes.other += 1;
            else if (response.headers.get('idempotency-replayed') === 'true') outcomes.replayed += 1;
            else outcomes.done += 1;
          }),
        );
      }),
    );
    console.log(`idempotency keys over ${COUNT} processes: ${JSON.stringify(outcomes)}`);
    expect(outcomes).toMatchObject({ tried: keys.length * COUNT * 2, done: keys.length, other: 0 });
    expect(await ask(`SELECT count(*)::integer AS made FROM conversations WHERE metadata ? 'idempotent'`)).toEqual([
      { made: keys.length },
    ]);
  });

  test('count the messages of a conversation to which all of them add', async () => {
    const { id } = (await (await send(0, 'POST', '/v2/ai/conversations', { metadata: {} })).json()) as { id: string };
    const statuses = await Promise.all(
      Array.from({ length: 60 }, async (_, index) => {
        const response = await send(index, 'POST', `/v2/ai/conversations/${id}/message`, {
          role: 'user',
          content: `message ${index}`,
        });
        return response.status;
      }),
    );
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(
      await ask(
        `SELECT message_count AS counted, (SELECT count(*)::integer FROM messages WHERE conversation_id = c.id) AS stored
         FROM conversations c WHERE id = '${id}'`,
      ),
    ).toEqual([{ counted: 60, stored: 60 }]);
  });

  test('answer by new policies as soon as one of them was told, each of which has the old ones in memory', async () => {
    const file = join(await temporaryFolder(), 'ringback.yaml');
    const greetingOf = async (index: number): Promise<unknown> => {
      const response = await send(index, 'POST', '/telnyx/dynamic-variables', initializationEvent());
      return ((await response.json()) as { dynamic_variables: Record<string, unknown> }).dynamic_variables.greeting;
    };
    const waits: number[] = [];
    for (const greeting of ['first', 'second', 'third']) {
      await writeFile(
        file,
        `version: 1\npolicies:\n  - name: all\n    unverified: allow\n    dynamic_variables:\n      greeting: "${greeting}"\n`,
      );
      expect(await ringback(['apply', file], environments[0])).toMatchObject({ code: 0 });
      const startMs = performance.now();
      for (let index = 0; index < COUNT; index += 1) {
        await vi.waitFor(async () => expect(await greetingOf(index)).toBe(greeting), { timeout: 5_000, interval: 10 });
      }
      waits.push(Math.round(performance.now() - startMs));
    }
    console.log(`policies known to ${COUNT} processes after ${waits.join(', ')} ms`);
    // Far less than the time for which they would be trusted without a notice.
    expect(Math.max(...waits)).toBeLessThan(5_000);
  });

  test('refuse a key that was revoked at one of them, within the time that they trust it unasked', async () => {
    const made = await send(0, 'POST', '/v1/keys', { name: 'short-lived', scopes: ['read'] });
    const { data } = (await made.json()) as { data: { id: string; key: string } };
    const list = (index: number) =>
      send(index, 'GET', '/v2/ai/conversations?limit=1', undefined, { authorization: `Bearer ${data.key}` });
    for (let index = 0; index < COUNT; index += 1) expect((await list(index)).status).toBe(200);
    const revoked = await send(0, 'DELETE', `/v1/keys/${data.id}`);
    expect(revoked.status).toBeLessThan(300);
    await vi.waitFor(
      async () => {
        for (let index = 0; index < COUNT; index += 1) expect((await list(index)).status).toBe(401);
      },
      { timeout: 12_000, interval: 250 },
    );
  });

  test('do each job once', async () => {
    const ids = await Promise.all(
      Array.from({ length: 45 }, async (_, index) => {
        const made = (await (await send(index, 'POST', '/v2/ai/conversations', { metadata: {} })).json()) as {
          id: string;
        };
        await send(index, 'POST', `/v2/ai/conversations/${made.id}/message`, {
          role: 'user',
          content: 'I want a refund.',
        });
        const ended = await send(index + 1, 'POST', `/v1/conversations/${made.id}/end`);
        expect(ended.status).toBe(200);
        return made.id;
      }),
    );
    await vi.waitFor(
      async () =>
        expect(await ask(`SELECT DISTINCT state::text AS state, retry_count AS again FROM jobs`)).toEqual([
          { state: 'completed', again: 0 },
        ]),
      { timeout: 30_000, interval: 200 },
    );
    const runs = await ask<{ runs: number; results: number }>(
      `SELECT count(DISTINCT i.id)::integer AS runs, count(r.*)::integer AS results FROM conversation_insights i
       LEFT JOIN insight_results r ON r.workspace_id = i.workspace_id AND r.conversation_id = i.conversation_id
       WHERE i.conversation_id IN (${ids.map((id) => `'${id}'`).join()})`,
    );
    expect(runs).toEqual([{ runs: ids.length, results: ids.length }]);
  });

  test('lose nothing when one of them is killed, and take it in again', async () => {
    const outcomes = { tried: 0, answered: 0 };
    const writing = Promise.all(
      Array.from({ length: 4 }, async (_, worker) => {
        for (let turn = 0; turn < 40; turn += 1) {
          outcomes.tried += 1;
          const response = await send(worker % 2, 'POST', '/v2/ai/conversations', { metadata: { beside: turn } });
          await response.arrayBuffer();
          if (response.status === 200) outcomes.answered += 1;
        }
      }),
    );
    await sleep(50);
    await servers[2]?.stop('SIGKILL');
    await writing;
    expect(outcomes).toEqual({ tried: 160, answered: 160 });
    expect(await ask(`SELECT count(*)::integer AS stored FROM conversations WHERE metadata ? 'beside'`)).toEqual([
      { stored: outcomes.answered },
    ]);
    const again = await startServing(environments[2] as Record<string, string>);
    servers = [...servers.slice(0, 2), again];
    expect((await send(2, 'GET', '/v2/ai/conversations?limit=1')).status).toBe(200);
  });
});
