import { uuidOf } from '../../platforms/uuid-of.js';

/**
 * The id (UUID) of the conversation that a call of a platform is: the same whoever tells of it first, and before anything of it is
 * stored.
 */
export function callConversationId(
  workspaceId: number,
  { platform, callId }: { readonly platform: string; readonly callId: string },
): string {
  return uuidOf(JSON.stringify(['call', workspaceId, platform, callId]));
}
