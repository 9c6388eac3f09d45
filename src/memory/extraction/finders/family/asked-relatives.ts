import { questionBefore } from '../../language/assent.js';
import { firstMatches } from '../../language/first-matches.js';
import { CLOSED_WORDS, looksOrdinary } from '../../names/common-words.js';
import { knownGivenName } from '../../names/known-given-name.js';
import { readNameAt } from '../../names/read-name.js';
import { usesCapitals } from '../../names/uses-capitals.js';
import { inUsualCase } from '../../names/usual-case.js';
import { usualGender } from '../../names/usual-gender.js';
import type { ReadCall, ReadTurn } from '../../read-call.js';
import { agentNames } from '../name/agent-names.js';
import { KIND_WORDS } from '../pet/pet-kinds.js';
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
    `\\b(his|her|their|(?:your |the )?(${RELATION})(?:'s)?) (?:first |full )?names?\\b|\\b(?:what|who)(?:'s| is) (he|she) called\\b|\\bwhat do (?:they|you) call (?:him|her)\\b|\\bwhich (?:${RELATION}) (?:is|was|would) (?:that|this|it)\\b|\\bwho(?:'s| is) (?:he|she)\\W*$|\\bthe (?:little|wee|young) (?:lad|girl|guy|fella|fellow|man|one|lady|boy|dude|patient)(?:'s|s)? name\\b|^\\W*(?:and |and what about )?your (?:${RELATION})\\W*$`,
  ).exec(question.plain);
  if (!asked)
    return (
      namedAsOwner(turn, found) ??
      namedUnasked(turn, found, others) ??
      namedFirst(turn, question, found, others) ??
      namedInAnswer(call, turn, question)
    );
  const last = lastUnnamed(turn, found, asked[1] ?? asked[3], 4);
  const relation = asked[2] ? relationOf(asked[2]) : last?.relation;
  if (!relation) return [];
  const lead =
    /^(?:[\s,.]|\b(?:it's|its|his|her|name|is|name's|he's|she's|yeah|yes|sure|uh|um|called|that's|thats|that is|shes|hes|she is|he is|oh|well)\b)*/.exec(
      turn.plain,
    )?.[0].length ?? 0;
  const said = readNameAt(turn.text, lead);
  const isGiven =
    said !== undefined &&
    knownGivenName(said.name.split(' ')[0] ?? '') !== undefined &&
    !looksOrdinary(said.name.split(' ')[0]?.toLowerCase() ?? '');
  const isWhole =
    said !== undefined &&
    /^[\s.!]*$/.test(turn.text.slice(said.end)) &&
    !said.name.split(' ').some((word) => looksOrdinary(word.toLowerCase()));
  const spoken = isWhole || isGiven || said?.isCapital || said?.isKnown ? said : sayingName(turn);
  if (!spoken || !(isWhole || isGiven || spoken.isCapital || spoken.isKnown) || others.has(spoken.name.toLowerCase()))
    return [];
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

/** Whose name it may be too. */
const ANIMAL = new RegExp(`\\b(?:the|my|our|a|an) (?:\\w+ )?(?:${KIND_WORDS})\\b`);

/** "How old is he?" – "he has nine years his name is mathis": the relative of whom the talk is. */
function namedUnasked(
  turn: ReadTurn,
  found: readonly Relative[],
  others: ReadonlySet<string>,
): readonly Relative[] | undefined {
  const match = /\b(?:(his|her) (?:first )?name(?:'s|s| is) |(he|she)(?:'s|s| is) (?:called|named) )(?=\p{L})/u.exec(
    turn.plain,
  );
  const start = match ? match.index + match[0].length : 0;
  const spoken = match && readNameAt(turn.text, start);
  const isHere = found.some(({ turn: at, end }) => at === turn.index && end < start);
  const last =
    lastUnnamed(turn, found, match?.[1] ?? match?.[2], 4) ?? onlyUnnamed(turn, found, match?.[1] ?? match?.[2]);
  if (!match || spoken?.start !== start || isHere || !last) return undefined;
  const first = spoken.name.split(' ')[0] ?? '';
  if (others.has(first.toLowerCase()) || ANIMAL.test(turn.plain.slice(0, start))) return undefined;
  const isCalled = /called|named/.test(match[0]) && !looksOrdinary(first.toLowerCase());
  if (knownGivenName(first) === undefined && !spoken.isCapital && !isCalled) return undefined;
  return [{ relation: last.relation, name: spoken.name, turn: turn.index, start: match.index, end: spoken.end }];
}

/** "How old is the little one?" – "efa shes three", "will your wife be there" – "sheila? she'll be there": an answer that begins with whom it is about. */
function namedFirst(
  turn: ReadTurn,
  question: ReadTurn,
  found: readonly Relative[],
  others: ReadonlySet<string>,
): readonly Relative[] | undefined {
  const match = BEGINS_WITH_NAME.exec(turn.plain);
  const word = match?.[1] ?? '';
  const asked = ASKED_AFTER.exec(question.plain);
  const pronoun = /^(?:\?|,)?(?:'s|s)?(?: \w+)?,? (he|she)(?:'s|s)?\b/.exec(
    turn.plain.slice((match?.index ?? 0) + (match?.[0].length ?? 0)),
  )?.[1];
  if (!match || !asked || others.has(word) || looksOrdinary(word) || CLOSED_WORDS.has(word)) return undefined;
  // "Is there anything she's allergic to?" – "Lavender, she gets a headache."
  if (/^(?:he|she|him|her)$/.test(asked[0]) && (THING_ASKED.test(question.plain) || knownGivenName(word) === undefined))
    return undefined;
  const start = match[0].length - word.length;
  const isCapital = /^\p{Lu}/u.test(turn.text.slice(start));
  const isName = usesCapitals(turn.text) ? isCapital : knownGivenName(word) !== undefined || pronoun !== undefined;
  const yours = relationOf(asked[1] ?? '');
  const last =
    yours === undefined
      ? (lastUnnamed(turn, found, pronoun, 2) ?? onlyUnnamed(turn, found, pronoun))
      : { relation: yours, name: undefined };
  if (!last || !isName || !fits(usualGender(word), last.relation)) return undefined;
  if (CHILD_ASKED.test(asked[0]) && !/son|daughter|child|nephew|niece|boy|girl/.test(last.relation)) return undefined;
  const exact = last.relation === 'child' && pronoun ? (pronoun === 'he' ? 'son' : 'daughter') : last.relation;
  return [{ relation: exact, name: inUsualCase(word), turn: turn.index, start, end: match[0].length }];
}

const BEGINS_WITH_NAME =
  /^(?:\W|\b(?:um|uh|oh|no|yes|yeah|well|god|ah|aye)\b)*(\p{L}{3,}?)(?=\?|, (?:yes|yeah|yep|she|he|aye)\b|(?:'s|s) (?:\w+)(?:[,.]| (?:she|he)\b)|,? (?:she|he|shes|hes|she's|he's|will|is)\b)/u;
const ASKED_AFTER = new RegExp(
  `\\byour (${RELATION})(?![\\w-])|\\bthe (?:little|wee|young) (?:lad|girl|guy|fella|fellow|man|one|lady|boy)\\b|\\b(?:he|she|him|her)\\b`,
);
const CHILD_ASKED = /^the /;
const THING_ASKED = /\b(?:what|which|anything|any|where)\b/;

/** The one relative without a name whom a pronoun can mean, wherever in the call; nobody where there are several. */
function onlyUnnamed(turn: ReadTurn, found: readonly Relative[], pronoun: string | undefined): Relative | undefined {
  const open = found.filter(
    ({ turn: at, isGone, name, relation }) =>
      at < turn.index && !isGone && name === undefined && isOfKind(pronoun, relation) && !/s$|children$/.test(relation),
  );
  const isNamed = found.some(({ relation, name }) => name !== undefined && relation === open[0]?.relation);
  return new Set(open.map(({ relation }) => relation)).size === 1 && !isNamed ? open[0] : undefined;
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
