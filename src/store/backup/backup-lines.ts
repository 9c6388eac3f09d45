import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { type BackupPart, BackupUnusable, End, FORMAT, Manifest, rowsOf, VERSION } from './backup-format.js';

/** A backup as the lines of its file, many in one text. */
export async function* linesOfBackup(parts: AsyncIterable<BackupPart>): AsyncGenerator<string, void> {
  const hash = createHash('sha256');
  let table: string | undefined;
  let count = 0;
  for await (const part of parts) {
    let text = '';
    if ('manifest' in part) {
      text = `${JSON.stringify(part.manifest)}\n`;
    } else {
      if (part.table !== table) text = `${JSON.stringify({ table: part.table })}\n`;
      text += part.rows.map((row) => `${row}\n`).join('');
      table = part.table;
      count += part.rows.length;
    }
    hash.update(text);
    yield text;
  }
  yield `${JSON.stringify({ end: FORMAT, rows: count, sha256: hash.digest('hex') })}\n`;
}

/** Of text in one part, about. */
const PART_CHARACTERS = 2_000_000;

/**
 * Reads the lines again. What was read is to be believed only when the whole of it came through: the last step compares the
 * number of rows and the hash.
 *
 * @throws BackupUnusable for what is no backup, a later form of it, or one that was cut off or changed
 */
export async function* backupOfLines(lines: AsyncIterable<string>): AsyncGenerator<BackupPart, void> {
  const hash = createHash('sha256');
  let manifest: Manifest | undefined;
  let table: string | undefined;
  let rows: string[] = [];
  let characters = 0;
  let count = 0;
  let isComplete = false;
  for await (const line of lines) {
    if (isComplete) throw new BackupUnusable('The backup is damaged: something follows its end.');
    if (manifest === undefined) {
      manifest = readManifest(line);
      yield { manifest };
    } else if (line.startsWith('[')) {
      if (table === undefined) throw new BackupUnusable('The backup is damaged: it has a row of no table.');
      rows.push(line);
      count += 1;
      characters += line.length;
    } else {
      if (table !== undefined && rows.length > 0) yield { table, rows };
      [rows, characters] = [[], 0];
      const object = readObject(line);
      if ('end' in object) {
        checkEnd(object, count, hash.digest('hex'), manifest);
        isComplete = true;
        continue;
      }
      if (typeof object.table !== 'string')
        throw new BackupUnusable('The backup is damaged: it has a line of no kind.');
      table = object.table;
    }
    hash.update(line).update('\n');
    if (characters > PART_CHARACTERS && table !== undefined) {
      yield { table, rows };
      [rows, characters] = [[], 0];
    }
  }
  if (manifest === undefined) throw new BackupUnusable('The file is empty.');
  if (!isComplete) throw new BackupUnusable('The backup is cut off: its end is missing.');
}

function readManifest(line: string): Manifest {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new BackupUnusable('The file is no backup of ringback.');
  }
  const { format, version } = (value ?? {}) as Partial<z.input<typeof Manifest>>;
  if (format !== FORMAT) throw new BackupUnusable('The file is no backup of ringback.');
  if (version !== VERSION) {
    throw new BackupUnusable(`The backup is of form ${version}, and this version of ringback reads form ${VERSION}.`);
  }
  const read = Manifest.safeParse(value);
  if (!read.success) throw new BackupUnusable('The backup is damaged: its first line does not say what is in it.');
  return read.data;
}

function readObject(line: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch {
    // Said below.
  }
  throw new BackupUnusable('The backup is damaged: it has a line of no kind.');
}

function checkEnd(object: Record<string, unknown>, count: number, sha256: string, manifest: Manifest): void {
  const end = End.safeParse(object);
  if (!end.success || end.data.sha256 !== sha256 || end.data.rows !== count || rowsOf(manifest) !== count) {
    throw new BackupUnusable('The backup is damaged: its checksum is not that of its content.');
  }
}
