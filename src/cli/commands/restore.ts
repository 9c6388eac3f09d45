import type { Config } from '../../config.js';
import { type BackupPart, type Manifest, rowsOf } from '../../store/backup/backup-format.js';
import { type Restored, writeBackup } from '../../store/backup/write-backup.js';
import { placeOf } from '../backup-place.js';
import { CommandFailed } from '../command-failed.js';
import { type BackupPlace, openToWrite } from '../open-backup-database.js';
import { readBackupFile } from '../read-backup-file.js';
import { createRowProgress } from '../row-progress.js';
import { untilInterrupted } from '../until-interrupted.js';
import { followed } from './backup.js';

export interface RestoreOptions {
  readonly replace: boolean;
  readonly check: boolean;
}

/** Puts a backup into the database that the environment names, or only looks whether it is whole. */
export async function restoreCommand(file: string, options: RestoreOptions, config: Config): Promise<void> {
  if (options.check && options.replace) throw new CommandFailed('--check restores nothing: leave --replace out.');
  const parts = readBackupFile(file);
  const restored = options.check ? undefined : await putInto(placeOf(config), parts, options.replace);
  const manifest = options.check ? await readToTheEnd(parts) : restored?.manifest;
  if (manifest === undefined) return;
  const what = `${rowsOf(manifest).toLocaleString('en')} rows of ${manifest.tables.length} tables`;
  const from = `taken at ${manifest.created_at} of Postgres ${manifest.postgres}`;
  console.log(options.check ? `The backup is whole: ${what}, ${from}.` : `Restored ${what}, ${from}.`);
  if (restored !== undefined) sayWhatElse(restored);
}

/** What a database has that another one, or a file, does not bring along. */
export function sayWhatElse({ manifest, erasedAgain }: Restored): void {
  const { callers, conversations } = erasedAgain;
  if (conversations > 0) {
    console.log(`Erased again: ${conversations} conversations that the backup brought back, and ${callers} callers.`);
  }
  if (manifest.has_secrets) {
    console.error(
      'Workspaces keep secrets: they open with the key that sealed them only. Set RINGBACK_SECRET_KEY to it, or put its secret.key into the data directory.',
    );
  }
}

/** @returns undefined when it was interrupted: then nothing has changed */
export async function putInto(
  place: BackupPlace,
  parts: AsyncIterable<BackupPart>,
  replace: boolean,
): Promise<Restored | undefined> {
  return untilInterrupted(async (signal) => {
    const progress = createRowProgress();
    // The manifest is read before a data directory is made for it: a file that is none leaves no trace.
    const iterator = followed(parts, progress, () => {});
    const first = await iterator.next();
    const database = await openToWrite(place);
    try {
      return await writeBackup(database, startingWith(first, iterator), {
        replace,
        now: new Date(),
        signal,
        onStep: (what) => progress.add(0, what),
      });
    } catch (error) {
      if (signal.aborted) return undefined;
      throw error;
    } finally {
      progress.stop();
      await database.close();
    }
  });
}

async function* startingWith(
  first: IteratorResult<BackupPart, void>,
  rest: AsyncGenerator<BackupPart, void>,
): AsyncGenerator<BackupPart, void> {
  if (first.done !== true) yield first.value;
  yield* rest;
}

async function readToTheEnd(parts: AsyncIterable<BackupPart>): Promise<Manifest | undefined> {
  const progress = createRowProgress();
  let manifest: Manifest | undefined;
  try {
    for await (const part of followed(parts, progress, () => {})) if ('manifest' in part) manifest = part.manifest;
  } finally {
    progress.stop();
  }
  return manifest;
}
