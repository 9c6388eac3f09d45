import type { Finder } from '../../finder.js';
import type { ReadCall } from '../../read-call.js';
import { agentNames } from '../name/agent-names.js';
import { findName } from '../name/find-name.js';
import { agreedPets, answeredByName, answeredPets, namedAlone, petsOfAnswer } from './asked-pets.js';
import { MENTION } from './kind-mentions.js';
import { namedAnimals } from './named-animals.js';
import type { Pet } from './pet.js';
import { isOneOf } from './pet-names.js';
import { toldPets } from './told-pets.js';
import { elsesKinds, elsesNames } from './whose-animal.js';

/** The caller's pets, with their names where these were said. */
export const findPets: Finder = (call) =>
  petsIn(call).map(({ kind, name, turn, start, end }) => ({
    predicate: 'pet',
    value: name ? `${kind} ${name}` : kind,
    statement: `has a ${kind}${name ? ` called ${name}` : ''}`,
    turn,
    quote: call.turns[turn]?.text.slice(start, end) ?? '',
    confidence: 0.85,
  }));

const DEAD =
  /(?<![\p{L}'])(\p{L}+)(?:\?? (?:he|she|it)?'?s? ?(?:has |just |sadly )*| was (?:the|my|our) (?:old|last|other|first)[^.!?]{0,20}?,? (?:he|she|it)(?:'s)? )(?:passed|died|gone|was put)\b/gu;

const ANIMAL_BUSINESS = /\b(?:vets?|veterinary|animal|pets?|kennels?|cattery|groom(?:ing|ers?)|paws?|equine)\b/i;

/** Most calls speak of no animal, and need not be read for one. */
const ANY_KIND = new RegExp(MENTION.source);

/**
 * The caller's animals at the end of the call.
 *
 * @param callerNames reads the caller's own name, for those who have read it already
 */
export function petsIn(call: ReadCall, callerNames: Finder = findName): readonly Pet[] {
  if (!call.turns.some(({ plain }) => ANY_KIND.test(plain))) return [];
  const found: Pet[] = [];
  const gone = new Set<string>();
  const own = callerNames(call).flatMap(({ value }) => value.toLowerCase().split(' '));
  // The names of those who speak: they are no animals'.
  const others = new Set([...agentNames(call), ...own]);
  for (const turn of call.turns) {
    if (turn.speaker === 'agent') found.push(...agreedPets(call, turn));
    if (turn.speaker !== 'caller') continue;
    for (const [, name = ''] of turn.plain.matchAll(DEAD)) gone.add(name);
    found.push(
      ...toldPets(call, turn, others, found),
      ...namedAlone(call, turn),
      ...answeredPets(call, turn, found),
      ...answeredByName(call, turn, others),
      ...petsOfAnswer(call, turn),
    );
  }
  const all = [...found, ...namedAnimals(call, others, found)];
  // A vet is told the name sooner or later: an animal that seems to have none was not read right.
  const isOfAnimals = ANIMAL_BUSINESS.test(call.turns.find(({ speaker }) => speaker === 'agent')?.text ?? '');
  const theirs = elsesKinds(call);
  const elses = elsesNames(call);
  const isOwn = ({ kind, name }: Pet): boolean =>
    !theirs.has(kind) &&
    (name === undefined ||
      !(gone.has(name.toLowerCase()) || elses.has(name.toLowerCase()) || isOneOf(name, new Set(own))));
  return merged(all.filter(isOwn)).filter(({ name }) => name !== undefined || !isOfAnimals);
}

/** Kinds that are said more exactly later: "my snake … it's a ball python". */
const WIDER: Readonly<Record<string, readonly string[]>> = {
  snake: ['ball python'],
  bird: ['parrot', 'budgie', 'parakeet', 'cockatiel', 'canary'],
  lizard: ['gecko', 'bearded dragon'],
};

/** One of each; a kind without a name is the named one of that kind. */
function merged(all: readonly Pet[]): readonly Pet[] {
  const found = all.filter(
    ({ kind, name }) => name || !WIDER[kind]?.some((exact) => all.some((other) => other.kind === exact)),
  );
  const kept: Pet[] = [];
  for (const pet of found) {
    const same = kept.findIndex((other) =>
      isSameName(other.name, pet.name)
        ? other.name !== undefined || other.kind === pet.kind
        : other.kind === pet.kind && (!other.name || !pet.name),
    );
    if (same < 0) kept.push(pet);
    else if ((pet.name?.length ?? 0) > (kept[same]?.name?.length ?? 0)) kept[same] = pet;
  }
  return kept.toSorted((a, b) => a.turn - b.turn);
}

/** "Madame Vestris" and "Vestris". */
function isSameName(a: string | undefined, b: string | undefined): boolean {
  const [one, other] = [a?.toLowerCase(), b?.toLowerCase()];
  return (
    one === other ||
    (one !== undefined && other !== undefined && (one.endsWith(` ${other}`) || other.endsWith(` ${one}`)))
  );
}
