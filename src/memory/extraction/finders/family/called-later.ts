import { questionBefore, readAnswer } from '../../language/assent.js';
import { firstMatches } from '../../language/first-matches.js';
import { looksOrdinary } from '../../names/common-words.js';
import { isGivenName } from '../../names/given-names.js';
import { knownGivenName } from '../../names/known-given-name.js';
import { readNameAt } from '../../names/read-name.js';
import { usualGender } from '../../names/usual-gender.js';
import type { ReadCall } from '../../read-call.js';
import type { Relative } from './relative.js';
import { fits, isOfKind } from './relative-gender.js';
import { type SubjectName, subjectNamesIn } from './subject-names.js';

/** How many turns behind the relative the name may be said. */
const TURNS_MAX = 4;

/** How many mentions of relatives are looked at: a call that has more is no speech. */
const MENTIONS_MAX = 40;

/** Several relatives, or none that has a name of its own. */
const SEVERAL = /(?:children|twins|parents|in-laws|[^s]s)$/;

/**
 * Relatives who are spoken of without a name, and then by name alone: "it was me and my husband. Now it's me and my mother, 'cause Vinny's
 * gotta work". Only where one name fits one relative.
 *
 * @param taken words in lower case that name the agents, the caller and the caller's animals
 */
export function namedByOthers(
  call: ReadCall,
  found: readonly Relative[],
  taken: ReadonlySet<string>,
): readonly Relative[] {
  const named = new Set(found.flatMap(({ name }) => name?.toLowerCase().split(' ')[0] ?? []));
  const hasName = new Set(found.flatMap(({ relation, name }) => (name === undefined ? [] : relation)));
  const open = found.filter(
    ({ relation, name, isGone }) => !isGone && name === undefined && !SEVERAL.test(relation) && !hasName.has(relation),
  );
  const namesIn = subjectNamesReader();
  const pairs = open.slice(0, MENTIONS_MAX).flatMap((relative) =>
    candidates(call, relative, namesIn)
      .filter(({ name }) => !named.has(name.toLowerCase()) && !taken.has(name.toLowerCase()))
      .map((candidate) => ({ relation: relative.relation, ...candidate })),
  );
  return pairs.filter(
    (pair) =>
      pairs.every(({ relation, name }) => relation !== pair.relation || name === pair.name) &&
      pairs.every(({ relation, name }) => name !== pair.name || relation === pair.relation),
  );
}

/** Reads each turn once, however many relatives are asked for. */
function subjectNamesReader(): typeof subjectNamesIn {
  const known = new Map<number, readonly SubjectName[]>();
  return (turn) => {
    const names = known.get(turn.index) ?? subjectNamesIn(turn);
    known.set(turn.index, names);
    return names;
  };
}

/** The answer names the caller, or somebody who works there. */
const ASKS_WHO = /\b(?:who|whom|whose|which|(?:your|last|first|full|the) names?)\b|\bname[?.]?$/;

interface Candidate {
  readonly name: string;
  readonly turn: number;
  readonly start: number;
  readonly end: number;
}

function candidates(call: ReadCall, relative: Relative, namesIn: typeof subjectNamesIn): readonly Candidate[] {
  const agentSaid = (name: string, before: number): boolean =>
    call.turns.some(
      ({ speaker, text, index }) =>
        speaker === 'agent' && index < before && new RegExp(`\\b${name}\\b`, 'i').test(text),
    );
  const own = call.turns.slice(relative.turn, relative.turn + TURNS_MAX + 1).flatMap((turn): readonly Candidate[] =>
    turn.speaker === 'caller' && !ASKS_WHO.test(questionBefore(call, turn.index)?.plain ?? '')
      ? namesIn(turn)
          .filter(
            ({ name, start, gender }) =>
              (turn.index > relative.turn || start >= relative.end) &&
              fits(gender, relative.relation) &&
              !agentSaid(name, turn.index),
          )
          .map(({ name, start, end }) => ({ name, turn: turn.index, start, end }))
      : [],
  );
  const first = own.filter(({ name }, index) => own.findIndex((other) => other.name === name) === index);
  return [
    ...first,
    ...pointedAt(call, relative, namesIn),
    ...besideCaller(call, relative),
    ...calledOver(call, relative),
    ...saidByAgent(call, relative),
  ];
}

