import { spelledIn } from '../language/spelled-letters.js';
import { isGivenName } from './given-names.js';
import { inUsualCase } from './usual-case.js';

/** Letters that sound alike, or that stand for the same sound in different spellings of a name. */
const ALIKE: readonly (readonly string[])[] = [
  ['ph', 'v', 'f'],
  ['ck', 'k', 'c', 'ch', 'q'],
  ['z', 's', 'c', 'x'],
  ['j', 'g'],
  ['y', 'i', 'ie', 'ey', 'ee', 'ea'],
  ['m', 'n'],
  ['b', 'p', 'd', 't', 'v'],
  ['o', 'a', 'u', 'e'],
];

/** "Everybody spells it with a V": not how it is spelled. */
const SPELLED_BY_OTHERS =
  /\b(?:every(?:one|body)|people|they|folks?|some|most|you|the last one|always)(?: \w+){0,2}? (?:spells?|writes?|puts?|spelt|spelled|wrote|has|have)(?: it)? (?:down )?(?:with(?:out)?|as) [^.!?]{1,30}/giu;

/**
 * A name as its owner spells it: the letters that are spelled in a text ("J-O-H-N-S-E-N", "with a K", "without an H", "B as in
 * boy") correct what the transcriber heard. A word of the name is replaced only by letters that are near to it; a name without a near
 * word stays.
 */
export function respell(name: string, said: string): string {
  let corrected = name;
  for (const run of spelledIn(said)) {
    // "K-U-Z-N-E-T-S-O-V, and A for me"
    const more =
      /^,? (?:and|plus|then) (?:an? )?([a-z])(?=[.,!]|$| (?:for me|(?:at|on) the end)\b)/iu.exec(
        said.slice(run.end),
      )?.[1] ?? '';
    // "W-E-N-D-E-L, one L": the letters are meant.
    const isMeant = /^,? (?:(?:just|only|with) )*(?:one|two) [a-z](?:'?s)?(?=[\s.,!]|$)/iu.test(said.slice(run.end));
    corrected = withSpelling(corrected, run.letters + more.toLowerCase(), run.pauses, isMeant);
  }
  const text = said.replace(SPELLED_BY_OTHERS, (words) => ' '.repeat(words.length));
  for (const match of text.matchAll(
    /(?:(?<![\p{L}'-])([\p{L}'-]{1,40}),?\s+)?\bwith(?:out)?\s+(an?|one|two|the|no|double)\s+(?:letter\s+)?((?:[a-z][\s-]+)?[a-z])(?:'s|(?<=\b(?:two|double) \w)s)?\b(?!['’]|\s+[a-z]{3,}\s+(?:name|account))/giu,
  )) {
    const letters = (match[3] ?? '').toLowerCase().replace(/[\s-]/g, '');
    const isWithout = /\bwithout\b/i.test(match[0]) || match[2]?.toLowerCase() === 'no';
    const count = /^(?:two|double)$/i.test(match[2] ?? '') ? 2 : match[2]?.toLowerCase() === 'one' ? -1 : 1;
    corrected = onOneOf(
      corrected,
      match[1],
      (word) => withLetter(word, letters, isWithout ? 0 : count),
      isWithout || count !== 1 ? undefined : letters,
    );
  }
  // "Simmonds with a y, Symonds": the whole word is said again.
  const again = /\bwith (?:an?|one|two|no) [a-z],? (?:so |it's |that's )?(\p{L}{4,})/iu.exec(text)?.[1];
  if (again !== undefined)
    corrected = corrected.replace(/[^\s-]+/g, (word) => (isNear(word, again) ? inUsualCase(again) : word));
  // Near to the name: "Policy's four four B as in boy" is of something else.
  const asIn = /^(?:.{0,30}[\s,])?([a-z])\s+(?:as in|for|like)\s+(\p{L}{2,})/iu.exec(text);
  if (
    asIn?.[1] &&
    !/\d|\b(?:policy|account|number|ref\w*|code|postcode|flat|unit|plate|reg)\b/i.test(text.slice(0, asIn[0].length)) &&
    asIn[2]?.toLowerCase().startsWith(asIn[1].toLowerCase()) &&
    spelledIn(text).length === 0
  ) {
    const letter = asIn[1].toLowerCase();
    corrected = onOneOf(corrected, undefined, (word) => {
      const first = word[0]?.toLowerCase() ?? '';
      return !word.toLowerCase().includes(letter) && areAlike(first, letter)
        ? inUsualCase(letter + word.slice(1).toLowerCase())
        : word;
    });
  }
  return corrected;
}

