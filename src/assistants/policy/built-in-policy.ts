import { prepare } from '../../query/index.js';
import { makePolicy } from './make-policy.js';
import type { Policy } from './policy.js';

/** Telnyx's own example: the last five conversations with this number. */
const MEMORY_QUERY =
  'metadata->telnyx_end_user_target=eq.{{telnyx_end_user_target}}&limit=5&order=last_message_at.desc';

/**
 * What an assistant without a policy of its own gets: the five variables of every answer, and memory as Telnyx documents it. Made
 * without the reader of policy files, which a server that has none need not load.
 */
export function createBuiltInPolicy(): Policy {
  return makePolicy({
    document: { name: 'built-in', memory: { conversation_query: MEMORY_QUERY } },
    pins: {},
    lookups: [],
    variables: {},
    metadata: {},
    memoryQuery: prepare(MEMORY_QUERY),
  });
}
