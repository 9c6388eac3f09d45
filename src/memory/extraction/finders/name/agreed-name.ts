import { topicsAsked } from '../../language/asked-topics.js';
import { type Answer, readAnswer } from '../../language/assent.js';
import { firstMatches } from '../../language/first-matches.js';
import { looksOrdinary } from '../../names/common-words.js';
import { isGivenName } from '../../names/given-names.js';
import { readNameAt, type SpokenName } from '../../names/read-name.js';
import { distance } from '../../names/respell.js';
import type { ReadTurn } from '../../read-call.js';
import { afterLead, SOMEBODY_ELSE } from './answered-names.js';
import { sameFirst } from './merge-names.js';
import { isBusinessName, type NameCandidate } from './name-candidate.js';

const GUESS =
  /(?:\b(?:is|was) (?:this|that|it)(?: still)? |\bare you |\bis (?:the|your) (?:policy ?holder|account holder|card ?holder|name|surname|patient|customer|guest|tenant|owner|caller|booking|account|reservation)(?:'s name| name| in| under| for)?(?: still)? |, (?=\p{L}+ \p{L}[^?,.]*\?)|\bwould (?:that|this) be |\bam i (?:speaking|talking|chatting) (?:to|with) |\b(?:is|was) it still |\byou(?:'re| are) |\b(?:i have|i've got|i've|we have|we've got|got) (?:you )?(?:down |here )?(?:as |under )?|\bso(?: that's| it's| that is|,)? |\bdid you say |\band it's |\bthat's |\bthat is |\byour name(?:'s| is| as)? |\bunder |\bthe name |\bconfirm(?: it's| that's)? |\bbooking (?:for|under) |\bcall you |\bspeak(?:ing)? (?:to|with) |\bthis must be |\bname's |\bunderstood,? |^|[.!?] )(?=\S)/giu;

/** What follows a name that the caller says again after the agent. */
const ECHO_AFTER =
  /^\s*(?:$|[.,!?;:…–—-]|(?:yes|yeah|yep|it is|that's|thats|speaking|here|now|with|spelled|spelt|right|correct|and|but|[a-z])\b)/;

/** "No, Ben was my flatmate": something is said of somebody. */
const SAID_OF = /^,? (?:is|was|were|has|had|does|did|will|works?|lives?|used|he's|she's|hes|shes|they're)\b/;

/** What follows a guess: it is asked about, and nothing else is said of it. */
const AFTER_GUESS =
  /^\s*(?:\?|,? (?:from|in|at|of|on) [^.?!]{1,30}\?|,? (?:is (?:it|that)|right|correct|yes|yeah|was it|isn't it|i think|i believe|speaking\?|calling\?|on the line\?|i'm speaking|(?:it's|its|this is) \p{L}+ (?:from|at|here|calling))\b|,? have i got that|\.? (?:is that|did i get|have i got|am i) )/iu;

/** "Comfort Air, how may I help?": what a business is called, whatever it sounds like. */
const ANSWERS_THE_PHONE = /^,? (?:how|what) (?:can|may|could) (?:i|we) /iu;

/** "I have you down as Tom Baker." needs no question. */
const HELD_AS = /\b(?:you|i have|i've got|we have|we've got|got) (?:down |here )?(?:as|under) $/i;

/** A name that an agent's turn supposes the caller to have. */
export function guessedName(question: ReadTurn): SpokenName | undefined {
  for (const match of firstMatches(question.text, GUESS)) {
    const spoken = readNameAt(question.text, match.index + match[0].length);
    // "Twenty-four Larksfield?"
    if (spoken && /^(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-/i.test(spoken.name)) continue;
    if (!spoken || isBusinessName(spoken) || !(spoken.isCapital || spoken.isKnown || spoken.hasTitle)) continue;
    const rest = question.text.slice(spoken.end);
    if (ANSWERS_THE_PHONE.test(rest)) continue;
    if (AFTER_GUESS.test(rest) || (spoken.name.includes(' ') && spoken.isKnown && /^,[^.?!]{0,40}\?/.test(rest)))
      return spoken;
    // "is this samantha rosen calling from parkside dental": without signs, the agent goes on.
    const isWhole = spoken.name.includes(' ') && spoken.isKnown;
    // "ken ashdown" – "thats me"
    if (isWhole && question.text.trim().toLowerCase() === spoken.name.toLowerCase()) return spoken;
    if (/^is th(?:is|at) $/i.test(match[0].trimStart()) && (isWhole || rest.trim() === '')) return spoken;
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
  const answer = readAgreement(turn);
  const { plain } = turn;
  const restPlain = plain.slice(answer.restStart);
  const isOther =
    !/^\s*(?:that's|thats|this is) (?:me|him|her|she|he)\b(?! (?!speaking|here|yes|yeah|now)[a-z])/.test(plain) &&
    SPEAKS_FOR.test(/^[^.!?]*[.!?]?[^.!?]*/.exec(plain)?.[0] ?? '');
  const surname = guess?.name.toLowerCase().split(' ').at(-1);
  // "nobody calls me samantha except my mother but yes rosen"
  const isNamed =
    guess?.name.includes(' ') && /\byes\b/.test(plain) && plain.split(/[^\p{L}'-]+/u).includes(surname ?? '');
  if ((answer.kind === 'yes' || (isNamed && answer.kind === 'neither')) && guess) {
    if (isOther) return {};
    const isFirst = topicsAsked(question.text).has('first-name');
    const isPartial = guess.hasTitle && !guess.name.includes(' ');
    // "Yes, Rosie Alvarez": the whole name behind the yes.
    const own = isPartial ? readNameAt(turn.text, afterLead(plain, answer.restStart)) : undefined;
    if (own?.name.toLowerCase().endsWith(` ${surname}`))
      return {
        agreed: { name: own.name, part: 'self', turn: turn.index, start: own.start, end: own.end, isCorrection: false },
      };
    // The quote is the assent: the words of the name are the agent's.
    const end = Math.max(1, answer.restStart || turn.text.length);
    return {
      agreed: {
        name: guess.name,
        part: isFirst ? 'first-name' : isPartial ? 'surname' : 'self',
        turn: turn.index,
        start: 0,
        end: turn.text.slice(0, end).trimEnd().length,
        isCorrection: false,
      },
    };
  }
  const isDenied = answer.kind === 'no' || answer.kind === 'partly';
  const said = readNameAt(turn.text, afterLead(plain, answer.restStart));
  const isShort = guess !== undefined && said !== undefined && isShortOf(said.name, guess);
  const isEcho = guess !== undefined && isHalfOf(plain.slice(afterLead(plain, 0)), guess.name.toLowerCase());
  const spoken = isDenied || isEcho || isShort || nearName(question, turn) ? said : undefined;
  if (!spoken || isOther || (!spoken.isCapital && !spoken.isKnown && !guess) || isBusinessName(spoken)) {
    // "Nah, that's another Eleni" denies nothing.
    return guess && answer.kind === 'no' && !/\b(?:another|different|other)\b/.test(plain.slice(0, 40))
      ? { denied: guess.name }
      : {};
  }
  if (/^(?:'s| is (?!my|the name))/.test(plain.slice(spoken.end)) || SOMEBODY_ELSE.test(restPlain.slice(0, 40)))
    return {};
  // "Pangur belongs to the housekeeper" speaks of somebody else.
  if (isDenied ? SAID_OF.test(plain.slice(spoken.end)) : !ECHO_AFTER.test(plain.slice(spoken.end))) return {};
  if (!guess && !nearName(question, turn)) return {};
  // "I'm not Simon no"
  if (answer.kind === 'no' && guess?.name === spoken.name) return { denied: guess.name };
  return {
    agreed: {
      name: guess && isShortOf(spoken.name, guess) ? guess.name.replace(/^\p{L}\.?(?= )/u, spoken.name) : spoken.name,
      part: guess?.hasTitle && !spoken.name.includes(' ') ? 'surname' : 'self',
      turn: turn.index,
      start: spoken.start,
      end: spoken.end,
      isCorrection: true,
    },
    ...(guess && answer.kind === 'no' ? { denied: guess.name } : {}),
  };
}

/** "Is that Mrs Okonkwo?" – "Ms, but yes, hello Adam." */
function readAgreement({ text, plain }: ReadTurn): Answer {
  const title =
    /^\W*(?:(?:it's|its|that's|thats) )?(?:miss|ms|mrs|mr|mx|dr|doctor|professor),? (?:but|now but) (?=(?:yes|yeah|yep|aye)\b)/.exec(
      plain,
    );
  if (!title) return readAnswer(text);
  const answer = readAnswer(text.slice(title[0].length));
  return { ...answer, restStart: title[0].length + answer.restStart };
}

/** "Is this William Tucker?" – "It's Bill, yeah." */
function isShortOf(said: string, guess: SpokenName): boolean {
  const [first = '', ...rest] = guess.name.toLowerCase().split(' ');
  return rest.length > 0 && !said.includes(' ') && sameFirst(first, said.toLowerCase());
}

/** The guess again, or one half of a double name: "Mrs Banerjee-Cole?" – "Just Banerjee now". */
const isHalfOf = (said: string, guess: string): boolean =>
  said.startsWith(guess) || guess.split(/[ -]/).some((half) => half.length > 3 && said.startsWith(half));

/** The agent's turn has a word that sounds like the name at the beginning of the caller's: "Thanks, Sara." – "It's Zara." */
function nearName(question: ReadTurn, turn: ReadTurn): boolean {
  const { plain } = turn;
  const spoken = readNameAt(turn.text, afterLead(plain, readAnswer(turn.text).restStart));
  if (!spoken) return false;
  const word = spoken.name.split(' ').at(-1)?.toLowerCase() ?? '';
  if (isChoice(question.text, word)) return true;
  return firstMatches(question.text, /(?<![\p{L}\d_])\p{Lu}[\p{L}'-]{1,40}/gu).some(({ 0: heard, index }) => {
    const isStreet =
      /(?:\d|\b(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|ten|one|two|three|four|five|six|seven|eight|nine)) $/i.test(
        question.text.slice(Math.max(0, index - 12), index),
      ) ||
      /^ (?:street|road|avenue|lane|drive|close|court|gardens|way|terrace|crescent)\b/i.test(
        question.text.slice(index + heard.length),
      );
    const cost = distance(heard.toLowerCase(), word);
    return !isStreet && cost > 0 && cost <= Math.max(1, Math.floor(word.length / 3));
  });
}

/** "Kaitlyn or Kristyn?", "was it ines or agnes": a choice between two names; "short or long?" is none. */
function isChoice(asked: string, word: string): boolean {
  return Array.from(asked.toLowerCase().matchAll(/\b(\p{L}{2,}) or (\p{L}{2,})/gu)).some(
    ([, one = '', two = '']) =>
      (one === word || two === word) && [one, two].every((name) => isGivenName(name) || !looksOrdinary(name)),
  );
}
