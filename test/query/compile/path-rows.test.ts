import { beforeAll, expect, test } from 'vitest';
import type { CheckedFilter } from '../../../src/query/checked-query.js';
import { describeOnBothDatabases } from '../../support/databases.js';
import { cd, compare, cs, distinct, equal, equalAll, is, not, ov, path, pattern, search } from './checked.js';
import { foundBy, type Labelled, storeLabelled } from './found.js';

/** One conversation for each of these values of `metadata->v`, labelled by it; and one without. */
const VALUES = [
  'missing',
  'null',
  '"x"',
  '"X y"',
  '""',
  '"null"',
  '5',
  '"5"',
  '"5.00"',
  '-1e1',
  '"05"',
  '"+5"',
  'true',
  '"true"',
  'false',
  '[]',
  '["x"]',
  '["x",5,null]',
  '["5","y",true]',
  '[["x"]]',
  '[{"x":1,"y":2}]',
  '{}',
  '{"x":1}',
  '{"x":{"y":[1]}}',
] as const;

type Value = (typeof VALUES)[number];

const KNOWN = VALUES.slice(2);

interface RowCase {
  readonly sentence: string;
  readonly filter: CheckedFilter;
  readonly finds: readonly Value[];
  /** What `not` of it finds: unless said, every other value that is known. */
  readonly notFinds?: readonly Value[];
}

function row(sentence: string, filter: CheckedFilter, finds: readonly Value[], notFinds?: readonly Value[]): RowCase {
  return { sentence, filter, finds, ...(notFinds && { notFinds }) };
}

const v = path('v');
const first = path('v', 0);
const last = path('v', -1);

