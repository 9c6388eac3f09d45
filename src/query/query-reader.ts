import { type Filter, NOWHERE, type Operand, type Query, type Value } from './ast.js';
import { check } from './check/check.js';
import type { CheckedQuery } from './checked-query.js';
import { ShapeCache } from './compile/shape-cache.js';
import type { Reading } from './decode.js';
import { parse, parseHttp } from './parse.js';
import { QueryError } from './problem.js';
import { type Outline, outlineOf } from './text-outline.js';

/** Text to CheckedQuery, quickly for texts that differ from an earlier one only in their values. */
export interface QueryReader {
  /** As `check(parse(text), text)`. */
  read(text: string): CheckedQuery;
  /** As `check(parseHttp(queryString), queryString)`. */
  readHttp(queryString: string): CheckedQuery;
}

export interface QueryReaderOptions {
  /** Outlines to keep at least; up to twice as many are kept at a time (256). */
  readonly outlinesMax?: number;
}

/**
 * Makes a reader that runs the grammar once for each outline (a text without its plain values) and afterwards puts new values
 * in the places of the old. What stands in a value's place, made of plain characters, is read as that value by the grammar,
 * whatever it is, so the syntax tree is the same; a test holds that against the grammar. Places in the text are not kept
 * that way: where the check finds a problem, the text is read anew.
 */
export function createQueryReader({ outlinesMax = 256 }: QueryReaderOptions = {}): QueryReader {
  const templates = {
    string: new ShapeCache<Template>(outlinesMax),
    http: new ShapeCache<Template>(outlinesMax),
  };

  function read(text: string, reading: Reading): CheckedQuery {
    const outline = outlineOf(text);
    if (outline === undefined) return readAnew(text, reading);
    const template = templates[reading].get(outline.text);
    if (template === undefined) {
      const query = parseAs(text, reading);
      const made = templateOf(query, outline);
      if (made !== undefined) templates[reading].set(outline.text, made);
      return check(query, text);
    }
    try {
      return check(template(outline.values));
    } catch (error) {
      if (error instanceof QueryError) return readAnew(text, reading);
      throw error;
    }
  }

  return { read: (text) => read(text, 'string'), readHttp: (queryString) => read(queryString, 'http') };
}

/**
 * Makes a `parse` that runs the grammar once for each outline, too, without the check: for texts that were checked before. Places in
 * the text are not kept.
 */
export function createQueryParser({ outlinesMax = 256 }: QueryReaderOptions = {}): (text: string) => Query {
  const templates = new ShapeCache<Template>(outlinesMax);
  return (text) => {
    const outline = outlineOf(text);
    if (outline === undefined) return parse(text);
    const template = templates.get(outline.text);
    if (template !== undefined) return template(outline.values);
    const query = parse(text);
    const made = templateOf(query, outline);
    if (made !== undefined) templates.set(outline.text, made);
    return query;
  };
}

const parseAs = (text: string, reading: Reading) => (reading === 'http' ? parseHttp(text) : parse(text));

const readAnew = (text: string, reading: Reading) => check(parseAs(text, reading), text);

/** The syntax tree of an outline, with values in its gaps. */
type Template = (values: readonly string[]) => Query;

/** Undefined where a gap of the outline is not exactly one value of the query: then only the grammar can read such texts. */
function templateOf(query: Query, { gaps }: Outline): Template | undefined {
  const indexes = new Map(gaps.map(({ start }, index) => [start, index]));
  const found = new Set<number>();

  const fillValue = (value: Value): ((values: readonly string[]) => Value) => {
    const index = indexes.get(value.location.start);
    if (value.kind !== 'text' || index === undefined || gaps[index]!.end !== value.location.end) return () => value;
    found.add(index);
    return (values) => ({ kind: 'text', text: values[index]!, location: NOWHERE });
  };
  const fillOperand = (operand: Operand): ((values: readonly string[]) => Operand) => {
    if (operand.kind !== 'list') return fillValue(operand);
    const elements = operand.elements.map(fillValue);
    return (values) => ({ kind: 'list', elements: elements.map((fill) => fill(values)), location: NOWHERE });
  };
  const fillFilter = (filter: Filter): ((values: readonly string[]) => Filter) => {
    if (filter.kind === 'condition') {
      const operand = fillOperand(filter.operand);
      return (values) => ({ ...filter, operand: operand(values) });
    }
    const members = filter.members.map(fillFilter);
    return (values) => ({ ...filter, members: members.map((fill) => fill(values)) });
  };

  const where = query.where.map(fillFilter);
  if (found.size !== gaps.length) return undefined;
  return (values) => ({ ...query, where: where.map((fill) => fill(values)) });
}
