import { WITHHELD } from '../../platforms/person-reference.js';

/** What stands for what is not shown. */
export const MASK = '•••';

/** Runs of digits that long could be somebody's number, or a good part of it. */
const LONG_RUN = /\d{5,}/;

const PLUS_NUMBER = /^((?:voice|tel|sips?):)?(\+\d{7,15})$/i;
const ANY_NUMBER = /^\+?\d{7,15}$/;
const SEPARATORS = /[\s().-]/g;
const ADDRESS = /^(?:sips?:|mailto:)?[^@\s]+@([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+)(?:[:;][^@]*)?$/i;
const PLAIN_KEY = /^[A-Za-z_][\w.-]{0,63}$/;

/**
 * A text with so much left of it that one can tell what it was, and no more: `+1312•••5309`, `•••@example.com`, `•••(12 characters)`. An
 * empty one stays: that a value is missing is what one looks for.
 */
export function maskText(text: string): string {
  if (text === '') return '';
  const number = PLUS_NUMBER.exec(text);
  if (number !== null) return `${number[1] ?? ''}${maskNumber(number[2] as string)}`;
  const host = text.length > 320 ? undefined : ADDRESS.exec(text)?.[1];
  if (host !== undefined && !LONG_RUN.test(host)) return `${MASK}@${host}`;
  return `${MASK}(${text.length} character${text.length === 1 ? '' : 's'})`;
}

/** The same of an address one calls or is called from, where digits are a number however they are written. */
export function maskAddress(text: string): string {
  if (WITHHELD.has(text.toLowerCase())) return text;
  const compact = text.length > 40 ? text : text.replace(SEPARATORS, '');
  return ANY_NUMBER.test(compact) ? maskNumber(compact) : maskText(text);
}

/** Any JSON value: text as above, of others the kind, of objects the keys. */
export function maskValue(value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return maskText(value);
  if (Array.isArray(value)) return `${MASK}(array of ${value.length})`;
  if (typeof value === 'object') return maskMembers(value as Readonly<Record<string, unknown>>, maskValue);
  return `${MASK}(${typeof value})`;
}

/** An object with its keys (but for those that could hold somebody's data themselves) and masked values. */
export function maskMembers(
  members: Readonly<Record<string, unknown>>,
  mask: (value: unknown, key: string) => unknown,
): Readonly<Record<string, unknown>> {
  const masked = Object.entries(members);
  for (const [index, entry] of masked.entries()) {
    const [key, value] = entry;
    if (!isPlainKey(key)) entry[0] = `${maskText(key)} ${index + 1}`;
    entry[1] = mask(value, key);
  }
  return Object.fromEntries(masked);
}

/** Whether a key is one that a program made, as far as one can see. */
export function isPlainKey(key: string): boolean {
  return PLAIN_KEY.test(key) && !LONG_RUN.test(key);
}

function maskNumber(number: string): string {
  const plus = number.startsWith('+') ? '+' : '';
  const digits = number.slice(plus.length);
  const [first, last] = digits.length >= 11 ? [4, 4] : digits.length >= 9 ? [2, 2] : [0, 2];
  return `${plus}${digits.slice(0, first)}${MASK}${digits.slice(-last)}`;
}
