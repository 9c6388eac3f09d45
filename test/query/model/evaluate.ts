import type { Condition, Field, Filter, Query, SelectItem, Text, Value } from '../../../src/query/ast.js';
import { DEFAULT_LIMIT } from '../../../src/query/fields.js';
import type { ModelConversation } from './conversations.js';
import { holds } from './holds.js';
import { type Json, jsonText } from './json.js';
import { inOrder } from './order.js';
import { type Stored, storedValue } from './stored.js';

/** One answered row: names and values as a client gets them. */
export type Answer = { readonly [name: string]: unknown };

/** True, false, or what SQL makes of a comparison with NULL. */
export type Truth = true | false | 'unknown';

/**
 * What a query answers, worked out from the dialect alone, row by row: the second opinion that the compiler's SQL is
 * held against. Slow, and without indexes, bindings or SQL.
 *
 * Takes valid queries only; a query that the check should have refused throws a plain Error.
 */
export function evaluate(query: Query, conversations: readonly ModelConversation[], now: Date): readonly Answer[] {
  const found = matching(query, conversations, now);
  return found.map((conversation) => answer(conversation, query.select ?? [{ kind: 'all', location: nowhere }]));
}

/** The conversations that {@link evaluate} answers with, in order. */
export function matching(
  query: Query,
  conversations: readonly ModelConversation[],
  now: Date,
): readonly ModelConversation[] {
  const offset = query.offset?.value ?? 0;
  return inOrder(
    conversations.filter((conversation) => all(query.where, conversation, now) === true),
    query.order,
  ).slice(offset, offset + (query.limit?.value ?? DEFAULT_LIMIT));
}

const nowhere = { start: 0, end: 0 };

/** What one condition or tree says of one conversation. */
export function filterTruth(filter: Filter, conversation: ModelConversation, now: Date): Truth {
  if (filter.kind === 'condition') return conditionTruth(filter, conversation, now);
  const truth =
    filter.conjunction === 'and' ? all(filter.members, conversation, now) : any(filter.members, conversation, now);
  return filter.negated ? not(truth) : truth;
}

function all(filters: readonly Filter[], conversation: ModelConversation, now: Date): Truth {
  const truths = filters.map((filter) => filterTruth(filter, conversation, now));
  return truths.includes(false) ? false : truths.includes('unknown') ? 'unknown' : true;
}

function any(filters: readonly Filter[], conversation: ModelConversation, now: Date): Truth {
  const truths = filters.map((filter) => filterTruth(filter, conversation, now));
  return truths.includes(true) ? true : truths.includes('unknown') ? 'unknown' : false;
}

function not(truth: Truth): Truth {
  return truth === 'unknown' ? 'unknown' : !truth;
}

function conditionTruth(condition: Condition, conversation: ModelConversation, now: Date): Truth {
  const truth = positiveTruth(condition, storedValue(conversation, condition.field), now);
  return condition.negated ? not(truth) : truth;
}

function positiveTruth(condition: Condition, stored: Stored, now: Date): Truth {
  const { operator, operand, quantifier } = condition;
  if (operand.kind === 'list') {
    // Of an empty list `any` is false and `all` is true, whatever the row holds.
    if (operand.elements.length === 0) return quantifier === 'all';
    if (stored.type === 'missing') return 'unknown';
    const each = operand.elements.map((element) =>
      holds(operator === 'in' ? 'eq' : operator, stored, textOf(element), now),
    );
    return quantifier === 'all' ? each.every(Boolean) : each.some(Boolean);
  }
  const text = textOf(operand);
  if (operator === 'is') return keywordHolds(text.toLowerCase(), stored);
  if (operator === 'isdistinct') return stored.type === 'missing' || !holds('eq', stored, text, now);
  if (stored.type === 'missing') return 'unknown';
  return holds(operator, stored, text, now, condition.configuration);
}

/** `is` is never unknown. */
function keywordHolds(keyword: string, stored: Stored): boolean {
  const missing = stored.type === 'missing';
  if (keyword === 'null' || keyword === 'unknown') return missing;
  if (keyword === 'not_null') return !missing;
  if (missing) return false;
  if (stored.type !== 'path') throw new Error(`is.${keyword} asked of ${stored.type}`);
  const { json } = stored;
  if (json.kind !== 'boolean' && json.kind !== 'string') return false;
  return jsonText(json) === keyword;
}

function textOf(value: Value): string {
  if (value.kind === 'placeholder') throw new Error(`A placeholder that nobody bound: ${value.name}`);
  return (value as Text).text;
}

function answer(conversation: ModelConversation, select: readonly SelectItem[]): Answer {
  const { id, name, createdAt, lastMessageAt, json } = conversation;
  const values = select.flatMap((item): readonly (readonly [string, unknown])[] => {
    if (item.kind === 'select') {
      return [[item.alias ?? lastKey(item.field), selected(conversation, item.field, item.as)]];
    }
    return Object.entries({ id, name, created_at: createdAt, last_message_at: lastMessageAt, metadata: plain(json) });
  });
  // Unlike an assignment this makes a property of any name, `__proto__` too.
  return Object.fromEntries(values);
}

/** The name of a selected field that has no alias: its last key (`a->b->0` is `b`), else its column. */
function lastKey(field: Field): string {
  const keys = field.path.flatMap((step) => (step.kind === 'key' ? [step.key] : []));
  return keys.at(-1) ?? field.column;
}

function selected(conversation: ModelConversation, field: Field, as: 'json' | 'text'): unknown {
  const stored = storedValue(conversation, field);
  switch (stored.type) {
    case 'missing':
      return null;
    case 'time':
      return stored.iso;
    case 'id':
    case 'name':
      return stored.text;
    case 'metadata':
      return plain(stored.json);
    case 'path':
      return as === 'text' ? jsonText(stored.json) : plain(stored.json);
  }
}

/** JSON as a client parses it, doubles and all. */
function plain(json: Json): unknown {
  return json.kind === 'string' ? json.text : JSON.parse(jsonText(json));
}
