import { describe, expect, test } from 'vitest';
import type { Query } from '../../src/query/ast.js';
import {
  ago,
  and,
  type ConversationQuery,
  conversations,
  elements,
  metadata,
  not,
  or,
  where,
} from '../../src/query/builder.js';
import { equalQueries } from '../../src/query/equal.js';
import { parse } from '../../src/query/parse.js';
import { QueryError } from '../../src/query/problem.js';

const q = conversations();

/** Each row: the text, and the query that is built. Both must be the same query, and the text canonical. */
const BUILT: readonly [string, ConversationQuery][] = [
  ['', q],
  [
    'metadata->telnyx_end_user_target=eq.+13128675309&last_message_at=gte.now-10d&limit=5&order=last_message_at.desc',
    conversations()
      .metadata('telnyx_end_user_target')
      .eq('+13128675309')
      .where('last_message_at')
      .gte(ago('10d'))
      .order('last_message_at', 'desc')
      .limit(5),
  ],
  ['metadata->order->items->0->"a.b"=eq.A-1', q.metadata('order', 'items', 0, 'a.b').eq('A-1')],
  ['metadata->"0"->-1=eq.5', q.metadata('0', -1).eq(5)],
  ['metadata->a=eq.true', q.metadata('a').eq(true)],
  ['metadata->a=eq.0', q.metadata('a').eq(-0)],
  ['metadata->a=eq.', q.metadata('a').eq('')],
  ['metadata->a=eq.now-10d', q.metadata('a').eq('now-10d')],
  ['metadata->a=eq.x%26limit=1000', q.metadata('a').eq('x&limit=1000')],
  ['metadata->a=eq.%7B%7Bb}}', q.metadata('a').eq('{{b}}')],
  ['id=eq.123', q.where('id').eq('123')],
  ['created_at=gte.2025-01-01T00:00:00.000Z', q.where('created_at').gte(new Date('2025-01-01'))],
  ['created_at=lt.2025-01-01', q.where('created_at').lt('2025-01-01')],
  ['created_at=in.(today,2025-01-01T00:00:00.000Z)', q.where('created_at').in(['today', new Date('2025-01-01')])],
  ['name=in.(a,"b,c","")', q.where('name').in(['a', 'b,c', ''])],
  ['name=in.()', q.where('name').in([])],
  ['metadata->a=in.(1,x,false)', q.metadata('a').in([1, 'x', false])],
  ['name=eq(any).{a,"b%20c"}', q.where('name').eq.any(['a', 'b c'])],
  ['name=not.like(all).{a*,*b}', q.where('name').not.like.all(['a*', '*b'])],
  ['metadata->n=gt(any).{1,2}', q.metadata('n').gt.any([1, 2])],
  ['created_at=gte(all).{now-1h,yesterday}', q.where('created_at').gte.all([ago('1h'), 'yesterday'])],
  ['name=is.not_null', q.where('name').is('not_null')],
  ['metadata->a=not.is.true', q.metadata('a').not.is('true')],
  ['name=isdistinct.a', q.where('name').isdistinct('a')],
  ['name=fts.a%20b', q.where('name').fts('a b')],
  ['name=not.wfts(german).a', q.where('name').not.wfts('a', 'german')],
  ['name=imatch.^a', q.where('name').imatch('^a')],
  ['metadata=cs.{"a":{"b":[1,null]}}', q.where('metadata').cs({ a: { b: [1, null] } })],
  ['metadata=eq.{}', q.where('metadata').eq({})],
  ['metadata->tags=cs.["a",5]', q.metadata('tags').cs(['a', 5])],
  ['metadata->tags=ov.{a,5,"b%20c","\\"{"}', q.metadata('tags').ov(elements('a', 5, 'b c', '"{'))],
  ['metadata->o=cd.{"kind":"array-literal","text":"{a}"}', q.metadata('o').cd({ kind: 'array-literal', text: '{a}' })],
  [
    'or=(created_at.gte.2025-04-01,metadata->a.eq.b)',
    q.or(where('created_at').gte('2025-04-01'), metadata('a').eq('b')),
  ],
  [
    'and=(name.eq.a)&not.or=(name.eq.b,id.eq.1)',
    q.and(where('name').eq('a')).not(or(where('name').eq('b'), where('id').eq('1'))),
  ],
  [
    'or=(not.and(name.eq.a,id.not.eq.1),name.eq."x,y")',
    q.or(not(and(where('name').eq('a'), not(where('id').eq('1')))), where('name').eq('x,y')),
  ],
  ['name=not.eq.a', q.not(where('name').eq('a'))],
  ['name=eq.a', q.not(not(where('name').eq('a')))],
  [
    'or=(metadata->a->b.not.in.(x,"y)"),name.like(any).{a*})',
    q.or(metadata('a', 'b').not.in(['x', 'y)']), where('name').like.any(['a*'])),
  ],
  [
    'order=name.asc,metadata->tier->level.desc.nullsfirst',
    q.order('name', 'asc').order(metadata('tier', 'level'), 'desc', 'first'),
  ],
  ['limit=7&offset=40', q.limit(5).offset(20).offset(40).limit(7)],
  ['select=*,id,metadata->a', q.select('*').select('id', metadata('a'))],
  [
    'select=who:name,"a:b":metadata->a,metadata->c->>d,text:metadata->e->>f',
    q.select(
      where('name').as('who'),
      metadata('a').as('a:b'),
      metadata('c', 'd').asText(),
      metadata('e', 'f').asText('text'),
    ),
  ],
];

