/** A word of a text, and where it stands. */
export interface Token {
  /** In lower case, without accents and apostrophes' tails (`Sarah's` is `sarah`). */
  readonly word: string;
  /** UTF-16 positions: `text.slice(start, end)` is the word as it was written. */
  readonly start: number;
  readonly end: number;
}

/** Runs of letters, marks and digits; an apostrophe within a word belongs to it. */
const WORD = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*/gu;

/** Scripts that put no spaces between words: each pair of neighbouring characters is a word. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const ASCII_WORD = /^[a-zA-Z0-9]+$/;
const APOSTROPHE_TAIL = /['’](?:s|d|m|t|re|ve|ll)?$/;

/** Longer runs are no words; their beginning is enough to find them. */
const WORD_CHARACTERS_MAX = 40;

/** The words of a text in their order. Never throws, whatever the text is. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    const raw = match[0];
    const start = match.index;
    if (ASCII_WORD.test(raw))
      tokens.push({ word: raw.slice(0, WORD_CHARACTERS_MAX).toLowerCase(), start, end: start + raw.length });
    else if (UNSPACED.test(raw)) pushPairs(tokens, raw, start);
    else {
      const word = plain(raw);
      if (word !== '') tokens.push({ word, start, end: start + raw.length });
    }
  }
  return tokens;
}

function pushPairs(tokens: Token[], raw: string, start: number): void {
  const characters = [...raw];
  let at = start;
  for (const [index, character] of characters.entries()) {
    const next = characters[index + 1];
    if (next !== undefined || characters.length === 1) {
      const pair = character + (next ?? '');
      tokens.push({ word: pair.normalize('NFKC').toLowerCase(), start: at, end: at + pair.length });
    }
    at += character.length;
  }
}

function plain(raw: string): string {
  const folded = raw.slice(0, WORD_CHARACTERS_MAX).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return folded.replace(APOSTROPHE_TAIL, '').replace(/['’]/g, '');
}
