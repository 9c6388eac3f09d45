import type { ExtractedFact } from '../extraction.js';
import type { Finder } from '../finder.js';
import { type Claim, claimsIn, isClaimed, isOver } from '../language/claims.js';
import { phraseAt } from '../language/phrase.js';
import { isTakenBack } from '../language/retraction.js';
import type { ReadCall, ReadTurn } from '../read-call.js';
import { CANDIDATES_MAX } from './candidates-max.js';
import { antecedentOf } from './wishes/antecedent.js';
import { askedEverywhereIn } from './wishes/asked-everywhere.js';
import { askedWishesOf } from './wishes/asked-wishes.js';
import { DISLIKING_FRAMES } from './wishes/disliking-frames.js';
import { doingIllIn, itDoesIllIn } from './wishes/ill-doing.js';
import { lastingLikesIn } from './wishes/lasting-wishes.js';
import { likedBeforeIn } from './wishes/liked-before.js';
import { LIKING_FRAMES } from './wishes/liking-frames.js';
import { loathedIn } from './wishes/loathing.js';
import { reasonedContactIn } from './wishes/reasoned-contact.js';
import { REFUSED_CONTACT } from './wishes/refused-contact.js';
import { refusedThingsIn } from './wishes/refused-thing.js';
import { neverDoneIn, objectFirstIn, refusedIn } from './wishes/refusing.js';
import { THING_FIRST, thingFirst } from './wishes/thing-first.js';
import { REQUEST_FRAMES, TIME_FRAMES } from './wishes/time-frames.js';
import { WANTED_CONTACT } from './wishes/wanted-contact.js';
import { wishClause } from './wishes/wish-clause.js';

/** "I'd rather not …" is no liking: what is disliked is looked for first, where two frames fit the same words. */
const WISH_FRAMES = [...DISLIKING_FRAMES, ...LIKING_FRAMES];
const CONTACT_FRAMES = [...WANTED_CONTACT, ...REFUSED_CONTACT];
const OTHER_WHOLE_FRAMES = [...TIME_FRAMES, ...REQUEST_FRAMES];

/** Words that begin a phrase of a wish although they end others. */
const INSIDE = new Set('being having right'.split(' '));
const WORDS_MAX = 10;

/** "a high floor, away from the elevator": a wish beside the other. */
const MORE_OF_IT = /^, (?:away from|far from|close to|near|next to|overlooking|facing) /;

/** In characters: nobody says more than this in one breath. */
const SPOKEN_MAX = 6_000;

/** "Mornings only?": asks back. */
const ECHO = /^(?!.*\b(?:i|i'm|i've|im|we|my|me|us|please|no|never|always)\b)[^.!?]{0,60}\?$/;

/** Behind a wish: it is of this time only. */
const FOR_NOW =
  /^,? (?:at the moment|for now|for the time being|just now|right now|today|tonight|this (?:time|once|week|month)|until|till)\b/;

/** "I always have it on me": what one carries is no wish. */
const CARRIED = /^,? (?:on|with|about) me\b/;

/** "I don't like eating so late", "to drive when it's dark": one word of doing is not what is disliked when more follows it. */
const DOING_CUT_SHORT =
  /^ (?!and\b|but\b|or\b|so\b(?! (?:late|early|far|fast|long|often)\b)|because\b|cos\b|at all\b|any ?more\b|anymore\b|i\b|you\b|me\b|please\b|really\b|much\b|dear\b|love\b|mate\b)[a-z]/;

