import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { migrations } from '../../src/store/migrations/index.js';
import { ringback, type ServingProcess, startServing } from '../support/command-line.js';
import { createServerDatabase, temporaryFolder } from '../support/databases.js';
import { faultOutcomes } from '../support/fault-outcomes.js';
import { initializationEvent } from '../support/signing.js';

const KEY = 'the API key of all servers';
const HEADERS = { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' };
const COUNT = 3;

/** Real processes, as they run behind a load balancer: each request may meet another one. */
describe('three servers on one database', () => {
  const rows = faultOutcomes('several-processes', `${COUNT} servers on one database, each request to another one`);
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
    rows.report();
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
    const [stored] = await ask<{ made: number }>(
      `SELECT count(*)::integer AS made FROM conversations WHERE metadata ? 'idempotent'`,
    );
    rows.add({
      injected: `requests with ${keys.length} idempotency keys, each sent ${COUNT * 2} times at once`,
      tried: outcomes.tried,
      survived: outcomes.tried - outcomes.other,
      lost: Math.max(0, keys.length - (stored?.made ?? 0)),
      leaked: Math.max(0, (stored?.made ?? 0) - keys.length),
      note: `${outcomes.done} done, ${outcomes.replayed} answered again, ${outcomes.underWay} told that it is under way (409)`,
    });
    expect(outcomes).toMatchObject({ tried: keys.length * COUNT * 2, done: keys.length, other: 0 });
    expect(stored).toEqual({ made: keys.length });
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
    const [found] = await ask<{ counted: number; stored: number }>(
      `SELECT message_count AS counted, (SELECT count(*)::integer FROM messages WHERE conversation_id = c.id) AS stored
       FROM conversations c WHERE id = '${id}'`,
    );
    rows.add({
      injected: 'messages added to one conversation by all of them at once',
      tried: statuses.length,
      survived: statuses.filter((status) => status === 200).length,
      lost: statuses.length - (found?.stored ?? 0),
      leaked: Math.abs((found?.counted ?? 0) - (found?.stored ?? 0)),
      note: 'and counted',
    });
    expect(found).toEqual({ counted: 60, stored: 60 });
  });

  /** Changes the policies at one of them. @returns the milliseconds after which all answered by the new ones */
  async function applied(
    file: string,
    greeting: string,
    waiting: { readonly timeout: number; readonly interval: number },
  ): Promise<number> {
    await writeFile(
      file,
      `version: 1\npolicies:\n  - name: all\n    unverified: allow\n    dynamic_variables:\n      greeting: "${greeting}"\n`,
    );
    expect(await ringback(['apply', file], environments[0])).toMatchObject({ code: 0 });
    const startMs = performance.now();
    for (let index = 0; index < COUNT; index += 1) {
      await vi.waitFor(async () => expect(await greetingOf(index)).toBe(greeting), waiting);
    }
    return Math.round(performance.now() - startMs);
  }

  async function greetingOf(index: number): Promise<unknown> {
    const response = await send(index, 'POST', '/telnyx/dynamic-variables', initializationEvent());
    return ((await response.json()) as { dynamic_variables: Record<string, unknown> }).dynamic_variables.greeting;
  }

  test('answer by new policies as soon as one of them was told, each of which has the old ones in memory', async () => {
    const file = join(await temporaryFolder(), 'ringback.yaml');
    const waits: number[] = [];
    for (const greeting of ['first', 'second', 'third']) {
      waits.push(await applied(file, greeting, { timeout: 5_000, interval: 10 }));
    }
    rows.add({
      injected: 'policies changed at one of them, while all have the old ones in memory',
      tried: waits.length * COUNT,
      survived: waits.length * COUNT,
      lost: 0,
      leaked: 0,
      note: `all answer by the new ones after ${waits.join(', ')} ms`,
    });
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
    const startMs = performance.now();
    await vi.waitFor(
      async () => {
        for (let index = 0; index < COUNT; index += 1) expect((await list(index)).status).toBe(401);
      },
      { timeout: 12_000, interval: 250 },
    );
    rows.add({
      injected: 'a key revoked at one of them, while all trust it',
      tried: COUNT,
      survived: COUNT,
      lost: 0,
      leaked: 0,
      note: `refused by all after ${((performance.now() - startMs) / 1000).toFixed(1)} s`,
    });
  });

  test('tell what one of them heard of a caller at all others, which have the caller in memory', async () => {
    const phone = '+13125550177';
    const callerAt = async (index: number): Promise<string> => {
      const event = initializationEvent({ telnyx_end_user_target: phone, telnyx_end_user_target_verified: true });
      const response = await send(index, 'POST', '/telnyx/dynamic-variables', event);
      return JSON.stringify(((await response.json()) as { dynamic_variables: object }).dynamic_variables);
    };
    const towns = ['Austin', 'Boston', 'Denver', 'Chicago', 'Seattle'];
    const startMs = performance.now();
    for (const [turn, town] of towns.entries()) {
      const told = await send(turn, 'POST', '/v1/add', {
        user: { phone },
        messages: [{ role: 'user', content: `My name is Nora Quist. I live in ${town} now.` }],
      });
      expect(told.status).toBeLessThan(300);
      for (let index = 0; index < COUNT; index += 1) {
        await vi.waitFor(async () => expect(await callerAt(index)).toContain(town), { timeout: 15_000, interval: 50 });
      }
    }
    rows.add({
      injected: 'what a caller said told to one of them, while all have the caller in memory',
      tried: towns.length * COUNT,
      survived: towns.length * COUNT,
      lost: 0,
      leaked: 0,
      note: `learned and known to all within ${Math.round((performance.now() - startMs) / towns.length)} ms`,
    });
  }, 120_000);

  test('find out what they were not told of, when the connection on which they listen was cut', async () => {
    const file = join(await temporaryFolder(), 'ringback.yaml');
    const turns = 5;
    let cut = 0;
    const waits: number[] = [];
    for (let turn = 0; turn < turns; turn += 1) {
      const [row] = await ask<{ cut: number }>(
        `SELECT count(pg_terminate_backend(pid))::integer AS cut FROM pg_stat_activity
         WHERE datname = current_database() AND application_name = 'ringback changes'`,
      );
      cut += row?.cut ?? 0;
      const greeting = `after cut ${turn}`;
      waits.push(await applied(file, greeting, { timeout: 15_000, interval: 20 }));
    }
    rows.add({
      injected: 'the connections on which they listen for changes cut, and policies changed meanwhile',
      tried: turns * COUNT,
      survived: turns * COUNT,
      lost: 0,
      leaked: 0,
      note: `${cut} connections cut; all answer by the new ones after ${Math.max(...waits)} ms at most`,
    });
    expect(cut).toBeGreaterThan(turns);
  }, 120_000);

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
    rows.add({
      injected: 'conversations ended at one of them and another',
      tried: ids.length,
      survived: runs[0]?.runs ?? 0,
      lost: ids.length - (runs[0]?.runs ?? 0),
      leaked: (runs[0]?.results ?? 0) - (runs[0]?.runs ?? 0),
      note: 'each job done once, each with one set of results',
    });
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
    const [beside] = await ask<{ stored: number }>(
      `SELECT count(*)::integer AS stored FROM conversations WHERE metadata ? 'beside'`,
    );
    rows.add({
      injected: 'one of them killed (kill -9) while the others write',
      tried: outcomes.tried,
      survived: outcomes.answered,
      lost: Math.max(0, outcomes.answered - (beside?.stored ?? 0)),
      leaked: Math.max(0, (beside?.stored ?? 0) - outcomes.answered),
      note: 'it was taken in again afterwards',
    });
    expect(outcomes).toEqual({ tried: 160, answered: 160 });
    expect(beside).toEqual({ stored: outcomes.answered });
    const again = await startServing(environments[2] as Record<string, string>);
    servers = [...servers.slice(0, 2), again];
    expect((await send(2, 'GET', '/v2/ai/conversations?limit=1')).status).toBe(200);
  });
});
