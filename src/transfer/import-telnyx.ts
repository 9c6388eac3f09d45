import { createHash } from 'node:crypto';
import type { JobQueue } from '../jobs/job-queue.js';
import type { ChangeFeed } from '../store/change-feed.js';
import { retainsData } from '../store/data-retention.js';
import type { Database } from '../store/database.js';
import { advanceImport, beginImport, findImport } from '../store/imports.js';
import type { StoreLog } from '../store/store-log.js';
import { createImportedEnds } from './end-imported.js';
import { inOrder } from './in-order.js';
import { type BatchSize, loadConversations } from './load-conversations.js';
import { type LoadCounts, NO_COUNTS } from './load-counts.js';
import { type TelnyxAccount, TelnyxRefused } from './telnyx-account.js';
import { telnyxLines } from './telnyx-lines.js';
import type { TransferLine } from './transfer-line.js';
import { type WalkedConversation, walkConversations } from './walk-conversations.js';

export interface ImportTelnyxDependencies {
  readonly database: Database;
  readonly jobs: Pick<JobQueue, 'enqueue'>;
  readonly changes: Pick<ChangeFeed, 'publish'>;
  readonly log: StoreLog;
  readonly now: () => Date;
}

export interface ImportTelnyxOptions {
  readonly account: TelnyxAccount;
  /** Tells accounts apart, as `telnyxSource` makes it: how far an import got is kept for each. */
  readonly source: string;
  /** Conversations that were created before are left out. */
  readonly since?: Date | undefined;
  /** Whether the conversations are ended as calls end, so that their insights are run. */
  readonly extract: boolean;
  /** Of how many conversations messages are fetched at once. */
  readonly concurrency: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: TelnyxProgress) => void;
  /** How much is stored at once. Absent: what the database is best with. */
  readonly batch?: BatchSize;
}

/** How far an import of this run is. */
export interface TelnyxProgress {
  readonly counts: LoadCounts;
  /** Records that are no conversations or messages. */
  readonly unreadable: number;
  /** Where this run began: when its first conversation was created. ISO 8601; absent while there is none. */
  readonly from?: string | undefined;
  /** When the last conversation that is stored was created. */
  readonly at?: string | undefined;
}

export interface TelnyxImportSummary extends TelnyxProgress {
  /** Conversations that were ended; undefined without `extract`. */
  readonly ended: number | undefined;
  /** Where an earlier import, which was interrupted, had got to; undefined: this one began at the beginning. */
  readonly resumedFrom: string | undefined;
}

/** As it is kept. */
interface Kept {
  readonly cursor: string | null;
  readonly since: string | null;
}

/** The end of a conversation among the lines. */
interface Mark {
  readonly line: number;
  readonly cursor: string;
  readonly createdAt: string;
}

/** The name of an account, without its key being told by it. */
export function telnyxSource(baseUrl: string, apiKey: string): string {
  return `telnyx:${createHash('sha256').update(`${baseUrl}\n${apiKey}`).digest('hex').slice(0, 32)}`;
}

/**
 * Stores all conversations of a Telnyx account with their messages, oldest first. How far it is is stored with the rows, so an import
 * that was interrupted goes on from there when it is called again; one that came to its end begins anew, and adds what is new. What
 * is there already stays as it is.
 *
 * @throws TelnyxRefused, TelnyxUnavailable, DatabaseUnavailable; the signal's reason
 */
export async function importTelnyx(
  deps: ImportTelnyxDependencies,
  workspaceId: number,
  options: ImportTelnyxOptions,
): Promise<TelnyxImportSummary> {
  const { changes, database, now } = deps;
  const { source, extract, signal, onProgress, batch } = options;
  const since = options.since?.toISOString() ?? null;
  const earlier = await findImport<Kept>(database.knex, workspaceId, source);
  const resumes = earlier !== undefined && earlier.finishedAt === null && earlier.progress.since === since;
  if (!resumes) await beginImport(database.knex, workspaceId, source, { cursor: since, since }, now());
  let cursor = resumes ? earlier.progress.cursor : since;
  const resumedFrom = resumes && cursor !== since ? (cursor ?? undefined) : undefined;

  const records = new Records(deps, workspaceId, options);
  const ends = extract ? createImportedEnds(deps, workspaceId) : undefined;
  let at: string | undefined;
  let stored: Mark | undefined;
  const counts = await loadConversations(database, workspaceId, records.lines(cursor ?? undefined), {
    ...(signal === undefined ? {} : { signal }),
    ...ends?.loadOptions,
    ...(batch === undefined ? {} : { batch }),
    now,
    changes,
    // A conversation that is deleted while its messages come in is gone.
    onProblem: () => {},
    async afterBatch(trx, soFar, written) {
      await ends?.loadOptions.afterBatch(trx, soFar, written);
      stored = records.lastBefore(soFar.lines + soFar.skipped);
      // What this batch leaves open comes again after an interruption, to be ended.
      const progress: Kept = { cursor: extract ? cursor : (stored?.cursor ?? cursor), since };
      await advanceImport(trx, workspaceId, source, { progress, isFinished: false }, now());
    },
    onProgress(soFar) {
      ends?.stored();
      cursor = stored?.cursor ?? cursor;
      at = stored?.createdAt ?? at;
      onProgress?.({ counts: soFar, unreadable: records.unreadable, from: records.from, at });
    },
  });
  const ended = await ends?.finish();
  await advanceImport(database.knex, workspaceId, source, { progress: { cursor, since }, isFinished: true }, now());
  return { counts, unreadable: records.unreadable, from: records.from, at, ended, resumedFrom };
}

