import type { Finder } from '../../finder.js';
import { answeringTurn, questionBefore, readAnswer } from '../../language/assent.js';
import { plainText } from '../../language/plain-text.js';
import { looksOrdinary } from '../../names/common-words.js';
import { knownGivenName } from '../../names/known-given-name.js';
import { readNameAt } from '../../names/read-name.js';
import { readCalledAfter, readNameList, readRelatedName } from '../../names/read-related-name.js';
import type { ReadCall, ReadTurn } from '../../read-call.js';
import { agentNames } from '../name/agent-names.js';
import { callerIs } from './caller-is.js';
import {
  BARE,
  BARE_PARENT,
  BROKEN_UP,
  EXCLAIMED,
  GONE,
  GONE_AFTER,
  HOUSEHOLD,
  IS_MY,
  MINE,
  NOT_FAMILY,
  OWN_NAME,
  RELATION,
  THE,
  THE_IRISH,
  UNREAL,
} from './family-words.js';
import { relationOf, YOUNG_FORMS } from './relations.js';

/** A relative of the caller. */
export interface Relative {
  readonly relation: string;
  readonly name?: string | undefined;
  readonly turn: number;
  readonly start: number;
  readonly end: number;
}

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
    found.push(...saidIn(call, turn), ...namedNext(call, turn, found));
    const inverse = callerIs(call, turn);
    if (inverse) found.push({ ...inverse, turn: turn.index });
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
  const others = agentNames(call);
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
    if (/^[^.!?]{0,25}\bbusiness partner\b/.test(after) && relation === 'partner') return;
    const named =
      nameBefore(turn, plain, at) ?? readRelatedName(turn.text, end, others) ?? nameLater(turn.text, end, word);
    const isChild = relation === 'child' || relation === 'grandchild';
    found.push({
      relation: isChild ? childOf(relation, plain.slice(named?.end ?? end)) : relation,
      name: named?.name,
      turn: turn.index,
      start: at,
      end: Math.max(end, named?.end ?? 0),
    });
    const pair = new RegExp(`^ (?:and|or) (?:my )?(${RELATION})(?![\\w-])`).exec(after);
    if (pair?.[1] && !/s$/.test(pair[1])) add(pair[1], end + pair[0].length - pair[1].length, end + pair[0].length);
  };
  for (const match of plain.matchAll(MINE)) {
    const word = match[3] ?? '';
    if (
      YOUNG_FORMS.has(word) &&
      !readRelatedName(turn.text, match.index + match[0].length) &&
      !/\b(?:little|baby|youngest|eldest|oldest|younger|older|wee)\b/.test(match[2] ?? '')
    )
      continue;
    if (/^(?:partner)$/.test(word) && /\b(?:business|law|dance|training|gym)\b/.test(match[2] ?? '')) continue;
    // "It's me mum": "me" is "my" only where no verb takes it.
    if (
      (match[1] === 'me' || match[1] === 'ma') &&
      /\b(?:give|gave|tell|told|call|send|let|for|to|with|help|get|ring)\s*$/.test(plain.slice(0, match.index))
    )
      continue;
    if (isPlural(word) && !nameAfterPossessive(turn, plain, match.index + match[0].length)) continue;
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
  for (const match of turn.text.matchAll(OWN_NAME)) {
    const word = match[1] ?? match[2] ?? '';
    if (/^\W*(?:hi|hiya|hello|hey|bye|thanks|sorry|yes|no),? $/i.test(plain.slice(0, match.index))) continue;
    add(word, match.index, match.index + match[0].length);
  }
  const exclaimed = EXCLAIMED.exec(plain);
  if (exclaimed?.[1]) {
    const relation = relationOf(exclaimed[1]);
    const spoken = readNameList(turn.text, exclaimed[0].length).filter(({ name }) =>
      knownGivenName(name.split(' ')[0] ?? ''),
    );
    for (const { name, end } of isPlural(exclaimed[1]) ? spoken : spoken.slice(0, 1))
      if (relation) found.push({ relation, name, turn: turn.index, start: 0, end });
  }
  for (const match of plain.matchAll(BARE_PARENT)) {
    add(match[1] ?? '', match.index + match[0].length - (match[1]?.length ?? 0), match.index + match[0].length);
  }
  for (const match of plain.matchAll(HOUSEHOLD)) {
    const relation = relationOf(
      (match[1] ?? match[2] ?? match[3] ?? '')
        .replace(/^grand(?:kids|children)$/, 'grandchild')
        .replace(/^(?:kids|twins|little ones)$/, 'child'),
    );
    const gap =
      /^(?: are| is)? (?:called |named )(?=\p{L})|^ are (?=\p{L})|^ (?=\p{L})|^[^.!?]{0,60}?[,:]\s*(?=\p{Lu})|^[^.!?]{0,35}?,\s*(?=\p{L})/u.exec(
        turn.text.slice(match.index + match[0].length),
      )?.[0];
    if (!relation || gap === undefined) continue;
    for (const { name, end } of childNames(turn.text, match.index + match[0].length, gap.length)) {
      found.push({ relation, name, turn: turn.index, start: match.index, end });
    }
  }
  return found;
}

