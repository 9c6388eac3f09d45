import { plainText } from '../../plain-text.js';

/** A sentence that is longer is cut into pieces: recognized speech comes without a full stop, too. */
export const SENTENCE_CHARACTERS_MAX = 180;

/** What a message says beyond so much is read out by nobody. */
const MESSAGE_CHARACTERS_MAX = 4000;

/** The sentences of a message, as plain text, each within `SENTENCE_CHARACTERS_MAX` and with its punctuation. */
export function splitSentences(text: string): readonly string[] {
  return text
    .slice(0, MESSAGE_CHARACTERS_MAX)
    .split(/[\r\n\u2028\u2029]+/u)
    .flatMap((line) => sentencesOf(plainText(line)))
    .flatMap(pieces)
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}

const ENDS = /[.!?…]+["'”’»)]*(?=\s|$)|[。！？]+["'”’」』）]*/gu;

function sentencesOf(line: string): readonly string[] {
  const found: string[] = [];
  let start = 0;
  for (const { 0: end, index } of line.matchAll(ENDS)) {
    const after = index + end.length;
    if (!endsHere(line.slice(Math.max(start, index - 12), index), end, line.slice(after, after + 2).trim())) continue;
    found.push(line.slice(start, after).trim());
    start = after;
  }
  found.push(line.slice(start).trim());
  return found;
}

const ABBREVIATIONS = /(?:^|[\s("'])(?:dr|mr|mrs|ms|prof|st|ave|vs|approx|apt|ext|sr|sra|hr|fr|mme|\p{L})$/iu;
const TIMES_OF_DAY = /(?:^|[\s\d])[ap]\.?\s?m$/iu;
const NUMBER_SIGN = /(?:^|\s)no$/iu;

/** Whether a stop ends its sentence, by what stands before and after it. */
function endsHere(before: string, end: string, next: string): boolean {
  if (next === '') return true;
  if (/^(?:\.{2,}|…)/u.test(end)) return !/^\p{Ll}/u.test(next);
  if (!end.startsWith('.')) return true;
  if (TIMES_OF_DAY.test(before)) return !/^\p{Ll}/u.test(next);
  if (NUMBER_SIGN.test(before)) return !/^\p{N}/u.test(next);
  return !ABBREVIATIONS.test(before);
}

/** Cuts at a clause where there is one, else between words, else (in a script without spaces) between characters. */
function pieces(sentence: string): readonly string[] {
  const found: string[] = [];
  let rest = sentence;
  while (rest.length > SENTENCE_CHARACTERS_MAX) {
    const head = rest.slice(0, SENTENCE_CHARACTERS_MAX);
    const cut = lastMatch(head, CLAUSES) ?? lastMatch(head, SPACES) ?? wholeCharacters(head);
    found.push(rest.slice(0, cut).trim());
    rest = rest.slice(cut).trim();
  }
  found.push(rest);
  return found;
}

const CLAUSES = /[,;:、，；]\s?|\s(?=(?:and|but|so|because|then|y|pero|und|aber|et|mais)\s)/giu;
const SPACES = /\s/gu;

/** Where the last match ends that leaves a piece worth its place. */
function lastMatch(head: string, pattern: RegExp): number | undefined {
  let cut: number | undefined;
  for (const { 0: match, index } of head.matchAll(pattern)) {
    if (index >= SENTENCE_CHARACTERS_MAX / 3) cut = index + match.length;
  }
  return cut;
}

function wholeCharacters(head: string): number {
  return /[\uD800-\uDBFF]$/.test(head) ? head.length - 1 : head.length;
}
