import { placesOf } from '../../language/first-matches.js';
import { plainText } from '../../language/plain-text.js';
import { townNamed } from '../../language/towns.js';
import { looksOrdinary } from '../../names/common-words.js';
import { isGivenName } from '../../names/given-names.js';
import { readNameAt, type SpokenName } from '../../names/read-name.js';
import { isSpelledAfter } from '../../names/spelled-name.js';
import type { ReadCall, ReadTurn } from '../../read-call.js';
import { RELATION } from '../family/family-words.js';
import { IS_SOMEBODY_ELSE } from './answered-names.js';
import { isBusinessName, type NameCandidate } from './name-candidate.js';

/** What is known of the call where a name may stand by itself. */
export interface IntroductionContext {
  readonly call: ReadCall;
  /** The caller's first turn. */
  readonly isOpening: boolean;
  /** The turn before asks for the caller's name, or supposes one. */
  readonly isAsked: boolean;
  /** Words by which the agents name themselves. */
  readonly agents: ReadonlySet<string>;
}

const LEAD =
  /^(?:[\s,.!…–—-]|\b(?:yes|yeah|yep|yup|aye|no|nah|nope|oh|ah|uh|um+|er+m?|well|so|right|okay|ok|sure|hi|hiya|hey|hello|hullo|howya|howdy|good|morning|mornin'?|afternoon|evening|evenin'?|day|g'day|there|sorry|actually|it's|its|it is|this is|that's|that is|me|i'm|im|i am|my name is|my name's|the name's|name's|name is|is who|just|please|thanks|thank you|of course|certainly|speaking|love|mate|pal|babe|hun|hon|honey|sweetheart|darling|darlin|bhai|auntie|uncle|ey up|ay up|eh up|dear|sir|madam|ma'am|maam|man|girl|folks|again|only|wee|you guys|guys|team|all|what about ye|how are you|how are ye|how's it going|bonjour|namaste|o|ma)\b)*/;
const AFTER =
  /^\s*(?:$|[.,!;:…–—-]|(?:here|this side|this end|speaking|calling|ringing|phoning|callin|ringin|from|again|in|at|on|of|out|over|up|down|by|near|off|it is|\d|i|i'm|im|i've|ive|i'd|id|lot|flat|unit|apartment|number|room|policy|account|with|and (?:i|my|i'm|we)|my|we|we've|the (?:name|tenant|owner|one)|spelled|spelt|that's|thats|is (?:my|the) name|[b-hj-z])\b(?!['’]))/;
/** What follows shows that somebody else was named. */
const OF_ANOTHER =
  /^(?![,.] (?:my|our) \w+ (?:has|is|was|got|locked|just|won't|can't|wants|needs|e-?mailed|called|rang|told|said|left|did|bought|booked)\b)[\s,.]*(?:(?:that's|thats|is|she's|he's) )?(?:(?:my|his|her|our|their|the) (?:\w+ )?(?:wife|husband|partner|son|daughter|mum|mom|mam|mother|dad|father|brother|sister|friend|boss|neighbou?r|fella|dog|cat|rabbit|horse|pet|patient|doctor|vet|dentist|agent|landlord|landlady|plumber|one who)\b)|^[\s,]*(?:(?:he|she|they|his|hers?|him|they're|he's|she's|who)\b|and (?:i (?:are|were)|her|his)\b)/i;
const ANOTHER =
  /\b(?:he|she|his|hers?|they|theirs?|him|them|who|whom|named|called|dr|doctor|by|about|for|with|see|saw|spoke|speak|ask|told|asked|met|from|than|like|son|daughter|wife|husband|mum|mom|mother|dad|father|brother|sister|boss|friend|neighbou?r|dog|cat|puppy|kitten|girlfriend|boyfriend|partner|fianc[eé]e?|colleague|landlord|landlady|tenant's|plumber|manager|gaffer|owner|lodger|guest|ex)\b/;
/** Of a whole name only somebody else who is spoken of can be meant. */
const PERSON_BEFORE =
  /\b(?:he|she|they|his|hers?|who|dr|doctor|see|saw|spoke|speak|ask|told|asked|met|named|called|son|daughter|wife|husband|mum|mom|mother|dad|father|brother|sister|boss|friend|neighbou?r|dog|cat|puppy|kitten|girlfriend|boyfriend|partner|colleague|landlord|landlady|plumber|manager|owner|guest|ex)\b/;
export const BOOKED = /\b(?:my|an?|the|our) (?:\w+ )?(?:booking|table|appointment|reservation|order|room)\b/;
const SELF =
  /\b(?:i'm|im|i am|this is|it's|its|it is|that would be|speaking (?:is|to)) (?:the|a|an|his|her|their|your|one of|\p{L}+'s|only|still|just|me)\b/u;
export const PLACE =
  /(?<!-)\b(?:road|rd|street|st|avenue|ave|lane|drive|close|court|crescent|terrace|gardens|square|place|way|grove|hill|park|house|farm|beach|city|springs|heights|valley|county|station|airport|christmas|easter|day)$/i;

/** "I want it to be Loretta, my wife. Loretta Mae Boykin." */
const RELATIVE_END = new RegExp(`\\b(?:my|our|his|her|their|the) (?:\\w+ )?${RELATION}\\W*$`);

/** Who introduces himself does it soon. */
const SENTENCES_MAX = 12;
const SEGMENTS_MAX = 20;

/** Names that stand by themselves where callers say theirs: "Yeah, Sal, Vinnie DeStefano, DeStefano and Sons Paving.", "I'm the executor. Hugh Abernethy." */
export function introducedNames(turn: ReadTurn, context: IntroductionContext): readonly NameCandidate[] {
  const { plain } = turn;
  const found: NameCandidate[] = [];
  for (const [index, sentence] of turn.sentences.slice(0, SENTENCES_MAX).entries()) {
    const before = turn.sentences[index - 1];
    for (const segment of segmentsOf(sentence.text, sentence.start).slice(0, SEGMENTS_MAX)) {
      const start = afterLead(plain, segment.start, context.agents);
      const spoken = start < segment.end ? readNameAt(turn.text, start) : undefined;
      if (!spoken || (spoken.start > start + 1 && !spoken.hasTitle) || !isNamed(spoken, turn, plain, context)) continue;
      const preceding = plain.slice(sentence.start, segment.start).replace(/\bwith an? \p{L}(?!\p{L})/u, '');
      const isAlone = /^\s*(?:$|[.!?…–—-])/.test(plain.slice(spoken.end));
      const isFirst = segment.start === sentence.start;
      if (isFirst && before && RELATIVE_END.test(before.plain)) continue;
      // "About my booking tomorrow, a table for two, Priyanka Raman."
      const isBooked = isAlone && isWholeName(spoken) && BOOKED.test(preceding) && !PERSON_BEFORE.test(preceding);
      // "It must be twenty-two years now, mrs penhaligon-wright" – "Of course, Mrs Penhaligon-Wright"
      const isTitled = spoken.hasTitle && isAlone && isEchoed(spoken.name.toLowerCase().split(' '), turn, context.call);
      const isOthers = (isTitled ? PERSON_BEFORE : ANOTHER).test(preceding) && !SELF.test(preceding);
      if (!isFirst && !isBooked && isOthers) continue;
      if (!isFirst && !isBooked && !isTitled && !context.isAsked && preceding.length > 60) continue;
      // "Just me. Irina Sokolova. Early please": a sentence that is a whole name, or one with a title.
      const isWhole = isWholeName(spoken) && (spoken.hasTitle || (isFirst && isAlone));
      if (isFirst && index > 0 && before && !context.isOpening && !context.isAsked && !isWhole) continue;
      if (
        isFirst &&
        index > 0 &&
        before &&
        (isWhole ? PERSON_BEFORE : ANOTHER).test(before.plain.slice(-40)) &&
        !isSelf(before.text) &&
        !isSpelled(spoken, turn) &&
        !context.isAsked
      )
        continue;
      if (!context.isOpening && !context.isAsked && !isAlone && !isWhole) continue;
      const isSurnameAlone = !spoken.name.includes(' ') && (spoken.hasTitle || isSurnameEchoed(spoken, turn, context));
      found.push({
        name: spoken.name,
        part: isSurnameAlone ? 'surname' : 'self',
        turn: turn.index,
        start: spoken.start,
        end: spoken.end,
        isCorrection: false,
        isAlone: true,
      });
    }
  }
  return found;
}

/** Two names with capitals, the first one a given name or the second a double one. */
function isWholeName({ name, isCapital }: SpokenName): boolean {
  const [first = '', ...rest] = name.toLowerCase().split(' ');
  return isCapital && rest.length > 0 && (isGivenName(first) || /-/.test(rest.at(-1) ?? ''));
}

/** One of its words is spelled behind it: nothing is surer. */
const isSpelled = ({ name, end }: SpokenName, { text }: ReadTurn): boolean =>
  name.split(' ').some((word) => isSpelledAfter(text, word, end));

const isSelf = (text: string): boolean => SELF.test(plainText(text));

function isNamed(spoken: SpokenName, turn: ReadTurn, plain: string, context: IntroductionContext): boolean {
  const rest = plain.slice(spoken.end);
  const words = spoken.name.toLowerCase().split(' ');
  if (!AFTER.test(rest) || OF_ANOTHER.test(turn.text.slice(spoken.end)) || IS_SOMEBODY_ELSE.test(rest)) return false;
  if (isBusinessName(spoken) || PLACE.test(spoken.name) || words.every((word) => context.agents.has(word)))
    return false;
  if (/^\s*[,.]?\s*(?:ltd|limited|inc|plc|and sons|& sons)\b/.test(rest)) return false;
  if (words.length === 1 && !spoken.hasTitle) {
    const isEnd = /^\s*(?:$|[.,!?])/.test(rest);
    return isEnd && ((context.isAsked && spoken.isKnown) || isSurnameEchoed(spoken, turn, context));
  }
  if (townNamed(spoken.name, context.call.country) !== undefined) return false;
  if (isSpelled(spoken, turn) && !words.some(looksOrdinary)) return true;
  if (spoken.isKnown || (spoken.hasTitle && (spoken.isCapital || isEchoed(words, turn, context.call)))) return true;
  return (
    spoken.isCapital &&
    (context.isAsked ||
      isGivenName(words[0] ?? '') ||
      /-/.test(words.at(-1) ?? '') ||
      isEchoed(words, turn, context.call))
  );
}

/** "The house is mine now. Mackintosh-Reid." – "I've a Hamish Mackintosh-Reid?": a word by itself that is a surname to the agent. */
function isSurnameEchoed({ name, isCapital }: SpokenName, turn: ReadTurn, { call }: IntroductionContext): boolean {
  const lower = name.toLowerCase();
  const next = call.turns[turn.index + 1];
  if (!isCapital || isGivenName(lower) || looksOrdinary(lower) || next?.speaker !== 'agent') return false;
  return placesOf(next.plain, lower).some((at) => {
    const before = /(?:\b(?:mr|mrs|ms|miss|dr)\.?|(\p{L}{2,40})) $/u.exec(next.plain.slice(0, at));
    return before !== null && (before[1] === undefined || isGivenName(before[1]));
  });
}

/** An agent calls the caller so afterwards: "Great to meet you, Ms. Yarborough". */
export function isEchoed(words: readonly string[], turn: ReadTurn, call: ReadCall): boolean {
  const [first, last] = [words[0] ?? '', words.at(-1) ?? ''];
  return call.turns.slice(turn.index + 1, turn.index + 6).some(({ speaker, plain }) => {
    if (speaker !== 'agent') return false;
    return hasWord(plain, first) || (last.length > 2 && hasWord(plain, last));
  });
}

/** Whether a text in lower case has a word. */
function hasWord(plain: string, word: string): boolean {
  return (
    word !== '' &&
    placesOf(plain, word).some(
      (at) => !/[\p{L}'-]/u.test(plain[at - 1] ?? '') && !/[\p{L}'-]/u.test(plain[at + word.length] ?? ''),
    )
  );
}

/** The parts of a sentence between commas and dashes. */
function segmentsOf(text: string, start: number): readonly { start: number; end: number }[] {
  const segments: { start: number; end: number }[] = [];
  let from = 0;
  for (const match of text.matchAll(/[,;:–—]\s*|\s-\s|\.\.+\s*|$/g)) {
    if (match.index > from) segments.push({ start: start + from, end: start + match.index });
    from = match.index + match[0].length;
  }
  return segments;
}

/** Behind greetings, yeses and the agent's name. */
export function afterLead(plain: string, from: number, agents: ReadonlySet<string>): number {
  let at = from;
  for (;;) {
    const lead = LEAD.exec(plain.slice(at, at + 200))?.[0].length ?? 0;
    const word = /^[\p{L}'-]+/u.exec(plain.slice(at + lead, at + lead + 40))?.[0];
    at += lead;
    if (word === undefined || !agents.has(word) || !/^[\s,.!]/.test(plain.slice(at + word.length))) return at;
    at += word.length;
  }
}
