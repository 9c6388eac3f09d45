import { firstMatches } from '../../language/first-matches.js';
import type { ReadCall } from '../../read-call.js';
import { type Named, namesIn } from './animal-names.js';
import { kindOf, MENTION, NO_PET } from './kind-mentions.js';
import { isAgreed, namedByAgent } from './named-by-agent.js';
import type { Pet } from './pet.js';
import { LOOSE_KINDS } from './pet-kinds.js';
import { kindsSaid } from './said-kinds.js';

/** How many names before a kind are looked at. */
const NAMES_MAX = 12;

const THREE_ENDS = /^(?:[^.!?]*[.!?]){3}/;

/**
 * Animals whose kind is said apart from their name: "Gizmo. He's a ragdoll", "It's Teddy again." – "Teddy! The Labrador?" – "That's
 * him", "which breed?" – "oh, a collie cross". Where a call is about one animal, its name and its kind belong together.
 */
export function namedAnimals(call: ReadCall, others: ReadonlySet<string>, told: readonly Pet[]): readonly Pet[] {
  const found: Pet[] = [];
  let recent: readonly Named[] = [];
  for (const turn of call.turns) {
    if (turn.speaker === 'other') continue;
    const { plain } = turn;
    const here = namesIn(turn, plain, others);
    const isVouched = turn.speaker === 'caller' || isAgreed(call, turn);
    for (const { kind, isMany, isOfOne, start, end } of kindsSaid(call, turn, plain)) {
      const near = here
        .filter((name) => name.end <= start)
        .slice(-NAMES_MAX)
        .filter((name) => !THREE_ENDS.test(plain.slice(name.end, start)));
      const placed = near.filter(({ inPlace }) => inPlace);
      const before = placed.length > 0 ? placed : near;
      const earlier = isOfOne ? recent.filter((name) => name.inPlace && turn.index - name.turn <= 2) : [];
      const candidates = before.length > 0 ? before : earlier;
      const named = isMany ? candidates.slice(-2) : candidates.slice(-1);
      if (!isVouched) continue;
      for (const { name } of named) found.push({ kind, name, turn: turn.index, start: before[0]?.start ?? start, end });
    }
    if (here.length > 0) recent = here;
  }
  const known = [...told, ...found];
  const named = [...found, ...namedByAgent(call, others, known)];
  return known.some(({ name }) => name !== undefined) ? named : [...named, ...paired(call, others, named)];
}

/** A call to a vet, kennels or the like about one kind of animal: the names in an animal's place are of that kind. */
function paired(call: ReadCall, others: ReadonlySet<string>, found: readonly Pet[]): readonly Pet[] {
  const opening = call.turns
    .slice(0, 2)
    .map(({ text }) => text)
    .join(' ');
  if (!/\b(?:vets?|veterinary|animal|pets?|kennels?|cattery|groom(?:ing|ers?)|paws?|equine)\b/i.test(opening))
    return [];
  const kinds = new Set<string>();
  for (const turn of call.turns) {
    if (turn.speaker === 'other') continue;
    const { plain } = turn;
    for (const match of firstMatches(plain, MENTION)) {
      const kind = kindOf(match[1] ?? '');
      if (kind && !LOOSE_KINDS.has(match[1] ?? '') && !NO_PET.test(plain.slice(match.index + match[0].length)))
        kinds.add(kind);
    }
  }
  const [kind] = kinds;
  if (kind === undefined || kinds.size > 1 || found.length > 0) return [];
  const named = call.turns.flatMap((turn) =>
    turn.speaker === 'caller'
      ? namesIn(turn, turn.plain, others).filter(
          ({ inPlace, start, end }) =>
            inPlace &&
            /\b(?:about|bring|bringing|collect|for|poor|its|it's|with) $/.test(turn.plain.slice(0, start)) &&
            /^(?:['’]s\b|[.,!?]| (?:he|she|he's|she's|hes|shes|has|is|again|in)\b)/.test(turn.text.slice(end)),
        )
      : [],
  );
  const first = named[0];
  return first && new Set(named.map(({ name }) => name)).size === 1
    ? [{ kind, name: first.name, turn: first.turn, start: first.start, end: first.end }]
    : [];
}
