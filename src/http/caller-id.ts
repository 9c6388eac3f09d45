import type { Request } from 'express';
import { rootCaller } from '../store/callers.js';
import type { Executor } from '../store/database.js';
import { readUuid } from '../uuid.js';
import { notFound, type RequestError } from './request-error.js';

/** Also for an id that is no UUID: there can be no such caller. */
export function callerNotFound(id: string): RequestError {
  return notFound(`There is no caller ${JSON.stringify(id)}.`);
}

/**
 * The caller that counts for the one in the path (`caller_id`): an id that was merged into another one still resolves.
 *
 * @throws RequestError 404
 */
export async function callerOf(req: Request, db: Executor, workspaceId: number): Promise<string> {
  return callerNamed(String(req.params.caller_id), db, workspaceId);
}

/** The same for an id of a body. */
export async function callerNamed(text: string, db: Executor, workspaceId: number): Promise<string> {
  const id = readUuid(text);
  const root = id === undefined ? undefined : await rootCaller(db, workspaceId, id);
  if (root === undefined) throw callerNotFound(text);
  return root;
}
