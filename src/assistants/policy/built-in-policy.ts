import type { Policy } from './policy.js';
import { readPolicies } from './read-policies.js';

/** What an assistant without a policy of its own gets: the five variables of every answer, and memory as Telnyx documents it. */
const SOURCE = `
version: 1
policies:
  - name: built-in
    memory:
      conversation_query: metadata->telnyx_end_user_target=eq.{{telnyx_end_user_target}}&limit=5&order=last_message_at.desc
`;

export function createBuiltInPolicy(): Policy {
  return readPolicies(SOURCE).policies[0] as Policy;
}
