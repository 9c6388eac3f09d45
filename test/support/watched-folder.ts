import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A temporary folder that goes with this process, also when that is killed. */
export interface WatchedFolder {
  readonly path: string;
  remove(): Promise<void>;
}

/**
 * Waits for its input to end, which it does with this process however that dies; then ends the Postgres server that may still
 * run in the folder, and removes it.
 */
const WATCHDOG = `trap '' INT TERM HUP
read -r _
pid=$(head -n 1 "$1/data/postmaster.pid" 2>/dev/null) && kill -QUIT "$pid" 2>/dev/null && sleep 1
rm -rf "$1"`;

export async function makeWatchedFolder(prefix: string): Promise<WatchedFolder> {
  const path = await mkdtemp(join(tmpdir(), prefix));
  const watchdog = spawn('sh', ['-c', WATCHDOG, 'sh', path], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  watchdog.unref();
  return {
    path,
    remove: async () => {
      await rm(path, { recursive: true, force: true });
      watchdog.stdin.end();
    },
  };
}
