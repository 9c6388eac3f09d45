import { firstMatches } from '../../language/first-matches.js';
import { knownGivenName } from '../../names/known-given-name.js';
import { readNameList } from '../../names/read-related-name.js';
import type { ReadCall, ReadTurn } from '../../read-call.js';
import { relationOf } from './relations.js';
import type { Relative } from './relative.js';

/** Words for several relatives: what one of them is, and what they are together. */
const GROUPS: readonly (readonly [RegExp, one: string | undefined, all: string])[] = [
  [/^(?:kids|children|little ones)$/, 'child', 'children'],
  [/^twins$/, 'child', 'twins'],
  [/^grand(?:kids|children|babies|kiddies)$/, 'grandchild', 'grandchildren'],
  [/^(?:boys|lads|sons)$/, 'son', 'sons'],
  [/^(?:girls|daughters)$/, 'daughter', 'daughters'],
  [/^parents$/, undefined, 'parents'],
  [/^(?:in-laws|in laws|inlaws)$/, undefined, 'in-laws'],
];
const MANY =
  'kids|children|boys|girls|lads|sons|daughters|grandsons|granddaughters|grandkids|grandbabies|grandchildren|brothers|sisters|cousins|nieces|nephews|aunts|uncles|twins|little ones|parents|in[- ]?laws';
const HOUSEHOLD = new RegExp(
  `\\b(my|our|me) (?:(?!(?:late|ex|old|mother|father|sister|brother|daughter|son)\\b)\\w+ )?(${MANY})\\b(?!'\\w)|\\b(?:have|got|i've|we've|of) (?:the )?(?:two|three|four|five|twin|2|3|4)(?: [a-z]+)? (${MANY})\\b|\\bthe (kids|girls|boys|twins|grandkids|grandbabies|children|little ones)\\b(?!')`,
  'g',
);
const GAP =
  /^ on (?:an? )?\p{L}{3,6}days?,? (?=\p{Lu})|^(?: are| is)? (?:called |named )(?=\p{L})|^ are (?=\p{L})|^ (?=\p{L})|^[^.!?]{0,60}?[,:]\s*(?=\p{Lu})|^[^.!?]{0,35}?,\s*(?=\p{L})|^(?:[^.!?]{0,12})[.!?]\s+(?=\p{Lu}[\p{L}-]+(?:, \p{Lu}[\p{L}-]+)* and \p{Lu})/u;

/** The relatives whom a turn speaks of together: each by name where these are said ("my kids, Micah and June"), or as a group ("my boys"). */
export function householdsIn(call: ReadCall, turn: ReadTurn): readonly Relative[] {
  const { text, plain } = turn;
  return firstMatches(plain, HOUSEHOLD).flatMap((match): readonly Relative[] => {
    const word = match[2] ?? match[3] ?? match[4] ?? '';
    const end = match.index + match[0].length;
    const [, single, all] = GROUPS.find(([form]) => form.test(word)) ?? [
      /^$/,
      relationOf(word),
      `${relationOf(word)}s`,
    ];
    const place = { turn: turn.index, start: match.index };
    const gap = GAP.exec(text.slice(end))?.[0];
    const isNamedAs = match[4] === undefined || /^(?:,| are |[.] )/.test(text.slice(end));
    if (single !== undefined && gap !== undefined && isNamedAs) {
      const named = namesAfter(text, end, gap.length);
      if (named.length > 0) return named.map(({ name, end: to }) => ({ ...place, relation: single, name, end: to }));
    }
    return all !== undefined && isGroup(call, turn, word, match) ? [{ ...place, relation: all, end }] : [];
  });
}

/** Whether several of the caller's are meant: "my boys" at a vet's are dogs, "the boys" are anybody. */
function isGroup(call: ReadCall, { plain, text }: ReadTurn, word: string, match: RegExpExecArray): boolean {
  const after = plain.slice(match.index + match[0].length);
  const before = plain.slice(Math.max(0, match.index - 30), match.index);
  if (
    match[0] === 'our kids' &&
    call.country === 'GB' &&
    !/[A-Z]/.test(text) &&
    /^ (?!are|were|have|both|all|and|will)\w/.test(after)
  )
    return false;
  if (/^ (?:menu|meals?|club|room|pool|portions?|night out|toy|weekend|table|size)\b/.test(after) || NONE.test(before))
    return false;
  // "My daughters thing": one, without the apostrophe.
  if (/^(?:sons|daughters|grandsons|granddaughters|brothers|sisters|cousins|nieces|nephews|aunts|uncles)$/.test(word)) {
    const isSure =
      /^[.,!?]|^$|^ (?:are|were|have|both|all|did|do|don't|will|won't|can|can't|at|in|from|up|to|on|every|who|and|will be|live|come)\b/.test(
        after,
      );
    return (
      match[4] === undefined &&
      isSure &&
      (/[A-Z]/.test(text) || /^ (?:are|were|have|both|all|do|don't|did|live|come)\b/.test(after))
    );
  }
  if (/^(?:boys|girls|lads)$/.test(word))
    return (
      /^(?:my|our) (?:two |three |four )?(?:boys|lads)$|^my (?:two|three|four) girls$/.test(match[0]) &&
      !isOfAnimals(call)
    );
  if (match[4] !== undefined)
    return word === 'twins' || word.startsWith('grand') || (word !== 'girls' && CARES.test(before));
  return true;
}

/** "I take the kids at eight". */
const CARES =
  /(?:\b(?:me and|myself and|with|just) |\b(?:i|i'll|we|i'm|gotta|have to|need to|to|and) (?:also |just )?(?:take|taking|drop|dropping|pick up|picking up|collect|collecting|feed|bathe|mind|get|put) )$/;

const NONE = /\b(?:no|any|if|without|his|her|their|your|like|than)\s*$/;

const isOfAnimals = (call: ReadCall): boolean =>
  /\b(?:vets?|veterinary|animal|pets?|kennels?|cattery|groom(?:ing|ers?)|paws?|equine)\b/i.test(
    call.turns.find(({ speaker }) => speaker === 'agent')?.text ?? '',
  );

/** The names after "my kids": with something between, all must be given names. */
function namesAfter(text: string, at: number, gap: number): readonly { name: string; end: number }[] {
  const names = readNameList(text, at + gap);
  if (gap < 6 && names.length > 0) return names;
  if (names.length > 0 && names.every(isGiven)) return names;
  for (const match of text.slice(at, at + 90).matchAll(/,\s+(?=\p{Lu})/gu)) {
    if (/[!?]|\.(?! They\b)/.test(text.slice(at, at + match.index))) break;
    const later = readNameList(text, at + match.index + match[0].length);
    if (later.length > 1 && later.every(isGiven)) return later;
  }
  return [];
}

const isGiven = ({ name }: { readonly name: string }): boolean =>
  knownGivenName(name.split(' ')[0] ?? '') !== undefined;
