import { hash } from 'node:crypto';

/**
 * By what the records of a caller are found without keeping the number: SHA-256 of the workspace and the caller's id. It is no secret
 * that protects the number from somebody who has the database and tries all numbers; it keeps numbers out of lists and dumps.
 *
 * @param memoryUserId `voice:+13128675309`
 */
export function callerKey(workspaceId: number, memoryUserId: string): Buffer {
  return hash('sha256', `caller ${workspaceId} ${memoryUserId}`, 'buffer');
}
