import { describe, expect, test } from 'vitest';
import { type Condition, type Field, NOWHERE, type Operator, type Query } from '../../src/query/ast.js';
import { equalQueries } from '../../src/query/equal.js';
import { parse, parseHttp, parsePrepared } from '../../src/query/parse.js';
import { print, printField } from '../../src/query/print.js';

/** Each row: what it is about, a text as someone writes it, and the canonical text. */
const CANONICAL: readonly [string, string, string][] = [
  [
    "Telnyx's documented example is canonical",
    'metadata->telnyx_end_user_target=eq.+13128675309&limit=5&order=last_message_at.desc',
    'metadata->telnyx_end_user_target=eq.+13128675309&limit=5&order=last_message_at.desc',
  ],
  [
    'limit, offset, order and select come last, in this order',
    'select=id&order=name&offset=3&limit=2&id=eq.1',
    'id=eq.1&limit=2&offset=3&order=name.asc&select=id',
  ],
  ['conditions stay in their order', 'name=eq.b&id=eq.1&name=eq.a', 'name=eq.b&id=eq.1&name=eq.a'],
  ['a question mark and empty pairs go', '?&&id=eq.1&', 'id=eq.1'],
  ['no parameter is no text', '', ''],
  ['->> is ->', 'metadata->a->>b=eq.1', 'metadata->a->b=eq.1'],
  ['escapes that are not needed go', 'metadata%2D%3Ea%20b=eq.%61', 'metadata->a%20b=eq.a'],

  ['a key with a dot is quoted', 'metadata->"a.b"=eq.1', 'metadata->"a.b"=eq.1'],
  ['a key that needs no quotes loses them', 'metadata->"a-b_c$"=eq.1', 'metadata->a-b_c$=eq.1'],
  ['a key of digits is no index', 'metadata->"0"->0->-1->"-1"=eq.1', 'metadata->"0"->0->-1->"-1"=eq.1'],
  ['a key that is empty is quoted', 'metadata->""=eq.1', 'metadata->""=eq.1'],
  ['quotes and backslashes in a key are escaped', 'metadata->"a\\"b\\\\"=eq.1', 'metadata->"a\\"b\\\\"=eq.1'],
  ['= and & in a key are encoded', 'metadata->"a=b%26"=eq.1', 'metadata->"a%3Db%26"=eq.1'],
  ['a key with two spaces is quoted', 'metadata->a  b=eq.1', 'metadata->"a%20%20b"=eq.1'],
  ['letters beyond ASCII are encoded', 'metadata->größe=eq.ü', 'metadata->gr%C3%B6%C3%9Fe=eq.%C3%BC'],
  ['a column that is called like a parameter is quoted', '"limit"=eq.1', '"limit"=eq.1'],
  ['a column that is none is quoted where it must be', 'a.b=eq.1', '"a.b"=eq.1'],
  ['the same column stands bare in a tree', 'and=(limit.eq.1)', 'and=(limit.eq.1)'],

  ['a value is raw to its end', 'name=eq."a", (b) [c] {d} a=b;c', 'name=eq."a",%20(b)%20[c]%20{d}%20a=b;c'],
  ['a value may be empty', 'name=eq.', 'name=eq.'],
  ['a percent sign is encoded', 'name=like.Voice%', 'name=like.Voice%25'],
  ['what looks like an escape is encoded', 'name=eq.100%zz%2541', 'name=eq.100%25zz%2541'],
  ['& and # are encoded', 'name=eq.a%26b#c', 'name=eq.a%26b%23c'],
  ['spaces at the ends stay', 'name=eq. a ', 'name=eq.%20a%20'],
  ['braces of no placeholder are encoded', 'name=eq.%7B%7Ba}}', 'name=eq.%7B%7Ba}}'],
  ['one brace stays', 'metadata=cs.{"a":{"b":1}}', 'metadata=cs.{"a":{"b":1}}'],
  ['controls are encoded', 'name=eq.a\tb\nc', 'name=eq.a%09b%0Ac'],

  ['elements stand bare where they can', 'name=in.("a","b")', 'name=in.(a,b)'],
  [
    'elements are quoted where they must be',
    'name=in.("a,b","","c ","d(","e\\"","f]")',
    'name=in.("a,b","","c%20","d(","e\\"","f]")',
  ],
  ['spaces around elements go', 'name=in.( a , "b" ,c d)', 'name=in.(a,b,c%20d)'],
  ['an empty list', 'name=in.()', 'name=in.()'],
  ['the list of the empty text', 'name=in.("")', 'name=in.("")'],
  ['an array literal', 'name=eq(any).{a,"b c", "d" ,"e,f"}', 'name=eq(any).{a,"b%20c",d,"e,f"}'],
  ['NULL in an array literal is that text', 'name=eq(all).{NULL,"NULL"}', 'name=eq(all).{NULL,NULL}'],
  ['an empty array literal', 'name=like(any).{}', 'name=like(any).{}'],
  ['the text of cs stays as it is', 'metadata->tags=cs.{a, "b"}', 'metadata->tags=cs.{a,%20"b"}'],
  ['a text-search configuration', 'name=not.wfts(german).a b', 'name=not.wfts(german).a%20b'],

  ['a tree', 'or=( name.eq.a , not.and ( id.eq.1 , name.not.eq.b ) )', 'or=(name.eq.a,not.and(id.eq.1,name.not.eq.b))'],
  ['a negated tree', 'not.or=(name.eq."a")', 'not.or=(name.eq.a)'],
  [
    'a list and an array literal in a tree',
    'and=(name.in.(a,"b)"),name.eq(any).{a,"b)"})',
    'and=(name.in.(a,"b)"),name.eq(any).{a,b)})',
  ],
  [
    'values in trees are quoted where they must be',
    'or=(name.eq."a)",name.eq."",name.eq." a")',
    'or=(name.eq."a)",name.eq."",name.eq."%20a")',
  ],
  [
    'JSON in a tree stands bare',
    'or=(metadata->t.cs.["a","b,]"],metadata.cs."{\\"a\\":[1]}")',
    'or=(metadata->t.cs.["a","b,]"],metadata.cs.{"a":[1]})',
  ],
  [
    'a bracket without its partner is quoted',
    'or=(name.eq."[a",name.eq."a]",name.eq."{a]")',
    'or=(name.eq."[a",name.eq."a]",name.eq."{a]")',
  ],

  [
    'order says its direction',
    'order=name,created_at.desc,metadata->tier.nullsfirst',
    'order=name.asc,created_at.desc,metadata->tier.asc.nullsfirst',
  ],
  [
    'select keeps the last arrow',
    'select=*,id,t:metadata->a->>b,metadata->a',
    'select=*,id,t:metadata->a->>b,metadata->a',
  ],
  ['an alias is quoted where it must be', 'select="a:b":name,"c":id', 'select="a:b":name,c:id'],
];

