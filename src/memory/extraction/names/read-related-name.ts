import { plainText } from '../language/plain-text.js';
import { CLOSED_WORDS, COMMON_WORDS } from './common-words.js';
import { knownGivenName } from './known-given-name.js';
import { DAY } from './name-words.js';
import { readNameAt } from './read-name.js';
import { usesCapitals } from './uses-capitals.js';

/** The name of somebody who was spoken of in other words first ("my wife Anna", "our dog, Rex"). */
export interface RelatedName {
  readonly name: string;
  readonly end: number;
}

const CALLED =
  /^(?:'s)?(?:,? (?:who is|who's|which is|is|are|was|he's|she's|it's|they're|he is|she is|it is|and (?:he|she|it)(?:'s| is)|and (?:his|her|its|the) name(?:'s| is)|his|her|its))?,? ?(?:called|named|name of|names?'s|names? is|names?,? i think|names? would be|names are|by the name of|goes by|is called)(?: is)? |^ name, /;
const NAME_LATER =
  /^[^.!?]{0,70}?[\s,.](?:(?:his|her|its|the|their|dog's|cat's) (?:good |full |first )?names?(?:'s| is| are|s)|(?:he's|she's|it's|hes|shes|they're) (?:called|named)|called) /;
const NAME_IN_NEXT =
  /^[^.!?]{0,110}[.!?] ?[^.!?]{0,30}?\b(?:(?:his|her|its|their) names?(?:'s| is| are|s)|(?:he's|she's|it's|they're) (?:called|named)) /;
/** "The dog's Bruno", "my eldest is June". */
const IS = /^(?:'s|s| is|'s name| name) (?=\p{L})/u;
/** "My lad dropped him. Snowy, he's called", "the dog will bark but she's a pup Sceolan she's called". */
const CALLED_AFTER =
  /([\p{L}'-]+),? (?:he's|she's|it's|hes|shes|its|he is|she is|is what (?:he|she|it)'s|they call (?:him|her)) called\b|([\p{L}'-]+) (?:is|was|'s) (?:his|her|its|the) name\b/u;
const APPOSITION =
  /^(?: too| also| as well| here| now| actually| as well)?,? ?(?:uh |um |er )?(?:(?:that's|it's|he's|she's) )?/;
const ENDS =
  /^\s*(?:$|[.,;!?…–-]|(?:and|is|was|are|he|she|who|will|would|has|had|can|could|said|says|on|at|to|for|with|in|from|does|did|it|they|we|i|but|so|they're|he's|she's|were|needs|wants|ate|got|keeps|gets|there|too|as|coming|please|hes|shes|theyre|hasnt|isnt|wasnt|cant|wont|doesnt|hasn't|isn't|wasn't|can't|won't|doesn't|never|just|\d)\b)/;

/** How far behind the words a name is looked for, in characters. */
const FAR = 400;

/**
 * The name that goes with words which end at a place, in the same sentence or the next: "my wife Anna", "my wife, Anna,", "my son's name
 * is Mateo", "my dog … his name's Moose". Without capitals it must be a known given name, or stand after "called" or "name is".
 *
 * @param others names of people who are no such relative (the agent), in lower case
 */
export function readRelatedName(
  said: string,
  from: number,
  others: ReadonlySet<string> = new Set(),
): RelatedName | undefined {
  // "Wei's on speaker": what is left out of "is" is no part of the name.
  const ahead = said.slice(from, from + FAR);
  const text =
    said.slice(0, from) +
    ahead.replace(/(?<=\p{L})['’](?:s|ll|d)(?= |[.,!?]|$)/gu, (end) => ' '.repeat(end.length)) +
    said.slice(from + FAR);
  // Only what follows is read: the blanks keep the places the same.
  const plain = ' '.repeat(from) + plainText(ahead);
  const rest = plain.slice(from);
  const called = CALLED.exec(rest);
  if (called) return readAny(text, plain, from + called[0].length);
  const direct = readSure(text, plain, from, /^ /) ?? readCapital(text, from);
  if (direct) return direct;
  const apposition = APPOSITION.exec(rest)?.[0] ?? '';
  if (apposition.includes(',')) {
    const name = readSure(text, plain, from + apposition.length - 1, /^[ ,]/);
    if (name && /^\s*(?:$|[.,;!?…-]|and\b|he\b|she\b|is\b|who\b|\d|on\b|usually)/.test(plain.slice(name.end)))
      return name;
  }
  const copula = IS.exec(rest);
  const spoken = copula && readNameAt(text, from + copula[0].length);
  if (
    spoken?.start === from + (copula?.[0].length ?? 0) &&
    isGiven(spoken.name) &&
    (usesCapitals(text)
      ? spoken.isCapital
      : knownGivenName(spoken.name.split(' ')[0] ?? '') === 'frequent' && !isCommon(spoken.name)) &&
    ENDS.test(plain.slice(spoken.end)) &&
    !/^'s/.test(plain.slice(spoken.end))
  )
    return { name: spoken.name, end: spoken.end };
  for (const later of [NAME_LATER, NAME_IN_NEXT]) {
    const match = later.exec(rest);
    // Not when another person or animal comes between.
    if (
      match &&
      !/\b(?:my|our|the) (?:other )?(?:wife|husband|son|daughter|mum|mom|dad|mother|father|sister|brother|dog|cat|vet|doctor|boss|friend|guy|lady)\b/.test(
        match[0],
      )
    ) {
      const name = readAny(text, plain, from + match[0].length);
      if (name) return name;
    }
  }
  return lateApposition(text, plain, from, others) ?? nextSentence(text, from, others);
}

const isCommon = (name: string): boolean => COMMON_WORDS.has(name.split(' ')[0]?.toLowerCase() ?? '');

/** Whether a name begins with a given name, also one that is a word too ("June"). */
const isGiven = (name: string): boolean => knownGivenName(name.split(' ')[0] ?? '') !== undefined;

/** "Could my wife come? Hetal.": a sentence that is nothing but a name. */
function nextSentence(text: string, from: number, others: ReadonlySet<string>): RelatedName | undefined {
  const rest = text.slice(from);
  const match = /^[^.!?]{0,60}[.!?]\s+(?=\p{Lu})/u.exec(rest);
  if (!match || /\b(?:my|our|his|her|the|your|and I)\b/.test(match[0])) return undefined;
  const at = from + match[0].length;
  const sentence = /^[^.!?]*/.exec(text.slice(at))?.[0] ?? '';
  const spoken = readNameAt(text.slice(0, at + sentence.length), at);
  if (!spoken || spoken.start !== at || !isGiven(spoken.name)) return undefined;
  if (
    others.has(spoken.name.split(' ')[0]?.toLowerCase() ?? '') ||
    !/^\s*(?:[.!?]|$|, (?:he|she|his|her|s?he's)\b)/.test(text.slice(spoken.end))
  )
    return undefined;
  return { name: spoken.name, end: spoken.end };
}

/** "Snowy, he's called": the name before "called", within a few words or in the next sentence. */
export function readCalledAfter(said: string, from: number): RelatedName | undefined {
  const rest = said.slice(from, from + 140);
  const match = CALLED_AFTER.exec(rest.replaceAll('’', "'"));
  const word = match?.[1] ?? match?.[2];
  if (
    !match ||
    !word ||
    CLOSED_WORDS.has(word.toLowerCase()) ||
    /\b(?:my|our|the) (?:wife|husband|son|daughter|brother|sister|mate|friend)\b/i.test(rest.slice(0, match.index))
  )
    return undefined;
  return { name: word.replace(/^\p{L}/u, (letter) => letter.toUpperCase()), end: from + match.index + match[0].length };
}

/** "Put my brother down, Fergal.", "my mam in for a wash and set, she's Bernie Quill". */
function lateApposition(
  text: string,
  plain: string,
  from: number,
  others: ReadonlySet<string>,
): RelatedName | undefined {
  const rest = plain.slice(from);
  for (const match of rest.matchAll(/,\s+(?:(?:he's|she's|it's) )?(?=\p{L})/gu)) {
    if (
      match.index > 45 ||
      /[.!?]/.test(rest.slice(0, match.index)) ||
      /\b(?:my|our|his|her|and the|i'm|im|i am|myself)\b/.test(
        rest
          .slice(0, match.index)
          .replace(/\bhis name\b|\b(?:i'm|im|i am) (?:ringing|calling|phoning|asking|booking) (?:about|for)\b/, ''),
      )
    )
      break;
    // "My grandmother's ninetieth, this sunday, dinner, tan": a list.
    if (!usesCapitals(text) && rest.slice(0, match.index).split(',').length > 2) break;
    const at = from + match.index + match[0].length;
    const spoken = readNameAt(text, at);
    if (!spoken || spoken.start !== at || others.has(spoken.name.split(' ')[0]?.toLowerCase() ?? '')) continue;
    const after = plain.slice(spoken.end).replace(/^'s/, '');
    const isIntroduced = match[0].includes("'s ") || (rest.startsWith("'s ") && /^'s/.test(plain.slice(spoken.end)));
    const isSure =
      spoken.isKnown || (isGiven(spoken.name) && !isCommon(spoken.name))
        ? spoken.isCapital || !usesCapitals(text)
        : spoken.isCapital && (isIntroduced || /^, (?:he|she|it)/.test(after));
    if (isSure && /^\s*(?:$|[.,;!?…-]|\d|and (?:his|her|their)\b)/.test(after))
      return { name: spoken.name, end: spoken.end };
  }
  return undefined;
}

function readAny(text: string, plain: string, at: number): RelatedName | undefined {
  const spoken = readNameAt(text, at);
  if (!spoken || !ENDS.test(plain.slice(spoken.end).replace(/^'s/, ''))) return undefined;
  return { name: spoken.name, end: spoken.end };
}

function readSure(text: string, plain: string, at: number, gap: RegExp): RelatedName | undefined {
  if (!gap.test(plain.slice(at))) return undefined;
  const spoken = readNameAt(text, at);
  if (!spoken || !/^[\s,]*$/.test(plain.slice(at, spoken.start))) return undefined;
  const first = spoken.name.split(' ')[0]?.toLowerCase() ?? '';
  if (!usesCapitals(text)) {
    const given = knownGivenName(first);
    const isBare =
      COMMON_WORDS.has(first) || /^(?:will|may|can|mark)$/.test(first) || (given === undefined && !spoken.isKnown);
    if (isBare || (!spoken.isKnown && given === 'rare' && !ENDS.test(plain.slice(spoken.end)))) return undefined;
    const only = at + plain.slice(at).indexOf(first) + first.length;
    // "my lad jay he wants": what follows a given name is seldom a surname where there are no capitals.
    if (spoken.name.includes(' ') && !isSurnameLike(plain, spoken.end))
      return { name: spoken.name.split(' ')[0] ?? '', end: only };
  } else if (!spoken.isCapital) return undefined;
  return { name: spoken.name, end: spoken.end };
}

/** Two words that a clause ends after, or goes on from with its verb: given name and surname. */
const isSurnameLike = (plain: string, end: number): boolean => ENDS.test(plain.slice(end));

/** "My cat Dumpling": any word with a capital that stands right there, in a text with capitals. */
function readCapital(text: string, from: number): RelatedName | undefined {
  const word = /^ (\p{Lu}[\p{Ll}'-]+)(?![\p{L}])/u.exec(text.slice(from))?.[1];
  return word && usesCapitals(text) && !CLOSED_WORDS.has(word.toLowerCase()) && !DAY.test(word.toLowerCase())
    ? { name: word, end: from + 1 + word.length }
    : undefined;
}

/** Names in a list: "Freya and Anders", "Bonnie, Clyde and Moll". */
export function readNameList(text: string, from: number): readonly RelatedName[] {
  const names: RelatedName[] = [];
  let at = from;
  for (;;) {
    const spoken = readNameAt(text, at);
    if (!spoken || !/^[\s,:]*(?:called |named |are )?(?:and )?$/i.test(text.slice(at, spoken.start))) break;
    if (usesCapitals(text) ? !spoken.isCapital : !spoken.isKnown && names.length === 0) break;
    names.push({ name: spoken.name, end: spoken.end });
    const next = /^(?:'s)?(?:,? and |, | & )/i.exec(text.slice(spoken.end))?.[0];
    if (!next) break;
    at = spoken.end + next.length;
  }
  return names;
}
