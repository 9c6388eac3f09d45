import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from '../../src/query/parse.js';
import { printPortable } from '../../src/query/print-portable.js';
import { arbitraryQuery } from './model/arbitrary-query.js';
import { DATASET } from './model/dataset.js';
import { matching } from './model/evaluate.js';
import { seedOfRun } from './model/seed.js';
import { NOW } from './model/vocabulary.js';

test('what is printed for Telnyx finds what the query finds', () => {
  let rewritten = 0;
  fc.assert(
    fc.property(arbitraryQuery, (query) => {
      const { text } = printPortable(query, NOW);
      const portable = parse(text);
      if (portable.where.length !== query.where.length) rewritten++;
      expect(found(portable), text).toEqual(found(query));
    }),
    { numRuns: 3000, seed: seedOfRun() },
  );
  expect(rewritten).toBeGreaterThan(100);

  function found(query: ReturnType<typeof parse>): readonly string[] {
    return matching(query, DATASET, NOW).map(({ label }) => label);
  }
});
