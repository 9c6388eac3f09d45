import { looksOrdinary } from '../../names/common-words.js';
import { isGivenName } from '../../names/given-names.js';
import { knownGivenName } from '../../names/known-given-name.js';
import { readNameAt } from '../../names/read-name.js';
import { readCalledAfter, readRelatedName } from '../../names/read-related-name.js';
import { usesCapitals } from '../../names/uses-capitals.js';
import { inUsualCase } from '../../names/usual-case.js';
import type { ReadTurn } from '../../read-call.js';
import { KIND_WORDS } from '../pet/pet-kinds.js';
import { RELATION } from './family-words.js';
import { lateName, SOMEBODY_ELSE } from './late-name.js';
import type { Mention } from './mention.js';
import { nameBefore } from './name-before.js';
import { relationOf } from './relations.js';
import { isOfKind } from './relative-gender.js';
import type { RelativeName } from './relative-name.js';

/** The words, in lower case, by which people are named who are no relatives. */
export interface People {
  /** The agents, and the caller's animals. */
  readonly others: ReadonlySet<string>;
  /** The caller: a relative may have the same name. */
  readonly own: ReadonlySet<string>;
}

/** The name of a relative, wherever it is said in the turn. */
export function relativeName(
  turn: ReadTurn,
  { word, at, end, isPossessive }: Mention,
  { others, own }: People,
): RelativeName | undefined {
  const { text, plain } = turn;
  // "My daughter's hamster, Nibbles", "my sisters quince": what she has is named.
  const relation = relationOf(word) ?? '';
  if (isPossessive) return givenNameAt(text, plain, end) ?? calledLater(text, plain, end, relation);
  if (hasAnimal(plain, end) || HAS_PERSON.test(plain.slice(end))) return undefined;
  const title = /^,? (?:mr|mrs|ms|miss|dr)\b\.?(?= \p{L})/u.exec(plain.slice(end))?.[0];
  // "My mother mrs joan fairclough"; a surname behind a title is not how one calls a relative.
  if (title !== undefined) {
    const titled = readNameAt(text, end + title.length);
    return titled?.isKnown ? { name: titled.name, end: titled.end } : undefined;
  }
  const before = nameBefore(turn, plain, at, end);
  const named =
    nameRightAfter(text, plain, end, others) ??
    wholeNameOf(turn, { at, end }, own) ??
    // "Olivia Marsh, my partner e-mailed": the caller's own name stands before.
    (before && (!own.has(before.name.split(' ')[0]?.toLowerCase() ?? '') || IS_SOMEBODY.test(plain.slice(0, at)))
      ? before
      : undefined) ??
    readRelatedName(text, end, others) ??
    nameLater(text, end, word);
  if (named && !others.has(named.name.toLowerCase())) {
    const gap = text.slice(end, named.end - named.name.length);
    const isLate = gap.length > 12 && !/\b(?:call|name)/.test(gap);
    if (!isLate) return named;
    // "My mother, 'cause Vinny's gotta work, he's Port Authority": far from the relative a name is one that people have.
    if (isPersonal(named.name)) return { ...named, isLate };
  }
  return lateName(text, plain, end, relation, new Set([...others, ...own])) ?? calledLater(text, plain, end, relation);
}

/**
 * "My mum is manjit kaur sandhu", "my husband he drive, he is duc tran", "siew hoon is my auntie": what is no word of the language, two
 * words long or with the caller's own name in it.
 */
function wholeNameOf(
  { text, plain }: ReadTurn,
  { at, end }: { readonly at: number; readonly end: number },
  own: ReadonlySet<string>,
): RelativeName | undefined {
  const behind = /^(?:'s|s| is| [^.!?]{0,25}\bs?he(?: is|'s|s)) (?=\p{L})/u.exec(plain.slice(end));
  const spoken = behind && readNameAt(text, end + behind[0].length);
  const words = spoken?.start === end + (behind?.[0].length ?? 0) ? spoken.name.toLowerCase().split(' ') : [];
  const isFamily = words.length > 1 && words.slice(1).some((word) => own.has(word)) && !words.some(looksOrdinary);
  if (spoken && isFamily) return { name: spoken.name, end: spoken.end };
  const subject = /(?:^|[.,!?] )([\p{L}-]{2,40} [\p{L}-]{2,40})(?:'s|s| is) $/u.exec(
    plain.slice(Math.max(0, at - 90), at),
  );
  const name = subject && readNameAt(subject[1] ?? '', 0);
  const isName =
    name?.name.includes(' ') === true &&
    name.end === subject?.[1]?.length &&
    !name.name
      .toLowerCase()
      .split(' ')
      .some((word) => looksOrdinary(word) || own.has(word));
  return name && isName ? { name: name.name, end } : undefined;
}

