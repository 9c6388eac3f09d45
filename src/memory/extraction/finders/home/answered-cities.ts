import { readAnswer } from '../../language/assent.js';
import { knownGivenName } from '../../names/known-given-name.js';
import type { ReadTurn } from '../../read-call.js';
import type { Place } from './place.js';
import { knownTownAt, REGION, readTownAt, type SpokenTown } from './read-towns.js';
import { COUNTRIES, widerTown } from './said-cities.js';
import type { SpokenAddress } from './spoken-address.js';

const LEAD =
  /^(?:[\s,.!]|\b(?:ha(?:ha)?|hehe|no|nope|nup|nah|naw|nay|never|negative|i am not|we are not|i'm not|we're not|it's not|it is not|not now|that's right|that's it|that's correct|yes|yeah|yep|yup|aye|uh|um|er|well|oh|ah|so|it's|its|it is|i'm|im|we're|in|over|out|up|down|just|that's|that would be|that'd be|actually|now|still|hi|right|near|outside|sure|okay|ok|i am|we are|of course|at the moment|at the minute|presently|currently|these days|mostly|close|not quite|nearly|almost|here|sorry|ma'am|sir|love|mate|not any ?more|moved|to|moved to|i moved to|we moved to|i live in|we live in|i stay in|from|lovely)\b)*/;
const ENDS =
  /^\s*(?:$|[.,!?;…–-]|(?:now|like|only|itself|proper|but|and|me|mate|please|these|in|since|though|at|because|cos|cause|for|sir|ma'am|love|actually|yes|yeah|aye|(?:i|we)(?:'ve|'m|'re| have| am| are)? (?:moved|live|stay|just|only|got|bought|been|rent|sold)|born|west|east|north|south)\b)/;
const HALF = /^(?:East|West|North|South|New|Yes|No|Naw|Nay|Negative|Affirmative|Affirm|Roger|Never|Wrong|Correct)$/i;

/** A town between other answers: "Kowalski, Ed. Scranton, 630 Prospect". */
function amongAnswers(turn: ReadTurn, country: string): readonly Place[] {
  for (const match of turn.text.matchAll(/(?<!\b(?:Mrs?|Ms|Dr|Fr|St))[.,;]\s+(?:in\s+)?(?=\p{L})/gu)) {
    const known = knownTownAt(turn.text, match.index + match[0].length, country);
    const town = known && widerTown(turn.text, known, country);
    const after = turn.text.slice(town?.end);
    if (town && /^(?:\s*[.,;]|\s*$)/.test(after) && !(knownGivenName(town.city) && /^\s*$/.test(after)))
      return [{ value: town.city, turn: turn.index, start: town.start, end: town.end, weight: 2 }];
  }
  return [];
}

/**
 * "Still Denver?" – "Aurora". "Where are you based?" – "uh, Leeds". "Is that in Charlotte?" – "Gastonia."
 *
 * @param asked with more: the street or a name is asked for too, and only a town of the gazetteer is taken
 */
export function answeredCities(
  turn: ReadTurn,
  asked: 'town' | 'with-more' | undefined,
  addresses: readonly SpokenAddress[],
  country: string,
): readonly Place[] {
  if (!asked) return [];
  if (asked === 'with-more') return amongAnswers(turn, country);
  const { plain } = turn;
  const lead = LEAD.exec(plain)?.[0] ?? '';
  const spoken = readTownAt(turn.text, lead.length, country);
  if (!spoken || addresses.some((address) => spoken.start >= address.start && spoken.end <= address.end)) return [];
  const town = widerTown(turn.text, spoken, country);
  if (COUNTRIES.test(town.city)) return [];
  const rest = plain.slice(town.end);
  if (town === spoken) {
    if (
      !(ENDS.test(rest) || (spoken.isKnown && /^\W*$/.test(rest.replace(REGION, '')))) ||
      /^[\s,]*(?:originally|but (?:i|we)(?:'m|'re| am| are)? (?:now|live|moved|staying|living)|is (?:my|the)|was|were)/.test(
        rest,
      )
    )
      return [];
    if (
      !spoken.isKnown &&
      (readAnswer(turn.text).kind !== 'neither' ||
        /ing$|\b(?:union|bank|school|college|hospital|company|limited|ltd)$/i.test(spoken.city) ||
        (!spoken.isCapital && spoken.city.includes(' ')))
    )
      return [];
    // "East" to "Fremantle or East Fremantle?" is only half of a name.
    if (HALF.test(spoken.city)) return [];
    // "Sorry, no": no towns.
    if (!spoken.isKnown && /^(?:No|Nope|Sorry|Same|Yes|Yeah|Right)$/i.test(spoken.city)) return [];
  }
  return [{ value: town.city, turn: turn.index, start: town.start, end: town.end, weight: 2 }];
}

/** "portland right": all that is asked, where nothing is punctuated. */
const LONE =
  /^((?:(?:so|and|still|that's|thats|in|okay|right)\s+)*)(\p{L}[^.!?]{2,30}?)(?:,? (?:now|still|then|right|yeah|is it|correct))+\s*$/iu;

/** "Birmingham?", "So Bristol now?": the town of a last sentence that asks for nothing else. */
export function loneTown(asked: string, country: string): SpokenTown | undefined {
  const whole = knownTownAt(asked, 0, country);
  if (whole && /^\W*$/.test(asked.slice(whole.end)) && !knownGivenName(whole.city)) return whole;
  const match =
    LONE.exec(asked) ??
    /(?:^|[.!?]\s+)((?:(?:so|and|still|that's|thats|in|okay|right)\s+)*)(\p{L}[^.!?]{2,40}?)(?:,? (?:now|still|then|right|yeah|is it|correct))*\?\s*$/iu.exec(
      asked,
    );
  if (!match?.[2]) return undefined;
  const start = match.index + match[0].indexOf(match[2], match[1]?.length ?? 0);
  const town = knownTownAt(asked, start, country);
  return town?.end === start + match[2].length && (town.isCapital || !knownGivenName(town.city)) ? town : undefined;
}

/** Whether an agent's question names a town to be agreed with or put right: "is that in Charlotte?", "still Denver?", "You're in Otley, aren't you?". */
export function isTownGuessed(asked: string, country: string): boolean {
  for (const match of asked.matchAll(
    /\b(?:[Ii]n|near|from|at|outside|[Ss]till)\s+(?=\p{Lu})|\b(?:still (?:over |up |down |out )?in|are you in|you're in|live in|calling from)\s+(?:the\s+)?(?=\p{L})/gu,
  )) {
    const town = knownTownAt(asked, match.index + match[0].length, country);
    const rest = asked.slice(town?.end);
    if (town && /^(?!\s+\p{Lu})[^.!?]{0,40}\?|^[\s,]*$/u.test(rest)) return true;
  }
  if (loneTown(asked, country)) return true;
  return /\b[Ss]till (?:over |up |down |out |living |based |there )*(?:in |at )?\p{Lu}\p{L}+\?/u.test(asked);
}