/** A name with one of its words spelled anew, or all of them where they were spelled one after the other. */
export function withSpelling(name: string, letters: string, pauses: readonly number[] = [], isMeant = false): string {
  const words = name.split(' ');
  const heard = words.map(plainLetters);
  const plain = plainLetters(letters);
  if (heard.some((_, at) => heard.slice(at).join('') === plain) || plain.length < 2) return name;
  // One half of a double name is spelled.
  if (words.some((word) => word.includes('-') && word.split('-').some((half) => plainLetters(half) === plain)))
    return name;
  const costs = heard.map((word) => distance(word, plain));
  const least = Math.min(...costs);
  const best = costs.indexOf(least);
  const all = words.length > 1 ? bestSplit(heard, plain, pauses) : undefined;
  if (all && all.cost < least) {
    if (all.cost > Math.ceil(plain.length * 0.35)) return name;
    return words
      .map((word, index) => (heard[index] === all.parts[index] ? word : inUsualCase(all.parts[index] ?? word)))
      .join(' ');
  }
  const word = heard[best] ?? '';
  const isNear = least <= Math.max(1, Math.ceil(Math.max(plain.length, word.length) * 0.5));
  if (!isNear || (plain.length < word.length - 2 && word.startsWith(plain))) return name;
  if (least === 0 && (!/['-]/.test(letters) || /['-]/.test(words[best] ?? ''))) return name;
  // Where a known name is heard and the spelling is one double letter off, it was the tongue that slipped.
  if (!isMeant && least === 1 && isGivenName(word) && !isGivenName(plain) && onceEach(word) === onceEach(plain))
    return name;
  words[best] = inUsualCase(letters);
  return words.join(' ');
}

/** Letters cut into as many parts as a name has words, so that the parts are as near as can be to the words. */
function bestSplit(
  words: readonly string[],
  letters: string,
  pauses: readonly number[],
): { parts: string[]; cost: number } | undefined {
  const [first = '', ...rest] = words;
  if (rest.length === 0) return letters === '' ? undefined : { parts: [letters], cost: distance(first, letters) };
  let best: { parts: string[]; cost: number } | undefined;
  for (let end = Math.max(1, first.length - 3); end <= Math.min(letters.length - 1, first.length + 3); end++) {
    const others = bestSplit(
      rest,
      letters.slice(end),
      pauses.map((pause) => pause - end),
    );
    const apart = pauses.length > 0 && !pauses.includes(end) ? 0.5 : 0;
    const cost = distance(first, letters.slice(0, end)) + (others?.cost ?? Number.POSITIVE_INFINITY) + apart;
    if (others && (!best || cost < best.cost)) best = { parts: [letters.slice(0, end), ...others.parts], cost };
  }
  return best;
}

/** Double letters once. */
function onceEach(word: string): string {
  return word.replace(/(.)\1+/g, '$1');
}

/** Letters alone, without accents. */
function plainLetters(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z]/g, '');
}

function onOneOf(name: string, meant: string | undefined, change: (word: string) => string, already?: string): string {
  const words = name.split(' ');
  const said = words.findIndex((word) =>
    word
      .toLowerCase()
      .split('-')
      .includes(meant?.toLowerCase() ?? ''),
  );
  if (said >= 0) return words.map((word, at) => (at === said ? change(word) : word)).join(' ');
  // The given name is meant most often ("Karl with a K"); the surname where only it can take the letter.
  for (const index of words.length > 1 ? [0, words.length - 1] : [0]) {
    if (index > 0 && already !== undefined && words[0]?.toLowerCase().includes(already)) break;
    const changed = change(words[index] ?? '');
    if (changed !== words[index]) return words.map((word, at) => (at === index ? changed : word)).join(' ');
  }
  return name;
}

/** A word with a letter more, another one in place of one that sounds alike, or (count 0) without it; -1 is once, not doubled. */
function withLetter(word: string, letters: string, count: number): string {
  const lower = word.toLowerCase();
  const done = (changed: string): string => inUsualCase(changed);
  if (count === 0)
    return lower.includes(letters) ? done(lower.replace(new RegExp(`${letters}(?!.*${letters})`), '')) : word;
  if (count === -1) return lower.includes(letters + letters) ? done(lower.replace(letters + letters, letters)) : word;
  if (count === 2) {
    return lower.includes(letters) && !lower.includes(letters + letters)
      ? done(lower.replace(letters, letters + letters))
      : word;
  }
  if (lower.includes(letters)) return word;
  if (letters === 'e' && /[^aeiouy]$/.test(lower)) return done(`${lower}e`);
  for (const group of ALIKE) {
    if (!group.includes(letters)) continue;
    for (const other of group) {
      if (other !== letters && lower.startsWith(other)) return done(letters + lower.slice(other.length));
    }
    for (const other of group) {
      const at = lower.indexOf(other);
      if (other !== letters && at > 0) return done(lower.slice(0, at) + letters + lower.slice(at + other.length));
    }
  }
  if (letters === 'h')
    return done(/[aeiou]$/.test(lower) ? `${lower}h` : lower === 'jon' ? 'john' : lower.replace(/^(t|g|r|c)/, '$1h'));
  return word;
}

/** Another spelling of the same word. */
const isNear = (word: string, other: string): boolean =>
  word[0]?.toLowerCase() === other[0]?.toLowerCase() && distance(word.toLowerCase(), other.toLowerCase()) <= 2;

function areAlike(a: string, b: string): boolean {
  return ALIKE.some((group) => group.includes(a) && group.includes(b));
}

/** Levenshtein's. */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
