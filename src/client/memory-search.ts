import {
  arrayOf,
  booleanOf,
  type Json,
  numberOf,
  objectOf,
  objectOrNull,
  oneOf,
  textOf,
  textOrNull,
} from './read-json.js';
import type { NoAnswerCode } from './ringback-error.js';
import type { UserOrId } from './user.js';

const KINDS = ['fact', 'episode', 'turn'] as const;

/** What can be found: a fact, a call's summary, or what was said word by word. */
export type MemoryKind = (typeof KINDS)[number];

export interface SearchOptions {
  readonly user: UserOrId;
  /** Until the answer is used, with what is there by then. Milliseconds (250). */
  readonly timeoutMs?: number | undefined;
  /** 1 to 100 (10). */
  readonly limit?: number | undefined;
  /** Absent: all. */
  readonly kinds?: readonly MemoryKind[] | undefined;
  /** What was known and true then. Absent: now. */
  readonly asOf?: Date | string | undefined;
  /** The assistant that asks, where the workspace keeps their memories apart. */
  readonly agentId?: string | undefined;
}

/** One thing that was found. Times are ISO 8601. */
export interface MemoryResult {
  readonly kind: MemoryKind;
  readonly id: string;
  readonly text: string;
  /** 0 to 1; comparable within one answer. */
  readonly score: number;
  readonly at: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly quote: string | null;
  readonly conversationId: string | null;
  readonly messageId: string | null;
  readonly speaker: string | null;
  readonly metadata: Readonly<Record<string, unknown>> | null;
}

/** `incomplete`: the server's own time was over, or the month's limit of the workspace is reached. */
export type IncompleteReason = NoAnswerCode | 'incomplete';

export interface SearchAnswer {
  /** For a prompt: one block that says it is data. Empty when nothing was found. */
  readonly contextText: string;
  /** Best first. */
  readonly results: readonly MemoryResult[];
  /** False: there may be more, and `reason` says why it is not here. */
  readonly complete: boolean;
  readonly reason?: IncompleteReason | undefined;
}

/** @throws Unreadable */
export function searchAnswerOf(json: unknown): SearchAnswer {
  const answer = objectOf(json);
  const complete = booleanOf(answer.complete);
  return {
    contextText: textOf(answer.context_text),
    results: arrayOf(answer.results).map((result) => resultOf(objectOf(result))),
    complete,
    ...(complete ? {} : { reason: 'incomplete' }),
  };
}

function resultOf(result: Json): MemoryResult {
  return {
    kind: oneOf(result.kind, KINDS),
    id: textOf(result.id),
    text: textOf(result.text),
    score: numberOf(result.score),
    at: textOf(result.at),
    validFrom: textOrNull(result.valid_from),
    validTo: textOrNull(result.valid_to),
    quote: textOrNull(result.quote),
    conversationId: textOrNull(result.conversation_id),
    messageId: textOrNull(result.message_id),
    speaker: textOrNull(result.speaker),
    metadata: objectOrNull(result.metadata),
  };
}
