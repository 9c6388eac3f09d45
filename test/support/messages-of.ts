import { findCall } from '../../src/store/calls.js';
import type { Database } from '../../src/store/database.js';
import { readTurns } from '../../src/store/turns.js';

/** What is kept of a call, a line for each turn: `user: I moved.` None where there is no such call. */
export async function listMessagesOf(
  database: Database,
  workspaceId: number,
  platform: string,
  callId: string,
): Promise<readonly string[]> {
  const call = await findCall(database.knex, workspaceId, platform, callId);
  if (call === undefined) return [];
  const turns = await readTurns(database.knex, workspaceId, call.conversationId);
  return turns.map(({ role, text }) => `${role}: ${text}`);
}
