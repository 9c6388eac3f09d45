import { expect, test } from 'vitest';
import { builtInExtractor } from '../../../src/memory/extraction/built-in-extractor.js';
import { precisionOf, recallOf } from './score.js';
import { scoreExtractor } from './score-extractor.js';
import { tableOf } from './score-report.js';
import { readTranscripts } from './transcript.js';

/** Counts alone are printed: whoever works on the rules must not learn what is said in these calls, or they measure nothing any more. */
test('the built-in extractor reads calls that it was not made on', async () => {
  const score = await scoreExtractor(
    builtInExtractor,
    readTranscripts('held-out').flatMap(({ transcripts }) => transcripts),
  );
  console.log(tableOf(score));
  expect(precisionOf(score.all), 'precision').toBeGreaterThanOrEqual(0.95);
  expect(recallOf(score.all), 'recall').toBeGreaterThanOrEqual(0.8);
}, 60_000);
