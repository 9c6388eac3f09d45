import { phoneIdentity } from '../../callers/phone-identity.js';
import type { Predicate } from '../../predicates.js';

const VALUE_CHARACTERS_MAX = 200;
const NOTE_CHARACTERS_MAX = 500;

/**
 * A value as the registry wants it, or nothing for one that cannot be that.
 *
 * @param country of national telephone numbers
 */
export function checkedValue(predicate: Predicate, given: string, country: string): string | undefined {
  const value = oneLine(given, predicate === 'note' ? NOTE_CHARACTERS_MAX : VALUE_CHARACTERS_MAX);
  if (value === '' || /\[(?:card number|security code|password|account number|national id)\]/.test(value))
    return undefined;
  if (predicate === 'phone') return phoneIdentity(value, country)?.number;
  if (predicate === 'email') {
    const email = value.toLowerCase();
    return /^[^\s@<>]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(email) ? email : undefined;
  }
  if (predicate === 'birthday') return isBirthday(value) ? value : undefined;
  if (predicate === 'appointment') {
    const [, day, time] = /^(?:cancelled )?(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?(?: \S.*)?$/.exec(value) ?? [];
    return day !== undefined && isDay(day) && isTime(time) ? value : undefined;
  }
  if (predicate === 'open_item') {
    const [, day, time] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})\S*)?(?=\s)/.exec(value) ?? [];
    return day === undefined || (isDay(day) && isTime(time)) ? value : undefined;
  }
  if (predicate === 'family_member' || predicate === 'pet') return value.charAt(0).toLowerCase() + value.slice(1);
  return value;
}

/** On one line, without control characters, cut at a word. */
export function oneLine(text: string, charactersMax: number): string {
  const line = text
    .replace(/\p{Cs}/gu, '')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  if (line.length <= charactersMax) return line;
  const cut = line.slice(0, charactersMax).replace(/\p{Cs}/gu, '');
  return cut.slice(0, Math.max(cut.lastIndexOf(' '), Math.floor(charactersMax / 2))).trim();
}

/** A day that the calendar has. */
export function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function isTime(text: string | undefined): boolean {
  return text === undefined || /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text);
}

function isBirthday(text: string): boolean {
  if (/^--\d{2}-\d{2}$/.test(text)) return isDay(`2024${text.slice(1)}`);
  return /^(?:19|20)\d{2}-\d{2}-\d{2}$/.test(text) && isDay(text);
}
