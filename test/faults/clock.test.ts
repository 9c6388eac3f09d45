import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ServingProcess, startServing } from '../support/command-line.js';
import { createServerDatabase, temporaryFolder } from '../support/databases.js';
import { faultOutcomes } from '../support/fault-outcomes.js';
import { initializationEvent, telnyxSigner } from '../support/signing.js';

const API_KEY = 'api-key-of-the-clock-that-jumps';
const CLOCK = pathToFileURL(fileURLToPath(new URL('../support/shifted-clock.mjs', import.meta.url))).href;
const [MINUTE_MS, HOUR_MS, DAY_MS] = [60_000, 3_600_000, 86_400_000];
/** From what the database's clock says, which stays as it is: forth, back, far forth, and right again. */
const JUMPS_MS = [0, HOUR_MS, -DAY_MS, 4 * MINUTE_MS, 400 * DAY_MS, 0];
/** How long a key is trusted without asking. */
const TRUSTED_MS = 10_000;

describe('a server whose clock jumps', () => {
  const outcomes = faultOutcomes('clock', 'A clock that jumps, of a server whose database goes by another one');
  const telnyx = telnyxSigner();
  let database: Awaited<ReturnType<typeof createServerDatabase>>;
  let server: ServingProcess;
  let clockFile: string;

  beforeAll(async () => {
    database = await createServerDatabase();
    const folder = await temporaryFolder();
    clockFile = join(folder, 'clock');
    await writeFile(clockFile, '0');
    server = await startServing({
      DATABASE_URL: database.url,
      RINGBACK_DATA_DIR: join(folder, 'data'),
      RINGBACK_API_KEY: API_KEY,
      TELNYX_PUBLIC_KEY: telnyx.publicKey,
      NODE_OPTIONS: `--import ${CLOCK}`,
      CLOCK_FILE: clockFile,
    });
  });
  afterAll(async () => {
    await server?.stop();
    await database?.drop();
    outcomes.report();
  });

  async function ask(sql: string, bindings: readonly unknown[] = []): Promise<readonly Record<string, unknown>[]> {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    try {
      return (await client.query(sql, [...bindings])).rows;
    } finally {
      await client.end();
    }
  }

  async function send(method: string, path: string, body?: object, headers: Record<string, string> = {}) {
    const startMs = performance.now();
    const response = await fetch(`${server.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${API_KEY}`, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(10_000),
    });
    const text = await response.text();
    // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies freely
    const answer: any = text === '' ? {} : JSON.parse(text);
    return { status: response.status, headers: response.headers, answer, tookMs: performance.now() - startMs };
  }

  /** A call that begins, signed at this time of the day. */
  async function call(atMs: number) {
    const event = initializationEvent();
    const headers = telnyx.headers(JSON.stringify(event), Math.floor(atMs / 1000));
    return send('POST', '/telnyx/dynamic-variables', event, headers);
  }

  async function jump(offsetMs: number): Promise<void> {
    await writeFile(clockFile, `${offsetMs}`);
    server.process.kill('SIGUSR2');
    // Its own clock says so.
    await expect
      .poll(async () =>
        Math.abs(
          Date.parse((await send('POST', '/v2/ai/conversations', {})).answer.created_at) - Date.now() - offsetMs,
        ),
      )
      .toBeLessThan(5_000);
  }

  test('forth and back: calls, writes, jobs, keys and repeated requests go on as ever', async () => {
    const names: string[] = [];
    const faults: string[] = [];
    let tried = 0;
    const check = (what: string, holds: boolean): void => {
      tried += 1;
      if (!holds) faults.push(what);
    };
    let [before, slowestMs] = [0, 0];
    for (const offsetMs of JUMPS_MS) {
      const at = `${offsetMs / 1000} s`;
      const repeated = { 'idempotency-key': randomUUID() };
      const first = await send('POST', '/v2/ai/conversations', { name: 'repeated' }, repeated);
      await jump(offsetMs);
      const nowMs = () => Date.now() + offsetMs;

      const again = await send('POST', '/v2/ai/conversations', { name: 'repeated' }, repeated);
      // What was asked a year ago may be done anew: answers are kept for a day.
      if (Math.abs(offsetMs - before) <= DAY_MS) {
        check(
          `${at}: a repeated request is answered as before`,
          again.status === 200 && again.answer.id === first.answer.id,
        );
      }

      for (let turn = 0; turn < 5; turn += 1) {
        const answered = await call(nowMs());
        slowestMs = Math.max(slowestMs, answered.tookMs);
        check(`${at}: a call is answered`, answered.status === 200 && answered.answer.dynamic_variables !== undefined);
      }
      for (const skewMs of [-6 * MINUTE_MS, 6 * MINUTE_MS]) {
        check(`${at}: a signature of another time is refused`, (await call(nowMs() + skewMs)).status === 401);
      }

      const name = randomUUID();
      const made = await send('POST', '/v2/ai/conversations', { name });
      check(`${at}: a conversation is made`, made.status === 200);
      if (made.status === 200) names.push(name);
      const message = { role: 'user', content: 'My name is Nora Quist.' };
      check(
        `${at}: a message is added`,
        (await send('POST', `/v2/ai/conversations/${made.answer.id}/message`, message)).status === 200,
      );
      check(`${at}: it ends`, (await send('POST', `/v1/conversations/${made.answer.id}/end`)).status === 200);
      const path = `/v2/ai/conversations/${made.answer.id}/conversations-insights`;
      await expect
        .poll(async () => (await send('GET', path)).answer.data.map((run: { status: string }) => run.status), {
          timeout: 15_000,
          interval: 100,
        })
        .toEqual(['completed']);
      check(`${at}: its insights are run`, true);
      before = offsetMs;
    }

    const stored = await ask('SELECT count(*)::int AS count FROM conversations WHERE name = ANY($1)', [names]);
    const [jobs] = await ask(
      `SELECT count(*) FILTER (WHERE state <> 'completed' OR retry_count > 0)::int AS count FROM jobs`,
    );
    const lost = names.length - Number(stored[0]?.count);
    outcomes.add({
      injected: 'the clock jumps: an hour forth, a day back, four minutes forth, 400 days forth, and right again',
      tried,
      survived: tried - faults.length,
      lost,
      leaked: Number(jobs?.count),
      note: `calls answered within ${Math.round(slowestMs)} ms; signatures go by the new time at once; each job done once`,
    });
    expect(faults).toEqual([]);
    expect([lost, jobs]).toEqual([0, { count: 0 }]);
  }, 120_000);

  test('back, while keys are trusted for ten seconds: a key that is revoked is refused after these, not after a day', async () => {
    const made = await send('POST', '/v1/keys', { name: 'short-lived', scopes: ['read'] });
    const headers = { authorization: `Bearer ${made.answer.data.key}` };
    const list = () => send('GET', '/v2/ai/conversations?limit=1', undefined, headers);
    await jump(DAY_MS);
    expect((await list()).status).toBe(200);
    await jump(0);
    // As another process does it, which this one is not told of.
    await ask('UPDATE api_keys SET revoked_at = now() WHERE id = $1', [made.answer.data.id]);
    const revokedMs = performance.now();
    let letIn = 0;
    let status = 0;
    while (status !== 401 && performance.now() - revokedMs < 3 * TRUSTED_MS) {
      ({ status } = await list());
      if (status === 200) letIn += 1;
      await sleep(250);
    }
    const tookMs = performance.now() - revokedMs;
    outcomes.add({
      injected: 'a key revoked elsewhere, after the clock went back by a day',
      tried: letIn + 1,
      survived: letIn + 1,
      lost: 0,
      leaked: status === 401 ? 0 : 1,
      note: `refused after ${(tookMs / 1000).toFixed(1)} s`,
    });
    expect(status).toBe(401);
    expect(tookMs).toBeLessThan(TRUSTED_MS + 4_000);
  }, 60_000);
});
