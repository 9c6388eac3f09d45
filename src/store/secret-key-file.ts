import { randomBytes, randomUUID } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

/**
 * The key that seals the workspaces' secrets, as a file: 32 random bytes in base64url. Who can read it can open them all, so nobody
 * but its owner may. Without it they cannot be opened any more: it belongs into the same backup as the database beside it.
 *
 * Read and written synchronously: it is a line of 43 characters, and sealing waits for nothing else.
 */

const KEY_BYTES = 32;
const CONTENT = /^[A-Za-z0-9_-]{43}\n?$/;
const OTHERS = 0o077;

/** The message names the file and the way out, and nothing of what it holds. */
export class SecretKeyFileUnusable extends Error {
  override readonly name = 'SecretKeyFileUnusable';
}

/** @returns undefined when there is no such file */
export function readSecretKeyFile(path: string): Buffer | undefined {
  let handle: number;
  try {
    handle = openSync(path, 'r');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw unusable(path, 'cannot be read by this user. Give it back to the user that runs ringback');
  }
  try {
    const status = fstatSync(handle);
    if (!status.isFile()) throw unusable(path, 'is no file. Move it away');
    if ((status.mode & OTHERS) !== 0) {
      throw unusable(path, `may be read or written by others. Run "chmod 600 ${path}"`);
    }
    const text = readFileSync(handle, 'latin1');
    if (!CONTENT.test(text)) {
      throw unusable(path, 'holds something else than a key. Put back the file that was there');
    }
    return Buffer.from(text.trimEnd(), 'base64url');
  } finally {
    closeSync(handle);
  }
}

/**
 * Makes the file, unless somebody else was faster: then it is theirs. It gets its name when it is complete and on the disk, so that
 * nothing is ever sealed with a key that a crash takes away.
 */
export function makeSecretKeyFile(path: string): Buffer {
  const directory = dirname(path);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomUUID()}`;
  writeAll(draft, `${randomBytes(KEY_BYTES).toString('base64url')}\n`);
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  syncDirectory(directory);
  const key = readSecretKeyFile(path);
  if (key === undefined) throw unusable(path, 'was taken away while it was made. Try again');
  return key;
}

function writeAll(path: string, text: string): void {
  const handle = openSync(path, 'wx', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function syncDirectory(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function unusable(path: string, problem: string): SecretKeyFileUnusable {
  return new SecretKeyFileUnusable(
    `The key file ${path} ${problem}, or set RINGBACK_SECRET_KEY (32 characters or more) to a key that takes its place.`,
  );
}
