import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A Unix socket's path is cut off, without an error, at 104 bytes on some systems and 108 on others. */
const PATH_BYTES_MAX = 100;

export interface SocketDirectory {
  /** A path of the directory under which its sockets can be named. */
  readonly path: string;
  remove(): Promise<void>;
}

/**
 * A path for the sockets in a directory: its own where that is short enough, else a link to it in the folder for temporary
 * files. Through the link a socket is still made in the directory itself, so everybody meets the same one.
 *
 * @param directory absolute
 * @param names of the sockets that it will hold
 */
export async function socketDirectory(directory: string, names: readonly string[]): Promise<SocketDirectory> {
  if (fits(directory, names)) return { path: directory, remove: async () => {} };
  const folder = await mkdtemp(join(tmpdir(), 'ringback-'));
  const path = join(folder, 'd');
  await symlink(directory, path, 'dir');
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  if (fits(path, names)) return { path, remove };
  await remove();
  throw new Error(`The path ${path} is too long for a Unix socket: set TMPDIR to a shorter one.`);
}

function fits(directory: string, names: readonly string[]): boolean {
  return names.every((name) => Buffer.byteLength(join(directory, name)) <= PATH_BYTES_MAX);
}
