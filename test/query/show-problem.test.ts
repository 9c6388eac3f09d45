import { describe, expect, test } from 'vitest';
import { parse } from '../../src/query/parse.js';
import { QueryError } from '../../src/query/problem.js';
import { showProblem } from '../../src/query/show-problem.js';

const shown = (text: string) => {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof QueryError) return error.problems.map((problem) => showProblem(text, problem)).join('\n');
    throw error;
  }
  throw new Error('no problem');
};

describe('a problem on the command line', () => {
  test('has a caret under the culprit and a hint below', () => {
    expect(shown('name=eqq.Voice')).toBe(
      ['RQ202 Unknown operator "eqq".', '  name=eqq.Voice', '       ^^^', '  Did you mean "eq"?'].join('\n'),
    );
  });

  test('each of several problems has its own caret', () => {
    expect(shown('order=id.ASC&limit=five')).toBe(
      [
        'RQ108 Unknown direction "ASC".',
        '  order=id.ASC&limit=five',
        '           ^^^',
        '  Did you mean "asc"?',
        'RQ110 "limit" takes a whole number, not "five".',
        '  order=id.ASC&limit=five',
        '                     ^^^^',
        '  Write it in digits, for example limit=5.',
      ].join('\n'),
    );
  });

  test('at the end of the text the caret stands behind it', () => {
    expect(shown('name=in.(a').split('\n').slice(1, 3)).toEqual(['  name=in.(a', '            ^']);
  });

  test('a long text is cut around the culprit', () => {
    const lines = shown(`name=eq.${'x'.repeat(300)}&id=eqq.1&name=eq.${'y'.repeat(300)}`).split('\n');
    expect(lines[1]).toMatch(/^ {2}…x+&id=eqq\.1&name=eq\.y+…$/);
    expect(lines[1]?.slice(lines[2]?.indexOf('^'), lines[2]?.length)).toBe('eqq');
  });

  test('control characters cannot talk to the terminal', () => {
    expect(shown('name=eqq.\u001b[31m').split('\n')[1]).toBe('  name=eqq.\uFFFD[31m');
  });
});
