import { beforeAll, describe, expect, it } from 'vitest';
import { createConversation, retrieveConversation } from '../../src/store/conversations.js';
import { addMessage, listMessages, type Message, type NewMessage } from '../../src/store/messages.js';
import { describeOnBothDatabases, makeWorkspace } from '../support/databases.js';

const NOW = new Date('2025-04-15T13:00:00.000Z');
const UNKNOWN = '00000000-0000-4000-8000-000000000000';

function minutes(offset: number): Date {
  return new Date(NOW.getTime() + offset * 60_000);
}

describeOnBothDatabases('messages', (database) => {
  let workspaceId: number;

  beforeAll(async () => {
    workspaceId = (await makeWorkspace(database())).id;
  });

  async function makeConversation(createdAt = NOW): Promise<string> {
    return (await createConversation(database().knex, workspaceId, { metadata: {}, createdAt })).id;
  }

  async function add(id: string, message: Partial<NewMessage>, now = NOW): Promise<Message> {
    const added = await addMessage(database().knex, workspaceId, id, { role: 'user', text: 'Hello', ...message }, now);
    if (added === undefined) throw new Error('There is no such conversation.');
    const { retained, callerId, ...asRead } = added;
    expect({ retained, callerId }).toEqual({ retained: true, callerId: null });
    return asRead;
  }

  async function lastMessageAt(id: string): Promise<string | undefined> {
    return (await retrieveConversation(database().knex, workspaceId, id))?.lastMessageAt;
  }

  describe('addMessage', () => {
    it.each(['0001-01-01T00:00:00.000Z', '1850-06-01T00:00:00.000Z'])(
      'keeps %s to the second in a time zone whose offset then had seconds',
      async (sentAt) => {
        const timeZone = process.env.TZ;
        process.env.TZ = 'America/New_York';
        try {
          const id = await makeConversation();
          expect((await add(id, { sentAt: new Date(sentAt) })).sentAt).toBe(sentAt);
          expect(await lastMessageAt(id)).toBe(sentAt);
        } finally {
          if (timeZone === undefined) delete process.env.TZ;
          else process.env.TZ = timeZone;
        }
      },
    );

    it('gives the message as it is stored', async () => {
      const id = await makeConversation();
      const toolCalls = [{ id: 'call_1', type: 'function', function: { name: 'book', arguments: '{"at":"11"}' } }];
      const added = await add(id, {
        role: 'assistant',
        text: null,
        name: 'Ann?',
        sentAt: new Date('2025-04-15T12:59:00.123Z'),
        toolCalls,
        toolCallId: 'call_0',
        toolChoice: 'auto',
        metadata: { score: 1, tags: ['a'] },
      });
      expect(added).toEqual({
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        role: 'assistant',
        text: null,
        name: 'Ann?',
        sentAt: '2025-04-15T12:59:00.123Z',
        createdAt: NOW.toISOString(),
        toolCalls,
        toolCallId: 'call_0',
        toolChoice: 'auto',
        metadata: { score: 1, tags: ['a'] },
      });
      expect(await listMessages(database().knex, workspaceId, id, { pageNumber: 1, pageSize: 10 })).toEqual({
        messages: [added],
        total: 1,
      });
    });

    it('has now where nothing is said of the time, and null where there is nothing', async () => {
      expect(await add(await makeConversation(), {})).toEqual({
        id: expect.any(String),
        role: 'user',
        text: 'Hello',
        name: null,
        sentAt: NOW.toISOString(),
        createdAt: NOW.toISOString(),
        toolCalls: null,
        toolCallId: null,
        toolChoice: null,
        metadata: null,
      });
    });

    it.each([
      ['an unknown conversation', async () => UNKNOWN],
      ['a conversation of another workspace', () => makeConversation()],
    ])('finds none for %s', async (_name, idOf) => {
      const id = await idOf();
      const other = await makeWorkspace(database());
      const message = { role: 'user', text: 'Hello' };
      expect(await addMessage(database().knex, other.id, id, message, NOW)).toBeUndefined();
      expect(await listMessages(database().knex, other.id, id, { pageNumber: 1, pageSize: 1 })).toBeUndefined();
      expect(await database().run('SELECT id FROM messages WHERE conversation_id = $1', [id])).toEqual([]);
    });
  });

  describe('the time of the last message', () => {
    /** Minutes from now: when the conversation was made, when its messages were sent, in the order in which they arrive. */
    const CASES: readonly (readonly [name: string, madeAt: number, sentAt: readonly number[], expected: number])[] = [
      ['is when the conversation was made, while it has none', -60, [], -60],
      ['is when the only one was sent', -60, [-30], -30],
      ['is that of the only one, also when that is before the conversation was made', -60, [-90], -90],
      ['moves forward', -60, [-30, -20, -10], -10],
      ['does not move back when an older one arrives late', -60, [-10, -30], -10],
      ['of two that both are before the conversation was made is the later', -60, [-90, -80, -100], -80],
      ['is now for one in the future', -60, [30], 0],
      ['stays now when older ones follow one in the future', -60, [30, -10], 0],
    ];

    it.each(CASES)('%s', async (_name, madeAt, sentAt, expected) => {
      const id = await makeConversation(minutes(madeAt));
      for (const offset of sentAt) await add(id, { sentAt: minutes(offset) });
      expect(await lastMessageAt(id)).toBe(minutes(expected).toISOString());
    });

    it('leaves a message in the future its own time', async () => {
      const added = await add(await makeConversation(), { sentAt: minutes(30) });
      expect(added.sentAt).toBe(minutes(30).toISOString());
    });

    it('is the greatest of many that arrive at once, none of which is lost', async () => {
      for (let round = 0; round < 3; round += 1) {
        const id = await makeConversation(minutes(-60));
        const offsets = Array.from({ length: 40 }, () => -Math.random() * 1_000);
        await Promise.all(offsets.map((offset) => add(id, { sentAt: minutes(offset) })));
        expect(await lastMessageAt(id)).toBe(minutes(Math.max(...offsets)).toISOString());
        const listed = await listMessages(database().knex, workspaceId, id, { pageNumber: 1, pageSize: 100 });
        expect(listed).toMatchObject({ total: 40 });
        expect(listed?.messages).toHaveLength(40);
      }
    });
  });

  describe('listMessages', () => {
    it('gives them newest first, of the same time the later to arrive, page by page', async () => {
      const id = await makeConversation();
      const sent: readonly (readonly [text: string, offset: number])[] = [
        ['b1', -20],
        ['a', -30],
        ['c', -10],
        ['b2', -20],
        ['b3', -20],
      ];
      for (const [text, offset] of sent) await add(id, { text, sentAt: minutes(offset) });
      const page = async (pageNumber: number, pageSize: number): Promise<unknown> => {
        const listed = await listMessages(database().knex, workspaceId, id, { pageNumber, pageSize });
        return [listed?.messages.map(({ text }) => text).join(' '), listed?.total];
      };
      expect(await page(1, 10)).toEqual(['c b3 b2 b1 a', 5]);
      expect(await page(1, 2)).toEqual(['c b3', 5]);
      expect(await page(2, 2)).toEqual(['b2 b1', 5]);
      expect(await page(3, 2)).toEqual(['a', 5]);
      expect(await page(4, 2)).toEqual(['', 5]);
    });

    it('is empty for a conversation without messages', async () => {
      const listed = await listMessages(database().knex, workspaceId, await makeConversation(), {
        pageNumber: 1,
        pageSize: 5,
      });
      expect(listed).toEqual({ messages: [], total: 0 });
    });
  });
});
