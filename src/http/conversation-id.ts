import type { Request } from 'express';
import { readUuid } from '../uuid.js';
import { conversationNotFound } from './request-error.js';

/** The id in the path, in lower case. A RequestError (404) when it is no UUID: there can be no such conversation. */
export function conversationIdOf(req: Request): string {
  const text = String(req.params.conversation_id);
  const id = readUuid(text);
  if (id === undefined) throw conversationNotFound(text);
  return id;
}