describe('print', () => {
  test.each(CANONICAL)('%s', (_, text, canonical) => {
    expect(print(parse(text))).toBe(canonical);
    expect(print(parse(canonical))).toBe(canonical);
    expect(print(parseHttp(canonical))).toBe(canonical);
  });
});

/** Each row: a field and test, the value's text, and what is printed. Both readings must give the value back. */
const PLUSES: readonly [string, string, string][] = [
  ['metadata->p=eq.', '+13128675309', '+13128675309'],
  ['metadata->p=not.eq.', '+1', '+1'],
  ['metadata->p=eq.', '+ 1', '%2B%201'],
  ['metadata->p=eq.', 'a+1', 'a%2B1'],
  ['metadata->p=eq.', '+1+1', '+1%2B1'],
  ['metadata->p=eq.', 'sip:+13128675309@x', 'sip:+13128675309@x'],
  ['metadata->p=eq.', 'tel:+13128675309', 'tel:%2B13128675309'],
  ['metadata->p=eq.', ' 13128675309', '%20%313128675309'],
  ['metadata->p=eq.', ' 1', '%20%31'],
  ['metadata->p=eq.', 'now+90m', 'now%2B90m'],
  ['created_at=gte.', 'now+90m', 'now+90m'],
  ['created_at=gte.', '2025-01-01T00:00:00+02:00', '2025-01-01T00:00:00%2B02:00'],
];
const TREE_PLUSES: readonly [string, string, string][] = [
  ['metadata->p', '+1312867', '+1312867'],
  ['metadata->p', '+131286', '%2B131286'],
  ['metadata->p', 'sip:+13128675309@x', 'sip:+13128675309@x'],
  ['metadata->p', '+1312867,', '"%2B1312867,"'],
  ['metadata->p', ' 1312867', '"%20%31312867"'],
  ['created_at', 'today+1d', 'today+1d'],
];

