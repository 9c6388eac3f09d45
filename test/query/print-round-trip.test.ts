import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Condition, type Filter, NOWHERE, OPERATORS, type Operand, type Query } from '../../src/query/ast.js';
import { equalQueries } from '../../src/query/equal.js';
import { QUANTIFIED_OPERATORS, TEXT_SEARCH_OPERATORS } from '../../src/query/fields.js';
import { parse, parseHttp, parsePrepared } from '../../src/query/parse.js';
import { print } from '../../src/query/print.js';

/** What the syntax, the escapes and the readings of "+" trip over, put together at random. */
const awkward = fc.constantFrom(
  ...['+', '1', '1234567', ' ', '%20', '%', '{', '{{', '}', '}}', '[', ']', '"', '\\', ',', '(', ')', '.', '->', '->>'],
  ...['=', '&', '#', ';', '?', 'sip:', 'now', '+10d', 'NULL', 'ä', '👻', '\t', '\n', 'a', 'b', '-', '_', '$', ':', '*'],
  ...['or', 'and', 'not.', 'limit', '𝒜', '٣', '\u200b', '\ufeff', '\u00a0', "'", '~', '|', '^', '/', '\u007f'],
);
const text = fc.oneof(
  fc.array(awkward, { maxLength: 6 }).map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme', maxLength: 8 }).filter((any) => !any.includes('\0')),
);

const location = NOWHERE;
const place = { location: fc.constant(location) };
const kind = <Kind extends string>(name: Kind) => fc.constant(name);

const step = fc.oneof(
  fc.record({ kind: kind('key'), key: text }),
  fc.record({ kind: kind('index'), index: fc.integer({ min: -(2 ** 31) + 1 }) }),
);
const path = fc.array(step, { maxLength: 3 });
const column = fc.oneof(fc.constantFrom('id', 'name', 'created_at', 'metadata', 'limit', 'and', 'not'), text);
const field = fc.record({ kind: kind('field'), column, path, ...place });

const value = fc.record({ kind: kind('text'), text, ...place });
const list = fc.record({ kind: kind('list'), elements: fc.array(value, { maxLength: 4 }), ...place });

const conditionOf = (parts: Record<string, fc.Arbitrary<unknown>>, operand: fc.Arbitrary<Operand>) =>
  fc.record({
    kind: kind('condition'),
    negated: fc.boolean(),
    field,
    operatorLocation: place.location,
    ...place,
    ...parts,
    operand,
  }) as unknown as fc.Arbitrary<Condition>;
const condition = fc.oneof(
  conditionOf({ operator: fc.constantFrom(...OPERATORS.filter((operator) => operator !== 'in')) }, value),
  conditionOf({ operator: kind('in') }, list),
  conditionOf({ operator: fc.constantFrom(...QUANTIFIED_OPERATORS), quantifier: fc.constantFrom('any', 'all') }, list),
  conditionOf(
    { operator: fc.constantFrom(...TEXT_SEARCH_OPERATORS), configuration: fc.constantFrom('english', 'german') },
    value,
  ),
);
const { filter } = fc.letrec<{ filter: Filter }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 4 },
    condition,
    fc.record({
      kind: kind('group'),
      negated: fc.boolean(),
      conjunction: fc.constantFrom('and' as const, 'or' as const),
      members: fc.array(tie('filter'), { minLength: 1, maxLength: 3 }),
      ...place,
    }),
  ),
}));
const wholeNumber = fc.record({ kind: kind('number'), value: fc.maxSafeNat(), ...place });
const orderTerm = fc.record(
  {
    kind: kind('order'),
    field,
    direction: fc.constantFrom('asc' as const, 'desc' as const),
    nulls: fc.constantFrom('first' as const, 'last' as const),
    ...place,
  },
  { requiredKeys: ['kind', 'field', 'direction', 'location'] },
);
const selectItem = fc.oneof(
  fc.record({ kind: kind('all'), ...place }),
  fc
    .record(
      { kind: kind('select'), alias: text, field, as: fc.constantFrom('json' as const, 'text' as const), ...place },
      { requiredKeys: ['kind', 'field', 'as', 'location'] },
    )
    .map((item) => (item.field.path.length === 0 ? { ...item, as: 'json' as const } : item)),
);
const query = fc.record(
  {
    kind: kind('query'),
    where: fc.array(filter, { maxLength: 3 }),
    limit: wholeNumber,
    offset: wholeNumber,
    order: fc.array(orderTerm, { minLength: 1, maxLength: 3 }),
    select: fc.array(selectItem, { minLength: 1, maxLength: 3 }),
  },
  { requiredKeys: ['kind', 'where'] },
) as fc.Arbitrary<Query>;

const READINGS = [
  ['a conversation_query string', parse],
  ['the query string of an HTTP request', parseHttp],
  ['a text with placeholders', parsePrepared],
] as const;

test.each(READINGS)('what is printed reads as the same query: as %s', (_, read) => {
  fc.assert(
    fc.property(query, (any) => {
      const printed = print(any);
      const back = read(printed);
      expect(equalQueries(any, back), printed).toBe(true);
      expect(print(back)).toBe(printed);
    }),
    { numRuns: 2000 },
  );
});

test('what is printed is ASCII without spaces', () => {
  fc.assert(
    fc.property(query, (any) => {
      expect(print(any)).toMatch(/^[!-~]*$/);
    }),
  );
});
