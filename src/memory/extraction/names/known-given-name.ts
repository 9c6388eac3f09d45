import { FREQUENT_GIVEN_NAMES, RARE_GIVEN_NAMES } from './births.js';

const FREQUENT = new Set(FREQUENT_GIVEN_NAMES.trim().split(/\s+/));
const RARE = new Set(RARE_GIVEN_NAMES.trim().split(/\s+/));

/**
 * How sure it is that a word can be a given name, in any letter case: `frequent`, `rare`, or undefined for what is on no list, which may
 * be a name even so. Many words are names, too (May, Grace, Will): the place where it stands has to say that a name is meant.
 */
export function knownGivenName(word: string): 'frequent' | 'rare' | undefined {
  const plain = word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
  if (FREQUENT.has(plain)) return 'frequent';
  return RARE.has(plain) ? 'rare' : undefined;
}
