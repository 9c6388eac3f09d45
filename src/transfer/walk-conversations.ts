import { readConversation, type TelnyxConversation } from '../platforms/telnyx/records.js';
import { type TelnyxAccount, TelnyxRefused } from './telnyx-account.js';

/** A conversation on the way through an account. */
export interface WalkedConversation {
  readonly conversation: TelnyxConversation;
  /** From here on (ISO 8601) a later walk finds everything that this one had not given before this conversation, and the conversation. */
  readonly cursor: string;
}

export interface WalkOptions {
  /** Where to begin; absent: with the first conversation there is. */
  readonly since?: string | undefined;
  /** How many to ask for at once. More where so many were made in one moment. */
  readonly pageSize?: number;
  /** Something in a list that is no conversation. */
  readonly onUnreadable?: () => void;
}

const PAGE_SIZE = 100;

/**
 * All conversations of an account, oldest first, each once.
 *
 * Telnyx's list has a limit and no pages, so each request begins at the time of the last conversation: `created_at=gte.…` with
 * `order=created_at.asc`, both documented. It begins a millisecond earlier, since Telnyx may know that time more exactly than it
 * writes it; what comes twice is given once. Where a page brings nothing new and is full, a larger one is asked for.
 *
 * @throws TelnyxRefused where the list cannot be walked so: it is not in order, or gives fewer than were made in one moment
 */
export async function* walkConversations(
  list: TelnyxAccount['listConversations'],
  { since, pageSize = PAGE_SIZE, onUnreadable = () => {} }: WalkOptions = {},
): AsyncGenerator<WalkedConversation> {
  let cursor = since;
  let limit = pageSize;
  let latestMs = Number.NEGATIVE_INFINITY;
  /** The ids that the next page may bring again, with their times. */
  let given = new Map<string, number>();
  /** What is no conversation comes again with the next page, and is reported once. */
  const unreadable = new Set<string>();

  for (;;) {
    const page = await larger(list({ createdSince: cursor, limit }), limit > pageSize);
    const fresh: TelnyxConversation[] = [];
    let previousMs = Number.NEGATIVE_INFINITY;
    for (const value of page) {
      const conversation = readConversation(value);
      if (conversation === undefined) {
        const text = JSON.stringify(value)?.slice(0, 200) ?? '';
        if (!unreadable.has(text)) onUnreadable();
        unreadable.add(text);
        continue;
      }
      const createdMs = conversation.createdAt.getTime();
      if (createdMs < previousMs) {
        throw new TelnyxRefused(
          200,
          'The list is not in the order that was asked for: nothing can be imported from there.',
        );
      }
      previousMs = createdMs;
      if (!given.has(conversation.id)) fresh.push(conversation);
      given.set(conversation.id, createdMs);
    }
    // A smaller page than the one before may end earlier.
    latestMs = Math.max(latestMs, previousMs);
    for (const conversation of fresh) yield { conversation, cursor: cursorAt(conversation.createdAt.getTime()) };

    const isFull = page.length >= limit;
    const next = latestMs === Number.NEGATIVE_INFINITY ? cursor : cursorAt(latestMs);
    const moves = next !== cursor;
    if (fresh.length === 0 && !isFull) {
      if (page.length > 0) await refuseShortPages(list, latestMs, page.length);
      return;
    }
    if (moves) limit = pageSize;
    else limit *= 2;
    cursor = next;
    given = new Map([...given].filter(([, createdMs]) => createdMs >= latestMs - 1));
  }
}

function cursorAt(createdMs: number): string {
  return new Date(createdMs - 1).toISOString();
}

/** A limit beyond what is taken is refused; then it is that moment that is the trouble. */
async function larger<Result>(request: Promise<Result>, isLarger: boolean): Promise<Result> {
  try {
    return await request;
  } catch (error) {
    if (isLarger && error instanceof TelnyxRefused && (error.status === 400 || error.status === 422)) {
      throw new TelnyxRefused(error.status, tooManyAtOnce());
    }
    throw error;
  }
}

/** A page that brought nothing new is the end, unless pages are shorter than was asked for and something comes after it. */
async function refuseShortPages(
  list: TelnyxAccount['listConversations'],
  latestMs: number,
  length: number,
): Promise<void> {
  const after = await list({ createdSince: new Date(latestMs + 1).toISOString(), limit: 1 });
  if (after.some((value) => (readConversation(value)?.createdAt.getTime() ?? 0) > latestMs)) {
    throw new TelnyxRefused(200, tooManyAtOnce(length));
  }
}

function tooManyAtOnce(length?: number): string {
  const given = length === undefined ? 'the list gives' : `the ${length} that the list gives`;
  return `More conversations than ${given} at once were created in one moment: Telnyx offers no way to read the rest.`;
}
