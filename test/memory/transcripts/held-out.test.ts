import { expect, test } from 'vitest';
import { builtInExtractor } from '../../../src/memory/extraction/built-in-extractor.js';
import { precisionOf, recallOf } from './score.js';
import { scoreExtractor } from './score-extractor.js';
import { tableOf } from './score-report.js';
import { readTranscripts } from './transcript.js';

/** What is wanted is 0.95 and 0.80. These are what was reached, so that nothing falls behind it. */
const REACHED = { precision: 0.85, recall: 0.81 };

/** Counts alone are printed: whoever works on the rules must not learn what is said in these calls, or they measure nothing any more. */
test('the built-in extractor reads calls that it was not made on', async () => {
  const score = await scoreExtractor(
    builtInExtractor,
    readTranscripts('held-out').flatMap(({ transcripts }) => transcripts),
  );
  console.log(tableOf(score));
  expect(precisionOf(score.all), 'precision').toBeGreaterThanOrEqual(REACHED.precision);
  expect(recallOf(score.all), 'recall').toBeGreaterThanOrEqual(REACHED.recall);
}, 60_000);
