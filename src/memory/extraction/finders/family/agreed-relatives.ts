import { answeringTurn, readAnswer } from '../../language/assent.js';
import { firstMatches } from '../../language/first-matches.js';
import { CLOSED_WORDS, looksOrdinary } from '../../names/common-words.js';
import { isGivenName } from '../../names/given-names.js';
import { readNameAt } from '../../names/read-name.js';
import type { ReadCall, ReadTurn } from '../../read-call.js';
import { RELATION } from './family-words.js';
import { relationOf } from './relations.js';
import type { Relative } from './relative.js';

const IS_YOUR = new RegExp(`(?<![\\p{L}'-])([\\p{L}'-]{1,40})(?: is|'s)?,? your (${RELATION})(?![\\w-])`, 'gu');
const YOUR = new RegExp(`\\byour (${RELATION})(?![\\w-])`, 'gu');
const YOUR_NAMED = new RegExp(`\\byour (${RELATION})(?:'s name)?(?: is still| still| is|,)? (?=\\p{L})`, 'gu');

/** "Freya is your daughter and Anders your son, correct?" – "That's right." */
export function agreedRelatives(call: ReadCall, turn: ReadTurn, others: ReadonlySet<string>): readonly Relative[] {
  const answer = answeringTurn(call, turn.index);
  const { plain } = turn;
  if (answer?.speaker === 'caller') {
    const own = identified(turn, answer, others);
    if (own) return [own];
  }
  // Without punctuation a question is one by its verb; "shes ok yeah" speaks of the one who was asked after.
  const isQuestion =
    /\?/.test(turn.text) || (!/[.!]/.test(turn.text) && /\b(?:is|are|does|do|can|will|was|has) /.test(plain));
  const isTaken =
    readAnswer(answer?.text ?? '').kind === 'yes' ||
    /^\W*(?:s?he|s?he's|s?hes)\b(?!'| not| isn't| isnt| doesn't| doesnt| won't| wont)/.test(answer?.plain ?? '');
  const isAskedAfter =
    /\bhow(?:'s| is|s) your\b/.test(plain) && /\bs?he(?:'s|s| is| had| has| was)?\b/.test(answer?.plain ?? '');
  if (answer?.speaker !== 'caller' || !((isQuestion && isTaken) || isAskedAfter)) return [];
  const found: Relative[] = [];
  for (const match of firstMatches(plain, IS_YOUR)) {
    const spoken = readNameAt(turn.text, match.index);
    const relation = relationOf(match[2] ?? '');
    if (relation && spoken?.isCapital && spoken.start === match.index)
      found.push({
        relation,
        name: spoken.name,
        turn: turn.index,
        start: match.index,
        end: match.index + match[0].length,
      });
  }
  for (const match of firstMatches(plain, YOUR)) {
    const relation = relationOf(match[1] ?? '');
    const isSingle = relation !== undefined && relation !== 'child' && !/s$/.test(match[1] ?? '');
    if (
      isSingle &&
      !/\b(?:or|if|any|do you have|have you got)\b/.test(plain) &&
      !/ (?:company|bank|school)/.test(plain.slice(match.index + match[0].length, match.index + match[0].length + 9))
    )
      found.push({ relation, turn: turn.index, start: match.index, end: match.index + match[0].length });
  }
  for (const match of firstMatches(plain, YOUR_NAMED)) {
    // "I see your wife Margaret's named"
    const spoken = readNameAt(turn.text.replace(/(?<=\p{L})'s(?= )/gu, '  '), match.index + match[0].length);
    const relation = relationOf(match[1] ?? '');
    if (relation && spoken?.isCapital && spoken.start === match.index + match[0].length && !/\bor\b/.test(plain)) {
      found.push({ relation, name: spoken.name, turn: turn.index, start: match.index, end: spoken.end });
    }
  }
  return found;
}

const IS_RELATIVE = new RegExp(
  `^\\W*(?:(?:no|oh|ah|yes|yeah|aye|ha|well)\\W+)*(?:(?:that's|thats|that is|that'd be|that was|he's|she's|hes|shes) (?:only |just )?(?:my|me|the) |the |my )(?:\\w+ )?(${RELATION})(?![\\w-])(?!'s)(?=\\s*(?:[.,!?]|$)| (?:and|but|yes|yeah|aye|he|she|he's|she's|hes|shes|alright|so|now|there|here|as well|too|the)\\b)`,
);

/** "Shaz is your daughter?" – "Sister." */
const IS_INSTEAD = new RegExp(`^\\W*(?:(?:no|nah|well|oh|actually)\\W+)*(${RELATION})\\s*(?:[.,!]|$)`);
const SUPPOSES_RELATIVE = new RegExp(`\\byour (?:${RELATION})(?![\\w-])`);

/** "I've got a Leroy Cutshaw here?" – "That's my boy"; "Bethan being?" – "The granddaughter". */
function identified(turn: ReadTurn, answer: ReadTurn, others: ReadonlySet<string>): Relative | undefined {
  const said = answer.plain;
  const match = IS_RELATIVE.exec(said) ?? (SUPPOSES_RELATIVE.test(turn.plain) ? IS_INSTEAD.exec(said) : null);
  const relation = relationOf(match?.[1] ?? '');
  if (!match || !relation || !/[?]\s*$/.test(turn.text) || /\b(?:late|ex|former)\b/.test(match[0])) return undefined;
  if (/^(?:'s| is| was|,)? ?(?:dead|passed|died|god rest|gone)/.test(said.slice(match.index + match[0].length)))
    return undefined;
  const names = Array.from(
    (turn.sentences.at(-1)?.text ?? '').matchAll(/(?<![\p{L}'’-])\p{Lu}[\p{L}-]+/gu),
    ([word]) => word,
  ).filter(
    (word) => isGivenName(word.toLowerCase()) && !others.has(word.toLowerCase()) && !looksOrdinary(word.toLowerCase()),
  );
  const supposed = /(?:^|[.!?] )(\p{Lu}[\p{L}-]+)(?: is|['’]s) your /u.exec(turn.text)?.[1];
  const name = supposed ?? names[0];
  if (!name || CLOSED_WORDS.has(name.toLowerCase()) || new Set(names).size > 2 || others.has(name.toLowerCase()))
    return undefined;
  return {
    relation,
    name,
    turn: answer.index,
    start: match.index,
    end: match.index + match[0].length,
  };
}
