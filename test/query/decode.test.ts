import { describe, expect, test } from 'vitest';
import type { Operand, Query, Value } from '../../src/query/ast.js';
import { parse, parseHttp } from '../../src/query/parse.js';
import { QueryError } from '../../src/query/problem.js';

/** The value of the first condition; lists as arrays. */
const value = (query: Query) => {
  const first = query.where[0];
  if (first?.kind === 'group')
    return first.members.map((member) => (member.kind === 'condition' ? operand(member.operand) : '…'));
  return first === undefined ? undefined : operand(first.operand);
};
const operand = (node: Operand) => (node.kind === 'list' ? node.elements.map(textOf) : textOf(node));
const textOf = (node: Value) => (node.kind === 'text' ? node.text : `{{${node.name}}}`);

describe('a conversation_query string', () => {
  test.each([
    ['a plus is a plus', 'name=eq.+1312', '+1312'],
    ['a plus inside is a plus', 'name=eq.a+b', 'a+b'],
    ['%2B is a plus', 'name=eq.%2B1312', '+1312'],
    ['%20 is a space', 'name=eq.%2013128675309', ' 13128675309'],
    ['a malformed escape stays', 'name=like.Voice%', 'Voice%'],
    ['a malformed escape of two characters stays', 'name=eq.%zz', '%zz'],
    ['an escaped ampersand belongs to the value', 'name=eq.a%26b', 'a&b'],
    ['a second equals sign belongs to the value', 'name=eq.a=b', 'a=b'],
    ['an escape decodes to two UTF-16 units', 'name=eq.%F0%9F%98%80', '😀'],
    ['a semicolon is an ordinary character', 'name=eq.a;b', 'a;b'],
    ['escaped braces are no placeholder', 'name=eq.%7B%7Bname%7D%7D', '{{name}}'],
  ])('%s', (_sentence, text, expected) => {
    expect(value(parse(text))).toEqual(expected);
  });
});

describe('the query string of a request', () => {
  test.each([
    ['a plus after the operator before a digit is a plus', 'name=eq.+13128675309', '+13128675309'],
    ['a plus after the operator before a letter is a space', 'name=eq.+Joe', ' Joe'],
    ['a plus between words is a space', 'name=eq.John+Doe', 'John Doe'],
    ['%2B is a plus', 'name=eq.%2B13128675309', '+13128675309'],
    ['%20 before 7 to 15 digits is a plus', 'name=eq.%2013128675309', '+13128675309'],
    ['%20 before six digits is a space', 'name=eq.%20123456', ' 123456'],
    ['%20 before sixteen digits is a space', 'name=eq.%201234567890123456', ' 1234567890123456'],
    ['%20 before an escaped digit is a space', 'name=eq.%20%31234567', ' 1234567'],
    ['a plus before seven digits begins a list element', 'name=in.(a,+1312867,+12)', ['a', '+1312867', '12']],
    ['a plus before seven digits begins a quoted element', 'name=in.("+1312867","+12")', ['+1312867', ' 12']],
    ['%20 before seven digits begins a list element', 'name=in.(%201312867)', ['+1312867']],
    ['a plus before seven digits begins a value in a tree', 'or=(name.eq.+1312867,name.eq.+12)', ['+1312867', '12']],
    ['a plus after sip: is a plus', 'name=eq.sip:+1312@example.com', 'sip:+1312@example.com'],
    ['a plus in a relative time is a plus', 'created_at=gte.now+90m', 'now+90m'],
    ['a plus in a relative time in a tree is a plus', 'or=(created_at.gte.today+1d)', ['today+1d']],
  ])('%s', (_sentence, text, expected) => {
    expect(value(parseHttp(text))).toEqual(expected);
  });
});

describe('text that is no text', () => {
  test.each([
    ['Latin-1 escapes', 'name=eq.caf%E9', 'RQ101 The text holds "%E9", which is not UTF-8.', '%E9'],
    ['an overlong form', 'name=eq.%C0%AF', 'RQ101 The text holds "%C0%AF", which is not UTF-8.', '%C0%AF'],
    ['an escaped surrogate', 'name=eq.%ED%A0%80', 'RQ101 The text holds "%ED%A0%80", which is not UTF-8.', '%ED%A0%80'],
    ['an escaped NUL', 'name=eq.a%00', 'RQ101 The text holds a NUL character.', '%00'],
    ['a raw NUL', 'name=eq.a\0', 'RQ101 The text holds a NUL character.', '\0'],
    ['a lone surrogate', 'name=eq.\ud800', 'RQ101 The text holds a lone surrogate.', '\ud800'],
    [
      'a long run of escapes',
      `name=eq.${'%FF'.repeat(40)}`,
      `RQ101 The text holds "${'%FF'.repeat(19)}%F…", which is not UTF-8.`,
      '%FF'.repeat(40),
    ],
    ['a stand-in smuggled in', 'name=eq.\udc26limit=1', 'RQ101 The text holds a lone surrogate.', '\udc26'],
  ])('%s is refused where it stands', (_sentence, text, expected, culprit) => {
    for (const read of [parse, parseHttp]) {
      let problems: readonly string[] = [];
      try {
        read(text);
      } catch (error) {
        if (!(error instanceof QueryError)) throw error;
        problems = error.problems.map((problem) => `${problem.code} ${problem.message}`);
        expect(error.problems.map(({ location }) => text.slice(location.start, location.end))).toEqual([culprit]);
      }
      expect(problems).toEqual([expected]);
    }
  });
});

describe('a text of 16 KiB', () => {
  const long = (before: string, unit: string, after = '') =>
    before + unit.repeat(Math.floor((16 * 1024 - before.length - after.length) / unit.length)) + after;

  test.each([
    ['pluses in a value', long('name=eq.', '+')],
    ['pluses in a value of a tree', long('or=(name.eq.a', '+', 'b)')],
    ['pluses in an element', long('name=in.(a', '+', 'b)')],
    ['tabs in an element', long('name=in.(a', '%09', 'b)')],
    ['tabs in a value of a tree', long('or=(name.eq.a', '%09', 'b)')],
    ['braces', long('name=eq.', '%7B')],
    ['pluses behind sip:', long('name=eq.', 'sip:+')],
  ])('with %s is read in no time', (_sentence, text) => {
    for (const read of [parse, parseHttp]) {
      const times = Array.from({ length: 10 }, () => {
        const before = process.cpuUsage();
        read(text);
        const { user, system } = process.cpuUsage(before);
        return (user + system) / 1000;
      });
      // A few milliseconds, and what other threads of the process use; by regular expressions that look again and again it took 200.
      expect(Math.min(...times)).toBeLessThan(50);
    }
  });
});