/** "So Marg'll drive me. That's the wife.", "ring Steven" – "his number?" – "He's me son.": the last who was spoken of. */
function pointedAt(
  call: ReadCall,
  { relation, turn, start }: Relative,
  namesIn: typeof subjectNamesIn,
): readonly Candidate[] {
  const said = call.turns[turn]?.text.slice(Math.max(0, start - 120), start) ?? '';
  if (!POINTS.test(said)) return [];
  const last = call.turns
    .slice(Math.max(0, turn - 2), turn + 1)
    .filter(({ speaker }) => speaker === 'caller')
    .flatMap((one) => namesIn(one).map((name) => ({ ...name, turn: one.index })))
    .findLast((name) => name.turn < turn || name.end <= start);
  if (last) return fits(last.gender, relation) ? [last] : [];
  // "Hine answers, that's my wife": whatever the name is.
  const [whole, name] = POINTED.exec(said) ?? [];
  return whole && name && !looksOrdinary(name.toLowerCase())
    ? [{ name, turn, start: start - whole.length, end: start }]
    : [];
}

const POINTS = /\b(?:that['’]?s|that is|s?he['’]s|s?hes|s?he is)(?: only)? $/i;
const POINTED =
  /(?<=^|[.!?] )(\p{Lu}\p{Ll}[\p{L}-]+)(?:['’](?:ll|s))? \p{Ll}[^.!?]{1,40}[,.] (?:that['’]s|s?he['’]s) $/iu;

/** "A table for me and Jim. That's my other half.", "this is Ludmila, from Ludmila and Boris": whom somebody has beside is the husband or wife. */
function besideCaller(call: ReadCall, { relation }: Relative): readonly Candidate[] {
  if (!/^(?:husband|wife|partner|boyfriend|girlfriend|fiancée?)$/.test(relation)) return [];
  return call.turns.flatMap((turn): readonly Candidate[] => {
    if (turn.speaker !== 'caller') return [];
    return firstMatches(turn.text, BESIDE).flatMap((match): readonly Candidate[] => {
      const name = match[2] ?? '';
      const isOwn = /^(?:me|myself)$/i.test(match[1] ?? '') || knownGivenName(match[1] ?? '') !== undefined;
      const isName = knownGivenName(name) !== undefined || isGivenName(name.toLowerCase());
      if (!isOwn || !isName || looksOrdinary(name.toLowerCase()) || !fits(usualGender(name), relation)) return [];
      // "Me, Ana and Tom" are more.
      if (/, $/.test(turn.text.slice(0, match.index))) return [];
      const start = match.index + match[0].length - name.length;
      return [{ name, turn: turn.index, start, end: start + name.length }];
    });
  });
}

const BESIDE =
  /(?<![\p{L}'’-])([Mm]e|[Mm]yself|\p{Lu}\p{L}+) and (\p{Lu}\p{Ll}{2,})(?=[.,!?]|$| (?:that's|he's|she's|who)\b)/gu;

/** "Ron! Is Friday okay?", and somebody at home answers. */
function calledOver(call: ReadCall, { relation }: Relative): readonly Candidate[] {
  if (!/^(?:husband|wife|partner|son|daughter|mother|father)$/.test(relation)) return [];
  return call.turns.flatMap(({ speaker, text, index }): readonly Candidate[] => {
    if (speaker !== 'caller' || call.turns[index + 1]?.speaker !== 'other') return [];
    const match = /(?:^|[.!?] )(\p{Lu}\p{Ll}+)!/u.exec(text);
    const name = match?.[1];
    if (!match || !name || knownGivenName(name) === undefined || usualGender(name) === undefined) return [];
    return fits(usualGender(name), relation)
      ? [{ name, turn: index, start: match.index, end: match.index + match[0].length }]
      : [];
  });
}

/** "It's about my daughter's braces." – "That's Aria, eh?": the agent knows the name, and the caller lets it stand. */
function saidByAgent(call: ReadCall, relative: Relative): readonly Candidate[] {
  const agent = call.turns[relative.turn + 1];
  const answer = call.turns[relative.turn + 2];
  if (agent?.speaker !== 'agent' || answer?.speaker !== 'caller' || readAnswer(answer.text).kind === 'no') return [];
  const match = /\b(?:that's|that'd be|that would be|that is|is that|would that be|is it|you mean|so) (?=\p{L})/u.exec(
    agent.plain,
  );
  const spoken = match && readNameAt(agent.text, match.index + match[0].length);
  if (!match || !spoken?.isCapital || spoken.start !== match.index + match[0].length) return [];
  const word = spoken.name.split(' ')[0] ?? '';
  if (knownGivenName(word) === undefined || !fits(usualGender(word), relative.relation)) return [];
  const pronoun = /\b(?:he|his|him|he's|he'll|she|her|she's|she'll|hes|shes)\b/.exec(answer.plain)?.[0];
  if (pronoun === undefined || !isOfKind(pronoun, relative.relation)) return [];
  return [{ name: spoken.name, turn: agent.index, start: spoken.start, end: spoken.end }];
}
