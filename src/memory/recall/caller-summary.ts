import type { StoredEpisode, StoredPattern } from '../../store/caller-memory.js';
import type { FactMemory } from '../truth/memory.js';
import type { LocalTime } from './spoken-dates.js';

/** What a summary is made of: what one caller's assistant may know. */
export interface CallerKnowledge {
  readonly facts: readonly FactMemory[];
  /** Newest first. */
  readonly episodes: readonly StoredEpisode[];
  readonly patterns: readonly StoredPattern[];
}

export interface SummaryOptions {
  readonly now: Date;
  readonly localTime: LocalTime;
  /** Of `summary`. */
  readonly charactersMax: number;
  /** Leaves out facts that are sensitive, and sentences that are. */
  readonly withholdSensitive: boolean;
}

export interface CallerSummary {
  /** Empty when unknown. */
  readonly name: string;
  readonly summary: string;
  readonly lines: readonly string[];
  readonly facts: Readonly<Record<string, string>>;
  readonly lastEpisode?: { readonly summary: string; readonly at: string; readonly conversationId: string } | undefined;
  /** The facts that it tells. */
  readonly factIds: readonly string[];
}
