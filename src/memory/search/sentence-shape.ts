/** What kind of sentence a text is, as far as its punctuation and its first letters tell. */
export interface SentenceShape {
  readonly isQuestion: boolean;
  /** From 0 to 1: how much is said. Twenty words that mean something are a lot. */
  readonly fullness: number;
  /** Words with a capital letter that do not begin a sentence, in lower case: people, places, makes. */
  readonly names: readonly string[];
}

const QUESTION = /[?？؟]["'”’)\]\s]*$/;
const NAME = /(?<=[\p{L}\p{N},;:'’"”)] )\p{Lu}\p{Ll}+/gu;
const FULL_WORDS = 20;

/** More are a list, not a sentence. */
const NAMES_MAX = 20;

/** @param termCount how many words of the text are no stop words */
export function sentenceShape(text: string, termCount: number): SentenceShape {
  return {
    isQuestion: QUESTION.test(text.slice(-40)),
    fullness: Math.min(1, termCount / FULL_WORDS),
    names: [...new Set(text.match(NAME))].slice(0, NAMES_MAX).map((name) => name.toLowerCase()),
  };
}
