import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutMiddle, promptMessages } from '../../src/models/prompt-messages.js';
import { isStrict } from '../../src/models/response-format.js';

describe('a text that is cut in its middle', () => {
  test('is left alone where it is short enough', () => {
    expect(cutMiddle('12345', 5)).toBe('12345');
  });

  test('says how much is left out', () => {
    expect(cutMiddle('1234567890', 4)).toBe('12\n[… 6 characters left out …]\n90');
  });

  test('keeps no half of a character, and no more than it may', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 0, max: 40 }), (text, max) => {
        const cut = cutMiddle(text, max);
        expect(cut).not.toMatch(/\p{Surrogate}/u);
        expect(cut.replace(/\n\[… \d+ characters left out …\]\n/, '').length).toBeLessThanOrEqual(Math.max(max, 0));
      }),
    );
  });
});

test('half characters of an input are replaced, which some endpoints would refuse', () => {
  const [, user] = promptMessages({ instructions: 'x', input: 'a\uD800b😀' }, 'm', 100);
  expect(user?.content).toBe('<input-m>\na\uFFFDb😀\n</input-m>');
});

describe('a schema is strict', () => {
  const closed = {
    type: 'object',
    properties: { a: { type: 'string' } },
    required: ['a'],
    additionalProperties: false,
  };
  const around = (part: object) => ({ ...closed, properties: { a: part } });

  test.each<[string, Record<string, unknown>, boolean]>([
    ['when its object is closed and all is required', closed, true],
    ['with such objects inside', around({ type: 'array', items: { anyOf: [closed, { type: 'null' }] } }), true],
    ['with definitions', { ...around({ $ref: '#/$defs/b' }), $defs: { b: closed } }, true],
    ['not when it is open', { ...closed, additionalProperties: true }, false],
    ['not when it says nothing about others', { type: 'object', properties: {}, required: [] }, false],
    ['not when something is optional', { ...closed, required: [] }, false],
    ['not when an inner object is open', around({ type: 'object', properties: {} }), false],
    ['not when an object in a choice is open', around({ anyOf: [{ type: 'object' }] }), false],
    ['not when a definition is open', { ...closed, $defs: { b: { type: ['object', 'null'] } } }, false],
    ['not when it is a choice itself', { ...closed, anyOf: [closed] }, false],
    ['not with other keywords', around({ type: 'string', minLength: 1 }), false],
    ['not when a part is no schema', around([]), false],
    ['not without an object', { type: 'array', items: closed }, false],
  ])('%s', (_when, schema, wanted) => {
    expect(isStrict(schema)).toBe(wanted);
  });
});
