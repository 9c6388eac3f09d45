import type { Operator } from '../../../src/query/ast.js';
import { compareDecimals, numberOfText } from './decimal.js';
import { readInstant } from './instant.js';
import { compareBytes, type Json, jsonContains, jsonEquals, jsonText, readJson } from './json.js';
import { foldAscii, likeMatches, regularExpressionMatches } from './pattern.js';
import type { Stored } from './stored.js';

type Present = Exclude<Stored, { type: 'missing' }>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a value that is there stands in the operator's relation to one text; never unknown. */
export function holds(operator: Operator, stored: Present, text: string, now: Date, configuration?: string): boolean {
  switch (operator) {
    case 'eq':
      return equals(stored, text, now);
    case 'neq':
      return !equals(stored, text, now);
    case 'gt':
      return compare(stored, text, now, (order) => order > 0);
    case 'gte':
      return compare(stored, text, now, (order) => order >= 0);
    case 'lt':
      return compare(stored, text, now, (order) => order < 0);
    case 'lte':
      return compare(stored, text, now, (order) => order <= 0);
    case 'like':
    case 'ilike':
      return onText(stored, (own) => likeMatches(own, text, operator === 'ilike'));
    case 'match':
    case 'imatch':
      return onText(stored, (own) => regularExpressionMatches(own, text, operator === 'imatch'));
    case 'fts':
    case 'plfts':
    case 'phfts':
    case 'wfts':
      return onText(stored, (own) => hasWord(own, text, configuration));
    case 'cs':
    case 'cd':
    case 'ov':
      return containment(operator, stored, text);
    default:
      throw new Error(`${operator} is no relation to one text`);
  }
}

function equals(stored: Present, text: string, now: Date): boolean {
  switch (stored.type) {
    case 'id':
      return UUID.test(text) && foldAscii(text) === stored.text;
    case 'name':
      return stored.text === text;
    case 'time':
      return stored.instant === readInstant(text, now);
    case 'metadata': {
      const json = readJson(text);
      if (json === undefined) throw new Error(`metadata is compared with JSON only: ${text}`);
      return jsonEquals(stored.json, json);
    }
    case 'path':
      return scalarEquals(stored.json, text);
  }
}

/** dialect, "Equality of metadata values". */
function scalarEquals(json: Json, text: string): boolean {
  if (json.kind === 'string') return json.text === text;
  if (json.kind === 'boolean') return String(json.value) === text;
  if (json.kind !== 'number') return false;
  const number = numberOfText(text);
  return number !== undefined && compareDecimals(json.value, number) === 0;
}

function compare(stored: Present, text: string, now: Date, accepts: (order: number) => boolean): boolean {
  switch (stored.type) {
    case 'id':
      if (!UUID.test(text)) throw new Error(`No order between an id and ${text}`);
      return accepts(compareBytes(stored.text, foldAscii(text)));
    case 'name':
      return accepts(compareBytes(stored.text, text));
    case 'time': {
      const instant = readInstant(text, now);
      return accepts(stored.instant < instant ? -1 : stored.instant > instant ? 1 : 0);
    }
    case 'metadata':
      throw new Error('metadata has no order');
    case 'path': {
      const number = numberOfText(text);
      if (number === undefined) return stored.json.kind === 'string' && accepts(compareBytes(stored.json.text, text));
      const own = numberOf(stored.json);
      return own !== undefined && accepts(compareDecimals(own, number));
    }
  }
}

/** A JSON number, or a string that is one by the dialect's rule. */
export function numberOf(json: Json) {
  if (json.kind === 'number') return json.value;
  return json.kind === 'string' ? numberOfText(json.text) : undefined;
}

/** Patterns and text search look at the text of strings, numbers and booleans. */
function onText(stored: Present, accepts: (own: string) => boolean): boolean {
  if (stored.type === 'name') return accepts(stored.text);
  if (stored.type !== 'path') throw new Error(`${stored.type} has no text to search`);
  const { json } = stored;
  return json.kind !== 'array' && json.kind !== 'object' && accepts(jsonText(json));
}

/** Text search for one plain word with the configuration `simple`, in texts of plain words. */
function hasWord(own: string, word: string, configuration: string | undefined): boolean {
  if (configuration !== 'simple' || !/^[a-z]+$/i.test(word)) throw new Error(`Text search not modelled: ${word}`);
  const wanted = foldAscii(word);
  const text = foldAscii(own);
  if (!text.includes(wanted)) return false;
  if (!/^[a-z ]+$/.test(text)) throw new Error(`Text search not modelled in: ${own}`);
  return text.split(' ').includes(wanted);
}

function containment(operator: 'cs' | 'cd' | 'ov', stored: Present, text: string): boolean {
  if (stored.type !== 'path' && stored.type !== 'metadata') throw new Error(`${stored.type} contains nothing`);
  const own = stored.json;
  const json = readJson(text);
  if (json !== undefined) {
    if (operator === 'cs') return jsonContains(own, json);
    if (operator === 'cd') return jsonContains(json, own);
    if (json.kind !== 'array') throw new Error(`ov takes an array: ${text}`);
    return own.kind === 'array' && own.items.some((item) => json.items.some((other) => jsonEquals(item, other)));
  }
  const elements = arrayLiteral(text);
  if (own.kind !== 'array') return false;
  if (operator === 'cs') return elements.every((element) => own.items.some((item) => scalarEquals(item, element)));
  if (operator === 'cd') return own.items.every((item) => elements.some((element) => scalarEquals(item, element)));
  return own.items.some((item) => elements.some((element) => scalarEquals(item, element)));
}

/** Elements of `{a,"b c"}`: quoted ones with backslash escapes, the others trimmed. */
function arrayLiteral(text: string): readonly string[] {
  if (!/^\{.*\}$/s.test(text)) throw new Error(`No array literal: ${text}`);
  const elements = text.slice(1, -1).match(/\s*(?:"(?:[^"\\]|\\.)*"\s*|[^",]+)(?=,|$)/gs) ?? [];
  return elements.map((raw) => {
    const element = raw.trim();
    return element.startsWith('"') ? element.slice(1, -1).replace(/\\(.)/gs, '$1') : element;
  });
}
