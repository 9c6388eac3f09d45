import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { builtInExtractor } from '../../../src/memory/extraction/built-in-extractor.js';
import { precisionOf, recallOf } from './score.js';
import { scoreExtractor } from './score-extractor.js';
import { mistakesOf, tableOf } from './score-report.js';
import { readTranscripts } from './transcript.js';

const SETS = ['practice-a', 'practice-b', 'practice-c', 'practice-d'].filter((set) =>
  existsSync(new URL(`./${set}/`, import.meta.url)),
);

test.each(SETS)(
  'the built-in extractor reads the calls of %s',
  async (set) => {
    const calls = readTranscripts(set).flatMap(({ transcripts }) => transcripts);
    const score = await scoreExtractor(builtInExtractor, calls);
    console.log(`${mistakesOf(score)}\n\n${set}\n${tableOf(score)}`);
    expect(precisionOf(score.all), 'precision').toBeGreaterThanOrEqual(0.95);
    expect(recallOf(score.all), 'recall').toBeGreaterThanOrEqual(0.8);
  },
  60_000,
);
