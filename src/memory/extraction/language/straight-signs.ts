import type { Call } from '../call.js';

const CURLY = /[‘’]/g;
const straight = (text: string): string => text.replace(CURLY, "'");

/** A call with straight apostrophes, as the patterns have them. Places in its turns are those of the call. */
export function withStraightSigns(call: Call): Call {
  return { ...call, turns: call.turns.map((turn) => ({ ...turn, text: straight(turn.text) })) };
}

/** Words of a turn of a call with straight apostrophes, as they stand in the call itself. */
export function asSaid({ turns }: Call, turn: number, words: string): string {
  const text = turns[turn]?.text ?? '';
  const at = straight(text).indexOf(words);
  return at < 0 ? words : text.slice(at, at + words.length);
}
