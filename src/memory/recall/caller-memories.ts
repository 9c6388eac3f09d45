import type { Change } from '../../store/change-feed.js';
import type { CallerIdentity } from '../callers/caller-identity.js';
import type { SearchKind } from '../search/search-document.js';

/** The `agentId` of a call that does not say whose it is. */
export const UNKNOWN_AGENT = '';

/** Whose memory is asked for. */
export interface CallerScope {
  readonly workspaceId: number;
  /** By what the carrier, or a key's owner, says. Empty: a caller who cannot be known. */
  readonly identities: readonly CallerIdentity[];
  /** Instead of identities, where the caller's id is known. */
  readonly callerId?: string | undefined;
  /**
   * Only what this assistant or agent heard, where the workspace keeps them apart (`memory_scope`). `UNKNOWN_AGENT`
   * is told what no agent heard. Absent: what all of them heard, for the operator.
   */
  readonly agentId?: string | undefined;
  /** IANA: days and times in what is told. */
  readonly timeZone: string;
}

export interface RecallRequest extends CallerScope {
  readonly timeoutMs: number;
  /** Leaves out what a caller may not want said to somebody who only claims their number. */
  readonly withholdSensitive: boolean;
  /** Of the summary. */
  readonly charactersMax: number;
}

/** What is known of a caller at the start of a call. */
export interface RecalledCaller {
  readonly status: 'known' | 'new' | 'unidentified' | 'late';
  readonly callerId?: string | undefined;
  /** Of who is known: by which of the identities that were asked for. */
  readonly identity?: CallerIdentity | undefined;
  /** Empty when unknown. */
  readonly name: string;
  /** On one line, most useful first, without frame or markup: `prefers morning slots | has a dog called Rex | …`. */
  readonly summary: string;
  /** The same as sentences about named persons: `Sarah Johnson: prefers morning slots before 11 AM`. */
  readonly lines: readonly string[];
  /** Current facts by predicate, several joined by `; `. */
  readonly facts: Readonly<Record<string, string>>;
  readonly lastEpisode?: { readonly summary: string; readonly at: string; readonly conversationId: string } | undefined;
}

export interface MemorySearchRequest extends CallerScope {
  readonly query: string;
  readonly limit: number;
  readonly kinds?: readonly SearchKind[] | undefined;
  readonly asOf?: Date | undefined;
  readonly timeoutMs: number;
  readonly withholdSensitive: boolean;
}

/** One thing that was found. Times are ISO 8601. */
export interface MemoryHit {
  readonly kind: SearchKind;
  readonly id: string;
  readonly text: string;
  /** 0 to 1, comparable within one answer. */
  readonly score: number;
  readonly at: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly quote: string | null;
  readonly conversationId: string | null;
  readonly messageId: string | null;
  readonly speaker: string | null;
  /** Of a turn's message. */
  readonly metadata: Readonly<Record<string, unknown>> | null;
}

export interface MemorySearchAnswer {
  /** Best first. */
  readonly hits: readonly MemoryHit[];
  /** The same for a prompt: one bounded block that says it is data. Empty when nothing was found. */
  readonly contextText: string;
  /** False: the deadline came first, and what is here is what there was by then. */
  readonly complete: boolean;
}

/**
 * What is known of callers, kept warm in memory: facts, episodes and an index per active caller. Recall and search never reject
 * and are never late: what is not ready is left out.
 */
export interface CallerMemories {
  recall(request: RecallRequest): Promise<RecalledCaller>;
  search(request: MemorySearchRequest): Promise<MemorySearchAnswer>;
  /** Loads a caller who is about to be asked for. Waits for nobody, never throws. */
  warm(scope: CallerScope): void;
  /** Forgets what has changed; undefined: all. */
  forget(change: Change | undefined): void;
  /** Callers that are warm, and their size. */
  readonly size: { readonly callers: number; readonly bytes: number };
}
