import { createHash } from 'node:crypto';
import { uuidOf } from '../platforms/uuid-of.js';

/** Makes ids for what has none: the same ones every time the same lines are read in the same order. */
export interface LineIds {
  /**
   * @param scope what the line belongs to: a conversation's id, or nothing
   * @param content the line's fields without the id, as they came
   * @returns a UUID of the content and of how often the same one came before in the scope
   */
  idOf(scope: string, content: unknown): string;
}

/** As many contents are remembered at least, those of the scopes that were used last. */
const REMEMBERED_MIN = 50_000;

/**
 * Memory is bounded: of scopes that were left long ago it is forgotten what they had. So two messages that have no id, are the
 * same word for word and time for time, and stand far apart in the file with tens of thousands of others between them, are taken
 * for one.
 */
export function createLineIds(rememberedMin = REMEMBERED_MIN): LineIds {
  // Two generations: what is used moves to the young one, and the old one goes when that is full.
  let young = new Map<string, number>();
  let old = new Map<string, number>();
  return {
    idOf(scope, content) {
      const key = createHash('sha256').update(scope).update('\n').update(canonicalJson(content)).digest('base64');
      const before = young.get(key) ?? old.get(key) ?? 0;
      young.set(key, before + 1);
      if (young.size >= rememberedMin) {
        old = young;
        young = new Map();
      }
      return uuidOf(`ringback import\n${key}\n${before}`);
    },
  };
}

/** JSON without regard to the order of keys, which a program that writes the file anew may change. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((element) => canonicalJson(element)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}
