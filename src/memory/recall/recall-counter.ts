import type { RecallCount } from '../../store/recall-counts.js';

export interface RecallCounterOptions {
  readonly write: (workspaceId: number, recalls: readonly RecallCount[]) => Promise<void>;
  readonly report: (error: unknown) => void;
}

/**
 * Counts which facts are recalled, which makes them fade more slowly. Nobody waits for it: counts are kept in memory and written now and
 * then. A fact counts once between two writings, however often the same call asks for it.
 */
export interface RecallCounter {
  note(workspaceId: number, factIds: readonly string[], at: Date): void;
  /** Writes what is there. Never rejects; what cannot be written is tried again with the next. */
  flush(): Promise<void>;
  start(): void;
  /** Writes the rest. */
  stop(): Promise<void>;
}

const FLUSH_EVERY_MS = 60_000;
const FACTS_MAX = 20_000;
/** Of one statement. */
const WRITTEN_AT_ONCE = 2_000;

export function createRecallCounter({ write, report }: RecallCounterOptions): RecallCounter {
  let waiting = new Map<string, { readonly workspaceId: number; readonly recall: RecallCount }>();
  let timer: NodeJS.Timeout | undefined;
  let flushing = Promise.resolve();

  function add(workspaceId: number, recall: RecallCount): void {
    const key = `${workspaceId} ${recall.factId}`;
    // What comes when all places are taken is not counted: it only orders.
    if (waiting.has(key) || waiting.size < FACTS_MAX) waiting.set(key, { workspaceId, recall });
  }

  async function flushAll(): Promise<void> {
    const taken = [...waiting.values()];
    waiting = new Map();
    const workspaceIds = new Set(taken.map(({ workspaceId }) => workspaceId));
    for (const workspaceId of workspaceIds) {
      const recalls = taken.filter((one) => one.workspaceId === workspaceId).map(({ recall }) => recall);
      // In one order in all processes, so that two of them do not wait for each other.
      recalls.sort((left, right) => (left.factId < right.factId ? -1 : 1));
      for (let start = 0; start < recalls.length; start += WRITTEN_AT_ONCE) {
        const some = recalls.slice(start, start + WRITTEN_AT_ONCE);
        try {
          await write(workspaceId, some);
        } catch (error) {
          report(error);
          for (const recall of some) add(workspaceId, recall);
        }
      }
    }
  }

  const flush = (): Promise<void> => {
    flushing = flushing.then(flushAll);
    return flushing;
  };

  return {
    note(workspaceId, factIds, at) {
      for (const factId of factIds) add(workspaceId, { factId, count: 1, at: at.toISOString() });
    },
    flush,
    start() {
      timer ??= setInterval(() => void flush(), FLUSH_EVERY_MS);
      timer.unref();
    },
    async stop() {
      clearInterval(timer);
      timer = undefined;
      await flush();
    },
  };
}
