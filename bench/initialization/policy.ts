import type { Response } from '../support/post.js';

/** A policy as a user would write one: templates, a pinned memory query, metadata. */
export const POLICY = `
version: 1
policies:
  - name: front-desk
    match: { assistants: [assistant-3], channels: [phone_call] }
    unverified: allow
    time_zone: America/Chicago
    pin: { assistant_id: "{{ assistant_id }}" }
    dynamic_variables:
      greeting: "Welcome{% if caller.known %} back{% endif %}{% if caller.name %}, {{ caller.name }}{% endif %}."
      last_time: "{{ caller.last_episode.summary | default: caller.last_conversation_at | truncate: 300 }}"
      calls: "{{ caller.conversations }}"
      local_time: "{{ telnyx_current_time_America/Chicago }}"
      line: "{{ telnyx_agent_target | slice: -4, 4 }}"
    memory:
      conversation_query: "metadata->telnyx_end_user_target=eq.{{telnyx_end_user_target}}&created_at=gte.now-90d&limit=5&order=last_message_at.desc"
      insight_query: insight_ids=cfcc865c-d3d4-4823-8a4b-f0df57d9f56f
    conversation:
      metadata: { greeted: "{{ caller.known }}" }
`;

const VARIABLES = ['greeting', 'last_time', 'calls', 'local_time', 'line'];

interface ExpectedBody {
  readonly dynamic_variables?: Readonly<Record<string, unknown>>;
  readonly memory?: { readonly conversation_query?: unknown; readonly insight_query?: unknown };
  readonly conversation?: { readonly metadata?: Readonly<Record<string, unknown>> };
}

/** What is wrong with an answer by {@link POLICY} to a caller with earlier conversations; undefined: nothing. */
export function policyFaultOf({ status, leftOut, body }: Response, phone: string): string | undefined {
  if (status !== 200) return `status ${status}`;
  const answer = JSON.parse(body) as ExpectedBody;
  const variables = answer.dynamic_variables ?? {};
  if (VARIABLES.some((name) => typeof variables[name] !== 'string')) return 'a variable is missing';
  if (leftOut === undefined && variables.greeting !== 'Welcome back.') return 'the greeting is wrong';
  if (answer.conversation?.metadata?.assistant_id !== 'assistant-3') return 'the pin is not in the metadata';
  const query = decodeURIComponent(`${answer.memory?.conversation_query}`);
  if (!query.includes(`=eq.${phone}&`)) return "the memory is not the caller's";
  return query.includes('metadata->assistant_id=eq.assistant-3') ? undefined : 'the pin is not in the query';
}
