import { questionBefore } from '../../language/assent.js';
import { firstMatches } from '../../language/first-matches.js';
import { looksOrdinary } from '../../names/common-words.js';
import { knownGivenName } from '../../names/known-given-name.js';
import { readNameList } from '../../names/read-related-name.js';
import { inUsualCase } from '../../names/usual-case.js';
import { usualGender } from '../../names/usual-gender.js';
import type { ReadCall, ReadTurn } from '../../read-call.js';
import type { Relative } from './relative.js';

/** What one of a group is; of parents it is their names that say it. */
const ONE_OF: Readonly<Record<string, string>> = {
  children: 'child',
  twins: 'child',
  sons: 'son',
  daughters: 'daughter',
  grandchildren: 'grandchild',
  grandsons: 'grandson',
  granddaughters: 'granddaughter',
  sisters: 'sister',
  brothers: 'brother',
  parents: 'parent',
};

/** How many turns behind the group its names may be said. */
const TURNS_MAX = 2;

const NAMES_ASKED =
  /\bnames? of (?:the|your) (?:\w+ )?(kids|children|boys|girls|twins)\b|\b(?:kids'?|children's|boys'|girls') names\b/;

/** "And the names of the children?" – "Aarav and Diya." */
export function namesAskedFor(call: ReadCall, turn: ReadTurn): readonly Relative[] {
  const asked = NAMES_ASKED.exec(questionBefore(call, turn.index)?.plain ?? '');
  if (!asked) return [];
  const relation = asked[1] === 'boys' ? 'son' : asked[1] === 'girls' ? 'daughter' : 'child';
  const names = readNameList(turn.text, /^(?:\W|\b(?:yes|sure|they're|it's|so)\b)*/i.exec(turn.text)?.[0].length ?? 0);
  return names.filter(isKnown).map(({ name, end }) => ({ relation, name, turn: turn.index, start: 0, end }));
}

/** Groups that are named apart from the word: "my twins." – "how old?" – "Fourteen months, Archie and Edie." */
export function namesOfGroups(
  call: ReadCall,
  found: readonly Relative[],
  taken: ReadonlySet<string>,
): readonly Relative[] {
  const groups = found.filter(({ relation, name }) => ONE_OF[relation] !== undefined && name === undefined);
  const [group] = groups;
  if (!group || groups.some(({ relation }) => relation !== group.relation)) return [];
  for (const turn of call.turns.slice(group.turn, group.turn + TURNS_MAX + 1)) {
    const from = turn.index === group.turn ? group.end : 0;
    const names = turn.speaker === 'caller' ? [...listIn(turn, from, taken), ...agedIn(turn, from, taken)] : [];
    const one = ONE_OF[group.relation] ?? '';
    const relatives = names.map(({ name, end }) => ({
      relation: one === 'parent' ? parentOf(name) : one,
      name,
      turn: turn.index,
      start: from,
      end,
    }));
    if (relatives.length > 0 && relatives.every(({ relation }) => relation !== undefined))
      return relatives.map((relative) => ({ ...relative, relation: relative.relation ?? one }));
  }
  return [];
}

const parentOf = (name: string): string | undefined => {
  const gender = usualGender(name.split(' ')[0] ?? '');
  return gender && (gender === 'male' ? 'father' : 'mother');
};

/** "Archie and Edie.", "lachie and mia they go home": given names joined by "and", at the end of something or before "they". */
function listIn(
  { text, plain }: ReadTurn,
  from: number,
  taken: ReadonlySet<string>,
): readonly { name: string; end: number }[] {
  for (const match of firstMatches(
    text,
    /(?<=^|[.!?,:] )\p{L}[\p{L}-]{1,40}(?:, \p{L}[\p{L}-]{1,40}){0,8},? and \p{L}/gu,
  )) {
    if (match.index < from) continue;
    const names = readNameList(text, match.index);
    const last = names.at(-1);
    if (
      names.length > 1 &&
      last &&
      names.every(({ name }) => !taken.has(name.split(' ')[0]?.toLowerCase() ?? '')) &&
      (names.every(isKnown) || (names.some(isKnown) && /^ (?:they|they're|theyre)\b/.test(plain.slice(last.end)))) &&
      /^(?:[.,!?]|$| (?:they|they're|are|both)\b)/.test(plain.slice(last.end))
    )
      return names;
  }
  return [];
}

const AGED =
  /(?<=^|[.!?,;] |\band )([\p{L}-]+?)(?:'s|s| is) (?:only |just |nearly |almost )?(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen)(?= (?:and|months|years|in)\b|[.,!?]|$)/gu;

/** "Me and the kids. Ella's four and Josh is two." */
const agedIn = (
  { plain }: ReadTurn,
  from: number,
  taken: ReadonlySet<string>,
): readonly { name: string; end: number }[] =>
  firstMatches(plain, AGED)
    .filter(
      ({ index, 1: name = '' }) =>
        index >= from && knownGivenName(name) !== undefined && !taken.has(name) && !looksOrdinary(name),
    )
    .map(({ index, 0: { length }, 1: name = '' }) => ({ name: inUsualCase(name), end: index + length }));

const isKnown = ({ name }: { readonly name: string }): boolean =>
  knownGivenName(name.split(' ')[0] ?? '') !== undefined;
