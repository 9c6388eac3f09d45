import { looksOrdinary } from '../../names/common-words.js';
import { usesCapitals } from '../../names/uses-capitals.js';

/** A town as it was said. */
export interface SpokenCity {
  readonly city: string;
  readonly start: number;
  readonly end: number;
  /** It is written with a capital in a text that uses them. */
  readonly isCapital: boolean;
}

const LEAD =
  /(?:[\s,]|\b(?:the (?:city|town|village) of|um+|uh+|er+m?|over|out|up|down|just|beautiful|sunny|outside|near|good old|downtown|central|here|in)\b)*/iy;
const TOKEN = /\p{L}[\p{L}\p{M}'’-]*\.?/uy;
const JOINERS = /^(?:upon|on|le|of|by|the|de|la|sur|under)$/i;
const STARTERS =
  /^(?:st\.?|saint|new|north|south|east|west|san|santa|los|las|el|la|le|fort|ft|port|mount|lake|great|little|upper|lower|the|big|palm|long|grand|white|green|red|black|high|old|kings?|queens?|santo|sao|rio|baton|salt|des|cape|ocean|bay|river|milton|royal|dee|alice|gold|byron|surfers|broken|palo|del|cedar|college|oak|virginia|overland|colorado|kansas|oklahoma|jersey|quezon|navi)$/i;
/** What may stand where a town does, and begin with a capital, and is none. */
export const NO_CITIES =
  /^(?:haha|hah?|hehe|well|oh|so|sorry|yes|yeah|anyway|actually|right|sure|okay|thanks|please|just|but|and|ah|aye|naw|nah|negative|affirmative|grand|look|listen|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|i|i'm|a|an|my|your|his|her|their|our|this|that|these|those|one|two|three|general|fact|particular|person|advance|case|touch|traffic|town|hospital|bed|pain|charge|sales|marketing|finance|accounting|accounts|hr|it|insurance|retail|construction|education|there|trouble|agony|tears|bits|luck|here|time|mind|full|love|room|unit|apartment|flat|building|house|reception|meetings?|it's|dr|mr|mrs|ms|english|spanish|french|german)$/i;

/**
 * The town that stands in a text from a place on: capitalised words, or, without capitals, one or two words that are no ordinary ones
 * (three where the first goes with others: "new", "saint").
 */
export function readCityAt(text: string, from: number): SpokenCity | undefined {
  LEAD.lastIndex = from;
  let at = from + (LEAD.exec(text)?.[0].length ?? 0);
  const capitals = usesCapitals(text) || /\p{Lu}\p{Ll}/u.test(text.slice(at, at + 2));
  const words: string[] = [];
  const start = at;
  let end = at;
  for (;;) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text)?.[0];
    if (!token) break;
    const word = token.replace(/\.$/, '');
    if (!goesOn(text, word, at, words, capitals)) break;
    words.push(word);
    end = at + word.length;
    if (words.length > 3) break;
    const gap = /^(?:\.(?=\s\p{Lu})|)\s+/u.exec(text.slice(end))?.[0];
    // A full stop is part of "St." alone.
    if (!gap || (gap.startsWith('.') && !/^st$/i.test(word))) break;
    at = end + gap.length;
  }
  while (words.length > 1 && JOINERS.test(words.at(-1) ?? '')) {
    end -= (words.pop()?.length ?? 0) + 1;
  }
  if (
    words.length === 0 ||
    (words.length === 1 && words[0] !== undefined && (words[0].length < 3 || JOINERS.test(words[0])))
  )
    return undefined;
  if (words.length === 1 && !capitals && STARTERS.test(words[0] ?? '') && looksOrdinary(words[0]?.toLowerCase() ?? ''))
    return undefined;
  const isCapital = /^\p{Lu}/u.test(words[0] ?? '');
  return {
    city: words
      .map((word, index) =>
        isCapital || (index > 0 && JOINERS.test(word))
          ? word
          : word.replace(/(^|-)(\p{L})/gu, (_, sign: string, letter: string) => sign + letter.toUpperCase()),
      )
      .join(' '),
    start,
    end,
    isCapital,
  };
}

function goesOn(text: string, word: string, at: number, before: readonly string[], capitals: boolean): boolean {
  const lower = word.toLowerCase().replaceAll('’', "'");
  if (before.length === 0 && NO_CITIES.test(lower)) return false;
  if (/^(?:mon|tues|wednes|thurs|fri|satur|sun)days?$/.test(lower)) return false;
  if (/'(?:s|re|ve|ll|d|m)$/.test(lower)) return false;
  if (before.length > 0 && JOINERS.test(word))
    return /^\s+\p{Lu}/u.test(text.slice(at + word.length)) || /^(?:upon|le)$/i.test(word);
  if (capitals) return /^\p{Lu}/u.test(word) && !(before.length > 0 && /^(?:I|I'm|Now|And|But|So)$/.test(word));
  const isStarted = STARTERS.test(before.at(-1) ?? '');
  if (before.length === 0 && STARTERS.test(word)) return true;
  if (looksOrdinary(lower))
    return (
      isStarted &&
      /^(?:park|valley|city|beach|bridge|hill|town|way|street|springs|falls|lake|ridge|point|port|wood|field|west|east|north|south)s?$/.test(
        lower,
      ) &&
      !looksOrdinary('')
    );
  return (
    before.length === 0 ||
    isStarted ||
    /^(?:city|springs|falls|beach|bay|heights|hills?|park|valley|grove|vale)$/.test(lower)
  );
}
