import { questionBefore } from '../../language/assent.js';
import { firstMatches } from '../../language/first-matches.js';
import { knownGivenName } from '../../names/known-given-name.js';
import { readNameAt } from '../../names/read-name.js';
import { readNameList } from '../../names/read-related-name.js';
import { usualGender } from '../../names/usual-gender.js';
import type { ReadCall, ReadTurn } from '../../read-call.js';
import { BARE, EXCLAIMED, RELATION } from './family-words.js';
import { householdsIn } from './households.js';
import type { Mention } from './mention.js';
import { isSeveral, mentionsIn } from './mentions.js';
import { ourBabies } from './our-babies.js';
import { relationOf } from './relations.js';
import type { Relative } from './relative.js';
import { type People, relativeName } from './relative-names.js';
import { lateRelatives, standingOf } from './standing.js';

/** A turn that speaks of more relatives is no speech, and would take long to read. */
const MENTIONS_MAX = 40;

/** The relatives that a turn of the caller tells of, with their names where these are said. */
export function toldRelatives(call: ReadCall, turn: ReadTurn, people: People): readonly Relative[] {
  const { plain } = turn;
  if (SAYS_WHO.test(plain) && CALLER_ASKED.test(questionBefore(call, turn.index)?.plain ?? '')) return [];
  const known: KnownJoined = new Map();
  return [
    ...lateRelatives(plain).flatMap((word) => goneOf(turn, word)),
    ...mentionsIn(call, turn, people.others)
      .slice(0, MENTIONS_MAX)
      .flatMap((mention) => relativesOf(turn, mention, people, known)),
    ...listed(turn),
    ...exclaimed(turn),
    ...householdsIn(call, turn),
    ...ourBabies(turn),
  ];
}

/** "And you're Mum?" – "Dad. Craig.": the answer says what the caller is. */
const CALLER_ASKED = new RegExp(
  `\\b(?:you're|are you|you are|is that|is this|speaking to|i'm with) (?:\\w+ ){0,2}${RELATION}\\b`,
);

const SAYS_WHO = new RegExp(
  `^\\W*(?:(?:no|nope|yes|yeah|oh|well|actually)\\W+)*(?:the |his |her |their )?${RELATION}\\s*(?:[.,!]|$)`,
);

function goneOf(turn: ReadTurn, word: string): readonly Relative[] {
  const relation = relationOf(word);
  return relation ? [{ relation, turn: turn.index, start: 0, end: 0, isGone: true }] : [];
}

/** The relatives of a mention: with "my son and daughter" the second one, too. */
function relativesOf(turn: ReadTurn, mention: Mention, people: People, known: KnownJoined): readonly Relative[] {
  const found: Relative[] = [];
  let next: Mention | undefined = mention;
  for (let count = 0; next !== undefined && count < JOINED_MAX; count += 1) {
    const { at }: Mention = next;
    const one: Told = (count > 0 ? known.get(at) : undefined) ?? toldOf(turn, next, people);
    if (count > 0) known.set(at, one);
    if (one.relative !== undefined) found.push(one.relative);
    next = one.joined;
  }
  return found;
}

/** What a mention tells, and whom it has joined by "and" or "or". */
interface Told {
  readonly relative?: Relative;
  readonly joined?: Mention;
}

/** By where they begin, what those tell who are joined to others: where each word begins a row, the same ones are in many. */
type KnownJoined = Map<number, Told>;

/** A longer row of relatives is no speech. */
const JOINED_MAX = 8;

const JOINED = new RegExp(`^ (?:and|or) (?:my )?(${RELATION})(?![\\w-])`);

