import type { TextValue } from '../checked-query.js';

/** dialect: "gt gte lt lte on a path", which holds for equality too. */
const NUMBER = /^-?(?:0|[1-9]\d{0,29})(?:\.\d{1,30})?(?:[eE][+-]?\d{1,2})?$/;

/** A text that is compared with a metadata value: also as the number or the boolean that it is the text of. */
export function metadataValue(text: string): TextValue {
  if (mayBeNumber(text.charCodeAt(0)) && NUMBER.test(text)) return { kind: 'text', text, number: text };
  if (text === 'true') return { kind: 'text', text, boolean: true };
  if (text === 'false') return { kind: 'text', text, boolean: false };
  return { kind: 'text', text };
}

/** A digit or a minus. */
const mayBeNumber = (code: number) => (code >= 48 && code <= 57) || code === 45;
