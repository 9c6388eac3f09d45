import type { Request } from 'express';
import { conversationNotFound } from './request-error.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The id in the path, in lower case. A RequestError (404) when it is no UUID: there can be no such conversation. */
export function conversationIdOf(req: Request): string {
  const id = String(req.params.conversation_id);
  if (!UUID.test(id)) throw conversationNotFound(id);
  return id.toLowerCase();
}
