import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/store/change-feed.js';
import type { Database } from '../../src/store/database.js';
import { addMessage } from '../../src/store/messages.js';
import { loadConversations } from '../../src/transfer/load-conversations.js';
import type { TransferLine } from '../../src/transfer/transfer-line.js';
import { describeOnBothDatabases, makeWorkspace } from '../support/databases.js';

const FIRST = '11111111-1111-4111-8111-111111111111';
const SECOND = '22222222-2222-4222-8222-222222222222';
const messageId = (number: number) => `aaaaaaaa-0000-4000-8000-${String(number).padStart(12, '0')}`;
const at = (minute: number) => `2025-04-15T13:${String(minute).padStart(2, '0')}:00.000Z`;

interface ConversationRow {
  readonly id: string;
  readonly name: string | null;
  readonly metadata: object;
  readonly created_at: string;
  readonly last_message_at: string;
  readonly ended_at: string | null;
  readonly message_count: number;
}

async function conversationsOf(database: Database, workspaceId: number): Promise<ConversationRow[]> {
  const sql = `SELECT id, name, metadata, created_at, last_message_at, ended_at, message_count
    FROM conversations WHERE workspace_id = $1 ORDER BY id`;
  return (await database.run(sql, [workspaceId])) as unknown as ConversationRow[];
}

async function messagesOf(database: Database, workspaceId: number): Promise<Record<string, unknown>[]> {
  const sql = `SELECT conversation_id, id, role, text, sent_at, created_at FROM messages WHERE workspace_id = $1 ORDER BY ordinal`;
  return (await database.run(sql, [workspaceId])) as Record<string, unknown>[];
}

const conversation = (fields: object = {}): TransferLine => ({ type: 'conversation', id: FIRST, ...fields });
const message = (number: number, fields: object = {}): TransferLine => ({
  type: 'message',
  conversation_id: FIRST,
  id: messageId(number),
  role: 'user',
  text: `message ${number}`,
  sent_at: at(number),
  created_at: at(number),
  ...fields,
});

