import { currentName } from '../../../memory/truth/current-name.js';
import type { CallerRecord } from '../../../store/caller-administration.js';
import { readCallerFacts } from '../../../store/caller-memory.js';
import type { Database } from '../../../store/database.js';

/** A caller's name, as all that was said gives it; undefined while nobody said it. */
export async function callerName(
  database: Pick<Database, 'run'>,
  workspaceId: number,
  { id }: Pick<CallerRecord, 'id'>,
): Promise<string | undefined> {
  const stored = await readCallerFacts(database, workspaceId, { callerId: id });
  return currentName(stored?.facts ?? []);
}
