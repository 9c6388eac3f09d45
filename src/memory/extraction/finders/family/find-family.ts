import type { Finder } from '../../finder.js';
import { isGivenName } from '../../names/given-names.js';
import type { ReadCall } from '../../read-call.js';
import { agentNames } from '../name/agent-names.js';
import { findName } from '../name/find-name.js';
import { petsIn } from '../pet/find-pets.js';
import { agreedRelatives } from './agreed-relatives.js';
import { namedNext } from './asked-relatives.js';
import { namedByOthers } from './called-later.js';
import { callerIs } from './caller-is.js';
import { BROKEN_UP } from './family-words.js';
import { namesAskedFor, namesOfGroups } from './group-names.js';
import type { Relative } from './relative.js';
import { toldRelatives } from './told-relatives.js';

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
  const named = findName(call);
  const others = namesOfOthers(call, () => named);
  const own = new Set(named.flatMap(({ value }) => value.toLowerCase().split(/[ -]/)));
  const taken = new Set([...others, ...own]);
  let isBrokenUp = false;
  for (const turn of call.turns) {
    if (turn.speaker === 'agent') found.push(...agreedRelatives(call, turn, others));
    if (turn.speaker !== 'caller') continue;
    if (BROKEN_UP.test(turn.plain)) isBrokenUp = true;
    found.push(
      ...toldRelatives(call, turn, { others, own }),
      ...namedNext(call, turn, found, taken),
      ...namesAskedFor(call, turn),
    );
    const inverse = callerIs(call, turn);
    if (inverse) found.push({ ...inverse, turn: turn.index });
  }
  const told = found
    .map((relative) => {
      const said = call.turns[relative.turn]?.text.slice(relative.start, relative.end) ?? '';
      return { ...relative, name: givenNameOf(relative.name, said, named[0]?.value) };
    })
    .map((relative) => (isAnothers(relative, found) ? { ...relative, name: undefined } : relative));
  const all = [...told, ...namedByOthers(call, told, taken), ...namesOfGroups(call, told, taken)];
  const gone = new Set(all.filter(({ isGone }) => isGone).map(({ relation }) => relation));
  return merged(
    all.filter(
      ({ relation, isGone }) =>
        !isGone &&
        !gone.has(relation) &&
        !(isBrokenUp && /^(?:wife|husband|partner|spouse|girlfriend|boyfriend|fiancée?)$/.test(relation)),
    ),
  );
}

/** A relative's name without what is no given name: "his name's aiden aiden", and the caller's own surname ("my husband Kuznetsov"). */
function givenNameOf(name: string | undefined, said: string, callers: string | undefined): string | undefined {
  const words = name?.split(' ') ?? [];
  const [first = '', second] = words.map((word) => word.toLowerCase());
  if (first === second) return words.slice(1).join(' ');
  const surnames = callers?.toLowerCase().split(/[ -]/).slice(1) ?? [];
  const isSurname = surnames.some(
    (surname) => first === surname || surname === `${first}a` || first.split('-').includes(surname),
  );
  const isSaidSo = /(?:\bis|['’]s|called|named|names?) \S+$/i.test(said);
  return words.length === 1 && isSurname && !isSaidSo && !isGivenName(first) ? undefined : name;
}

/** "Me and my sister Angela, our mother left it to us. Angela's up in Nashua": a name that is another's for sure. */
const isAnothers = ({ relation, name, isLate }: Relative, found: readonly Relative[]): boolean =>
  isLate === true &&
  found.some(
    (other) => other.isLate !== true && other.relation !== relation && isSameName(other.name ?? '', name ?? ' '),
  );

/** Those who are named in the call and no relatives: the agents, and the caller's animals. */
function namesOfOthers(call: ReadCall, callerNames: Finder): ReadonlySet<string> {
  const animals = petsIn(call, callerNames).flatMap(({ name }) => name?.toLowerCase() ?? []);
  return new Set([...agentNames(call), ...animals]);
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
    if (relative.name === undefined && found.some((other) => isOneOf(other, relative.relation))) continue;
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

/** Whether somebody is one of those whom a word without names means: Archie of "my twins", the mother of "my parents". */
function isOneOf({ relation, name }: Relative, group: string): boolean {
  const one = GROUPS[group];
  return one?.test(relation) === true && (name !== undefined || group === 'parents');
}

const GROUPS: Readonly<Record<string, RegExp>> = {
  child: /^(?:child|son|daughter)$/,
  children: /^(?:child|son|daughter|twins)$/,
  twins: /^(?:child|son|daughter)$/,
  sons: /^(?:son|child)$/,
  daughters: /^(?:daughter|child)$/,
  grandchild: /^grand(?:child|son|daughter)$/,
  grandchildren: /^grand(?:child|son|daughter)$/,
  grandsons: /^grand(?:child|son)$/,
  granddaughters: /^grand(?:child|daughter)$/,
  parents: /^(?:mother|father)$/,
};

function isSameName(a: string, b: string): boolean {
  const [first, second] = [a.toLowerCase().split(' '), b.toLowerCase().split(' ')];
  return first[0] === second[0];
}
