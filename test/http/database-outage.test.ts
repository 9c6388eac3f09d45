import { rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../src/store/database.js';
import { migrate } from '../../src/store/migrate.js';
import { temporaryFolder } from '../support/databases.js';
import { type PostgresServer, startPostgres } from '../support/postgres-server.js';
import { type TestApp, testApp } from '../support/server.js';
import { initializationEvent } from '../support/signing.js';
import { silentLog } from '../support/silent-log.js';

/** A real server that really goes away: refusing connections, and frozen with its connections open. */
describe('while the database is away', () => {
  let postgres: PostgresServer;
  let database: Database;
  let server: TestApp;
  let socket: Server;
  let dataDir: string;
  let callers = 0;
  let known = -1;
  const nextTarget = (): string => {
    callers += 1;
    return `+1555200${1000 + callers}`;
  };

  beforeAll(async () => {
    dataDir = await temporaryFolder();
    postgres = await startPostgres();
    database = await openDatabase({ url: postgres.url, dataDir, connectTimeoutMs: 1_000 }, silentLog);
    await migrate(database);
    server = await testApp(database);
    socket = server.app.listen(0);
    for (let caller = 0; caller < 10; caller += 1) {
      const metadata = { telnyx_end_user_target: `+1555123000${caller}` };
      await api('post', '/v2/ai/conversations').send({ metadata }).expect(200);
    }
  });
  afterAll(async () => {
    socket.close();
    await postgres.resume().catch(() => {});
    await database.close();
    await postgres.remove();
    await rm(dataDir, { recursive: true, force: true });
  });

  const api = (method: 'get' | 'post', path: string, key = server.keys.all) =>
    request(socket)[method](path).set('authorization', `Bearer ${key}`);

  /** Who has called is remembered for a while, and needs no database: that is another test's. */
  async function webhook(target = nextTarget()) {
    const event = JSON.stringify(initializationEvent({ telnyx_end_user_target: target }));
    return request(socket).post('/telnyx/dynamic-variables').set(server.telnyx.headers(event)).send(event);
  }

  async function expectWorking(): Promise<void> {
    known += 1;
    expect((await webhook(`+1555123000${known}`)).body.dynamic_variables.caller_known).toBe('true');
    await api('get', '/v2/ai/conversations').expect(200);
    await request(socket).get('/ready').expect(200);
  }

  async function expectDegraded(): Promise<void> {
    const before = server.logLines.length;
    const answers = await Promise.all(Array.from({ length: 40 }, () => webhook()));
    for (const response of answers) {
      expect(response.status).toBe(200);
      expect(response.body.memory.conversation_query).toContain('eq.+1555200');
      expect(response.body.dynamic_variables.memory_user_id).toContain('voice:+1555200');
      expect(response.headers['x-ringback-left-out']).toBe('caller_profile');
    }
    const durations = server.logLines
      .slice(before)
      .flatMap(({ duration_ms }) => (duration_ms as number | undefined) ?? []);
    expect(durations).toHaveLength(40);
    expect(Math.max(...durations)).toBeLessThan(1_000);
    // Verification needs no database: what is forged stays refused.
    const forged = await request(socket)
      .post('/telnyx/dynamic-variables')
      .set(server.telnyx.headers('{}'))
      .send('{"a":1}');
    expect(forged.status).toBe(401);

    await request(socket).get('/health').expect(200);
    await request(socket).get('/ready').expect(503);
    const listed = await api('get', '/v2/ai/conversations');
    expect(listed.status).toBe(503);
    expect(listed.body.errors[0]).toMatchObject({ code: '10037', title: 'Service unavailable' });
    // The key was known; the one below never was, and cannot be judged now.
    const stranger = await api('get', '/v2/ai/conversations', 'rb_never-seen-before-000000');
    expect(stranger.status).toBe(503);
  }

  /** Look-ups begin again a moment after the database did; connections that hang come back when their statements end. */
  async function expectRecovery(): Promise<void> {
    const leftOut = async () => (await webhook()).headers['x-ringback-left-out'];
    await expect.poll(leftOut, { timeout: 20_000 }).toBeUndefined();
    await expectWorking();
  }

  test('refusing connections, webhooks are answered in time and the rest says 503, until it is back', async () => {
    await expectWorking();
    await postgres.stop('fast');
    await expectDegraded();
    await postgres.start();
    await expectRecovery();
  });

  test('a caller who is remembered is known all the same', async () => {
    const caller = '+15551230004';
    await webhook(caller);
    await postgres.stop('fast');
    const response = await webhook(caller);
    expect(response.body.dynamic_variables.caller_known).toBe('true');
    expect(response.headers).not.toHaveProperty('x-ringback-left-out');
    await postgres.start();
    await expectRecovery();
  });

  test('frozen, the same', async () => {
    await expectWorking();
    await postgres.pause();
    await expectDegraded();
    await postgres.resume();
    await expectRecovery();
  });

  test('frozen for long under load, the server goes on afterwards', async () => {
    await postgres.pause();
    for (let round = 0; round < 4; round += 1) {
      const answers = await Promise.all(Array.from({ length: 150 }, () => webhook()));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    }
    await postgres.resume();
    await expectRecovery();
  });
});
