import { type Call, SECONDS_PER_WORD, type Turn } from './call.js';
import type { FaultOf, Line } from './line.js';
import { nameOf } from './vapi-call.js';

/** The id of the agent that the workspace names. */
export const RETELL_AGENT = 'agent_5c0d7be2f3a14c6f8e29d0b1a4';
const BUSINESS = '+14155550100';

/** A whole call as Retell has it: asks before it answers, says that the call began, searches while it is spoken, tells its end and its analysis. */
export async function playRetellCall(call: Call, line: Line): Promise<void> {
  const startMs = Date.now();
  const { call_inbound } = await line.send({
    endpoint: 'inbound',
    path: '/retell/inbound',
    body: {
      ...{ event: 'call_inbound', event_timestamp: startMs },
      call_inbound: { call_id: idOf(call), agent_id: RETELL_AGENT, from_number: call.phone, to_number: BUSINESS },
    },
    status: 200,
    faultOf: inboundFaultOf(call),
  });
  const decided = (call_inbound ?? {}) as Decided;
  const at = { startMs, decided };
  const path = '/retell/events';
  const started = { event: 'call_started', call: callObject(call, at, 'ongoing', []) };
  await line.send({ endpoint: 'call_started', path, body: started, status: 204 });
  for (const [index, query] of call.questions.entries()) {
    await line.pause(call.pausesMs[index] as number);
    await line.send({
      endpoint: 'search_memory function',
      path: '/retell/search_memory',
      body: {
        name: 'search_memory',
        call: callObject(call, at, 'ongoing', call.turns.slice(0, 2 * (index + 1))),
        args: { query, execution_message: 'One moment.' },
      },
      status: 200,
      faultOf: searchFaultOf(call),
    });
  }
  await line.pause(call.pausesMs.at(-1) as number);
  const ended = {
    ...callObject(call, at, 'ended', call.turns),
    ...{ end_timestamp: Date.now(), duration_ms: Date.now() - startMs, disconnection_reason: 'user_hangup' },
    recording_url: `https://example.invalid/rec/${call.id}.wav`,
  };
  await line.send({ endpoint: 'call_ended', path, body: { event: 'call_ended', call: ended }, status: 204 });
  const analyzed = { ...ended, call_analysis: { call_summary: 'All was settled.', call_successful: true } };
  await line.send({ endpoint: 'call_analyzed', path, body: { event: 'call_analyzed', call: analyzed }, status: 204 });
}

/** What the answer to the inbound webhook sets; it comes back with every later request. */
interface Decided {
  readonly metadata?: Readonly<Record<string, unknown>>;
  readonly dynamic_variables?: Readonly<Record<string, unknown>>;
}

function callObject(
  call: Call,
  { startMs, decided }: { readonly startMs: number; readonly decided: Decided },
  status: string,
  turns: readonly Turn[],
): object {
  const spoken = turns.map((turn) => ({
    role: turn.role === 'user' ? 'user' : 'agent',
    content: turn.text,
    words: words(turn),
  }));
  return {
    ...{ call_id: idOf(call), call_type: 'phone_call', agent_id: RETELL_AGENT, agent_version: 7, call_status: status },
    ...{ agent_name: 'Front desk', direction: 'inbound', from_number: call.phone, to_number: BUSINESS },
    ...{ metadata: decided.metadata ?? {}, retell_llm_dynamic_variables: decided.dynamic_variables ?? {} },
    ...{ data_storage_setting: 'everything', start_timestamp: startMs },
    transcript: turns.map(({ role, text }) => `${role === 'user' ? 'User' : 'Agent'}: ${text}\n`).join(''),
    transcript_object: spoken,
    transcript_with_tool_calls: spoken,
  };
}

function idOf({ id }: Call): string {
  return `call_${id.replaceAll('-', '')}`;
}

function words({ text, startS }: Turn): readonly object[] {
  return text.split(' ').map((word, index) => ({
    word: `${word} `,
    start: startS + index * SECONDS_PER_WORD,
    end: startS + (index + 1) * SECONDS_PER_WORD,
  }));
}

function inboundFaultOf({ caller, phone }: Call): FaultOf {
  return ({ call_inbound }) => {
    const { metadata, dynamic_variables: variables } = call_inbound as Decided;
    if (metadata?.memory_user_id !== `voice:${phone}`) return 'another caller is named';
    return variables?.caller_name === nameOf(caller) ? undefined : 'another name';
  };
}

function searchFaultOf({ caller }: Call): FaultOf {
  return ({ caller_name, contextText, results }) => {
    if (caller_name !== nameOf(caller)) return 'another name';
    return contextText !== '' && Array.isArray(results) && results.length > 0 ? undefined : 'nothing found';
  };
}
