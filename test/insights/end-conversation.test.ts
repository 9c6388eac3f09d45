import request from 'supertest';
import { beforeAll, expect, test } from 'vitest';
import { endConversation } from '../../src/insights/end-conversation.js';
import { endIdleConversations } from '../../src/insights/end-idle-conversations.js';
import { createAssistant } from '../../src/store/assistants.js';
import { createConversation } from '../../src/store/conversations.js';
import { createInsightGroup } from '../../src/store/insight-groups.js';
import { listConversationInsights } from '../../src/store/list-conversation-insights.js';
import { addMessage } from '../../src/store/messages.js';
import { createWorkspace } from '../../src/store/workspaces.js';
import { describeOnBothDatabases, openTestDatabase } from '../support/databases.js';
import { type TestApp, testApp } from '../support/server.js';
import { silentLog } from '../support/silent-log.js';

const NOW = new Date('2025-04-15T13:07:28.764Z');
const UUID = expect.stringMatching(/^[0-9a-f-]{36}$/);

const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);

describeOnBothDatabases('a conversation that is ended', (database) => {
  let server: TestApp;
  beforeAll(async () => {
    server = await testApp(database(), { now: () => NOW });
  });

  const call = (method: 'get' | 'post', path: string, key = server.keys.all) =>
    request(server.app)[method](path).set('authorization', `Bearer ${key}`);
  const create = async (metadata: object = {}): Promise<string> =>
    (await call('post', '/v2/ai/conversations').send({ metadata }).expect(200)).body.id;
  const say = (id: string) =>
    call('post', `/v2/ai/conversations/${id}/message`).send({ role: 'user', content: 'Hi.' }).expect(200);
  const end = async (id: string) => (await call('post', `/v1/conversations/${id}/end`).expect(200)).body.data;
  const runs = async (id: string) =>
    (await call('get', `/v2/ai/conversations/${id}/conversations-insights`).expect(200)).body.data;

  test('has a run of insights that is pending, and a job that waits', async () => {
    const id = await create();
    await say(id);
    const ended = await end(id);
    expect(ended).toEqual({
      conversation_id: id,
      ended_at: NOW.toISOString(),
      conversation_insight_id: UUID,
      job_id: UUID,
    });
    expect(await runs(id)).toEqual([
      {
        id: ended.conversation_insight_id,
        status: 'pending',
        created_at: NOW.toISOString(),
        conversation_insights: [],
      },
    ]);
    expect(await server.jobs.find(server.workspaceId, ended.job_id)).toMatchObject({
      type: 'run-insights',
      status: 'processing',
    });
  });

  test('is not ended twice, and goes on with a new message', async () => {
    const id = await create();
    await say(id);
    const first = await end(id);
    expect(await end(id)).toEqual({ ...first, job_id: null });
    expect(await runs(id)).toHaveLength(1);
    await say(id);
    const second = await end(id);
    expect(second.conversation_insight_id).not.toBe(first.conversation_insight_id);
    expect(await runs(id)).toHaveLength(2);
  });

  test('however many end it at once has one run', async () => {
    const id = await create();
    await say(id);
    const answers = await Promise.all(Array.from({ length: 8 }, () => end(id)));
    expect(answers.filter(({ job_id }) => job_id !== null)).toHaveLength(1);
    expect(new Set(answers.map(({ conversation_insight_id }) => conversation_insight_id)).size).toBe(1);
    expect(await runs(id)).toHaveLength(1);
  });

  test('has neither end, run nor job when the transaction around it fails', async () => {
    const id = await create();
    await say(id);
    const before = await server.jobs.countWaiting();
    const failing = database().knex.transaction(async (trx) => {
      const deps = { db: trx, jobs: server.jobs, log: silentLog };
      const ended = await endConversation(deps, server.workspaceId, id, { reason: 'event', at: NOW });
      expect(ended?.isNew).toBe(true);
      throw new Error('afterwards');
    });
    await expect(failing).rejects.toThrow('afterwards');
    expect(await runs(id)).toEqual([]);
    expect(await server.jobs.countWaiting()).toBe(before);
    expect((await end(id)).job_id).toEqual(UUID);
  });

  test('has no insights when its assistant keeps no data', async () => {
    const assistant = { id: 'assistant-private', name: 'a', instructions: 'i', dataRetention: false, createdAt: NOW };
    await createAssistant(database().knex, server.workspaceId, assistant);
    const id = await create({ assistant_id: 'assistant-private' });
    await say(id);
    expect(await end(id)).toEqual({
      conversation_id: id,
      ended_at: NOW.toISOString(),
      conversation_insight_id: null,
      job_id: null,
    });
    expect(await runs(id)).toEqual([]);
  });

  test('has no run when its assistant names a group without insights', async () => {
    const group = await createInsightGroup(database().knex, server.workspaceId, { name: 'none', createdAt: NOW });
    const fields = { name: 'a', instructions: 'i', insightGroupId: group.id, createdAt: NOW };
    await createAssistant(database().knex, server.workspaceId, { id: 'assistant-empty-group', ...fields });
    const id = await create({ assistant_id: 'assistant-empty-group' });
    await say(id);
    expect(await end(id)).toMatchObject({ conversation_insight_id: null, job_id: null });
  });

  test.each([
    ['8a5b0f3e-0000-4000-8000-000000000000', 404, 'There is no conversation "8a5b0f3e-0000-4000-8000-000000000000".'],
    ['none', 404, 'There is no conversation "none".'],
  ])('%s is not there', async (id, status, detail) => {
    const { body } = await call('post', `/v1/conversations/${id}/end`).expect(status);
    expect(body.errors[0].detail).toBe(detail);
  });

  test('takes no body, and a key that may write', async () => {
    const id = await create();
    const { body } = await call('post', `/v1/conversations/${id}/end`).send({ ended_at: 'now' }).expect(422);
    expect(body.errors[0].detail).toBe('"ended_at" is no field of this body.');
    await call('post', `/v1/conversations/${id}/end`).send({}).expect(200);
    await call('post', `/v1/conversations/${id}/end`, server.keys.read).expect(403);
    await call('get', `/v1/conversations/${id}/end`).expect(405);
  });

  test('of another workspace is not there', async () => {
    const other = await createWorkspace(database().knex, { name: 'end-other' });
    const { id } = await createConversation(database().knex, other!.id, { metadata: {}, createdAt: NOW });
    await call('post', `/v1/conversations/${id}/end`).expect(404);
  });
});

