import { describe, expect, test } from 'vitest';
import { OPERATORS } from '../../src/query/ast.js';
import { QUANTIFIED_OPERATORS } from '../../src/query/fields.js';
import { parse, parseHttp } from '../../src/query/parse.js';
import { prepare } from '../../src/query/prepared-query.js';
import { print } from '../../src/query/print.js';
import { QueryError } from '../../src/query/problem.js';

const MEMORY = 'metadata->telnyx_end_user_target=eq.{{telnyx_end_user_target}}&limit=5&order=last_message_at.desc';

/** Each row: what it is about, a prepared text, the values, and the canonical text of the bound query. */
const BOUND: readonly [string, string, Record<string, unknown>, string][] = [
  [
    'a phone number',
    MEMORY,
    { telnyx_end_user_target: '+13128675309' },
    'metadata->telnyx_end_user_target=eq.+13128675309&limit=5&order=last_message_at.desc',
  ],
  [
    'a value that tries to add a parameter',
    MEMORY,
    { telnyx_end_user_target: 'x&limit=1000' },
    'metadata->telnyx_end_user_target=eq.x%26limit=1000&limit=5&order=last_message_at.desc',
  ],
  ['a value with escapes', 'name=eq.{{a}}', { a: '%26 {{b}}' }, 'name=eq.%2526%20%7B%7Bb}}'],
  ['a value that looks like a condition', 'name=eq.{{a}}', { a: 'not.is.null' }, 'name=eq.not.is.null'],
  ['a number', 'metadata->n=gt.{{n}}', { n: -1.5 }, 'metadata->n=gt.-1.5'],
  ['a boolean', 'metadata->b=eq.{{b}}', { b: false }, 'metadata->b=eq.false'],
  ['zero', 'metadata->n=eq.{{n}}', { n: -0 }, 'metadata->n=eq.0'],
  ['spaces are a value', 'name=eq.{{a}}', { a: '  ' }, 'name=eq.%20%20'],
  ['like finds a value literally', 'name=like.{{a}}', { a: '50%_*\\' }, 'name=like.50\\%25\\_\\*\\\\'],
  [
    'ilike does, too, in a tree',
    'or=(name.ilike.{{a}},name.eq.{{a}})',
    { a: 'a*(b)' },
    'or=(name.ilike."a\\\\*(b)",name.eq."a*(b)")',
  ],
  ['a value in a tree', 'or=(name.eq.{{a}},id.eq.1)', { a: 'x),id.neq.(1' }, 'or=(name.eq."x),id.neq.(1",id.eq.1)'],
  ['an element', 'name=in.(a,{{b}},c)', { b: 'x,y' }, 'name=in.(a,"x,y",c)'],
  ['an array in a list', 'name=in.(a,{{b}},c)', { b: ['x', 5, true] }, 'name=in.(a,x,5,true,c)'],
  [
    'an array in a list in a tree',
    'or=(name.not.in.({{b}}),id.eq.1)',
    { b: ['x', 'y)'] },
    'or=(name.not.in.(x,"y)"),id.eq.1)',
  ],
  ['the same name twice', 'name=eq.{{a}}&id=eq.{{a}}', { a: '1' }, 'name=eq.1&id=eq.1'],
  ['a dotted name is a path', 'name=eq.{{caller.account.id}}', { caller: { account: { id: 7 } } }, 'name=eq.7'],
  ['a dotted name may be a name', 'name=eq.{{caller.id}}', { 'caller.id': 'a', caller: { id: 'b' } }, 'name=eq.a'],
  ['spaces in the braces', 'name=eq.{{ a }}', { a: 'x' }, 'name=eq.x'],
  ['other values are not asked', 'name=eq.{{a}}', { a: 'x', b: null }, 'name=eq.x'],
  ['a query without placeholders', 'name=eq.a', {}, 'name=eq.a'],
];

describe('bind', () => {
  test.each(BOUND)('%s', (_, text, values, canonical) => {
    const bound = prepare(text).bind(values);
    expect(print(bound)).toBe(canonical);
    expect(print(parse(canonical))).toBe(canonical);
    expect(print(parseHttp(canonical))).toBe(canonical);
  });

  test('the query that was prepared stays as it is', () => {
    const prepared = prepare('name=in.({{a}})');
    prepared.bind({ a: ['x'] });
    expect(print(prepared.query)).toBe('name=in.({{a}})');
    expect(print(prepared.bind({ a: ['y'] }))).toBe('name=in.(y)');
  });

  test('a bound value stands where its placeholder stood', () => {
    const [condition] = prepare('name=eq.{{a}}').bind({ a: 'a long value' }).where;
    expect(condition).toMatchObject({ operand: { text: 'a long value', location: { start: 8, end: 13 } } });
  });
});

const USABLE = 'Bind text that is not empty, a finite number, true or false; in in.(…) also an array of these.';
const ONLY_IN = 'An array can only stand as an element of in.(…).';
class Caller {
  get id() {
    return 'inherited';
  }
}

