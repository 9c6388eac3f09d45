import { Worker } from 'node:worker_threads';
import type { WorkerData, WorkerMessage } from './worker.js';

const WORKER = new URL('./worker.js', import.meta.url);

/** The last words of Postgres before it gave up are the reason why. */
const STDERR_CHARACTERS = 500;

/** A thread that is in the middle of a long statement is cut off: what was committed is in the log, and is read from there. */
const STOP_MS = 10_000;

/** A worker that has said that it is ready. */
export interface WorkerThread {
  /** Resolves with the reason when the thread has ended, asked to or not. */
  readonly ended: Promise<string>;
  /** Asks it to put everything on disk and end; resolves when it has. */
  stop(): Promise<void>;
}

/**
 * Starts the embedded database's thread for one of its tasks.
 *
 * @param onWarning what the thread reports while it runs
 * @throws Error with the reason, when it ends before it is ready
 */
export async function startWorkerThread(
  workerData: WorkerData,
  onWarning: (message: string) => void = () => {},
): Promise<WorkerThread> {
  const worker = new Worker(WORKER, { workerData, stdout: true, stderr: true, execArgv: [] });
  let lastWords = '';
  worker.stderr.setEncoding('utf8').on('data', (text: string) => {
    lastWords = (lastWords + text).slice(-STDERR_CHARACTERS);
  });
  worker.stdout.resume();
  let reason = '';
  worker.on('error', (error: unknown) => {
    reason = error instanceof Error ? error.message : String(error);
  });
  const ended = new Promise<string>((resolve) => {
    worker.once('exit', (code) =>
      resolve([reason || `exit code ${code}`, lastWords.trim()].filter(Boolean).join(': ')),
    );
  });
  await new Promise<void>((resolve, reject) => {
    worker.on('message', (message: WorkerMessage) => {
      if (message.type === 'ready') resolve();
      else onWarning(message.message);
    });
    void ended.then((why) => reject(new Error(why)));
  });
  return {
    ended,
    stop: async () => {
      worker.postMessage('stop');
      const timer = setTimeout(() => void worker.terminate(), STOP_MS);
      await ended;
      clearTimeout(timer);
    },
  };
}
