import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
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
const NEUTRAL = { caller_known: 'false', caller_name: '', memory_context: '', last_conversation_at: '' };
const NOT_READY = 'No notes about the caller are available right now.';

/** A real server that really goes away: refusing connections, and frozen with its connections open. */
describe('while the database is away', () => {
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

  // Who has called is remembered for a while, and needs no database: each is a new one.
  let callers = 0;
  const nextNumber = (): string => {
    callers += 1;
    return `+1415555${1000 + callers}`;
  };
  const call = () => ({ id: randomUUID(), type: 'inboundPhoneCall', customer: { number: nextNumber() } });
  const toolCalls = {
    type: 'tool-calls',
    toolCallList: ['recall_caller', 'search_memory', 'remember'].map((name, index) => ({
      id: `call_${index}`,
      name,
      arguments: { query: 'x', text: 'I moved.' },
    })),
  };
  const vapi = (message: object, path = '/vapi', headers: Record<string, string> = { 'x-vapi-secret': VAPI }) =>
    request(server.app).post(path).set(headers).send({ message });
  const retell = (path: string, body: object) => {
    const text = JSON.stringify(body);
    return request(server.app)
      .post(path)
      .set({ 'content-type': 'application/json', ...signRetell(RETELL, text, new Date()) })
      .send(text);
  };
  const retellCall = () => ({
    call_id: `call_${randomUUID()}`,
    direction: 'inbound',
    from_number: nextNumber(),
    to_number: '+14155550100',
  });

  const AWAY: readonly (readonly [string, () => Promise<unknown>, () => Promise<unknown>])[] = [
    ['stopped', () => postgres.stop('fast'), () => postgres.start()],
    ['frozen', () => postgres.pause(), () => postgres.resume()],
  ];

  describe.each(AWAY)('%s', (_how, leave, comeBack) => {
    test('live calls get usable answers in time, and reports are taken when it is back, once', async () => {
      await vapi({ ...toolCalls, call: call() }).expect(200);
      await retell('/retell/search_memory', { call: retellCall(), args: { query: 'x' } }).expect(200);
      await leave();
      const startMs = performance.now();
      const [tools, asked, documents, stranger, search, turn, inbound] = await Promise.all([
        vapi({ ...toolCalls, call: call() }),
        vapi({ type: 'assistant-request', call: call() }),
        vapi({ type: 'knowledge-base-request', call: call(), messages: [{ role: 'user', message: 'x' }] }),
        vapi({ ...toolCalls, call: call() }, '/v1/voice/vapi/recall', {
          authorization: 'Bearer rb_never-seen-before-000000',
        }),
        retell('/retell/search_memory', { call: retellCall(), args: { query: 'x' } }),
        retell('/retell/record_turn', { call: retellCall(), args: { user_text: 'I moved.' } }),
        retell('/retell/inbound', {
          event: 'call_inbound',
          call_inbound: { from_number: nextNumber(), to_number: '+14155550100' },
        }),
      ]);
      expect(performance.now() - startMs).toBeLessThan(2_500);
      const resultsOf = ({ body }: { body: { results: { result: string }[] } }) =>
        body.results.map(({ result }) => result);
      expect(resultsOf(tools)).toEqual([NOT_READY, NOT_READY, 'Noted.']);
      expect(resultsOf(stranger)).toEqual([NOT_READY, NOT_READY, NOT_READY]);
      expect(asked.body).toHaveProperty('error');
      expect(documents.body).toEqual({ documents: [] });
      expect(search.body).toMatchObject({ contextText: '', known_caller: false });
      expect(turn.body).toEqual({ status: 'ok' });
      expect(inbound.body.call_inbound.dynamic_variables).toMatchObject(NEUTRAL);
      const leftOut = [tools, asked, documents, stranger, search, inbound].map(
        ({ headers }) => headers['x-ringback-left-out'],
      );
      expect(leftOut).not.toContain(undefined);
      // What is forged is still told from what is not.
      await vapi({ ...toolCalls, call: call() }, '/vapi', { 'x-vapi-secret': 'forged-secret' }).expect(401);
      await request(server.app)
        .post('/retell/events')
        .set(signRetell('forged', '{}', new Date()))
        .send({})
        .expect(401);

      const report = { type: 'end-of-call-report', call: call(), transcript: 'User: I moved to Oak Street.' };
      const ended = { event: 'call_ended', call: { ...retellCall(), transcript: 'User: I moved to Oak Street.' } };
      await comeBack();
      await expect.poll(async () => (await vapi(report)).status, { timeout: 20_000 }).toBe(200);
      await expect.poll(async () => (await retell('/retell/events', ended)).status, { timeout: 20_000 }).toBe(204);
      expect(await listMessagesOf(database, server.workspaceId, 'vapi', report.call.id)).toEqual([
        'user: I moved to Oak Street.',
      ]);
      expect(await listMessagesOf(database, server.workspaceId, 'retell', ended.call.call_id)).toEqual([
        'user: I moved to Oak Street.',
      ]);
    }, 90_000);
  });
});