describeOnBothDatabases('conversations in which nobody speaks any more', (_database, kind) => {
  test('end, those of every workspace, and no others', async () => {
    const { database, remove } = await openTestDatabase(kind);
    try {
      const server = await testApp(database);
      const { knex } = database;
      const other = (await createWorkspace(knex, { name: 'idle-other' }))!;
      const make = async (workspaceId: number, minutes: number, messages = 1): Promise<string> => {
        const at = minutesAgo(minutes);
        const { id } = await createConversation(knex, workspaceId, { metadata: {}, createdAt: at });
        for (let index = 0; index < messages; index += 1) {
          await addMessage(knex, workspaceId, id, { role: 'user', text: 'Hi.' }, at);
        }
        return id;
      };
      const runsOf = async (workspaceId: number, id: string) =>
        (await listConversationInsights(knex, workspaceId, id, { pageNumber: 1, pageSize: 10 }))?.total;
      const idle = await make(server.workspaceId, 31);
      const exactly = await make(other.id, 30);
      const speaking = await make(server.workspaceId, 29);
      const empty = await make(server.workspaceId, 40, 0);
      const old = await make(server.workspaceId, 3 * 24 * 60);
      const sweep = (lastAt?: Date) =>
        endIdleConversations({ database, jobs: server.jobs, log: silentLog }, { idleMinutes: 30, now: NOW, lastAt });

      expect(await sweep()).toBe(2);
      expect(await runsOf(server.workspaceId, idle)).toBe(1);
      expect(await runsOf(other.id, exactly)).toBe(1);
      for (const id of [speaking, empty, old]) expect(await runsOf(server.workspaceId, id)).toBe(0);
      expect(await sweep()).toBe(0);
      // A server that was away for three days ends what was under way then.
      expect(await sweep(minutesAgo(3 * 24 * 60))).toBe(1);
      expect(await runsOf(server.workspaceId, old)).toBe(1);
    } finally {
      await remove();
    }
  });

  test('end in steps, however many there are at the same time', async () => {
    const { database, remove } = await openTestDatabase(kind);
    try {
      const server = await testApp(database);
      await database.knex.raw(
        `INSERT INTO conversations (workspace_id, id, created_at, last_message_at, message_count, ended_at)
         SELECT ?, gen_random_uuid(), ?::timestamptz, ?::timestamptz, 1, CASE WHEN n % 10 = 0 THEN NULL ELSE now() END
         FROM generate_series(1, 1200) n`,
        [server.workspaceId, minutesAgo(60).toISOString(), minutesAgo(60).toISOString()],
      );
      const deps = { database, jobs: server.jobs, log: silentLog };
      expect(await endIdleConversations(deps, { idleMinutes: 30, now: NOW })).toBe(120);
      expect(await endIdleConversations(deps, { idleMinutes: 30, now: NOW })).toBe(0);
    } finally {
      await remove();
    }
  });
});