/** Each row: a prepared text, the values, and what is reported: code, message, hint, and the text at its place. */
const REFUSED: readonly [string, Record<string, unknown>, string, string, string, string][] = [
  ['name=eq.{{a}}', {}, 'RQ310', '"{{a}}" has no value.', USABLE, '{{a}}'],
  ['name=eq.{{a}}', { a: undefined }, 'RQ310', '"{{a}}" has no value.', USABLE, '{{a}}'],
  ['name=eq.{{ a }}', { a: null }, 'RQ310', 'The value of "{{a}}" is null.', USABLE, '{{ a }}'],
  ['name=eq.{{a}}', { a: '' }, 'RQ310', 'The value of "{{a}}" is empty text.', USABLE, '{{a}}'],
  ['name=eq.{{a}}', { a: Number.NaN }, 'RQ310', 'The value of "{{a}}" is not a finite number.', USABLE, '{{a}}'],
  [
    'name=eq.{{a}}',
    { a: Number.POSITIVE_INFINITY },
    'RQ310',
    'The value of "{{a}}" is not a finite number.',
    USABLE,
    '{{a}}',
  ],
  ['name=eq.{{a}}', { a: {} }, 'RQ310', 'The value of "{{a}}" is an object.', USABLE, '{{a}}'],
  ['name=eq.{{a}}', { a: new Date(0) }, 'RQ310', 'The value of "{{a}}" is an object.', USABLE, '{{a}}'],
  ['name=eq.{{a}}', { a: 1n }, 'RQ310', 'The value of "{{a}}" is a bigint.', USABLE, '{{a}}'],
  ['name=eq.{{a}}', { a: Symbol('x') }, 'RQ310', 'The value of "{{a}}" is a symbol.', USABLE, '{{a}}'],
  ['name=eq.{{a}}', { a: () => 'x' }, 'RQ310', 'The value of "{{a}}" is a function.', USABLE, '{{a}}'],
  ['name=eq.{{a}}', { a: ['x'] }, 'RQ310', 'The value of "{{a}}" is an array.', ONLY_IN, '{{a}}'],
  ['or=(id.eq.1,name.like.{{a}})', { a: ['x'] }, 'RQ310', 'The value of "{{a}}" is an array.', ONLY_IN, '{{a}}'],
  ['name=in.(x,{{a}})', { a: [] }, 'RQ310', 'The value of "{{a}}" is an empty array.', USABLE, '{{a}}'],
  ['name=in.(x,{{a}})', { a: ['y', null] }, 'RQ310', 'The value of "{{a}}" holds null.', USABLE, '{{a}}'],
  ['name=in.(x,{{a}})', { a: ['y', ''] }, 'RQ310', 'The value of "{{a}}" holds empty text.', USABLE, '{{a}}'],
  ['name=in.(x,{{a}})', { a: [['y']] }, 'RQ310', 'The value of "{{a}}" holds an array.', USABLE, '{{a}}'],
  ['name=in.(x,{{a}})', { a: new Array(1) }, 'RQ310', 'The value of "{{a}}" holds undefined.', USABLE, '{{a}}'],
  ['name=in.(x,{{a}})', { a: null }, 'RQ310', 'The value of "{{a}}" is null.', USABLE, '{{a}}'],
  ['name=eq.{{toString}}', {}, 'RQ310', '"{{toString}}" has no value.', USABLE, '{{toString}}'],
  [
    'name=eq.{{caller.id}}',
    { caller: new Caller() },
    'RQ310',
    '"{{caller.id}}" has no value.',
    USABLE,
    '{{caller.id}}',
  ],
  ['name=eq.{{list.length}}', { list: ['a'] }, 'RQ310', '"{{list.length}}" has no value.', USABLE, '{{list.length}}'],
  ['name=eq.{{a.length}}', { a: 'text' }, 'RQ310', '"{{a.length}}" has no value.', USABLE, '{{a.length}}'],
  ['name=eq.{{a}}', { a: 'x\0' }, 'RQ311', 'The value of "{{a}}" holds a NUL character.', 'Leave it out.', '{{a}}'],
  [
    'name=eq.{{a}}',
    { a: 'x\ud800y' },
    'RQ311',
    'The value of "{{a}}" holds a lone surrogate.',
    'Leave it out.',
    '{{a}}',
  ],
  [
    'name=in.({{a}})',
    { a: ['b', '\udc00'] },
    'RQ311',
    'The value of "{{a}}" holds a lone surrogate.',
    'Leave it out.',
    '{{a}}',
  ],
  [
    'name=in.({{a}})',
    { a: new Array(501).fill('x') },
    'RQ404',
    'The value of "{{a}}" has more than 500 elements.',
    'Ask several queries.',
    '{{a}}',
  ],
  [
    'name=in.(x,{{a}})',
    { a: new Array(500).fill('x') },
    'RQ404',
    'A list has at most 500 elements; with its values this one has 501.',
    'Ask several queries.',
    '(x,{{a}})',
  ],
];

