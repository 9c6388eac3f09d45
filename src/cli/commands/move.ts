import { resolve } from 'node:path';
import { rowsOf } from '../../store/backup/backup-format.js';
import { readBackup } from '../../store/backup/read-backup.js';
import { placeNamed } from '../backup-place.js';
import { CommandFailed } from '../command-failed.js';
import { type BackupPlace, openToRead } from '../open-backup-database.js';
import { putInto, sayWhatElse } from './restore.js';

export interface MoveOptions {
  readonly replace: boolean;
}

/** Copies everything from one database into another, without a file in between. */
export async function moveCommand(
  places: { readonly from: string; readonly to: string },
  { replace }: MoveOptions,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const from = placeNamed(places.from, environment);
  const to = placeNamed(places.to, environment);
  if (nameOf(from) === nameOf(to)) throw new CommandFailed('Both are the same database.');
  const source = await openToRead(from);
  try {
    const moved = await putInto(to, readBackup(source, new Date()), replace);
    if (moved === undefined) return;
    const { manifest } = moved;
    const what = `${rowsOf(manifest).toLocaleString('en')} rows of ${manifest.tables.length} tables`;
    console.log(`Moved ${what} from ${places.from} to ${places.to}. What was in ${places.from} is there still.`);
    sayWhatElse(moved);
  } finally {
    await source.close();
  }
}

function nameOf(place: BackupPlace): string {
  return 'url' in place ? place.url : resolve(place.dataDir);
}