/**
 * What an import would read, without storing it: conversations only, since their messages would take as long as the import.
 *
 * @returns as `conversationsAdded` how many there are
 */
export async function countTelnyx(
  options: Pick<ImportTelnyxOptions, 'account' | 'since' | 'onProgress'>,
): Promise<TelnyxProgress> {
  const { account, since, onProgress } = options;
  let progress: TelnyxProgress = { counts: NO_COUNTS, unreadable: 0 };
  let unreadable = 0;
  const walk = walkConversations(account.listConversations, {
    since: since?.toISOString(),
    onUnreadable: () => (unreadable += 1),
  });
  for await (const { conversation } of walk) {
    const at = conversation.createdAt.toISOString();
    const conversationsAdded = progress.counts.conversationsAdded + 1;
    progress = { counts: { ...NO_COUNTS, conversationsAdded }, unreadable, from: progress.from ?? at, at };
    onProgress?.(progress);
  }
  return { ...progress, unreadable };
}

/** The account as lines, and where each conversation ends among them. */
class Records {
  unreadable = 0;
  from: string | undefined;
  readonly #deps: ImportTelnyxDependencies;
  readonly #workspaceId: number;
  readonly #options: ImportTelnyxOptions;
  #marks: Mark[] = [];

  constructor(deps: ImportTelnyxDependencies, workspaceId: number, options: ImportTelnyxOptions) {
    this.#deps = deps;
    this.#workspaceId = workspaceId;
    this.#options = options;
  }

  async *lines(cursor: string | undefined): AsyncGenerator<TransferLine> {
    const { account, concurrency } = this.#options;
    const walk = walkConversations(account.listConversations, {
      since: cursor,
      onUnreadable: () => (this.unreadable += 1),
    });
    let line = 0;
    for await (const record of inOrder(walk, concurrency, (walked) => this.#fetch(walked))) {
      this.from ??= record.createdAt;
      this.unreadable += record.unreadable;
      line += record.lines.length;
      // Before its lines: a batch may end with the last one.
      this.#marks.push({ line, cursor: record.cursor, createdAt: record.createdAt });
      yield* record.lines;
    }
  }

  /** The last conversation that ends with this line, or before it. Those before it are forgotten. */
  lastBefore(line: number): Mark | undefined {
    const next = this.#marks.findIndex((mark) => mark.line > line);
    const done = next === -1 ? this.#marks.length : next;
    // It stays: the same batch may be asked about again.
    this.#marks = this.#marks.slice(Math.max(0, done - 1));
    const [first] = this.#marks;
    return first !== undefined && first.line <= line ? first : undefined;
  }

  async #fetch({ conversation, cursor }: WalkedConversation) {
    const { database, now } = this.#deps;
    const { id: conversationId, metadata } = conversation;
    const assistantId = typeof metadata.assistant_id === 'string' ? metadata.assistant_id : undefined;
    const owner = { conversationId, assistantId };
    const createdAt = conversation.createdAt.toISOString();
    // Not to be stored, so not to be fetched.
    const retains = await retainsData(database.knex, this.#workspaceId, owner);
    const messages = retains ? await this.#messages(conversationId) : [];
    if (messages === undefined) return { cursor, createdAt, lines: [], unreadable: 0 };
    return { cursor, createdAt, ...telnyxLines(conversation, messages, now()) };
  }

  /** Undefined: it was deleted at Telnyx since it was listed. */
  async #messages(conversationId: string): Promise<readonly unknown[] | undefined> {
    try {
      return await this.#options.account.listMessages(conversationId);
    } catch (error) {
      if (error instanceof TelnyxRefused && error.status === 404) return undefined;
      throw error;
    }
  }
}
