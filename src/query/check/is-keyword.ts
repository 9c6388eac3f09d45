import { nearest } from '../did-you-mean.js';
import { shorten } from '../shorten.js';
import { type Fault, fault } from './fault.js';

const KEYWORDS = ['null', 'not_null', 'true', 'false', 'unknown'] as const;
/** What a column can be. */
const COLUMN_KEYWORDS = ['null', 'not_null'] as const;

export type IsKeyword = (typeof KEYWORDS)[number];

const KNOWN: ReadonlySet<string> = new Set(KEYWORDS);

/** The right side of `is`, in any letter case. Only a metadata value (`isPath`) is told that it may be true or false. */
export function readIsKeyword(
  text: string,
  isPath: boolean,
): { readonly kind: 'keyword'; readonly keyword: IsKeyword } | Fault {
  const keyword = text.toLowerCase();
  if (KNOWN.has(keyword)) return { kind: 'keyword', keyword: keyword as IsKeyword };
  const possible = isPath ? KEYWORDS : COLUMN_KEYWORDS;
  const meant = /^not[ .]?null$/.test(keyword) ? 'not_null' : nearest(text, possible);
  return fault(
    'RQ303',
    `"is" does not know "${shorten(text)}".`,
    meant === undefined ? `It takes ${possible.join(', ')} here.` : `Did you mean "${meant}"?`,
  );
}
