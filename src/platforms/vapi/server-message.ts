import type { CallReport } from '../call-report.js';
import { idOf, listOf, objectOf, type Payload, textOf } from '../payload-fields.js';
import { NO_TRUSTED_NAMES, readVapiCall, type TrustedNames, type VapiCall } from './call.js';
import { vapiCallReport } from './call-report.js';
import { isRetained } from './retention.js';
import { readFunctionCall, readToolCalls, type ToolCall } from './tool-calls.js';

/**
 * What Vapi sends to a server URL, `{"message": {"type": …}}`. What there is nothing to do about is of the kind `other`, types that
 * are not known yet among it.
 *
 * Sources: docs.vapi.ai, server events; `ServerMessageMessage` of the official SDK.
 */
export type VapiMessage =
  | (MessageHead & { readonly kind: 'tool-calls'; readonly toolCalls: readonly ToolCall[] })
  /** The legacy form of one tool call: answered by `{result}`. */
  | (MessageHead & { readonly kind: 'function-call'; readonly toolCall: ToolCall })
  | (MessageHead & { readonly kind: 'assistant-request' })
  | (MessageHead & { readonly kind: 'knowledge-base-request'; readonly question: string })
  | (MessageHead & { readonly kind: 'end-of-call-report'; readonly report: CallReport })
  | (MessageHead & {
      readonly kind: 'status-update';
      readonly status: string;
      readonly endedReason: string | undefined;
    })
  | (MessageHead & { readonly kind: 'call-deleted' })
  | (MessageHead & { readonly kind: 'other' });

interface MessageHead {
  /** `message.type` as it came; empty where there is none. */
  readonly type: string;
  readonly call: VapiCall;
  /** Whether the customer lets what is said be kept. */
  readonly retained: boolean;
}

/** Reads any JSON value (undefined for a body that is no JSON). Never throws. */
export function readVapiMessage(body: unknown, trusted: TrustedNames = NO_TRUSTED_NAMES): VapiMessage {
  const envelope = objectOf(body);
  const message = objectOf('message' in envelope ? envelope.message : envelope);
  const type = idOf(message.type) ?? '';
  const head = { type, call: readVapiCall(message, trusted), retained: isRetained(message) };
  const other = { ...head, kind: 'other' } as const;
  switch (type) {
    case 'tool-calls': {
      const toolCalls = readToolCalls(message);
      return { ...head, kind: type, toolCalls, call: readVapiCall(message, trusted, toolCalls) };
    }
    case 'function-call': {
      const toolCall = readFunctionCall(message);
      return toolCall === undefined ? other : { ...head, kind: type, toolCall };
    }
    case 'assistant-request':
      return { ...head, kind: type };
    case 'knowledge-base-request':
      return { ...head, kind: type, question: lastQuestion(message) };
    case 'end-of-call-report': {
      const report = vapiCallReport(message, trusted);
      return report === undefined ? other : { ...head, kind: type, report };
    }
    case 'status-update':
      return {
        ...head,
        kind: type,
        status: idOf(message.status) ?? '',
        endedReason: idOf(message.endedReason),
      };
    case 'call.deleted':
      return { ...head, kind: 'call-deleted' };
    default:
      return other;
  }
}

/** What the caller said last: that is what documents are wanted for. Empty where the caller said nothing yet. */
function lastQuestion(message: Payload): string {
  const lists = [message.messagesOpenAIFormatted, message.messages].map((list) => listOf(list).map(objectOf));
  for (const list of lists) {
    const said = list.findLast(({ role }) => role === 'user');
    const text = textOf(said?.content) ?? textOf(said?.message) ?? listOf(said?.content).map(partText).join(' ');
    if (text.trim() !== '') return text.trim();
  }
  return '';
}

function partText(part: unknown): string {
  return textOf(objectOf(part).text) ?? '';
}
