import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { check, compile, parse } from '../../src/query/index.js';
import {
  type Conversation,
  createConversation,
  deleteConversation,
  listConversations,
  replaceMetadata,
  retrieveConversation,
} from '../../src/store/conversations.js';
import { addMessage } from '../../src/store/messages.js';
import { describeOnBothDatabases, makeWorkspace } from '../support/databases.js';
import { endUserHistory } from '../support/end-user-history.js';

const AT = new Date('2025-04-15T13:07:28.764Z');
const UNKNOWN = '00000000-0000-4000-8000-000000000000';

function minutesAfter(start: Date, minutes: number): Date {
  return new Date(start.getTime() + minutes * 60_000);
}

describeOnBothDatabases('conversations', (database) => {
  let workspaceId: number;
  let otherId: number;

  beforeAll(async () => {
    workspaceId = (await makeWorkspace(database())).id;
    otherId = (await makeWorkspace(database())).id;
  });

  const make = (conversation: Partial<Parameters<typeof createConversation>[2]> = {}): Promise<Conversation> =>
    createConversation(database().knex, workspaceId, { metadata: {}, createdAt: AT, ...conversation });

  describe('createConversation', () => {
    it('gives the conversation as it is stored', async () => {
      const id = randomUUID();
      const metadata = { telnyx_end_user_target: '+13128675309', tags: ['a', null, { b: 1.5 }], "it's": '?' };
      const made = await make({ id, name: 'Voice', metadata });
      expect(made).toEqual({
        id,
        name: 'Voice',
        metadata,
        createdAt: AT.toISOString(),
        lastMessageAt: AT.toISOString(),
      });
      expect(await retrieveConversation(database().knex, workspaceId, id)).toEqual(made);
    });

    it('makes an id, and has no name unless it is given one', async () => {
      const { id, name, metadata } = await make();
      expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      expect({ name, metadata }).toEqual({ name: null, metadata: {} });
    });

    it('keeps keys that mean something to JavaScript', async () => {
      const metadata = JSON.parse('{"__proto__": {"a": 1}, "constructor": 2, "": 3}');
      const { id } = await make({ metadata });
      const found = await retrieveConversation(database().knex, workspaceId, id);
      expect(JSON.stringify(found?.metadata)).toBe(
        '{"": 3, "__proto__": {"a": 1}, "constructor": 2}'.replaceAll(/([:,]) /g, '$1'),
      );
    });

    it('works in a transaction, and goes with it', async () => {
      const id = randomUUID();
      const failing = database().knex.transaction(async (trx) => {
        await createConversation(trx, workspaceId, { id, metadata: {}, createdAt: AT });
        expect(await retrieveConversation(trx, workspaceId, id)).toBeDefined();
        throw new Error('changed my mind');
      });
      await expect(failing).rejects.toThrow('changed my mind');
      expect(await retrieveConversation(database().knex, workspaceId, id)).toBeUndefined();
    });
  });

  describe('replaceMetadata', () => {
    it('leaves nothing of what there was, and the times as they were', async () => {
      const made = await make({ name: 'kept', metadata: { a: 1, b: 2 } });
      const changed = await replaceMetadata(database().knex, workspaceId, made.id, { c: 3 });
      expect(changed).toEqual({ ...made, metadata: { c: 3 } });
      expect(await retrieveConversation(database().knex, workspaceId, made.id)).toEqual(changed);
    });
  });

  describe('deleteConversation', () => {
    it('takes the messages along', async () => {
      const { id } = await make();
      await addMessage(database().knex, workspaceId, id, { role: 'user', text: 'Hello' }, AT);
      expect(await deleteConversation(database().knex, workspaceId, id)).toBe(true);
      expect(await database().run('SELECT id FROM messages WHERE conversation_id = $1', [id])).toEqual([]);
      expect(await deleteConversation(database().knex, workspaceId, id)).toBe(false);
    });
  });

  describe('a conversation of another workspace is not there', () => {
    it.each([
      ['to retrieve', (id: string) => retrieveConversation(database().knex, otherId, id), undefined],
      ['to change', (id: string) => replaceMetadata(database().knex, otherId, id, { stolen: true }), undefined],
      ['to delete', (id: string) => deleteConversation(database().knex, otherId, id), false],
    ])('%s', async (_name, attempt, expected) => {
      const made = await make({ metadata: { mine: true } });
      expect(await attempt(made.id)).toBe(expected);
      expect(await attempt(UNKNOWN)).toBe(expected);
      expect(await retrieveConversation(database().knex, workspaceId, made.id)).toEqual(made);
    });

    it('may have the same id', async () => {
      const made = await make();
      const twin = await createConversation(database().knex, otherId, { id: made.id, metadata: {}, createdAt: AT });
      await deleteConversation(database().knex, otherId, twin.id);
      expect(await retrieveConversation(database().knex, workspaceId, made.id)).toEqual(made);
    });
  });

  describe('listConversations', () => {
    it('gives the columns, or what was selected by its names', async () => {
      const group = randomUUID();
      const made = await make({ name: 'Ann', metadata: { group, tier: 'gold' } });
      const list = async (text: string): Promise<unknown> => {
        const compiled = compile(check(parse(`metadata->group=eq.${group}&${text}`)), { workspaceId, now: AT });
        return listConversations(database(), compiled);
      };
      expect(await list('')).toEqual([
        {
          id: made.id,
          name: 'Ann',
          created_at: made.createdAt,
          last_message_at: made.lastMessageAt,
          metadata: { group, tier: 'gold' },
        },
      ]);
      expect(await list('select=who:name,metadata->tier,since:created_at')).toEqual([
        { who: 'Ann', tier: 'gold', since: made.createdAt },
      ]);
      expect(await list('name=eq.Bob')).toEqual([]);
    });
  });

  describe('endUserHistory', () => {
    it('counts the conversations with an end user, and tells of the last one', async () => {
      const target = `+1${randomUUID()}`;
      const history = (options = {}): Promise<unknown> => endUserHistory(database(), workspaceId, target, options);
      expect(await history()).toEqual({ conversations: 0 });

      const metadata = { telnyx_end_user_target: target };
      const second = await make({
        metadata: { ...metadata, telnyx_conversation_channel: 'sms_chat' },
        createdAt: minutesAfter(AT, 5),
      });
      const last = await make({
        metadata: { ...metadata, telnyx_conversation_channel: 'phone_call' },
        createdAt: minutesAfter(AT, 7),
      });
      const first = await make({ metadata, createdAt: AT });
      await make({ metadata: { telnyx_end_user_target: `${target}0` }, createdAt: minutesAfter(AT, 60) });
      await createConversation(database().knex, otherId, { metadata, createdAt: minutesAfter(AT, 60) });

      const expected = {
        conversations: 3,
        lastMessageAt: minutesAfter(AT, 7).toISOString(),
        lastChannel: 'phone_call',
        newest: [last.id, second.id, first.id],
      };
      expect(await history()).toEqual(expected);
      expect(await history({ timeoutMs: 5_000 })).toEqual(expected);
      expect(await history({ excludeConversationId: last.id })).toEqual({
        conversations: 2,
        lastMessageAt: minutesAfter(AT, 5).toISOString(),
        lastChannel: 'sms_chat',
        newest: [second.id, first.id],
      });
      expect(await history({ excludeConversationId: 'not a uuid' })).toEqual(expected);
    });
  });
});
