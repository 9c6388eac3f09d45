import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import request from 'supertest';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../src/store/database.js';
import { migrate } from '../../src/store/migrate.js';
import { temporaryFolder } from '../support/databases.js';
import { type PostgresServer, startPostgres } from '../support/postgres-server.js';
import { type TestApp, testApp } from '../support/server.js';
import { silentLog } from '../support/silent-log.js';

let postgres: PostgresServer;
let database: Database;
let server: TestApp;
let dataDir: string;

beforeAll(async () => {
  dataDir = await temporaryFolder();
  postgres = await startPostgres();
  database = await openDatabase({ url: postgres.url, dataDir, connectTimeoutMs: 1_000 }, silentLog);
  await migrate(database);
  server = await testApp(database);
});
afterAll(async () => {
  await server.jobs.stop(0);
  await database.close();
  await postgres.remove();
  await rm(dataDir, { recursive: true, force: true });
});

test('while the database is stopped, an event is answered 503; sent again later, it counts once', async () => {
  const conversation_id = randomUUID();
  const event = JSON.stringify({
    data: { id: 'event-1', event_type: 'call.conversation.ended', payload: { conversation_id, duration_sec: 3 } },
  });
  const send = () => request(server.app).post('/telnyx/events').set(server.telnyx.headers(event)).send(event);
  await postgres.stop('fast');
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const { status, body, headers } = await send();
    expect([status, headers['retry-after']]).toEqual([503, '1']);
    expect(body.errors).toMatchObject([{ code: '10037', detail: 'The database does not answer.' }]);
  }
  // What is forged is still told from what is not.
  await request(server.app)
    .post('/telnyx/events')
    .set(server.telnyx.headers(`${event} `))
    .send(event)
    .expect(401);
  await postgres.start();
  const statuses: unknown[] = [];
  await expect
    .poll(
      async () => {
        const { status, body } = await send();
        if (status === 200) statuses.push(body.data.outcome);
        return statuses.length;
      },
      { timeout: 20_000 },
    )
    .toBe(2);
  expect(statuses).toEqual(['ended', 'duplicate']);
  const { rows } = await database.knex.raw('SELECT count(*) AS count FROM events');
  expect(rows[0].count).toBe(1);
});

test('while the workspace cannot be asked what is its own, no event is taken for it', async () => {
  const isOfWorkspace = (sql: string) => sql.includes('workspace_secrets');
  const slow = await testApp(database, {
    wrap: (real) => ({
      ...real,
      run: (sql, ...rest) => (isOfWorkspace(sql) ? new Promise(() => {}) : real.run(sql, ...rest)),
    }),
  });
  const event = JSON.stringify({ event_type: 'call.recording.saved', id: randomUUID() });
  const send = () => request(slow.app).post('/telnyx/events').set(slow.telnyx.headers(event)).send(event);
  const { status, headers } = await send();
  expect([status, headers['retry-after']]).toEqual([503, '1']);
  const { rows } = await database.knex.raw('SELECT count(*) AS count FROM events WHERE event_type = ?', [
    'call.recording.saved',
  ]);
  expect(rows[0].count).toBe(0);
});
