/** A word of a text, and where it stands there. */
export interface Word {
  /** In lower case, curly apostrophes made straight: `it's`. */
  readonly lower: string;
  /** As it stands. */
  readonly text: string;
  readonly start: number;
  /** After its last character. */
  readonly end: number;
}

/** Letters and digits, with apostrophes inside; a hyphen parts words ("forty-eight"), and so does a change between letters and digits not. */
const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu;

/** The words of a text, in order. Signs between them are no words; `text.slice(a.end, b.start)` has them. */
export function wordsOf(text: string): readonly Word[] {
  return Array.from(text.matchAll(WORD), (match) => ({
    lower: match[0].toLowerCase().replaceAll('’', "'"),
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}
