import type { Request } from 'express';
import { readUuid } from '../uuid.js';
import { errorItem } from './error-item.js';
import { notFound, type RequestError, unprocessable } from './request-error.js';

/** Also for an id that is no UUID: there can be no such insight. */
export function insightNotFound(id: string): RequestError {
  return notFound(`There is no insight ${JSON.stringify(id)}.`);
}

export function insightGroupNotFound(id: string): RequestError {
  return notFound(`There is no insight group ${JSON.stringify(id)}.`);
}

/** The insight's id in the path, in lower case. A RequestError (404) when it is no UUID. */
export function insightIdOf(req: Request): string {
  const text = String(req.params.insight_id);
  const id = readUuid(text);
  if (id === undefined) throw insightNotFound(text);
  return id;
}

/** The group's id in the path, in lower case. A RequestError (404) when it is no UUID. */
export function groupIdOf(req: Request): string {
  const text = String(req.params.group_id);
  const id = readUuid(text);
  if (id === undefined) throw insightGroupNotFound(text);
  return id;
}

/** @param done what was to be done to it: `changed`, `deleted` */
export function insightIsBuiltIn(done: 'changed' | 'deleted'): RequestError {
  const detail = `The insight "Summary" is built in and cannot be ${done}: conversations of assistants without an insight group are given it.`;
  return unprocessable([errorItem('unprocessable', detail)]);
}
