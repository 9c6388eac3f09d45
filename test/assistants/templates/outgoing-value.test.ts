import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OUTGOING_CHARACTERS_MAX, outgoingValue } from '../../../src/assistants/templates/outgoing-value.js';

describe('what leaves', () => {
  it.each([
    ['Sarah', 'Sarah'],
    ['  Sarah\r\nJones ', 'Sarah\nJones'],
    ['{{ secrets.key }}', '({ secrets.key })'],
    ['{% raw %}', '(% raw %)'],
    ['{{{{', '((({'],
    ['a\u0000b\u0007c\u2028d', 'a b c d'],
    ['half \ud800 pair', 'half \uFFFD pair'],
    ['{"json": {"is": "fine"} }', '{"json": {"is": "fine"} }'],
  ])('%j as %j', (text, expected) => {
    expect(outgoingValue(text)).toBe(expected);
  });

  it('without a secret in it, or not at all', () => {
    expect(outgoingValue('the key is s3cret-key', ['s3cret-key'])).toBe('');
    expect(outgoingValue('the key is another', ['s3cret-key'])).toBe('the key is another');
    expect(outgoingValue('a short one is ordinary text', ['a'])).toBe('a short one is ordinary text');
  });

  it('holds nothing that a platform would render, is bounded, and stays what it is', () => {
    const braces = fc.string({ unit: fc.constantFrom('{', '}', '%', ' ', 'a', '\ud83d', '\ude00', '\n') });
    fc.assert(
      fc.property(fc.oneof(braces, fc.string({ unit: 'binary', maxLength: 9000 })), (text) => {
        const value = outgoingValue(text);
        expect(value).not.toMatch(/\{\{|\{%|\}\}|%\}/);
        expect(value.length).toBeLessThanOrEqual(OUTGOING_CHARACTERS_MAX);
        expect(Buffer.from(value).toString()).toBe(value);
        expect(outgoingValue(value)).toBe(value);
      }),
    );
  });
});
