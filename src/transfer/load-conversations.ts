import type { Knex } from 'knex';
import type { ChangeFeed } from '../store/change-feed.js';
import type { Database } from '../store/database.js';
import { isRace } from '../store/is-race.js';
import type { Batch } from './batch.js';
import { BatchBuilder } from './batch-builder.js';
import { importChanges } from './import-changes.js';
import { createLineIds } from './line-ids.js';
import { type LoadCounts, NO_COUNTS, sumOfCounts } from './load-counts.js';
import { RecentIds } from './recent-ids.js';
import type { TransferLine } from './transfer-line.js';
import { type OnProblem, TransferProblem } from './transfer-problem.js';
import { type WrittenBatch, writeBatch } from './write-batch.js';

export interface LoadOptions {
  /** Ends the import after the batch that is being stored; `loadConversations` rejects with its reason. */
  readonly signal?: AbortSignal;
  /** What was stored so far, after each batch that is. */
  readonly onProgress?: (counts: LoadCounts) => void;
  /**
   * Runs in the transaction of each batch, after its rows: what is to be kept with them, or not at all. `counts` are those of the
   * whole import with this batch. Called again for the same batch where that is tried again.
   */
  readonly afterBatch?: (trx: Knex.Transaction, counts: LoadCounts, batch: WrittenBatch) => Promise<void>;
  /** What becomes of a conversation that is there already (`keep`). Its messages and insights always stay as they are. */
  readonly onConflict?: 'keep' | 'update';
  /** Absent: the import ends at the first line that cannot be stored, with nothing stored of its batch. */
  readonly onProblem?: OnProblem;
  /** Of the line that was read last. Absent: they are counted here. */
  readonly lineNumber?: () => number;
  /** Whether conversations that are new or get messages go on, to be ended by the caller (false); those with insights do not. */
  readonly leaveOpen?: boolean;
  readonly now?: () => Date;
  /** Is told once, at the end, also of an import that ends early. Absent: the caller tells. */
  readonly changes?: Pick<ChangeFeed, 'publish'>;
  /** How much is stored at once. Absent: what the kind of database is best with. */
  readonly batch?: BatchSize;
}

export interface BatchSize {
  readonly lines: number;
  /** Of what is stored. */
  readonly bytes: number;
}

/**
 * On a server larger ones are no faster, and take more memory. The embedded database does nothing else while it stores one, so that
 * is small.
 */
const BATCH_SIZES: { readonly [kind in Database['kind']]: BatchSize } = {
  server: { lines: 5_000, bytes: 1024 * 1024 },
  embedded: { lines: 500, bytes: 256 * 1024 },
};

const ATTEMPTS_MAX = 5;

/**
 * Stores conversations with their messages and insights, batch by batch, each in one transaction. Whatever interrupts it: what
 * was stored is whole, and a repetition of the same lines adds what is missing and nothing twice.
 *
 * Takes lines only as fast as they are stored, and keeps two batches at most.
 *
 * A conversation that is new has ended (`ended_at`, or with its last message), so that nobody waits for its next one.
 *
 * @param lines a conversation before what belongs to it; whatever they hold is checked as the API checks it. What could not be
 * read as a line comes as its problem
 * @throws TransferProblem a line that cannot be stored
 * @throws DatabaseUnavailable
 */
export async function loadConversations(
  database: Database,
  workspaceId: number,
  lines: AsyncIterable<TransferLine | TransferProblem> | Iterable<TransferLine | TransferProblem>,
  options: LoadOptions = {},
): Promise<LoadCounts> {
  const { signal, onProblem = refuse, now = () => new Date(), batch: size = BATCH_SIZES[database.kind] } = options;
  const storing = new Storing(database, workspaceId, { ...options, onProblem });
  const builder = new BatchBuilder({
    kind: database.kind,
    workspaceId,
    ids: createLineIds(),
    now: now().toISOString(),
    lastLineHolds: options.onConflict === 'update',
  });
  let count = 0;
  try {
    for await (const value of lines) {
      signal?.throwIfAborted();
      count += 1;
      try {
        if (value instanceof TransferProblem) throw value;
        builder.add(value, options.lineNumber?.() ?? count);
      } catch (error) {
        if (!(error instanceof TransferProblem)) throw error;
        onProblem(error);
        storing.skip();
      }
      const { batch } = builder;
      if (batch.lines >= size.lines || batch.bytes >= size.bytes) await storing.store(builder.take());
    }
    signal?.throwIfAborted();
    await storing.store(builder.take());
  } finally {
    await storing.end();
  }
  return storing.counts;
}

function refuse(problem: TransferProblem): void {
  throw problem;
}

/** Stores one batch while the next one is being read. */
class Storing {
  counts: LoadCounts = NO_COUNTS;
  readonly #database: Database;
  readonly #workspaceId: number;
  readonly #options: LoadOptions & { readonly onProblem: OnProblem };
  /** Conversations of this import whose end is that of their last message. */
  readonly #moving = new RecentIds();
  #underWay: Promise<void> = Promise.resolve();

  constructor(database: Database, workspaceId: number, options: LoadOptions & { readonly onProblem: OnProblem }) {
    this.#database = database;
    this.#workspaceId = workspaceId;
    this.#options = options;
  }

  /** Resolves when the batch before is stored, and this one under way. */
  async store(batch: Batch): Promise<void> {
    await this.#underWay;
    this.#options.signal?.throwIfAborted();
    this.#underWay = this.#storeNow(batch);
    // Whoever stores the next one, or ends, hears of a failure.
    this.#underWay.catch(() => {});
  }

  /** Resolves when everything is stored. Caches hear of what was stored whether the rest was or not. */
  async end(): Promise<void> {
    try {
      await this.#underWay;
    } finally {
      for (const change of importChanges(this.#workspaceId, this.counts)) this.#options.changes?.publish(change);
    }
  }

  /** Counts a line that could not be stored. */
  skip(): void {
    this.counts = { ...this.counts, skipped: this.counts.skipped + 1 };
  }

  async #storeNow(batch: Batch): Promise<void> {
    if (batch.conversations.size === 0 && batch.lines === 0) return;
    for (const [id, { line }] of batch.conversations) {
      if (line !== undefined && line.endedAt === undefined) this.#moving.add(id);
    }
    const reported = new Set<number>();
    const onProblem: OnProblem = (problem) => {
      if (reported.has(problem.lineNumber)) return;
      this.#options.onProblem(problem);
      reported.add(problem.lineNumber);
    };
    for (let attempt = 1; ; attempt += 1) {
      try {
        const written = await this.#database.knex.transaction((trx) => this.#write(trx, batch, onProblem));
        this.counts = sumOfCounts(this.counts, written.counts);
        break;
      } catch (error) {
        if (attempt >= ATTEMPTS_MAX || !isRace(error)) throw error;
      }
    }
    this.#options.onProgress?.(this.counts);
  }

  async #write(trx: Knex.Transaction, batch: Batch, onProblem: OnProblem): Promise<WrittenBatch> {
    const { onConflict, leaveOpen = false, afterBatch } = this.#options;
    const written = await writeBatch(trx, this.#workspaceId, batch, {
      kind: this.#database.kind,
      update: onConflict === 'update',
      leaveOpen,
      onProblem,
      movesEnd: (id) => this.#moving.has(id),
    });
    await afterBatch?.(trx, sumOfCounts(this.counts, written.counts), written);
    return written;
  }
}
