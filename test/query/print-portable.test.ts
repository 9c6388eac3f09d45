import { describe, expect, test } from 'vitest';
import { parse, parseHttp } from '../../src/query/parse.js';
import { printPortable } from '../../src/query/print-portable.js';

const NOW = new Date('2025-04-15T13:07:28.764Z');
/** What every text ends in that says nothing of its own. */
const DEFAULTS = 'limit=20&order=last_message_at.desc';

/** Each row: what it is about, a text, and the portable text. Nothing here needs a warning. */
const EXPRESSIBLE: readonly [string, string, string][] = [
  [
    "Telnyx's documented memory query stays as it is",
    'metadata->telnyx_end_user_target=eq.+13128675309&limit=5&order=last_message_at.desc',
    'metadata->telnyx_end_user_target=eq.+13128675309&limit=5&order=last_message_at.desc',
  ],
  ['limit and order are written', 'metadata->group=eq.vip', `metadata->group=eq.vip&${DEFAULTS}`],
  ['also without a condition', '', DEFAULTS],
  [
    'users in a group in the past 10 days',
    'metadata->group=eq.vip&last_message_at=gte.now-10d',
    `metadata->group=eq.vip&last_message_at=gte.2025-04-05T13:07:28.764Z&${DEFAULTS}`,
  ],
  [
    'every documented field and operator',
    'id=eq.123&name=like.Voice%&created_at=gte.2025-01-01&last_message_at=lte.2025-06-01',
    `id=eq.123&name=like.Voice%25&created_at=gte.2025-01-01&last_message_at=lte.2025-06-01&${DEFAULTS}`,
  ],
  [
    'the documented tree',
    'or=(created_at.gte.2025-04-01,last_message_at.gte.2025-04-01)&limit=10&order=created_at.desc',
    'or=(created_at.gte.2025-04-01,last_message_at.gte.2025-04-01)&limit=10&order=created_at.desc',
  ],
  ['->> is ->', 'metadata->>customer_id=eq.12345', `metadata->customer_id=eq.12345&${DEFAULTS}`],
  ['select goes, and offset=0', 'name=eq.a&select=id,name&offset=0', `name=eq.a&${DEFAULTS}`],
  [
    'where the nulls of a time would go is nothing',
    'order=created_at.asc.nullsfirst&limit=1',
    'limit=1&order=created_at.asc',
  ],

  ['now', 'created_at=lte.now', `created_at=lte.2025-04-15T13:07:28.764Z&${DEFAULTS}`],
  ['a time to come', 'created_at=lte.now+90m', `created_at=lte.2025-04-15T14:37:28.764Z&${DEFAULTS}`],
  ['today', 'created_at=gte.today', `created_at=gte.2025-04-15T00:00:00.000Z&${DEFAULTS}`],
  ['yesterday, less two hours', 'created_at=gte.yesterday-2h', `created_at=gte.2025-04-13T22:00:00.000Z&${DEFAULTS}`],
  ['tomorrow and a week', 'created_at=lte.tomorrow+1w', `created_at=lte.2025-04-23T00:00:00.000Z&${DEFAULTS}`],
  [
    'seconds, in a tree',
    'or=(created_at.gte.now-30s,name.eq.now-30s)',
    `or=(created_at.gte.2025-04-15T13:06:58.764Z,name.eq.now-30s)&${DEFAULTS}`,
  ],
  ['text that only looks like a time stays', 'metadata->a=eq.now-10d', `metadata->a=eq.now-10d&${DEFAULTS}`],
  ['a time beyond the years stays', 'created_at=lte.now+999999999w', `created_at=lte.now+999999999w&${DEFAULTS}`],
  [
    'a zone keeps its plus',
    'created_at=gte.2025-01-01T00:00:00%2002:00',
    `created_at=gte.2025-01-01T00:00:00%2B02:00&${DEFAULTS}`,
  ],

  [
    'and is taken apart',
    'and=(name.eq.a,and(id.eq.1,metadata->b.eq.c))',
    `name=eq.a&id=eq.1&metadata->b=eq.c&${DEFAULTS}`,
  ],
  ['a value of a tree needs no quotes outside', 'and=(name.eq."a, b",id.eq.1)', `name=eq.a,%20b&id=eq.1&${DEFAULTS}`],
  ['a tree of one is its member', 'or=(and(or(name.eq.a)))', `name=eq.a&${DEFAULTS}`],
  ['or in or is one', 'or=(name.eq.a,or(id.eq.1,and(id.eq.2)))', `or=(name.eq.a,id.eq.1,id.eq.2)&${DEFAULTS}`],
  ['in becomes or', 'metadata->a=in.(b,c)', `or=(metadata->a.eq.b,metadata->a.eq.c)&${DEFAULTS}`],
  ['in with one element becomes eq', 'metadata->a=in.("b, c")', `metadata->a=eq.b,%20c&${DEFAULTS}`],
  [
    'in within or joins it',
    'or=(name.eq.a,metadata->p.in.(+13128675309,+13128675310))',
    `or=(name.eq.a,metadata->p.eq.+13128675309,metadata->p.eq.+13128675310)&${DEFAULTS}`,
  ],
  ['any becomes or', 'name=like(any).{a*,b*}', `or=(name.like.a*,name.like.b*)&${DEFAULTS}`],
  ['all becomes several conditions', 'name=like(all).{a*,*b}', `name=like.a*&name=like.*b&${DEFAULTS}`],
  [
    'times in lists',
    'created_at=gte(any).{now-1d,2025-01-01}',
    `or=(created_at.gte.2025-04-14T13:07:28.764Z,created_at.gte.2025-01-01)&${DEFAULTS}`,
  ],
  ['not.neq is eq', 'name=not.neq.a', `name=eq.a&${DEFAULTS}`],
  [
    'not goes to the conditions',
    'not.or=(name.neq.a,not.and(id.eq.1,metadata->b.eq.2))',
    `name=eq.a&id=eq.1&metadata->b=eq.2&${DEFAULTS}`,
  ],
  ['not.and becomes or', 'not.and=(name.neq.a,id.neq.1)', `or=(name.eq.a,id.eq.1)&${DEFAULTS}`],
  [
    'on a column not.gt is lte and not.lt is gte',
    'created_at=not.gt.2025-01-01&name=not.lt.b',
    `created_at=lte.2025-01-01&name=gte.b&${DEFAULTS}`,
  ],
  [
    'not.gt(any) is lte(all)',
    'created_at=not.gt(any).{2025-01-01,2025-02-01}',
    `created_at=lte.2025-01-01&created_at=lte.2025-02-01&${DEFAULTS}`,
  ],
];

