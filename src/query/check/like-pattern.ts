import { shorten } from '../shorten.js';
import { type Fault, fault } from './fault.js';

/**
 * How many runs of `%` a pattern may hold. Postgres calls itself once for each: at some thousand of them the embedded
 * one runs out of stack (measured: 8000 did it).
 */
const WILDCARDS_MAX = 256;

/**
 * A pattern of like and ilike as Postgres reads it: `*` stands for `%`, and a backslash takes the meaning from the
 * character behind it.
 *
 * Source: dialect, "Patterns"; Postgres refuses a pattern that ends in a lone backslash (9.7.1).
 */
export function readLikePattern(pattern: string): { readonly kind: 'pattern'; readonly pattern: string } | Fault {
  let translated = '';
  let from = 0;
  let wildcards = 0;
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at];
    if (character === '%') wildcards++;
    else if (character === '*') {
      wildcards++;
      translated += `${pattern.slice(from, at)}%`;
      from = at + 1;
    } else if (character === '\\') {
      at++;
      if (at === pattern.length) {
        return fault(
          'RQ305',
          `The pattern "${shorten(pattern)}" ends in a backslash that escapes nothing.`,
          'A literal backslash is written \\\\.',
          { start: at - 1, end: at },
        );
      }
    }
  }
  if (wildcards > WILDCARDS_MAX) {
    return fault('RQ407', `A pattern has at most ${WILDCARDS_MAX} wildcards.`, 'Ask for a shorter piece of the text.');
  }
  return { kind: 'pattern', pattern: from === 0 ? pattern : translated + pattern.slice(from) };
}
