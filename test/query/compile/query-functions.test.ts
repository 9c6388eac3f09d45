import { expect, test } from 'vitest';
import { describeOnBothDatabases } from '../../support/databases.js';

interface FunctionCase {
  readonly value: string;
  readonly text: string | null;
  /** As numeric prints it. */
  readonly number: string | null;
  readonly rank: number | null;
}

function row(value: string, text: string | null, number: string | null, rank: number | null): FunctionCase {
  return { value, text, number, rank };
}

const cases: readonly FunctionCase[] = [
  row('null', null, null, null),
  row('5', '5', '5', 1),
  row('-5.10', '-5.10', '-5.10', 1),
  row('1e40', `1${'0'.repeat(40)}`, `1${'0'.repeat(40)}`, 1),
  row('"5"', '5', '5', 1),
  row('"-0.5e+2"', '-0.5e+2', '-50', 1),
  row('"5E-3"', '5E-3', '0.005', 1),
  row(
    `"${'9'.repeat(30)}.${'9'.repeat(30)}"`,
    `${'9'.repeat(30)}.${'9'.repeat(30)}`,
    `${'9'.repeat(30)}.${'9'.repeat(30)}`,
    1,
  ),
  row(`"${'9'.repeat(31)}"`, '9'.repeat(31), null, 2),
  row(`"0.${'9'.repeat(31)}"`, `0.${'9'.repeat(31)}`, null, 2),
  row('"1e100"', '1e100', null, 2),
  row('"05"', '05', null, 2),
  row('"+5"', '+5', null, 2),
  row('" 5"', ' 5', null, 2),
  row('"5\\n"', '5\n', null, 2),
  row('".5"', '.5', null, 2),
  row('"5."', '5.', null, 2),
  row('"٣"', '٣', null, 2),
  row('"NaN"', 'NaN', null, 2),
  row('"Infinity"', 'Infinity', null, 2),
  row('""', '', null, 2),
  row('"x"', 'x', null, 2),
  row('true', 'true', null, 3),
  row('false', 'false', null, 3),
  row('"true"', 'true', null, 2),
  row('[]', null, null, 4),
  row('["5"]', null, null, 4),
  row('{}', null, null, 4),
];

describeOnBothDatabases('the functions that queries use', (database) => {
  test.each(cases)('read $value', async ({ value, text, number, rank }) => {
    const sql =
      'SELECT metadata_text($1::jsonb) AS text, metadata_number($1::jsonb)::text AS number, metadata_rank($1::jsonb) AS rank';
    expect(await database().run(sql, [value])).toEqual([{ text, number, rank }]);
  });

  test('know nothing of what is missing', async () => {
    const sql = `SELECT metadata_text(v) AS text, metadata_number(v) AS number, metadata_rank(v) AS rank, metadata_element(v, 0) AS element
      FROM (SELECT '{}'::jsonb->'x') AS missing(v)`;
    expect(await database().run(sql, [])).toEqual([{ text: null, number: null, rank: null, element: null }]);
  });

  test.each([
    ['["a","b"]', 0, 'a'],
    ['["a","b"]', -1, 'b'],
    ['["a","b"]', 2, null],
    ['["a","b"]', -3, null],
    ['["a","b"]', -2147483647, null],
    ['"a"', 0, null],
    ['"a"', -1, null],
    ['5', 0, null],
    ['{"0":"a"}', 0, null],
    ['null', 0, null],
  ])('find in %s the element %d', async (value, index, element) => {
    const sql = 'SELECT metadata_element($1::jsonb, $2::integer) AS element';
    expect(await database().run(sql, [value, index])).toEqual([{ element }]);
  });

  test('are written into the statement, not called', async () => {
    const plan = await database().run(
      `EXPLAIN (VERBOSE, FORMAT JSON) SELECT metadata_rank(metadata->'a'), metadata_text(metadata->'a'), metadata_number(metadata->'a'->'b'),
        metadata_element(metadata->'a', 0) FROM conversations`,
      [],
    );
    expect(JSON.stringify(plan)).not.toContain('metadata_');
  });
});
