import { createRandom, type Random } from '../support/random.js';

/** A text of full length that is hard to read, or made to be. */
export interface HostileText {
  readonly name: string;
  readonly text: string;
}

/** dialect: "Limits". */
const TEXT_BYTES = 16 * 1024;

const RESERVED = ' !"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~\t\n\u0001\u00e9\u4e00\u{1f600}';

const SEEDS = [
  'metadata->telnyx_end_user_target=eq.+13128675309&limit=5&order=last_message_at.desc',
  'and=(or(metadata->a.eq.b,metadata->c.eq."d,e"),not.or(name.like.x*,name.is.null),metadata->e.neq.f)',
  'metadata->tags=cs.["a","b"]&metadata->x=ov.{a,"b c"}&created_at=gte.now-10d&name=imatch(any).{^a,b$}',
  'name=fts(english).a & b&metadata->"odd key"->0->x=not.in.("a\\"b",c,"")&order=metadata->score.desc.nullslast',
  'select=id,n:metadata->name,t:metadata->>tier&metadata={"a":1}&or=(id.eq.123,last_message_at.lt.2025-04-01T10:00:00+02:00)',
];

/** Every hostile text; so many of them mutated at random, the same in every run. */
export function hostileTexts(mutated: number): readonly HostileText[] {
  const random = createRandom(2);
  return [
    ...repeatedCharacters(),
    ...deepNesting(),
    ...unclosed(),
    ...longLists(),
    ...escapes(),
    ...regularExpressions(),
    ...textSearches(),
    ...json(),
    ...manyConditions(random),
    ...mutations(mutated, random),
  ];
}

/** Each alone, and at each place where the grammar could begin to go wrong. */
function repeatedCharacters(): HostileText[] {
  const places = ['', 'name=', 'name=eq.', 'name=in.(', 'or=(', 'metadata->', 'order=', 'select=', 'metadata->a=cs.'];
  return [...RESERVED].flatMap((character) =>
    places.map((place) => filled(`${JSON.stringify(character)} after "${place}"`, place, character)),
  );
}

function deepNesting(): HostileText[] {
  const nests = ['(', 'and(', 'or(', 'not.and(', 'and(or(', 'not.', 'metadata->', '->', '{', '[', '[{"a":', '{"a":{'];
  return nests.flatMap((open) => [
    filled(`nesting of "${open}" in a tree`, 'or=(', open),
    filled(`nesting of "${open}" in JSON`, 'metadata->a=cs.', open),
    filled(`nesting of "${open}" in a tree's JSON`, 'or=(metadata->a.cs.', open),
    balanced(`balanced nesting of "${open}"`, 'or=', open),
  ]);
}

function unclosed(): HostileText[] {
  return [
    filled('unclosed quote', 'name=in.("', 'a'),
    filled('unclosed quote of escapes', 'name=in.("', '\\"'),
    filled('unclosed quotes in a tree', 'or=(name.eq."', 'a",name.eq."'),
    filled('unclosed quote in a path', 'metadata->"', 'a'),
    filled('unclosed quoted keys', '', 'metadata->"a'),
    filled('unclosed list', 'name=in.(', 'a,'),
    filled('unclosed lists', '', 'name=in.(a,&'),
    filled('unclosed array literal', 'metadata->a=cs.{', '"a",'),
    filled('unclosed array literals in a tree', 'or=(', 'metadata->a.cs.{a,'),
    filled('unclosed quantifier', 'name=eq(any', '(any'),
    filled('unclosed placeholder', 'name=eq.', '{{a'),
    filled('placeholders', 'name=in.(', '{{a}},'),
  ];
}

function longLists(): HostileText[] {
  const elements = Array.from({ length: 500 }, (_, index) => `element number ${index}`.padEnd(31));
  return [
    { name: '500 elements', text: cut(`metadata->a=in.(${elements.join(',')})`) },
    {
      name: '500 quoted elements',
      text: `metadata->a=in.(${elements.map((each) => `"${each.slice(0, 29)}"`).join(',')})`,
    },
    {
      name: '500 numbers',
      text: `metadata->a=in.(${elements.map((_, index) => `-${index}.${'0'.repeat(25)}`).join(',')})`,
    },
    {
      name: '500 elements in a quantifier',
      text: `metadata->a=eq(any).{${elements.map(() => 'a'.repeat(30)).join(',')}}`,
    },
    { name: '500 patterns', text: `name=like(all).{${elements.map(() => '%a_*\\\\*'.repeat(3)).join(',')}}` },
    { name: '500 elements that are in common', text: `metadata->a=ov.{${elements.map(() => '1e9').join(',')}}` },
    filled('commas', 'name=in.(', ','),
    filled('commas and spaces', 'name=in.(', ' , '),
    filled('elements past the limit', 'name=in.(', 'ab,'),
    filled('order terms', 'order=', 'name.desc,'),
    filled('order terms of paths', 'order=', 'metadata->a->b,'),
    filled('selected fields', 'select=', 'a:metadata->b,'),
    filled('selected names of their own', 'select=', 'id,name,'),
    filled('path steps', 'metadata', '->a'),
    filled('path steps of indexes', 'metadata', '->-1'),
    filled('empty pairs', '', '&'),
    filled('pairs with nothing in them', '', '=&'),
    filled('one-letter keys', '', 'a&'),
  ];
}

