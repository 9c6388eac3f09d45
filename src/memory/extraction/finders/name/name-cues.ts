import { firstMatches } from '../../language/first-matches.js';
import { spelledIn } from '../../language/spelled-letters.js';
import { looksOrdinary } from '../../names/common-words.js';
import { isGivenName } from '../../names/given-names.js';
import { readNameAt, type SpokenName } from '../../names/read-name.js';
import { isSpelledAfter } from '../../names/spelled-name.js';
import { inUsualCase } from '../../names/usual-case.js';
import type { ReadTurn } from '../../read-call.js';
import { RELATION } from '../family/family-words.js';
import { KIND_WORDS } from '../pet/pet-kinds.js';
import { IS_SOMEBODY_ELSE } from './answered-names.js';
import { CUES, type Strength } from './cue-forms.js';
import { afterLead, BOOKED, type IntroductionContext, isEchoed } from './introduced-names.js';
import { isBusinessName, type NameCandidate } from './name-candidate.js';

/** "Her name is", "my dog's name is". */
const SOMEBODY_ELSES =
  /(?:\b(?:his|her|their|its|your|user|pet|middle|maiden|company|business|street|brand|what(?:'s| is) the|different|wrong|same)(?: (?:first|last|full))?|\b(?!(?:it|that|here)'s)[a-z]+'s) $/;

/** Somebody or some animal stands before "name of". */
const OF_ANOTHER = new RegExp(
  `\\b(?:${KIND_WORDS}|${RELATION}|friend|lady|guy|man|woman|bloke|lad|fella|girl|doctor|vet|plumber|driver|agent)s?,?(?: \\w+){0,2},? ?$`,
);

/** "She said my name is", "if I'm". */
const REPORTED =
  /\b(?:said|says|told (?:me|him|her|them|us)|saying|goes|if|whether|thought|thinks?|reckons|means|asked|pretend|say) (?:that |like )?["',]*\s*$/;

/** What follows a name that a speaker introduces himself with. */
const AFTER_NAME =
  /^\s*(?:$|[.,;!?…–-]|(?:calling|speaking|here|ringing|phoning|from|with|at|again|and|i|i'm|im|i've|ive|i'd|id|i'll|on|my|we|we're|we've|the|uh|um|er|just|about|yes|but|so|please|thanks|that's|it's|number|phone|\d|[a-z]\b))/;

/** "Sarah here", "sarah johnson speaking", "Tom calling about". */
const NAMED_AFTER =
  /^,? (?:here|speaking|calling|ringing|phoning|on the line|again here|it is|is my name|is the name|the name is|here again)\b|^,? is (?:my|the) name\b|^(?:'s|s) the name\b/;

const GREETING =
  /^(?:(?:yes|yeah|yep|oh|ah|uh|um+|er+m?|well|so|hi|hiya|hey|hello|howdy|good|morning|afternoon|evening|g'day|there|sorry|sure|of|course|ok|okay|right|alright|no|problem|certainly|no worries|mate|love|honey|hon|darling|bhai|ey up|ay up|eh up|sir|madam|ma'am|actually|listen|it's|its|it is|this is|that's|hiya)\b[\s,.!…-]*)*/;

/** How much in front of a cue says whose name follows, in characters. */
const NEAR = 100;

/** Whether the caller is introducing himself in a turn (it is the first one), or answers who he is. */
export type CueContext = IntroductionContext;

/** What the cue phrases of a caller's turn say about the caller's name, in their order. */
export function cuedNames(turn: ReadTurn, context: CueContext): readonly NameCandidate[] {
  const { plain } = turn;
  const found: NameCandidate[] = [];
  const taken = new Set<number>();
  const add = (spoken: SpokenName, part: NameCandidate['part'], isCorrection: boolean): void => {
    if (taken.has(spoken.start) || isBusinessName(spoken)) return;
    taken.add(spoken.start);
    const isSurnameAlone = part === 'self' && spoken.hasTitle && !spoken.name.includes(' ');
    found.push({
      name: spoken.name,
      part: isSurnameAlone ? 'surname' : part,
      turn: turn.index,
      start: spoken.start,
      end: spoken.end,
      isCorrection,
    });
  };
  for (const { form, part, strength, isCorrecting } of CUES) {
    for (const match of firstMatches(plain, form)) {
      const before = plain.slice(0, match.index);
      const near = before.slice(-NEAR);
      if (REPORTED.test(near) || (part !== 'booking' && match[0].includes('name') && SOMEBODY_ELSES.test(near)))
        continue;
      // "hey Nia girl it's Tamika": the agent is greeted by name.
      const isVocativeBefore =
        strength === 'asked' && !context.isAsked && context.isOpening && !isGreeting(before, context);
      if (
        strength === 'asked' &&
        !(
          context.isAsked ||
          (context.isOpening && (isGreeting(before, context) || before.length < 30 || BOOKED.test(before)))
        ) &&
        !(turn.index < 6 && /(?:^|[.!?,] )(?:hello|hi|hiya|right|sorry|yes|oh)[\s,.!]+$/.test(near)) &&
        !isWholeSpelled(turn.text, match.index + match[0].length)
      )
        continue;
      // "You've got me down as Craig but Craig's the son"
      if (
        isCorrecting &&
        /^\p{L}+(?: \p{L}+)?,? (?:but|which|and (?:it's|that's|i'm)|instead)\b/u.test(
          plain.slice(match.index + match[0].length),
        )
      )
        continue;
      // "A tabby, name of Biscuit"
      if (/name of $/.test(match[0]) && OF_ANOTHER.test(near)) continue;
      const spoken = readNameAt(turn.text, match.index + match[0].length, part === 'surname');
      if (!spoken) continue;
      const echoed = isEchoed(spoken.name.toLowerCase().split(' '), turn, context.call);
      if (isVocativeBefore && !(spoken.isCapital ? spoken.isKnown || spoken.name.includes(' ') : echoed)) continue;
      const isSpelled = isSpelledAfter(turn.text, spoken.name, spoken.end);
      if (/ for $/.test(match[0]) && /^,? (?:she|he|who|that|she's|he's|that's)\b/.test(plain.slice(spoken.end)))
        continue;
      if (strength === 'asked' && IS_SOMEBODY_ELSE.test(plain.slice(spoken.end))) continue;
      if (!isGoodAfter(plain, spoken, strength, match[0], { isEchoed: echoed, isSpelled })) continue;
      // "It's grand" begins calls too.
      const isSaidSo = /^\s*(?:calling|speaking|here|from|ringing|again|and i)\b/.test(plain.slice(spoken.end));
      if (
        strength === 'asked' &&
        !context.isAsked &&
        !spoken.isKnown &&
        !spoken.isCapital &&
        !spoken.hasTitle &&
        !isSaidSo &&
        !isSpelled &&
        !(echoed && !looksOrdinary(spoken.name.toLowerCase().split(' ')[0] ?? ''))
      )
        continue;
      const isCorrection =
        isCorrecting === true ||
        /\b(?:no|nope|actually|sorry|wait|changed|now|married|not \p{L}+)[\s,.!]*(?:it's |its |that's |i'm |but )?$/u.test(
          near.slice(-25),
        ) ||
        /^ now\b/.test(plain.slice(spoken.end));
      add(spoken, part, isCorrection);
    }
  }
  for (const spoken of [...namedAfter(turn, plain, context), ...beforeIsMyName(turn)]) add(spoken, 'self', false);
  for (const candidate of [...calledAfter(turn, plain), ...spelledNames(turn, plain)]) {
    if (!taken.has(candidate.start)) found.push(candidate);
  }
  return found.sort((a, b) => a.start - b.start);
}

/** "That'll do nicely. It's Georgia Petrakis, P-E-T-R-A-K-I-S.": a whole name with its letters is somebody's own wherever it stands. */
function isWholeSpelled(text: string, at: number): boolean {
  const spoken = readNameAt(text, at);
  return spoken?.name.includes(' ') === true && isSpelledAfter(text, spoken.name, spoken.end);
}

function isGreeting(before: string, { agents }: CueContext): boolean {
  if (afterLead(before, 0, agents) >= before.length) return true;
  return (GREETING.exec(before)?.[0].length ?? 0) === before.length || /[.,!?]\s*$/.test(before);
}

function isGoodAfter(
  plain: string,
  spoken: SpokenName,
  strength: Strength,
  cue: string,
  { isEchoed, isSpelled }: { readonly isEchoed: boolean; readonly isSpelled: boolean },
): boolean {
  const rest = plain.slice(spoken.end);
  if (/^(?:'s|s')/.test(rest)) return false;
  // "It's her sister Mocha I'm calling about"
  if (/^ (?:that )?(?:i'm|im|i am|i was) \w+in['g]? (?:about|after|for)(?=[.,!?]|$)/.test(rest) && !/name/.test(cue))
    return false;
  // "this is Sarah my daughter", "I'm Sarah's mum" are of others.
  if (
    /^,? (?:the|our|my|his|her|their) (?:[\p{L}']+ )?(?:dog|cat|rabbit|horse|pony|puppy|kitten|hamster|tortoise|parrot|bird|goat|cow|ferret|owl|budgie|guinea pig|doctor|vet|dentist|agent|plumber)\b/u.test(
      rest,
    )
  )
    return false;
  if (
    /^,? (?:my (?:husband|wife|son|daughter|mum|mom|mother|dad|father|brother|sister|partner|boss|friend))(?=[.,;!?]|$| and\b)/.test(
      rest,
    )
  )
    return false;
  if (spoken.isCapital) return true;
  if (strength === 'sure') return spoken.isKnown || AFTER_NAME.test(rest) || spoken.name.includes(' ');
  if (spoken.isKnown || isSpelled) return true;
  const words = spoken.name.toLowerCase().split(' ');
  if (words.some((word) => looksOrdinary(word)) && !spoken.hasTitle) return false;
  if (spoken.hasTitle || isEchoed || (words.length > 1 && isGivenName(words[0] ?? ''))) return true;
  // An unknown word after "I'm" is more often a state than a name.
  if (/^(?:i'm|im|i am|i was)/.test(cue))
    return words.length > 1 && /^\s*(?:$|[.,]|calling|speaking|from|and i\b|i\b)/.test(rest);
  return /^\s*(?:$|[.,]|calling|speaking|here|from|and i\b|i\b|ringing|again)/.test(rest);
}

/** Names in front of "here", "speaking", "is my name": at the beginning of a sentence or after a greeting. */
function namedAfter(turn: ReadTurn, plain: string, context: CueContext): readonly SpokenName[] {
  return Array.from(
    firstMatches(
      plain,
      /(?=\S)(?<=^|[.,!?]\s*|\b(?:hi|hello|hey|hiya|it's|its|yes|yeah|afternoon|morning|evening|there|hello love|hi love|hiya love|hello mate|hi mate) )/g,
    ),
  ).flatMap((match) => {
    const spoken = readNameAt(turn.text, match.index + match[0].length);
    if (!spoken || !NAMED_AFTER.test(plain.slice(spoken.end))) return [];
    // "Well, Pete it is": whom they send.
    if (/^,? it is\b/.test(plain.slice(spoken.end)) && !context.isOpening && !context.isAsked) return [];
    if (
      /^,? (?:here|calling)/.test(plain.slice(spoken.end)) &&
      !spoken.isKnown &&
      !spoken.isCapital &&
      !spoken.hasTitle
    ) {
      if (
        spoken.name.toLowerCase().split(' ').some(looksOrdinary) ||
        /here (?:is|are|in|at)\b/.test(plain.slice(spoken.end))
      )
        return [];
    }
    return /^,? is (?:calling|here|speaking)/.test(plain.slice(spoken.end)) ? [] : [spoken];
  });
}

/** "… and all that hugo pelletier is my name": the words right before it, as many of them as make a name. */
function beforeIsMyName({ text, plain }: ReadTurn): readonly SpokenName[] {
  return firstMatches(plain, /(?<!\p{L})((?:[\p{L}'-]{1,40} ){1,3})is my name\b/gu).flatMap((match) => {
    const end = match.index + (match[1]?.trimEnd().length ?? 0);
    const starts = Array.from((match[1] ?? '').matchAll(/(?<![\p{L}'-])\p{L}/gu), ({ index }) => match.index + index);
    const named = starts
      .map((start) => readNameAt(text, start))
      .find((spoken) => spoken?.end === end && spoken.isKnown);
    return named && !named.name.toLowerCase().split(' ').some(looksOrdinary) ? [named] : [];
  });
}

/** "Okafor's the surname", "Ada is my first name". */
function calledAfter(turn: ReadTurn, plain: string): readonly NameCandidate[] {
  return Array.from(
    plain.matchAll(
      /(?<![\p{L}-])([\p{L}-]{2,40})(?:'s| is) (?:the|my) (?:(first|given|christian)|last|sur|family|second) ?name\b/gu,
    ),
  ).flatMap((match) => {
    const word = match[1] ?? '';
    if (looksOrdinary(word)) return [];
    return [part(turn, match.index, match.index + word.length, match[2] ? 'first-name' : 'surname')];
  });
}

/** "Last name is N G U Y E N": only the letters are said. */
function spelledNames(turn: ReadTurn, plain: string): readonly NameCandidate[] {
  return spelledIn(turn.text).flatMap((run) => {
    const cue =
      /\b(?:(first|given|christian)|(last|sur|family|second)|my|the|full) ?name(?:'s|s| is|,)?(?: (?:is|it's|spelled|spelt))?[\s,:]*$/.exec(
        plain.slice(Math.max(0, run.start - NEAR), run.start),
      );
    if (!cue || run.letters.length < 3 || SOMEBODY_ELSES.test(plain.slice(0, run.start - cue[0].length).slice(-NEAR)))
      return [];
    const candidate = part(turn, run.start, run.end, cue[1] ? 'first-name' : cue[2] ? 'surname' : 'self');
    return [{ ...candidate, name: inUsualCase(run.letters) }];
  });
}

function part(turn: ReadTurn, start: number, end: number, of: NameCandidate['part']): NameCandidate {
  return {
    name: inUsualCase(turn.text.slice(start, end)),
    part: of,
    turn: turn.index,
    start,
    end,
    isCorrection: false,
  };
}
