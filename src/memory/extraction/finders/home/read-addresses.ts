import { type DigitText, withDigits } from '../../language/number-words.js';
import { looksOrdinary } from '../../names/common-words.js';
import { usesCapitals } from '../../names/uses-capitals.js';
import { cityAfter, joined, titled, unitOf } from './address-text.js';
import { otherForms } from './other-address-forms.js';
import type { SpokenAddress } from './spoken-address.js';
import { HOUSE, SUFFIX } from './street-words.js';

const UNIT =
  'apartment|apt|flat|unit|suite|ste|room|number|no|floor|block|tower|door|plot|lot|space|trailer|shop|townhouse|town house';
/** Numbers that stand beside each other are one: "16 40" is 1640; also "147 dash 12", "2 stroke 1", "28 a". Longer ones are none of a house. */
const NUMBER =
  "\\d{1,8}(?:[\\s-]{1,3}\\d{1,8}){0,5}(?:\\s?(?:dash|stroke|slash|/|-)\\s?\\d{1,8}(?:\\s\\d{1,8}){0,3})?(?:\\s?[a-h](?![\\p{L}\\p{N}']))?";
const LETTER = "[a-h](?:\\s?\\d+)?(?![\\p{L}'])";
const WORD = "(?:\\d+(?:st|nd|rd|th)|(?:st|mt|ft|dr|[nsew])\\.|[\\p{L}][\\p{L}'’-]*)";
const DIRECTION = 'north|south|east|west|northeast|northwest|southeast|southwest|upper|lower';

/** "93 Barry Road, East Dulwich": without the comma nobody knows which of the two "east" belongs to. */
const SLOT_END =
  "(?=\\s*(?:[,.;!?]|$)|\\s+(?:in|and|it's|its|but|so|that's|thats|apartment|apt|unit|flat|suite|number)\\b)";

/** "Flat 9", "#4", "the top flat", "2nd floor". */
const unitPart = (number: string): string =>
  `(?:(?:the )?(?:upper|lower|upstairs|downstairs|basement|rear|garden|front|back|top)\\s+(?:unit|flat|apartment|duplex)|(?:the )?(?:\\d+(?:st|nd|rd|th)|ground|top|first|second|third|upper|lower)\\s+floor(?:\\s+(?:flat|apartment))?|\\b(?:${UNIT})\\.?\\s+(?:number |no\\.? )?#?${number}|#\\s?${number})`;
const UNIT_PART = unitPart(`(?:${NUMBER}|${LETTER})`);
/** Before the street its number is as short as may be: "flat 2 10 Quay Street" is flat 2. */
const UNIT_FIRST = unitPart(`(?:\\d{1,8}(?:[\\s-]{1,3}\\d{1,8}){0,5}?(?:\\s?[a-h](?![\\p{L}\\p{N}']))?|${LETTER})`);
const STREET_PART = `(?:(?:door |house |street )?(?:number |no\\.? )?)${NUMBER},?\\s+(?:the )?((?:${WORD}\\s+){0,3}?(?:(?:${SUFFIX})\\b|${WORD}(?:row|gate|side|way|wood|croft|brae)\\b)(?:\\s+(?:${SUFFIX})\\b){0,2}(?:\\s+(?:${DIRECTION})\\b${SLOT_END})?|(?:(?:county|state|farm|old|us) )?(?:road|route|rte|highway|hwy) \\d+\\b)`;

