import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, rmSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A server in a process of its own. */
export interface ServerProcess {
  readonly url: string;
  /** The time its processor has spent on it so far; only Linux tells. */
  cpuMs(): Promise<number | undefined>;
  /** What it keeps in the machine's memory, now and at most so far; only Linux tells. */
  memory(): Promise<ProcessMemory | undefined>;
  /** Asks it to stop, makes it stop if it does not, and removes its folder. */
  stop(): Promise<void>;
}

/** In megabytes of 2^20 bytes. */
export interface ProcessMemory {
  readonly nowMegabytes: number;
  readonly peakMegabytes: number;
}

const READY_MS = 30_000;
const STOP_MS = 15_000;
const PROBE_MS = 25;

/** Both kinds of server say so when they listen. */
const LISTENING = /listening on (http:\S+)/;

/**
 * Starts a Node program that serves HTTP, and waits until it says where. What it logs goes into a file, as it would under a
 * supervisor; the data directory is an empty folder.
 */
export async function startServer(
  program: URL,
  programArguments: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<ServerProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'ringback-bench-server-'));
  const log = join(folder, 'log');
  const output = openSync(log, 'w');
  const child = spawn(process.execPath, [program.pathname, ...programArguments], {
    env: {
      PATH: process.env.PATH,
      HOST: '127.0.0.1',
      PORT: '0',
      RINGBACK_DATA_DIR: join(folder, 'data'),
      // All of it comes from one address, with one key.
      RINGBACK_REQUESTS_PER_SECOND: '0',
      RINGBACK_ADDRESS_REQUESTS_PER_SECOND: '0',
      ...environment,
    },
    stdio: ['ignore', output, output],
    // Ctrl-C is for the benchmark, which then ends its servers.
    detached: true,
  });
  closeSync(output);
  const atExit = (): void => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', atExit);

  async function stop(): Promise<void> {
    await end(child);
    process.off('exit', atExit);
    await rm(folder, { recursive: true, force: true });
  }
  try {
    return {
      url: await addressIn(log, child),
      cpuMs: () => cpuMsOf(child.pid),
      memory: () => memoryOf(child.pid),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function addressIn(log: string, child: ChildProcess): Promise<string> {
  const deadlineMs = performance.now() + READY_MS;
  for (;;) {
    const text = await readFile(log, 'utf8');
    const [, url] = LISTENING.exec(text) ?? [];
    if (url !== undefined) return url;
    if (child.exitCode !== null || performance.now() > deadlineMs) {
      throw new Error(`The server does not start: ${text.slice(-2_000)}`);
    }
    await sleep(PROBE_MS);
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await ended;
  clearTimeout(force);
}

/** Linux counts in hundredths of a second. */
const TICK_MS = 10;

async function cpuMsOf(pid: number | undefined): Promise<number | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  // The second field is the program's name in brackets; user time is the 14th, system time the 15th.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields === undefined ? undefined : (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

async function memoryOf(pid: number | undefined): Promise<ProcessMemory | undefined> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const megabytes = (name: string): number =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024;
  const [nowMegabytes, peakMegabytes] = [megabytes('VmRSS'), megabytes('VmHWM')];
  return Number.isNaN(nowMegabytes) || Number.isNaN(peakMegabytes) ? undefined : { nowMegabytes, peakMegabytes };
}
