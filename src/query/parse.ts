import type { Filter, OrderTerm, Query, SelectItem, WholeNumber } from './ast.js';
import { type DecodedText, decode, type Reading } from './decode.js';
import { DEFAULT_LIMIT, LIMITS } from './fields.js';
import { SyntaxError as GrammarError, parse as parseGrammar } from './generated/conversation-query.js';
import type { Parameter } from './parameter.js';
import { PROBLEMS_MAX, type Problem, QueryError } from './problem.js';
import { Reader, StopReading } from './reader.js';
import { syntaxProblem } from './syntax-problem.js';

/**
 * Reads a conversation_query string (webhook, policy, command line), where `+` is always a plus.
 *
 * Throws {@link QueryError} with every problem of the text, at most 10. What a field or a value means is asked later,
 * by `check`.
 */
export function parse(text: string): Query {
  return parseText(text, 'string', false);
}

/**
 * Reads the query string of an HTTP request (with or without its `?`), where `+` is a plus or a space by its place
 * (dialect: "Text to parameters"), and `page[size]` and `page[number]` are `limit` and `offset`.
 */
export function parseHttp(queryString: string): Query {
  return parseText(queryString, 'http', false);
}

/** Reads a query that may hold placeholders, `{{name}}`; see `prepare`. */
export function parsePrepared(text: string): Query {
  return parseText(text, 'string', true);
}

function parseText(text: string, reading: Reading, prepared: boolean): Query {
  const tooLong = lengthProblem(text);
  if (tooLong !== undefined) throw new QueryError(text, [tooLong]);
  const problems: Problem[] = [];
  const decoded = decode(text, reading, (problem) => problems.push(problem));
  if (problems.length > 0) throw new QueryError(text, problems);

  const parameters = readParameters(decoded, reading, prepared, problems);
  const query = assemble(parameters, problems);
  if (problems.length > 0) throw new QueryError(text, problems);
  return query;
}

function lengthProblem(text: string): Problem | undefined {
  // A UTF-16 unit is at most nine characters of percent-encoded text, so most texts need no counting.
  if (text.length * 9 <= LIMITS.textBytes) return undefined;
  const end = encodedEnd(text);
  if (end === undefined) return undefined;
  return {
    code: 'RQ401',
    message: `The text is longer than ${LIMITS.textBytes} bytes when it is percent-encoded.`,
    hint: 'Ask several shorter queries.',
    location: { start: end, end: text.length },
  };
}

/** Where the percent-encoded text passes the limit, or undefined. What a URL must escape counts as its escape. */
function encodedEnd(text: string): number | undefined {
  let bytes = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x20 && code < 0x7f) bytes += 1;
    else if (code <= 0x7f) bytes += 3;
    else if (code < 0x800 || (code >= 0xd800 && code <= 0xdfff)) bytes += 6;
    else bytes += 9;
    if (bytes > LIMITS.textBytes) return at;
  }
  return undefined;
}

/**
 * One pass of the grammar over the whole text, without keeping what it expected, which a third of the time went into; where it
 * does not match, parameter by parameter, to name every fault.
 */
function readParameters(
  decoded: DecodedText,
  reading: Reading,
  prepared: boolean,
  problems: Problem[],
): readonly Parameter[] {
  const reader = new Reader(decoded, reading, prepared);
  if (decoded.text.length > QUICK_PASS_CHARACTERS_MAX) return readEachParameter(reader, decoded, problems);
  try {
    const parameters = parseGrammar(decoded.text, { reader, startRule: 'Query', peg$silentFails: 1 });
    problems.push(...reader.problems);
    return parameters;
  } catch (error) {
    if (!(error instanceof GrammarError) && !(error instanceof StopReading)) throw error;
    return readEachParameter(new Reader(decoded, reading, prepared), decoded, problems);
  }
}

/** A long text is read once: where it is wrong, a quick pass would have doubled the time. */
const QUICK_PASS_CHARACTERS_MAX = 2048;

