import type { Database } from '../../src/store/database.js';
import { type AskedEndUser, type EndUserHistory, endUserHistories } from '../../src/store/end-user-history.js';

/** The history of one end user. */
export async function endUserHistory(
  database: Pick<Database, 'run'>,
  workspaceId: number,
  target: string,
  { timeoutMs, ...asked }: { readonly timeoutMs?: number } & Omit<AskedEndUser, 'target'> = {},
): Promise<EndUserHistory> {
  const [history] = await endUserHistories(database, workspaceId, [{ target, ...asked }], { timeoutMs });
  return history as EndUserHistory;
}
