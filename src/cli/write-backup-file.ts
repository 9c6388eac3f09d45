import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { BackupPart } from '../store/backup/backup-format.js';
import { linesOfBackup } from '../store/backup/backup-lines.js';
import { isFileFailure, unwritableFile } from './file-failure.js';

/** Personal data: for the eyes of this user. */
const MODE = 0o600;

/** Half the time of the usual level, and a twentieth larger. */
const LEVEL = 3;

/**
 * Writes a backup into a file, which is there under its name when it is complete and on the disk, or to standard output (`-`).
 *
 * @returns how many bytes
 */
export async function writeBackupFile(
  file: string,
  parts: AsyncIterable<BackupPart>,
  signal: AbortSignal,
): Promise<number> {
  const lines = Readable.from(linesOfBackup(parts), { objectMode: true, highWaterMark: 2 });
  const packing = createGzip({ level: LEVEL });
  if (file === '-') {
    await pipeline(lines, packing, process.stdout, { signal, end: false });
    return packing.bytesWritten;
  }
  const draft = `${file}.${process.pid}.part`;
  try {
    const written = createWriteStream(draft, { mode: MODE, flags: 'wx', flush: true });
    await pipeline(lines, packing, written, { signal });
    await rename(draft, file);
    return written.bytesWritten;
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {});
    throw isFileFailure(error) ? unwritableFile(file, error) : error;
  }
}
