import { type Call, SECONDS_PER_WORD, type Turn } from './call.js';
import type { FaultOf, Line } from './line.js';

/** The id of the assistant that the workspace names. */
export const VAPI_ASSISTANT = '5b0a4a08-133c-4146-9315-0984f8c6be80';
const PHONE_NUMBER_ID = '42b4b25d-031e-4786-857f-63b346c9580f';
const BUSINESS = '+14155550100';

/** A whole call as Vapi has it: asks which assistant takes it, recalls, searches while it is spoken, reports. */
export async function playVapiCall(call: Call, line: Line): Promise<void> {
  const startMs = Date.now();
  const path = '/vapi';
  const request = { type: 'assistant-request', ...callFields(call, startMs, 'ringing') };
  const faultOf = assistantFaultOf(call);
  await line.send({ endpoint: 'assistant-request', path, body: { message: request }, status: 200, faultOf });
  const update = { type: 'status-update', status: 'in-progress', ...callFields(call, startMs, 'in-progress') };
  await line.send({ endpoint: 'status-update', path, body: { message: update }, status: 200 });
  await line.send({
    endpoint: 'recall_caller',
    path: '/v1/voice/vapi/recall',
    body: { message: toolCall(call, startMs, { name: 'recall_caller', id: 'call_recall', given: {} }, 1) },
    status: 200,
    faultOf: resultFaultOf(call),
  });
  for (const [index, query] of call.questions.entries()) {
    await line.pause(call.pausesMs[index] as number);
    const tool = { name: 'search_memory', id: `call_search_${index}`, given: { query } };
    await line.send({
      endpoint: 'search_memory tool',
      path,
      body: { message: toolCall(call, startMs, tool, 2 * (index + 1)) },
      status: 200,
      faultOf: resultFaultOf(call),
    });
  }
  await line.pause(call.pausesMs.at(-1) as number);
  await line.send({
    endpoint: 'end-of-call-report',
    path,
    body: { message: report(call, startMs) },
    status: 200,
    faultOf: ({ status, job_id }) => (status === 'accepted' && typeof job_id === 'string' ? undefined : `${status}`),
  });
}

function callFields({ id, phone }: Call, startMs: number, status: string): object {
  const at = new Date(startMs).toISOString();
  return {
    timestamp: Date.now(),
    call: {
      ...{ id, orgId: '7d1b5c3e-2a49-4f0b-9c55-6f0e3d2b1a90', createdAt: at, updatedAt: at },
      ...{ type: 'inboundPhoneCall', status, phoneCallProvider: 'twilio', phoneCallTransport: 'pstn' },
      ...(status === 'ringing' ? {} : { assistantId: VAPI_ASSISTANT, startedAt: at }),
      ...{ phoneNumberId: PHONE_NUMBER_ID, customer: { number: phone } },
    },
    phoneNumber: { id: PHONE_NUMBER_ID, number: BUSINESS, name: 'Main line', provider: 'twilio', createdAt: at },
    customer: { number: phone },
    ...(status === 'ringing' ? {} : { assistant: ASSISTANT }),
  };
}

/** @param said how many turns were spoken by then */
function toolCall(
  call: Call,
  startMs: number,
  { name, id, given }: { readonly name: string; readonly id: string; readonly given: object },
  said: number,
): object {
  const toolCalls = [{ id, type: 'function', function: { name, arguments: given } }];
  return {
    ...{ type: 'tool-calls', toolCalls, toolCallList: toolCalls },
    toolWithToolCallList: [{ ...toolNamed(name), toolCall: toolCalls[0] }],
    artifact: artifact(call.turns.slice(0, said), startMs),
    ...callFields(call, startMs, 'in-progress'),
  };
}

