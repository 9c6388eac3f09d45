import { type CivilDay, civilDay } from '../../language/civil-day.js';
import { MONTH_FIRST } from '../../language/days-of-month.js';
import { UNIT_VALUES } from '../../language/number-values.js';
import { withDigits } from '../../language/number-words.js';

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const YEAR = "(?:[\\s,.]*(?:of |in |and )?(?:the year )?'?(\\d{4}|\\d{2})(?!\\d|:|st|nd|rd|th| ?[ap]m))?";
const DAY_MONTH = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)?[\\s,]+${MONTH}\\b${YEAR}`, 'i');
/** "fifteenth August, same as Independence Day, nineteen ninety three". */
const LATE_YEAR = /^[^.!?]{0,45}?\b(19\d{2}|20[01]\d)\b/;
/** "Nineteen sixty five, May the twelfth". */
const EARLY_YEAR = /\b(19\d{2}|20[01]\d)(?: i am| i was| it was| that was)?[\s,]+(?:on |the |in )*$/i;
const MONTH_DAY = new RegExp(`\\b${MONTH}[.,]?(?: the)? (\\d{1,2})(?:st|nd|rd|th)?\\b(?!:)${YEAR}`, 'i');
const ISO = /\b(\d{4})-(\d{1,2})-(\d{1,2})\b/;
/** "the 3rd of the 8th 1960". */
const ORDINALS = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? of (?:the )?(\\d{1,2})(?:st|nd|rd|th)\\b${YEAR}`, 'i');
/** "03/06/84", "7 4 52", "0 6 17 90", "11 9 86". */
const NUMERIC =
  /(?<!\d)(0 ?\d|\d{1,2})(?:st|nd|rd|th)?\s*[\s,/.-]\s*(0 ?\d|\d{1,2})\s*[\s,/.-]\s*(\d{4}|\d{2}|\d{2} \d{2})(?!\d)/;
/** Written without signs: 060384. */
const PACKED = /(?<!\d)(\d{2})(\d{2})(\d{4})(?!\d)/;

/**
 * The day of birth that a text says: `1984-06-03`, or `--06-03` without a year. Two-digit years are of the last hundred years.
 *
 * @param today ISO 8601: no one was born later
 */
export function readBirthDate(text: string, country: string, today: string): string | undefined {
  const plain = text.replaceAll('’', "'");
  const dated = withFeasts(plain);
  return readDate(plain, country, today) ?? (dated === plain ? undefined : readDate(dated, country, today));
}

function readDate(text: string, country: string, today: string): string | undefined {
  const digits = withDigits(
    inPlainDates(text)
      .replace(/(?<!ty[\s-])\bsecond\b/gi, '2nd')
      .replace(/(?<!ty[\s-])\bfirst\b/gi, '1st'),
  ).text.replace(/\b(?:oh|o) (?=\d)/gi, '0');
  const numeric = readNumeric(digits, country, today);
  const named = readNamed(digits, today);
  // "eleven nine eighty six. November ninth." – the name of the month decides.
  if (named?.startsWith('--') && numeric && !numeric.startsWith('--'))
    return `${numeric.slice(0, 4)}-${named.slice(2)}`;
  return named ?? numeric;
}

const FEASTS: readonly (readonly [RegExp, string])[] = [
  [/\bchristmas day\b/gi, 'december 25'],
  [/\bchristmas eve\b/gi, 'december 24'],
  [/\bboxing day\b/gi, 'december 26'],
  [/\bnew year'?s day\b/gi, 'january 1'],
  [/\bnew years?'?s?\b(?! (?:day|eve))/gi, 'january 1'],
  [/\bnew year'?s eve\b/gi, 'december 31'],
  [/\bhallowe?'?en\b/gi, 'october 31'],
  [/\bvalentine'?s(?: day)?\b/gi, 'february 14'],
  [/\b(?:st\.?|saint) patrick'?s(?: day)?\b/gi, 'march 17'],
  [/\bapril fool'?s?(?: day)?\b/gi, 'april 1'],
  [/\bleap day\b/gi, 'february 29'],
];

function withFeasts(text: string): string {
  return FEASTS.reduce((plain, [form, date]) => plain.replace(form, date), text);
}

/** "Nineteen and forty-eight", "the twenty-ninth o' February", "three slash four slash eighty". */
function inPlainDates(text: string): string {
  return text
    .replace(/\b(nineteen) (?:hundred )?and (?=\p{L}+ty|\p{L}+teen|ten|eleven|twelve|\d)/giu, '$1 ')
    .replace(
      /\bo'? (?=the |january|february|march|april|may|june|july|august|september|october|november|december)/gi,
      'of ',
    )
    .replace(
      /(?<=[,\s])(?:oh|o) (one|two|three|four|five|six|seven|eight|nine)(?=\W*$)/gi,
      (_, unit: string) => `0${UNIT_VALUES.get(unit.toLowerCase())}`,
    )
    .replace(/(?<!\s)\s+(?:slash|stroke|dash|forward slash)\s+/gi, ' / ');
}

function readNamed(digits: string, today: string): string | undefined {
  const iso = ISO.exec(digits);
  if (iso) return dateOf(iso[1], Number(iso[2]), Number(iso[3]), today);
  const dayFirst = DAY_MONTH.exec(digits);
  const monthFirst = MONTH_DAY.exec(digits);
  const match = dayFirst && (!monthFirst || dayFirst.index <= monthFirst.index) ? dayFirst : monthFirst;
  if (!match) return undefined;
  const [day, month] = match === dayFirst ? [match[1], match[2]] : [match[2], match[1]];
  const year =
    match[3] ??
    LATE_YEAR.exec(digits.slice(match.index + match[0].length))?.[1] ??
    EARLY_YEAR.exec(digits.slice(0, match.index))?.[1];
  return dateOf(year, monthOf(month ?? ''), Number(day), today);
}

function readNumeric(digits: string, country: string, today: string): string | undefined {
  const ordinals = ORDINALS.exec(digits);
  if (ordinals) return dateOf(ordinals[3], Number(ordinals[2]), Number(ordinals[1]), today);
  const match = NUMERIC.exec(digits) ?? PACKED.exec(digits);
  if (!match) return undefined;
  const [first, second] = [Number(match[1]?.replace(' ', '')), Number(match[2]?.replace(' ', ''))];
  const year = match[3]?.replace(' ', '');
  const isMonthFirst = second > 12 || (first <= 12 && MONTH_FIRST.has(country));
  return isMonthFirst ? dateOf(year, first, second, today) : dateOf(year, second, first, today);
}

function monthOf(name: string): number {
  return MONTHS.findIndex((month) => month.startsWith(name.toLowerCase().slice(0, 3))) + 1;
}

/** With every day that a year can have. */
const LEAP_YEAR = 2000;

function dateOf(year: string | undefined, month: number, day: number, today: string): string | undefined {
  if (year === undefined) return withoutYear(civilDay(LEAP_YEAR, month, day));
  const full = fullYear(year, Number(today.slice(0, 4)));
  return full === undefined ? undefined : civilDay(full, month, day);
}

const withoutYear = (day: CivilDay | undefined): string | undefined => day && `--${day.slice(5)}`;

/** Who calls is hardly younger than twelve, and nobody is older than 115. */
function fullYear(year: string, now: number): number | undefined {
  if (year.length === 2) {
    const recent = 2000 + Number(year);
    return recent <= now - 12 ? recent : 1900 + Number(year);
  }
  const full = Number(year);
  return full >= now - 115 && full <= now ? full : undefined;
}
