import type { Finder } from '../../finder.js';
import { answeringTurn, questionBefore, readAnswer } from '../../language/assent.js';
import { plainText } from '../../language/plain-text.js';
import { readNameAt } from '../../names/read-name.js';
import { readNameList, readRelatedName } from '../../names/read-related-name.js';
import type { ReadCall, ReadTurn } from '../../read-call.js';
import { guessedName } from '../name/answered-names.js';
import { RELATION_WORDS, relationOf, YOUNG_FORMS } from './relations.js';

/** A relative of the caller. */
export interface Relative {
  readonly relation: string;
  readonly name?: string | undefined;
  readonly turn: number;
  readonly start: number;
  readonly end: number;
}

const ADJECTIVES =
  '(?:(?:own|little|wee|big|older|elder|eldest|oldest|young|younger|youngest|middle|dear|lovely|poor|elderly|other|two|three|four|twin|baby|teenage|grown|grown-up|first|second|disabled|new|beautiful|bloody|darling|only|\\d+|\\w+[- ]year[- ]old|\\w+[- ]month[- ]old)[ ,]+){0,3}';
const RELATION = `(?:(?:${RELATION_WORDS})s?(?:[ -]in[ -]laws?)?|other half|better half|significant other)`;
const MINE = new RegExp(
  `\\b(my|our|me|myself and my|of mine)\\s+(${ADJECTIVES})(${RELATION})(?![\\w-]|'s? (?:day|cafe|school night))`,
  'g',
);
/** "The wife", "the missus", "the hubby"; in Ireland any of the family. */
const THE = /\b(?:the|her) (wife|missus|missis|hubby|husband|other half)\b/g;
const THE_IRISH = /\bthe (brother|sister|mother|father|nephew|niece|son|daughter|mammy|da|cousin)(?:'s)?(?![\w-])/g;
/** "Father is Narayanan, and mother Kamala". */
const BARE =
  /(?:^|[.,;] ?|\band )(father|mother|husband|wife|son|daughter|brother|sister)(?: is| name is| named|'s name is)? (?=\S)/g;
/** "Moved up to Yamba with mum". */
const BARE_PARENT =
  /\b(?:with|and|for|take|taking|bring|bringing|at|see) (mum|mam|mom|dad|mammy|nan|gran|grandma|grandad|granddad|grandpa)\b(?! and| of|'s (?:day|taxi))/g;
const HOUSEHOLD =
  /\b(?:my|our) (?:\w+ )?(kids|children|boys|girls|sons|daughters|grandsons|granddaughters|brothers|sisters|twins)\b|\b(?:have|got|i've) (?:two|three|four) (boys|girls|sons|daughters)\b/g;

const GONE = /\b(?:late|ex|former|dead|deceased|estranged|future|ex-)[ -]*$/;
const GONE_AFTER =
  /^(?:'s)?(?:[,\s]+\p{L}+)?[^.!?]{0,20}?\b(?:passed|died|has died|is dead|is no longer with us|was killed)\b|^[^.!?]{0,25}\bbut (?:he|she|they)(?:'s| has| have)? (?:passed|died|left|gone)/u;
const UNREAL =
  /\b(?:if i had|if only|i (?:don't|do not|haven't|have not|haven't got|never had) (?:have |got |a )*|like|as if|wish i had|no|without|isn't|not|used to be|was once|becoming|meet|find|pretend|imagine)\s*(?:a )?$/;
const NOT_FAMILY =
  /^[ -]+(?:company|bank|programme|program|organisation|organization|ship|firm|agency|hotel|network|school|card|nature|board|in crime|in business|church|store|city|tongue|land|figure|dearest)/;
const BROKEN_UP =
  /\b(?:we're|we are|we've|i'm|i am|we) (?:now |both )?(?:separated|divorced|split|broke(?:n)? up|widowed|a widow|a widower|getting divorced|not together)\b/;

/** The caller's relatives, with their names where these were said. Those who died, former ones and other people's are left out. */
export const findFamily: Finder = (call) =>
  relativesIn(call).map(({ relation, name, turn, start, end }) => {
    const value = name ? `${relation} ${name}` : relation;
    return {
      predicate: 'family_member',
      value,
      statement: `has a ${relation}${name ? ` called ${name}` : ''}`,
      turn,
      quote: call.turns[turn]?.text.slice(start, end) ?? '',
      confidence: 0.85,
    };
  });

/** The relatives of the caller as they are at the end of the call; the same one once, with the name. */
export function relativesIn(call: ReadCall): readonly Relative[] {
  const found: Relative[] = [];
  let isBrokenUp = false;
  for (const turn of call.turns) {
    if (turn.speaker === 'agent') found.push(...agreed(call, turn));
    if (turn.speaker !== 'caller') continue;
    if (BROKEN_UP.test(plainText(turn.text))) isBrokenUp = true;
    found.push(...saidIn(call, turn), ...namedNext(call, turn, found), ...guessDenied(call, turn));
  }
  const gone = new Set(found.filter((relative) => relative.end < 0).map(({ relation }) => relation));
  return merged(
    found.filter(
      ({ relation, end }) =>
        end >= 0 &&
        !gone.has(relation) &&
        !(isBrokenUp && /^(?:wife|husband|partner|spouse|girlfriend|boyfriend|fiancée?)$/.test(relation)),
    ),
  );
}

function saidIn(call: ReadCall, turn: ReadTurn): Relative[] {
  const plain = plainText(turn.text);
  const found: Relative[] = [];
  const add = (word: string, at: number, end: number): void => {
    const relation = relationOf(word);
    if (!relation) return;
    const before = plain.slice(Math.max(0, at - 30), at);
    const after = plain.slice(end);
    if (NOT_FAMILY.test(after) || UNREAL.test(before)) return;
    // A negative end says that this relative is no more: later mentions are of the same one.
    if (GONE.test(plain.slice(at, end - word.length)) || GONE_AFTER.test(after)) {
      found.push({ relation, turn: turn.index, start: at, end: -1 });
      return;
    }
    const named = readRelatedName(turn.text, end, agentNames(call)) ?? nameBefore(turn, plain, at);
    found.push({ relation, name: named?.name, turn: turn.index, start: at, end: Math.max(end, named?.end ?? 0) });
    const pair = new RegExp(`^ (?:and|or) (?:my )?(${RELATION})(?![\\w-])`).exec(after);
    if (pair?.[1] && !/s$/.test(pair[1])) add(pair[1], end + pair[0].length - pair[1].length, end + pair[0].length);
  };
  for (const match of plain.matchAll(MINE)) {
    const word = match[3] ?? '';
    if (YOUNG_FORMS.has(word) && !/\b(?:little|baby|youngest|eldest|oldest|younger|older|wee)\b/.test(match[2] ?? ''))
      continue;
    if (/^(?:partner)$/.test(word) && /\b(?:business|law|dance|training|gym)\b/.test(match[2] ?? '')) continue;
    // "It's me mum": "me" is "my" only where no verb takes it.
    if (
      match[1] === 'me' &&
      /\b(?:give|gave|tell|told|call|send|let|for|to|with|help|get|ring)\s*$/.test(plain.slice(0, match.index))
    )
      continue;
    if (isPlural(word)) continue;
    add(word, match.index, match.index + match[0].length);
  }
  for (const form of [THE, ...(call.country === 'IE' ? [THE_IRISH] : [])]) {
    for (const match of plain.matchAll(form)) {
      if (match[0].startsWith('her ') && !/indoors/.test(plain.slice(match.index, match.index + 14))) continue;
      const whole = match[0].replace(/'s$/, '');
      add(match[1] ?? '', match.index, match.index + whole.length);
    }
  }
  for (const match of plain.matchAll(BARE)) {
    const spoken = readNameAt(turn.text, match.index + match[0].length);
    if (!spoken?.isKnown && !spoken?.isCapital) continue;
    if (
      spoken.start > match.index + match[0].length ||
      /\b(?:my|his|her|the|their|our|your|a) $/.test(plain.slice(0, match.index + match[0].indexOf(match[1] ?? '')))
    )
      continue;
    if (!/\b(?:parents|family|members?|children|policy)\b/.test(plain) && !/ (?:is|named) $/.test(match[0])) continue;
    found.push({ relation: match[1] ?? '', name: spoken.name, turn: turn.index, start: match.index, end: spoken.end });
  }
  for (const match of plain.matchAll(BARE_PARENT)) {
    add(match[1] ?? '', match.index + match[0].length - (match[1]?.length ?? 0), match.index + match[0].length);
  }
  for (const match of plain.matchAll(HOUSEHOLD)) {
    const relation = relationOf(match[1] ?? match[2] ?? '');
    const gap = /^[^.!?]{0,35}?,\s*(?=\p{L})|^ (?=\p{L})/u.exec(plain.slice(match.index + match[0].length))?.[0];
    if (!relation || gap === undefined) continue;
    for (const { name, end } of readNameList(turn.text, match.index + match[0].length + gap.length)) {
      found.push({ relation, name, turn: turn.index, start: match.index, end });
    }
  }
  return found;
}

/** What the agents of a call are called, and whom the caller greets: nobody's relatives. */
export function agentNames(call: ReadCall): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { speaker, text } of call.turns) {
    if (speaker === 'other') continue;
    const form =
      speaker === 'agent'
        ? /\b(?:this is|my name is|my name's|it's|i'm) (\p{L}+)|(\p{L}+) (?:speaking|here)\b/giu
        : /^\W*(?:(?:oh|ah|good|morning|afternoon|evening|yes|yeah|hi|hiya|hey|hello|thanks|thank you|cheers)\W+)+(\p{L}+)/giu;
    for (const match of text.matchAll(form)) names.add((match[1] ?? match[2] ?? '').toLowerCase());
  }
  return names;
}

const isPlural = (word: string): boolean =>
  /^(?:son|daughter|brother|sister|aunt|auntie|uncle|cousin|niece|nephew|grandson|granddaughter|boy|girl|lad|partner|grandmother|grandfather)s$/.test(
    word,
  );

/** "Jerry, that's my husband", "Our Susan is, my daughter", "our Gary … That's me son". */
function nameBefore(turn: ReadTurn, plain: string, at: number): { name: string; end: number } | undefined {
  const before = plain.slice(0, at);
  const said = /(?:^|[\s,.])(?:our )?([\p{L}'-]+)(?:,? (?:that's|thats|is|who's|he's|she's|this is|is,)|,)\s*$/u.exec(
    before,
  );
  if (said?.[1]) {
    const start = said.index + said[0].indexOf(said[1]);
    const spoken = readNameAt(turn.text, start);
    if (spoken?.isKnown && spoken.start === start && !/'s$/.test(said[1])) return { name: spoken.name, end: at };
  }
  if (!/\b(?:that's|he's|she's|that is)\s*$/.test(before)) return undefined;
  const our = /\bour (\p{L}+)\b[^.!?]*[.!?]?\s*(?:that's|he's|she's|that is)\s*$/u.exec(before);
  const spoken = our?.[1] ? readNameAt(turn.text, our.index + 4) : undefined;
  return spoken?.isKnown ? { name: spoken.name, end: at } : undefined;
}

/** "And your wife's name?" – "Anna": the relative was spoken of before, or is in the question. */
function namedNext(call: ReadCall, turn: ReadTurn, found: readonly Relative[]): readonly Relative[] {
  const question = questionBefore(call, turn.index);
  if (!question) return [];
  const asked = new RegExp(
    `\\b(his|her|their|(?:your |the )?(${RELATION})(?:'s)?) (?:first |full )?names?\\b|\\b(?:what|who)(?:'s| is) (he|she) called\\b`,
  ).exec(plainText(question.text));
  if (!asked) return [];
  const last = found.findLast(
    ({ turn: at, end, name }) => at < turn.index && at >= turn.index - 4 && end >= 0 && name === undefined,
  );
  const relation = asked[2] ? relationOf(asked[2]) : last?.relation;
  if (!relation) return [];
  const lead =
    /^(?:[\s,.]|\b(?:it's|its|his|her|name|is|name's|he's|she's|yeah|yes|sure|uh|um|called)\b)*/.exec(
      plainText(turn.text),
    )?.[0].length ?? 0;
  const spoken = readNameAt(turn.text, lead);
  if (!spoken || !(spoken.isCapital || spoken.isKnown)) return [];
  return [{ relation, name: spoken.name, turn: turn.index, start: spoken.start, end: spoken.end }];
}

/** "Am I speaking with Ernesto?" – "No, this is his brother": Ernesto is the caller's brother. */
function guessDenied(call: ReadCall, turn: ReadTurn): readonly Relative[] {
  const question = questionBefore(call, turn.index);
  const guess = question && guessedName(question);
  const match = /\b(?:this is|i'm|im|i am|it's) (?:his|her) (husband|wife|brother|sister|partner|cousin)\b/.exec(
    plainText(turn.text),
  );
  if (!guess || !match?.[1] || /^\s*,?\s*\p{Lu}/u.test(turn.text.slice(match.index + match[0].length)) === undefined)
    return [];
  const isHis = /\bhis\b/.test(match[0]);
  const relation = {
    husband: isHis ? 'husband' : 'wife',
    wife: isHis ? 'husband' : 'wife',
    brother: isHis ? 'brother' : 'sister',
    sister: isHis ? 'brother' : 'sister',
    partner: 'partner',
    cousin: 'cousin',
  }[match[1]];
  if (!relation) return [];
  return [
    {
      relation,
      name: guess.name.split(' ')[0],
      turn: turn.index,
      start: match.index,
      end: match.index + match[0].length,
    },
  ];
}

/** "Freya is your daughter and Anders your son, correct?" – "That's right." */
function agreed(call: ReadCall, turn: ReadTurn): readonly Relative[] {
  const answer = answeringTurn(call, turn.index);
  const plain = plainText(turn.text);
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
  for (const match of plain.matchAll(new RegExp(`\\byour (${RELATION})(?:'s name)?(?: is|,)? (?=\\p{L})`, 'gu'))) {
    const spoken = readNameAt(turn.text, match.index + match[0].length);
    const relation = relationOf(match[1] ?? '');
    if (relation && spoken?.isCapital && spoken.start === match.index + match[0].length && !/\bor\b/.test(plain)) {
      found.push({ relation, name: spoken.name, turn: turn.index, start: match.index, end: spoken.end });
    }
  }
  return found;
}

/** One of each; a relation without a name is the named one of the same relation. */
function merged(found: readonly Relative[]): readonly Relative[] {
  const kept: Relative[] = [];
  for (const relative of found) {
    const same = kept.findIndex(
      (other) =>
        other.relation === relative.relation &&
        (!other.name || !relative.name || isSameName(other.name, relative.name)),
    );
    if (same < 0) kept.push(relative);
    else if ((relative.name?.length ?? 0) > (kept[same]?.name?.length ?? 0)) kept[same] = relative;
  }
  return kept;
}

function isSameName(a: string, b: string): boolean {
  const [first, second] = [a.toLowerCase().split(' '), b.toLowerCase().split(' ')];
  return first[0] === second[0];
}
