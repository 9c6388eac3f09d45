import { nameSomeone } from '../../../search/short-names.js';
import { isGivenName } from '../../names/given-names.js';
import { distance } from '../../names/respell.js';
import type { NameCandidate } from './name-candidate.js';

/** The caller's name as it is after a candidate: fuller, corrected, or as it was. */
export function mergeNames(current: NameCandidate | undefined, next: NameCandidate): NameCandidate {
  if (!current) return next;
  const [held, said] = [wordsOf(current.name), wordsOf(next.name)];
  const whole = (name: string): NameCandidate => ({ ...next, name, part: 'self' });
  if (said.every((word) => held.includes(word)))
    return current.part === 'surname' && said.length > 1 ? whole(next.name) : current;
  if (
    held.length === 1 &&
    next.part === 'self' &&
    /^(?:van|von|de|di|da|del|della|du|la|le|der|den|ter|al)$/.test(said[0] ?? '')
  )
    return whole(`${current.name} ${next.name.replace(/^\S+/, (particle) => particle.toLowerCase())}`);
  if (next.part === 'short')
    return current.part === 'surname' && !isGivenName(held[0] ?? '') ? whole(`${next.name} ${current.name}`) : current;
  if (held.every((word) => said.includes(word))) return whole(withoutDouble(next.name));
  if (held.length === 1 && said.length === 1) {
    if (next.part === 'surname' && current.part !== 'surname') return whole(`${current.name} ${next.name}`);
    if (next.part === 'first-name' || (current.part === 'surname' && next.part === 'self'))
      return joined(current, next, whole);
    if (next.part === 'booking' && current.part === 'self') return whole(`${current.name} ${next.name}`);
    if (current.part === 'booking' && next.part === 'self') return whole(`${next.name} ${current.name}`);
  }
  if (next.isCorrection) return corrected(current, next, whole);
  const isSame = sameFirst(held[0] ?? '', said[0] ?? '');
  if (isSame && said.length > 1 && next.isRetraction) return whole(next.name);
  if (isSame && held[0]?.length === 1 && said.at(-1) === held.at(-1)) return whole(next.name);
  if (isSame && said.length > held.length) return whole(withLongFirst(current.name, next.name));
  // "Dai, obviously. David Prosser."
  const isFollowing = !next.isAlone || (next.turn === current.turn && isGivenName(said[0] ?? ''));
  if (held.length === 1 && said.length > 1 && next.part === 'self' && isFollowing) return whole(next.name);
  // "It's Joy Lynn, two words, last name Tucker"
  if (next.part === 'surname' && held.length > 1 && next.turn === current.turn && held.every(isGivenName))
    return whole(`${current.name} ${next.name}`);
  if (next.part === 'surname' && held.length === 1) return whole(`${current.name} ${next.name}`);
  if (current.part === 'booking' && next.part !== 'booking') return whole(next.name);
  // "Sarah" first, then "Johnson … Zara Johnson": near enough to be the same word heard twice.
  if (said.length > held.length && distance(held.at(-1) ?? '', said.at(-1) ?? '') <= 1) return whole(next.name);
  return current;
}

function joined(current: NameCandidate, next: NameCandidate, whole: (name: string) => NameCandidate): NameCandidate {
  if (current.part === 'surname' || current.part === 'booking') return whole(`${next.name} ${current.name}`);
  const [held, said] = [current.name.toLowerCase(), next.name.toLowerCase()];
  // Asked for the first name, the caller has said the surname before.
  return sameFirst(held, said) || distance(held, said) <= 2 ? whole(next.name) : whole(`${next.name} ${current.name}`);
}

function corrected(current: NameCandidate, next: NameCandidate, whole: (name: string) => NameCandidate): NameCandidate {
  const [held, said] = [current.name.split(' '), next.name.split(' ')];
  if (said.length > 1 || held.length === 1) return whole(next.name);
  const word = said[0] ?? '';
  const costs = held.map((heard) => distance(heard.toLowerCase(), word.toLowerCase()));
  const least = Math.min(...costs);
  if (next.part === 'surname') return whole([...held.slice(0, -1), word].join(' '));
  if (next.part === 'first-name') return whole([word, ...held.slice(1)].join(' '));
  const at =
    least <= Math.ceil(word.length / 2) ? costs.indexOf(least) : isGivenName(word.toLowerCase()) ? 0 : held.length - 1;
  return whole(held.map((heard, index) => (index === at ? word : heard)).join(' '));
}

/** "Pritchard Gwen Pritchard", said after a title. */
function withoutDouble(name: string): string {
  const words = name.split(' ');
  return words.length > 2 && words[0]?.toLowerCase() === words.at(-1)?.toLowerCase() ? words.slice(1).join(' ') : name;
}

/** "Deborah, Deb Karras" is Deborah Karras; two spellings of one name are the later one. */
export function withLongFirst(held: string, said: string): string {
  const [first = '', ...rest] = said.split(' ');
  const before = held.split(' ')[0] ?? '';
  const isShort =
    nameSomeone(new Set([first.toLowerCase()]), [before.toLowerCase()]) && before.length > first.length + 1;
  return isShort ? [before, ...rest].join(' ') : said;
}

/** Whether two given names are the same, one of them perhaps a short form. */
export function sameFirst(a: string, b: string): boolean {
  return a === b || nameSomeone(new Set([a]), [b]) || a.startsWith(b) || b.startsWith(a);
}

function wordsOf(name: string): string[] {
  return name.toLowerCase().split(' ');
}
