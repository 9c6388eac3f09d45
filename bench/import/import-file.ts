import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { createRandom, type Random } from '../support/random.js';

export interface ImportSize {
  readonly conversations: number;
  readonly messages: number;
}

export const MESSAGES_PER_CONVERSATION = 10;

const WORDS =
  'the appointment is on your account and we have a table for two next to window can you please hold while look that up thank calling order number delivery tomorrow morning between nine ten would like change address confirm payment card ends with last time spoke about refund'.split(
    ' ',
  );

/**
 * Writes a file as `ringback export jsonl` would: phone calls with metadata as Telnyx has it, each with ten messages of 5 to 60 words.
 * The same in every run.
 */
export async function writeImportFile(
  path: string,
  { conversations }: { readonly conversations: number },
): Promise<ImportSize> {
  const random = createRandom(7);
  const file = createWriteStream(path);
  const write = async (text: string): Promise<void> => {
    if (!file.write(text)) await once(file, 'drain');
  };
  await write('{"type":"ringback_export","version":1}\n');
  for (let number = 0; number < conversations; number += 1)
    await write(conversationText(number, conversations, random));
  file.end();
  await once(file, 'close');
  return { conversations, messages: conversations * MESSAGES_PER_CONVERSATION };
}

const FIRST_MS = Date.UTC(2024, 0, 1);
const SPAN_MS = 700 * 24 * 60 * 60 * 1000;

/** The lines of one conversation. */
function conversationText(number: number, conversations: number, random: Random): string {
  const id = uuidOf(`conversation ${number}`);
  const beganMs = FIRST_MS + Math.floor((number * SPAN_MS) / conversations);
  const times = Array.from(
    { length: MESSAGES_PER_CONVERSATION },
    (_, index) => beganMs + index * 7_000 + random.below(5_000),
  );
  const last = isoTime(times.at(-1) as number);
  const conversation = {
    type: 'conversation',
    id,
    name: `Voice call ${number}`,
    metadata: metadataOf(number, conversations, random),
    created_at: isoTime(beganMs),
    last_message_at: last,
    ended_at: last,
  };
  const messages = times.map((timeMs, index) => ({
    type: 'message',
    conversation_id: id,
    id: uuidOf(`message ${number} ${index}`),
    role: index % 2 === 0 ? 'assistant' : 'user',
    text: Array.from({ length: 5 + random.below(56) }, () => random.pick(WORDS)).join(' '),
    sent_at: isoTime(timeMs),
    created_at: isoTime(timeMs),
  }));
  return [conversation, ...messages].map((line) => `${JSON.stringify(line)}\n`).join('');
}

function metadataOf(number: number, conversations: number, random: Random): Record<string, unknown> {
  const customers = Math.max(1, Math.floor(conversations / 10));
  return {
    assistant_id: `assistant-${random.below(10)}`,
    telnyx_conversation_channel: random.pick(['phone_call', 'web_call', 'sms_chat']),
    telnyx_agent_target: `+1312867${5300 + random.below(20)}`,
    telnyx_end_user_target: `+1${2_000_000_000 + random.below(customers) * 7919}`,
    telnyx_end_user_target_verified: random.below(3) === 0,
    call_control_id: `v3:${createHash('md5').update(`call ${number}`).digest('hex')}`,
    customer_id: `c-${random.below(customers)}`,
    survey: random.pick(['yes', 'no']),
    score: random.below(100),
  };
}

function uuidOf(text: string): string {
  const hex = createHash('md5').update(text).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

function isoTime(timeMs: number): string {
  return new Date(timeMs).toISOString();
}
