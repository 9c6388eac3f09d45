import { looksOrdinary } from '../../names/common-words.js';
import { isGivenName } from '../../names/given-names.js';
import { knownGivenName } from '../../names/known-given-name.js';
import { inUsualCase, readNameAt, usesCapitals } from '../../names/read-name.js';
import { readCalledAfter, readNameList, readRelatedName } from '../../names/read-related-name.js';
import type { ReadTurn } from '../../read-call.js';
import { IS_MY, RELATION } from './family-words.js';

/** A name that goes with a word for a relative, and where its words end. */
export interface RelativeName {
  readonly name: string;
  readonly end: number;
}

/** "My lad dropped him … the lad's Jeevan"; else "my son, Tom he's called" in the same sentence. */
export function nameLater(text: string, end: number, word: string): { name: string; end: number } | undefined {
  const rest = text.slice(end, end + 140);
  const later = new RegExp(`\\bthe ${word}(?:['’]s| is)(?: called)? (\\p{Lu}[\\p{L}-]+)(?=[.,!?]|$)`, 'u').exec(rest);
  if (later?.[1]) return { name: later[1], end: end + later.index + later[0].length };
  const called = readCalledAfter(text, end);
  return called && !/[.!?]/.test(text.slice(end, called.end - 1)) ? called : undefined;
}

/** The names after "my kids": with something between, all must be given names. */
export function childNames(text: string, at: number, gap: number): readonly { name: string; end: number }[] {
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
export function nameAfterPossessive(turn: ReadTurn, plain: string, end: number): boolean {
  return /^ name/.test(plain.slice(end)) && readRelatedName(turn.text, end) !== undefined;
}

/** How far before the word for a relative the name may stand, in characters. */
const NAME_BEFORE_MAX = 160;

/** "Jerry, that's my husband", "Our Susan is, my daughter", "our Gary … That's me son". */
export function nameBefore(turn: ReadTurn, plain: string, at: number): { name: string; end: number } | undefined {
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
    (/\p{Lu}/u.test(turn.text[from + isMy.index] ?? '') || !looksOrdinary(holder))
  )
    return { name: holder.replace(/^\p{L}/u, (letter) => letter.toUpperCase()), end: at };
  // "Ms. Vaughn-Ellis, my daughter …": one's relatives have no titles.
  if (/\b(?:mr|mrs|ms|miss|dr)\.? [\p{L}'-]+,\s*$/u.test(before)) return undefined;
  const said =
    /(?:^|[\s,.])(?:our )?([\p{L}'-]+)(?:,? (?:that's|thats|is|who's|he's|she's|this is|is,)|,(?: (?:yeah|yes|yep|aye),)?)\s*$/u.exec(
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
  // "Our Neville. Me son."
  const alone = /(?:^|[.!?] )(?:our )?([\p{L}-]+)[.!] $/u.exec(before);
  if (alone?.[1] && knownGivenName(alone[1]) && /^(?:my|me) /.test(plain.slice(at))) {
    const start = from + alone.index + alone[0].lastIndexOf(alone[1]);
    const spoken = readNameAt(turn.text.slice(0, start + alone[1].length), start);
    if (spoken && !looksOrdinary(alone[1])) return { name: spoken.name, end: at };
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

const BEFORE_VERB =
  /^ (?:is|isn't|has|hasn't|was|lives|works|wants|needs|had|does|doesn't|can't|won't|hes|shes|he's|she's)\b/;
const NOT_A_NAME = /(?:s|ed|ing|ly)$/;

/**
 * "My cousin maxime before", "my girlfriend jaana lives here": the word right behind, with a capital where these are used, or a given
 * name that is no ordinary word.
 */
export function nameRightAfter(
  text: string,
  plain: string,
  end: number,
  others: ReadonlySet<string>,
): RelativeName | undefined {
  const word = /^ ([\p{L}][\p{L}'-]+)/u.exec(plain.slice(end))?.[1]?.replace(/'s$/, '');
  if (!word || looksOrdinary(word) || others.has(word)) return undefined;
  const spoken = readNameAt(text, end + 1);
  if (spoken?.start === end + 1 && spoken.isCapital) return { name: spoken.name, end: spoken.end };
  if (/^\p{Lu}/u.test(text.slice(end + 1)) || usesCapitals(text)) return undefined;
  const known = knownGivenName(word) ?? (isGivenName(word) ? 'rare' : undefined);
  if (/^(?:will|may|can|mark|might)$/.test(word)) return undefined;
  if (known === undefined) {
    const isSubject = !NOT_A_NAME.test(word) && BEFORE_VERB.test(plain.slice(end + 1 + word.length));
    return isSubject ? { name: inUsualCase(word), end: end + 1 + word.length } : undefined;
  }
  if (known === 'rare' && NOT_A_NAME.test(word)) return undefined;
  const isFull = spoken?.start === end + 1 && spoken.name.includes(' ') && /^(?:$|[.,!?])/.test(text.slice(spoken.end));
  return isFull ? { name: spoken.name, end: spoken.end } : { name: inUsualCase(word), end: end + 1 + word.length };
}
