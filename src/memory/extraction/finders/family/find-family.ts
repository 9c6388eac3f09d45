import type { Finder } from '../../finder.js';
import type { ReadCall } from '../../read-call.js';
import { agentNames } from '../name/agent-names.js';
import { findName } from '../name/find-name.js';
import { petsIn } from '../pet/find-pets.js';
import { agreedRelatives, namedNext } from './asked-relatives.js';
import { callerIs } from './caller-is.js';
import { BROKEN_UP } from './family-words.js';
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
  const others = namesOfOthers(call);
  const own = new Set(findName(call).flatMap(({ value }) => value.toLowerCase().split(' ')));
  let isBrokenUp = false;
  for (const turn of call.turns) {
    if (turn.speaker === 'agent') found.push(...agreedRelatives(call, turn, others));
    if (turn.speaker !== 'caller') continue;
    if (BROKEN_UP.test(turn.plain)) isBrokenUp = true;
    found.push(...toldRelatives(call, turn, { others, own }), ...namedNext(call, turn, found, others));
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

/** Those who are named in the call and no relatives: the agents, and the caller's animals. */
function namesOfOthers(call: ReadCall): ReadonlySet<string> {
  const animals = petsIn(call).flatMap(({ name }) => name?.toLowerCase() ?? []);
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