function escapes(): HostileText[] {
  return [
    filled('escaped letters', 'name=eq.', '%61'),
    filled('escaped percent signs', 'name=eq.', '%25'),
    filled('malformed escapes', 'name=eq.', '%4'),
    filled('malformed escapes of other letters', 'name=eq.', '%zz'),
    filled('invalid UTF-8', 'name=eq.', '%ff'),
    filled('UTF-8 that stops short', 'name=eq.', '%e4%b8'),
    filled('overlong UTF-8', 'name=eq.', '%c0%80'),
    filled('escaped surrogates', 'name=eq.', '%ed%a0%80'),
    filled('surrogates that are alone', 'name=eq.', '\ud800'),
    filled('NUL', 'name=eq.', '%00'),
    filled('escaped syntax in a tree', 'or=(', '%28%2C%29'),
    filled('escaped quotes in a list', 'name=in.(', '%22,'),
    filled('backslashes in a list', 'name=in.("', '\\\\'),
    filled('backslashes in a pattern', 'name=like.', '\\*'),
    filled('pluses that may be spaces', 'name=in.(', '+1234567,'),
    filled('escaped spaces that may be pluses', 'name=in.(', '%201234567,'),
    filled('zones that may be spaces', '', 'created_at=eq.2025-01-01T00:00:00+02:00&'),
  ];
}

function regularExpressions(): HostileText[] {
  const patterns = [
    '(a+)+',
    '(a|a)*',
    '((((',
    '[[:alpha:]]',
    'a{1,255}',
    '\\w',
    '(?:',
    '(?=a)',
    '[a-',
    '\\m',
    '.*.*',
    '[[.a.]]',
    'a{',
  ];
  return patterns.flatMap((pattern) => [
    filled(`regular expression of "${pattern}"`, 'name=match.', pattern),
    {
      name: `100 regular expressions of "${pattern}"`,
      text: conditions(100, () => `name=match.${repeated(pattern, 140).slice(0, 140)}`),
    },
    {
      name: `regular expressions of "${pattern}" in a quantifier`,
      text: `name=match(any).{${Array.from({ length: 60 }, () => `"${repeated(pattern.replaceAll('\\', '\\\\'), 254).slice(0, 252)}"`).join(',')}}`,
    },
  ]);
}

function textSearches(): HostileText[] {
  const words = ['a & ', 'a | ', '! ', '( ', 'a <-> ', 'a:* & ', "'a' & ", "'", 'a <2> ', '((a & b) | ', '\\', 'a b '];
  return words.flatMap((word) => [
    filled(`to_tsquery of "${word}"`, 'name=fts.', encode(word)),
    filled(`websearch_to_tsquery of "${word}"`, 'name=wfts.', encode(word)),
  ]);
}

function json(): HostileText[] {
  return [
    filled('a JSON number', 'metadata->a=cs.[', '9'),
    filled('a number', 'metadata->a=gt.', '9'),
    filled('the digits of a fraction', 'metadata->a=gt.0.', '9'),
    filled('an exponent', 'metadata->a=gt.1e', '9'),
    filled('JSON strings', 'metadata->a=cs.[', '"a",'),
    filled('JSON escapes', 'metadata->a=cs.["', '\\u0041'),
    filled('JSON surrogates', 'metadata->a=cs.["', '\\ud800'),
    {
      name: 'wide JSON',
      text: `metadata=cs.${JSON.stringify(Object.fromEntries(numbers(900).map((n) => [`key ${n}`, n])))}`,
    },
    {
      name: 'JSON of one key',
      text: `metadata=eq.{${numbers(2000)
        .map(() => '"a":1')
        .join(',')}}`,
    },
    { name: 'a JSON array', text: `metadata->a=ov.${JSON.stringify(numbers(2500))}` },
    { name: 'a JSON array of objects', text: `metadata->a=ov.${JSON.stringify(numbers(1000).map((n) => ({ n })))}` },
  ];
}