const SURE = new RegExp(
  `(?:(${UNIT_FIRST})[\\s,]+(?:at |in |of )?)?(${STREET_PART})(?:[\\s,]+((?:${UNIT_PART})|\\d+\\s?[a-h]\\b))?`,
  'giu',
);
/** "Flat 9, Cardwell House, on Bow Lane", "the Old Manse, Main Street". */
const NAMED = new RegExp(
  `(?:(${UNIT_PART})[\\s,]+(?:at |in )?(?=${WORD}(?:\\s+${WORD}){1,3})|\\b(?=the\\s+${WORD}\\s+(?:${HOUSE})\\b))(?:the )?((?:${WORD}\\s+){1,3}?(?:${HOUSE}|${SUFFIX})\\b)(?:,?\\s+(?:on |in )?((?:${NUMBER}\\s+)?(?:${WORD}\\s+){1,3}?(?:${SUFFIX})\\b))?`,
  'giu',
);
/** "900 East Colfax", "77 Harrison": a number and capitalised words, or any where an address is asked for. */
const BARE = new RegExp(
  `(?:(${UNIT_FIRST})[\\s,]+)?((?:door )?(?:number |no\\.? )?${NUMBER},?\\s+(?:(?:${DIRECTION}|${WORD})\\s+){0,2}${WORD})(?:[\\s,]+((?:${UNIT_PART})|\\d+\\s?[a-h]\\b))?`,
  'giu',
);

/**
 * The addresses of a text.
 *
 * @param isAsked an address is what was asked for: a number with a name is one without "Street" too
 * @param capitals whether who wrote it down writes names with capitals: of a sentence, what its turn says
 */
export function readAddresses(said: string, isAsked: boolean, capitals = usesCapitals(said)): readonly SpokenAddress[] {
  const digits = withDigits(
    withoutSpokenHyphens(said).replace(/\bsecond(?= (?:floor|cross|street|avenue|main|lane))/gi, (word) =>
      '2nd'.padEnd(word.length),
    ),
  );
  const found: SpokenAddress[] = [];
  const take = (form: RegExp, isSure: boolean): void => {
    for (const match of digits.text.matchAll(form)) {
      if (found.length >= ADDRESSES_MAX) return;
      const spoken = spokenAddress(digits, match, { capitals, isSure, isAsked });
      if (spoken && !found.some((other) => spoken.start < other.end && other.start < spoken.end)) found.push(spoken);
    }
  };
  take(NAMED, true);
  take(SURE, true);
  found.push(
    ...otherForms(digits, isAsked, capitals).filter(
      (spoken) => !found.some((other) => spoken.start < other.end && other.start < spoken.end),
    ),
  );
  take(BARE, false);
  return found.sort((a, b) => a.start - b.start);
}

/** Nobody says more of them in one turn. */
const ADDRESSES_MAX = 30;
/** What is asked of the words in front of an address is asked of so many characters. */
const LEAD_MAX = 40;

/** "B 704, Silver Oak Heights". */
const BLOCK_BEFORE = /\b([A-H])[ -]$/;
const ROAD_AFTER = new RegExp(`^, ((?:\\p{Lu}[\\p{L}'’-]* ){1,2}(?:${SUFFIX}))(?=[.,;]|$)`, 'iu');
/** "Gali 4 Karol Bagh", "lane 3 Banjara Hills": the number is not that of the house. */
const PART_OF_MORE = /\b(?:gali|lane|sector|phase|block|cross|main|street|road|floor|stage)\s+$/i;
/** "House number eight, flat B, Ashburnham Mews". */
const UNIT_BETWEEN = /^(\d+),? ((?:apartment|apt|flat|unit|suite) (?:\d+|[a-h]\b)) (?=\p{L}+ \p{L})/iu;
const IN_EMAIL = /^\s*(?:dot\b|@|at \w+ dot\b)/i;

/** "Nine-oh-four" is one number, "147-12" two. */
const withoutSpokenHyphens = (said: string): string => said.replace(/(?<=\p{L})-(?=oh\b)|(?<=\boh)-(?=\p{L})/giu, ' ');

