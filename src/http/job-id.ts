import type { Request } from 'express';
import { readUuid } from '../uuid.js';
import { notFound, type RequestError } from './request-error.js';

/** Also for an id that is no UUID: there can be no such job. */
export function jobNotFound(id: string): RequestError {
  return notFound(`There is no job ${JSON.stringify(id)}.`);
}

/** The job's id in the path, in lower case. A RequestError (404) when it is no UUID. */
export function jobIdOf(req: Request): string {
  const text = String(req.params.job_id);
  const id = readUuid(text);
  if (id === undefined) throw jobNotFound(text);
  return id;
}
