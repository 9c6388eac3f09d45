import type { Predicate } from '../predicates.js';
import type { Call } from './call.js';

/** A fact as it was heard. */
export interface ExtractedFact {
  readonly predicate: Predicate;
  /** Normalised, as the registry says: `+14155550123`, `2026-03-10T09:30 cleaning`, `morning appointments`. */
  readonly value: string;
  /** The fact as a clause without its subject, for people and models: `prefers morning appointments`. */
  readonly statement: string;
  /** Index of the turn that says it as it is in the end. */
  readonly turn: number;
  /** The words of that turn that say it: a part of its text, letter by letter. */
  readonly quote: string;
  /** Of an `open_item`: who promised. */
  readonly by?: 'caller' | 'agent' | undefined;
  /**
   * Whom it is about when that is not the caller: `daughter Emma`, or the name of another person who speaks on this telephone.
   * Never one of the caller's own facts.
   */
  readonly about?: string | undefined;
  /** 0 to 1. */
  readonly confidence: number;
  /** Beside the predicate's own rule. */
  readonly sensitive?: boolean | undefined;
  /** Since when it is true (ISO 8601 date or time), where that was said; else since the call. */
  readonly validFrom?: string | undefined;
  /** It is no longer true since then: "I used to live in Austin". */
  readonly validTo?: string | undefined;
  /** The value it takes the place of, or its beginning: the old time of an appointment that was moved. */
  readonly replaces?: string | undefined;
}

/** A person, business, place or animal that was spoken of. */
export interface Entity {
  readonly kind: 'person' | 'organization' | 'place' | 'pet';
  readonly name: string;
  /** What it is to the caller: `daughter`, `dentist`. */
  readonly relation?: string | undefined;
}

/** The call in short. */
export interface Episode {
  /** On one line; up to 600 characters. */
  readonly summary: string;
  /** How it ended, in a clause: `appointment booked`; empty when nothing was settled. */
  readonly outcome: string;
  readonly openItems: readonly string[];
}

/** How something is done for this caller: steps that were agreed on or explained. */
export interface Procedure {
  readonly name: string;
  /** When it is to be done. */
  readonly trigger: string;
  readonly steps: readonly string[];
}

/** What a call taught. */
export interface Extraction {
  readonly facts: readonly ExtractedFact[];
  readonly entities: readonly Entity[];
  /** Absent: nothing was said. */
  readonly episode?: Episode | undefined;
  readonly procedures: readonly Procedure[];
  /** Why there is nothing: the built-in extractor reads English only. */
  readonly skipped?: 'language' | undefined;
  readonly extractor: 'built-in' | 'model';
}

/** Reads a call. */
export interface Extractor {
  /** @param signal ends it early */
  extract(call: Call, signal: AbortSignal): Promise<Extraction>;
}