const isPlural = (word: string): boolean =>
  /^(?:son|daughter|brother|sister|aunt|auntie|uncle|cousin|niece|nephew|grandson|granddaughter|boy|girl|lad|partner|grandmother|grandfather)s$/.test(
    word,
  );

/** "My lad dropped him … the lad's Jeevan"; else "my son, Tom he's called" in the same sentence. */
function nameLater(text: string, end: number, word: string): { name: string; end: number } | undefined {
  const rest = text.slice(end, end + 140);
  const later = new RegExp(`\\bthe ${word}(?:['’]s| is)(?: called)? (\\p{Lu}[\\p{L}-]+)(?=[.,!?]|$)`, 'u').exec(rest);
  if (later?.[1]) return { name: later[1], end: end + later.index + later[0].length };
  const called = readCalledAfter(text, end);
  return called && !/[.!?]/.test(text.slice(end, called.end - 1)) ? called : undefined;
}

/** "My little one … he's got toothache" is a son. */
function childOf(relation: 'child' | 'grandchild', after: string): string {
  const said = /^[^.!?]{0,40}?(?:[.!?] )?\b(he|he's|hes|his|him|she|she's|shes|her)\b/.exec(after)?.[1];
  if (said === undefined) return relation;
  const kind = said.startsWith('s') || said === 'her' ? 'daughter' : 'son';
  return relation === 'child' ? kind : `grand${kind}`;
}

/** The names after "my kids": with something between, all must be given names. */
function childNames(text: string, at: number, gap: number): readonly { name: string; end: number }[] {
  const names = readNameList(text, at + gap);
  if (gap < 6 && names.length > 0) return names;
  if (names.length > 0 && names.every(({ name }) => knownGivenName(name.split(' ')[0] ?? '') !== undefined))
    return names;
  for (const match of text.slice(at, at + 90).matchAll(/,\s+(?=\p{Lu})/gu)) {
    if (/[.!?]/.test(text.slice(at, at + match.index))) break;
    const later = readNameList(text, at + match.index + match[0].length);
    if (later.length > 1 && later.every(({ name }) => knownGivenName(name.split(' ')[0] ?? '') !== undefined))
      return later;
  }
  return [];
}

/** "My husbands name is Gareth": one, without the apostrophe. */
function nameAfterPossessive(turn: ReadTurn, plain: string, end: number): boolean {
  return /^ name/.test(plain.slice(end)) && readRelatedName(turn.text, end) !== undefined;
}

/** How far before the word for a relative the name may stand, in characters. */
const NAME_BEFORE_MAX = 160;

