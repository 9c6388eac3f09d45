import { spelledIn } from '../../language/spelled-letters.js';
import { distance } from '../../names/respell.js';

/** Said about the address between its parts: "all one word", "that's with a W O R T H", "no spaces". */
const ASIDES =
  /[,.]?\s*\b(?:(?:that's|thats|that is|it's|its|which is)\s+)?(?:all (?:(?:as |the )?one word|lower ?case|in lower ?case|together|small letters|small)|lower ?case|no (?:space|spaces|dots?|caps|capitals)(?: in between)?|one word|(?:as )?a single word|in numbers|in digits|the (?:numbers?|digits?|letters?|word)(?= )|(?:spelled|spelt) (?:the )?(?:normal|usual|same)(?: way)?|as it sounds|like it sounds)\b,?/gi;
const PARENTHESIS = /,\s*(?:that's|thats|that is|with)\s+(?:with\s+)?an?\s+(?:[a-z]\s+)*[a-z],(?=\s*at\b)/gi;
/** ", two c's in becca,": how a part is written. */
const LETTERS_OF = /,\s*(?:with )?(?:one|two|double|a|an) [a-z](?:'?s)?(?: in (?:the )?\p{L}+)?(?=,)/giu;
/** "Fifty-eight, that's the numbers five eight,": digits that are said already. */
const DIGITS_AGAIN =
  /(?<=\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\p{L}+teen|\p{L}+ty))(?:,\s*(?:that'?s|that is|so|as in)\s+(?:in |the )*(?:numbers?|digits?|figures?)?|,?\s*(?:that'?s )?the (?:numbers?|digits?|figures?))\s+(?:\d|zero|oh|one|two|three|four|five|six|seven|eight|nine|\s)+,?(?=\s*\bat\b)/giu;
/** "Megan dot O, the letter O,", "zach with an h dot stone", "mo dot ali now at": a remark on a letter that is there, and "now". */
const LETTER_REMARKS =
  /(?<=\b([a-z])),? (?:that's |just )?the letter \1\b,?|(?<=\b([a-z])),? (?:it'?s |that'?s )\2 (?:for|as in|like) \p{L}+,?|\bnow(?= at\b)/giu;
const WITH_A_LETTER = /\b(\p{L}+)(,? with (?:an?|one) ([a-z]))\b(?=,| (?:dot|at|underscore|dash|hyphen|\d))/giu;
/** "The jas.k.gill one at proton dot me". */
const POINTING = /(?<=\bthe [\p{L}\d._-]{2,40} )one(?= at\b)/giu;
/** Ways of saying one sign, made as long as they were. */
const SIGN_PHRASES: readonly (readonly [RegExp, string])[] = [
  [/\bfull stop\b/gi, 'dot'],
  [/(?<=\b[a-z\d],? )(?:and )?then(?= [a-z\d])/gi, ''],
  [/\bunder ?(?:score|bar|line)\b/gi, 'underscore'],
  [/\bat(?:[- ](?:the[- ]rate(?: of)?|sign|symbol))\b/gi, 'at'],
  [/\bthe (?:at|@) (?:sign|symbol)\b/gi, 'at'],
  [/(?<!\bthe )\b(?:number|numeral|digit) (?=(?:\d|zero|one|two|three|four|five|six|seven|eight|nine|ten)\b)/gi, ''],
  [
    /(?<=\b(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety))-(?=(?:one|two|three|four|five|six|seven|eight|nine)\b)/gi,
    ' ',
  ],
];

/**
 * A text of the same length in which spoken e-mail addresses have their plain form: one word for each sign, without remarks between the
 * parts ("all one word"), and with words that are spelled as well only once.
 */
export function plainAddresses(said: string): string {
  const plain = [PARENTHESIS, LETTERS_OF, LETTER_REMARKS, DIGITS_AGAIN, POINTING, ASIDES].reduce(
    blank,
    withoutRemarksOn(withSigns(said.replaceAll('’', "'"))),
  );
  return withoutLettersOfWords(withoutSpelling(plain));
}

function withSigns(text: string): string {
  return SIGN_PHRASES.reduce((signs, [form, sign]) => signs.replace(form, (words) => sign.padEnd(words.length)), text);
}

/** "Hugo reyes with a dot in the middle". */
const SIGN_BETWEEN =
  /\b([\p{L}\d]+) ([\p{L}\d]+),? with an? (dot|underscore|dash|hyphen) (?:in (?:the )?(?:middle|between)|between(?: (?:them|the two))?)\b,?/giu;

const withoutRemarksOn = (said: string): string =>
  said
    .replace(SIGN_BETWEEN, (all, one: string, other: string, sign: string) =>
      `${one} ${sign} ${other}`.padEnd(all.length),
    )
    .replace(WITH_A_LETTER, (all, word: string, remark: string, letter: string) =>
      word.toLowerCase().includes(letter.toLowerCase()) ? word + ' '.repeat(remark.length) : all,
    );

/** A word that is spelled before or after it, with other words or a full stop between: "S-H-E-T-T-Y. vikram.shetty at". */
function withoutLettersOfWords(text: string): string {
  let rest = text;
  for (const { letters, start, end } of spelledIn(text)) {
    const plain = letters.replace(/[^a-z]/g, '');
    if (plain.length < 3 || /^[\s,]*(?:at|dot|underscore|dash|hyphen|\d|@)/i.test(rest.slice(end))) continue;
    const around = `${rest.slice(Math.max(0, start - 60), start)} ${rest.slice(end, end + 60)}`.toLowerCase();
    const words = around.match(/\p{L}{4,}|\p{L}+/gu) ?? [];
    const word = words.find((one) => one === plain || (one.length > 3 && plain.endsWith(one)));
    if (word === undefined) continue;
    // "dot w t o m a s z": the first letter is the address's.
    const from = start + placeOfLetter(rest.slice(start, end), plain.length - word.length);
    rest = rest.slice(0, from) + ' '.repeat(end - from) + rest.slice(end);
  }
  return rest;
}

/** Where the letter of that number stands in spelled letters: 0 where they are no single letters. */
const placeOfLetter = (spelled: string, index: number): number =>
  Array.from(spelled.matchAll(/\b\p{L}\b/gu)).at(index)?.index ?? 0;

/** What is spelled stands no further behind its word. */
const LEAD_MAX = 120;

/**
 * A text without what says words of an address again: "abernathy, that's A B E R N A T H Y" keeps the letters, "gracie with I E" the
 * word.
 */
function withoutSpelling(text: string): string {
  let rest = text;
  for (const run of spelledIn(text)) {
    const lead =
      /([\p{L}\d]+(?:\s+[\p{L}\d]+){0,2})([\s,]*\b(?:that's|thats|that is|it's|its|with|spelled|spelt|which is|so)\b(?: with| an?| the| spelled| spelt)*[\s,]*|,\s*)$/iu.exec(
        rest.slice(Math.max(0, run.start - LEAD_MAX), run.start),
      );
    const [, said = '', between = ''] = lead ?? [];
    const letters = run.letters.replace(/[^a-z]/g, '');
    if (!lead || letters === '') continue;
    const end = run.start - between.length;
    const words = said.split(/\s+/);
    const last = words.at(-1)?.toLowerCase() ?? '';
    if (/\b(?:with|an?)\b/i.test(between) && letters.length < 4 && last.includes(letters)) {
      const comma = /^\s*,/.exec(rest.slice(run.end))?.[0].length ?? 0;
      rest = rest.slice(0, end) + ' '.repeat(run.end + comma - end) + rest.slice(run.end + comma);
      continue;
    }
    const joined = words.map((_, index) => words.slice(index).join('').toLowerCase());
    const costs = joined.map((word) => distance(word, letters));
    const least = Math.min(...costs);
    if (letters.length < 3 || least > Math.ceil(letters.length * 0.3)) continue;
    const start = end - words.slice(costs.indexOf(least)).join(' ').length;
    const comma = /^\s*,/.exec(rest.slice(run.end))?.[0].length ?? 0;
    rest =
      rest.slice(0, start) +
      ' '.repeat(run.start - start) +
      rest.slice(run.start, run.end) +
      ' '.repeat(comma) +
      rest.slice(run.end + comma);
  }
  return rest;
}

function blank(text: string, form: RegExp): string {
  return text.replace(form, (words) => ' '.repeat(words.length));
}
