import type { Request } from 'express';
import { conversationNotFound } from './request-error.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** A conversation's id in lower case, as it is stored; undefined for a text that is no UUID. */
export function readConversationId(text: string): string | undefined {
  return UUID.test(text) ? text.toLowerCase() : undefined;
}

/** The id in the path, in lower case. A RequestError (404) when it is no UUID: there can be no such conversation. */
export function conversationIdOf(req: Request): string {
  const text = String(req.params.conversation_id);
  const id = readConversationId(text);
  if (id === undefined) throw conversationNotFound(text);
  return id;
}
