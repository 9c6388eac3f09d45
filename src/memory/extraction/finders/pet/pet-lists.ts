import { readNameList } from '../../names/read-related-name.js';
import type { ReadTurn } from '../../read-call.js';
import { KIND, kindOf } from './kind-mentions.js';
import type { Pet } from './pet.js';
import { isOneOf, petNamesAt, type SpokenPetName } from './pet-names.js';

const FIRST_OF_TWO = new RegExp(`\\b(${KIND}) and (?:an? |the |our |my )?$`);

/** "A cockatiel and a budgie, Sunny and Blue": the first kind's name is the first one. */
export function namesOfTwoKinds(turn: ReadTurn, plain: string, match: RegExpExecArray): readonly Pet[] | undefined {
  const end = match.index + match[0].length;
  const first = FIRST_OF_TWO.exec(plain.slice(0, match.index))?.[1];
  const gap = /^(?:, | called | named )(?=\p{L})/u.exec(plain.slice(end))?.[0];
  const names = first === undefined || gap === undefined ? [] : petNamesAt(turn.text, end + gap.length, false);
  const [one, two] = names;
  const kinds = [kindOf(first ?? ''), kindOf(match[1] ?? '')];
  if (!one || !two || names.length > 2 || !kinds[0] || !kinds[1]) return undefined;
  const place = { turn: turn.index, start: match.index, end: two.end };
  return [
    { ...place, kind: kinds[0], name: one.name },
    { ...place, kind: kinds[1], name: two.name },
  ];
}

/** The names of several animals of a kind that ends at a place: "our two labs, Ole and Lena", "the dogs are all bark. Chato and Luna." */
export function namesOfMany(
  { text, plain }: ReadTurn,
  end: number,
  others: ReadonlySet<string>,
): readonly { readonly name: string; readonly end: number }[] {
  const after = plain.slice(end);
  const gap = IN_NEXT.exec(text.slice(end))?.[0] ?? BEHIND.exec(after)?.[0];
  if (gap === undefined) return [];
  const names = readNameList(text, end + gap.length).filter(({ name }) => !others.has(name.toLowerCase()));
  const spoken = names.length > 1 ? names : petNamesAt(text, end + gap.length, /called|named/.test(gap));
  if (spoken.length < 2) return [];
  // "Bossy and Mo but Mo goes with the job".
  return spoken.filter(({ name }) => !isElses(after, name));
}

const BEHIND =
  /^(?: up here| here| at home| now)?(?: (?:are )?(?:called|named) |[,:] |,? their names are |,? names? of |,? that's |,? )/;
const IN_NEXT = /^[^.!?]{0,40}[.!] (?=\p{Lu}[\p{L}'-]+(?:, \p{Lu}[\p{L}'-]+)*,? and \p{Lu}[\p{L}'-]+[.,!?])/u;

/** "Pickle and Mustard, the cats": names before the kind. */
export function namesBeforeMany(
  { text, plain }: ReadTurn,
  at: number,
  others: ReadonlySet<string>,
): readonly SpokenPetName[] {
  const match = /(?<![\p{L}'’-])(\p{L}[\p{L}'-]+) and (\p{L}[\p{L}'-]+), (?:they're |my |the |our |both |two )+$/u.exec(
    plain.slice(0, at),
  );
  const names = match ? petNamesAt(text, match.index, false) : [];
  return names.length === 2 && names.every(({ name }) => !isOneOf(name, others)) ? names : [];
}

/** Whether it is said afterwards that an animal of this name is not the caller's. */
export const isElses = (after: string, name: string): boolean =>
  new RegExp(
    `\\b${name.toLowerCase().replace(/[^\p{L}' -]/gu, '.')}(?:'s| is| was| goes| belongs)[^.!?]{0,30}?(?:\\bnot mine\\b|\\bwith the\\b|\\bbelongs to\\b|\\b\\w+'s(?=[.,!?]|$))`,
  ).test(after);
