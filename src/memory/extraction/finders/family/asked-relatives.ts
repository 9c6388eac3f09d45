import { answeringTurn, questionBefore, readAnswer } from '../../language/assent.js';
import { looksOrdinary } from '../../names/common-words.js';
import { isGivenName } from '../../names/given-names.js';
import { knownGivenName } from '../../names/known-given-name.js';
import { readNameAt } from '../../names/read-name.js';
import type { ReadCall, ReadTurn } from '../../read-call.js';
import { agentNames } from '../name/agent-names.js';
import { RELATION } from './family-words.js';
import { isOfKind } from './late-name.js';
import { relationOf } from './relations.js';
import type { Relative } from './relative.js';

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
  if (!asked) return namedAsOwner(turn, found) ?? namedInAnswer(call, turn, question);
  const last = found.findLast(
    ({ turn: at, end, name, relation }) =>
      at < turn.index &&
      at >= turn.index - 4 &&
      end >= 0 &&
      name === undefined &&
      isOfKind(asked[1] ?? asked[3], relation),
  );
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
  const last = found.findLast(
    ({ turn: at, end, name, relation }) =>
      at < turn.index && at >= turn.index - 2 && end >= 0 && name === undefined && isOfKind(match?.[1], relation),
  );
  if (!match || !spoken || !last || !(spoken.isCapital || spoken.isKnown)) return undefined;
  return [{ relation: last.relation, name: spoken.name, turn: turn.index, start: match.index, end: spoken.end }];
}

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
      !/^(?:[.!]|$|, (?:yeah|yes|yep|he|she|that's|he's|she's))/.test(turn.plain.slice(spoken.end))
    )
      continue;
    return [{ relation, name: spoken.name, turn: turn.index, start: spoken.start, end: spoken.end }];
  }
  return [];
}

/** "Freya is your daughter and Anders your son, correct?" – "That's right." */
export function agreedRelatives(call: ReadCall, turn: ReadTurn, others: ReadonlySet<string>): readonly Relative[] {
  const answer = answeringTurn(call, turn.index);
  const { plain } = turn;
  if (answer?.speaker === 'caller') {
    const own = identified(turn, answer, others);
    if (own) return [own];
  }
  if (answer?.speaker !== 'caller' || readAnswer(answer.text).kind !== 'yes' || !/\?/.test(turn.text)) return [];
  const found: Relative[] = [];
  for (const match of plain.matchAll(new RegExp(`([\\p{L}'-]+)(?: is|'s)?,? your (${RELATION})(?![\\w-])`, 'gu'))) {
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
  for (const match of plain.matchAll(new RegExp(`\\byour (${RELATION})(?![\\w-])`, 'gu'))) {
    const relation = relationOf(match[1] ?? '');
    const isSingle = relation !== undefined && relation !== 'child' && !/s$/.test(match[1] ?? '');
    if (
      isSingle &&
      !/\b(?:or|if|any|do you have|have you got)\b/.test(plain) &&
      !/ (?:company|bank|school)/.test(plain.slice(match.index + match[0].length, match.index + match[0].length + 9))
    )
      found.push({ relation, turn: turn.index, start: match.index, end: match.index + match[0].length });
  }
  for (const match of plain.matchAll(
    new RegExp(`\\byour (${RELATION})(?:'s name)?(?: is still| still| is|,)? (?=\\p{L})`, 'gu'),
  )) {
    const spoken = readNameAt(turn.text, match.index + match[0].length);
    const relation = relationOf(match[1] ?? '');
    if (relation && spoken?.isCapital && spoken.start === match.index + match[0].length && !/\bor\b/.test(plain)) {
      found.push({ relation, name: spoken.name, turn: turn.index, start: match.index, end: spoken.end });
    }
  }
  return found;
}

/** "Hes seven its felix": the name behind other answers. */
function sayingName(turn: ReadTurn): ReturnType<typeof readNameAt> {
  const lead = /\b(?:its|it's|name's|name is|called|hes|he's|shes|she's) (?=(\p{L}+))/gu;
  for (const match of turn.plain.matchAll(lead)) {
    const spoken = readNameAt(turn.text, match.index + match[0].length);
    if (spoken && knownGivenName(match[1] ?? '') && spoken.start === match.index + match[0].length) return spoken;
  }
  return undefined;
}

const IS_RELATIVE = new RegExp(
  `^\\W*(?:(?:no|oh|ah|yes|yeah|aye|ha|well)\\W+)*(?:(?:that's|thats|that is|that'd be|that was|he's|she's|hes|shes) (?:only |just )?(?:my|me|the) |the |my )(?:\\w+ )?(${RELATION})(?![\\w-])(?!'s)`,
);

/** "I've got a Leroy Cutshaw here?" – "That's my boy"; "Bethan being?" – "The granddaughter". */
function identified(turn: ReadTurn, answer: ReadTurn, others: ReadonlySet<string>): Relative | undefined {
  const said = answer.plain;
  const match = IS_RELATIVE.exec(said);
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
  const [name] = names;
  if (!name || new Set(names).size > 2) return undefined;
  return {
    relation: relation === 'child' ? 'child' : relation,
    name,
    turn: answer.index,
    start: match.index,
    end: match.index + match[0].length,
  };
}
