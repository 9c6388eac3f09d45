import { distance } from '../../names/respell.js';
import { readEmails } from './read-emails.js';

/** Who puts an address right says only that: longer clauses are about something else. */
const WORDS_MAX = 9;
/** A domain that can be no part of what was said, to read a part alone with. */
const ALONE = 'alone.invalid';

/**
 * The address as the caller says its first part anew, without the domain: "stephanie dot lowe at halden marsh dot example" – "no e on the
 * end, it's stephanie dot low"; "gbains81 at …" – "G bains eighteen, not eighty-one".
 *
 * @param address that was read out or said before
 * @param text of the caller's turn
 * @returns undefined where nothing in it is like the first part
 */
export function correctedLocal(address: string, text: string): string | undefined {
  const [local = '', domain = ''] = address.split('@');
  for (const clause of clausesOf(text)) {
    const said = readEmails(`${clause} at alone dot invalid`).at(-1)?.address;
    const part = said?.endsWith(`@${ALONE}`) ? said.slice(0, -ALONE.length - 1) : undefined;
    if (part === undefined || part.length < 3 || !isLike(part, local)) continue;
    return part === local ? undefined : `${part}@${domain}`;
  }
  return undefined;
}

/** The sentences of a text without what is said not to be, and then their clauses: "r feinberg, just the letter r". */
function clausesOf(text: string): readonly string[] {
  const sentences = text
    .split(/[.!?]+\s+|[.!?]+$/)
    .map((sentence) => sentence.replace(/[\s,]*\bnot\b.*$/i, '').trim())
    .filter((sentence) => sentence !== '');
  const clauses = sentences.flatMap((sentence) => sentence.split(/,\s+|\s+(?:it'?s|just|so)\s+/i));
  return [...sentences, ...clauses].filter((clause) => clause !== '' && clause.split(/\s+/).length <= WORDS_MAX);
}

/** They are one name said twice: a few letters differ, or one has an end or an initial that the other lacks. */
function isLike(part: string, local: string): boolean {
  const [one, other] = [part, local].map((each) => each.replace(/[._+-]/g, '')) as [string, string];
  // "Toni with an i": a name alone is no shorter address, "toni dot b" is one.
  if (one.length < other.length && other.includes(one) && !/[._+\d-]/.test(part)) return false;
  const isShortened = part.length > 4 && other.startsWith(one);
  const isLonger = Math.min(one.length, other.length) > 3 && (one.includes(other) || other.includes(one));
  return (
    isShortened ||
    (isLonger && Math.abs(one.length - other.length) < 5) ||
    distance(one, other) <= Math.max(1, other.length / 4)
  );
}