function readEachParameter(reader: Reader, decoded: DecodedText, problems: Problem[]): readonly Parameter[] {
  const parameters: Parameter[] = [];
  let start = decoded.text.startsWith('?') ? 1 : 0;
  for (const pair of decoded.text.slice(start).split('&')) {
    reader.base = start;
    start += pair.length + 1;
    if (pair === '') continue;
    const before = reader.problems.length;
    try {
      parameters.push(parseGrammar(pair, { reader, startRule: 'Parameter' }));
    } catch (error) {
      if (error instanceof GrammarError) {
        // What was said of a parameter that cannot be read to its end may be an echo of the same fault.
        reader.problems.splice(before, Infinity, syntaxProblem(error, pair, reader));
      } else if (!(error instanceof StopReading)) throw error;
      else if (reader.stopped) break;
    }
    if (reader.problems.length >= PROBLEMS_MAX) break;
    reader.reset();
  }
  problems.push(...reader.problems);
  return parameters;
}

/** The parameters in their places: what may stand once stands once. */
function assemble(parameters: readonly Parameter[], problems: Problem[]): Query {
  const where: Filter[] = [];
  const once = new Map<string, Parameter>();
  for (const parameter of parameters) {
    if (parameter.kind === 'condition' || parameter.kind === 'group') {
      where.push(parameter);
      continue;
    }
    if (once.has(parameter.kind)) {
      const name = PARAMETER_NAMES[parameter.kind];
      problems.push({
        code: 'RQ103',
        message: `"${name}" is given twice.`,
        hint: `Write one ${name}=.`,
        location: parameter.location,
      });
    }
    once.set(parameter.kind, parameter);
  }
  if (once.size === 0) return { kind: 'query', where };
  const order = once.get('order-by') as { terms: readonly OrderTerm[] } | undefined;
  const select = once.get('select-items') as { items: readonly SelectItem[] } | undefined;
  const { limit, offset } = paging(once, problems);
  return {
    kind: 'query',
    where,
    ...(order && { order: order.terms }),
    ...(limit && { limit }),
    ...(offset && { offset }),
    ...(select && { select: select.items }),
  };
}

const PARAMETER_NAMES = {
  limit: 'limit',
  offset: 'offset',
  'page[size]': 'page[size]',
  'page[number]': 'page[number]',
  'order-by': 'order',
  'select-items': 'select',
} as const;

type NumberParameter = Extract<Parameter, { value: number }>;

function paging(
  once: ReadonlyMap<string, Parameter>,
  problems: Problem[],
): { limit?: WholeNumber; offset?: WholeNumber } {
  const limit = numberOf(once, 'limit');
  const offset = numberOf(once, 'offset');
  const size = numberOf(once, 'page[size]');
  const number = numberOf(once, 'page[number]');
  if (size === undefined && number === undefined) return { ...(limit && { limit }), ...(offset && { offset }) };
  for (const [mine, theirs, names] of [
    [limit, size, ['limit', 'page[size]']],
    [offset, number, ['offset', 'page[number]']],
  ] as const) {
    if (mine !== undefined && theirs !== undefined) {
      problems.push({
        code: 'RQ103',
        message: `"${names[0]}" and "${names[1]}" say the same thing.`,
        hint: `Write one of them.`,
        location: theirs.location,
      });
    }
  }
  if (number !== undefined && number.value === 0) {
    problems.push({
      code: 'RQ308',
      message: '"page[number]=0" is out of range.',
      hint: 'Pages are counted from 1.',
      location: number.location,
    });
  }
  const pageLimit = limit ?? size;
  const skipped = number && {
    ...number,
    value: (number.value - 1) * (pageLimit?.value ?? DEFAULT_LIMIT),
  };
  const pageOffset = offset ?? skipped;
  return { ...(pageLimit && { limit: pageLimit }), ...(pageOffset && { offset: pageOffset }) };
}

function numberOf(once: ReadonlyMap<string, Parameter>, kind: NumberParameter['kind']): WholeNumber | undefined {
  const parameter = once.get(kind) as NumberParameter | undefined;
  return parameter && { kind: 'number', value: parameter.value, location: parameter.location };
}