/** Where nothing has a capital, a number and a name are an address only where an answer begins: "so send two guys" is none. */
const BEGINS_ANSWER =
  /(?:^|[,.;!?]|\b(?:it'?s|is|at|im|i'm|on|yes|yeah|yep|no|um|uh|er|address|now|home|house|live|still|to|sure|okay|ok|number|that'?s))\s*$/i;

const isPlainAnswer = (text: string, at: number): boolean =>
  !/\p{Lu}\p{Ll}/u.test(text) && BEGINS_ANSWER.test(text.slice(Math.max(0, at - LEAD_MAX), at));

interface Setting {
  readonly capitals: boolean;
  readonly isSure: boolean;
  readonly isAsked: boolean;
}

function spokenAddress(digits: DigitText, match: RegExpExecArray, setting: Setting): SpokenAddress | undefined {
  const isNamed = setting.isSure && match.length === 4 && !/\d/.test(match[2] ?? '');
  const before = digits.text.slice(Math.max(0, match.index - LEAD_MAX), match.index);
  let unit = match[1];
  // "Flat 2 10 Quay Street" has a number of its own for the house.
  if (isNamed && /\d\s+[1-9]\d*$/.test(unit ?? '') && new RegExp(`\\b(?:${SUFFIX})$`, 'i').test(match[2] ?? ''))
    return undefined;
  const whole = match[2] ?? '';
  const street = setting.isSure ? whole : withoutRest(whole, setting);
  const isCut = street.length < whole.length;
  const extra = isNamed || isCut ? undefined : match.at(-1);
  const road = isNamed ? match[3] : undefined;
  if (!isStreet(street, setting, isNamed)) return undefined;
  if (!setting.isSure && !setting.capitals && !isPlainAnswer(digits.text, match.index)) return undefined;
  if (PART_OF_MORE.test(before) || IN_EMAIL.test(digits.text.slice(match.index + match[0].length))) return undefined;
  let words = street.replace(/^(?:door |house |street )?(?:number |no\.? )/i, '').replace(/^(?:door|house) /i, '');
  words = words.replace(
    new RegExp(`^((?:plot )?)(${NUMBER})(?:,|(?=\\s|$))`, 'iu'),
    (_, plot: string, number: string) => plot + joined(number),
  );
  const between = isNamed || unit !== undefined ? null : UNIT_BETWEEN.exec(words);
  if (between?.[1] && between[2]) {
    unit = between[2];
    words = words.slice(0, between[1].length) + words.slice(between[0].length - 1);
  }
  const isHouseNumber =
    unit !== undefined && /^(?:number|no\.?|door)\s/i.test(unit) && (isNamed || /^\d+(?:st|nd|rd|th)\b/.test(words));
  const article = isNamed && unit === undefined ? 'The ' : '';
  const parts = [
    unit && !isHouseNumber ? unitOf(unit) : undefined,
    (isHouseNumber ? `${joined((unit ?? '').replace(/^\D+/, ''))} ` : article) + titled(words, setting.capitals),
    road && titled(road, setting.capitals),
    extra && unitOf(extra),
  ];
  const block = unit === undefined && setting.capitals ? BLOCK_BEFORE.exec(before)?.[1] : undefined;
  if (block) parts[1] = `${block} ${parts[1]?.replace(/^(\d+) /, '$1, ')}`;
  const end = isCut ? match.index + match[0].indexOf(street) + street.length : match.index + match[0].length;
  const back = digits.original(match.index, end);
  const rest = digits.text.slice(end);
  const isHouse = new RegExp(`\\b(?:cottages|${HOUSE})$`, 'i').test(street) && extra === undefined;
  const houseRoad = (block || (isHouse && setting.capitals)) && ROAD_AFTER.exec(rest)?.[1];
  return {
    address: [...parts, houseRoad].filter(Boolean).join(', '),
    city: cityAfter(rest, setting.capitals),
    start: back.start,
    end: back.end,
    isSure: setting.isSure,
  };
}

/** "77 Harrison in Oakland": the street without the words that belong to what follows. */
function withoutRest(street: string, { capitals }: Setting): string {
  const words = Array.from(street.matchAll(/\p{L}[\p{L}'’.-]*|\d+(?:st|nd|rd|th)/giu)).filter(
    ({ 0: word }) => !/^(?:door|number|no|house|plot|[a-h])$/i.test(word),
  );
  const bad = words.findIndex(
    ({ 0: word }, index) => index > 0 && (capitals ? !/^(?:\p{Lu}|\d)/u.test(word) : looksOrdinary(word.toLowerCase())),
  );
  return bad < 0 ? street : street.slice(0, words[bad]?.index).trimEnd();
}

/** Words that end as streets do and are none. */
const NO_STREET = /^(?:outside|inside|beside|alongside|always|anyway|away|halfway|railway|tomorrow|borrow|sorrow)$/i;
const SMALL_IN_STREETS = new RegExp(`^(?:of|the|de|la|${SUFFIX})$`);

const TIMES =
  /^\d[\d\s]*\s*(?:am|pm|a\.m|p\.m|o'clock|oclock|in the|on the|minutes?|mins?|hours?|days?|weeks?|months?|years?|year|people|percent|pounds?|dollars?|euros?|bucks|quid|nights?|of|or|and|to|till|til|at|for|by|please|if|then|miles?|kids|guests|children|times?|(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|ember|tember|ober)?|(?:mon|tues?|wednes|thurs?|fri|satur|sun)day)\b/i;

function isStreet(street: string, setting: Setting, isNamed: boolean): boolean {
  // "One word", "two things".
  if (!setting.isSure && /^\d+ (?:words?|things?|more|moment|second|letters?|[a-z]s)\b/i.test(street)) return false;
  // "15 June" is a day, "15 June Street" is none.
  const isDay = /^\d+ \p{L}+ (?:street|st|road|rd|avenue|ave|lane|drive|court|place|close|terrace|way)\b/iu.test(
    street,
  );
  if (TIMES.test(street) && !(setting.isSure && isDay)) return false;
  const words = street
    .replace(
      /^[^\p{L}]*(?:(?:door|house|plot|street|number|no)\b[\s.]*)*(?:[\d\s,/-]|\b(?:dash|stroke|slash)\b)*(?:[a-h]\b[\s,]*)?/iu,
      '',
    )
    .split(/\s+/)
    .filter(Boolean);
  if (words.length === 0 || (!isNamed && words.some((word) => /^(?:floor|gali)$/i.test(word)))) return false;
  if (isNamed)
    return setting.capitals
      ? words.every((word) => /^[\p{Lu}\d]/u.test(word))
      : setting.isAsked && words.length < 3 && !looksOrdinary(words[0]?.toLowerCase() ?? '');
  if (!setting.isSure && (words[0]?.length ?? 0) < 3 && !/^(?:St|El|La|Le)$/i.test(words[0] ?? '')) return false;
  // "I have 2 dogs on the street", "5 minutes down the road".
  const inner = words.slice(0, -1).map((word) => word.toLowerCase());
  if (setting.isSure) {
    if (words.length === 1 || NO_STREET.test(words.at(-1) ?? '')) return false;
    if (
      setting.capitals &&
      words.some((word) => /^\p{Ll}/u.test(word) && !SMALL_IN_STREETS.test(word)) &&
      !setting.isAsked
    )
      return false;
    return !inner.some((word) =>
      /^(?:if|when|tonight|today|tomorrow|possible|please|can|could|will|would|have|got|not|about|before|after|until|than|then|per|on|in|at|and|or|my|your|to|from|for|by|is|was|with|his|her|a|an|any|this|that|every|some|one|same|no|all|other|i|i'll|i'd|i've|don't|can't|won't|didn't|you|we|they|minutes?|people|down|up|off|across|over|it's|i'm|we're|so|but)$/.test(
        word,
      ),
    );
  }
  if (setting.capitals)
    return (
      words.every((word) => /^(?:\p{Lu}|\d+(?:st|nd|rd|th))/u.test(word)) &&
      !/^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|I|I'm|Is|It|And|PM|AM)$/.test(
        words[0] ?? '',
      )
    );
  return (
    setting.isAsked &&
    words.length < 3 &&
    words.every((word) => !looksOrdinary(word.toLowerCase()) || new RegExp(`^(?:${DIRECTION})$`).test(word))
  );
}
