import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const RUN_SOURCE = fileURLToPath(new URL('./run-source.js', import.meta.url));

/** A module of the tests that runs in another process. */
export interface Child {
  readonly process: ChildProcess;
  /** Resolves with the line when it has said one; rejects, with its errors, when it ends before. */
  nextLine(): Promise<string>;
  /** Ends it as nothing can be caught, and waits until it is gone. */
  kill(): Promise<void>;
}

/** Runs the default export of a module that stands beside the test (`import.meta.url`). */
export function startChild(url: string, module: string, ...programArguments: readonly string[]): Child {
  const path = fileURLToPath(new URL(module, url));
  const child = spawn(process.execPath, [RUN_SOURCE, path, ...programArguments], { stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: string[] = [];
  const waiting: { resolve(line: string): void; reject(error: Error): void }[] = [];
  let errors = '';
  let rest = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const [last = '', ...complete] = (rest + text).split('\n').reverse();
    rest = last;
    for (const line of complete.reverse()) {
      const next = waiting.shift();
      if (next === undefined) lines.push(line);
      else next.resolve(line);
    }
  });
  const exited = new Promise<void>((resolve) => child.once('close', () => resolve()));
  void exited.then(() => {
    for (const { reject } of waiting.splice(0)) reject(new Error(`The child ended: ${errors}`));
  });
  return {
    process: child,
    nextLine: () =>
      new Promise((resolve, reject) => {
        const line = lines.shift();
        if (line !== undefined) resolve(line);
        else if (child.exitCode !== null || child.signalCode !== null) reject(new Error(`The child ended: ${errors}`));
        else waiting.push({ resolve, reject });
      }),
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
