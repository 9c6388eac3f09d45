import request from 'supertest';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { builtInExtractor } from '../../../src/memory/extraction/built-in-extractor.js';
import { extractMemoryHandler } from '../../../src/memory/ingest/extract-memory.js';
import { type KeepRetentionOptions, keepRetention } from '../../../src/memory/retention/keep-retention.js';
import { createApiKey } from '../../../src/store/api-keys.js';
import { callerKey } from '../../../src/store/caller-key.js';
import type { Change } from '../../../src/store/change-feed.js';
import { describeOnBothDatabases, makeWorkspace } from '../../support/databases.js';
import { outside } from '../../support/job-handlers.js';
import { memoryLog, type TestApp, testApp } from '../../support/server.js';

const NOW = new Date('2026-03-31T12:00:00.000Z');
const DAY_MS = 24 * 60 * 60 * 1000;
const daysAgo = (days: number): string => new Date(NOW.getTime() - days * DAY_MS).toISOString();

describeOnBothDatabases('retention', (database) => {
  let server: TestApp;
  let key: string;
  let workspaceId: number;
  beforeAll(async () => {
    server = await testApp(database(), { now: () => NOW });
  });
  afterAll(() => server.jobs.stop(0));
  beforeEach(async () => {
    workspaceId = (await makeWorkspace(database())).id;
    key = (await createApiKey(database().knex, { workspaceId, name: 'k', scopes: ['read', 'write'] })).key;
  });

  const send = (method: 'get' | 'post', path: string, body?: object) => {
    const sent = request(server.app)[method](path).set('authorization', `Bearer ${key}`);
    return body === undefined ? sent : sent.send(body);
  };
  const setDays = (days: number | undefined) =>
    database().knex.raw('UPDATE workspaces SET settings = ?::jsonb WHERE id = ?', [
      ...[JSON.stringify(days === undefined ? {} : { retention_days: days }), workspaceId],
    ]);
  const countOf = async (table: string): Promise<number> => {
    const sql = `SELECT count(*)::integer AS count FROM ${table} WHERE workspace_id = ?`;
    return (await database().knex.raw(sql, [workspaceId])).rows[0].count;
  };

  /** A call of so many days ago, learned from. */
  async function call(user: object, days: number, said = "My name is Sarah Johnson. I'm allergic to latex.") {
    const messages = [
      { role: 'user', content: said, at: daysAgo(days) },
      { role: 'assistant', content: 'Thank you, I made a note of that.', at: daysAgo(days) },
    ];
    const { body } = await send('post', '/v1/add', { user, messages, at: daysAgo(days) }).expect(202);
    const { conversation_id: conversationId, caller_id: callerId } = body;
    const learn = extractMemoryHandler({
      ...{ database: database(), jobs: server.jobs, changes: server.changes, extractor: builtInExtractor },
      ...{ now: () => NOW, defaults: { defaultCountry: 'US', timeZone: 'UTC' } },
    });
    const { signal } = new AbortController();
    const context = { workspaceId, jobId: '', attempt: 1, isLastAttempt: false, signal, outside };
    await learn({ conversationId }, context);
    return { conversationId, callerId } as { conversationId: string; callerId: string };
  }

  async function keep(options: Partial<KeepRetentionOptions> = {}) {
    const changes: Change[] = [];
    const { log, lines } = memoryLog();
    const publish = (change: Change): void => {
      if (change.workspaceId === workspaceId) changes.push(change);
      server.changes.publish(change);
    };
    const deps = { database: database(), jobs: server.jobs, changes: { publish }, log };
    const counts = await keepRetention(deps, { now: NOW, ...options });
    return { counts, changes, lines };
  }

  test('deletes conversations after the days that the workspace says, with what was learned from them', async () => {
    await setDays(30);
    const user = { phone: '+13125550101', id: 'customer-1' };
    const old = await call(user, 31);
    const young = await call(user, 29, "I'm allergic to penicillin.");
    expect((await send('get', `/v1/callers/${old.callerId}`).expect(200)).body.data.name).toBe('Sarah Johnson');
    const { counts, changes, lines } = await keep();
    expect(counts).toEqual({ conversations: 1, callers: 0 });
    await send('get', `/v2/ai/conversations/${old.conversationId}`).expect(404);
    await send('get', `/v2/ai/conversations/${young.conversationId}`).expect(200);
    const { data } = (await send('get', `/v1/callers/${old.callerId}/memories?kinds=fact`).expect(200)).body;
    expect(data.map(({ predicate, value }: Record<string, string>) => [predicate, value])).toEqual([
      ['allergy', 'penicillin'],
    ]);
    expect(changes).toEqual([
      { workspaceId, kind: 'callers' },
      { workspaceId, kind: 'memory', key: old.callerId },
    ]);
    expect(lines.map(({ msg, days, conversations }) => [msg, days, conversations])).toEqual([
      ['what is older than the workspace keeps it was deleted', 30, 1],
    ]);
    expect((await keep()).counts).toEqual({ conversations: 0, callers: 0 });
  });

  test('tells a search of it nothing any more, at once', async () => {
    await setDays(30);
    await call({ id: 'a' }, 31);
    const ask = async () =>
      (await send('post', '/v1/search', { user_id: 'a', query: 'latex' }).expect(200)).body.results;
    expect(await ask()).not.toEqual([]);
    await keep();
    expect(await ask()).toEqual([]);
  });

  test('takes callers who have nothing left, with identities, events and records of initializations', async () => {
    await setDays(30);
    const one = await call({ phone: '+13125550102', id: 'gone-7' }, 40);
    const other = await call({ phone: '+13125550103' }, 35);
    await send('post', `/v1/callers/${one.callerId}/merge`, { other: other.callerId }).expect(200);
    await database().knex.raw(`UPDATE events SET body = '{"said":"latex"}' WHERE workspace_id = ?`, [workspaceId]);
    const id = '0195f3a0-0000-7000-8000-000000000001';
    const of = '0195f3a0-0000-7000-8000-000000000002';
    await database().knex.raw(
      `INSERT INTO initializations (workspace_id, id, direction, platform, status, duration_ms, left_out, is_redacted,
         request, parts, steps, recorded_at, caller_key, conversation_id)
       VALUES (?, ?, 'received', 'telnyx', 'complete', 1, '{}', true, '{}', '[]', '[]', ?, ?, NULL),
         (?, ?, 'received', 'telnyx', 'complete', 1, '{}', true, '{}', '[]', '[]', ?, NULL, ?)`,
      [
        ...[workspaceId, id, daysAgo(1), callerKey(workspaceId, { kind: 'phone', value: '+13125550103' })],
        ...[workspaceId, of, daysAgo(1), one.conversationId],
      ],
    );
    const { counts } = await keep();
    expect(counts).toEqual({ conversations: 2, callers: 2 });
    for (const table of [
      'conversations',
      'messages',
      'calls',
      'facts',
      'callers',
      'caller_identities',
      'caller_merges',
    ])
      expect([table, await countOf(table)]).toEqual([table, 0]);
    expect(await countOf('initializations')).toBe(0);
    expect(await countOf('(SELECT * FROM events WHERE body IS NOT NULL) AS told')).toBe(0);
    const again = await call({ phone: '+13125550102' }, 1);
    expect(again.callerId).not.toBe(one.callerId);
  });

  test('leaves callers of whom the operator told something, and looks anew at what recurs in their calls', async () => {
    await setDays(30);
    const { callerId } = await call({ id: 'told' }, 40);
    await send('post', `/v1/callers/${callerId}/memories`, { text: 'has a key to the gate' }).expect(201);
    expect((await keep()).counts).toEqual({ conversations: 1, callers: 0 });
    const { data } = (await send('get', `/v1/callers/${callerId}/memories?kinds=fact`).expect(200)).body;
    expect(data.map(({ text }: { text: string }) => text)).toEqual(['has a key to the gate']);
    const jobs = await server.jobs.list(workspaceId, { limit: 10 });
    expect(jobs.filter(({ type }) => type === 'reflect')).toHaveLength(1);
  });

  test('takes callers who were left behind, and no others', async () => {
    await setDays(30);
    const [left, known] = [await call({ id: 'left' }, 40), await call({ id: 'known' }, 1)];
    await database().knex.raw('DELETE FROM conversations WHERE workspace_id = ? AND id = ?', [
      ...[workspaceId, left.conversationId],
    ]);
    const setUpdated = (at: string) =>
      database().knex.raw('UPDATE callers SET updated_at = ? WHERE workspace_id = ?', [at, workspaceId]);
    await setUpdated(daysAgo(29));
    expect((await keep()).counts).toEqual({ conversations: 0, callers: 0 });
    await setUpdated(daysAgo(31));
    expect((await keep()).counts).toEqual({ conversations: 0, callers: 1 });
    await send('get', `/v1/callers/${left.callerId}`).expect(404);
    await send('get', `/v1/callers/${known.callerId}`).expect(200);
  });

  test('goes by RINGBACK_RETENTION_DAYS where a workspace does not say, and keeps everything where neither does', async () => {
    const { conversationId } = await call({ id: 'a' }, 400);
    expect((await keep()).counts).toEqual({ conversations: 0, callers: 0 });
    await setDays(1_000);
    await keep({ retentionDays: 30 });
    await send('get', `/v2/ai/conversations/${conversationId}`).expect(200);
    await setDays(undefined);
    expect((await keep({ retentionDays: 30 })).counts).toMatchObject({ conversations: 1, callers: 1 });
  });

  test('goes by the last message, whatever the age of the conversation', async () => {
    await setDays(30);
    const { conversationId } = await call({ id: 'a' }, 90);
    await send('post', `/v2/ai/conversations/${conversationId}/message`, { role: 'user', content: 'Hello again.' });
    expect((await keep()).counts.conversations).toBe(0);
  });

  test('goes on in steps until all is deleted, and ends when it is told to', async () => {
    await setDays(30);
    await database().knex.raw(
      `INSERT INTO conversations (workspace_id, id, metadata, created_at, last_message_at)
       SELECT ?, gen_random_uuid(), '{}', ?::timestamptz, ?::timestamptz FROM generate_series(1, 130)`,
      [workspaceId, daysAgo(50), daysAgo(50)],
    );
    await expect(keep({ signal: AbortSignal.abort() })).rejects.toThrow();
    expect(await countOf('conversations')).toBe(130);
    expect((await keep()).counts).toEqual({ conversations: 130, callers: 0 });
  });

  test('deletes nothing of another workspace', async () => {
    await setDays(30);
    const { conversationId } = await call({ phone: '+13125550101' }, 40);
    const other = await makeWorkspace(database());
    await database().knex.raw(`UPDATE workspaces SET settings = '{"retention_days": 1}' WHERE id = ?`, [other.id]);
    await setDays(50);
    await keep();
    await send('get', `/v2/ai/conversations/${conversationId}`).expect(200);
  });
});
