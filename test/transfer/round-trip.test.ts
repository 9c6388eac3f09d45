import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createCompiler } from '../../src/query/index.js';
import type { Database } from '../../src/store/database.js';
import { exportConversations } from '../../src/transfer/export-conversations.js';
import { loadConversations } from '../../src/transfer/load-conversations.js';
import type { TransferLine } from '../../src/transfer/transfer-line.js';
import { TransferLines } from '../../src/transfer/transfer-lines.js';
import {
  describeOnBothDatabases,
  KINDS,
  makeWorkspace,
  openTestDatabase,
  type TestDatabase,
} from '../support/databases.js';
import { type ArbitraryConversation, arbitraryConversations } from './arbitrary-lines.js';

async function exported(database: Database, workspaceId: number): Promise<string> {
  let text = '';
  const options = { compiler: createCompiler(), now: new Date() };
  for await (const line of exportConversations(database, workspaceId, options)) text += `${JSON.stringify(line)}\n`;
  return text;
}

async function* inPieces(text: string, bytes: number): AsyncGenerator<Buffer> {
  const all = Buffer.from(text);
  for (let at = 0; at < all.length; at += bytes) yield all.subarray(at, at + bytes);
}

const load = (database: Database, workspaceId: number, text: string, lines: number, pieceBytes = 1000) =>
  loadConversations(database, workspaceId, new TransferLines(inPieces(text, pieceBytes)), {
    batch: { lines, bytes: 1e6 },
  });

const textOf = (lines: readonly TransferLine[]) => lines.map((line) => `${JSON.stringify(line)}\n`).join('');

/** What an export says of a conversation: its last message is that of its messages. */
function expectedOf({ line, messages }: ArbitraryConversation): object {
  const times = messages.map((message) => {
    const { sent_at: sent, created_at: created } = message as { sent_at: string; created_at: string };
    return sent < created ? sent : created;
  });
  return times.length === 0 ? line : { ...line, last_message_at: times.reduce((a, b) => (a > b ? a : b)) };
}

const byId = (left: unknown, right: unknown) => ((left as { id: string }).id < (right as { id: string }).id ? -1 : 1);

describeOnBothDatabases('a round trip', (database, kind) => {
  /** The other kind of database. */
  let other: TestDatabase;
  beforeAll(async () => {
    other = await openTestDatabase(KINDS.find((each) => each !== kind) ?? kind);
  });
  afterAll(() => other.remove());

  it('loses nothing and changes nothing, however the file is cut', async () => {
    const size = fc.constantFrom(1, 2, 3, 5, 1000);
    await fc.assert(
      fc.asyncProperty(
        arbitraryConversations,
        size,
        size,
        fc.integer({ min: 1, max: 300 }),
        async (given, one, two, piece) => {
          const [first, second] = [await makeWorkspace(database()), await makeWorkspace(other.database)];
          const lines = given.flatMap(({ line, messages, insights }) => [line, ...messages, ...insights]);
          await load(database(), first.id, textOf(lines), one);
          const text = await exported(database(), first.id);
          const found = text
            .trim()
            .split('\n')
            .slice(1)
            .map((line) => JSON.parse(line));
          const ofType = (type: string) => found.filter((line) => line.type === type).sort(byId);
          expect(ofType('conversation')).toEqual(given.map(expectedOf).sort(byId));
          expect(ofType('message')).toEqual(given.flatMap(({ messages }) => messages).sort(byId));
          const insights = given.flatMap((each) => each.insights).sort(byId);
          expect(ofType('conversation_insight')).toEqual(insights);

          await load(other.database, second.id, text, two, piece);
          expect(await exported(other.database, second.id)).toBe(text);
          const again = await load(database(), first.id, text, two);
          expect(again).toMatchObject({ conversationsAdded: 0, messagesAdded: 0, insightsAdded: 0 });
          expect(await exported(database(), first.id)).toBe(text);
        },
      ),
      { numRuns: kind === 'server' ? 60 : 30 },
    );
  }, 120_000);

  it('keeps the order of messages that were sent at the same time', async () => {
    const { id } = await makeWorkspace(database());
    const conversationId = '11111111-1111-4111-8111-111111111111';
    const ids = ['c', 'a', 'b', 'd'].map((letter) => `${letter.repeat(8)}-0000-4000-8000-000000000000`);
    const messages = ids.map(
      (each): TransferLine => ({
        type: 'message',
        conversation_id: conversationId,
        id: each,
        role: 'user',
        sent_at: '2025-01-01T00:00:00.000Z',
      }),
    );
    await load(database(), id, textOf([{ type: 'conversation', id: conversationId }, ...messages]), 2);
    const found = (await exported(database(), id))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(found.slice(2).map((line) => line.id)).toEqual(ids);
  });

  it('reads conversations with more messages, and larger ones, than one page has', async () => {
    const { id } = await makeWorkspace(database());
    const long = Array.from(
      { length: 2_500 },
      (_, number): TransferLine => ({ type: 'message', role: 'user', text: `${number}` }),
    );
    const large = Array.from(
      { length: 12 },
      (): TransferLine => ({ type: 'message', role: 'user', text: 'ä'.repeat(400_000) }),
    );
    const few = Array.from({ length: 450 }, (_, number): TransferLine[] => [
      { type: 'conversation', name: `${number}` },
      { type: 'message', role: 'user', text: `of ${number}` },
    ]);
    const lines = [
      { type: 'conversation', name: 'long' } as const,
      ...long,
      { type: 'conversation', name: 'large' } as const,
      ...large,
      ...few.flat(),
    ];
    const counts = await load(database(), id, textOf(lines), 5_000, 64 * 1024);
    expect(counts).toMatchObject({ conversationsAdded: 452, messagesAdded: 2_962 });
    const text = await exported(database(), id);
    expect(text.trim().split('\n')).toHaveLength(1 + 452 + 2_962);
    const second = await makeWorkspace(database());
    await load(database(), second.id, text, 5_000, 64 * 1024);
    expect((await exported(database(), second.id)) === text).toBe(true);
  }, 120_000);
});
