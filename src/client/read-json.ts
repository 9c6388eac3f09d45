/** What another program answered: nothing of it is taken for granted. */
export type Json = Readonly<Record<string, unknown>>;

/** An answer that is none of Ringback's. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

export function objectOf(value: unknown): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Unreadable('no object');
  return value as Json;
}

export function objectOrNull(value: unknown): Json | null {
  return value === null || value === undefined ? null : objectOf(value);
}

export function arrayOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Unreadable('no array');
  return value;
}

export function textOf(value: unknown): string {
  if (typeof value !== 'string') throw new Unreadable('no text');
  return value;
}

export function textOrNull(value: unknown): string | null {
  return value === null || value === undefined ? null : textOf(value);
}

export function numberOf(value: unknown): number {
  if (typeof value !== 'number') throw new Unreadable('no number');
  return value;
}

export function booleanOf(value: unknown): boolean {
  if (typeof value !== 'boolean') throw new Unreadable('neither true nor false');
  return value;
}

/** One of a few texts. */
export function oneOf<Text extends string>(value: unknown, texts: readonly Text[]): Text {
  const found = texts.find((text) => text === value);
  if (found === undefined) throw new Unreadable('none of the known values');
  return found;
}
