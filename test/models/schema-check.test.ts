import { describe, expect, test } from 'vitest';
import { compileSchema, schemaProblem } from '../../src/models/schema-check.js';

const problems = async (schema: object, value: unknown) =>
  (await compileSchema(JSON.stringify(schema))).problems(value);

describe('a value is checked', () => {
  test.each<[string, object, unknown, readonly string[]]>([
    ['against what it must be', { type: 'number' }, 1, []],
    ['and is told what is wrong', { type: 'number' }, 'one', ['The answer must be number.']],
    [
      'and where',
      { properties: { a: { items: { type: 'string' } } } },
      { a: ['x', 1] },
      ['At /a/1: it must be string.'],
    ],
    [
      'by patterns too',
      { type: 'string', pattern: '^\\+\\d+$' },
      '+1x',
      ['The answer must match pattern "^\\+\\d+$".'],
    ],
    ['not by formats, which are notes', { type: 'string', format: 'date' }, 'yesterday', []],
    [
      'by its own properties alone',
      { required: ['toString'] },
      {},
      ["The answer must have required property 'toString'."],
    ],
    [
      'by draft 2020-12',
      { prefixItems: [{ type: 'string' }], items: false },
      ['a', 1],
      ['The answer must NOT have more than 1 items.'],
    ],
    [
      'by draft-07 where the schema says so',
      { $schema: 'http://json-schema.org/draft-07/schema#', items: [{ type: 'string' }], additionalItems: false },
      ['a', 1],
      ['The answer must NOT have more than 1 items.'],
    ],
    [
      'by a schema that names its draft',
      { $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'null' },
      null,
      [],
    ],
    [
      'at once, even where the schema wishes otherwise',
      { $async: true, type: 'number' },
      'one',
      ['The answer must be number.'],
    ],
    [
      'through references',
      { $ref: '#/$defs/a', $defs: { a: { type: 'number' } } },
      'x',
      ['The answer must be number.'],
    ],
  ])('%s', async (_how, schema, value, wanted) => {
    expect(await problems(schema, value)).toEqual(wanted);
  });

  test('and is told ten things at most', async () => {
    expect(
      await problems(
        { items: { type: 'string' } },
        Array.from({ length: 50 }, () => 1),
      ),
    ).toHaveLength(10);
  });
});

describe('a schema that cannot be used is told why', () => {
  test.each<[string, object, string | RegExp]>([
    [
      'of an unknown type',
      { type: 'text' },
      /^The JSON schema cannot be used: schema is invalid: data\/type must be equal to one of/,
    ],
    [
      'that leads out',
      { $ref: 'http://127.0.0.1:1/schema.json' },
      /cannot be used: can't resolve reference http:\/\/127/,
    ],
    ['that leads nowhere', { $ref: '#/$defs/none' }, /cannot be used: can't resolve reference #\/\$defs\/none/],
    ['with a pattern that is none', { pattern: '(' }, /cannot be used: .*[Rr]egular expression/],
    [
      'that is too large',
      { description: 'x'.repeat(40_000) },
      'The JSON schema cannot be used: it has 40018 characters, and 32000 are allowed.',
    ],
  ])('%s', async (_what, schema, wanted) => {
    const problem = await schemaProblem(schema as Record<string, unknown>);
    if (typeof wanted === 'string') expect(problem).toBe(wanted);
    else expect(problem).toMatch(wanted);
  });

  test('and one that can be used has no problem', async () => {
    expect(await schemaProblem({ type: 'object', properties: { a: { type: 'string' } } })).toBeUndefined();
  });
});

describe('a schema that is made to cost is stopped', () => {
  /** Each step asks twice for the next one: 2 to the 60th checks. */
  const doubling = {
    $ref: '#/$defs/d0',
    $defs: Object.fromEntries(
      Array.from({ length: 60 }, (_, step) => {
        const next = { $ref: `#/$defs/d${step + 1}` };
        return [`d${step}`, step === 59 ? { type: 'string' } : { anyOf: [next, next] }];
      }),
    ),
  };

  test.each<[string, object, unknown, string]>([
    [
      'by a pattern that backtracks',
      { type: 'string', pattern: '^(a+)+$' },
      `${'a'.repeat(60)}!`,
      'The JSON schema cannot be used: it takes more than 250 ms to check an answer.',
    ],
    [
      'by references that double',
      doubling,
      1,
      'The JSON schema cannot be used: it takes more than 250 ms to check an answer.',
    ],
    [
      'by a reference to itself',
      { anyOf: [{ $ref: '#/$defs/a' }], $defs: { a: { anyOf: [{ $ref: '#/$defs/a' }] } } },
      1,
      'The JSON schema cannot be used: checking an answer does not come to an end.',
    ],
  ])('%s', async (_how, schema, value, message) => {
    const check = await compileSchema(JSON.stringify(schema));
    const startMs = performance.now();
    expect(() => check.problems(value)).toThrow(
      expect.objectContaining({ name: 'ModelFailed', message, isTemporary: false }),
    );
    expect(performance.now() - startMs).toBeLessThan(1500);
  });

  test('and the next check is not disturbed by it', async () => {
    const check = await compileSchema(JSON.stringify({ type: 'string', pattern: '^(a+)+$' }));
    expect(() => check.problems(`${'a'.repeat(60)}!`)).toThrow('250 ms');
    expect(check.problems('aaa')).toEqual([]);
    expect(check.problems(1)).toEqual(['The answer must be string.']);
  });
});
