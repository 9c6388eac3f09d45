import { topicsAsked } from '../../language/asked-topics.js';
import { spelledIn } from '../../language/spelled-letters.js';
import { looksOrdinary } from '../../names/common-words.js';
import { isGivenName } from '../../names/given-names.js';
import { readNameAt, type SpokenName } from '../../names/read-name.js';
import { isSpelledAfter } from '../../names/spelled-name.js';
import { inUsualCase } from '../../names/usual-case.js';
import type { ReadTurn } from '../../read-call.js';
import { isBusinessName, type NameCandidate } from './name-candidate.js';

const ANSWER_LEAD =
  /^(?:[\s,.!…-]|\b(?:yes|yeah|yep|sure|of course|certainly|absolutely|no problem|no worries|ok|okay|right|alright|thing|well|so|oh|ah|um+|uh+|er+m?|hi|hello|please|sorry|it's|its|it is|it'll be|that's|that is|that'd be|that would be|this is|i'm|im|i am|my name is|my name's|the name's|the name is|name is|name's|under|in the name of|put it under|put|just|you can (?:put|use|call me|say)|use|you've got|you have|you got|you're speaking to|you're talking to|me|my|full|first|last|sur|name|is|go with|make it|good morning|good afternoon|good evening|hey|hiya|haan|ji|same|still|sir|madam|ma'am|actually|mine|it should be|should be|will be|be|double[- ]barrell?ed|hyphenated)\b)*/;