function toldOf(turn: ReadTurn, mention: Mention, people: People): Told {
  const { plain } = turn;
  const { word, at, end } = mention;
  const standing = standingOf(plain, mention);
  const relation = YOUNG_MAN.test(plain.slice(at, end))
    ? 'son'
    : relationOf(PUT_RIGHT.exec(plain.slice(end))?.[1] ?? word);
  if (!relation || standing === 'none') return {};
  if (standing === 'gone') return { relative: { relation, turn: turn.index, start: at, end, isGone: true } };
  const named = relativeName(turn, mention, people);
  const exact = exactRelation(relation, named?.name, plain.slice(0, at), plain.slice(named?.end ?? end));
  const relative = {
    relation: exact,
    name: named?.name,
    isLate: named?.isLate,
    turn: turn.index,
    start: at,
    end: Math.max(end, named?.end ?? 0),
  };
  const [whole = '', other] = JOINED.exec(plain.slice(end)) ?? [];
  return {
    ...(exact === 'sibling' && word === 'our kid' ? {} : { relative }),
    ...(other !== undefined && !isSeveral(other)
      ? { joined: { word: other, at: end + whole.length - other.length, end: end + whole.length } }
      : {}),
  };
}

/** "My little fella has a match": no partner. */
const YOUNG_MAN = /\b(?:little|wee|young) (?:fella|feller|bloke|fellow)$/;

/** "My husband's got no patience for towing. Well, partner, we never bothered with the paperwork." */
const PUT_RIGHT =
  /^[^?!]{0,60}[.,] (?:well|or rather|i mean),? (?:my )?(partner|husband|wife|girlfriend|boyfriend|fianc[eé]e?)(?=[,.] (?:we|i|not|she|he)\b)/;

/** "My little one … he's got toothache" is a son, "our kid … she" a sister. */
function exactRelation(relation: string, name: string | undefined, before: string, after: string): string {
  const [man, woman] = BY_GENDER[relation] ?? [];
  if (man === undefined || woman === undefined) return relation;
  const said =
    /\b(he|she)(?:'s|s| is) (?:only |just )?$/.exec(before)?.[1] ??
    /^[^.!?]{0,40}?(?:[.!?] )?\b(he|he's|hes|his|him|she|she's|shes|her)\b/.exec(after)?.[1];
  if (said !== undefined) return said.startsWith('s') || said === 'her' ? woman : man;
  const gender = relation === 'sibling' ? usualGender(name?.split(' ')[0] ?? '') : undefined;
  return gender === undefined ? relation : gender === 'male' ? man : woman;
}

const BY_GENDER: Readonly<Record<string, readonly [string, string]>> = {
  child: ['son', 'daughter'],
  grandchild: ['grandson', 'granddaughter'],
  sibling: ['brother', 'sister'],
};

/** "Father is Narayanan, and mother Kamala". */
function listed({ text, plain, index }: ReadTurn): readonly Relative[] {
  return firstMatches(plain, BARE).flatMap((match): readonly Relative[] => {
    const end = match.index + match[0].length;
    const spoken = readNameAt(text, end);
    const at = match.index + match[0].indexOf(match[1] ?? '');
    if (!spoken || !(spoken.isKnown || spoken.isCapital) || spoken.start > end) return [];
    // "Sister Concepta" is a nun.
    if (/\b(?:my|his|her|the|their|our|your|a) $/.test(plain.slice(0, at)) || TITLE.test(text.slice(at))) return [];
    if (!/\b(?:parents|family|members?|children|policy)\b/.test(plain) && !/ (?:is|named) $/.test(match[0])) return [];
    return [{ relation: match[1] ?? '', name: spoken.name, turn: index, start: match.index, end: spoken.end }];
  });
}

const TITLE = /^(?:Sister|Brother|Father|Mother) \p{Lu}/u;

/** "Grandson! Leif.", "Girls! Ruby and Rose.". */
function exclaimed({ text, plain, index }: ReadTurn): readonly Relative[] {
  const match = EXCLAIMED.exec(plain);
  const relation = relationOf(match?.[1] ?? '');
  if (!match?.[1] || !relation) return [];
  const names = readNameList(text, match[0].length).filter(({ name }) => knownGivenName(name.split(' ')[0] ?? ''));
  const all = isSeveral(match[1]) ? names : names.slice(0, 1);
  return all.map(({ name, end }) => ({ relation, name, turn: index, start: 0, end }));
}
