import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { BackupPart } from '../store/backup/backup-format.js';
import { linesOfBackup } from '../store/backup/backup-lines.js';
import { writeWholeFile } from './write-whole-file.js';

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
  return writeWholeFile(file, (into) => pipeline(lines, packing, into, { signal }));
}
