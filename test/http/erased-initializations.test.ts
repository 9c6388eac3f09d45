import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Knex } from 'knex';
import request from 'supertest';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  createInitializationRecorder,
  type InitializationRecorder,
} from '../../src/assistants/initialization-recorder.js';
import { createApiKey } from '../../src/store/api-keys.js';
import { findCall } from '../../src/store/calls.js';
import { insertInitializations, purgeInitializations } from '../../src/store/initializations.js';
import { notedInitialization } from '../assistants/records/example.js';
import { describeOnBothDatabases, makeWorkspace } from '../support/databases.js';
import { playedMemories } from '../support/played-memories.js';
import { type TestApp, testApp } from '../support/server.js';
import { silentLog } from '../support/silent-log.js';

const PHONE = { customer: { number: '+14155550142' } };
const SIP = { customer: { sipUri: 'sip:sarah@pbx.example.com' } };
const WEB = { call: { type: 'webCall', assistantOverrides: { metadata: { memory_user_id: 'cust_1' } } } };

interface Caller {
  readonly customer?: object;
  readonly call?: object;
}

describeOnBothDatabases('what was told when a call of Vapi or Retell began', (database) => {
  let server: TestApp;
  let recorder: InitializationRecorder;
  /** False: what is noted is with another process, which an erasure here cannot have write it. */
  let isReached = true;
  /** So many transactions of the server's are begun before its database goes away. */
  let transactionsLeft = Number.POSITIVE_INFINITY;
  let workspaceId: number;
  let path: string;
  let key: string;

  beforeAll(async () => {
    recorder = newRecorder();
    const forwarding: Pick<InitializationRecorder, 'note' | 'flush' | 'counts'> = {
      note: (noted) => recorder.note(noted),
      flush: async () => {
        if (isReached) await recorder.flush();
      },
      counts: () => recorder.counts(),
    };
    const transaction = async (work: (trx: Knex.Transaction) => Promise<unknown>): Promise<unknown> => {
      transactionsLeft -= 1;
      if (transactionsLeft < 0) throw new Error('the database went away');
      return database().knex.transaction(work);
    };
    const knex = new Proxy(database().knex, {
      get: (whole, name) => (name === 'transaction' ? transaction : Reflect.get(whole, name)),
    });
    server = await testApp({ ...database(), knex }, { memories: playedMemories({}), recorder: forwarding });
  });
  beforeEach(async () => {
    isReached = true;
    transactionsLeft = Number.POSITIVE_INFINITY;
    recorder = newRecorder();
    const { id, name } = await makeWorkspace(database());
    workspaceId = id;
    path = `/w/${name}`;
    const scopes = ['platform', 'read', 'write', 'admin'] as const;
    key = (await createApiKey(database().knex, { workspaceId, name: 'test', scopes: [...scopes] })).key;
    await request(server.app)
      .patch(`/v1/workspaces/${name}`)
      .set('authorization', `Bearer ${server.keys.admin}`)
      .send({
        settings: { sip_domains: ['pbx.example.com'], trusted_parameters: ['memory_user_id'], retell_agent: 'agent_1' },
      })
      .expect(200);
  });
  afterEach(() => recorder.stop(0));

  /** Writes only when it is told to: what was noted waits. */
  function newRecorder(): InitializationRecorder {
    return createInitializationRecorder({
      write: (records) => insertInitializations(database(), records, 10_000),
      ...{ log: silentLog, everyMs: 3_600_000 },
    });
  }

  const post = (route: string, body: object) =>
    request(server.app).post(`${path}${route}`).set('authorization', `Bearer ${key}`).send(body).expect(200);
  const vapi = ({ call, ...caller }: Caller, id: string, message: object) =>
    post('/vapi', {
      message: { ...caller, ...message, call: { id, type: 'inboundPhoneCall', assistantId: 'assistant-1', ...call } },
    });
  const begin = (caller: Caller, id: string) => vapi(caller, id, { type: 'assistant-request' });
  const report = (caller: Caller, id: string) =>
    vapi(caller, id, {
      ...{ type: 'end-of-call-report', endedReason: 'customer-ended-call', startedAt: '2026-03-02T15:00:00.000Z' },
      ...{ endedAt: '2026-03-02T15:04:00.000Z', transcript: 'AI: How can I help?\nUser: I moved to 12 Oak Street.\n' },
    });
  const remove = (url: string) => request(server.app).delete(url).set('authorization', `Bearer ${key}`);
  const recorded = async (): Promise<readonly (string | null)[]> => {
    await recorder.flush();
    const { body } = await request(server.app)
      .get('/v1/initializations')
      .set('authorization', `Bearer ${key}`)
      .expect(200);
    return body.data.map(({ event_id }: { event_id: string | null }) => event_id);
  };
  const callOf = async (id: string) => {
    const call = await findCall(database().knex, workspaceId, 'vapi', id);
    if (call === undefined) throw new Error('There is no such call.');
    return call;
  };
  const OTHER = { customer: { number: '+14155550143' } };

  test.each<[string, Caller]>([
    ['by telephone', PHONE],
    ['by SIP', SIP],
    ['from a web page', WEB],
  ])('goes with a caller who called %s, also of a call that never was reported', async (_, caller) => {
    const [kept, unreported, others] = [randomUUID(), randomUUID(), randomUUID()];
    for (const id of [kept, unreported]) await begin(caller, id);
    await begin(OTHER, others);
    await report(caller, kept);
    const { callerId } = await callOf(kept);
    // Nothing of it is written yet.
    const { body } = await remove(`/v1/callers/${callerId}`).expect(200);
    expect(body.counts.initializations).toBe(2);
    expect(await recorded()).toEqual([others]);
  });

  test.each<[string, Caller]>([
    ['by telephone', PHONE],
    ['by SIP', SIP],
    ['from a web page', WEB],
  ])('is not written by another process after the caller who called %s was erased', async (_, caller) => {
    const [kept, unreported, others, later] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    for (const id of [kept, unreported]) await begin(caller, id);
    await begin(OTHER, others);
    await report(caller, kept);
    isReached = false;
    await remove(`/v1/callers/${(await callOf(kept)).callerId}`).expect(200);
    expect(await recorded()).toEqual([others]);
    // Who has the number from now on is somebody else.
    await database()
      .knex('tombstones')
      .where({ workspace_id: workspaceId })
      .update({ erased_at: new Date(Date.now() - 10_000) });
    await begin(caller, later);
    expect(await recorded()).toEqual([later, others]);
  });

  test('is not written after its caller was erased an hour ago, when nothing says any more who that was', async () => {
    const id = randomUUID();
    await begin(PHONE, id);
    await report(PHONE, id);
    isReached = false;
    const anHourAgo = (afterMs = 0) => new Date(Date.now() - 60 * 60 * 1000 + afterMs);
    const wait = (eventId: string, value: string, at: Date): void => {
      const noted = notedInitialization({ workspaceId, at, payload: { telnyx_end_user_target: value } });
      recorder.note({ ...noted, event: { ...noted.event, eventId } });
    };
    wait('before', '+14155550142', anHourAgo(-10_000));
    wait('after', '+14155550142', anHourAgo(10_000));
    wait('of another', '+14155550143', anHourAgo(10_000));
    await remove(`/v1/callers/${(await callOf(id)).callerId}`).expect(200);
    const ofWorkspace = (table: string) => database().knex(table).where({ workspace_id: workspaceId });
    for (const table of ['tombstones', 'erasures']) await ofWorkspace(table).update({ erased_at: anHourAgo() });
    const { length } = await ofWorkspace('tombstones');
    await purgeInitializations(database().knex, new Date(Date.now() + 1_000));
    // Those of the call, its event and its conversation stay.
    expect(await ofWorkspace('tombstones')).toHaveLength(length - 1);
    expect([...(await recorded())].sort()).toEqual(['after', 'of another']);
  });

  test('is not written by another process after its conversation was deleted, and one that comes later is', async () => {
    const [deleted, kept] = [randomUUID(), randomUUID()];
    for (const id of [deleted, kept]) {
      await begin(PHONE, id);
      await report(PHONE, id);
    }
    isReached = false;
    const { conversationId } = await callOf(deleted);
    await remove(`/v2/ai/conversations/${conversationId}`).expect(204);
    expect(await recorded()).toEqual([kept]);
    // It is imported again, and begins once more: it was deleted an hour ago.
    const marks = () => database().knex('tombstones').where({ workspace_id: workspaceId });
    await marks().update({ erased_at: new Date(Date.now() - 60 * 60 * 1000) });
    await begin(PHONE, deleted);
    expect(await recorded()).toEqual([deleted, kept]);
    await purgeInitializations(database().knex, new Date(Date.now() + 1_000));
    expect(await marks()).toEqual([]);
    expect(await recorded()).toEqual([deleted, kept]);
  });

  test.each([
    ['caller', 'erased'],
    ['call', 'erased'],
    ['conversation', 'deleted'],
  ])('does not stay where it was being written while its %s was %s', async (what) => {
    const [kept, unreported] = [randomUUID(), randomUUID()];
    await report(PHONE, kept);
    const { callerId, conversationId } = await callOf(kept);
    let erasing: Promise<unknown> | undefined;
    await database().withSession(async (connection) => {
      // Of another process. Its statement takes a while.
      const run = async (sql: string, bindings: readonly unknown[]) =>
        (await connection.query(sql, [...bindings])).rows;
      const write = (records: Parameters<typeof insertInitializations>[1]) =>
        insertInitializations({ run }, records, 10_000);
      recorder = createInitializationRecorder({ write, log: silentLog, everyMs: 3_600_000 });
      await begin(PHONE, what === 'caller' ? unreported : kept);
      await connection.query('BEGIN');
      await recorder.flush();
      isReached = false;
      const erase = {
        caller: () => remove(`/v1/callers/${callerId}`).expect(200),
        call: () => vapi(PHONE, kept, { type: 'call.deleted' }).expect(200),
        conversation: () => remove(`/v2/ai/conversations/${conversationId}`).expect(204),
      }[what];
      erasing = erase?.().then();
      await sleep(500);
      await connection.query('COMMIT');
    });
    await erasing;
    recorder = newRecorder();
    expect(await recorded()).toEqual([]);
  });

  test.each([
    ['within the hour', 0],
    ['when the server is back', 5],
  ])('goes with its conversation %s where the database went away before it was looked for', async (_, hours) => {
    const [deleted, kept] = [randomUUID(), randomUUID()];
    for (const id of [deleted, kept]) {
      await begin(PHONE, id);
      await report(PHONE, id);
    }
    await recorder.flush();
    const { knex } = database();
    await knex.raw('CREATE TABLE written AS SELECT * FROM initializations WHERE workspace_id = ?', [workspaceId]);
    transactionsLeft = 1;
    await remove(`/v2/ai/conversations/${(await callOf(deleted)).conversationId}`).expect(204);
    await knex('initializations').where({ workspace_id: workspaceId }).delete();
    await knex.raw('INSERT INTO initializations SELECT * FROM written');
    await knex.schema.dropTable('written');
    expect(await recorded()).toHaveLength(2);
    await purgeInitializations(knex, new Date(Date.now() + hours * 60 * 60 * 1000));
    expect(await recorded()).toEqual([kept]);
  });

  test.each([
    ['within the hour', 0],
    ['when the server is back', 5],
  ])('goes %s where the database went away before it was looked for, and the receipt is there', async (_, hours) => {
    const [kept, unreported, unerased] = [randomUUID(), randomUUID(), randomUUID()];
    for (const id of [kept, unreported]) await begin(PHONE, id);
    await begin(OTHER, unerased);
    await report(PHONE, kept);
    const { callerId } = await callOf(kept);
    await recorder.flush();
    // What another process wrote while the caller was erased is what is in the table then.
    const { knex } = database();
    await knex.raw('CREATE TABLE written AS SELECT * FROM initializations WHERE workspace_id = ?', [workspaceId]);
    transactionsLeft = 1;
    const { body } = await remove(`/v1/callers/${callerId}`).expect(200);
    expect(body).toMatchObject({ receipt_id: expect.any(String), caller_id: callerId, counts: { callers: 1 } });
    await knex('initializations').where({ workspace_id: workspaceId }).delete();
    await knex.raw('INSERT INTO initializations SELECT * FROM written');
    await knex.schema.dropTable('written');
    expect(await recorded()).toHaveLength(3);
    await purgeInitializations(knex, new Date(Date.now() + hours * 60 * 60 * 1000));
    expect(await recorded()).toEqual([unerased]);
  });

  test('goes with a caller whom Retell asked about without saying which call it is', async () => {
    await post('/retell/inbound', {
      ...{ event: 'call_inbound' },
      call_inbound: { agent_id: 'agent_1', from_number: 'sip:sarah@pbx.example.com', to_number: '+14155550100' },
    });
    expect(await recorded()).toEqual([null]);
    const reported = randomUUID();
    await report(SIP, reported);
    await remove(`/v1/callers/${(await callOf(reported)).callerId}`).expect(200);
    expect(await recorded()).toEqual([]);
  });

  test('is exported with the caller', async () => {
    const id = randomUUID();
    await begin(WEB, id);
    await report(WEB, id);
    expect(await recorded()).toEqual([id]);
    const { text } = await request(server.app)
      .get(`/v1/callers/${(await callOf(id)).callerId}/export`)
      .set('authorization', `Bearer ${key}`)
      .expect(200);
    expect(text).toContain('"type":"initialization"');
    expect(text).toContain(`"eventId":"${id}"`);
  });

  test('goes with its conversation', async () => {
    const [deleted, kept] = [randomUUID(), randomUUID()];
    for (const id of [deleted, kept]) {
      await begin(PHONE, id);
      await report(PHONE, id);
    }
    await remove(`/v2/ai/conversations/${(await callOf(deleted)).conversationId}`).expect(204);
    expect(await recorded()).toEqual([kept]);
  });

  test.each([
    ['written', true],
    ['still to be written', false],
  ])('goes when the call is deleted at Vapi before its report came, where it is %s', async (_, isWritten) => {
    const id = randomUUID();
    await begin(PHONE, id);
    if (isWritten) expect(await recorded()).toEqual([id]);
    await vapi(PHONE, id, { type: 'call.deleted' });
    expect(await recorded()).toEqual([]);
  });
});
