import { questionBefore } from '../../language/assent.js';
import { firstMatches } from '../../language/first-matches.js';
import { CLOSED_WORDS, looksOrdinary } from '../../names/common-words.js';
import { knownGivenName } from '../../names/known-given-name.js';
import { readNameAt } from '../../names/read-name.js';
import { inUsualCase } from '../../names/usual-case.js';
import { usualGender } from '../../names/usual-gender.js';
import type { ReadCall, ReadTurn } from '../../read-call.js';
import { agentNames } from '../name/agent-names.js';
import { RELATION } from './family-words.js';
import { relationOf } from './relations.js';
import type { Relative } from './relative.js';
import { fits, isOfKind } from './relative-gender.js';

/** "And your wife's name?" – "Anna": the relative was spoken of before, or is in the question. */
export function namedNext(
  call: ReadCall,
  turn: ReadTurn,
  found: readonly Relative[],
  others: ReadonlySet<string>,
): readonly Relative[] {
  const question = questionBefore(call, turn.index);
  if (!question) return [];
  const asked = new RegExp(
    `\\b(his|her|their|(?:your |the )?(${RELATION})(?:'s)?) (?:first |full )?names?\\b|\\b(?:what|who)(?:'s| is) (he|she) called\\b|\\bwhat do (?:they|you) call (?:him|her)\\b`,
  ).exec(question.plain);
  if (!asked)
    return (
      namedAsOwner(turn, found) ??
      namedUnasked(turn, found) ??
      namedFirst(turn, question, found) ??
      namedInAnswer(call, turn, question)
    );
  const last = lastUnnamed(turn, found, asked[1] ?? asked[3], 4);
  const relation = asked[2] ? relationOf(asked[2]) : last?.relation;
  if (!relation) return [];
  const lead =
    /^(?:[\s,.]|\b(?:it's|its|his|her|name|is|name's|he's|she's|yeah|yes|sure|uh|um|called)\b)*/.exec(turn.plain)?.[0]
      .length ?? 0;
  const said = readNameAt(turn.text, lead);
  const isWhole =
    said !== undefined &&
    /^[\s.!]*$/.test(turn.text.slice(said.end)) &&
    !said.name.split(' ').some((word) => looksOrdinary(word.toLowerCase()));
  const spoken = isWhole || said?.isCapital || said?.isKnown ? said : sayingName(turn);
  if (!spoken || !(isWhole || spoken.isCapital || spoken.isKnown) || others.has(spoken.name.toLowerCase())) return [];
  return [{ relation, name: spoken.name, turn: turn.index, start: spoken.start, end: spoken.end }];
}

/** "My mother in law's flat" – "Is she the owner?" – "She is, Doreen Platt." */
function namedAsOwner(turn: ReadTurn, found: readonly Relative[]): readonly Relative[] | undefined {
  const match = /^\W*(?:(?:yes|yeah|yep|aye)\W+)?(she|he) is, (?=\p{L})/u.exec(turn.plain);
  const spoken = match && readNameAt(turn.text, match[0].length);
  const last = lastUnnamed(turn, found, match?.[1], 2);
  if (!match || !spoken || !last || !(spoken.isCapital || spoken.isKnown)) return undefined;
  return [{ relation: last.relation, name: spoken.name, turn: turn.index, start: match.index, end: spoken.end }];
}

/** "How old is he?" – "he has nine years his name is mathis": the relative of whom the talk is. */
function namedUnasked(turn: ReadTurn, found: readonly Relative[]): readonly Relative[] | undefined {
  const match = /\b(?:(his|her) (?:first )?name(?:'s|s| is) |(he|she)(?:'s|s| is) (?:called|named) )(?=\p{L})/u.exec(
    turn.plain,
  );
  const start = match ? match.index + match[0].length : 0;
  const spoken = match && readNameAt(turn.text, start);
  const isHere = found.some(({ turn: at, end }) => at === turn.index && end < start);
  const last = lastUnnamed(turn, found, match?.[1] ?? match?.[2], 4);
  if (!match || spoken?.start !== start || isHere || !last) return undefined;
  const first = spoken.name.split(' ')[0] ?? '';
  if (knownGivenName(first) === undefined && !spoken.isCapital) return undefined;
  return [{ relation: last.relation, name: spoken.name, turn: turn.index, start: match.index, end: spoken.end }];
}

