import { describe, expect, test } from 'vitest';
import { lint } from '../../src/query/lint.js';
import { parse, parsePrepared } from '../../src/query/parse.js';
import { WARNINGS } from '../../src/query/warning.js';

/** Each row: a text (with its limit=5 left out), and each warning: code, message, hint, and the place in the text. */
type Row = readonly [string, ...[string, string, string, string][]];

const WARNED: readonly Row[] = [
  [
    'metadata->a=eq.null',
    ['RQW101', '"null" is that text here, not a missing value.', 'Write metadata->a=is.null', 'null'],
  ],
  [
    'metadata->a=neq.NULL',
    ['RQW101', '"NULL" is that text here, not a missing value.', 'Write metadata->a=is.not_null', 'NULL'],
  ],
  [
    'metadata->a=not.eq.null',
    ['RQW101', '"null" is that text here, not a missing value.', 'Write metadata->a=is.not_null', 'null'],
  ],
  [
    'metadata->a=isdistinct.null',
    ['RQW101', '"null" is that text here, not a missing value.', 'Write metadata->a=is.not_null', 'null'],
  ],
  ['name=in.(a,null)', ['RQW101', '"null" is that text here, not a missing value.', 'Write name=is.null', 'null']],
  [
    'or=(id.eq.1,name.eq.null)',
    ['RQW101', '"null" is that text here, not a missing value.', 'Write name=is.null', 'null'],
  ],

  [
    'name=eq."a b"',
    [
      'RQW103',
      'The quotes are part of the value "a b".',
      'Write eq.a b: only names, list elements and the values of trees are quoted.',
      '"a b"',
    ],
  ],
  [
    'name=like."a*"',
    [
      'RQW103',
      'The quotes are part of the value "a*".',
      'Write like.a*: only names, list elements and the values of trees are quoted.',
      '"a*"',
    ],
  ],

  [
    'name=like.Voice',
    [
      'RQW104',
      '"Voice" has no wildcard, so like finds that whole text only.',
      'Write like.Voice* for what begins with it, like.*Voice* for what holds it.',
      'Voice',
    ],
  ],
  [
    'name=ilike.50\\%',
    [
      'RQW104',
      '"50\\%" has no wildcard, so ilike finds that whole text only.',
      'Write ilike.50\\%* for what begins with it, ilike.*50\\%* for what holds it.',
      '50\\%',
    ],
  ],
  [
    'or=(id.eq.1,name.like(any).{a*,b})',
    [
      'RQW104',
      '"b" has no wildcard, so like finds that whole text only.',
      'Write like.b* for what begins with it, like.*b* for what holds it.',
      'b',
    ],
  ],

  [
    'name=eq.Voice%',
    ['RQW105', '"Voice%" is that very text here: eq knows no wildcards.', 'Write like.Voice%', 'Voice%'],
  ],
  ['name=neq.*a*', ['RQW105', '"*a*" is that very text here: neq knows no wildcards.', 'Write like.*a*', '*a*']],
  [
    'metadata->a=eq.*',
    [
      'RQW105',
      '"*" is that very text here: eq knows no wildcards.',
      'Write metadata->a=is.not_null for any value.',
      '*',
    ],
  ],

  [
    'metadata->p=gt.+13128675309',
    [
      'RQW107',
      '"+13128675309" is compared as text, character by character.',
      'A phone number is no quantity: ask for it with eq, or for a range of numbers with like.',
      '+13128675309',
    ],
  ],
  [
    'metadata->day=gte.2025-01-01',
    [
      'RQW107',
      '"2025-01-01" is compared as text, character by character.',
      'Only created_at and last_message_at hold times; dates in metadata compare well only if all are written alike.',
      '2025-01-01',
    ],
  ],

  [
    'metadata->a=eq.1&metadata->a=eq.2',
    [
      'RQW108',
      'No conversation can meet both this condition on metadata->a and an earlier one.',
      'Write or=(…) or metadata->a=in.(…) where either may hold.',
      'metadata->a=eq.2',
    ],
  ],
  [
    'name=eq.a&and=(id.eq.1,and(name.in.(b,c)))',
    [
      'RQW108',
      'No conversation can meet both this condition on name and an earlier one.',
      'Write or=(…) or name=in.(…) where either may hold.',
      'name.in.(b,c)',
    ],
  ],
  [
    'or=(id.eq.1,and(name.eq.a,name.eq.b))',
    [
      'RQW108',
      'No conversation can meet both this condition on name and an earlier one.',
      'Write or=(…) or name=in.(…) where either may hold.',
      'name.eq.b',
    ],
  ],
  [
    'metadata->a=is.null&metadata->a=neq.2',
    [
      'RQW108',
      'No conversation can meet both this condition on metadata->a and an earlier one.',
      'Write or=(…) or metadata->a=in.(…) where either may hold.',
      'metadata->a=neq.2',
    ],
  ],
  [
    'name=is.null&name=is.not_null',
    [
      'RQW108',
      'No conversation can meet both this condition on name and an earlier one.',
      'Write or=(…) or name=in.(…) where either may hold.',
      'name=is.not_null',
    ],
  ],
  [
    'metadata->a=is.true&metadata->a=not.is.not_null',
    [
      'RQW108',
      'No conversation can meet both this condition on metadata->a and an earlier one.',
      'Write or=(…) or metadata->a=in.(…) where either may hold.',
      'metadata->a=not.is.not_null',
    ],
  ],

  [
    'created_at=gte.2025-02-01&created_at=lte.2025-01-01',
    [
      'RQW108',
      'No conversation can meet both this condition on created_at and an earlier one.',
      'Write or=(…) or created_at=in.(…) where either may hold.',
      'created_at=lte.2025-01-01',
    ],
  ],
  [
    'last_message_at=lt.now-10d&last_message_at=gte.now-10d',
    [
      'RQW108',
      'No conversation can meet both this condition on last_message_at and an earlier one.',
      'Write or=(…) or last_message_at=in.(…) where either may hold.',
      'last_message_at=gte.now-10d',
    ],
  ],
  [
    'name=eq.a&id=eq.1&name=eq.a',
    ['RQW109', 'This condition is written twice.', 'Leave one of them out.', 'name=eq.a'],
  ],
  [
    'or=(name.eq.a,or(id.eq.1,name.eq."a"))',
    ['RQW109', 'This condition is written twice.', 'Leave one of them out.', 'name.eq."a"'],
  ],
  [
    'or=(name.eq.a,id.eq.1)&or=(name.eq.a,id.eq.1)',
    ['RQW109', 'This tree is written twice.', 'Leave one of them out.', 'or=(name.eq.a,id.eq.1)'],
  ],

  [
    'metadata->0=eq.a',
    [
      'RQW110',
      '"->0" is an array index, and metadata is an object: this finds nothing.',
      'Write ->"0" for the key.',
      'metadata->0',
    ],
  ],
  [
    'metadata->customers->12345=eq.a',
    [
      'RQW110',
      '"->12345" is an array index, never a key.',
      'Write ->"12345" for the key.',
      'metadata->customers->12345',
    ],
  ],

  [
    'metadata->telnyx_end_user_target=eq.anonymous',
    [
      'RQW111',
      '"anonymous" stands for every caller who withholds a number, so strangers share what this finds.',
      'Give a caller without an identity no memory.',
      'anonymous',
    ],
  ],
  [
    'metadata->caller_id=in.(+13128675309,+266696687)',
    [
      'RQW111',
      '"+266696687" stands for every caller who withholds a number, so strangers share what this finds.',
      'Give a caller without an identity no memory.',
      '+266696687',
    ],
  ],
  [
    'metadata->from=eq.sip:anonymous@anonymous.invalid',
    [
      'RQW111',
      '"sip:anonymous@anonymous.invalid" stands for every caller who withholds a number, so strangers share what this finds.',
      'Give a caller without an identity no memory.',
      'sip:anonymous@anonymous.invalid',
    ],
  ],

  [
    'offset=10000',
    [
      'RQW112',
      'offset=10000 reads that many conversations and throws them away, more with each page.',
      'Write last_message_at=lte.TIME&or=(last_message_at.lt.TIME,id.lt.ID) in its place, with the last_message_at and the id of the last one read.',
      'offset=10000',
    ],
  ],
  [
    'order=created_at.asc&offset=250000',
    [
      'RQW112',
      'offset=250000 reads that many conversations and throws them away, more with each page.',
      'Write created_at=gte.TIME&or=(created_at.gt.TIME,id.gt.ID) in its place, with the created_at and the id of the last one read.',
      'offset=250000',
    ],
  ],
  [
    'order=last_message_at,id&offset=10000',
    [
      'RQW112',
      'offset=10000 reads that many conversations and throws them away, more with each page.',
      'Write last_message_at=gte.TIME&or=(last_message_at.gt.TIME,id.gt.ID) in its place, with the last_message_at and the id of the last one read.',
      'offset=10000',
    ],
  ],
  [
    'order=last_message_at.asc,id.desc&offset=10000',
    [
      'RQW112',
      'offset=10000 reads that many conversations and throws them away, more with each page.',
      'Order by last_message_at.desc and write last_message_at=lte.TIME&or=(last_message_at.lt.TIME,id.lt.ID) in its place, with the last_message_at and the id of the last one read.',
      'offset=10000',
    ],
  ],
  [
    'order=metadata->tier.asc,created_at.asc&offset=10000',
    [
      'RQW112',
      'offset=10000 reads that many conversations and throws them away, more with each page.',
      'Order by last_message_at.desc and write last_message_at=lte.TIME&or=(last_message_at.lt.TIME,id.lt.ID) in its place, with the last_message_at and the id of the last one read.',
      'offset=10000',
    ],
  ],
];

