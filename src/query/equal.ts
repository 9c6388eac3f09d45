import type { Query } from './ast.js';

/** Where nodes stand, which is no part of what they say. */
const PLACES = new Set(['location', 'operatorLocation']);

/** Whether two queries are the same query: equal but for the places of their nodes. */
export function equalQueries(a: Query, b: Query): boolean {
  return equalNodes(a, b);
}

function equalNodes(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((element, index) => equalNodes(element, b[index]));
  }
  return namesOf(a, b).every((name) => equalNodes((a as Node)[name], (b as Node)[name]));
}

type Node = Readonly<Record<string, unknown>>;

/** What either says. A property that is undefined says nothing, so it equals one that is absent. */
function namesOf(a: object, b: object): readonly string[] {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].filter((name) => !PLACES.has(name));
}
