import { compareDecimals, type Decimal, decimal, decimalText } from './decimal.js';

/** JSON as the evaluator sees it: numbers keep every digit of their source, which `JSON.parse` would round. */
export type Json =
  | { readonly kind: 'null' }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'number'; readonly value: Decimal }
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'array'; readonly items: readonly Json[] }
  | { readonly kind: 'object'; readonly members: ReadonlyMap<string, Json> };

/** Reads JSON text; undefined where it is none. */
export function readJson(text: string): Json | undefined {
  try {
    JSON.parse(text);
  } catch {
    return undefined;
  }
  // The text is well-formed, so the tokens below are all there can be.
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|[-+.\w]+|[[\]{},:]/g) ?? [];
  let next = 0;
  const value = (): Json => {
    const token = tokens[next++] as string;
    if (token === 'null') return { kind: 'null' };
    if (token === 'true' || token === 'false') return { kind: 'boolean', value: token === 'true' };
    if (token.startsWith('"')) return { kind: 'string', text: JSON.parse(token) };
    if (token === '[') {
      const items: Json[] = [];
      while (tokens[next] !== ']') {
        if (tokens[next] === ',') next++;
        items.push(value());
      }
      next++;
      return { kind: 'array', items };
    }
    if (token === '{') {
      const members = new Map<string, Json>();
      while (tokens[next] !== '}') {
        if (tokens[next] === ',') next++;
        const key = JSON.parse(tokens[next++] as string);
        next++;
        members.set(key, value());
      }
      next++;
      return { kind: 'object', members };
    }
    return { kind: 'number', value: decimal(token) };
  };
  return value();
}

/** Equality of two JSON values: numbers by value, objects whatever the order of their keys. */
export function jsonEquals(left: Json, right: Json): boolean {
  switch (left.kind) {
    case 'null':
      return right.kind === 'null';
    case 'boolean':
      return right.kind === 'boolean' && left.value === right.value;
    case 'number':
      return right.kind === 'number' && compareDecimals(left.value, right.value) === 0;
    case 'string':
      return right.kind === 'string' && left.text === right.text;
    case 'array':
      return (
        right.kind === 'array' &&
        left.items.length === right.items.length &&
        left.items.every((item, index) => jsonEquals(item, right.items[index] as Json))
      );
    case 'object':
      return (
        right.kind === 'object' &&
        left.members.size === right.members.size &&
        [...left.members].every(([key, member]) => {
          const other = right.members.get(key);
          return other !== undefined && jsonEquals(member, other);
        })
      );
  }
}

/**
 * Containment as Postgres documents it for jsonb: an object contains one whose every member it contains; an array
 * contains one whose every element is in it, in any order and number; nothing contains a value of another kind.
 */
export function jsonContains(whole: Json, part: Json): boolean {
  if (whole.kind === 'object' && part.kind === 'object') {
    return [...part.members].every(([key, member]) => {
      const own = whole.members.get(key);
      return own !== undefined && jsonContains(own, member);
    });
  }
  if (whole.kind === 'array' && part.kind === 'array') {
    return part.items.every((item) => whole.items.some((own) => jsonContains(own, item)));
  }
  return jsonEquals(whole, part);
}

/** The text of a value as `->>` gives it: a string's own text, and of everything else what Postgres prints for jsonb. */
export function jsonText(value: Json): string {
  return value.kind === 'string' ? value.text : printed(value);
}

function printed(value: Json): string {
  switch (value.kind) {
    case 'null':
      return 'null';
    case 'boolean':
      return String(value.value);
    case 'number':
      return decimalText(value.value);
    case 'string':
      return JSON.stringify(value.text);
    case 'array':
      return `[${value.items.map(printed).join(', ')}]`;
    case 'object': {
      // jsonb keeps its keys by length in bytes, and those of one length by bytes.
      const keys = [...value.members.keys()].sort(
        (left, right) => Buffer.byteLength(left) - Buffer.byteLength(right) || compareBytes(left, right),
      );
      return `{${keys.map((key) => `${JSON.stringify(key)}: ${printed(value.members.get(key) as Json)}`).join(', ')}}`;
    }
  }
}

/** Order of two texts by their bytes in UTF-8, which is not JavaScript's: U+FFFD is before U+10000. */
export function compareBytes(left: string, right: string): number {
  return Buffer.compare(Buffer.from(left), Buffer.from(right));
}
