import { afterAll, describe, expect, it } from 'vitest';
import { check } from '../../../src/query/check/check.js';
import { parse, parseHttp } from '../../../src/query/parse.js';
import { type Problem, QueryError } from '../../../src/query/problem.js';
import type { Mistake } from './mistake.js';
import { MISTAKES_OF_MEANING } from './mistakes-of-meaning.js';
import { MISTAKES_OF_SYNTAX } from './mistakes-of-syntax.js';
import { keyOf, recorded } from './recorded.js';

describe.each([...MISTAKES_OF_SYNTAX, ...MISTAKES_OF_MEANING])('mistakes: $subject', ({ subject, mistakes }) => {
  const sentences = recorded<readonly (readonly string[])[]>(`mistakes ${subject}`);

  it.each(mistakes)('$reading $text', (mistake) => {
    const problems = problemsOf(mistake);
    const culprit = ({ location }: Problem) => mistake.text.slice(location.start, location.end);
    expect(problems.map((problem) => [problem.code, culprit(problem)])).toEqual(mistake.problems);

    const made = problems.map(({ message, hint }) => (hint === undefined ? [message] : [message, hint]));
    expect(made).toEqual(sentences.entry(keyOf(mistake), made));
    for (const sentence of made.flat()) expect(sentence).toMatch(/^(?:["\p{Lu}]|metadata ).*[^\s,;:]$/u);
  });

  afterAll(() => sentences.save());
});

/** What is wrong with a text, by the first stage that finds something. */
function problemsOf({ text, reading }: Mistake): readonly Problem[] {
  try {
    check(reading === 'http' ? parseHttp(text) : parse(text), text);
  } catch (error) {
    if (error instanceof QueryError) return error.problems;
    throw error;
  }
  return [];
}
