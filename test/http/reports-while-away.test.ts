import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signRetell } from '../../src/platforms/retell/signature.js';
import { type Database, openDatabase } from '../../src/store/database.js';
import { migrate } from '../../src/store/migrate.js';
import { temporaryFolder } from '../support/databases.js';
import { listMessagesOf } from '../support/messages-of.js';
import { type PostgresServer, startPostgres } from '../support/postgres-server.js';
import { type TestApp, testApp } from '../support/server.js';
import { silentLog } from '../support/silent-log.js';

const VAPI = 'vapi-secret-of-the-environment';
const RETELL = 'key_retell_of_the_environment_0123456789';

/** Vapi sends a report once: what is refused then is lost. */
describe('a report that comes while the database is away for a moment', () => {
  let postgres: PostgresServer;
  let database: Database;
  let server: TestApp;
  let dataDir: string;
  beforeAll(async () => {
    dataDir = await temporaryFolder();
    postgres = await startPostgres();
    database = await openDatabase({ url: postgres.url, dataDir, connectTimeoutMs: 1_000 }, silentLog);
    await migrate(database);
    server = await testApp(database, { settings: { vapiSecret: VAPI, retellApiKey: RETELL } });
  });
  afterAll(async () => {
    await postgres.resume().catch(() => {});
    await database.close();
    await postgres.remove();
    await rm(dataDir, { recursive: true, force: true });
  });

  const report = (path: string, callId: string, app = server.app) =>
    request(app)
      .post(path)
      .set('x-vapi-secret', VAPI)
      .send({
        message: {
          type: 'end-of-call-report',
          call: { id: callId, type: 'inboundPhoneCall', customer: { number: '+14155550177' } },
          transcript: 'User: I moved to Oak Street.',
        },
      });
  const ended = (callId: string) => {
    const call = { call_id: callId, direction: 'inbound', from_number: '+14155550178', to_number: '+14155550100' };
    const text = JSON.stringify({ event: 'call_ended', call: { ...call, transcript: 'User: I moved to Oak Street.' } });
    return request(server.app)
      .post('/retell/events')
      .set({ 'content-type': 'application/json', ...signRetell(RETELL, text, new Date()) })
      .send(text);
  };

  test.each<readonly [string, () => Promise<unknown>, () => Promise<unknown>]>([
    ['stopped', () => postgres.stop('fast'), () => postgres.start()],
    ['frozen', () => postgres.pause(), () => postgres.resume()],
  ])(
    'is kept when it is back: %s',
    async (_how, leave, comeBack) => {
      // Of this one nothing was ever asked: its workspace is presumed.
      const fresh = await testApp(database, { settings: { vapiSecret: VAPI } });
      await report('/vapi', randomUUID()).expect(200);
      await ended(`call_${randomUUID()}`).expect(204);
      await leave();
      const ids = [randomUUID(), randomUUID(), randomUUID(), `call_${randomUUID()}`];
      const [one = '', other = '', presumed = '', retell = ''] = ids;
      let answered = 0;
      const answers = Promise.all(
        [
          report('/vapi', one),
          report('/v1/voice/vapi/save', other),
          report('/v1/voice/vapi/save', presumed, fresh.app),
          ended(retell),
        ].map((sent) =>
          sent.then(({ status }) => {
            answered += 1;
            return status;
          }),
        ),
      );
      await sleep(1_500);
      expect(answered).toBe(0);
      await comeBack();
      const [first, ...statuses] = await answers;
      expect(first).toBe(200);
      // 200: its first try had been stored when the connection was lost.
      expect([202, 200]).toContain(statuses[0]);
      expect([202, 200]).toContain(statuses[1]);
      expect(statuses[2]).toBe(204);
      for (const [platform, id] of [
        ['vapi', one],
        ['vapi', other],
        ['vapi', presumed],
        ['retell', retell],
      ] as const) {
        const messages = await listMessagesOf(database, server.workspaceId, platform, id);
        expect(messages).toEqual(['user: I moved to Oak Street.']);
      }
    },
    60_000,
  );

  test('is refused when it stays away, before the platform gives up, and sent again counts once', async () => {
    const id = `call_${randomUUID()}`;
    await postgres.stop('fast');
    const startMs = performance.now();
    const refused = await ended(id);
    expect([refused.status, refused.headers['retry-after']]).toEqual([503, '1']);
    expect(performance.now() - startMs).toBeGreaterThan(6_000);
    expect(performance.now() - startMs).toBeLessThan(10_000);
    await postgres.start();
    await expect.poll(async () => (await ended(id)).status, { timeout: 20_000 }).toBe(204);
    const messages = await listMessagesOf(database, server.workspaceId, 'retell', id);
    expect(messages).toEqual(['user: I moved to Oak Street.']);
  }, 60_000);
});