const cases: readonly RowCase[] = [
  row('eq a text', equal(v, 'x'), ['"x"']),
  row('eq the empty text', equal(v, ''), ['""']),
  row('eq null is the text', equal(v, 'null'), ['"null"']),
  row('eq a number by value, or by text', equal(v, '5'), ['5', '"5"']),
  row('eq a number written otherwise', equal(v, '5.00'), ['5', '"5.00"']),
  row('eq a number with an exponent', equal(v, '-0.1e2'), ['-1e1']),
  row('eq what is no number', equal(v, '05'), ['"05"']),
  row('eq a boolean', equal(v, 'true'), ['true', '"true"']),
  row('eq the text of an array', equal(v, '["x"]'), []),
  row('in', equal(v, 'x', '5', 'false', 'nobody'), ['"x"', '5', '"5"', 'false']),
  row('in an empty list', equal(v), [], VALUES),
  row('eq(all)', equalAll(v, '5', '5.00'), ['5']),
  row('eq(all) of what nothing equals', equalAll(v, '5', 'x'), []),
  row('eq(all) of an empty list', equalAll(v), VALUES, []),
  row(
    'isdistinct',
    distinct(v, '5'),
    VALUES.filter((value) => value !== '5' && value !== '"5"'),
    ['5', '"5"'],
  ),
  row(
    'isdistinct from the text null',
    distinct(v, 'null'),
    VALUES.filter((value) => value !== '"null"'),
    ['"null"'],
  ),
  row(
    'eq of the first element',
    equal(first, 'x'),
    ['["x"]', '["x",5,null]'],
    ['["5","y",true]', '[["x"]]', '[{"x":1,"y":2}]'],
  ),
  row('eq of the last element', equal(last, 'true'), ['["5","y",true]'], ['["x"]', '[["x"]]', '[{"x":1,"y":2}]']),
  row('eq of an element of an element', equal(path('v', 0, 0), 'x'), ['[["x"]]'], []),
  row('eq of a key of an element', equal(path('v', 0, 'x'), '1'), ['[{"x":1,"y":2}]'], []),
  row('eq of a key', equal(path('v', 'x'), '1'), ['{"x":1}'], ['{"x":{"y":[1]}}']),
  row('a key that looks like an index', equal(path('v', '0'), 'x'), [], []),
  row('an index of an object', equal(path(0), 'x'), [], []),
  row(
    'isdistinct of an element',
    distinct(first, 'x'),
    VALUES.filter((value) => !value.startsWith('["x"')),
    ['["x"]', '["x",5,null]'],
  ),

  row('is null', is(v, 'null'), ['missing', 'null'], KNOWN),
  row('is not_null', is(v, 'not_null'), KNOWN, ['missing', 'null']),
  row(
    'is null of an element',
    is(path('v', 2), 'null'),
    VALUES.filter((value) => value !== '["5","y",true]'),
    ['["5","y",true]'],
  ),
  row(
    'is true',
    is(v, 'true'),
    ['true', '"true"'],
    VALUES.filter((value) => value !== 'true' && value !== '"true"'),
  ),
  row(
    'is false',
    is(v, 'false'),
    ['false'],
    VALUES.filter((value) => value !== 'false'),
  ),

  row('gt a number', compare(v, 'gt', '4.9'), ['5', '"5"', '"5.00"']),
  row('lt a number', compare(v, 'lt', '5'), ['-1e1']),
  row('gte(any) of numbers', compare(v, 'gte', ['5', '900']), ['5', '"5"', '"5.00"']),
  row('lte(all) of numbers', compare(v, 'lte', ['5', '0'], 'all'), ['-1e1']),
  row('gt a text, by bytes', compare(v, 'gt', 'a'), ['"x"', '"null"', '"true"']),
  row('lte a text', compare(v, 'lte', '+5'), ['""', '"+5"']),
  row('gt(any) of a number and a text', compare(v, 'gt', ['4', 'w']), ['"x"', '5', '"5"', '"5.00"']),
  row('gt(all) of a number and a text', compare(v, 'gt', ['4', '4.'], 'all'), ['"5"', '"5.00"']),
  row('gt(any) of an empty list', compare(v, 'gt', []), [], VALUES),
  row('gt(all) of an empty list', compare(v, 'gt', [], 'all'), VALUES, []),

  row('like', pattern(v, 'like', '%5%'), ['5', '"5"', '"5.00"', '"05"', '"+5"']),
  row('like with an escaped wildcard', pattern(v, 'like', '\\%'), []),
  row('like is exact about case', pattern(v, 'like', 'x%'), ['"x"']),
  row('ilike', pattern(v, 'ilike', 'x%'), ['"x"', '"X y"']),
  row('like(any)', pattern(v, 'like', ['tr%', 'f%']), ['true', '"true"', 'false']),
  row('like(all)', pattern(v, 'like', ['tr%', '%e'], 'all'), ['true', '"true"']),
  row('like(all) of an empty list', pattern(v, 'like', [], 'all'), VALUES, []),
  row('match', pattern(v, 'match', '^-?[[:digit:]]+$'), ['5', '"5"', '-1e1', '"05"']),
  row('imatch', pattern(v, 'imatch', '^X'), ['"x"', '"X y"']),
  row('match(any)', pattern(v, 'match', ['^X', '^f']), ['"X y"', 'false']),
  row(
    'like of an element',
    pattern(first, 'like', '_'),
    ['["x"]', '["x",5,null]', '["5","y",true]'],
    ['[["x"]]', '[{"x":1,"y":2}]'],
  ),

  row('fts', search(v, 'fts', 'x | true'), ['"x"', '"X y"', 'true', '"true"']),
  row('plfts', search(v, 'plfts', 'y X', 'simple'), ['"X y"']),
  row('phfts', search(v, 'phfts', 'y X', 'simple'), []),
  row('wfts', search(v, 'wfts', 'x -y', 'simple'), ['"x"']),

  row('cs with a JSON array', cs(v, '["x"]'), ['["x"]', '["x",5,null]']),
  row('cs with a JSON array, numbers by value', cs(v, '[5.0]'), ['["x",5,null]']),
  row(
    'cs with an empty array',
    cs(v, '[]'),
    VALUES.filter((value) => value.startsWith('[')),
  ),
  row('cs with an array in an array', cs(v, '[["x"]]'), ['[["x"]]']),
  row('cs with part of an object in an array', cs(v, '[{"x":1}]'), ['[{"x":1,"y":2}]']),
  row('cs with an object', cs(v, '{"x":1}'), ['{"x":1}']),
  row('cs with an empty object', cs(v, '{}'), ['{}', '{"x":1}', '{"x":{"y":[1]}}']),
  row('cs with an array literal', cs(v, ['5']), ['["x",5,null]', '["5","y",true]']),
  row('cs with an array literal of several', cs(v, ['5', 'true']), ['["5","y",true]']),
  row('cs with an array literal, on an object', cs(path('v', 'x', 'y'), ['1']), ['{"x":{"y":[1]}}'], []),
  row(
    'cs of an element',
    cs(first, '["x"]'),
    ['[["x"]]'],
    ['["x"]', '["x",5,null]', '["5","y",true]', '[{"x":1,"y":2}]'],
  ),
  row(
    'cs of an element, with an array literal',
    cs(first, ['x']),
    ['[["x"]]'],
    ['["x"]', '["x",5,null]', '["5","y",true]', '[{"x":1,"y":2}]'],
  ),
  row('cd with a JSON array', cd(v, '["x", 5, null]'), ['[]', '["x"]', '["x",5,null]']),
  row('cd with an object', cd(v, '{"x":1,"y":2}'), ['{}', '{"x":1}']),
  row('cd with an array literal', cd(v, ['5', 'y', 'true', 'x']), ['[]', '["x"]', '["5","y",true]']),
  row('ov with a JSON array', ov(v, '["y", 5, "nobody"]'), ['["x",5,null]', '["5","y",true]']),
  row('ov with JSON null', ov(v, '[null]'), ['["x",5,null]']),
  row('ov with an empty array', ov(v, '[]'), []),
  row('ov with part of an object', ov(v, '[{"x":1}]'), []),
  row('ov with a whole object', ov(v, '[{"y":2,"x":1.0}, "nobody"]'), ['[{"x":1,"y":2}]']),
  row('ov with an array in an array', ov(v, '[["x"], true]'), ['["5","y",true]', '[["x"]]']),
  row('ov with an array literal', ov(v, ['5', 'nobody']), ['["x",5,null]', '["5","y",true]']),
  row(
    'ov of an element',
    ov(first, ['x']),
    ['[["x"]]'],
    ['["x"]', '["x",5,null]', '["5","y",true]', '[{"x":1,"y":2}]'],
  ),
  row(
    'ov of an element, with JSON',
    ov(first, '["x", []]'),
    ['[["x"]]'],
    ['["x"]', '["x",5,null]', '["5","y",true]', '[{"x":1,"y":2}]'],
  ),
];

describeOnBothDatabases('conditions on a path', (database) => {
  let stored: Labelled;

  beforeAll(async () => {
    stored = await storeLabelled(
      database(),
      VALUES.map((value) => ({ label: value, metadata: value === 'missing' ? '{}' : `{"v":${value}}` })),
    );
  });

  test.each(cases)('$sentence', async ({ filter, finds, notFinds }) => {
    expect(await foundBy(stored, filter)).toEqual(finds);
    expect(await foundBy(stored, not(filter))).toEqual(notFinds ?? KNOWN.filter((value) => !finds.includes(value)));
  });
});