/** Texts that are as they should be, however alike. */
const FINE: readonly string[] = [
  'created_at=gte.2025-01-01&created_at=lt.2025-02-01',
  'created_at=gte.2025-01-01&created_at=lte.2025-01-01T00:00:00Z',
  'created_at=gte.2025-01-01&created_at=lte.now-900w',
  'created_at=lte.2025-01-01&last_message_at=gte.2025-02-01',
  'created_at=not.gte.2025-02-01&created_at=lte.2025-01-01',
  'metadata->day=gte.b&metadata->day=lte.a',
  'metadata->telnyx_end_user_target=eq.+13128675309',
  'name=is.null',
  'name=like.null*',
  'name=wfts."null and void"',
  'or=(name.eq."a",id.eq.1)',
  'metadata->tags=cs."a"',
  'name=match.Voice',
  'name=like.V_ice',
  'name=eq.100%',
  'name=eq.12.5%',
  'created_at=gte.2025-01-01',
  'metadata->n=gt.13128675309',
  'metadata->a=eq.5&metadata->a=eq.5.0',
  'metadata->a=in.(a,b)&metadata->a=in.(b,c)',
  'id=eq.A&id=eq.a',
  'name=eq.a&name=like.b*',
  'metadata->a=eq(all).{a,b}&metadata->a=eq.c',
  'created_at=eq.2025-01-01&created_at=eq.2025-01-01T00:00:00Z',
  'or=(name.eq.a,name.eq.b)',
  'name=not.eq.a&name=not.eq.b',
  'metadata->a=is.null&metadata->a=isdistinct.b',
  'metadata->a=is.null&metadata->b=eq.1',
  'metadata->a=is.null&metadata->a=not.is.true',
  'metadata->a=is.null&metadata->a=eq(all).{}',
  'metadata->items->0->sku=eq.a',
  'metadata->"0"=eq.a',
  'metadata->status=eq.unknown',
  'metadata->telnyx_end_user_target=neq.anonymous',
  'offset=9999',
];

