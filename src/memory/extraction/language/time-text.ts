import { ORDINAL_TEN_VALUES, ORDINAL_UNIT_VALUES, TEN_VALUES, UNIT_VALUES } from './number-values.js';

/**
 * A text as the patterns for dates and times read it: lower case, one space between words, number words as digits ("twenty
 * first" is `21st`, "nine thirty" is `9 30`), marks of punctuation as words of their own.
 */
export interface TimeText {
  readonly text: string;
  /** Where a stretch of it stands in the original: `[start, end)`. */
  original(start: number, end: number): { readonly start: number; readonly end: number };
}

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const TOKEN =
  /[ap]\.\s?m\b\.?|o\s?["'’]?\s?clock\b|\d{4}-\d{2}-\d{2}|\d{1,2}\/\d{1,2}(?:\/\d{2,4})?(?![\d/])|\d{1,2}[:.]\d{2}(?!\d|[.:]\d)|\d+(?:,\d{3})+|\d+(?:st|nd|rd|th)\b|\d+[b-gi-oq-z]\b|\d+|\p{L}+(?:['’]\p{L}+)*|[.,;:?!£$€%]|(?<=\d)\s?[-–]\s?(?=\d)/giu;

const NUMBERS: ReadonlyMap<string, number> = new Map([...UNIT_VALUES, ...TEN_VALUES]);
const ORDINALS: ReadonlyMap<string, number> = new Map([...ORDINAL_UNIT_VALUES, ...ORDINAL_TEN_VALUES]);

/** Words that lose their 's: "Tuesday's fine", "tomorrow's good". */
const SHORTENED = /^(.*day|tomorrow|tonight|noon|arvo|afternoon|morning|evening|that|it|what)['’]s$/;

export function timeText(original: string): TimeText {
  const tokens = joinNumbers(
    withoutLooseS(
      [...original.matchAll(TOKEN)].map(({ 0: text, index }) => ({
        text: plainWord(text),
        start: index,
        end: index + text.length,
      })),
    ),
  );
  let text = '';
  const starts: number[] = [];
  for (const token of tokens) {
    if (text !== '') text += ' ';
    starts.push(text.length);
    text += token.text;
  }
  return {
    text,
    original: (start, end) => {
      const [first, last] = [tokens[tokenAt(starts, start)], tokens[tokenAt(starts, end - 1)]];
      return { start: first?.start ?? 0, end: last?.end ?? 0 };
    },
  };
}

/** The last one of rising places that is not behind `place`, by halves: the first one if all are. */
function tokenAt(starts: readonly number[], place: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** What is said of a time: "twelves good", "tuesdays no good". */
const SAID_OF_IT =
  /^(?:good|fine|great|grand|perfect|ok|okay|lovely|better|best|ideal|brilliant|brill|no|too|not|gone|full|out|free|his|her|my|our|way|spot|sound|magic)$/;
/** Before these it is all of them: "on Tuesdays". */
const EVERY = /^(?:on|every|most|all|of|many|how|have|got|and|to|some|these|those|the)$/;

/** Without an apostrophe, "thursdays fine" is "Thursday's fine". */
const withoutLooseS = (tokens: readonly Token[]): readonly Token[] =>
  tokens.map((token, index) => {
    const bare = /^(.*day|\p{L}+)s$/u.exec(token.text)?.[1];
    const isWhen = bare !== undefined && (WEEKDAY.test(bare) || (NUMBERS.get(bare) ?? 99) <= 12);
    const isSaid = SAID_OF_IT.test(tokens[index + 1]?.text ?? '') && !EVERY.test(tokens[index - 1]?.text ?? '');
    return isWhen && isSaid ? { ...token, text: bare } : token;
  });

const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/;

function plainWord(text: string): string {
  const word = text.toLowerCase().replace('’', "'");
  if (/^[ap]\.\s?m/.test(word)) return `${word[0]}m`;
  if (/^o.*clock$/.test(word)) return 'oclock';
  // Scots: "quarter tae twelve".
  if (word === 'tae') return 'to';
  if (/^\d+\.\d+$/.test(word)) return word.replace('.', ':');
  if (/^\s?[-–]\s?$/.test(word)) return '-';
  if (/^\d+(,\d{3})+$/.test(word)) return word.replaceAll(',', '');
  const plain = SHORTENED.exec(word)?.[1] ?? word;
  const bare = plain.replace(/['’]s$/, '');
  return plain !== "one's" && (NUMBERS.has(bare) || (bare !== 'second' && ORDINALS.has(bare))) ? bare : plain;
}

/** Number words become digits, and what belongs to one number becomes one word. */
function joinNumbers(tokens: readonly Token[]): readonly Token[] {
  const joined: Token[] = [];
  for (let index = 0; index < tokens.length; ) {
    const { text, length } = readNumber(tokens, index, joined.at(-1)?.text) ?? { text: tokens[index]!.text, length: 1 };
    joined.push({ text, start: tokens[index]!.start, end: tokens[index + length - 1]!.end });
    index += length;
  }
  return joined;
}

function readNumber(
  tokens: readonly Token[],
  index: number,
  before: string | undefined,
): { readonly text: string; readonly length: number } | undefined {
  const word = (offset: number): string => tokens[index + offset]?.text ?? '';
  const [first, next] = [word(0), word(1)];
  if ((first === 'a' || first === 'p') && next === 'm' && /\d$/.test(before ?? ''))
    return { text: `${first}m`, length: 2 };
  const [number, ordinal] = [NUMBERS.get(first), ORDINALS.get(first)];
  if (ordinal !== undefined) return { text: ordinalText(ordinal), length: 1 };
  const unit = NUMBERS.get(next);
  if (
    /^(?:oh|o|zero|nought)$/.test(first) &&
    unit !== undefined &&
    unit > 0 &&
    unit < 10 &&
    /^\d{1,2}$/.test(before ?? '')
  ) {
    return { text: `0${unit}`, length: 2 };
  }
  if (number === undefined) return undefined;
  if (number === 2 && next === 'thousand') {
    const skipped = word(2) === 'and' ? 3 : 2;
    const rest = readNumber(tokens, index + skipped, undefined);
    if (rest && /^\d{1,2}$/.test(rest.text))
      return { text: `${2000 + Number(rest.text)}`, length: skipped + rest.length };
    return { text: '2000', length: 2 };
  }
  if (number >= 20) {
    const unitOrdinal = ORDINALS.get(next);
    if (unitOrdinal !== undefined && unitOrdinal > 0 && unitOrdinal < 10)
      return { text: ordinalText(number + unitOrdinal), length: 2 };
    if (unit !== undefined && unit > 0 && unit < 10) return { text: `${number + unit}`, length: 2 };
  }
  return { text: `${number}`, length: 1 };
}

function ordinalText(number: number): string {
  const ends = number % 100 > 10 && number % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${ends}`;
}