/** "My wifes renata", without the apostrophe. */
function givenNameAt(text: string, plain: string, end: number): RelativeName | undefined {
  const next = /^ (\p{L}+)/u.exec(plain.slice(end))?.[1];
  return next && knownGivenName(next) === 'frequent' && !looksOrdinary(next) && !usesCapitals(text)
    ? { name: inUsualCase(next), end: end + 1 + next.length }
    : undefined;
}

/** "My nans ninetieth shes called winnie", "my grandad. He's eighty-eight. His name's Albert Price." */
function calledLater(text: string, plain: string, end: number, relation: string): RelativeName | undefined {
  const match = /^(.{0,90}?)\b(?:(s?he)(?:'s|s| is) (?:called|named)|(his|her) name(?:'s|s| is)) (?=\p{L})/u.exec(
    plain.slice(end),
  );
  if (!match || SOMEBODY_ELSE.test(match[1] ?? '') || !isOfKind(match[2] ?? match[3], relation)) return undefined;
  const start = end + match[0].length;
  const spoken = readNameAt(text, start);
  return spoken?.start === start ? { name: spoken.name, end: spoken.end } : undefined;
}

/** "This is Teddy, he's my grandson." */
const IS_SOMEBODY = /\b(?:he's|she's|hes|shes|he is|she is|that's|who's) $/;

const isPersonal = (name: string): boolean => {
  const first = name.split(' ')[0] ?? '';
  return isGivenName(first.toLowerCase()) || knownGivenName(first) !== undefined;
};

/** "My husband's grandmother, Ruth" */
const HAS_PERSON = new RegExp(
  `^(?:'s|s'|s) (?!name)(?:\\w+ ){0,2}?(?:${RELATION}|friend|mate|boss|colleague|assistant|carer|nurse|teacher|doctor|people|family|parents|sibling)s?\\b`,
);

const HAS_ANIMAL = new RegExp(`^'s (?:\\w+ )?(?:${KIND_WORDS})s?\\b`);

/** "My daughter's hamster". */
export const hasAnimal = (plain: string, end: number): boolean => HAS_ANIMAL.test(plain.slice(end));

/** "My husbands name is Gareth": one, without the apostrophe. */
export function nameAfterPossessive({ text, plain }: ReadTurn, end: number): boolean {
  return /^ name/.test(plain.slice(end)) && readRelatedName(text, end) !== undefined;
}

/** "My lad dropped him … the lad's Jeevan"; else "my son, Tom he's called" in the same sentence. */
function nameLater(text: string, end: number, word: string): { name: string; end: number } | undefined {
  const rest = text.slice(end, end + 140);
  const later = new RegExp(`\\bthe ${word}(?:['’]s| is)(?: called)? (\\p{Lu}[\\p{L}-]+)(?=[.,!?]|$)`, 'u').exec(rest);
  if (later?.[1]) return { name: later[1], end: end + later.index + later[0].length };
  const called = readCalledAfter(text, end);
  return called && !/[.!?]/.test(text.slice(end, called.end - 1)) ? called : undefined;
}

/** "My cousin ciaras shes marrying": an "is" without its apostrophe. */
const withoutGlued = (word: string, text: string, after: string): string =>
  !usesCapitals(text) &&
  /[^s]s$/.test(word) &&
  /^ (?:s?hes|s?he|s?he's|\w+ing|just|not|always|already|at|in|on|got|gonna|only|still|away|here)\b/.test(after) &&
  !knownGivenName(word) &&
  knownGivenName(word.slice(0, -1)) !== undefined &&
  !looksOrdinary(word.slice(0, -1))
    ? word.slice(0, -1)
    : word;

const DOES = /^(?:'ll| ll| will|'s| is| has| was| wants| can) /;
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
  const said = /^ ([\p{L}][\p{L}'-]+)/u.exec(plain.slice(end))?.[1]?.replace(/'s$/, '');
  // "Invoice my mum please sharon price".
  if (said === 'please' && !usesCapitals(text)) return nameRightAfter(text, plain, end + 7, others);
  const word = said && withoutGlued(said, text, plain.slice(end + 1 + said.length));
  if (!word || others.has(word)) return undefined;
  // "My daughter june ll be there".
  if (looksOrdinary(word))
    return !usesCapitals(text) && knownGivenName(word) === 'frequent' && DOES.test(plain.slice(end + 1 + word.length))
      ? { name: inUsualCase(word), end: end + 1 + word.length }
      : undefined;
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
