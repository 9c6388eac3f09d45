import { readAnswer } from '../../language/assent.js';
import { looksOrdinary } from '../../names/common-words.js';
import { isGivenName } from '../../names/given-names.js';
import type { ReadCall, ReadTurn } from '../../read-call.js';
import { ADJECTIVES, GONE_AFTER, KIND, kindOf, MENTION, NO_PET } from './kind-mentions.js';
import type { Pet } from './pet.js';
import { LOOSE_KINDS } from './pet-kinds.js';
import { isCased, isOneOf, petNameAt, type SpokenPetName } from './pet-names.js';

/** Something is said to be of a kind: "she's a ragdoll", "they're both Border terriers", "such a brave little cat", "My Rottweiler." */
const OF_A_KIND = new RegExp(
  `(?:(?<![\\w'])(?:he's|she's|it's(?= an? )|they're|hes|shes|theyre|he is|she is|they are|he isn't|is that|that's|thats|that is|is he|is she|is it)(?: (?:still|just|only|both|all|actually|technically|supposed to be|meant to be|mostly|mainly|one of (?:my|our|the)|one of those))*(?: (?:an?|the|my|our|your))?|\\bsuch an?|(?:^|[.!?] )(?:(?:an?|the|my|our|your)(?= ))) ?(${ADJECTIVES})(${KIND})(?![\\w-])`,
  'g',
);
const DENIED = /(?:\bnot|n't|\bif|\blike|\bthan|\bthought) (?:[a-z]+ ){0,2}$|isn't /;

/** What stands before a name that is no animal's. */
const NO_ANIMAL_BEFORE =
  /(?:\b(?:my name is|my name's|name is|i'm|i am|this is|speaking to|speaking with|dr\.?|doctor|mrs?\.?|ms\.?|miss|in|(?<!look )at|near|from|to|on|by|of|st|saint|street|road|my (?:\w+ )?(?:husband|wife|son|daughter|mum|mom|dad|mother|father|sister|brother|partner|friend|neighbou?r|boss|vet|name)(?:'s|,| is)?|(?:last|sur)name)|, (?:it's|thanks|cheers)) $/;
const NO_ANIMAL_AFTER =
  /^(?:['’]s (?:the name|my name)| speaking\b| here\b| (?:road|street|lane|avenue|vets?|veterinary|clinic|terrace|court|close)\b)/i;

/** Not the caller's: "Monty's my neighbour's". */
const ELSES =
  /^(?:['’]s| is| was| belongs to)? (?:my |the |a )?(?:\w+ )?\w+['’]s(?: (?:dog|cat|one))?(?=[.,!?]|$)|^ belongs\b/;

/** Words that put an animal's name into its place without a kind, in a call about animals. */
const ANIMAL_PLACE =
  /\b(?:about|for|bring|bringing|get|getting|have|take|book|see|seen|collect|fetch|with|is|how's|how is|it's|its|called|for|register|patient(?:'s| is)?|poor|little|old|neuter|spay|insure|and|or|see to|warn (?:him|her|them) about|mind|feed) $/;

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
    for (const { kind, isMany, start, end } of kindsSaid(call, turn, plain)) {
      const before = here.filter(
        (name) => name.end <= start && !/[.!?].*[.!?].*[.!?]/s.test(plain.slice(name.end, start)),
      );
      const candidates =
        before.length > 0 ? before : recent.filter((name) => name.inPlace && turn.index - name.turn <= 2);
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

interface Named extends SpokenPetName {
  readonly turn: number;
  readonly inPlace: boolean;
}

/** Every word of a turn that may be a name and is nobody's who is known. */
function namesIn(turn: ReadTurn, plain: string, others: ReadonlySet<string>): readonly Named[] {
  const found: Named[] = [];
  const cased = isCased(turn.text);
  let at = 0;
  for (const match of turn.text.matchAll(/(?<![\p{L}'’-])\p{L}[\p{L}'’-]+/gu)) {
    if (match.index < at) continue;
    const before = plain.slice(Math.max(0, match.index - 40), match.index);
    const isFirst = /(?:^|[.!?]\s*)$/.test(before);
    const inPlace = ANIMAL_PLACE.test(before) || isFirst;
    if (!cased && !inPlace) continue;
    const name = petNameAt(turn.text, match.index, false);
    if (name) at = name.end;
    if (!name || NO_ANIMAL_BEFORE.test(before) || NO_ANIMAL_AFTER.test(turn.text.slice(name.end))) continue;
    const lower = name.name.toLowerCase();
    const isOrdinary = looksOrdinary(lower) && !isGivenName(lower);
    if (isOneOf(lower, others) || kindOf(lower) !== undefined) continue;
    if (isOrdinary && (!cased || isFirst)) continue;
    if (ELSES.test(turn.text.slice(name.end))) continue;
    found.push({ ...name, turn: turn.index, inPlace });
  }
  return found;
}

interface SaidKind {
  readonly kind: string;
  readonly isMany: boolean;
  readonly start: number;
  readonly end: number;
}

const ASKS_FOR_KIND = new RegExp(
  `\\b(?:what|which) (?:kind|kinda|sort|breed|type|species|animal)\\b|\\bbreed\\b|\\bwhat is (?:he|she|it)\\?|\\b(?:is|are) (?:\\p{L}+|he|she|it|they) an? [^?]*\\b${KIND}\\b[^?]*\\?|\\bdog or (?:a )?cat\\b|\\b[\\p{L}]+'s an? (?:\\w+ )?${KIND},? is (?:he|she)`,
  'u',
);

function kindsSaid(call: ReadCall, turn: ReadTurn, plain: string): readonly SaidKind[] {
  const said: SaidKind[] = [];
  for (const match of plain.matchAll(OF_A_KIND)) {
    const end = match.index + match[0].length;
    const word = match[2] ?? '';
    const kind = kindOf(word);
    const before = plain.slice(Math.max(0, match.index - 20), match.index);
    if (
      !kind ||
      DENIED.test(`${before}${match[0].slice(0, 8)}`) ||
      NO_PET.test(plain.slice(end)) ||
      GONE_AFTER.test(plain.slice(end))
    )
      continue;
    if (/^['’]s\b|^ (?:called|named)\b/.test(plain.slice(end))) continue;
    // "My Rottweiler." says what was named; "The bird is a grey" begins something else.
    if (/^(?:[.!?] )?(?:an?|the|my|our|your) /.test(match[0]) && !/^(?:[.,!?]|$| with\b| who\b)/.test(plain.slice(end)))
      continue;
    if (LOOSE_KINDS.has(word) && !speaksOfAnimals(call)) continue;
    said.push({ kind, isMany: /\b(?:they|both)/.test(match[0]), start: match.index, end });
  }
  const question = call.turns[turn.index - 1];
  if (
    said.length === 0 &&
    turn.speaker === 'caller' &&
    question?.speaker === 'agent' &&
    ASKS_FOR_KIND.test(question.plain)
  ) {
    const match = Array.from(plain.matchAll(MENTION))[0];
    const kind =
      match?.[1] && !/\b(?:not|no)(?: an?)? $/.test(plain.slice(0, match.index)) ? kindOf(match[1]) : undefined;
    if (kind && match && !NO_PET.test(plain.slice(match.index + match[0].length)))
      said.push({ kind, isMany: false, start: match.index, end: match.index + match[0].length });
  }
  return said;
}

/** Whether the caller says yes to what a turn of the agent asks or supposes of an animal. */
function isAgreed(call: ReadCall, turn: ReadTurn): boolean {
  const next = call.turns[turn.index + 1];
  if (next?.speaker !== 'caller') return false;
  const { plain } = next;
  return (
    readAnswer(next.text).kind === 'yes' ||
    /^\W*(?:(?:yes|yeah|aye|oh|ha)\W+)*(?:that's|thats|that is) (?:him|her|the one|the fella|the boy|the girl|them|my (?:boy|girl))\b|^\W*the (?:very|same) (?:one|same)?\b|^\W*(?:oh |ah |yes |yeah )?(?:he|she|they)(?:'s|s| is|'re| are)\b(?! not|n't| an?\b)/.test(
      plain,
    )
  );
}

const speaksOfAnimals = (call: ReadCall): boolean =>
  call.turns.some(({ text }) =>
    /\b(?:vets?|veterinary|animals?|pets?|kennels?|cattery|groom(?:ing|er)|puppy|paws?|booster|jabs|dogs?|cats?)\b/i.test(
      text,
    ),
  );

/** "This is Hopkins", where the agent had another name. */
const RIGHT_NAME = /\b(?:[Tt]his is|[Tt]his one's|[Tt]his one is|[Ii]t's|[Hh]e's|[Ss]he's) (?=\p{Lu})/u;

/** "It's the parrot." – "Everything all right with Kiwi?" – "Kiwi's doing good": the agent has the name of the one that was spoken of. */
function namedByAgent(call: ReadCall, others: ReadonlySet<string>, known: readonly Pet[]): readonly Pet[] {
  return call.turns.flatMap((turn): readonly Pet[] => {
    const answer = call.turns[turn.index + 1];
    if (turn.speaker !== 'agent' || answer?.speaker !== 'caller') return [];
    // "Four it is, Friday, with Carly.": a colleague.
    if (/(?<!\b(?:right|wrong|up|matter|on|happening|well|okay|do|problem|trouble)) with \p{Lu}/u.test(turn.text))
      return [];
    const { plain } = turn;
    const names = namesIn(turn, plain, others).filter(
      ({ inPlace, name }) =>
        inPlace && !/^(?:Mr|Mrs|Ms|Miss|Dr)\b/.test(name) && !known.some((pet) => pet.name === name),
    );
    const unnamed = known.filter((pet) => pet.turn < turn.index && pet.turn >= turn.index - 4);
    const [first] = names;
    const kinds = new Set([...unnamed.map(({ kind }) => kind), ...kindsPointedAt(call, turn.index)]);
    const [kind] = kinds;
    if (
      !first ||
      names.length > 1 ||
      kind === undefined ||
      kinds.size > 1 ||
      unnamed.some(({ name }) => name !== undefined)
    )
      return [];
    const said = answer.text;
    const place = { kind, turn: turn.index, start: first.start, end: first.end };
    if (readAnswer(said).kind === 'no') {
      const right = RIGHT_NAME.exec(said);
      const name = right && petNameAt(said, right.index + right[0].length, true);
      return name && !isOneOf(name.name, others)
        ? [{ kind, name: name.name, turn: answer.index, start: name.start, end: name.end }]
        : [];
    }
    const isTaken =
      isAgreed(call, turn) ||
      said.includes(first.name) ||
      /\b(?:he|she|he's|she's|him|her|hes|shes)\b/i.test(said.slice(0, 60));
    return isTaken ? [{ ...place, name: first.name }] : [];
  });
}

/** The kinds that the caller pointed at shortly before: "the parrot, nail trim, three o'clock". */
function kindsPointedAt(call: ReadCall, index: number): readonly string[] {
  return call.turns
    .slice(Math.max(0, index - 4), index)
    .filter(({ speaker }) => speaker === 'caller')
    .flatMap(({ plain }) => {
      return Array.from(plain.matchAll(new RegExp(`\\b(?:the|my|our) ${ADJECTIVES}(${KIND})(?![\\w-])`, 'g'))).flatMap(
        (match) => {
          const kind = NO_PET.test(plain.slice(match.index + match[0].length)) ? undefined : kindOf(match[1] ?? '');
          return kind === undefined || LOOSE_KINDS.has(match[1] ?? '') ? [] : [kind];
        },
      );
    });
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
    for (const match of plain.matchAll(MENTION)) {
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
