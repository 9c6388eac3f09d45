import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

type Environment = Readonly<Record<string, string>>;

/** Nothing of the environment of whoever runs the tests may change what a command does. */
const environmentOf = (environment: Environment) => ({
  PATH: process.env.PATH ?? '',
  HOME: process.env.HOME ?? '',
  ...environment,
});

/** Runs `ringback` as a user does: the built command in a process of its own, with `input` piped into it. */
export function ringback(args: readonly string[], environment: Environment = {}, input = ''): Promise<CommandResult> {
  return new Promise((resolve) => {
    const { stdin } = ringbackProcess(args, environment, resolve);
    // Not all commands read it, and some end before they could.
    stdin?.on('error', () => {});
    stdin?.end(input);
  });
}

function ringbackProcess(
  args: readonly string[],
  environment: Environment,
  ended: (result: CommandResult) => void,
): ChildProcess {
  return execFile(
    process.execPath,
    [MAIN, ...args],
    { env: environmentOf(environment), timeout: 60_000 },
    (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      ended({ code, stdout, stderr });
    },
  );
}

/** Runs `ringback` and sends it a signal as soon as it has said something. */
export function ringbackInterrupted(
  args: readonly string[],
  environment: Environment,
  signal: NodeJS.Signals,
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const running = ringbackProcess(args, environment, resolve);
    running.stdout?.once('data', () => running.kill(signal));
  });
}

export interface ServingProcess {
  readonly process: ChildProcess;
  readonly url: string;
  /** What it printed until it was ready. */
  readonly output: string;
  /** Sends the signal and waits for the end; the exit code, or null after a kill. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Starts `ringback serve` on a free port and waits until it says where it listens. */
export function startServing(environment: Environment, args: readonly string[] = []): Promise<ServingProcess> {
  const child = spawn(process.execPath, [MAIN, ...args, 'serve'], {
    env: environmentOf({ PORT: '0', ...environment }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return new Promise((resolve, reject) => {
    let output = '';
    const onOutput = (chunk: Buffer) => {
      output += chunk.toString();
      const url = /ringback listening on (\S+)/.exec(output)?.[1];
      if (url === undefined) return;
      resolve({
        process: child,
        url,
        output,
        stop: (signal = 'SIGTERM') => {
          child.kill(signal);
          return ended;
        },
      });
    };
    child.stdout.on('data', onOutput);
    child.stderr.on('data', onOutput);
    void ended.then((code) => reject(new Error(`ringback serve ended with ${code}: ${output}`)));
  });
}

/** What a command says on standard error that finds no database in its folder. */
export const newDatabaseNotice = (folder: string): string =>
  `ringback: no database was in ${folder}, so a new one is made there. RINGBACK_DATA_DIR or DATABASE_URL names another.\n`;
