import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TelnyxRefused } from '../../src/transfer/telnyx-account.js';
import { type WalkOptions, walkConversations } from '../../src/transfer/walk-conversations.js';

interface Listed {
  readonly id: string;
  readonly created_at: string;
}

const START_MS = Date.parse('2025-04-01T10:00:00Z');

/** Conversations at so many milliseconds after ten o'clock, each in its number's order. */
function madeAt(offsets: readonly number[]): readonly Listed[] {
  return offsets.map((offset, index) => ({
    id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    created_at: new Date(START_MS + offset).toISOString(),
  }));
}

/** The list of an account: `created_at=gte.…`, `order=created_at.asc`, and a limit of which some accounts give less. */
function listOf(conversations: readonly unknown[], limitMax = 1000) {
  const asked: { createdSince?: string | undefined; limit: number }[] = [];
  const list = async (query: { createdSince?: string | undefined; limit: number }) => {
    asked.push(query);
    const since = query.createdSince ?? '';
    return conversations
      .filter((value) => (value as Listed).created_at >= since)
      .sort((one, other) => ((one as Listed).created_at < (other as Listed).created_at ? -1 : 1))
      .slice(0, Math.min(query.limit, limitMax));
  };
  return { list, asked };
}

async function walked(list: Parameters<typeof walkConversations>[0], options?: WalkOptions) {
  const ids: string[] = [];
  for await (const { conversation } of walkConversations(list, options)) ids.push(conversation.id);
  return ids;
}

describe('the walk through an account', () => {
  test('gives every conversation once, whatever times they have in common', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 60 }),
        fc.integer({ min: 1, max: 12 }),
        async (offsets, pageSize) => {
          const conversations = madeAt(offsets);
          const ids = await walked(listOf(conversations).list, { pageSize });
          expect(ids.toSorted()).toEqual(conversations.map(({ id }) => id));
          expect(new Set(ids).size).toBe(ids.length);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('goes on from any cursor with nothing lost', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 12 }),
        fc.nat(),
        async (offsets, pageSize, stop) => {
          const { list } = listOf(madeAt(offsets));
          const before: string[] = [];
          let cursor: string | undefined;
          for await (const walk of walkConversations(list, { pageSize })) {
            before.push(walk.conversation.id);
            cursor = walk.cursor;
            if (before.length > stop % offsets.length) break;
          }
          const after = await walked(list, { pageSize, since: cursor });
          expect(new Set([...before, ...after]).size).toBe(offsets.length);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('asks with the documented parameters only, for larger pages where one moment fills them', async () => {
    const { list, asked } = listOf(madeAt([0, 5, 5, 5, 5, 9]));
    expect(await walked(list, { pageSize: 2 })).toHaveLength(6);
    expect(asked).toEqual([
      { createdSince: undefined, limit: 2 },
      { createdSince: '2025-04-01T10:00:00.004Z', limit: 2 },
      { createdSince: '2025-04-01T10:00:00.004Z', limit: 4 },
      { createdSince: '2025-04-01T10:00:00.004Z', limit: 8 },
      { createdSince: '2025-04-01T10:00:00.008Z', limit: 2 },
      { createdSince: '2025-04-01T10:00:00.010Z', limit: 1 },
    ]);
  });

  test('finds what was made within the last millisecond it knows', async () => {
    // Telnyx may know microseconds, and write milliseconds.
    const exact = [0.2, 0.4, 0.7, 1.1, 1.6].map((ms, index) => ({ ...(madeAt([0])[0] as Listed), ms, index }));
    const list = async ({ createdSince, limit }: { createdSince?: string | undefined; limit: number }) =>
      exact
        .filter(({ ms }) => createdSince === undefined || START_MS + ms >= Date.parse(createdSince))
        .slice(0, limit)
        .map(({ ms, index }) => ({
          id: `00000000-0000-4000-8000-00000000000${index}`,
          created_at: new Date(START_MS + Math.round(ms)).toISOString(),
        }));
    expect(await walked(list, { pageSize: 2 })).toHaveLength(5);
  });

  test('begins where it is told', async () => {
    const { list } = listOf(madeAt([0, 10, 20]));
    expect(await walked(list, { since: '2025-04-01T10:00:00.010Z' })).toHaveLength(2);
  });

  test('goes past what is no conversation, and reports it once', async () => {
    const broken = [null, { id: 'x', created_at: '2025-04-01T10:00:00.001Z' }, { id: madeAt([1])[0]?.id }];
    const { list } = listOf([...madeAt([0, 2, 4])]);
    let unreadable = 0;
    const withBroken: typeof list = async (query) => [...broken, ...(await list(query))];
    expect(await walked(withBroken, { onUnreadable: () => (unreadable += 1) })).toHaveLength(3);
    expect(unreadable).toBe(3);
  });

  test('gets through a list that gives fewer than were asked for', async () => {
    const { list } = listOf(madeAt([0, 1, 2, 2, 5, 9, 9, 14]), 4);
    expect(await walked(list, { pageSize: 100 })).toHaveLength(8);
  });

  test('says so where such a list hides conversations of one moment', async () => {
    const { list } = listOf(madeAt([0, 5, 5, 5, 9]), 2);
    await expect(walked(list, { pageSize: 100 })).rejects.toThrow(
      'More conversations than the 2 that the list gives at once were created in one moment: Telnyx offers no way to read the rest.',
    );
  });

  test('says so where a larger page is refused', async () => {
    const { list } = listOf(madeAt([5, 5, 5, 9]));
    const strict: typeof list = async (query) => {
      if (query.limit > 2) throw new TelnyxRefused(422, 'Telnyx refuses the request (422).');
      return list(query);
    };
    await expect(walked(strict, { pageSize: 2 })).rejects.toThrow(
      'More conversations than the list gives at once were created in one moment: Telnyx offers no way to read the rest.',
    );
  });

  test('does not trust a list in another order', async () => {
    const list = async () => [...madeAt([0, 5, 9])].reverse();
    await expect(walked(list)).rejects.toThrow('The list is not in the order that was asked for');
  });
});
