import { nameSomeone } from '../search/short-names.js';

/** A name, ready to be compared: its words, and how each sounds. */
export type ReadName = readonly { readonly word: string; readonly sound: string }[];

export function readName(name: string): ReadName {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return (plain.match(/[\p{L}\p{N}'’-]+/gu) ?? []).map((word) => ({ word, sound: sound(word) }));
}

/**
 * Whether two names may be one person's: the same first name, its short form or another spelling of it, or one name that is a part of
 * the other ("Johnson", "Sarah Johnson").
 */
export function maySharePerson(left: ReadName, right: ReadName): boolean {
  if (isPartOf(left, right) || isPartOf(right, left)) return true;
  return isSameFirstName(left[0], right[0]);
}

/**
 * The fuller one of two forms of one name, or undefined where they are different names: "Sarah" and "Sarah Johnson" are one, "Sarah
 * Johnson" and "Sarah Keller" are not.
 *
 * @param said counts where neither is fuller
 */
export function fullerName(known: string, said: string): string | undefined {
  const [knownWords, saidWords] = [readName(known), readName(said)];
  const [short, long] = knownWords.length < saidWords.length ? [knownWords, saidWords] : [saidWords, knownWords];
  const isOneName =
    isPartOf(short, long) || (isSameFirstName(short[0], long[0]) && isPartOf(short.slice(1), long.slice(1)));
  if (!isOneName) return undefined;
  if (knownWords.length !== saidWords.length) return long === knownWords ? known : said;
  // "Kate" does not shorten "Katherine" again; of two spellings the later one counts.
  const [knownFirst, saidFirst] = [knownWords[0], saidWords[0]];
  if (knownFirst === undefined || saidFirst === undefined || knownFirst.sound === saidFirst.sound) return said;
  return knownFirst.word.length > saidFirst.word.length ? known : said;
}

function isSameFirstName(left: ReadName[number] | undefined, right: ReadName[number] | undefined): boolean {
  if (left === undefined || right === undefined) return false;
  return left.sound === right.sound || nameSomeone(new Set([left.word]), [right.word]);
}

function isPartOf(part: ReadName, whole: ReadName): boolean {
  return part.every((word) => whole.some((other) => other.sound === word.sound));
}

/** A transcriber writes Sara and Sarah, Jon and John, Catherine and Katherine as it likes. */
function sound(name: string): string {
  return name
    .replace(/ph/g, 'f')
    .replace(/ck|c(?![ehiy])/g, 'k')
    .replace(/(?<=.)h/g, '')
    .replace(/y/g, 'i')
    .replace(/(.)\1+/g, '$1');
}