describe('bind refuses', () => {
  test.each(REFUSED)('%s', (text, values, code, message, hint, culprit) => {
    const { problems } = refusal(() => prepare(text).bind(values));
    expect(problems).toHaveLength(1);
    const [problem] = problems;
    expect(problem).toMatchObject({ code, message, hint });
    expect(text.slice(problem!.location.start, problem!.location.end)).toBe(culprit);
  });

  test('everything at once, each at its place', () => {
    const { problems, text } = refusal(() =>
      prepare('name=eq.{{a}}&or=(id.eq.{{b}},id.in.({{c}}))').bind({ b: null, c: [] }),
    );
    expect(problems.map(({ message }) => message)).toEqual([
      '"{{a}}" has no value.',
      'The value of "{{b}}" is null.',
      'The value of "{{c}}" is an empty array.',
    ]);
    expect(problems.map(({ location }) => text.slice(location.start, location.end))).toEqual([
      '{{a}}',
      '{{b}}',
      '{{c}}',
    ]);
  });

  test('more text than a query may have', () => {
    const prepared = prepare('name=eq.{{a}}');
    expect(print(prepared.bind({ a: 'x'.repeat(16 * 1024 - 8) }))).toHaveLength(16 * 1024);
    expect(refusal(() => prepared.bind({ a: 'x'.repeat(16 * 1024) })).problems).toMatchObject([
      { code: 'RQ401', message: 'The text is longer than 16384 bytes: 16392.' },
    ]);
    expect(refusal(() => prepared.bind({ a: '€'.repeat(2000) })).problems).toMatchObject([{ code: 'RQ401' }]);
    // Also where the text as it was written is short, and prints long.
    const foreign = prepare(`name=eq.{{a}}&metadata->b=eq.${'漢'.repeat(1700)}`);
    expect(refusal(() => foreign.bind({ a: 'x'.repeat(1500) })).problems).toMatchObject([{ code: 'RQ401' }]);
    const list = prepare('name=in.({{a}})');
    const elements = Array.from({ length: 500 }, (_, index) => '漢'.repeat(index < 300 ? 4 : 3));
    expect(refusal(() => list.bind({ a: elements })).problems).toMatchObject([{ code: 'RQ401' }]);
  });

  test('no message holds a value', () => {
    const secret = 'secret\ud800';
    for (const values of [{ a: secret }, { a: [secret] }, { a: { secret } }]) {
      const error = refusal(() => prepare('name=in.({{a}})').bind(values));
      expect(JSON.stringify([error.message, error.problems, error.text])).not.toContain('secret');
    }
  });
});

describe('prepare', () => {
  test('names the placeholders, each once, in their order', () => {
    const text = 'name=eq.{{b}}&or=(id.in.(1,{{a.c}},{{b}}),name.like.{{d}})';
    expect(prepare(text)).toMatchObject({ text, placeholders: ['b', 'a.c', 'd'] });
  });

  const TAKES_ONE = ['eq', 'neq', 'gt', 'gte', 'lt', 'lte', 'in', 'isdistinct', 'like', 'ilike'];
  test.each(OPERATORS)('a placeholder as the value of %s', (operator) => {
    const text = `metadata->a=${operator}.${operator === 'in' ? '({{a}})' : '{{a}}'}`;
    if (TAKES_ONE.includes(operator)) expect(prepare(text).placeholders).toEqual(['a']);
    else expect(refusal(() => prepare(text)).problems).toMatchObject([{ code: 'RQ112' }]);
  });

  const MISPLACED: readonly string[] = [
    ...QUANTIFIED_OPERATORS.map((operator) => `name=${operator}(any).{{{a}}}`),
    ...QUANTIFIED_OPERATORS.map((operator) => `name=${operator}(all).{b,{{a}}}`),
    'name=eq.Hello {{a}}',
    'name=eq.{{a}} b',
    'name=eq.{{a}}{{b}}',
    'name=eq.{{}}',
    'name=eq.{{a-}',
    'name=in.("{{a}}")',
    'or=(name.eq."{{a}}")',
    'or=(name.eq.{{{a}}})',
    'limit={{a}}',
    'offset={{a}}',
    'order={{a}}',
    'select={{a}}',
    'metadata->{{a}}=eq.1',
    'name={{a}}',
  ];
  test.each(MISPLACED)('a placeholder cannot stand in %s', (text) => {
    expect(() => prepare(text)).toThrow(QueryError);
  });

  test('a literal pair of braces is no placeholder', () => {
    const prepared = prepare('name=eq.%7B%7Ba}}');
    expect(prepared.placeholders).toEqual([]);
    expect(prepared.bind({}).where).toMatchObject([{ operand: { kind: 'text', text: '{{a}}' } }]);
  });
});

function refusal(act: () => unknown): QueryError {
  try {
    act();
  } catch (error) {
    if (error instanceof QueryError) return error;
    throw error;
  }
  throw new Error('It was not refused.');
}
