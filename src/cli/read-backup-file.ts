import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { type BackupPart, BackupUnusable } from '../store/backup/backup-format.js';
import { backupOfLines } from '../store/backup/backup-lines.js';
import { CommandFailed } from './command-failed.js';

/**
 * Reads a backup from its file, or from standard input (`-`).
 *
 * @throws BackupUnusable for what is none, or is damaged; CommandFailed where there is no such file
 */
export async function* readBackupFile(file: string): AsyncGenerator<BackupPart, void> {
  const source = file === '-' ? process.stdin : createReadStream(file);
  const unpacked = createGunzip();
  source.once('error', (error: Error) => unpacked.destroy(error));
  const lines = createInterface({ input: source.pipe(unpacked), crlfDelay: Number.POSITIVE_INFINITY });
  // Its iterator does not hear of what fails before.
  let failure: Error | undefined;
  unpacked.once('error', (error) => {
    failure = error;
    lines.close();
  });
  try {
    yield* backupOfLines(failing(lines, () => failure));
  } catch (error) {
    if (failure !== undefined) throw asFileFailure(failure, file);
    throw error;
  } finally {
    lines.close();
    source.destroy();
  }
}

async function* failing(lines: AsyncIterable<string>, failure: () => Error | undefined): AsyncGenerator<string, void> {
  for await (const line of lines) yield line;
  const error = failure();
  if (error !== undefined) throw error;
}

function asFileFailure(error: NodeJS.ErrnoException, file: string): Error {
  if (error.code === 'ENOENT') return new CommandFailed(`There is no file ${file}.`, { cause: error });
  if (error.code === 'EISDIR') return new CommandFailed(`${file} is a directory.`, { cause: error });
  if (error.code === 'EACCES')
    return new CommandFailed(`The file ${file} may not be read by this user.`, { cause: error });
  if (error.code === 'Z_BUF_ERROR') return new BackupUnusable('The backup is cut off: its end is missing.');
  if (error.message === 'incorrect header check') return new BackupUnusable('The file is no backup of ringback.');
  if (error.code?.startsWith('Z_')) return new BackupUnusable('The backup is damaged: it cannot be unpacked.');
  return error;
}