describe('a plus is printed raw only where both readings take it for one', () => {
  test.each(PLUSES)('%s of "%s" prints %s', (test, value, printed) => {
    expectBothReadings(test + encodeURIComponent(value).replace('%20', '%20'), `${test}${printed}`, value);
  });
  test.each(TREE_PLUSES)('in a tree and in a list, %s of "%s" prints %s', (field, value, printed) => {
    const written = `"${encodeURIComponent(value)}"`;
    expectBothReadings(`or=(${field}.gt.${written})`, `or=(${field}.gt.${printed})`, value);
    expectBothReadings(`${field}=in.(a,${written})`, `${field}=in.(a,${printed})`, value);
  });

  function expectBothReadings(text: string, printed: string, value: string) {
    const query = parse(text);
    expect(print(query)).toBe(printed);
    for (const read of [parse, parseHttp]) {
      const back = read(printed);
      expect(equalQueries(back, query)).toBe(true);
      expect(JSON.stringify(back)).toContain(JSON.stringify(value));
    }
  }
});

describe('nodes that no text gives', () => {
  const field = (column: string): Field => ({ kind: 'field', column, path: [], location: NOWHERE });
  const condition = (operator: Operator, text: string): Condition => ({
    kind: 'condition',
    negated: false,
    field: field('name'),
    operator,
    operatorLocation: NOWHERE,
    operand: { kind: 'text', text, location: NOWHERE },
    location: NOWHERE,
  });
  const query = (...where: Query['where']): Query => ({ kind: 'query', where });

  test('half a surrogate pair prints as it is, for the reader to refuse', () => {
    expect(print(query(condition('eq', 'a\ud800 b')))).toBe('name=eq.a\ud800%20b');
  });

  test('a limit beyond exact numbers prints in digits', () => {
    const limit = (value: number) => print({ ...query(), limit: { kind: 'number', value, location: NOWHERE } });
    expect(limit(1e23)).toBe('limit=99999999999999991611392');
    expect(() => parse(limit(1e23))).toThrow('"limit=99999999999999991611392" is out of range.');
    expect(() => parse(limit(Number.POSITIVE_INFINITY))).toThrow('is out of range.');
  });

  test('an empty order or select is none', () => {
    expect(print({ ...query(), order: [], select: [] })).toBe('');
  });

  test('a field alone', () => {
    expect(
      printField(
        parse('metadata->a->"b.c"->0=eq.1').where[0]!.kind === 'condition'
          ? (parse('metadata->a->"b.c"->0=eq.1').where[0] as Condition).field
          : field(''),
      ),
    ).toBe('metadata->a->"b.c"->0');
  });
});

test('placeholders print as they are written', () => {
  const text = 'metadata->a=eq.{{ caller.id }}&or=(name.like.{{name}},id.in.({{ids}},b))';
  expect(print(parsePrepared(text))).toBe('metadata->a=eq.{{caller.id}}&or=(name.like.{{name}},id.in.({{ids}},b))');
});

/** JSON as deep as it goes in a tree: brackets count as levels, so deeper ones are quoted. */
test('brackets in a tree stand bare only as deep as levels are left', () => {
  const json = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
  for (const [depth, printed] of [
    [15, `or=(metadata->t.cs.${json(15)})`],
    [16, `or=(metadata->t.cs."${json(16)}")`],
  ] as const) {
    const query = parse(`or=(metadata->t.cs."${json(depth)}")`);
    expect(print(query)).toBe(printed);
    expect(equalQueries(parse(printed), query)).toBe(true);
  }
});

describe('equalQueries', () => {
  const EQUAL: readonly [string, string, boolean][] = [
    ['name=eq.a', '  name=eq.a'.trim(), true],
    ['or=(name.eq."a")', 'or=( name.eq.a )', true],
    ['name=eq.a', 'name=eq.b', false],
    ['name=eq.a', 'name=not.eq.a', false],
    ['name=eq.a&id=eq.1', 'id=eq.1&name=eq.a', false],
    ['name=in.(a,b)', 'name=in.(a)', false],
    ['name=eq.a', 'name=eq.a&limit=20', false],
    ['metadata->0=eq.a', 'metadata->"0"=eq.a', false],
    ['select=metadata->a', 'select=metadata->>a', false],
    ['order=name.asc', 'order=name', true],
    ['order=name.asc', 'order=name.asc.nullslast', false],
  ];
  test.each(EQUAL)('%s and %s: %s', (a, b, equal) => {
    expect(equalQueries(parse(a), parse(b))).toBe(equal);
    expect(equalQueries(parse(b), parse(a))).toBe(equal);
  });

  test('a property that is undefined is one that is absent', () => {
    expect(equalQueries({ kind: 'query', where: [], limit: undefined } as never, { kind: 'query', where: [] })).toBe(
      true,
    );
  });
});
