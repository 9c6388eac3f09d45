import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { builtInExtractor } from '../../dist/memory/extraction/built-in-extractor.js';

/** The halves of the labelled calls in `test/memory/transcripts`. */
export const HALVES = ['development', 'held-out'] as const;

export type Half = (typeof HALVES)[number];

/** How many facts there are, and how many were found. */
export interface Counts {
  readonly expected: number;
  readonly found: number;
  readonly wrong: number;
  readonly forbidden: number;
}

export interface HalfScore {
  readonly calls: number;
  readonly byPredicate: ReadonlyMap<string, Counts>;
  readonly all: Counts;
}

/** What is used of the tests' modules: they are no part of the benchmarks' build. */
interface Transcripts {
  readTranscripts(half: string): { readonly transcripts: readonly unknown[] }[];
}
interface Scorer {
  scoreExtractor(
    extractor: typeof builtInExtractor,
    transcripts: readonly unknown[],
  ): Promise<Omit<HalfScore, 'calls'>>;
}

/** `.bench-build/extraction/…` or `bench/extraction/…`: the project is two folders up, either way. */
const TRANSCRIPTS = new URL('../../test/memory/transcripts/', import.meta.url);

/** Has the built product read the calls of one half, and counts. No word of a call leaves this function. */
export async function scoreHalf(half: Half): Promise<HalfScore> {
  const { readTranscripts } = await load<Transcripts>('transcript.ts');
  const { scoreExtractor } = await load<Scorer>('score-extractor.ts');
  const transcripts = readTranscripts(half).flatMap((file) => file.transcripts);
  const { byPredicate, all } = await scoreExtractor(builtInExtractor, transcripts);
  return { calls: transcripts.length, byPredicate, all };
}

async function load<T>(file: string): Promise<T> {
  const { module } = await runnerImport<T>(fileURLToPath(new URL(file, TRANSCRIPTS)), { logLevel: 'error' });
  return module;
}