/** Each row: a text, the portable text, and each warning: code, message, and the place in the text. */
const INEXPRESSIBLE: readonly [string, string, ...[string, string, string][]][] = [
  [
    'metadata->a->b=eq.1',
    'metadata->a->b=eq.1',
    ['RQW201', 'Telnyx does not document a filter on "metadata->a->b".', 'metadata->a->b'],
  ],
  [
    'metadata->0=eq.1',
    'metadata->0=eq.1',
    ['RQW201', 'Telnyx does not document a filter on "metadata->0".', 'metadata->0'],
  ],
  ['metadata=eq.{}', 'metadata=eq.{}', ['RQW201', 'Telnyx does not document a filter on "metadata".', 'metadata']],
  [
    'metadata->"a.b"=in.(c,d)',
    'metadata->"a.b"=in.(c,d)',
    ['RQW206', 'Telnyx does not document quotes, which "metadata->"a.b"" needs.', 'metadata->"a.b"'],
    ['RQW202', 'Telnyx does not document "in".', 'in'],
  ],
  ['name=gt.a', 'name=gt.a', ['RQW202', 'Telnyx does not document "gt".', 'gt']],
  ['name=neq.a', 'name=neq.a', ['RQW202', 'Telnyx does not document "neq".', 'neq']],
  ['name=not.eq.a', 'name=not.eq.a', ['RQW202', 'Telnyx does not document "not.eq".', 'eq']],
  ['name=not.in.(a,b)', 'name=not.in.(a,b)', ['RQW202', 'Telnyx does not document "not.in".', 'in']],
  ['metadata->a=not.gt.5', 'metadata->a=not.gt.5', ['RQW202', 'Telnyx does not document "not.gt".', 'gt']],
  ['name=match(any).{a,b}', 'name=match(any).{a,b}', ['RQW202', 'Telnyx does not document "match(any)".', 'match']],
  ['name=wfts(german).a', 'name=wfts(german).a', ['RQW202', 'Telnyx does not document "wfts(german)".', 'wfts']],
  ['name=in.()', 'name=in.()', ['RQW202', 'Telnyx does not document "in".', 'in']],
  ['name=eq(all).{}', 'name=eq(all).{}', ['RQW202', 'Telnyx does not document "eq(all)".', 'eq']],
  ['metadata->a=is.null', 'metadata->a=is.null', ['RQW202', 'Telnyx does not document "is".', 'is']],
  ['not.or=(name.eq.a,id.neq.1)', 'name=not.eq.a&id=eq.1', ['RQW202', 'Telnyx does not document "not.eq".', 'eq']],
  [
    'or=(name.eq.a,and(id.eq.1,id.gt.2))',
    'or=(name.eq.a,and(id.eq.1,id.gt.2))',
    ['RQW203', 'Telnyx documents trees of plain conditions, and this one holds another "and".', 'and(id.eq.1,id.gt.2)'],
    ['RQW202', 'Telnyx does not document "gt".', 'gt'],
  ],
  [
    'or=(name.eq.a,id.eq.1)&name=in.(b,c)',
    'or=(name.eq.a,id.eq.1)&or=(name.eq.b,name.eq.c)',
    ['RQW203', 'Telnyx documents one "or" in a query, and this is another.', 'name=in.(b,c)'],
  ],
  [
    'name=in.("a,b",c)',
    'or=(name.eq."a,b",name.eq.c)',
    ['RQW206', 'Telnyx does not document quotes, which this value needs inside a tree.', '"a,b"'],
  ],
];

