import { questionBefore } from '../../language/assent.js';
import { readNameAt } from '../../names/read-name.js';
import type { ReadCall, ReadTurn } from '../../read-call.js';
import { guessedName } from '../name/agreed-name.js';
import { CALLER_IS } from './family-words.js';

/** What a man or a woman is to the caller, by what the caller is to them. */
const INVERSE: Readonly<Record<string, { readonly he: string; readonly she: string; readonly one?: string }>> = {
  husband: { he: 'husband', she: 'wife', one: 'wife' },
  wife: { he: 'husband', she: 'wife', one: 'husband' },
  partner: { he: 'partner', she: 'partner', one: 'partner' },
  brother: { he: 'brother', she: 'sister' },
  sister: { he: 'brother', she: 'sister' },
  cousin: { he: 'cousin', she: 'cousin', one: 'cousin' },
  son: { he: 'father', she: 'mother' },
  daughter: { he: 'father', she: 'mother' },
  grandson: { he: 'grandfather', she: 'grandmother' },
  granddaughter: { he: 'grandfather', she: 'grandmother' },
  father: { he: 'son', she: 'daughter' },
  mother: { he: 'son', she: 'daughter' },
  dad: { he: 'son', she: 'daughter' },
  mum: { he: 'son', she: 'daughter' },
  mom: { he: 'son', she: 'daughter' },
  fiancé: { he: 'fiancé', she: 'fiancée', one: 'fiancée' },
  fiancée: { he: 'fiancé', she: 'fiancée', one: 'fiancé' },
};

/** Somebody whose relative the caller says to be. */
export interface RelativeOfCaller {
  readonly relation: string;
  readonly name?: string | undefined;
  readonly start: number;
  readonly end: number;
}

/** "Am I speaking with Ernesto?" – "No, this is his brother"; "I am Venkatesh Iyer's wife". */
export function callerIs(call: ReadCall, turn: ReadTurn): RelativeOfCaller | undefined {
  const { plain } = turn;
  const match = CALLER_IS.exec(plain);
  const [, whose, word] = match ?? [];
  if (!match || !whose || !word) return undefined;
  const inverse = INVERSE[word.replace(/^fiancee$/, 'fiancée').replace(/^fiance$/, 'fiancé')];
  // "I'm rick and it's my wife jolene"
  if (!inverse || whose === 'their' || /\b(?:and|it's|that's)\b/.test(whose)) return undefined;
  const place = { start: match.index, end: match.index + match[0].length };
  if (/^h(?:er|is)$/.test(whose)) {
    const question = questionBefore(call, turn.index);
    const guess = question && guessedName(question);
    const isTitled = /\b(?:Mr|Mrs|Ms|Miss|Dr)\b/.test(question?.text ?? '');
    // "I'm his wife" has a husband, whoever that is; "I'm his mum" may be a guess of the other side's.
    if (!guess && !isTitled && !/^(?:husband|wife)$/.test(word)) return undefined;
    const name = guess && !(isTitled && !guess.name.includes(' ')) ? guess.name.split(' ')[0] : undefined;
    return { relation: whose === 'his' ? inverse.he : inverse.she, name, ...place };
  }
  const at = plain.indexOf(whose, match.index);
  const title = /^(mr|mrs|ms|miss)\b/.exec(whose)?.[1];
  const pronoun = /\b(?:he|his|him|he's|she|her|she's)\b/.exec(plain.slice(match.index + match[0].length))?.[0];
  const byPronoun = pronoun && (pronoun.startsWith('s') || pronoun === 'her' ? inverse.she : inverse.he);
  const relation = title === undefined ? (inverse.one ?? byPronoun) : title === 'mr' ? inverse.he : inverse.she;
  if (relation === undefined || /^(?:my|our|a)\b/.test(whose)) return undefined;
  if (whose.startsWith('the ')) return { relation, ...place };
  const spoken =
    title === undefined ? readNameAt(turn.text.slice(at, at + whose.length).replace(/['’]s?$/, ''), 0) : undefined;
  if (title === undefined && !(spoken && (spoken.isKnown || /^\p{Lu}/u.test(turn.text.slice(at))))) return undefined;
  // "Pastor Grundhofer's wife": a title's surname is not how one calls a husband.
  const isTitled =
    spoken?.hasTitle === true || /^(?:pastor|reverend|father|captain|chief|sheriff|judge|farmer)\b/.test(whose);
  return { relation, name: isTitled ? undefined : spoken?.name.split(' ')[0], ...place };
}
