import { KNOWN_CHANNELS } from '../describe-history.js';
import type { PolicyDocument } from './policy-document.js';

/** An element of a list of `match` that is valid and matches no call. */
export interface MatchWarning {
  readonly path: readonly ['match', 'numbers' | 'channels', number];
  readonly message: string;
  readonly hint: string;
}

/** What looks like a telephone number: seven digits and more, and what people write between them. */
const NUMBER_LIKE = /^\+?[\d\s().-]+$/;
const DIGITS_MIN = 7;
const INTERNATIONAL = /^\+[1-9]\d{6,14}$/;

/**
 * Numbers and channels are compared as they stand. YAML takes +13128675300 without quotes for the number 13128675300, which no platform
 * sends: the policy would never hold, and nobody would be told.
 */
export function matchWarnings(match: PolicyDocument['match']): readonly MatchWarning[] {
  const numbers = (match?.numbers ?? []).flatMap((text, index): MatchWarning[] => {
    const isNumberLike = NUMBER_LIKE.test(text) && text.replace(/\D/g, '').length >= DIGITS_MIN;
    if (!isNumberLike || INTERNATIONAL.test(text)) return [];
    return [
      {
        path: ['match', 'numbers', index],
        message: `${JSON.stringify(text)} matches no call: platforms write a number as a plus and digits.`,
        hint: 'Write it so, and in quotes, since YAML drops the plus without them: "+13128675309".',
      },
    ];
  });
  const channels = (match?.channels ?? []).flatMap((text, index): MatchWarning[] => {
    if (KNOWN_CHANNELS.has(text)) return [];
    const message = `${JSON.stringify(text)} is no channel that a platform is known to send.`;
    return [{ path: ['match', 'channels', index], message, hint: `Channels are ${[...KNOWN_CHANNELS].join(', ')}.` }];
  });
  return [...numbers, ...channels];
}