const TRAILING: readonly [string, string, ...[string, string, string][]][] = [
  [
    'order=name.desc',
    'limit=20&order=name.desc',
    ['RQW204', 'Telnyx does not document an order by "name".', 'name.desc'],
  ],
  [
    'order=metadata->a.desc.nullsfirst',
    'limit=20&order=metadata->a.desc.nullsfirst',
    ['RQW204', 'Telnyx does not document an order by "metadata->a".', 'metadata->a.desc.nullsfirst'],
  ],
  [
    'order=last_message_at.desc,created_at',
    'limit=20&order=last_message_at.desc,created_at.asc',
    ['RQW204', 'Telnyx does not document an order by "created_at" beside another.', 'created_at'],
  ],
  [
    'limit=5&offset=10',
    'limit=5&offset=10&order=last_message_at.desc',
    ['RQW205', 'Telnyx does not document offset, so it may not skip 10.', 'offset=10'],
  ],
];

describe('printPortable', () => {
  test.each(EXPRESSIBLE)('%s', (_, text, portable) => {
    expect(printPortable(parse(text), NOW)).toEqual({ text: portable, warnings: [] });
    expect(printPortable(parseHttp(portable), NOW).text).toBe(portable);
  });

  test.each(INEXPRESSIBLE)('%s keeps its filter', (text, portable, ...warnings) => {
    expectWarnings(text, `${portable}&${DEFAULTS}`, warnings);
  });
  test.each(TRAILING)('%s is kept', expectTrailing);

  function expectTrailing(text: string, portable: string, ...warnings: [string, string, string][]) {
    expectWarnings(text, portable, warnings);
  }

  function expectWarnings(text: string, portable: string, warnings: readonly [string, string, string][]) {
    const printed = printPortable(parse(text), NOW);
    expect(printed.text).toBe(portable);
    expect(
      printed.warnings.map(({ code, message, location }) => [code, message, text.slice(location.start, location.end)]),
    ).toEqual(warnings);
    for (const warning of printed.warnings) expect(warning.hint).toMatch(/\.$/);
  }

  test('a list that would make too many conditions stays a list', () => {
    const list = (count: number) => `metadata->a=in.(${Array.from({ length: count }, (_, i) => `v${i}`).join(',')})`;
    expect(printPortable(parse(list(100)), NOW).text).toMatch(/^or=\(metadata->a\.eq\.v0,.*v99\)&/);
    expect(printPortable(parse(list(101)), NOW).text).toBe(`${list(101)}&${DEFAULTS}`);
    expect(printPortable(parse(`id=eq.1&${list(100)}`), NOW).text).toBe(`id=eq.1&${list(100)}&${DEFAULTS}`);
  });

  test('a list whose conditions would make too long a text stays a list', () => {
    const text = `metadata->${'k'.repeat(500)}=in.(${Array.from({ length: 90 }, (_, i) => `v${i}`).join(',')})`;
    const printed = printPortable(parse(text), NOW);
    expect(printed.text).toBe(`${text}&${DEFAULTS}`);
    expect(printed.warnings).toMatchObject([{ code: 'RQW202' }]);
  });

  test('a list whose conditions would nest too deep stays a list', () => {
    const nested = Array.from({ length: 15 }).reduce<string>(
      (inner, _, index) => `${index % 2 ? 'or' : 'and'}(${inner},name.eq.b)`,
      'metadata->a.in.(x,y)',
    );
    const text = `or=(${nested},name.eq.c)`;
    expect(printPortable(parse(text), NOW).text).toBe(`${text}&${DEFAULTS}`);
  });
});