describeOnBothDatabases('loading conversations', (database) => {
  const NOW = new Date('2025-06-01T00:00:00.000Z');
  const load = (workspaceId: number, lines: readonly TransferLine[], options: object = {}) =>
    loadConversations(database(), workspaceId, lines, { now: () => NOW, ...options });

  it('stores conversations with their messages, counted, and ended with the last one', async () => {
    const { id } = await makeWorkspace(database());
    const counts = await load(id, [
      { type: 'ringback_export', version: 1 },
      conversation({ name: 'Call', metadata: { tier: 'gold' }, created_at: at(0) }),
      message(1),
      message(3),
      message(2),
      { type: 'conversation', id: SECOND, created_at: at(5), ended_at: null },
    ]);
    expect(counts).toMatchObject({ lines: 6, conversationsAdded: 2, messagesAdded: 3, skipped: 0 });
    expect(await conversationsOf(database(), id)).toEqual([
      {
        id: FIRST,
        name: 'Call',
        metadata: { tier: 'gold' },
        created_at: at(0),
        last_message_at: at(3),
        ended_at: at(3),
        message_count: 3,
      },
      {
        id: SECOND,
        name: null,
        metadata: {},
        created_at: at(5),
        last_message_at: at(5),
        ended_at: null,
        message_count: 0,
      },
    ]);
    expect((await messagesOf(database(), id)).map((row) => row.id)).toEqual([1, 3, 2].map(messageId));
  });

  it.each([1, 2, 3, 100])('adds nothing when it is repeated, with %i lines at once', async (lines) => {
    const { id } = await makeWorkspace(database());
    const file = [
      conversation({ metadata: { a: 1 } }),
      ...[4, 1, 2, 3].map((number) => message(number)),
      { type: 'conversation', name: 'without an id' },
      { type: 'message', role: 'user', text: 'yes' },
      { type: 'message', role: 'user', text: 'yes' },
      { type: 'message', role: 'assistant', text: 'yes' },
    ] as TransferLine[];
    const options = { batch: { lines, bytes: 1e6 } };
    const first = await load(id, file, options);
    expect(first).toMatchObject({ conversationsAdded: 2, messagesAdded: 7, messagesKept: 0 });
    const before = [await conversationsOf(database(), id), await messagesOf(database(), id)];
    expect(before[0]).toHaveLength(2);
    expect((before[0] as ConversationRow[]).find((row) => row.id === FIRST)).toMatchObject({
      last_message_at: at(4),
      ended_at: at(4),
      message_count: 4,
    });
    const second = await load(id, file, options);
    expect(second).toMatchObject({
      ...{ conversationsAdded: 0, conversationsKept: 2, messagesAdded: 0, messagesKept: 7, lines: 9 },
    });
    expect([await conversationsOf(database(), id), await messagesOf(database(), id)]).toEqual(before);
  });

  it('adds what is missing of a conversation that is there, beside messages that arrive meanwhile', async () => {
    const { id } = await makeWorkspace(database());
    await load(id, [conversation({ ended_at: null }), message(1)]);
    const file = [conversation(), ...Array.from({ length: 50 }, (_, number) => message(number + 1))];
    const arriving = async () => {
      for (let number = 0; number < 20; number += 1) {
        await addMessage(database().knex, id, FIRST, { role: 'user', text: 'live' }, NOW);
      }
    };
    await Promise.all([
      arriving(),
      load(id, file, { batch: { lines: 5, bytes: 1e6 } }),
      load(id, file, { batch: { lines: 7, bytes: 1e6 } }),
    ]);
    const [row] = await conversationsOf(database(), id);
    expect(row).toMatchObject({ message_count: 70, last_message_at: NOW.toISOString() });
    expect(await messagesOf(database(), id)).toHaveLength(70);
  });

  it('lets two imports of the same new conversations meet', async () => {
    const { id } = await makeWorkspace(database());
    const file = Array.from({ length: 40 }, (_, index) => {
      const conversationId = `${String(index).padStart(8, '0')}-0000-4000-8000-000000000000`;
      return [conversation({ id: conversationId }), message(1, { conversation_id: conversationId })];
    });
    const options = { batch: { lines: 8, bytes: 1e6 } };
    const both = await Promise.all([load(id, file.flat(), options), load(id, file.reverse().flat(), options)]);
    expect(both.reduce((sum, counts) => sum + counts.messagesAdded, 0)).toBe(40);
    expect(await messagesOf(database(), id)).toHaveLength(40);
    expect((await conversationsOf(database(), id)).map((row) => row.message_count)).toEqual(Array(40).fill(1));
  });

  it('counts no message later than when it arrived, or than now', async () => {
    const { id } = await makeWorkspace(database());
    await load(id, [
      conversation(),
      message(1, { sent_at: '2099-01-01T00:00:00.000Z', created_at: at(9) }),
      { type: 'conversation', id: SECOND, last_message_at: '2099-01-01T00:00:00Z' },
      message(2, {
        conversation_id: SECOND,
        sent_at: '2099-01-01T00:00:00.000Z',
        created_at: '2098-01-01T00:00:00.000Z',
      }),
    ]);
    const rows = await conversationsOf(database(), id);
    expect(rows.map((row) => row.last_message_at)).toEqual([at(9), NOW.toISOString()]);
  });

  describe('a conversation that is there', () => {
    it('keeps its name, metadata and end', async () => {
      const { id } = await makeWorkspace(database());
      await load(id, [conversation({ name: 'before', metadata: { a: 1 }, created_at: at(0), ended_at: at(9) })]);
      const before = await conversationsOf(database(), id);
      const counts = await load(id, [conversation({ name: 'after', metadata: {}, ended_at: null })]);
      expect(counts).toMatchObject({ conversationsKept: 1, conversationsUpdated: 0 });
      expect(await conversationsOf(database(), id)).toEqual(before);
    });

    it('takes those that its line has, when it is to be updated', async () => {
      const { id } = await makeWorkspace(database());
      await load(id, [conversation({ name: 'before', metadata: { a: 1 }, created_at: at(0), ended_at: at(9) })]);
      const update = { onConflict: 'update' };
      expect(await load(id, [conversation({ name: 'after' })], update)).toMatchObject({ conversationsUpdated: 1 });
      const [row] = await conversationsOf(database(), id);
      expect(row).toMatchObject({ name: 'after', metadata: { a: 1 }, created_at: at(0), ended_at: at(9) });
      await load(id, [conversation({ metadata: { b: 2 }, ended_at: null })], update);
      const [next] = await conversationsOf(database(), id);
      expect(next).toMatchObject({ name: 'after', metadata: { b: 2 }, ended_at: null });
      const again = await load(id, [conversation({ metadata: { b: 2 }, ended_at: null })], update);
      expect(again).toMatchObject({ conversationsUpdated: 0, conversationsKept: 1 });
    });
  });

  it('stores no messages and insights of an assistant that retains no data', async () => {
    const { id } = await makeWorkspace(database());
    await database().run(
      `INSERT INTO assistants (workspace_id, id, name, model, instructions, data_retention, created_at, updated_at)
       VALUES ($1, 'assistant-private', '', '', '', false, now(), now())`,
      [id],
    );
    const insight = { type: 'conversation_insight', status: 'completed', results: [{ insight_id: 'i', result: 'r' }] };
    const counts = await load(id, [
      conversation({ metadata: { assistant_id: 'assistant-private' } }),
      message(1),
      { ...insight, conversation_id: FIRST } as TransferLine,
      { type: 'conversation', id: SECOND, metadata: { assistant_id: 'assistant-open' } },
      message(2, { conversation_id: SECOND }),
    ]);
    expect(counts).toMatchObject({ conversationsAdded: 2, messagesAdded: 1, insightsAdded: 0, withheld: 2 });
    const later = await load(id, [message(3)]);
    expect(later).toMatchObject({ messagesAdded: 0, withheld: 1 });
    expect((await messagesOf(database(), id)).map((row) => row.conversation_id)).toEqual([SECOND]);
    expect((await conversationsOf(database(), id)).map((row) => row.message_count)).toEqual([0, 1]);
  });

  it('keeps what is to be kept with a batch, or neither', async () => {
    const { id } = await makeWorkspace(database());
    const seen: number[] = [];
    const afterBatch = async (_: unknown, counts: { messagesAdded: number }) => {
      seen.push(counts.messagesAdded);
      if (counts.messagesAdded === 2) throw new Error('stop here');
    };
    const options = { afterBatch, batch: { lines: 1, bytes: 1e6 } };
    await expect(load(id, [conversation(), message(1), message(2), message(3)], options)).rejects.toThrow('stop here');
    expect(seen).toEqual([0, 1, 2]);
    expect(await messagesOf(database(), id)).toHaveLength(1);
  });

  it('says how far it got, and ends between batches when it is told to', async () => {
    const { id } = await makeWorkspace(database());
    const controller = new AbortController();
    const seen: number[] = [];
    const onProgress = ({ messagesAdded }: { messagesAdded: number }) => {
      seen.push(messagesAdded);
      if (messagesAdded === 2) controller.abort(new Error('enough'));
    };
    const file = [conversation(), ...[1, 2, 3, 4, 5].map((number) => message(number))];
    const options = { onProgress, signal: controller.signal, batch: { lines: 1, bytes: 1e6 } };
    await expect(load(id, file, options)).rejects.toThrow('enough');
    expect(seen.slice(0, 3)).toEqual([0, 1, 2]);
    expect((await messagesOf(database(), id)).length).toBe(seen.at(-1));
    expect(await load(id, file)).toMatchObject({ conversationsKept: 1, messagesAdded: 5 - (seen.at(-1) as number) });
    expect(await conversationsOf(database(), id)).toMatchObject([{ message_count: 5, ended_at: at(5) }]);
  });

  it('tells caches once what was stored, also of what was interrupted, and nothing where nothing was', async () => {
    const { id } = await makeWorkspace(database());
    let told: Change[] = [];
    const tellOf = async (lines: readonly TransferLine[], options: object = {}): Promise<readonly Change[]> => {
      told = [];
      const loading = load(id, lines, { changes: { publish: (change: Change) => told.push(change) }, ...options });
      await loading.catch((error: Error) => expect(error.message).toBe('stop here'));
      return told;
    };
    const callers = { workspaceId: id, kind: 'callers' };
    const memory = { workspaceId: id, kind: 'memory', added: true };
    const file = [conversation(), message(1), message(2)];
    const batch = { lines: 1, bytes: 1e6 };
    const afterBatch = async (_: unknown, { messagesAdded }: { messagesAdded: number }) => {
      if (messagesAdded === 2) throw new Error('stop here');
    };
    expect(await tellOf(file, { batch, afterBatch })).toEqual([callers, memory]);
    expect(await tellOf(file, { batch })).toEqual([callers, memory]);
    expect(await tellOf(file, { batch })).toEqual([]);
    expect(await tellOf([conversation({ metadata: { tier: 'gold' } })], { onConflict: 'update' })).toEqual([callers]);
    expect(await tellOf([])).toEqual([]);
    expect(await messagesOf(database(), id)).toHaveLength(2);
  });

  it('reads nothing of another workspace', async () => {
    const [one, other] = [await makeWorkspace(database()), await makeWorkspace(database())];
    const file = [conversation({ metadata: { of: 'one' } }), message(1)];
    await load(one.id, file);
    expect(await load(other.id, [message(2)], { onProblem: () => {} })).toMatchObject({ lines: 0, skipped: 1 });
    expect(await load(other.id, file)).toMatchObject({ conversationsAdded: 1, messagesAdded: 1 });
    expect(await messagesOf(database(), one.id)).toHaveLength(1);
  });
});