describe('conversations()', () => {
  test.each(BUILT)('builds %s', (text, built) => {
    expect(built.toString()).toBe(text);
    expect(`${built}`).toBe(text);
    expect(withoutPlaces(built.toQuery())).toEqual(withoutPlaces(parse(text)));
    expect(equalQueries(built.toQuery(), parse(text))).toBe(true);
  });

  test('is immutable', () => {
    const base = conversations().where('name').eq('a').limit(5);
    const one = base.metadata('b').eq('c').order('id', 'asc');
    const other = base.select('id').limit(6);
    expect([base, one, other].map(String)).toEqual([
      'name=eq.a&limit=5',
      'name=eq.a&metadata->b=eq.c&limit=5&order=id.asc',
      'name=eq.a&limit=6&select=id',
    ]);
  });
});

const UNUSABLE: readonly [string, () => unknown, string][] = [
  [
    'undefined',
    () => q.metadata('a').eq(undefined as never),
    'A query compares with text, a finite number, a boolean or a date, not with undefined.',
  ],
  [
    'null',
    () => q.metadata('a').in([null as never]),
    'A query compares with text, a finite number, a boolean or a date, not with null.',
  ],
  [
    'NaN',
    () => q.metadata('a').eq(Number.NaN),
    'A query compares with text, a finite number, a boolean or a date, not with NaN.',
  ],
  [
    'an invalid date',
    () => q.where('created_at').eq(new Date('x')),
    'A query compares with text, a finite number, a boolean or a date, not with an invalid date.',
  ],
  [
    'a function',
    () => q.where('name').eq((() => 'a') as never),
    'A query compares with text, a finite number, a boolean or a date, not with a function.',
  ],
  [
    'half a second',
    () => ago('0.5s'),
    'ago takes a whole number and one of s, m, h, d and w, such as "10d", not "0.5s".',
  ],
  [
    'an index that is no whole number',
    () => q.metadata('a', 0.5),
    'An array index is a whole number of 32 bits, not 0.5.',
  ],
  [
    'an index beyond 32 bits',
    () => q.metadata('a', 2 ** 31),
    'An array index is a whole number of 32 bits, not 2147483648.',
  ],
];

/** Each row: what is wrong, and code and message of the QueryError. */
const REFUSED: readonly [string, () => unknown, string, string][] = [
  ['a NUL in a value', () => q.where('name').eq('a\0'), 'RQ311', 'The value holds a NUL character.'],
  [
    'half a surrogate pair in a value',
    () => q.where('name').in(['\ud800']),
    'RQ311',
    'The value holds a lone surrogate.',
  ],
  ['a NUL in a key', () => q.metadata('a', '\0'), 'RQ311', 'The value holds a NUL character.'],
  ['a NUL in an alias', () => q.select(where('id').as('\0')), 'RQ311', 'The value holds a NUL character.'],
  ['a limit that is not whole', () => q.limit(1.5), 'RQ110', '"limit" takes a whole number, not "1.5".'],
  ['an offset below zero', () => q.offset(-1), 'RQ110', '"offset" takes a whole number, not "-1".'],
  [
    'too many conditions',
    () => repeat(101, q, (query) => query.where('id').eq('1')).toQuery(),
    'RQ402',
    'More than 100 conditions: 101.',
  ],
  [
    'too many levels',
    () => q.and(repeat(16, where('id').eq('1') as ReturnType<typeof and>, (filter) => and(filter))).toQuery(),
    'RQ403',
    'More than 16 levels of brackets: 17.',
  ],
  [
    'too many elements',
    () => q.where('id').in(new Array(501).fill('1')).toQuery(),
    'RQ404',
    'More than 500 elements in a list: 501.',
  ],
  [
    'too many steps',
    () => q.order(metadata('1', '2', '3', '4', '5', '6', '7', '8', '9'), 'asc').toQuery(),
    'RQ405',
    'More than 8 steps in a path: 9.',
  ],
  [
    'too much text',
    () => q.where('name').eq('ä'.repeat(3000)).toString(),
    'RQ401',
    'The text is longer than 16384 bytes: 18008.',
  ],
];

