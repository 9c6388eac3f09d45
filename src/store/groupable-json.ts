import { STORABLE_LIMITS } from './storable.js';

const ESCAPES = /\\(?:\\|u0000|ud[89a-f][0-9a-f]{2})/g;

/** As text that `jsonb` takes, of a result that is a JSON object and no deeper than what else is stored; null of any other. */
export function groupableJson(text: string): string | null {
  if (!text.trimStart().startsWith('{')) return null;
  try {
    const value: unknown = JSON.parse(text);
    if (isDeeperThan(STORABLE_LIMITS.levels, value)) return null;
    // Written anew: with numbers that are none too long. What it escapes of texts is what Postgres does not store, and "\\".
    return JSON.stringify(value).replaceAll(ESCAPES, (written) => (written === '\\\\' ? written : '\uFFFD'));
  } catch {
    return null;
  }
}

function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((member) => isDeeperThan(levels - 1, member));
}
