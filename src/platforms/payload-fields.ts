import { storableText } from './storable-copy.js';

/** A JSON object of a platform's payload. Any field may be missing, or of another type than documented. */
export type Payload = Readonly<Record<string, unknown>>;

/** So long are ids, numbers and names at most; what is longer is none. */
export const ID_CHARACTERS_MAX = 512;

/** What is no object is one without fields. */
export function objectOf(value: unknown): Payload {
  return isObject(value) ? value : {};
}

export function isObject(value: unknown): value is Payload {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What is no list is an empty one. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** An id, a number, a name: a text that is not empty and not too long, storable. Undefined for anything else. */
export function idOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' && value.length <= ID_CHARACTERS_MAX
    ? storableText(value.trim())
    : undefined;
}

/** A text of any length as it can be stored. Undefined for what is none. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? storableText(value) : undefined;
}

/** The years 2000 to 2100: other figures are no times of calls. */
const TIME_MS_MIN = Date.UTC(2000, 0, 1);
const TIME_MS_MAX = Date.UTC(2100, 0, 1);

/** Figures below it count seconds since 1970, and not milliseconds. */
const SECONDS_BELOW = 100_000_000_000;

/** A time as platforms write it (milliseconds or seconds since 1970, or ISO 8601) in milliseconds since 1970. Undefined for what is none. */
export function timeMsOf(value: unknown): number | undefined {
  const ms =
    typeof value === 'number' ? (value < SECONDS_BELOW ? value * 1000 : value) : Date.parse(idOf(value) ?? 'none');
  return ms >= TIME_MS_MIN && ms < TIME_MS_MAX ? Math.round(ms) : undefined;
}

/** The same in ISO 8601, in milliseconds and UTC. */
export function isoTimeOf(value: unknown): string | undefined {
  const ms = timeMsOf(value);
  return ms === undefined ? undefined : new Date(ms).toISOString();
}

/** The object that JSON in a text is, or the object itself; one without fields for anything else, broken JSON among it. */
export function objectOrJson(value: unknown): Payload {
  if (typeof value !== 'string') return objectOf(value);
  try {
    return objectOf(JSON.parse(value));
  } catch {
    return {};
  }
}
