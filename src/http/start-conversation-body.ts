import { z } from 'zod';
import { platformMetadata } from '../assistants/start/conversation-metadata.js';
import { jsonPointer } from '../store/json-pointer.js';
import { jsonFieldProblems, metadataProblems, nameProblems, STORABLE_LIMITS, textProblem } from '../store/storable.js';
import type { BodyProblem } from './body-problem.js';
import { jsonObject } from './json-object.js';

const HEADERS_MAX = 100;
const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,128}$/;
const HEADER_VALUE = /^[\t\x20-\x7e\x80-\uffff]*$/;

const target = (what: string) =>
  z
    .string()
    .describe(
      `${what}: a phone number, a SIP URI or another identifier, ${STORABLE_LIMITS.standardKeyCharacters} characters at most.`,
    );

const scalar = z.union([z.string(), z.number(), z.boolean()], { error: 'has to be a string, a number or a boolean' });

/** What is said of a conversation that is to be started. */
export const StartConversationBody = z.strictObject({
  telnyx_conversation_channel: z.enum(['phone_call', 'web_call', 'sms_chat', 'web_chat']).describe('How they talk.'),
  telnyx_agent_target: target("The assistant's end"),
  telnyx_end_user_target: target("The caller's end"),
  telnyx_end_user_target_verified: z
    .boolean()
    .optional()
    .describe('Whether the caller id was verified: full STIR/SHAKEN attestation (false).'),
  headers: z
    .record(z.string(), z.string({ error: 'has to be a string' }))
    .optional()
    .describe(
      'SIP headers of the call. `X-Customer-Tier` is the variable `customer_tier`, and a key of the payload that the webhook gets; `X-Telnyx…` and others are ignored. Values are cut at 1,024 characters.',
    ),
  dynamic_variables: z
    .record(z.string(), scalar)
    .optional()
    .describe('Variables of this call, which go before all others; names with `telnyx_` are ignored.'),
  name: z.string().optional().describe(`Of the conversation: ${STORABLE_LIMITS.nameCharacters} characters at most.`),
  metadata: jsonObject
    .optional()
    .describe("Of the conversation, under what the platform says itself. 64 KB at most, the platform's included."),
});

export type StartConversationBody = z.output<typeof StartConversationBody>;

/** What cannot be stored or sent, before any SQL. */
export function startConversationProblems(body: StartConversationBody, assistantId: string): readonly BodyProblem[] {
  const problems: BodyProblem[] = body.name === undefined ? [] : [...nameProblems(body.name)];
  for (const field of ['telnyx_agent_target', 'telnyx_end_user_target'] as const) {
    const detail = textProblem(body[field]) ?? targetProblem(body[field]);
    if (detail !== undefined) problems.push({ pointer: `/${field}`, detail: `"${field}" ${detail}` });
  }
  problems.push(
    ...headerProblems(body.headers ?? {}),
    ...jsonFieldProblems(body.dynamic_variables ?? {}, 'dynamic_variables'),
  );
  if (problems.length > 0) return problems;
  const platform = platformMetadata({
    conversationId: '',
    assistantId,
    channel: body.telnyx_conversation_channel,
    agentTarget: body.telnyx_agent_target,
    endUserTarget: body.telnyx_end_user_target,
    endUserTargetVerified: false,
    // Of about the length of the one that it will be.
    callControlId: body.telnyx_conversation_channel === 'phone_call' ? 'v3:'.padEnd(64, '0') : undefined,
  });
  return metadataProblems({ ...body.metadata, ...platform });
}

function targetProblem(text: string): string | undefined {
  const characters = [...text].length;
  const max = STORABLE_LIMITS.standardKeyCharacters;
  return characters > max ? `has ${characters} characters; ${max} are allowed.` : undefined;
}

function headerProblems(headers: Readonly<Record<string, string>>): readonly BodyProblem[] {
  const entries = Object.entries(headers);
  if (entries.length > HEADERS_MAX) {
    return [{ pointer: '/headers', detail: `"headers" has ${entries.length} members; ${HEADERS_MAX} are allowed.` }];
  }
  return entries.flatMap(([name, value]) => {
    const pointer = jsonPointer(['headers', name]);
    if (!HEADER_NAME.test(name)) return [{ pointer, detail: `"headers" has a name that no header can have.` }];
    if (HEADER_VALUE.test(value) && textProblem(value) === undefined) return [];
    return [{ pointer, detail: `"headers.${name}" holds characters that no header can have.` }];
  });
}
