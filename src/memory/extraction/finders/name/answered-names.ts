import { topicsAsked } from '../../language/asked-topics.js';
import { readAnswer } from '../../language/assent.js';
import { looksOrdinary } from '../../names/common-words.js';
import { readNameAt, type SpokenName } from '../../names/read-name.js';
import { distance } from '../../names/respell.js';
import type { ReadTurn } from '../../read-call.js';
import { isBusinessName, type NameCandidate } from './name-candidate.js';

const ANSWER_LEAD =
  /^(?:[\s,.!…-]|\b(?:yes|yeah|yep|sure|of course|certainly|absolutely|no problem|no worries|ok|okay|right|alright|thing|well|so|oh|ah|um+|uh+|er+m?|hi|hello|please|sorry|it's|its|it is|it'll be|that's|that is|that'd be|that would be|this is|i'm|im|i am|my name is|my name's|the name's|the name is|name is|name's|under|in the name of|put it under|put|just|you can (?:put|use|call me|say)|use|me|my|full|first|last|sur|name|is|go with|make it|good morning|good afternoon|good evening|hey|hiya|haan|ji|same|still|sir|madam|ma'am|actually|mine|it should be|should be|will be|be)\b)*/;

/** Somebody else's name is given: "it's my wife's, Anna", "for my son Mateo", "Anna, that's my wife". */
export const SOMEBODY_ELSE =
  /\b(?:my|his|her|the|our) (?:wife|husband|partner|son|daughter|mum|mom|mother|dad|father|brother|sister|friend|boss|client|kid|child|baby|girlfriend|boyfriend|neighbou?r|grandmother|grandfather|gran|nan|niece|nephew|aunt|uncle|mother-in-law)(?:'s|s)?\b/;

/** What a caller's turn answers when the turn before asks who is speaking. */
export function answeredNames(turn: ReadTurn, question: ReadTurn): readonly NameCandidate[] {
  const topics = topicsAsked(question.text);
  if (topics.has('other-name')) return [];
  const part = topics.has('surname')
    ? 'surname'
    : topics.has('first-name')
      ? 'first-name'
      : topics.has('name')
        ? 'self'
        : undefined;
  if (part === undefined) return [];
  const { plain } = turn;
  const lead = ANSWER_LEAD.exec(plain)?.[0].length ?? 0;
  const spoken = readNameAt(turn.text, lead, part === 'surname');
  if (!spoken || isBusinessName(spoken) || !isBareName(turn.text, plain, spoken)) return [];
  const sentence = turn.sentences.find(({ start, text }) => start + text.length > spoken.start);
  const around = sentence
    ? plain.slice(sentence.start, spoken.start) + plain.slice(spoken.end, spoken.end + 30)
    : plain;
  if (SOMEBODY_ELSE.test(around)) return [];
  const first: NameCandidate = {
    name: spoken.name,
    part: part === 'self' && spoken.hasTitle && !spoken.name.includes(' ') ? 'surname' : part,
    turn: turn.index,
    start: spoken.start,
    end: spoken.end,
    isCorrection: false,
  };
  const given = firstNameAfter(turn, spoken);
  return given.length > 0 ? [{ ...first, part: 'surname' }, ...given] : [first];
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
    /^\s*(?:$|[.,;!?-]|\d|(?:and|my|it's|its|that's|thats|i|i'm|spelled|spelt|with|the|phone|number|at|on|for|uh|um|[a-z]|please|thanks|here|calling|speaking|double|capital|as)\b)/.test(
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

const GUESS =
  /(?:\b(?:is|was) (?:this|that|it)(?: still)? |\bare you |\bis (?:the|your) (?:policy ?holder|account holder|card ?holder|name|surname|patient|customer|guest|tenant|owner|caller|booking|account|reservation)(?:'s name| name| in| under| for)?(?: still)? |, (?=\p{L}+ \p{L}[^?,.]*\?)|\bwould (?:that|this) be |\bam i (?:speaking|talking|chatting) (?:to|with) |\b(?:is|was) it still |\byou(?:'re| are) |\b(?:i have|i've got|i've|we have|we've got|got) (?:you )?(?:down |here )?(?:as |under )?|\bso(?: that's| it's| that is|,)? |\bdid you say |\bthat's |\bthat is |\byour name(?:'s| is| as)? |\bunder |\bthe name |\bconfirm(?: it's| that's)? |\bbooking (?:for|under) |\bcall you |\bspeak(?:ing)? (?:to|with) |\bthis must be |\bname's |\bunderstood,? |^|[.!?] )(?=\S)/giu;

/** What follows a name that the caller says again after the agent. */
const ECHO_AFTER =
  /^\s*(?:$|[.,!?;:…–—-]|(?:yes|yeah|yep|it is|that's|thats|speaking|here|now|with|spelled|spelt|right|correct|and|but|[a-z])\b)/;

/** What follows a guess: it is asked about, and nothing else is said of it. */
const AFTER_GUESS =
  /^\s*(?:\?|,? (?:from|in|at|of|on) [^.?!]{1,30}\?|,? (?:is (?:it|that)|right|correct|yes|yeah|was it|isn't it|i think|i believe|speaking\?|calling\?|on the line\?|i'm speaking)\b|,? have i got that|\.? (?:is that|did i get|have i got|am i) )/i;

/** "I have you down as Tom Baker." needs no question. */
const HELD_AS = /\b(?:you|i have|i've got|we have|we've got|got) (?:down |here )?(?:as|under) $/i;

/** A name that an agent's turn supposes the caller to have. */
export function guessedName(question: ReadTurn): SpokenName | undefined {
  for (const match of question.text.matchAll(GUESS)) {
    const spoken = readNameAt(question.text, match.index + match[0].length);
    if (!spoken || isBusinessName(spoken) || !(spoken.isCapital || spoken.isKnown)) continue;
    const rest = question.text.slice(spoken.end);
    if (AFTER_GUESS.test(rest) || (spoken.name.includes(' ') && spoken.isKnown && /^,[^.?!]{0,40}\?/.test(rest)))
      return spoken;
    // "is this samantha rosen calling from parkside dental": without signs, the agent goes on.
    if (/^is th(?:is|at) $/i.test(match[0].trimStart()) && spoken.name.includes(' ') && spoken.isKnown) return spoken;
    if (HELD_AS.test(match[0]) && /^\s*[.,]?\s*(?:$|[.?,])/.test(rest)) return spoken;
  }
  return undefined;
}

/** "This is his brother", "he's not in": who answers is not who was asked for. */
const SPEAKS_FOR =
  /\b(?:this is|i'm|im|i am|it's|its) (?:his|her|their|(?:mr|mrs|ms)? ?[a-z]+'s|the (?:wife|husband|son|daughter|carer|mother|father|assistant|nurse|secretary|pa)) [a-z]+|\b(?:he|she)(?:'s| is|'s not| isn't) |\bon (?:his|her) behalf/;

/** The name that a caller's turn gives to an agent's guess: the guess itself when the caller agrees, another one when the caller corrects it. */
export function agreedName(turn: ReadTurn, question: ReadTurn): { agreed?: NameCandidate; denied?: string } {
  const guess = guessedName(question);
  const answer = readAnswer(turn.text);
  const { plain } = turn;
  const restPlain = plain.slice(answer.restStart);
  const isOther =
    !/^\s*(?:that's|thats|this is) (?:me|him|her|she|he)\b/.test(plain) &&
    SPEAKS_FOR.test(/^[^.!?]*[.!?]?[^.!?]*/.exec(plain)?.[0] ?? '');
  const surname = guess?.name.toLowerCase().split(' ').at(-1);
  // "nobody calls me samantha except my mother but yes rosen"
  const isNamed =
    guess?.name.includes(' ') && /\byes\b/.test(plain) && plain.split(/[^\p{L}'-]+/u).includes(surname ?? '');
  if ((answer.kind === 'yes' || (isNamed && answer.kind === 'neither')) && guess) {
    if (isOther) return {};
    const isPartial = guess.hasTitle && !guess.name.includes(' ');
    // The quote is the assent: the words of the name are the agent's.
    const end = Math.max(1, answer.restStart || turn.text.length);
    return {
      agreed: {
        name: guess.name,
        part: isPartial ? 'surname' : 'self',
        turn: turn.index,
        start: 0,
        end: turn.text.slice(0, end).trimEnd().length,
        isCorrection: false,
      },
    };
  }
  const isDenied = answer.kind === 'no' || answer.kind === 'partly';
  const isEcho = guess !== undefined && plain.slice(afterLead(plain, 0)).startsWith(guess.name.toLowerCase());
  const spoken =
    isDenied || isEcho || nearName(question, turn)
      ? readNameAt(turn.text, afterLead(plain, answer.restStart))
      : undefined;
  if (!spoken || isOther || (!spoken.isCapital && !spoken.isKnown && !guess) || isBusinessName(spoken)) {
    return guess && answer.kind === 'no' ? { denied: guess.name } : {};
  }
  if (/^(?:'s| is (?!my|the name))/.test(plain.slice(spoken.end)) || SOMEBODY_ELSE.test(restPlain.slice(0, 40)))
    return {};
  // "Pangur belongs to the housekeeper" speaks of somebody else.
  if (!isDenied && !ECHO_AFTER.test(plain.slice(spoken.end))) return {};
  if (!guess && !nearName(question, turn)) return {};
  return {
    agreed: {
      name: spoken.name,
      part: 'self',
      turn: turn.index,
      start: spoken.start,
      end: spoken.end,
      isCorrection: true,
    },
    ...(guess && answer.kind === 'no' ? { denied: guess.name } : {}),
  };
}

function afterLead(plain: string, from: number): number {
  return from + (ANSWER_LEAD.exec(plain.slice(from))?.[0].length ?? 0);
}

/** The agent's turn has a word that sounds like the name at the beginning of the caller's: "Thanks, Sara." – "It's Zara." */
function nearName(question: ReadTurn, turn: ReadTurn): boolean {
  const { plain } = turn;
  const spoken = readNameAt(turn.text, afterLead(plain, readAnswer(turn.text).restStart));
  if (!spoken) return false;
  const word = spoken.name.split(' ').at(-1)?.toLowerCase() ?? '';
  return Array.from(question.text.matchAll(/\b\p{Lu}[\p{L}'-]+/gu)).some(({ 0: heard }) => {
    const cost = distance(heard.toLowerCase(), word);
    return cost > 0 && cost <= Math.max(1, Math.floor(word.length / 3));
  });
}
