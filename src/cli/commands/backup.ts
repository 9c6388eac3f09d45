import type { Config } from '../../config.js';
import { type BackupPart, type Manifest, rowsOf } from '../../store/backup/backup-format.js';
import { readBackup } from '../../store/backup/read-backup.js';
import { placeOf } from '../backup-place.js';
import { openToRead } from '../open-backup-database.js';
import { createRowProgress, type RowProgress } from '../row-progress.js';
import { untilInterrupted } from '../until-interrupted.js';
import { writeBackupFile } from '../write-backup-file.js';

/** Writes everything into a file, and says what is in it and what is not. */
export async function backupCommand(file: string, config: Config): Promise<void> {
  const database = await openToRead(placeOf(config));
  try {
    await untilInterrupted(async (signal) => {
      const progress = createRowProgress();
      let manifest: Manifest | undefined;
      const parts = followed(readBackup(database, new Date()), progress, (first) => {
        manifest = first;
      });
      let bytes: number;
      try {
        bytes = await writeBackupFile(file, parts, signal);
      } catch (error) {
        if (signal.aborted) return;
        throw error;
      } finally {
        progress.stop();
      }
      if (manifest === undefined) return;
      const size = `${(bytes / 1e6).toFixed(1)} MB`;
      const what = `${rowsOf(manifest).toLocaleString('en')} rows of ${manifest.tables.length} tables`;
      if (file !== '-') console.log(`Backed up ${what} to ${file}, ${size}.`);
      if (manifest.has_secrets) {
        console.error(
          `Workspaces keep secrets: without ${keyOf(config)}, which is not in the backup, nobody can open them.`,
        );
      }
    });
  } finally {
    await database.close();
  }
}

function keyOf({ secretKey, databaseUrl, dataDir }: Config): string {
  return secretKey === undefined && databaseUrl === undefined ? `${dataDir}/secret.key` : 'RINGBACK_SECRET_KEY';
}

/** Shows what goes through. */
export async function* followed(
  parts: AsyncIterable<BackupPart>,
  progress: RowProgress,
  onManifest: (manifest: Manifest) => void,
): AsyncGenerator<BackupPart, void> {
  for await (const part of parts) {
    if ('manifest' in part) {
      onManifest(part.manifest);
      progress.begin(rowsOf(part.manifest));
    } else {
      progress.add(part.rows.length, part.table.replaceAll('_', ' '));
    }
    yield part;
  }
}
