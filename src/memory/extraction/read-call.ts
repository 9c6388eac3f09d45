import type { Call, CallTurn } from './call.js';
import { wallClock } from './language/civil-day.js';
import { plainText } from './language/plain-text.js';
import { findSpokenTimes, type SpokenTime, type TimeReference } from './language/spoken-times.js';

/** A turn with its sentences. */
export interface ReadTurn extends CallTurn {
  /** From 0, in the call. */
  readonly index: number;
  /** Its text as patterns read it: see `plainText`. */
  readonly plain: string;
  readonly sentences: readonly Sentence[];
}

export interface Sentence {
  /** As it stands in the turn's text. */
  readonly text: string;
  /** The same as patterns read it. */
  readonly plain: string;
  /** Of its first character in the turn's text. */
  readonly start: number;
}

/** What spoken times are counted from, beside the start of the call. */
export type SpokenOf = Partial<Pick<TimeReference, 'habit' | 'anchor' | 'named' | 'month' | 'week' | 'part'>>;

/** A call made ready for the finders: what each of them would otherwise work out again. */
export interface ReadCall extends Omit<Call, 'turns'> {
  readonly turns: readonly ReadTurn[];
  /**
   * The days and times that a turn names, read once for all who ask for them with the same words around.
   *
   * @param spokenOf what is being spoken of when it is said; nothing by default
   */
  readonly spokenTimes: (turn: ReadTurn, spokenOf?: SpokenOf) => readonly SpokenTime[];
}

/** A full stop in "9 a.m." or "St. Mary" ends nothing: what follows begins with a capital or is the end, and it is no known short form. */
const SENTENCE_END = /(?<!(?:^|\s)(?:Mr|Mrs|Ms|Dr|St|Ave|Rd|Apt|No|a\.m|p\.m|e\.g|i\.e))[.!?](?=\s|$)/g;

export function readCall(call: Call): ReadCall {
  return { ...call, turns: call.turns.map(readTurn), spokenTimes: timesReader(call) };
}

function readTurn(turn: CallTurn, index: number): ReadTurn {
  const plain = plainText(turn.text);
  return { ...turn, index, plain, sentences: sentencesOf(turn.text, plain) };
}

function timesReader(call: Call): ReadCall['spokenTimes'] {
  const { day: today, time: now } = wallClock(call.startedAt, call.timeZone);
  const known = new Map<string, readonly SpokenTime[]>();
  return (turn, { habit, anchor, named, month, week, part } = {}) => {
    const key = [turn.index, habit, anchor, named, month, week, part].join();
    const times =
      known.get(key) ??
      findSpokenTimes(turn.text, { today, now, country: call.country, habit, anchor, named, month, week, part });
    known.set(key, times);
    return times;
  };
}

function sentencesOf(text: string, plain: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  const take = (to: number): void => {
    const piece = text.slice(from, to);
    const trimmed = piece.trim();
    const start = from + piece.indexOf(trimmed);
    if (trimmed !== '') sentences.push({ text: trimmed, plain: plain.slice(start, start + trimmed.length), start });
    from = to;
  };
  for (const match of text.matchAll(SENTENCE_END)) take(match.index + match[0].length);
  take(text.length);
  return sentences;
}
