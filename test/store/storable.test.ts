import { describe, expect, it } from 'vitest';
import { createConversation } from '../../src/store/conversations.js';
import type { JsonObject } from '../../src/store/json.js';
import { jsonProblems, metadataProblems, nameProblems, textProblem } from '../../src/store/storable.js';
import { describeOnBothDatabases, makeWorkspace } from '../support/databases.js';

function nested(levels: number): unknown {
  return levels === 0 ? 1 : { a: nested(levels - 1) };
}

function lines(problems: readonly { pointer: string; detail: string }[]): readonly string[] {
  return problems.map(({ pointer, detail }) => `${pointer} ${detail}`);
}

/** Four bytes each in UTF-8, two units in UTF-16. */
const ROCKETS = (count: number): string => '🚀'.repeat(count);

/** What is refused, and every line that says why. */
const REFUSED: readonly (readonly [name: string, metadata: JsonObject, problems: readonly string[]])[] = [
  ['NUL', { a: 'x\0y' }, ['/metadata/a "metadata.a" holds the character U+0000, which cannot be stored.']],
  [
    'half of a surrogate pair, the first',
    { a: { b: ['ok', 'x\uD83D'] } },
    ['/metadata/a/b/1 "metadata.a.b.1" holds U+D83D, which is half of a character and cannot be stored.'],
  ],
  [
    'half of a surrogate pair, the second',
    { a: '\uDE80x' },
    ['/metadata/a "metadata.a" holds U+DE80, which is half of a character and cannot be stored.'],
  ],
  [
    'a key with NUL',
    { a: { 'b\0': 1 } },
    ['/metadata/a "metadata.a" has a key that holds the character U+0000, which cannot be stored.'],
  ],
  [
    'a key with half of a surrogate pair',
    { '\uD800': 1 },
    ['/metadata "metadata" has a key that holds U+D800, which is half of a character and cannot be stored.'],
  ],
  [
    'a key that a JSON pointer escapes',
    { 'a/b~c': '\0' },
    ['/metadata/a~1b~0c "metadata.a/b~c" holds the character U+0000, which cannot be stored.'],
  ],
  [
    'a whole number that JavaScript has rounded',
    JSON.parse('{"n": 12345678901234567890}'),
    [
      '/metadata/n "metadata.n" is 12345678901234567000, beyond ±9007199254740991, where whole numbers lose digits; write it as a string.',
    ],
  ],
  [
    'a number that is too great for JavaScript',
    JSON.parse('{"n": -1e400}'),
    ['/metadata/n "metadata.n" is a number that JSON cannot hold.'],
  ],
  ['what is no number', { n: Number.NaN }, ['/metadata/n "metadata.n" is a number that JSON cannot hold.']],
  ['what JSON does not have', { n: 5n }, ['/metadata/n "metadata.n" is no JSON value.']],
  [
    'too many levels',
    { a: nested(32) },
    [`/metadata${'/a'.repeat(32)} "metadata${'.a'.repeat(32)}" is nested deeper than 32 levels.`],
  ],
  [
    'a standard key that is too long',
    { assistant_id: 'x'.repeat(513) },
    ['/metadata/assistant_id "metadata.assistant_id" has 513 characters; 512 are allowed.'],
  ],
  [
    'a standard key with a list whose text is too long',
    { call_control_id: ['x'.repeat(520)] },
    ['/metadata/call_control_id "metadata.call_control_id" has 526 characters; 512 are allowed.'],
  ],
  [
    'more than 64 KB',
    { a: 'x'.repeat(65_536) },
    ['/metadata "metadata" takes 65544 bytes as JSON; 65536 are allowed.'],
  ],
  [
    'more than 64 KB, though fewer characters',
    { a: 'é'.repeat(40_000) },
    ['/metadata "metadata" takes 80008 bytes as JSON; 65536 are allowed.'],
  ],
  [
    'several things',
    { a: '\0', b: { c: '\0' } },
    [
      '/metadata/a "metadata.a" holds the character U+0000, which cannot be stored.',
      '/metadata/b/c "metadata.b.c" holds the character U+0000, which cannot be stored.',
    ],
  ],
];

