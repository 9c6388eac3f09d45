import type { Condition, Filter, List, Placeholder, Query, Text, Value } from './ast.js';
import { textLengthProblems } from './build/query-limits.js';
import { unstorable } from './build/unstorable.js';
import { conditionsOf } from './conditions-of.js';
import { LIMITS } from './fields.js';
import { parsePrepared } from './parse.js';
import { type Problem, QueryError } from './problem.js';

/** A query with placeholders, read once and bound often. */
export interface PreparedQuery {
  /** As it was read: its operands may be placeholders. */
  readonly query: Query;
  /** The text as it was given: what the locations of errors refer to. */
  readonly text: string;
  /** The names of the placeholders, each once, in the order of the text. */
  readonly placeholders: readonly string[];
  /**
   * The query with a value in the place of each placeholder.
   *
   * A string, a finite number or a boolean becomes text, which is never parsed; in `like` and `ilike` it stands for
   * itself, wildcards included. An array of these becomes elements of the `in.(…)` that its placeholder stands in.
   * `{{a.b}}` is the value of the own property `"a.b"`, or else of `b` in the object `a`.
   *
   * Throws {@link QueryError}: RQ310 for a value that is missing, null, empty or of another kind, RQ311 for text with
   * NUL or a lone surrogate, RQ4xx past a limit. Messages never hold a value: it may be a caller's.
   */
  bind(values: Readonly<Record<string, unknown>>): Query;
}

/**
 * Reads a conversation_query string that may hold placeholders, `{{name}}`. Throws {@link QueryError}.
 */
export function prepare(text: string): PreparedQuery {
  const query = parsePrepared(text);
  const names = conditionsOf(query.where).flatMap(valuesOf).flatMap(nameOf);
  return {
    query,
    text,
    placeholders: [...new Set(names)],
    bind: (values) => bindQuery(query, text, values),
  };
}

function bindQuery(query: Query, text: string, values: Readonly<Record<string, unknown>>): Query {
  const binding = new Binding(values);
  const bound = { ...query, where: query.where.map((filter) => bindFilter(filter, binding)) };
  if (binding.problems.length === 0 && (text.length + binding.characters) * PRINTED_MAX > LIMITS.textBytes) {
    binding.problems.push(...textLengthProblems(bound));
  }
  if (binding.problems.length > 0) throw new QueryError(text, binding.problems);
  return bound;
}

/** A UTF-16 unit prints as nine characters at most, quotes around it and all: three bytes of UTF-8, each an escape. */
const PRINTED_MAX = 9;

function bindFilter(filter: Filter, binding: Binding): Filter {
  if (filter.kind === 'group') {
    return { ...filter, members: filter.members.map((member) => bindFilter(member, binding)) };
  }
  const { operand, operator } = filter;
  if (operand.kind === 'text') return filter;
  if (operand.kind === 'list') return { ...filter, operand: bindList(operand, binding) };
  const text = binding.text(operand);
  const isPattern = operator === 'like' || operator === 'ilike';
  return { ...filter, operand: isPattern ? { ...text, text: escapePattern(text.text) } : text };
}

function bindList(list: List, binding: Binding): List {
  if (!list.elements.some((element) => element.kind === 'placeholder')) return list;
  const elements = list.elements.flatMap((element) =>
    element.kind === 'placeholder' ? binding.elements(element) : [element],
  );
  if (elements.length > LIMITS.listElements) {
    binding.problems.push({
      code: 'RQ404',
      message: `A list has at most ${LIMITS.listElements} elements; with its values this one has ${elements.length}.`,
      hint: 'Ask several queries.',
      location: list.location,
    });
  }
  return { ...list, elements };
}

/** Text that `like` and `ilike` find only literally: `*`, `%`, `_` and the backslash are escaped. */
function escapePattern(text: string): string {
  return text.replace(/[*%_\\]/g, '\\$&');
}

/** One call of `bind`: looks values up, turns them into nodes, and collects what is wrong with them. */
class Binding {
  readonly problems: Problem[] = [];
  /** How much text was bound, with a comma for each value. */
  characters = 0;
  readonly #values: Readonly<Record<string, unknown>>;

  constructor(values: Readonly<Record<string, unknown>>) {
    this.#values = values;
  }

  text(placeholder: Placeholder): Text {
    const value = lookUp(this.#values, placeholder.name);
    if (Array.isArray(value)) {
      return this.#unusable(placeholder, 'is an array', 'An array can only stand as an element of in.(…).');
    }
    return this.#scalar(placeholder, value, 'is');
  }

  elements(placeholder: Placeholder): readonly Text[] {
    const value = lookUp(this.#values, placeholder.name);
    if (!Array.isArray(value)) return [this.#scalar(placeholder, value, 'is')];
    if (value.length === 0) return [this.#unusable(placeholder, 'is an empty array')];
    if (value.length > LIMITS.listElements) {
      return [
        this.#unusable(placeholder, `has more than ${LIMITS.listElements} elements`, 'Ask several queries.', 'RQ404'),
      ];
    }
    // Not map, which skips holes: a hole is as unusable as undefined.
    return Array.from(value as unknown[], (element) => this.#scalar(placeholder, element, 'holds'));
  }

  #scalar(placeholder: Placeholder, value: unknown, is: 'is' | 'holds'): Text {
    const fault = faultOf(value);
    if (fault !== undefined) {
      if (is === 'is' && value === undefined) return this.#missing(placeholder);
      return this.#unusable(placeholder, `${is} ${fault}`);
    }
    const text = String(value);
    const held = unstorable(text);
    if (held !== undefined) return this.#unusable(placeholder, `holds ${held}`, 'Leave it out.', 'RQ311');
    this.characters += text.length + 1;
    return { kind: 'text', text, location: placeholder.location };
  }

  #missing(placeholder: Placeholder): Text {
    return this.#report(placeholder, 'RQ310', `"{{${placeholder.name}}}" has no value.`, USABLE);
  }

  #unusable(placeholder: Placeholder, is: string, hint = USABLE, code: Problem['code'] = 'RQ310'): Text {
    return this.#report(placeholder, code, `The value of "{{${placeholder.name}}}" ${is}.`, hint);
  }

  #report({ location }: Placeholder, code: Problem['code'], message: string, hint: string): Text {
    this.problems.push({ code, message, hint, location });
    return { kind: 'text', text: '', location };
  }
}

const USABLE = 'Bind text that is not empty, a finite number, true or false; in in.(…) also an array of these.';

/** Why a value cannot be bound, as words after "is" and "holds"; undefined for one that can. */
function faultOf(value: unknown): string | undefined {
  switch (typeof value) {
    case 'string':
      return value === '' ? 'empty text' : undefined;
    case 'number':
      return Number.isFinite(value) ? undefined : 'not a finite number';
    case 'boolean':
      return undefined;
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? 'an array' : 'an object';
    case 'undefined':
      return 'undefined';
    default:
      return `a ${typeof value}`;
  }
}

/** Own properties only: what an object inherits is nobody's value. */
function lookUp(values: Readonly<Record<string, unknown>>, name: string): unknown {
  if (Object.hasOwn(values, name)) return values[name];
  let value: unknown = values;
  for (const word of name.split('.')) {
    if (typeof value !== 'object' || value === null || Array.isArray(value) || !Object.hasOwn(value, word)) {
      return undefined;
    }
    value = (value as Record<string, unknown>)[word];
  }
  return value;
}

const valuesOf = ({ operand }: Condition): readonly Value[] => (operand.kind === 'list' ? operand.elements : [operand]);

const nameOf = (value: Value): readonly string[] => (value.kind === 'placeholder' ? [value.name] : []);
