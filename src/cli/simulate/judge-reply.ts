import { checkInitializationAnswer } from '../../platforms/telnyx/check-initialization-answer.js';
import type { WebhookReply } from './send-webhook.js';

/** How a call went, the worst that can be said of it. `late`: a usable answer that came after the budget. */
export const OUTCOMES = ['ok', 'late', 'timeout', 'error status', 'wrong shape', 'unreachable'] as const;

export type Outcome = (typeof OUTCOMES)[number];

export interface JudgedCall {
  readonly outcome: Outcome;
  readonly durationMs: number;
  /** Absent: no answer came. */
  readonly status?: number;
  /** Any JSON value, or the text of what is no JSON. */
  readonly answer?: unknown;
  /** Parts that the webhook said it left out. */
  readonly leftOut?: string;
  /** Sentences. Empty for `ok` only. */
  readonly problems: readonly string[];
}

/** @param waitedMs how much later than planned the request was sent: whoever calls waits for that, too */
export function judgeReply(
  reply: WebhookReply,
  limits: { readonly budgetMs: number; readonly timeoutMs: number },
  waitedMs: number,
): JudgedCall {
  const durationMs = reply.durationMs + waitedMs;
  if (reply.kind === 'timeout') {
    return { outcome: 'timeout', durationMs, problems: [`No answer within ${limits.timeoutMs} ms.`] };
  }
  if (reply.kind === 'unreachable') {
    return { outcome: 'unreachable', durationMs, problems: [`The webhook cannot be reached: ${reply.reason}.`] };
  }
  const { status, leftOut } = reply;
  const { answer, problems: shape } = readAnswer(reply);
  const base = { durationMs, status, answer, ...(leftOut === undefined ? {} : { leftOut }) };
  if (status < 200 || status > 299) {
    const redirect = status >= 300 && status < 400 ? ': redirects are not followed' : '';
    return { ...base, outcome: 'error status', problems: [`It answered ${status}${redirect}.`] };
  }
  if (shape.length > 0) return { ...base, outcome: 'wrong shape', problems: shape };
  if (durationMs > limits.budgetMs) {
    return { ...base, outcome: 'late', problems: [`It took longer than the budget of ${limits.budgetMs} ms.`] };
  }
  return { ...base, outcome: 'ok', problems: [] };
}

function readAnswer({ body, isCut }: Extract<WebhookReply, { kind: 'answer' }>): {
  readonly answer: unknown;
  readonly problems: readonly string[];
} {
  if (isCut) return { answer: undefined, problems: ['The answer is larger than a million bytes.'] };
  const text = body.toString('utf8');
  try {
    const answer = JSON.parse(text) as unknown;
    const problems = checkInitializationAnswer(answer).map(({ part, detail }) =>
      part === '' ? detail : `${part}: ${detail}`,
    );
    return { answer, problems };
  } catch {
    return { answer: text, problems: [text === '' ? 'The answer is empty.' : 'The answer is no JSON.'] };
  }
}
