import { Worker } from 'node:worker_threads';
import { TryFailed } from '../../jobs/job-queue.js';
import type { Call } from './call.js';
import type { Extraction, Extractor } from './extraction.js';
import type { ExtractionRequest, ExtractionResponse, READY } from './extraction-worker.js';

export interface ThreadExtractorOptions {
  /** The compiled `extraction-worker.js`. */
  readonly worker: URL;
  /** In the place of the thread, where there can be none. */
  readonly fallback: Extractor;
  readonly log: { warn(fields: object, message: string): void };
}

interface Pending {
  readonly call: Call;
  readonly signal: AbortSignal;
  resolve(extraction: Extraction): void;
  reject(error: Error): void;
}

/** A call that needs more is no call. */
const MEMORY_MAX_MB = 512;

/**
 * The built-in extractor in a thread of its own: a long call is read for a tenth of a second, and meanwhile other calls want their
 * answers. The thread is started by the first call; one that dies fails the calls it had, which are tried again, and another takes its
 * place.
 */
export function createThreadExtractor({ worker: url, fallback, log }: ThreadExtractorOptions): Extractor {
  let thread: Worker | undefined;
  let cannotStart = false;
  let nextId = 0;
  const pending = new Map<number, Pending>();

  function start(): Worker {
    const started = new Worker(url, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: MEMORY_MAX_MB } });
    let isReady = false;
    let reason = '';
    started.unref();
    started.on('message', (response: ExtractionResponse | typeof READY) => {
      if (response === 'ready') {
        isReady = true;
        return;
      }
      const waiting = pending.get(response.id);
      pending.delete(response.id);
      if (pending.size === 0) started.unref();
      if ('extraction' in response) waiting?.resolve(response.extraction);
      else waiting?.reject(new TryFailed(`The call could not be read (${response.error}).`));
    });
    started.on('error', (error: Error & { code?: string }) => {
      reason = error.code ?? error.name;
    });
    started.on('exit', () => {
      if (thread === started) thread = undefined;
      const waiting = [...pending.values()];
      pending.clear();
      if (!isReady) {
        log.warn({ reason }, 'the thread that reads calls cannot be started: they are read beside the requests');
        cannotStart = true;
        for (const { call, signal, resolve, reject } of waiting) fallback.extract(call, signal).then(resolve, reject);
        return;
      }
      for (const { reject } of waiting) reject(new TryFailed('The thread that reads calls ended.'));
    });
    return started;
  }

  return {
    async extract(call, signal) {
      signal.throwIfAborted();
      if (cannotStart) return fallback.extract(call, signal);
      thread ??= start();
      const running = thread;
      const id = nextId;
      nextId += 1;
      return new Promise<Extraction>((resolve, reject) => {
        // Nothing else ends a thread in the middle of its work; the calls beside it are tried again.
        const abort = (): void => void running.terminate();
        signal.addEventListener('abort', abort, { once: true });
        const settle = <Value>(then: (value: Value) => void): ((value: Value) => void) => {
          return (value) => {
            signal.removeEventListener('abort', abort);
            then(value);
          };
        };
        pending.set(id, { call, signal, resolve: settle(resolve), reject: settle(reject) });
        running.ref();
        running.postMessage({ id, call } satisfies ExtractionRequest);
      });
    },
  };
}