function manyConditions(random: Random): HostileText[] {
  const typo = (word: string): string => {
    const at = random.below(word.length);
    return word.slice(0, at) + random.pick([...'abcxyz_']) + word.slice(at + random.below(2));
  };
  const keys = ['last_message_at', 'created_at', 'metadata', 'telnyx_end_user_target', 'telnyx_conversation_channel'];
  const operators = ['isdistinct', 'ilike', 'imatch', 'phfts', 'neq'];
  return [
    { name: '100 misspelt fields', text: conditions(100, () => `${typo(random.pick(keys))}=eq.a`) },
    { name: '100 misspelt operators', text: conditions(100, () => `name=${typo(random.pick(operators))}.a`) },
    {
      name: '100 misspelt operators in a tree',
      text: `or=(${list(100, () => `name.${typo(random.pick(operators))}.a`)})`,
    },
    { name: 'misspelt fields past the limit', text: cut(conditions(600, () => `${typo(random.pick(keys))}=eq.a`)) },
    { name: 'misspelt directions', text: cut(`order=${list(900, () => `name.${typo('descending')}`)}`) },
    { name: 'misspelt keywords', text: conditions(100, () => `name=is.${typo('not_null')}`) },
    { name: 'one field of 16 KiB', text: `${'last_message_at'.repeat(1090)}=eq.a` },
    { name: 'one operator of 16 KiB', text: `name=${'isdistinct'.repeat(1600)}.a` },
    { name: '100 long fields', text: conditions(100, (n) => `${'last_message_at'.repeat(10)}${n}=eq.a`) },
    { name: '100 long values', text: conditions(100, (n) => `metadata->a=eq.${`${n}`.repeat(60)}`) },
    {
      name: '100 comparisons of paths of eight steps',
      text: conditions(100, (n) => `metadata${'->abcdefgh'.repeat(8)}=gt.${n}`),
    },
    {
      name: '100 conditions in a tree',
      text: `or=(${list(100, (n) => `not.and(metadata->a${n}.cs.{"x","y","z"},name.ilike.*a*)`)})`,
    },
    { name: '100 times that are none', text: conditions(100, (n) => `created_at=gte.2025-02-30T${n}:00:00`) },
    { name: '100 relative times', text: conditions(100, () => 'created_at=gte.now-99999999999999999999d') },
    { name: '100 unknown configurations', text: conditions(100, () => `name=fts(${typo('english')}).a`) },
  ];
}

/** Valid texts, joined to full length, with a few characters changed. */
function mutations(count: number, random: Random): HostileText[] {
  return numbers(count).map((index) => {
    let text = '';
    while (text.length < TEXT_BYTES / (1 + random.below(3))) text += `${random.pick(SEEDS)}&`;
    for (const _ of numbers(1 + random.below(40))) {
      const at = random.below(text.length);
      const added = random.pick([random.pick([...RESERVED]), random.pick(SEEDS).slice(random.below(80)), '', '%']);
      text = text.slice(0, at) + added + text.slice(at + random.below(4));
    }
    return { name: `mutation ${index}`, text: cut(text) };
  });
}

function filled(name: string, start: string, repeatedText: string): HostileText {
  return { name, text: cut(start + repeated(repeatedText, TEXT_BYTES)) };
}

/** As many as close in the same length, around one condition; deeper than any limit. */
function balanced(name: string, start: string, open: string): HostileText {
  const closing: Readonly<Record<string, string>> = { '(': ')', '{': '}', '[': ']' };
  const close = [...open]
    .reverse()
    .map((character) => closing[character] ?? '')
    .join('');
  const count = Math.floor((TEXT_BYTES - start.length - 10) / (open.length + close.length));
  return { name, text: `${start}${open.repeat(count)}name.eq.a${close.repeat(count)}` };
}

function conditions(count: number, make: (index: number) => string): string {
  return numbers(count).map(make).join('&');
}

function list(count: number, make: (index: number) => string): string {
  return numbers(count).map(make).join(',');
}

function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}

function repeated(text: string, length: number): string {
  return text.repeat(Math.ceil(length / Math.max(1, text.length)));
}

/** The first 16 KiB of it, in whole characters. */
function cut(text: string): string {
  const bytes = new TextEncoder().encodeInto(text, new Uint8Array(TEXT_BYTES));
  return text.slice(0, bytes.read);
}

function encode(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('&', '%26').replaceAll('#', '%23');
}
