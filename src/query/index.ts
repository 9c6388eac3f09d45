/**
 * conversation_query: text -> Query -> CheckedQuery -> CompiledQuery, and back to text. Everything here is pure.
 */

export { readArrayLiteral } from './array-literal.js';
export type * from './ast.js';
export { CATALOGUE, type ProblemCode } from './catalogue.js';
export type * from './checked-query.js';
export { parse, parseHttp, parsePrepared } from './parse.js';
export { type Problem, QueryError } from './problem.js';