/** "I like to try one *when the shop is empty*". */
const WHEN = /^ when (?:it's|the|there's|i'm|nobody|no one)(?: [a-z]+){1,4}(?=$|[.,!?;])/;

/** Words that say nothing without what follows them. */
const NO_VALUE = /^(?:an? )?(?:things?|ones?|stuff|someone|something|way|time|day|idea|machine|always|never)$/;

/** When, and what one does not do to somebody, are no things: "I don't eat before noon". */
const NO_DISLIKED =
  /^(?:after|before|up|here|there|still|leav(?:e|ing) (?:him|her|it|them|the (?:dog|cat|kids)|my)|nah|no+)\b/;

interface Wish {
  readonly kind: 'prefers' | 'dislikes';
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** The caller's lasting likings, habits and wishes, and dislikes. What is chosen, ordered or booked this once is none. */
export const findWishes: Finder = (call) => {
  const facts: ExtractedFact[] = [];
  let candidates = 0;
  const numbered = new Set(call.turns.filter(({ plain }) => NUMBER.test(plain)).map(({ index }) => index));
  // A sentence of one word says of nothing that it is wished.
  for (const claim of claimsIn(call).filter(({ plain }) => plain.length <= SPOKEN_MAX && plain.includes(' '))) {
    for (const wish of wishesOf(call, claim, numbered.has(claim.turn))) {
      candidates += 1;
      if (candidates > CANDIDATES_MAX) break;
      const said = claim.text.slice(wish.start, wish.end);
      const value = inItsCase(wish.value, said);
      const turn = call.turns[claim.turn];
      const end = (turn?.text.indexOf(said) ?? 0) + said.length;
      if (isTakenBack(call, { turn: claim.turn, end, value })) continue;
      if (wish.kind === 'prefers' && isOwnName(call, value)) continue;
      if (facts.some((fact) => fact.predicate === wish.kind && fact.value.toLowerCase() === value.toLowerCase()))
        continue;
      facts.push(factOf({ kind: wish.kind, value, quote: said }, claim.turn, claim.isAgreed ? 0.7 : 0.8));
    }
  }
  for (const turn of call.turns) {
    if (turn.speaker !== 'caller' || turn.plain.length > SPOKEN_MAX) continue;
    const isHere = ({ turn: of }: ExtractedFact): boolean => of === turn.index;
    for (const told of ofWholeTurn(turn)) {
      if (!facts.some((fact) => isHere(fact) && isSameWish(fact, told.kind, told.value)))
        facts.push(factOf(told, turn.index, 0.7));
    }
    for (const told of askedWishesOf(call, turn)) {
      if (!facts.some((fact) => isHere(fact) && fact.predicate === told.kind))
        facts.push(factOf(told, turn.index, 0.7));
    }
  }
  return facts.sort((a, b) => a.turn - b.turn);
};

interface Told {
  readonly kind: Wish['kind'];
  readonly value: string;
  readonly quote: string;
}

function factOf({ kind, value, quote }: Told, turn: number, confidence: number): ExtractedFact {
  return { predicate: kind, value, statement: wishClause(kind, value, quote), turn, quote, confidence };
}

/** Wishes that are told over more than one sentence: what is asked for, and that it is asked everywhere, or why. */
function ofWholeTurn(turn: ReadTurn): readonly Told[] {
  return [
    ...askedEverywhereIn(turn).map(({ value, start, end, sentence }) => {
      const said = turn.sentences[sentence]?.text.slice(start, end) ?? '';
      return { kind: 'prefers' as const, value: inItsCase(value, said), quote: said };
    }),
    ...reasonedContactIn(turn).map(({ kind, value, start, end }) => ({
      kind,
      value,
      quote: turn.text.slice(start, end),
    })),
    ...refusedThingsIn(turn).map(({ value, start, end }) => {
      const quote = turn.text.slice(start, end);
      return { kind: 'dislikes' as const, value: inItsCase(value, ` ${quote}`), quote };
    }),
  ];
}

const isDoing = (value: string, plain: string): boolean =>
  /^[a-z]+ing$/.test(value) || (/^[a-z]+$/.test(value) && plain.includes(` to ${value}`));

/** Whether a wish is in another: "quiet corner" in "a quiet corner by the window". */
function isSameWish(fact: ExtractedFact, kind: Wish['kind'], value: string): boolean {
  const [one, other] = [fact.value.toLowerCase(), value.toLowerCase()];
  return fact.predicate === kind && (one.includes(other) || other.includes(one));
}

/** "Pavel, always Pavel": how one is called is no liking. */
function isOwnName(call: ReadCall, value: string): boolean {
  return (
    /^[a-z]+$/i.test(value) &&
    call.turns.some(
      ({ speaker, plain }) =>
        speaker === 'caller' &&
        new RegExp(`\\b(?:name(?:'s| is)|this is|it's|i'm|im) ${value.toLowerCase()}\\b`).test(plain),
    )
  );
}

/** Whether it held once. "I won't have it any more" says of a dislike that it holds. */
function isNoLonger(claim: Claim, { kind, end }: Wish): boolean {
  const plain =
    kind === 'prefers'
      ? claim.plain
      : claim.plain.replace(/\bany ?(?:more|longer)\b/g, (said) => ' '.repeat(said.length));
  return isOver({ ...claim, plain }, end);
}

/**
 * In the order of the sentence; where two frames fit the same words, the first one.
 *
 * @param isNumbered whether the claim's turn says a telephone number
 */
function wishesOf(call: ReadCall, claim: Claim, isNumbered: boolean): readonly Wish[] {
  const wishes: Wish[] = [];
  if (ECHO.test(claim.plain)) return wishes;
  const take = (wish: Wish, clauseStart = wish.start): void => {
    const rest = claim.plain.slice(wish.end);
    if (FOR_NOW.test(rest) || CARRIED.test(rest)) return;
    if (wish.kind === 'dislikes' && isDoing(wish.value, claim.plain) && DOING_CUT_SHORT.test(rest)) return;
    if (NO_VALUE.test(wish.value) || (wish.kind === 'dislikes' && NO_DISLIKED.test(wish.value))) return;
    if (!(isClaimed(claim, wish.start) || isClaimed(claim, clauseStart)) || isNoLonger(claim, wish)) return;
    if (wishes.every(({ start, end }) => wish.end <= start || wish.start >= end)) wishes.push(wish);
  };
  const contactFrames = isNumbered && isForNow(claim) ? [] : CONTACT_FRAMES;
  for (const { kind, pattern, read } of [...contactFrames, ...OTHER_WHOLE_FRAMES]) {
    for (const match of claim.plain.matchAll(pattern)) {
      const value = read(match, claim.plain);
      if (value !== undefined) take({ kind, value, start: match.index, end: match.index + match[0].trimEnd().length });
    }
  }
  for (const { kind, pattern, read } of WISH_FRAMES) {
    for (const match of claim.plain.matchAll(pattern)) {
      const phrase = phraseAt(claim.plain, match.index + match[0].length, { maxWords: WORDS_MAX, inside: INSIDE });
      const value = phrase.text === '' || phrase.isCut ? undefined : read(phrase.text, match);
      if (value === undefined || value.length < 3) continue;
      const when = kind === 'prefers' ? WHEN.exec(claim.plain.slice(phrase.end, phrase.end + 60))?.[0] : undefined;
      const end = phrase.end + (when?.length ?? 0);
      take({ kind, value: `${value}${when ?? ''}`, start: match.index, end });
      const more = kind === 'prefers' ? MORE_OF_IT.exec(claim.plain.slice(phrase.end, phrase.end + 80)) : null;
      if (!more || wishes.at(-1)?.start !== match.index) continue;
      const other = phraseAt(claim.plain, phrase.end + 1, { maxWords: WORDS_MAX });
      take({ kind, value: other.text, start: other.start, end: other.end });
    }
  }
  for (const { kind, pattern } of THING_FIRST) {
    for (const match of claim.plain.matchAll(pattern)) {
      const value = thingFirst(match[1] ?? '');
      const start = value === undefined ? 0 : claim.plain.indexOf(value, match.index);
      if (value !== undefined) take({ kind, value, start, end: match.index + match[0].length }, match.index);
    }
  }
  for (const { value, pronoun, start, end } of [...loathedIn(claim.plain), ...itDoesIllIn(claim.plain)]) {
    const thing = value ?? antecedentOf(call, claim.turn, placeInTurn(call, claim) + start, pronoun ?? '');
    if (thing !== undefined) take({ kind: 'dislikes', value: thing, start, end });
  }
  for (const one of [
    ...doingIllIn(claim.plain),
    ...refusedIn(claim.plain),
    ...neverDoneIn(claim.plain),
    ...objectFirstIn(claim.plain),
  ]) {
    if (one.value !== undefined) take({ kind: 'dislikes', value: one.value, start: one.start, end: one.end });
  }
  for (const one of lastingLikesIn(claim.plain)) take({ kind: 'prefers', ...one });
  for (const { pronoun, start, end } of likedBeforeIn(claim.plain)) {
    const thing = antecedentOf(call, claim.turn, placeInTurn(call, claim) + start, pronoun ?? '');
    if (thing !== undefined) take({ kind: 'prefers', value: thing, start, end });
  }
  return wishes.sort((a, b) => a.start - b.start);
}

/** "Call my cell, not the firehouse. Six one seven …": which number to call this time, and no wish, where its turn says a number. */
function isForNow({ plain }: Claim): boolean {
  return !/\b(?:always|never|prefer|rather|hate|only|best|(?:is|'s|are) better|easier|easiest|in (?:the )?future|no (?:calls|texts|emails))\b/.test(
    plain,
  );
}

const NUMBER =
  /(?:\d[ -]?){6,}|(?:\b(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple)\b[ ,-]*){5,}/;

/** Where a claim's sentence begins in its turn. */
function placeInTurn(call: ReadCall, claim: Claim): number {
  return call.turns[claim.turn]?.sentences.find(({ text }) => text === claim.text)?.start ?? 0;
}

/** Names and days of the week keep their capitals. */
function inItsCase(value: string, said: string): string {
  const cased = new Map((said.match(/[\p{L}\p{N}]+/gu) ?? []).slice(1).map((word) => [word.toLowerCase(), word]));
  return value
    .replace(/[\p{L}\p{N}]+/gu, (word) => cased.get(word) ?? word)
    .replace(/\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b/g, (day) => day.charAt(0).toUpperCase() + day.slice(1));
}