/** "How old is the little one?" – "efa shes three": an answer that begins with whom it is about. */
function namedFirst(turn: ReadTurn, question: ReadTurn, found: readonly Relative[]): readonly Relative[] | undefined {
  const match = /^(?:\W|\b(?:um|uh|oh)\b)*(\p{L}{3,}),? (she|he)(?:'s|s| is)(?= )/u.exec(turn.plain);
  const last = lastUnnamed(turn, found, match?.[2], 2);
  const word = match?.[1] ?? '';
  const isAsked = new RegExp(`\\b(?:he|she|him|her|your (?:${RELATION})|the little one)\\b`).test(question.plain);
  if (
    !match ||
    !last ||
    !isAsked ||
    looksOrdinary(word) ||
    CLOSED_WORDS.has(word) ||
    !fits(usualGender(word), last.relation)
  )
    return undefined;
  const exact = last.relation === 'child' ? (match[2] === 'he' ? 'son' : 'daughter') : last.relation;
  return [{ relation: exact, name: inUsualCase(word), turn: turn.index, start: match.index, end: match[0].length }];
}

/** The relative without a name whom a pronoun can mean, of the turns before. */
const lastUnnamed = (
  turn: ReadTurn,
  found: readonly Relative[],
  pronoun: string | undefined,
  turns: number,
): Relative | undefined =>
  found.findLast(
    ({ turn: at, isGone, name, relation }) =>
      at < turn.index && at >= turn.index - turns && !isGone && name === undefined && isOfKind(pronoun, relation),
  );

/** "Tell your sister hey, she's the one who's moving?" – "she is! Abby, yeah": a sentence that begins with the name. */
function namedInAnswer(call: ReadCall, turn: ReadTurn, question: ReadTurn): readonly Relative[] {
  const relation = relationOf(new RegExp(`\\byour (${RELATION})(?![\\w-])`).exec(question.plain)?.[1] ?? '');
  if (!relation || !/[?]|\byou want\b|\badd\b/.test(question.text)) return [];
  const others = agentNames(call);
  // "No, our Kyle's not coming".
  const our = /\bour (\p{L}+?)(?:'s|s)?(?= (?:is|not|isn't|isnt|has|can|will|won't|doesn't|already))/u.exec(turn.plain);
  if (our?.[1] && knownGivenName(our[1]) === 'frequent')
    return [
      {
        relation,
        name: our[1].replace(/^\p{L}/u, (letter) => letter.toUpperCase()),
        turn: turn.index,
        start: our.index,
        end: our.index + our[0].length,
      },
    ];
  for (const sentence of turn.sentences) {
    const spoken = readNameAt(turn.text, sentence.start);
    if (
      !spoken ||
      !/^\p{Lu}/u.test(sentence.text) ||
      spoken.start !== sentence.start ||
      knownGivenName(spoken.name) === undefined
    )
      continue;
    if (
      others.has(spoken.name.toLowerCase()) ||
      !/^(?:[.!]|$|, (?:yeah|yes|yep|he|she|that's|he's|she's)| (?:will|won't|can|can't|is|isn't|does|might|would|has)\b|'(?:s|ll) )/.test(
        turn.plain.slice(spoken.end),
      )
    )
      continue;
    return [{ relation, name: spoken.name, turn: turn.index, start: spoken.start, end: spoken.end }];
  }
  return [];
}

/** "Hes seven its felix": the name behind other answers. */
function sayingName(turn: ReadTurn): ReturnType<typeof readNameAt> {
  const lead = /\b(?:its|it's|name's|name is|called|hes|he's|shes|she's) (?=(\p{L}+))/gu;
  for (const match of firstMatches(turn.plain, lead)) {
    const spoken = readNameAt(turn.text, match.index + match[0].length);
    if (spoken && knownGivenName(match[1] ?? '') && spoken.start === match.index + match[0].length) return spoken;
  }
  return undefined;
}
