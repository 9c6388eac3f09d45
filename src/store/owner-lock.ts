import { randomUUID } from 'node:crypto';
import type { Stats } from 'node:fs';
import { mkdir, rename, rmdir, stat, unlink } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * One process owns a data directory: the one whose socket listens in it. The kernel ends that with the process, however it dies,
 * which a pid file does not, and pids mean nothing between containers.
 *
 * A socket's file outlives its process, so a dead owner's must be removed by the next, and two that start at once must not remove
 * each other's: that step is done under a folder that only one can make.
 */

export const LOCK_SOCKET = 'owner.sock';

const GATE = 'owner.lock';
/** Behind the gate nothing takes longer than a connection attempt: an older one was left by a process that was killed. */
const GATE_STALE_MS = 10_000;
const GATE_RETRY_MS = 20;
const HELLO_MS = 500;

/** Somebody else has the data directory. */
export class DataDirectoryInUse extends Error {
  override readonly name = 'DataDirectoryInUse';

  constructor(directory: string, pid: number | undefined) {
    const owner = pid === undefined ? 'another process' : `the process ${pid}`;
    super(
      `The data directory ${directory} is in use by ${owner}. Stop that first, or set RINGBACK_DATA_DIR to another directory.`,
    );
  }
}

export interface OwnerLock {
  release(): Promise<void>;
}

/**
 * Makes this process the owner of a data directory.
 *
 * @param directory as it is shown to people
 * @param socketDirectory the same, by a path that is short enough for a socket
 * @throws DataDirectoryInUse
 */
export async function acquireOwnerLock(directory: string, socketDirectory: string): Promise<OwnerLock> {
  const path = join(socketDirectory, LOCK_SOCKET);
  const gate = join(directory, GATE);
  await enterGate(gate);
  try {
    const owner = await askOwner(path);
    if (owner !== undefined) throw new DataDirectoryInUse(directory, owner.pid);
    await unlink(path).catch(ignoreMissing);
    const hello = `ringback ${process.pid} ${randomUUID()}\n`;
    const server = await listen(path, hello);
    const check = await askOwner(path);
    if (check?.hello !== hello) {
      await close(server);
      throw new DataDirectoryInUse(directory, check?.pid);
    }
    return { release: () => close(server) };
  } finally {
    await rmdir(gate).catch(ignoreMissing);
  }
}

async function enterGate(gate: string): Promise<void> {
  for (;;) {
    try {
      return await mkdir(gate);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const made = await stat(gate).catch(() => undefined);
    if (made !== undefined && isStale(made)) {
      await removeStaleGate(gate);
    }
    await sleep(GATE_RETRY_MS);
  }
}

/**
 * Of several that see a stale gate one can rename it. But between the look at it and the renaming another may have done so
 * and made a gate of its own, which then is what was renamed: its age tells, and it goes back to where it was.
 */
export async function removeStaleGate(gate: string): Promise<void> {
  const taken = `${gate}.${randomUUID()}`;
  try {
    await rename(gate, taken);
  } catch (error) {
    return ignoreMissing(error as NodeJS.ErrnoException);
  }
  if (isStale(await stat(taken))) await rmdir(taken);
  else await rename(taken, gate);
}

function isStale({ mtimeMs }: Stats): boolean {
  return Date.now() - mtimeMs > GATE_STALE_MS;
}

interface Owner {
  /** What it said; undefined when it said nothing, which an owner that is stopped does. */
  readonly hello?: string;
  readonly pid?: number;
}

/** Who listens, if somebody does. A listener that says nothing is one all the same. */
function askOwner(path: string): Promise<Owner | undefined> {
  return new Promise((resolve, reject) => {
    let hello = '';
    const socket = connect(path);
    const timer = setTimeout(() => socket.destroy(), HELLO_MS);
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => {
      hello += text;
    });
    socket.on('error', ({ code, message }: NodeJS.ErrnoException) => {
      if (code === 'ENOENT' || code === 'ECONNREFUSED') resolve(undefined);
      else if (code === 'EACCES') reject(new Error(`The data directory's lock cannot be asked: ${message}.`));
    });
    socket.on('close', () => {
      clearTimeout(timer);
      const pid = /^ringback (\d+) /.exec(hello)?.[1];
      resolve({ ...(hello === '' ? {} : { hello }), ...(pid === undefined ? {} : { pid: Number(pid) }) });
    });
  });
}

function listen(path: string, hello: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on('error', () => socket.destroy());
      socket.end(hello);
    });
    server.once('error', reject);
    server.listen(path, () => {
      server.unref();
      resolve(server);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
