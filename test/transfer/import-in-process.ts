import { createReadStream } from 'node:fs';
import { openDatabase } from '../../src/store/database.js';
import { loadConversations } from '../../src/transfer/load-conversations.js';
import { TransferLines } from '../../src/transfer/transfer-lines.js';
import { silentLog } from '../support/silent-log.js';

/** Imports a file in small batches, saying `stored` after each and `done` at the end, until it is killed. */
export default async function importInProcess(
  file: string,
  workspaceId: string,
  databaseOptions: string,
  batchLines: string,
): Promise<void> {
  const database = await openDatabase(JSON.parse(databaseOptions), silentLog);
  console.log('open');
  const lines = new TransferLines(createReadStream(file, { highWaterMark: 4096 }));
  await loadConversations(database, Number(workspaceId), lines, {
    lineNumber: () => lines.lineNumber,
    batch: { lines: Number(batchLines), bytes: 1e6 },
    onProgress: () => console.log('stored'),
  });
  await database.close();
  console.log('done');
}