describe('lint', () => {
  test.each(WARNED)('%s', (text, ...warnings) => {
    expect(likelyWrong(`${text}&limit=5`)).toEqual(warnings);
  });

  test.each(FINE)('%s is fine', (text) => {
    expect(likelyWrong(`${text}&limit=5`)).toEqual([]);
  });

  test('a placeholder is no value', () => {
    const query = parsePrepared('metadata->caller=eq.{{a}}&name=like.{{b}}&name=in.({{a}},b)&name=eq.c&limit=5');
    expect(lint(query).filter(({ code }) => code < 'RQW2')).toEqual([]);
  });

  test('no limit, pointed at where it would be written', () => {
    const text = 'order=name&metadata->a=eq.b&offset=1';
    const end = text.length;
    expect(lint(parse(text))[0]).toEqual({
      code: 'RQW102',
      message: 'No limit is written, so 20 conversations are found at most.',
      hint: 'Write limit=5 for the last five, or how many you mean.',
      location: { start: end, end },
    });
  });

  test('a limit above 100', () => {
    expect(likelyWrong('limit=100')).toEqual([]);
    expect(likelyWrong('limit=101')).toEqual([
      [
        'RQW106',
        'limit=101 is more conversations than a memory can use.',
        'Write 20 or fewer for a memory; go through longer lists page by page.',
        'limit=101',
      ],
    ]);
  });

  test('in the order of the text, and what Telnyx does not document after it', () => {
    const text = 'offset=1&name=gt."a"&metadata->a->b=eq.null';
    expect(lint(parse(text)).map(({ code, location }) => [code, text.slice(location.start, location.end)])).toEqual([
      ['RQW103', '"a"'],
      ['RQW101', 'null'],
      ['RQW102', ''],
      ['RQW202', 'gt'],
      ['RQW201', 'metadata->a->b'],
      ['RQW205', 'offset=1'],
    ]);
  });

  test('every warning of the catalogue has been shown here or with portable printing', () => {
    const shown = new Set([...WARNED.flatMap(([, ...warnings]) => warnings.map(([code]) => code)), 'RQW102', 'RQW106']);
    expect(Object.keys(WARNINGS).filter((code) => code < 'RQW2' && !shown.has(code))).toEqual([]);
  });
});

function likelyWrong(text: string): [string, string, string | undefined, string][] {
  return lint(parse(text))
    .filter(({ code }) => code < 'RQW2')
    .map(({ code, message, hint, location }) => [code, message, hint, text.slice(location.start, location.end)]);
}