/** What is as large, long and deep as it may be, or only looks dangerous. */
const ALLOWED: readonly (readonly [name: string, metadata: JsonObject])[] = [
  ['nothing', {}],
  ['every kind of value', { a: null, b: true, c: 'x', d: [1, [2]], e: { f: 0.1 }, '': '', ' ': ' ' }],
  ['the greatest whole numbers', { a: 9_007_199_254_740_991, b: -9_007_199_254_740_991, c: 1.5, d: 5e-324, e: -0 }],
  ['pairs of surrogates', { a: '🚀', '🚀': '\u{10FFFF}' }],
  ['controls other than NUL', { a: '\u0001\u001f\u007f\n' }],
  ['32 levels', { a: nested(31) }],
  ['standard keys of full length', { assistant_id: 'x'.repeat(512), telnyx_end_user_target: ROCKETS(512) }],
  ['a standard key with a small number', { assistant_id: 5e-324, call_control_id: { a: 1e-7 } }],
  ['64 KB', { a: 'x'.repeat(65_528) }],
  ['a member without a value, which is not there', { a: undefined }],
];

describe('metadataProblems', () => {
  it.each(REFUSED)('refuses %s', (_name, metadata, problems) => {
    expect(lines(metadataProblems(metadata))).toEqual(problems);
  });

  it.each(ALLOWED)('allows %s', (_name, metadata) => {
    expect(metadataProblems(metadata)).toEqual([]);
  });

  it('reports ten problems and no more', () => {
    const keys = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`\0${index}`, 1]));
    const values = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [index, '\0']));
    expect(metadataProblems(keys)).toHaveLength(10);
    expect(metadataProblems(values)).toHaveLength(10);
  });

  it('is not overrun by depth', () => {
    const deep = JSON.parse(`${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`);
    expect(metadataProblems(deep)).toHaveLength(1);
  });
});

describe('nameProblems', () => {
  it.each([
    ['x\0', ['/name "name" holds the character U+0000, which cannot be stored.']],
    ['\uD83D', ['/name "name" holds U+D83D, which is half of a character and cannot be stored.']],
    ['x'.repeat(513), ['/name "name" has 513 characters; 512 are allowed.']],
    [ROCKETS(512), []],
    ['', []],
  ])('%#', (name, problems) => {
    expect(lines(nameProblems(name))).toEqual(problems);
  });
});

describe('textProblem and jsonProblems', () => {
  it('are for any text and any value', () => {
    expect(textProblem('Hello')).toBeUndefined();
    expect(textProblem('\0')).toBe('holds the character U+0000, which cannot be stored.');
    expect(lines(jsonProblems([{ function: { arguments: '\0' } }], '/tool_calls'))).toEqual([
      '/tool_calls/0/function/arguments "tool_calls.0.function.arguments" holds the character U+0000, which cannot be stored.',
    ]);
    expect(jsonProblems('auto', '/tool_choice')).toEqual([]);
  });
});

describeOnBothDatabases('what is allowed can be stored', (database) => {
  it.each(ALLOWED)('%s', async (_name, metadata) => {
    const { id } = await makeWorkspace(database());
    const made = await createConversation(database().knex, id, { metadata, createdAt: new Date() });
    // As JSON, where -0 is 0 and a member without a value is not there.
    expect(made.metadata).toEqual(JSON.parse(JSON.stringify(metadata)));
  });

  it('a name of full length, beside standard keys of full length', async () => {
    const { id } = await makeWorkspace(database());
    const unlike = Array.from({ length: 512 }, (_, index) => String.fromCodePoint(0x10000 + index * 31)).join('');
    const metadata = { assistant_id: unlike, telnyx_end_user_target: unlike };
    const made = await createConversation(database().knex, id, { name: unlike, metadata, createdAt: new Date() });
    expect(made).toMatchObject({ name: unlike, metadata });
  });
});
