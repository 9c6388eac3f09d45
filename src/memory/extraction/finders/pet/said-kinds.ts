import { firstMatches } from '../../language/first-matches.js';
import type { ReadCall, ReadTurn } from '../../read-call.js';
import { ADJECTIVES, GONE_AFTER, KIND, kindOf, MENTION, NO_PET } from './kind-mentions.js';
import { LOOSE_KINDS } from './pet-kinds.js';

/** Something is said to be of a kind: "she's a ragdoll", "they're both Border terriers", "such a brave little cat", "My Rottweiler." */
const OF_A_KIND = new RegExp(
  `(?:(?<![\\w'])(?:he's|she's|it's(?= an? )|they're|hes|shes|theyre|he is|she is|they are|he isn't|is that|that's|thats|that is|is he|is she|is it)(?: (?:still|just|only|both|all|actually|technically|supposed to be|meant to be|mostly|mainly|one of (?:my|our|the)|one of those))*(?: (?:an?|the|my|our|your))?|\\bsuch an?|(?:^|[.!?] )(?:(?:an?|the|my|our|your)(?= ))) ?(${ADJECTIVES})(${KIND})(?![\\w-])`,
  'g',
);
const DENIED = /(?:\bnot|n't|\bif|\blike|\bthan|\bthought) (?:[a-z]+ ){0,2}$|isn't /;

/** A kind that something is said to be of. */
export interface SaidKind {
  readonly kind: string;
  readonly isMany: boolean;
  /** "He's a husky", and no "our two labs" that may have names of their own. */
  readonly isOfOne: boolean;
  readonly start: number;
  readonly end: number;
}

const ASKS_FOR_KIND = new RegExp(
  `\\b(?:what|which) (?:kind|kinda|sort|breed|type|species|animal)\\b|\\bbreed\\b|\\bwhat is (?:he|she|it)\\?|\\b(?:is|are) (?:\\p{L}+|he|she|it|they) an? [^?]*\\b${KIND}\\b[^?]*\\?|\\bdog or (?:a )?cat\\b|\\b[\\p{L}]+'s an? (?:\\w+ )?${KIND},? is (?:he|she)`,
  'u',
);

/** The kinds that a turn says something to be of: "she's a ragdoll", or "a collie cross" in answer to the question for it. */
export function kindsSaid(call: ReadCall, turn: ReadTurn, plain: string): readonly SaidKind[] {
  const said: SaidKind[] = [];
  let isOfAnimals: boolean | undefined;
  for (const match of firstMatches(plain, OF_A_KIND)) {
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
    if (LOOSE_KINDS.has(word)) {
      isOfAnimals ??= speaksOfAnimals(call);
      if (!isOfAnimals) continue;
    }
    said.push({
      kind,
      isMany: /\b(?:they|both)/.test(match[0]),
      isOfOne: !/^(?:[.!?] )?(?:an?|the|my|our|your) /.test(match[0]),
      start: match.index,
      end,
    });
  }
  const question = call.turns[turn.index - 1];
  if (
    said.length === 0 &&
    turn.speaker === 'caller' &&
    question?.speaker === 'agent' &&
    ASKS_FOR_KIND.test(question.plain)
  ) {
    const [match] = firstMatches(plain, MENTION);
    const kind =
      match?.[1] && !/\b(?:not|no)(?: an?)? $/.test(plain.slice(0, match.index)) ? kindOf(match[1]) : undefined;
    if (kind && match && !NO_PET.test(plain.slice(match.index + match[0].length)))
      said.push({ kind, isMany: false, isOfOne: true, start: match.index, end: match.index + match[0].length });
  }
  return said;
}

const speaksOfAnimals = (call: ReadCall): boolean =>
  call.turns.some(({ text }) =>
    /\b(?:vets?|veterinary|animals?|pets?|kennels?|cattery|groom(?:ing|er)|puppy|paws?|booster|jabs|dogs?|cats?)\b/i.test(
      text,
    ),
  );
