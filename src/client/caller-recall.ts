import type { IncompleteReason } from './memory-search.js';
import { arrayOf, booleanOf, objectOf, objectOrNull, oneOf, textOf, textOrNull } from './read-json.js';
import type { UserOrId } from './user.js';

const STATUSES = ['known', 'new', 'unidentified', 'late', 'over_limit'] as const;

export interface RecallOptions {
  readonly user: UserOrId;
  /** Until the answer is used, with what is there by then. Milliseconds (250). */
  readonly timeoutMs?: number | undefined;
  /** Of `summary`, and of `recallText` (2000). */
  readonly charactersMax?: number | undefined;
  /** The assistant that asks, where the workspace keeps their memories apart. */
  readonly agentId?: string | undefined;
}

/** What is known of a caller at the start of a call. */
export interface CallerRecall {
  /**
   * `new`: nothing is known. `unidentified`: a caller who cannot be known again. `late`: not ready in time, or no answer at all.
   * `over_limit`: the month's limit of the workspace is reached.
   */
  readonly status: (typeof STATUSES)[number];
  readonly callerId: string | null;
  /** Empty when unknown. */
  readonly name: string;
  /** On one line, most useful first. */
  readonly summary: string;
  /** The same as clauses about named persons. */
  readonly lines: readonly string[];
  /** Current facts by predicate, several joined by `; `. */
  readonly facts: Readonly<Record<string, string>>;
  /** For a prompt: `Known about caller (Sarah Johnson): …`. Empty when it was not ready. */
  readonly recallText: string;
  readonly lastEpisode: { readonly summary: string; readonly at: string; readonly conversationId: string } | null;
  readonly complete: boolean;
  readonly reason?: IncompleteReason | undefined;
}

/** What is told when there is no answer: nothing, and not that the caller is new. */
export function nothingRecalled(reason: IncompleteReason): CallerRecall {
  return {
    ...{
      status: 'late',
      callerId: null,
      name: '',
      summary: '',
      lines: [],
      facts: {},
      recallText: '',
      lastEpisode: null,
    },
    ...{ complete: false, reason },
  };
}

/** @throws Unreadable */
export function callerRecallOf(json: unknown): CallerRecall {
  const answer = objectOf(json);
  const complete = booleanOf(answer.complete);
  const episode = objectOrNull(answer.last_episode);
  return {
    status: oneOf(answer.status, STATUSES),
    callerId: textOrNull(answer.caller_id),
    name: textOf(answer.name),
    summary: textOf(answer.summary),
    lines: arrayOf(answer.lines).map(textOf),
    facts: Object.fromEntries(Object.entries(objectOf(answer.facts)).map(([name, value]) => [name, textOf(value)])),
    recallText: textOf(answer.recall_text),
    lastEpisode: episode && {
      summary: textOf(episode.summary),
      at: textOf(episode.at),
      conversationId: textOf(episode.conversation_id),
    },
    complete,
    ...(complete ? {} : { reason: 'incomplete' }),
  };
}
