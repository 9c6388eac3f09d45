import type { Call, CallTurn } from './call.js';

/** A turn with its sentences. */
export interface ReadTurn extends CallTurn {
  /** From 0, in the call. */
  readonly index: number;
  readonly sentences: readonly Sentence[];
}

export interface Sentence {
  /** As it stands in the turn's text. */
  readonly text: string;
  /** Of its first character in the turn's text. */
  readonly start: number;
}

/** A call made ready for the finders: what each of them would otherwise work out again. */
export interface ReadCall extends Omit<Call, 'turns'> {
  readonly turns: readonly ReadTurn[];
}

/** A full stop in "9 a.m." or "St. Mary" ends nothing: what follows begins with a capital or is the end, and it is no known short form. */
const SENTENCE_END = /(?<![\b\s](?:Mr|Mrs|Ms|Dr|St|Ave|Rd|Apt|No|a\.m|p\.m|e\.g|i\.e))[.!?]+(?=\s|$)/g;

export function readCall(call: Call): ReadCall {
  return {
    ...call,
    turns: call.turns.map((turn, index) => ({ ...turn, index, sentences: sentencesOf(turn.text) })),
  };
}

function sentencesOf(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  const take = (end: number): void => {
    const piece = text.slice(start, end);
    const trimmed = piece.trim();
    if (trimmed !== '') sentences.push({ text: trimmed, start: start + piece.indexOf(trimmed) });
    start = end;
  };
  for (const match of text.matchAll(SENTENCE_END)) take(match.index + match[0].length);
  take(text.length);
  return sentences;
}
