import { baseForm } from './irregular-forms.js';
import { porter2 } from './porter2.js';

const ORDINAL = /^\d+(?=(?:st|nd|rd|th)$)/;
const FIRST_DIGIT = /^\d/;

/** Stems that are remembered; when there are more, they are forgotten together. */
const REMEMBERED_MAX = 20_000;

/** From a word of a text to the term that it is found by: `bought` and `buying` are `buy`, `7th` is `7`. */
export interface TermReader {
  read(word: string): string;
}

/** Remembers what it has read: the words of a caller repeat. */
export function createTermReader({ irregularForms }: { readonly irregularForms: boolean }): TermReader {
  const remembered = new Map<string, string>();
  return {
    read(word) {
      const known = remembered.get(word);
      if (known !== undefined) return known;
      const term = FIRST_DIGIT.test(word)
        ? (ORDINAL.exec(word)?.[0] ?? word)
        : porter2(irregularForms ? baseForm(word) : word);
      if (remembered.size >= REMEMBERED_MAX) remembered.clear();
      remembered.set(word, term);
      return term;
    },
  };
}