function report(call: Call, startMs: number): object {
  const { turns } = call;
  const durationS = (turns.at(-1)?.endS ?? 0) + 1;
  const transcript = turns.map(({ role, text }) => `${role === 'user' ? 'User' : 'AI'}: ${text}\n`).join('');
  const summary = 'The caller asked about an appointment and an invoice, and both were settled.';
  return {
    ...{ type: 'end-of-call-report', endedReason: 'customer-ended-call', durationSeconds: durationS, cost: 0.1931 },
    ...{ startedAt: new Date(startMs).toISOString(), endedAt: new Date().toISOString() },
    ...{ analysis: { summary, successEvaluation: 'true' }, summary, transcript },
    artifact: {
      ...artifact(turns, startMs),
      ...{ transcript, recordingUrl: `https://storage.example.invalid/${call.id}-mono.wav`, variableValues: {} },
    },
    ...callFields(call, startMs, 'ended'),
  };
}

/** What was said so far, in both of the forms in which Vapi sends it. */
function artifact(turns: readonly Turn[], startMs: number): object {
  const prompt = { role: 'system', message: PROMPT, time: startMs, secondsFromStart: 0 };
  const messages = turns.map((turn) => ({
    role: turn.role === 'user' ? 'user' : 'bot',
    message: turn.text,
    time: startMs + turn.startS * 1_000,
    endTime: startMs + turn.endS * 1_000,
    secondsFromStart: turn.startS,
    duration: (turn.endS - turn.startS) * 1_000,
    ...(turn.role === 'user'
      ? { metadata: { wordLevelConfidence: words(turn) } }
      : { source: '', assistantName: 'Front desk', assistantId: VAPI_ASSISTANT }),
  }));
  const asOpenAI = turns.map(({ role, text }) => ({ role, content: text }));
  return {
    messages: [prompt, ...messages],
    messagesOpenAIFormatted: [{ role: 'system', content: PROMPT }, ...asOpenAI],
  };
}

function words({ text, startS }: Turn): readonly object[] {
  return text.split(' ').map((word, index) => ({
    word: word.toLowerCase().replace(/\W/g, ''),
    start: startS + index * SECONDS_PER_WORD,
    end: startS + (index + 1) * SECONDS_PER_WORD,
    confidence: 0.99,
    punctuated_word: word,
    language: 'en',
  }));
}

function assistantFaultOf({ caller }: Call): FaultOf {
  return ({ assistantId, assistantOverrides }) => {
    if (assistantId !== VAPI_ASSISTANT) return 'no assistant';
    const { variableValues } = assistantOverrides as { variableValues: Record<string, string> };
    return variableValues.caller_name === nameOf(caller) ? undefined : 'another name';
  };
}

function resultFaultOf({ caller }: Call): FaultOf {
  return ({ results }) => {
    const [first] = results as readonly { readonly result: string }[];
    return first?.result.includes(nameOf(caller)) ? undefined : 'a result that is not about the caller';
  };
}

/** As the store has it. */
export function nameOf(caller: number): string {
  return `Sarah Johnson ${caller}`;
}

const PROMPT =
  'You are the front desk of Bright Smile. You are friendly and brief, and you say one thing at a time. At the start of a call you use recall_caller, ' +
  'and search_memory whenever the caller talks about something of an earlier call. What is known about the caller: {{memory_context}}. '.repeat(
    4,
  );

function toolNamed(name: string): object {
  const query = { query: { type: 'string', description: 'What to look for' } };
  return {
    ...{ type: 'function', async: false, messages: [{ type: 'request-start', content: '' }] },
    function: {
      ...{ name, description: 'What is known about the caller.' },
      parameters: { type: 'object', properties: name === 'search_memory' ? query : {} },
    },
    server: { url: 'https://memory.example.invalid/vapi', timeoutSeconds: 5 },
  };
}

const ASSISTANT = {
  ...{ id: VAPI_ASSISTANT, name: 'Front desk', firstMessage: 'Hello {{caller_name}}, this is Bright Smile.' },
  model: {
    ...{ provider: 'openai', model: 'gpt-4o', messages: [{ role: 'system', content: PROMPT }] },
    tools: ['recall_caller', 'search_memory', 'remember'].map(toolNamed),
  },
  ...{ voice: { provider: '11labs', voiceId: 'shimmer' }, transcriber: { provider: 'deepgram', model: 'nova-3' } },
  ...{ server: { url: 'https://memory.example.invalid/vapi', timeoutSeconds: 20 } },
};