describe('the builder refuses', () => {
  test.each(UNUSABLE)('%s', (_, act, message) => {
    expect(act).toThrow(new TypeError(message));
  });

  test.each(REFUSED)('%s', (_, act, code, message) => {
    expect(problemOf(act)).toMatchObject({ code, message });
  });

  test('nothing at the limits', () => {
    const query = repeat(96, q, (each) => each.where('id').eq('1'))
      .and(repeat(15, where('id').eq('1') as ReturnType<typeof and>, (filter) => and(filter)))
      .where('id')
      .in(new Array(500).fill('1'))
      .metadata('1', '2', '3', '4', '5', '6', '7', '8')
      .eq('ä');
    expect(equalQueries(parse(query.toString()), query.toQuery())).toBe(true);
  });
});

/** Compiled, never run: each line is an error of the compiler. */
function mistakes() {
  // @ts-expect-error a uuid has no like
  q.where('id').like('a*');
  // @ts-expect-error a time has no like
  q.where('created_at').like('2025*');
  // @ts-expect-error a time has no full-text search
  q.where('last_message_at').fts('a');
  // @ts-expect-error text has no cs
  q.where('name').cs({});
  // @ts-expect-error metadata as a whole has no gt
  q.where('metadata').gt({});
  // @ts-expect-error metadata as a whole has no ov
  q.where('metadata').ov([]);
  // @ts-expect-error metadata as a whole takes JSON
  q.where('metadata').eq('a');
  // @ts-expect-error there is no such column
  q.where('assistant_id').eq('a');
  // @ts-expect-error neq takes no any
  q.where('name').neq.any(['a']);
  // @ts-expect-error metadata as a whole takes no any
  q.where('metadata').eq.any([{}]);
  // @ts-expect-error not is said once
  q.where('name').not.not.eq('a');
  // @ts-expect-error a name is no number
  q.where('name').eq(5);
  // @ts-expect-error a time on a path would compare as text
  q.metadata('a').gte(new Date());
  // @ts-expect-error nor is a relative time known there
  q.metadata('a').gte(ago('10d'));
  // @ts-expect-error a missing value is asked for with is
  q.metadata('a').eq(null);
  // @ts-expect-error in takes an array
  q.where('name').in('a');
  // @ts-expect-error a column is not true or false
  q.where('name').is('true');
  // @ts-expect-error there is no such keyword
  q.metadata('a').is('nil');
  // @ts-expect-error there is no such unit
  ago('10y');
  // @ts-expect-error a path begins with a key
  q.metadata();
  // @ts-expect-error a path begins with a key, not an index
  q.metadata(0);
  // @ts-expect-error metadata as a whole has no order
  q.order('metadata', 'asc');
  // @ts-expect-error a direction is said
  q.order('name');
  // @ts-expect-error a tree has a member
  q.or();
  // @ts-expect-error a condition is a field with an operator
  q.or(where('name'));
}

test('an operator or a value that a field does not take does not compile', () => {
  expect(mistakes).toBeTypeOf('function');
});

function repeat<Value>(times: number, value: Value, next: (value: Value) => Value): Value {
  return times === 0 ? value : repeat(times - 1, next(value), next);
}

function withoutPlaces(query: Query): unknown {
  return JSON.parse(JSON.stringify(query, (name, value) => (/location$/i.test(name) ? undefined : value)));
}

function problemOf(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    if (error instanceof QueryError) return error.problems[0];
    throw error;
  }
  throw new Error('It was not refused.');
}
