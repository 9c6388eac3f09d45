import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { initializationRecord } from '../../src/assistants/records/initialization-record.js';
import { callerKey } from '../../src/store/caller-key.js';
import { deleteConversation } from '../../src/store/conversations.js';
import {
  deleteInitializationsOf,
  INITIALIZATIONS_KEPT_MS,
  insertInitializations,
  listInitializations,
  purgeInitializations,
  retrieveInitialization,
} from '../../src/store/initializations.js';
import { createTimeOrderedIds, smallestIdAt } from '../../src/store/time-ordered-id.js';
import { deleteWorkspace, type Workspace } from '../../src/store/workspaces.js';
import { notedInitialization } from '../assistants/records/example.js';
import { describeOnBothDatabases, makeWorkspace } from '../support/databases.js';

const T0 = Date.parse('2026-07-01T12:00:00.000Z');

describeOnBothDatabases('records of initializations', (database) => {
  let workspace: Workspace;
  let other: Workspace;
  const makeId = createTimeOrderedIds();
  beforeAll(async () => {
    workspace = await makeWorkspace(database());
    other = await makeWorkspace(database());
  });

  const recordOf = (noted: Parameters<typeof notedInitialization>[0] = {}) => {
    const whole = notedInitialization({ workspaceId: workspace.id, ...noted });
    return initializationRecord(whole, makeId(whole.at));
  };
  const insert = (...records: ReturnType<typeof recordOf>[]) => insertInitializations(database(), records, 10_000);
  const idsOf = async (workspaceId: number, filter = {}) =>
    (await listInitializations(database().knex, workspaceId, { limit: 1000, ...filter })).map(({ id }) => id);

  test('are read as they were written', async () => {
    const conversationId = randomUUID();
    const record = recordOf({
      payload: { telnyx_conversation_id: conversationId.toUpperCase() },
      status: 'left-out',
      detail: 'A sentence.',
      parts: [
        { part: 'caller_profile', status: 'late', durationMs: 700.5, started: true },
        { part: 'lookups.crm', status: 'cached', durationMs: 0 },
      ],
      steps: [{ part: 'policy', detail: 'The policy "front-desk" matches.' }],
    });
    await insert(record);
    const read = await retrieveInitialization(database().knex, workspace.id, record.id);
    expect(read).toEqual({
      id: record.id,
      direction: 'received',
      platform: 'telnyx',
      eventId: 'event_12345678-90ab-cdef-1234-567890abcdef',
      assistantId: 'assistant_12345678-90ab-cdef-1234-567890abcdef',
      conversationId,
      caller: '+1555•••4567',
      policy: 'front-desk',
      status: 'left-out',
      detail: 'A sentence.',
      durationMs: 2.5,
      leftOut: ['caller_profile'],
      isRedacted: true,
      parts: [
        { part: 'caller_profile', status: 'late', duration_ms: 700.5 },
        { part: 'lookups.crm', status: 'cached', duration_ms: 0 },
      ],
      steps: [{ part: 'policy', detail: 'The policy "front-desk" matches.' }],
      recordedAt: '2026-07-01T12:00:00.000Z',
      request: JSON.parse(record.requestJson),
      answer: JSON.parse(record.answerJson),
    });
    expect(await retrieveInitialization(database().knex, other.id, record.id)).toBeUndefined();
  });

  test('are written once, however often they are sent', async () => {
    const { id: workspaceId } = await makeWorkspace(database());
    const records = [recordOf({ workspaceId }), recordOf({ workspaceId })];
    await insert(...records);
    await insert(...records, recordOf({ workspaceId }));
    expect(await idsOf(workspaceId)).toHaveLength(3);
  });

  test('are listed newest first, by page and filter', async () => {
    const { id: workspaceId } = await makeWorkspace(database());
    const records = [0, 1, 2, 3, 4, 5].map((second) =>
      recordOf({
        workspaceId,
        at: new Date(T0 + second * 1000),
        direction: second % 2 === 0 ? 'received' : 'sent',
        status: second < 2 ? 'timeout' : 'complete',
        payload: { assistant_id: `assistant-${second % 3}` },
      }),
    );
    // In any order: by id they are sorted.
    await insert(...records.toReversed());
    const ids = records.map(({ id }) => id).toReversed();
    expect(await idsOf(workspaceId)).toEqual(ids);
    expect(await idsOf(workspaceId, { limit: 2 })).toEqual(ids.slice(0, 2));
    expect(await idsOf(workspaceId, { limit: 2, before: ids[1] })).toEqual(ids.slice(2, 4));
    expect(await idsOf(workspaceId, { since: new Date(T0 + 4000) })).toEqual(ids.slice(0, 2));
    expect(await idsOf(workspaceId, { status: 'timeout' })).toEqual(ids.slice(4));
    expect(await idsOf(workspaceId, { direction: 'sent' })).toEqual([ids[0], ids[2], ids[4]]);
    expect(await idsOf(workspaceId, { assistantId: 'assistant-1', direction: 'sent' })).toEqual([ids[4]]);
    expect(await idsOf(other.id)).toEqual([]);
  });

  describe('are not written', () => {
    const keepNothing = async (id: string) =>
      database().knex.raw(
        `INSERT INTO assistants (workspace_id, id, name, model, instructions, data_retention, created_at, updated_at) VALUES (?, ?, 'a', 'm', 'i', false, now(), now())`,
        [workspace.id, id],
      );

    test('of an assistant that keeps no data, and are of the others', async () => {
      await keepNothing('assistant-silent');
      const silent = recordOf({ payload: { assistant_id: 'assistant-silent' } });
      const loud = recordOf({ payload: { assistant_id: 'assistant-loud' } });
      const elsewhere = recordOf({ workspaceId: other.id, payload: { assistant_id: 'assistant-silent' } });
      await insert(silent, loud, elsewhere);
      expect(await retrieveInitialization(database().knex, workspace.id, silent.id)).toBeUndefined();
      expect(await retrieveInitialization(database().knex, workspace.id, loud.id)).toBeDefined();
      expect(await retrieveInitialization(database().knex, other.id, elsewhere.id)).toBeDefined();
    });

    test('of a conversation of such an assistant, where the event names none', async () => {
      await keepNothing('assistant-quiet');
      const conversationId = randomUUID();
      await database().knex.raw(
        `INSERT INTO conversations (workspace_id, id, metadata, created_at, last_message_at)
         VALUES (?, ?, '{"assistant_id":"assistant-quiet"}', now(), now())`,
        [workspace.id, conversationId],
      );
      const quiet = recordOf({ payload: { assistant_id: undefined, telnyx_conversation_id: conversationId } });
      const known = recordOf({ payload: { assistant_id: undefined, telnyx_conversation_id: randomUUID() } });
      await insert(quiet, known);
      expect(await retrieveInitialization(database().knex, workspace.id, quiet.id)).toBeUndefined();
      expect(await retrieveInitialization(database().knex, workspace.id, known.id)).toBeDefined();
    });

    test('of a workspace that is gone, which keeps no others from being written', async () => {
      const gone = await makeWorkspace(database());
      await deleteWorkspace(database().knex, gone.id);
      const kept = recordOf();
      await insert(recordOf({ workspaceId: gone.id }), kept);
      expect(await retrieveInitialization(database().knex, workspace.id, kept.id)).toBeDefined();
      expect(await idsOf(gone.id)).toEqual([]);
    });
  });

  test('of a caller are deleted by key and by conversation, and no others', async () => {
    const { id: workspaceId } = await makeWorkspace(database());
    const conversationId = randomUUID();
    const mine = { telnyx_end_user_target: '+13125550101' };
    const records = [
      recordOf({ workspaceId, payload: mine }),
      recordOf({ workspaceId, payload: { telnyx_end_user_target: '(312) 555-0101' } }),
      recordOf({
        workspaceId,
        payload: { telnyx_end_user_target: 'sip:x@y.example', telnyx_conversation_id: conversationId },
      }),
      recordOf({ workspaceId, payload: { telnyx_end_user_target: '+13125550102' } }),
      recordOf({ workspaceId: other.id, payload: mine }),
    ];
    await insert(...records);
    const key = callerKey(workspaceId, { kind: 'phone', value: '+13125550101' });
    expect(
      await deleteInitializationsOf(database().knex, workspaceId, { key, conversationIds: [conversationId] }),
    ).toBe(3);
    expect(await idsOf(workspaceId)).toEqual([records[3]?.id]);
    expect(await idsOf(other.id)).toContain(records[4]?.id);
    expect(await deleteInitializationsOf(database().knex, workspaceId, {})).toBe(0);
  });

  test('go with their conversation when that is deleted', async () => {
    const [deleted, kept] = [randomUUID(), randomUUID()];
    const insertConversation = `INSERT INTO conversations (workspace_id, id, metadata, created_at, last_message_at) VALUES (?, ?, '{}', now(), now())`;
    for (const id of [deleted, kept]) await database().knex.raw(insertConversation, [workspace.id, id]);
    const recordsOf = (id: string, workspaceId = workspace.id) =>
      recordOf({ workspaceId, payload: { telnyx_conversation_id: id } });
    const gone = [recordsOf(deleted), recordsOf(deleted)];
    const left = [recordsOf(kept), recordsOf(deleted, other.id)];
    await insert(...gone, ...left);
    expect(await deleteConversation(database().knex, workspace.id, deleted)).toBe(true);
    for (const { id } of gone) expect(await retrieveInitialization(database().knex, workspace.id, id)).toBeUndefined();
    for (const { id, workspaceId } of left)
      expect(await retrieveInitialization(database().knex, workspaceId, id)).toMatchObject({ id });
  });

  test('are kept for seven days', async () => {
    const { id: workspaceId } = await makeWorkspace(database());
    const now = new Date('2030-01-08T00:00:00.000Z');
    const at = (ms: number) => new Date(now.getTime() - INITIALIZATIONS_KEPT_MS + ms);
    const old = recordOf({ workspaceId, at: at(-1) });
    const elsewhere = recordOf({ workspaceId: other.id, at: at(-1000) });
    const fresh = recordOf({ workspaceId, at: at(0) });
    await insert(old, elsewhere, fresh);
    expect(await purgeInitializations(database().knex, now)).toBeGreaterThanOrEqual(2);
    expect(await idsOf(workspaceId)).toEqual([fresh.id]);
    expect(await idsOf(other.id)).toEqual([]);
    expect(await purgeInitializations(database().knex, now)).toBe(0);
  });

  test('are purged however many there are', async () => {
    const { id: workspaceId } = await makeWorkspace(database());
    await insert(...Array.from({ length: 2_500 }, () => recordOf({ workspaceId })));
    const later = new Date(T0 + INITIALIZATIONS_KEPT_MS + 1_000);
    expect(await purgeInitializations(database().knex, later)).toBeGreaterThanOrEqual(2_500);
    expect(await idsOf(workspaceId)).toEqual([]);
  });
});

describe('ids that begin with the time', () => {
  test('are UUIDs of version 7 that sort by time, and within a millisecond by their order', () => {
    const makeId = createTimeOrderedIds();
    const ids = Array.from({ length: 10_000 }, (_, index) => makeId(new Date(T0 + Math.floor(index / 6_000))));
    expect(ids).toEqual(ids.toSorted());
    expect(new Set(ids).size).toBe(10_000);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Number.parseInt((ids[0] as string).replaceAll('-', '').slice(0, 12), 16)).toBe(T0);
  });

  test('do not go back when the clock does by a little, and follow one that was set', () => {
    const makeId = createTimeOrderedIds();
    const first = makeId(new Date(T0));
    expect(makeId(new Date(T0 - 5_000)) > first).toBe(true);
    expect(makeId(new Date(T0 - 60_000)) < smallestIdAt(new Date(T0 - 59_999))).toBe(true);
  });

  test('are not smaller than the smallest of their time, and smaller than that of the next millisecond', () => {
    const makeId = createTimeOrderedIds();
    const id = makeId(new Date(T0));
    expect(id >= smallestIdAt(new Date(T0))).toBe(true);
    expect(id < smallestIdAt(new Date(T0 + 1))).toBe(true);
  });
});
