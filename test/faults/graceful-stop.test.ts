import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ServingProcess, startServing } from '../support/command-line.js';
import { temporaryFolder } from '../support/databases.js';
import { faultOutcomes } from '../support/fault-outcomes.js';
import { type ModelEndpoint, startModelEndpoint } from '../support/model-endpoint.js';
import { type PostgresServer, startPostgres } from '../support/postgres-server.js';
import { initializationEvent, telnyxSigner } from '../support/signing.js';

const API_KEY = 'api-key-of-the-graceful-stop';
const WRITERS = 40;
const SLOW = 20;
const CALLS = 30;
const STOP_MS = 10_000;

describe('a server that is told to stop under load', () => {
  const outcomes = faultOutcomes('graceful-stop', 'A graceful stop (SIGTERM) under load');
  const telnyx = telnyxSigner();
  let postgres: PostgresServer;
  let model: ModelEndpoint;
  let folder: string;
  let server: ServingProcess;

  beforeAll(async () => {
    postgres = await startPostgres();
    // Jobs that ask it never end by themselves.
    model = await startModelEndpoint(() => {});
    folder = await temporaryFolder();
  });
  afterAll(async () => {
    server?.process.kill('SIGKILL');
    await model?.close();
    await postgres?.remove();
    outcomes.report();
  });

  const start = async (): Promise<void> => {
    server = await startServing({
      DATABASE_URL: postgres.url,
      RINGBACK_DATA_DIR: join(folder, 'data'),
      RINGBACK_API_KEY: API_KEY,
      TELNYX_PUBLIC_KEY: telnyx.publicKey,
      RINGBACK_REQUESTS_PER_SECOND: '0',
      RINGBACK_ADDRESS_REQUESTS_PER_SECOND: '0',
      LLM_BASE_URL: model.baseUrl,
      LLM_MODEL: 'hangs',
    });
  };

  async function onDatabase(
    sql: string,
    bindings: readonly unknown[] = [],
  ): Promise<readonly Record<string, unknown>[]> {
    const client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    try {
      return (await client.query(sql, [...bindings])).rows;
    } finally {
      await client.end();
    }
  }

  const api = (path: string, options: RequestInit = {}, key = API_KEY): Promise<Response> =>
    fetch(`${server.url}${path}`, {
      ...options,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    });

  /** Creates conversations one after the other on a connection that is kept, until the server is gone. */
  async function write(stored: string[], unanswered: string[]): Promise<void> {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    for (;;) {
      const name = randomUUID();
      try {
        const { status } = await post(agent, '/v2/ai/conversations', JSON.stringify({ name })).answer;
        if (status !== 200) throw new Error(`status ${status}`);
        stored.push(name);
      } catch (error) {
        unanswered.push((error as Error).message);
        agent.destroy();
        return;
      }
    }
  }

  function post(agent: Agent | undefined, path: string, body: string, restAfterMs?: number) {
    const sent = request(`${server.url}${path}`, {
      method: 'POST',
      ...(agent === undefined ? {} : { agent }),
      headers: {
        authorization: `Bearer ${API_KEY}`,
        'content-length': Buffer.byteLength(body),
        // The server says so when it has read the head: then the request is in flight.
        ...(restAfterMs === undefined ? {} : { expect: '100-continue' }),
      },
    });
    const answer = new Promise<{ status: number; connection: string | undefined }>((resolve, reject) => {
      sent.on('error', reject);
      sent.on('response', (response: IncomingMessage) => {
        response.resume();
        response.on('error', reject);
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, connection: response.headers.connection }),
        );
      });
    });
    answer.catch(() => {});
    if (restAfterMs === undefined) sent.end(body);
    else {
      sent.write(body.slice(0, 5));
      void sleep(restAfterMs).then(() => sent.end(body.slice(5)));
    }
    const begun = new Promise<void>((resolve) => sent.once('continue', resolve));
    return { answer, begun };
  }

  /** An import whose body has no end: a conversation every few milliseconds. */
  function importWithoutEnd(ids: string[]): Promise<string> {
    const sent = request(`${server.url}/v1/import`, {
      method: 'POST',
      headers: { authorization: `Bearer ${API_KEY}` },
    });
    void (async () => {
      while (!sent.destroyed) {
        const id = randomUUID();
        ids.push(id);
        sent.write(`${JSON.stringify({ type: 'conversation', id, name: 'imported' })}\n`);
        await sleep(1);
      }
    })();
    const answer = new Promise<string>((resolve, reject) => {
      sent.on('error', reject);
      sent.on('response', (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('end', () => {
          sent.destroy();
          resolve(text);
        });
      });
    });
    answer.catch(() => {});
    return answer;
  }

  async function exitOf(signalled: ServingProcess): Promise<{ code: number | null; tookMs: number }> {
    const startMs = performance.now();
    const ended = once(signalled.process, 'exit');
    signalled.process.kill('SIGTERM');
    const [code] = (await ended) as [number | null];
    return { code, tookMs: performance.now() - startMs };
  }

  test('answers what is in flight, puts jobs back, writes what is to be written, and is gone within 10 seconds', async () => {
    await start();
    const made = (await (
      await api('/v1/keys', { method: 'POST', body: '{"name":"used","scopes":["read"]}' })
    ).json()) as {
      data: { id: string; key: string };
    };
    // A job that hangs in its model.
    const conversation = (await (await api('/v2/ai/conversations', { method: 'POST', body: '{}' })).json()) as {
      id: string;
    };
    const message = JSON.stringify({ role: 'user', content: 'My name is Nora Quist and I moved to Austin last year.' });
    await api(`/v2/ai/conversations/${conversation.id}/message`, { method: 'POST', body: message });
    await api(`/v1/conversations/${conversation.id}/end`, { method: 'POST' });
    // The call is also learned from by the same model: which job asks it first is not said.
    const insights = `SELECT state::text FROM jobs WHERE data->>'type' = 'run-insights'`;
    await expect.poll(() => onDatabase(insights), { timeout: 20_000 }).toEqual([{ state: 'active' }]);
    await expect.poll(() => model.openRequests(), { timeout: 20_000 }).toBeGreaterThan(0);

    const imported: string[] = [];
    const importing = importWithoutEnd(imported);
    const stored: string[] = [];
    const unanswered: string[] = [];
    const writers = Array.from({ length: WRITERS }, () => write(stored, unanswered));
    await expect.poll(() => stored.length, { timeout: 10_000 }).toBeGreaterThan(WRITERS * 5);
    // Just before: they wait in memory to be written.
    expect((await api('/v2/ai/conversations?limit=1', {}, made.data.key)).status).toBe(200);
    const calls = await Promise.all(
      Array.from({ length: CALLS }, async (_, index) => {
        const body = JSON.stringify(initializationEvent({ telnyx_end_user_target: `+1312555${1000 + index}` }));
        const headers = { ...telnyx.headers(body), 'content-type': 'application/json' };
        return (await fetch(`${server.url}/telnyx/dynamic-variables`, { method: 'POST', headers, body })).status;
      }),
    );
    expect(new Set(calls)).toEqual(new Set([200]));
    // In flight: the rest of their bodies comes after the signal.
    const sent = Array.from({ length: SLOW }, () => post(undefined, '/v2/ai/conversations', '{"name":"slow"}', 4_000));
    const slow = sent.map(({ answer }) => answer);
    await Promise.all(sent.map(({ begun }) => begun));

    const { code, tookMs } = await exitOf(server);
    await Promise.all(writers);
    const text = await importing;
    const answered = await Promise.all(slow);

    expect(code).toBe(0);
    expect(tookMs).toBeLessThan(STOP_MS);
    expect(answered).toEqual(Array.from({ length: SLOW }, () => ({ status: 200, connection: 'close' })));
    const lines = text.trim().split('\n');
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({
      errors: [{ code: '10037', detail: 'The server is stopping: send the same request again.' }],
    });
    const names = await onDatabase('SELECT name FROM conversations WHERE name = ANY($1)', [stored]);
    const lost = stored.length - names.length;
    // Connections that are kept may be closed between two requests: then nothing was sent, or nothing of it was read.
    expect(unanswered.filter((reason) => !/ECONNRESET|ECONNREFUSED|socket hang up|EPIPE/.test(reason))).toEqual([]);
    const jobs = await onDatabase(insights);
    expect(jobs).toEqual([{ state: expect.stringMatching(/^(created|retry)$/) }]);
    const [records] = await onDatabase('SELECT count(*)::int AS count FROM initializations');
    expect(records).toEqual({ count: CALLS });
    const [key] = await onDatabase('SELECT last_used_at IS NOT NULL AS used FROM api_keys WHERE id = $1', [
      made.data.id,
    ]);
    expect(key).toEqual({ used: true });
    const [left] = await onDatabase(
      `SELECT count(*)::int AS count FROM pg_stat_activity WHERE application_name LIKE 'ringback%'`,
    );
    outcomes.add({
      injected: 'SIGTERM with writers, an import, a job and records under way',
      tried: stored.length + SLOW + CALLS + 1,
      survived: names.length + SLOW + CALLS + jobs.length,
      lost,
      leaked: left?.count as number,
      note: `gone after ${Math.round(tookMs)} ms; import ended at once; 1 job put back`,
    });
    expect(lost).toBe(0);
    expect(left).toEqual({ count: 0 });
    // Nothing hung: an import and a job that never end cost no time.
    expect(tookMs).toBeLessThan(7_500);
  });

  test('is gone within 10 seconds while the database hangs', async () => {
    await start();
    const writers = Array.from({ length: WRITERS }, () => write([], []));
    await sleep(500);
    await postgres.pause();
    try {
      await sleep(300);
      const { tookMs } = await exitOf(server);
      await Promise.all(writers);
      outcomes.add({
        injected: 'SIGTERM while the database hangs',
        tried: 1,
        survived: tookMs < STOP_MS ? 1 : 0,
        lost: 0,
        leaked: 0,
        note: `gone after ${Math.round(tookMs)} ms`,
      });
      expect(tookMs).toBeLessThan(STOP_MS);
    } finally {
      await postgres.resume();
    }
  });

  test('is gone within 10 seconds when a client holds its request open', async () => {
    await start();
    const held = post(undefined, '/v2/ai/conversations', '{"name":"held"}', 60_000).answer;
    await sleep(200);
    const { code, tookMs } = await exitOf(server);
    await expect(held).rejects.toThrow();
    outcomes.add({
      injected: 'SIGTERM while a client never ends its body',
      tried: 1,
      survived: tookMs < STOP_MS ? 1 : 0,
      lost: 0,
      leaked: 0,
      note: `gone after ${Math.round(tookMs)} ms`,
    });
    expect(code).toBe(0);
    expect(tookMs).toBeLessThan(STOP_MS);
  });
});