/** Somebody else's name is given: "it's my wife's, Anna", "for my son Mateo", "Anna, that's my wife". */
export const SOMEBODY_ELSE =
  /\b(?:hers|his|theirs)\b(?! mine)|\b(?:my|his|her|the|our) (?:wife|husband|partner|ex|ex-wife|ex-husband|mam|cousin|flatmate|roommate|housemate|tenant|landlord|landlady|colleague|carer|son|daughter|mum|mom|mother|dad|father|brother|sister|friend|boss|client|kid|child|baby|girlfriend|boyfriend|neighbou?r|grandmother|grandfather|gran|nan|niece|nephew|aunt|uncle|mother-in-law)(?:'s|s)?\b/;

/** Behind a name: "that's my wife", "my son". */
export const IS_SOMEBODY_ELSE = new RegExp(
  `^[\\s,.]*(?:(?:that's|thats|that is|is|he's|she's|hes|shes|who's|it's)\\s+)?(?:${SOMEBODY_ELSE.source})(?=\\s*(?:[.,;!?]|$|and\\b|but\\b|not\\b))|^[\\s,.]*(?:that's|thats|that is|is|he's|she's|hes|shes|who's) (?:my|his|her|our|the) |^[\\s,.]*(?:but |and )?(?:i'm|im|i am|this is) (?:just )?(?:his|her|their) `,
);

/** "What's your surname, Doreen?" */
const VOCATIVE = /\b(?:sur|last |family )name,? (\p{L}+)\s*\??$/iu;

/** "So that's Lorraine, what was the surname?" */
const SUPPOSED =
  /\b(?:that's|thats|that is|it's|thanks|thank you|hi|hello|okay|ok|great|lovely),? (\p{L}{3,}),? (?:and |um |uh )?(?:what|your|can i|could i|may i)\b.*\b(?:sur|last |family )name/iu;

/** What a caller's turn answers when the turn before asks who is speaking. */
export function answeredNames(turn: ReadTurn, question: ReadTurn): readonly NameCandidate[] {
  const topics = topicsAsked(question.text);
  if (topics.has('other-name') || /\byou work\b/.test(question.plain)) return [];
  // "Padraig who?"
  const part =
    topics.has('surname') || /^\W*\p{L}{3,} who\W*$/u.test(question.text)
      ? 'surname'
      : topics.has('first-name')
        ? 'first-name'
        : topics.has('name')
          ? 'self'
          : undefined;
  if (part === undefined) return [];
  const { plain } = turn;
  const lead = afterLead(plain, 0);
  const spoken = readNameAt(turn.text, lead, part === 'surname');
  const isGiven =
    spoken !== undefined &&
    !isBusinessName(spoken) &&
    (isBareName(turn.text, plain, spoken) || (part === 'surname' && isUncommon(spoken, plain)));
  if (!isGiven) return spelledAnswer(turn, part);
  const sentence = turn.sentences.find(({ start, text }) => start + text.length > spoken.start);
  if (
    SOMEBODY_ELSE.test(plain.slice(sentence?.start ?? 0, spoken.end)) ||
    IS_SOMEBODY_ELSE.test(plain.slice(spoken.end))
  )
    return [];
  const first: NameCandidate = {
    name: spoken.name,
    part: part === 'self' && spoken.hasTitle && !spoken.name.includes(' ') ? 'surname' : part,
    turn: turn.index,
    start: spoken.start,
    end: spoken.end,
    isCorrection: false,
  };
  const given = firstNameAfter(turn, spoken);
  const called =
    part === 'surname' ? (VOCATIVE.exec(question.text)?.[1] ?? SUPPOSED.exec(question.text)?.[1]) : undefined;
  if (called && isGivenName(called.toLowerCase()))
    return [{ ...first, name: inUsualCase(called), part: 'short' }, first];
  return given.length > 0 ? [{ ...first, part: 'surname' }, ...given] : [first];
}

/** "Last name?" – "Jaworski-Quintana wife is from here": a word that can hardly be anything else. */
const isUncommon = ({ name, end }: SpokenName, plain: string): boolean =>
  !name
    .toLowerCase()
    .split(/[ -]/)
    .some((word) => looksOrdinary(word) && !/^(?:van|von|de|der|den|di|da|la|le|del)$/.test(word)) &&
  !isGivenName(name.toLowerCase()) &&
  !/^(?:'s| is| was)\b/.test(plain.slice(end));

/** "Same as last time mate, trevanion, t r e v a n i o n": the word that is spelled; "A-N-D-R-E-A": the letters alone. */
function spelledAnswer(turn: ReadTurn, part: NameCandidate['part']): readonly NameCandidate[] {
  if (SOMEBODY_ELSE.test(turn.plain)) return [];
  const run = spelledIn(turn.text)[0];
  if (run && run.letters.length > 2 && afterLead(turn.plain, 0) >= run.start && part !== 'self')
    return [
      { name: inUsualCase(run.letters), part, turn: turn.index, start: run.start, end: run.end, isCorrection: false },
    ];
  if (part === 'first-name') return [];
  for (const match of turn.text.matchAll(/(?<![\p{L}'’-])\p{L}[\p{L}'’-]{2,}/gu)) {
    const end = match.index + match[0].length;
    if (looksOrdinary(match[0].toLowerCase()) || !isSpelledAfter(turn.text, match[0], end)) continue;
    return [{ name: inUsualCase(match[0]), part, turn: turn.index, start: match.index, end, isCorrection: false }];
  }
  return [];
}

/** Nothing but a name, or a name and something new. */
function isBareName(text: string, plain: string, spoken: SpokenName): boolean {
  const rest = plain.slice(spoken.end);
  if (spoken.isCapital && !/^(?:'s| is (?!my|the name))/.test(rest)) return true;
  if (spoken.isKnown && !/^'s/.test(rest)) return true;
  const words = spoken.name.toLowerCase().split(' ');
  if (words.length === 1 && looksOrdinary(words[0] ?? '') && rest.trim() !== '') return false;
  if (words.length > 1 && !words.some(looksOrdinary) && !/^(?:'s| (?:is|are|was|has|said)\b)/.test(rest)) return true;
  return (
    /^\s*(?:$|[.,;!?-]|\d|(?:and|my|it's|its|that's|thats|i|i'm|spelled|spelt|with|the|phone|number|at|on|for|uh|um|[a-z]|please|thanks|here|calling|speaking|double|capital|as|mate|love|pal|sir|madam|ma'am|maam)\b)/.test(
      rest,
    ) && text.length > 1
  );
}

/** "Hughes-Barton. Siân", "Kowalski, Ed.": the surname first, then the given name by itself. */
function firstNameAfter(turn: ReadTurn, surname: SpokenName): readonly NameCandidate[] {
  if (surname.isKnown || surname.name.includes(' ')) return [];
  const places = turn.sentences.map(({ start }) => start).filter((start) => start >= surname.end);
  if (/^,\s/.test(turn.text.slice(surname.end))) places.unshift(surname.end + 1);
  for (const place of places) {
    const spoken = readNameAt(turn.text, place);
    if (!spoken || spoken.name.includes(' ') || !spoken.isKnown || spoken.hasTitle) continue;
    if (!/^\s*(?:$|[.,!])/.test(turn.text.slice(spoken.end))) continue;
    if (!/^\s*(?:and )?$/.test(turn.text.slice(place, spoken.start))) continue;
    return [
      {
        name: spoken.name,
        part: 'first-name',
        turn: turn.index,
        start: spoken.start,
        end: spoken.end,
        isCorrection: false,
      },
    ];
  }
  return [];
}

/** Behind yeses, fillers and the words that lead to a name in an answer. */
export function afterLead(plain: string, from: number): number {
  return from + (ANSWER_LEAD.exec(plain.slice(from))?.[0].length ?? 0);
}
