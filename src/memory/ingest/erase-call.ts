import { findCall } from '../../store/calls.js';
import { deleteConversation, holdConversation } from '../../store/conversations.js';
import type { Executor } from '../../store/database.js';
import { deleteInitializationsOf } from '../../store/initializations.js';
import { addTombstones } from '../../store/tombstones.js';
import { callConversationId } from './call-conversation-id.js';

/** What was there of a call that was erased. */
export interface ErasedCall {
  readonly callerId: string | null;
}

/**
 * Erases a call with everything that was learned from it, in the caller's transaction, as the customer did at the platform. What tells of
 * it later is refused, its report among it.
 *
 * @returns undefined where nothing of it was there
 */
export async function eraseCall(
  trx: Executor,
  workspaceId: number,
  platform: string,
  callId: string,
  at: Date,
): Promise<ErasedCall | undefined> {
  await addTombstones(trx, workspaceId, 'call', [`${platform} ${callId}`], at);
  // Of a call of which only the beginning was recorded, too.
  const id = callConversationId(workspaceId, { platform, callId });
  await addTombstones(trx, workspaceId, 'conversation', [id], at);
  // What tells of it first may be about to be kept: it is waited for and found, or waits itself and finds that the call was erased.
  await holdConversation(trx, workspaceId, id, at);
  const call = await findCall(trx, workspaceId, platform, callId);
  await deleteConversation(trx, workspaceId, id);
  await deleteInitializationsOf(trx, workspaceId, { conversationIds: [id] });
  if (call === undefined) return undefined;
  if (call.conversationId !== id) {
    await addTombstones(trx, workspaceId, 'conversation', [call.conversationId], at);
    await deleteConversation(trx, workspaceId, call.conversationId);
  }
  return { callerId: call.callerId };
}
