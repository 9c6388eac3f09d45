import { nearest } from '../did-you-mean.js';
import { shorten } from '../shorten.js';
import { type Fault, fault } from './fault.js';

const KEYWORDS = ['null', 'not_null', 'true', 'false', 'unknown'] as const;

export type IsKeyword = (typeof KEYWORDS)[number];

const KNOWN: ReadonlySet<string> = new Set(KEYWORDS);

/** The right side of `is`, in any letter case. */
export function readIsKeyword(text: string): { readonly kind: 'keyword'; readonly keyword: IsKeyword } | Fault {
  const keyword = text.toLowerCase();
  if (KNOWN.has(keyword)) return { kind: 'keyword', keyword: keyword as IsKeyword };
  const meant = /^not[ .]?null$/.test(keyword) ? 'not_null' : nearest(text, KEYWORDS);
  return fault(
    'RQ303',
    `"is" does not know "${shorten(text)}".`,
    meant === undefined ? 'It knows null, not_null, true, false and unknown.' : `Did you mean "${meant}"?`,
  );
}
