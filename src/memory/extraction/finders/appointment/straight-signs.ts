import type { ReadCall } from '../../read-call.js';

const CURLY = /[‘’]/g;
const straight = (text: string): string => text.replace(CURLY, "'");

/** A call with straight apostrophes, as the patterns have them. Places in it are those of the call. */
export function withStraightSigns(call: ReadCall): ReadCall {
  if (call.turns.every(({ text }) => text.search(CURLY) < 0)) return call;
  const turns = call.turns.map((turn) => ({
    ...turn,
    text: straight(turn.text),
    sentences: turn.sentences.map((sentence) => ({ ...sentence, text: straight(sentence.text) })),
  }));
  return {
    ...call,
    turns,
    // The days and times of the call as it was said are kept for other finders: they are read from that one.
    spokenTimes: (turn, spokenOf) =>
      call
        .spokenTimes(call.turns[turn.index] ?? turn, spokenOf)
        .map((spoken) => ({ ...spoken, text: straight(spoken.text) })),
  };
}

/** Words of a turn of a call with straight apostrophes, as they stand in the call itself. */
export function asSaid({ turns }: ReadCall, turn: number, words: string): string {
  const text = turns[turn]?.text ?? '';
  const at = straight(text).indexOf(words);
  return at < 0 ? words : text.slice(at, at + words.length);
}