/** "Jerry, that's my husband", "Our Susan is, my daughter", "our Gary … That's me son". */
function nameBefore(turn: ReadTurn, plain: string, at: number): { name: string; end: number } | undefined {
  const from = Math.max(0, at - NAME_BEFORE_MAX);
  const before = plain.slice(from, at);
  // "Otis is my sister's" says whose Otis is.
  if (
    new RegExp(`^(?:my|our|me) (?:\\w+ )?(?:${RELATION})'s\\b(?! (?:called|named|name|the|a|my)\\b)`).test(
      plain.slice(at),
    )
  )
    return undefined;
  const isMy = IS_MY.exec(before);
  const holder = isMy?.[1];
  if (
    isMy &&
    holder &&
    !/^(?:that|it|he|she|here|there|who|this|what|name|one|other)$/.test(holder) &&
    knownGivenName(holder) &&
    (/\p{Lu}/u.test(turn.text[from + isMy.index] ?? '') || knownGivenName(holder) === 'frequent')
  )
    return { name: holder.replace(/^\p{L}/u, (letter) => letter.toUpperCase()), end: at };
  const said = /(?:^|[\s,.])(?:our )?([\p{L}'-]+)(?:,? (?:that's|thats|is|who's|he's|she's|this is|is,)|,)\s*$/u.exec(
    before,
  );
  if (said?.[1]) {
    const start = from + said.index + said[0].indexOf(said[1]);
    const spoken = readNameAt(turn.text, start);
    if (
      spoken &&
      (spoken.isKnown ||
        (spoken.isCapital &&
          (start > 0 && !/[.!?] $/.test(plain.slice(0, start))
            ? knownGivenName(spoken.name.split(' ')[0] ?? '') !== undefined
            : knownGivenName(spoken.name.split(' ')[0] ?? '') === 'frequent'))) &&
      spoken.start === start &&
      !/'s$/.test(said[1]) &&
      !(looksOrdinary(said[1]) && /(?:^|[.!?] )$/.test(plain.slice(0, start)))
    )
      return { name: spoken.name, end: at };
  }
  if (!/\b(?:that's|he's|she's|that is)\s*$/.test(before)) return undefined;
  const our = /\bour (\p{L}+)(?:'s)?\b[^.!?]*[.!?]?\s*(?:that's|he's|she's|that is)\s*$/u.exec(before);
  const spoken = our?.[1]
    ? readNameAt(
        our[1] === our[1].toUpperCase()
          ? our[1]
          : turn.text.slice(from + our.index + 4, from + our.index + 4 + our[1].length),
        0,
      )
    : undefined;
  return spoken && (spoken.isKnown || knownGivenName(spoken.name)) ? { name: spoken.name, end: at } : undefined;
}

/** "And your wife's name?" – "Anna": the relative was spoken of before, or is in the question. */
function namedNext(call: ReadCall, turn: ReadTurn, found: readonly Relative[]): readonly Relative[] {
  const question = questionBefore(call, turn.index);
  if (!question) return [];
  const asked = new RegExp(
    `\\b(his|her|their|(?:your |the )?(${RELATION})(?:'s)?) (?:first |full )?names?\\b|\\b(?:what|who)(?:'s| is) (he|she) called\\b`,
  ).exec(plainText(question.text));
  if (!asked) return namedInAnswer(call, turn, question);
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

/** "Tell your sister hey, she's the one who's moving?" – "she is! Abby, yeah": a sentence that begins with the name. */
function namedInAnswer(call: ReadCall, turn: ReadTurn, question: ReadTurn): readonly Relative[] {
  const relation = relationOf(new RegExp(`\\byour (${RELATION})(?![\\w-])`).exec(plainText(question.text))?.[1] ?? '');
  if (!relation || !/[?]|\byou want\b|\badd\b/.test(question.text)) return [];
  const others = agentNames(call);
  // "No, our Kyle's not coming".
  const our = /\bour (\p{L}+?)(?:'s|s)?(?= (?:is|not|isn't|isnt|has|can|will|won't|doesn't|already))/u.exec(
    plainText(turn.text),
  );
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
      !/^(?:[.!]|$|, (?:yeah|yes|yep|he|she|that's|he's|she's))/.test(plainText(turn.text.slice(spoken.end)))
    )
      continue;
    return [{ relation, name: spoken.name, turn: turn.index, start: spoken.start, end: spoken.end }];
  }
  return [];
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

/** One of each; a relation without a name is the named one of the same relation. */
function merged(found: readonly Relative[]): readonly Relative[] {
  const kept: Relative[] = [];
  const exact = found.filter(({ relation, name }) => name !== undefined && !/child$/.test(relation));
  for (const relative of found) {
    // "My kids, Micah and June" are her son and her daughter, where that is said too.
    if (
      /^(?:grand)?child$/.test(relative.relation) &&
      exact.some(({ name }) => relative.name !== undefined && isSameName(name ?? '', relative.name))
    )
      continue;
    if (
      relative.relation === 'child' &&
      relative.name === undefined &&
      found.some(({ relation, name }) => /^(?:child|son|daughter)$/.test(relation) && name !== undefined)
    )
      continue;
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
