import type { Request } from 'express';
import { textProblem } from '../../../store/storable.js';
import { notFound, type RequestError } from '../../request-error.js';

export function assistantNotFound(id: string): RequestError {
  return notFound(`There is no assistant ${JSON.stringify(id)}.`);
}

/** The id in the path. A RequestError (404) for a text that no id can be. */
export function assistantIdOf(req: Request): string {
  const id = String(req.params.assistant_id);
  if (textProblem(id) !== undefined) throw assistantNotFound(id);
  return id;
}
