import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../../../src/query/check/check.js';
import { equalQueries } from '../../../src/query/equal.js';
import { parse, parseHttp } from '../../../src/query/parse.js';
import { prepare } from '../../../src/query/prepared-query.js';
import { print } from '../../../src/query/print.js';
import { QueryError } from '../../../src/query/problem.js';
import { createQueryReader } from '../../../src/query/query-reader.js';
import { arbitraryQuery } from './arbitrary-query.js';
import { arbitraryText } from './arbitrary-text.js';
import { frozen } from './frozen.js';
import { withOtherTexts } from './other-texts.js';
import { seedOfRun } from './seed.js';
import { AWKWARD_TEXTS, TEXTS as PLAIN_TEXTS, TIMES } from './vocabulary.js';

const RUNS = 10_000;
const TEXTS = 10_000;

/** Plenty: a busy machine is no fault. */
const TIMEOUT_MS = 180_000;

/** fast-check shrinks what fails and names the seed. */
const settings = (numRuns: number) => ({ numRuns, seed: seedOfRun() });

describe('the language, over random queries and texts', () => {
  it('reads what it prints as the same query, as a string, over HTTP and prepared, and prints that alike', {
    timeout: TIMEOUT_MS,
  }, () => {
    fc.assert(
      fc.property(arbitraryQuery, (query) => {
        const text = print(frozen(query));
        expect(text).toMatch(/^[!-~]*$/);
        for (const read of [parse, parseHttp]) {
          const again = read(text);
          if (!equalQueries(again, query)) expect({ text, query: again }).toEqual({ text, query });
          expect(print(again)).toBe(text);
        }
        const prepared = prepare(text);
        expect(prepared.placeholders).toEqual([]);
        expect(equalQueries(prepared.bind({}), query)).toBe(true);
      }),
      settings(RUNS),
    );
  });

  it('reads a text of a shape that it has seen as if it had not', { timeout: TIMEOUT_MS }, () => {
    const reader = createQueryReader();
    const texts = fc.array(fc.constantFrom(...PLAIN_TEXTS, ...TIMES, ...AWKWARD_TEXTS), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(arbitraryQuery, texts, (query, others) => {
        for (const each of [query, withOtherTexts(query, others)]) {
          const text = print(each);
          const wanted = withoutPlaces(() => check(each));
          expect(
            withoutPlaces(() => reader.read(text)),
            text,
          ).toEqual(wanted);
          expect(
            withoutPlaces(() => reader.readHttp(text)),
            text,
          ).toEqual(wanted);
        }
      }),
      settings(RUNS / 2),
    );
  });

  it('answers every text with a query or a QueryError whose problems lie in the text', { timeout: TIMEOUT_MS }, () => {
    let good = 0;
    fc.assert(
      fc.property(arbitraryText, (text) => {
        for (const read of [parse, parseHttp, (raw: string) => prepare(raw)]) {
          try {
            const query = read(text);
            if (!('where' in query)) continue;
            check(frozen(query), text);
            good++;
          } catch (error) {
            if (!(error instanceof QueryError)) throw error;
            expect(error.text).toBe(text);
            expect(error.problems.length).toBeGreaterThan(0);
            for (const { location, message, hint } of error.problems) {
              expect(location.start).toBeGreaterThanOrEqual(0);
              expect(location.end).toBeGreaterThanOrEqual(location.start);
              expect(text.length).toBeGreaterThanOrEqual(location.end);
              expect(message).not.toMatch(/undefined|NaN|\[object/);
              expect(hint ?? '').not.toMatch(/undefined|NaN|\[object/);
              // A message goes into JSON and onto a terminal: what it quotes is text.
              expect(message).not.toMatch(/\p{Cs}/u);
              expect(hint ?? '').not.toMatch(/\p{Cs}/u);
            }
          }
        }
      }),
      settings(TEXTS),
    );
    // Texts that are never right would test the first stage only.
    expect(good).toBeGreaterThan(TEXTS / 50);
  });
});

/** The checked query or its problems, without the places in a text. */
function withoutPlaces(read: () => unknown): unknown {
  const plain = (value: unknown) => JSON.stringify(value, (name, member) => (name === 'location' ? undefined : member));
  try {
    return plain(read());
  } catch (error) {
    if (error instanceof QueryError) return plain(error.problems);
    throw error;
  }
}
