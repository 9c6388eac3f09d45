import type { Field, PathStep } from '../../../src/query/ast.js';
import type { ModelConversation } from './conversations.js';
import { type Instant, readInstant } from './instant.js';
import { type Json, readJson } from './json.js';

/** What a conversation holds at a field; `missing` is SQL's NULL: a missing key, JSON null, a name that is not set. */
export type Stored =
  | { readonly type: 'missing' }
  | { readonly type: 'id'; readonly text: string }
  | { readonly type: 'name'; readonly text: string }
  | { readonly type: 'time'; readonly instant: Instant; readonly iso: string }
  | { readonly type: 'metadata'; readonly json: Json }
  | { readonly type: 'path'; readonly json: Json };

const NEVER = new Date(0);

/** Reads a field of a conversation; a column that does not exist throws. */
export function storedValue(conversation: ModelConversation, field: Field): Stored {
  switch (field.column) {
    case 'id':
      return { type: 'id', text: conversation.id };
    case 'name':
      return conversation.name === null ? { type: 'missing' } : { type: 'name', text: conversation.name };
    case 'created_at':
      return time(conversation.createdAt);
    case 'last_message_at':
      return time(conversation.lastMessageAt);
    case 'metadata': {
      if (field.path.length === 0) return { type: 'metadata', json: conversation.json };
      let json: Json | undefined = conversation.json;
      for (const step of field.path) json = json === undefined ? undefined : stepInto(json, step);
      return json === undefined || json.kind === 'null' ? { type: 'missing' } : { type: 'path', json };
    }
    default:
      throw new Error(`No such column: ${field.column}`);
  }
}

/** A key looks into objects only, an index into arrays only; `-1` is the last element. */
function stepInto(json: Json, step: PathStep): Json | undefined {
  if (step.kind === 'key') return json.kind === 'object' ? json.members.get(step.key) : undefined;
  return json.kind === 'array' ? json.items.at(step.index) : undefined;
}

function time(iso: string): Stored {
  return { type: 'time', instant: readInstant(iso, NEVER), iso };
}

/** Reads the metadata of a conversation that a test writes down. */
export function metadataOf(text: string): Json {
  const json = readJson(text);
  if (json?.kind !== 'object') throw new Error(`Metadata is an object: ${text}`);
  return json;
}
