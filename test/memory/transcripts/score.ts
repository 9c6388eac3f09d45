import type { LabelledFact, Transcript } from './transcript.js';
import { type ExtractedFact, matchesFact, matchesForbidden } from './value-matches.js';

/** A fact as an extractor gives it: what the scorer looks at of it. */
export type ScoredFact = ExtractedFact & {
  turn?: number | undefined;
  about?: string | undefined;
  validTo?: string | undefined;
};

/** A labelled call, and what an extractor made of it. */
export interface ReadTranscript {
  readonly transcript: Transcript;
  readonly facts: readonly ScoredFact[];
}

/** How an extractor did, on one predicate or on all. */
export interface Counts {
  expected: number;
  found: number;
  wrong: number;
  /** Said once more after it was found: neither right nor wrong. */
  repeated: number;
  /** One of a call's `allowed` facts: neither right nor wrong. */
  allowed: number;
  /** Of the wrong ones, those that the label names. */
  forbidden: number;
  /** Of the found ones, those with the turn of the label. */
  sameTurn: number;
}

/** An expected fact that was not found. */
export interface MissedFact {
  readonly call: string;
  readonly fact: LabelledFact;
}

/** An extracted fact that nobody expects or allows. */
export interface WrongFact {
  readonly call: string;
  readonly fact: ScoredFact;
  /** What the label says of it, when it is a forbidden one. */
  readonly why?: string | undefined;
}

/** What an extractor did on a set of calls: README.md, "Which extracted fact is right". */
export interface Score {
  /** In the order in which the predicates come up. */
  readonly byPredicate: ReadonlyMap<string, Counts>;
  readonly all: Counts;
  readonly missed: readonly MissedFact[];
  readonly wrong: readonly WrongFact[];
}

/**
 * Counts what an extractor found, missed and made up.
 *
 * Facts about somebody else (`about`), notes, and what is over (`validTo`) are no part of it.
 */
export function scoreTranscripts(calls: readonly ReadTranscript[]): Score {
  const byPredicate = new Map<string, Counts>();
  const missed: MissedFact[] = [];
  const wrong: WrongFact[] = [];
  const countsOf = (predicate: string): Counts => {
    const counts = byPredicate.get(predicate) ?? noCounts();
    byPredicate.set(predicate, counts);
    return counts;
  };
  for (const { transcript, facts } of calls) {
    const found = new Set<LabelledFact>();
    for (const label of transcript.expected) countsOf(label.predicate).expected += 1;
    for (const fact of facts.filter(isScored)) {
      const counts = countsOf(fact.predicate);
      const matching = transcript.expected.filter((label) => matchesFact(fact, label));
      const label = matching.find((one) => !found.has(one));
      if (label) {
        found.add(label);
        counts.found += 1;
        if (label.turn === fact.turn) counts.sameTurn += 1;
      } else if (matching.length > 0) counts.repeated += 1;
      else if (transcript.allowed?.some((one) => matchesFact(fact, one))) counts.allowed += 1;
      else {
        const forbidden = transcript.forbidden.find((one) => matchesForbidden(fact, one));
        counts.wrong += 1;
        if (forbidden) counts.forbidden += 1;
        wrong.push({ call: transcript.id, fact, why: forbidden?.why });
      }
    }
    for (const fact of transcript.expected) if (!found.has(fact)) missed.push({ call: transcript.id, fact });
  }
  return { byPredicate, all: sumOf([...byPredicate.values()]), missed, wrong };
}

/** found / (found + wrong), 1 when nothing was extracted. */
export function precisionOf({ found, wrong }: Counts): number {
  return found + wrong === 0 ? 1 : found / (found + wrong);
}

/** found / expected, 1 when nothing was expected. */
export function recallOf({ found, expected }: Counts): number {
  return expected === 0 ? 1 : found / expected;
}

function isScored(fact: ScoredFact): boolean {
  return fact.about === undefined && fact.validTo === undefined && fact.predicate !== 'note';
}

function noCounts(): Counts {
  return { expected: 0, found: 0, wrong: 0, repeated: 0, allowed: 0, forbidden: 0, sameTurn: 0 };
}

function sumOf(parts: readonly Counts[]): Counts {
  const sum = noCounts();
  for (const part of parts) {
    for (const key of Object.keys(sum) as (keyof Counts)[]) sum[key] += part[key];
  }
  return sum;
}
