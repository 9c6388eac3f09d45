import { expect, test } from 'vitest';
import { builtInExtractor } from '../../../src/memory/extraction/built-in-extractor.js';
import { precisionOf, recallOf } from './score.js';
import { scoreExtractor } from './score-extractor.js';
import { mistakesOf, tableOf } from './score-report.js';
import { readTranscripts } from './transcript.js';

test('the built-in extractor reads the calls that its rules are worked on with', async () => {
  const score = await scoreExtractor(
    builtInExtractor,
    readTranscripts('development').flatMap(({ transcripts }) => transcripts),
  );
  console.log(`${mistakesOf(score)}\n\n${tableOf(score)}`);
  expect(precisionOf(score.all), 'precision').toBeGreaterThanOrEqual(0.95);
  expect(recallOf(score.all), 'recall').toBeGreaterThanOrEqual(0.8);
}, 60_000);
