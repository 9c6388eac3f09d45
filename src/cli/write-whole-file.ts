import { createWriteStream } from 'node:fs';
import { realpath, rename, rm, stat } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { CommandFailed } from './command-failed.js';
import { isFileFailure, unwritableFile } from './file-failure.js';

/** Personal data: for the eyes of this user. */
const MODE = 0o600;

/**
 * Writes a file that is there under its name when it is complete and on the disk, and not before; of a failure nothing is left.
 *
 * @param write fills the stream to its end
 * @returns how many bytes
 * @throws CommandFailed when the file cannot be written; what `write` throws
 */
export async function writeWholeFile(file: string, write: (into: Writable) => Promise<void>): Promise<number> {
  await refuseDevice(file);
  // /dev/stdout is a link to the file that a shell opened: that is written, and the link stays.
  const place = await realpath(file).catch(() => file);
  const draft = `${place}.${process.pid}.part`;
  try {
    const written = createWriteStream(draft, { mode: MODE, flags: 'wx', flush: true });
    await write(written);
    await rename(draft, place);
    return written.bytesWritten;
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {});
    throw isFileFailure(error) ? unwritableFile(file, error) : error;
  }
}

/** What takes the name of a device stands in its place, for everybody on the machine. */
async function refuseDevice(file: string): Promise<void> {
  const there = await stat(file).catch(() => undefined);
  if (there === undefined || there.isFile() || there.isDirectory()) return;
  throw new CommandFailed(`${file} cannot be written: it is no ordinary file (- is standard output).`);
}
