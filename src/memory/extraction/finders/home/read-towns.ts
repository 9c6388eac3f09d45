import { townNamed } from '../../language/towns.js';
import { COMMON_WORDS, looksOrdinary } from '../../names/common-words.js';
import { usesCapitals } from '../../names/uses-capitals.js';
import { NO_CITIES, readCityAt, type SpokenCity } from './read-cities.js';

/** A town as it was said, and whether it is one of the gazetteer's. */
export interface SpokenTown extends SpokenCity {
  readonly isKnown: boolean;
}

const LEAD =
  /(?:[\s,]|\b(?:the (?:city|town|village|suburb) of|um+|uh+|er+m?|just|just outside|outside|near|sunny|beautiful|lovely|downtown|central|good old|little old)\b)*/iy;
const TOKEN = /\p{L}[\p{L}\p{M}'’-]*/uy;
const WORDS_MAX = 4;
/** A place abroad of this size is known by its name alone. */
const POPULATION_ABROAD_MIN = 40_000;
/** A place of this size keeps its name where it looks like another word. */
const LARGE_MIN = 60_000;

/** Towns of the gazetteer that stand after "in" with another meaning, unless a capital says otherwise. */
const NO_TOWN_IN_LOWER_CASE = new Set(
  'industry commerce liberty paradise transit progress labor labour justice orange surprise normal hope business shock limbo recovery rehab therapy surgery theatre theater training management security independence reception storage general theory reading mobile nice bath sandwich battle hull rugby deal ware wells street ash bury hook hove bude flint mold poole sale settle stone wick barking goole march may union hospital college temple university enterprise defiance eden golden hurricane intercourse earth best man split essen bar most wels spa bra ham buy many chips lots short trouble pain parts half safe hand heaven hell ear war peace love fact case turn order town bed care charge'.split(
    ' ',
  ),
);

const CALENDAR =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|christmas|easter)\b/i;

/** What may follow a town without being part of its name, and is written with a capital too. */
export const REGION =
  /^,?\s+(?:alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new (?:hampshire|jersey|mexico|york|south wales)|north (?:carolina|dakota|yorkshire)|ohio|oklahoma|oregon|pennsylvania|rhode island|south (?:carolina|dakota|australia|yorkshire)|tennessee|texas|utah|vermont|(?:west )?virginia|washington|wisconsin|wyoming|ontario|quebec|alberta|manitoba|saskatchewan|british columbia|nova scotia|new brunswick|queensland|victoria|tasmania|western australia|west yorkshire|yorkshire|lancashire|cheshire|kent|surrey|sussex|essex|devon|cornwall|dorset|somerset|norfolk|suffolk|derbyshire|shropshire|wiltshire|hampshire|berkshire|oxfordshire|gloucestershire|warwickshire|staffordshire|lincolnshire|cambridgeshire|northumberland|cumbria|durham|fife|ayrshire|gwent|co(?:unty|\.) \p{L}+|england|scotland|wales|ireland|india|canada|australia|\p{Lu}{2}(?!\p{L}))/iu;

/**
 * The town that stands in a text from a place on: the longest name that the gazetteer has, in any letter case, or what else has capitals
 * there. A name that is an ordinary word needs a capital.
 *
 * @param country of the caller: small places of other countries are left out where no capital says that a name is meant
 */
export function readTownAt(text: string, from: number, country: string): SpokenTown | undefined {
  LEAD.lastIndex = from;
  const start = from + (LEAD.exec(text)?.[0].length ?? 0);
  if (CALENDAR.test(text.slice(start))) return undefined;
  const known = knownTownAt(text, start, country);
  const written = readCityAt(text, from);
  if (!known) return written && { ...written, isKnown: false };
  // "Boston Scientific", "Leeds Road": the town is only a part of the name.
  const isPart =
    written?.isCapital &&
    written.start <= known.start &&
    written.end > known.end &&
    !REGION.test(text.slice(known.end));
  return isPart ? { ...written, isKnown: false } : known;
}

/** The town of the gazetteer whose name begins at a place, the longest. */
export function knownTownAt(text: string, start: number, country: string): SpokenTown | undefined {
  const ends: number[] = [];
  let at = start;
  while (ends.length < WORDS_MAX) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text)?.[0];
    if (!token) break;
    const end = at + token.length - (/['’]s$/i.test(token) ? 2 : 0);
    ends.push(end);
    const gap = /^(?:\.(?=\s\p{Lu})|)[^\S\n]+/u.exec(text.slice(end))?.[0];
    if (!gap || (gap.startsWith('.') && !/^st$/i.test(token))) break;
    at = end + gap.length;
  }
  for (const end of ends.reverse()) {
    const said = text.slice(start, end);
    const town = townNamed(said, country);
    if (!town) continue;
    const isCapital = /^\p{Lu}/u.test(said);
    const lower = said.toLowerCase();
    if (said.length < 3 || NO_CITIES.test(lower)) return undefined;
    if (!isCapital) {
      if (usesCapitals(text)) continue;
      // "boise" ends like an ordinary word.
      const isLarge = town.country === country && town.population > LARGE_MIN && !COMMON_WORDS.has(lower);
      if ((looksOrdinary(lower) && !isLarge) || NO_TOWN_IN_LOWER_CASE.has(lower)) continue;
      if (town.country !== country && town.population < POPULATION_ABROAD_MIN) continue;
      if (said.split(/\s+/).length === 1 && said.length < 4 && town.country !== country) continue;
    }
    return { city: isCapital ? said : inCapitals(said), start, end, isCapital, isKnown: true };
  }
  return undefined;
}

const SMALL_WORDS = /^(?:upon|on|le|of|by|the|de|la|del|sur|under|in|and)$/;

function inCapitals(said: string): string {
  return said
    .split(/\s+/)
    .map((word, index) =>
      index > 0 && SMALL_WORDS.test(word)
        ? word
        : word.replace(/(^|-)(\p{L})/gu, (_, sign: string, letter: string) => sign + letter.toUpperCase()),
    )
    .join(' ');
}
