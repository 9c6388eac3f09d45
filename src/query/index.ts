/**
 * conversation_query: text -> Query -> CheckedQuery -> CompiledQuery, and back to text. Everything here is pure.
 */

export { readArrayLiteral } from './array-literal.js';
export type * from './ast.js';
export { ago, and, conversations, metadata, not, or, where } from './builder.js';
export { CATALOGUE, type ProblemCode } from './catalogue.js';
export { check } from './check/check.js';
export type { CheckedQuery } from './checked-query.js';
export type { IndexedKeys } from './compile/binding.js';
export {
  type CompiledCount,
  type CompiledQuery,
  type Compiler,
  compile,
  createCompiler,
  type Scope,
} from './compile/compile.js';
export { equalQueries } from './equal.js';
export { lint } from './lint.js';
export { parse, parseHttp, parsePrepared } from './parse.js';
export { type PreparedQuery, prepare } from './prepared-query.js';
export { print } from './print.js';
export { printPortable } from './print-portable.js';
export { type Problem, QueryError } from './problem.js';
export { createQueryParser, createQueryReader, type QueryReader } from './query-reader.js';
export { showProblem } from './show-problem.js';
export type { Warning } from './warning.js';
