import type { Knex } from 'knex';
import { endConversation } from '../insights/end-conversation.js';
import type { JobQueue } from '../jobs/job-queue.js';
import type { Database, Executor } from '../store/database.js';
import type { StoreLog } from '../store/store-log.js';
import type { BatchSize, LoadOptions } from './load-conversations.js';
import type { LoadCounts } from './load-counts.js';
import type { WrittenBatch } from './write-batch.js';

export interface EndImportedDependencies {
  readonly database: Database;
  readonly jobs: Pick<JobQueue, 'enqueue'>;
  readonly log: StoreLog;
}

/** Ends what an import brings, as calls end: their insights are run, and feed the memory (`--extract`). */
export interface ImportedEnds {
  /** What `loadConversations` is to be called with. `onProgress` goes through {@link ImportedEnds.stored}. */
  readonly loadOptions: Required<Pick<LoadOptions, 'leaveOpen' | 'afterBatch'>> & Pick<LoadOptions, 'batch'>;
  /** A batch is stored: to be told from `onProgress`. */
  stored(): void;
  /** After the last batch. @returns how many conversations were ended in all */
  finish(): Promise<number>;
}

/**
 * The embedded database does nothing else during a transaction, a live call's look-ups included; ending conversations takes most of
 * it.
 */
const EMBEDDED_BATCH: BatchSize = { lines: 50, bytes: 256 * 1024 };

/**
 * A conversation is ended in the transaction of the first batch that has nothing of it, since its messages may be spread over
 * several. What an interruption leaves open is ended when its lines come again: it may be too old to be ended for idleness.
 */
export function createImportedEnds(
  { database, jobs, log }: EndImportedDependencies,
  workspaceId: number,
): ImportedEnds {
  let open: ReadonlyMap<string, string> = new Map();
  let afterThis = { open, count: 0 };
  let count = 0;

  async function end(db: Executor, due: Iterable<readonly [string, string]>): Promise<number> {
    let ended = 0;
    for (const [id, at] of due) {
      const outcome = await endConversation({ db, jobs, log }, workspaceId, id, {
        reason: 'request',
        at: new Date(at),
      });
      if (outcome?.isNew === true) ended += 1;
    }
    return ended;
  }

  return {
    loadOptions: {
      leaveOpen: true,
      ...(database.kind === 'embedded' ? { batch: EMBEDDED_BATCH } : {}),
      async afterBatch(trx: Knex.Transaction, _counts: LoadCounts, { touched }: WrittenBatch) {
        const still = new Map<string, string>();
        for (const { id, endedAt, isOpen } of touched) {
          const before = open.get(id) ?? '';
          if (isOpen) still.set(id, endedAt > before ? endedAt : before);
        }
        const ended = await end(
          trx,
          [...open].filter(([id]) => !still.has(id)),
        );
        // The batch may yet be tried again: what is open changes when it is stored.
        afterThis = { open: still, count: count + ended };
      },
    },
    stored() {
      ({ open, count } = afterThis);
    },
    async finish() {
      const ended = await end(database.knex, open);
      open = new Map();
      count += ended;
      return count;
    },
  };
}
