import type { Filter, List, Query, Text, Value } from '../../../src/query/ast.js';

/** The same query with other texts on its right sides, taken in turn: what a program asks the second time. */
export function withOtherTexts(query: Query, texts: readonly string[]): Query {
  let used = 0;
  const value = (given: Value): Value => (given.kind === 'text' ? other(given) : given);
  const other = (given: Text): Text => ({ ...given, text: texts[used++ % texts.length] ?? given.text });
  const list = (given: List): List => ({ ...given, elements: given.elements.map(value) });
  const filter = (given: Filter): Filter =>
    given.kind === 'group'
      ? { ...given, members: given.members.map(filter) }
      : { ...given, operand: given.operand.kind === 'list' ? list(given.operand) : value(given.operand) };
  return { ...query, where: query.where.map(filter) };
}
