import { readFile } from 'node:fs/promises';
import { initSync, parseRequest } from 'postgrest-parser/pkg/postgrest_parser.js';
import { check, createCompiler, createQueryReader, parseHttp } from '../../dist/query/index.js';
import { createProgress } from '../support/progress.js';
import type { Report } from '../support/report.js';
import { median, rounded } from '../support/statistics.js';
import { makeShapes, type Shape } from './shapes.js';

/** What is called with the texts of a shape, one after the other. */
type Subject = (text: string) => unknown;

const SCOPE = { workspaceId: 1, now: new Date('2025-06-01T00:00:00Z') };

/**
 * From text to SQL with its values: ours beside `postgrest-parser` (Rust, compiled to WebAssembly), on the same texts in one run.
 * Both do a batch in turn, so that whatever else the machine does hits both.
 */
export async function languageBenchmark({ quick }: { readonly quick: boolean }): Promise<Report> {
  const [batch, rounds] = quick ? [200, 15] : [1000, 51];
  await loadPostgrestParser();
  // As the List route has it: both remember what they have seen.
  const reader = createQueryReader();
  const compiler = createCompiler();
  const forgetful = createCompiler({ shapesMax: 0 });
  const subjects: readonly Subject[] = [
    (text) => compiler.compile(reader.readHttp(text), SCOPE),
    theirs,
    (text) => compiler.compile(reader.read(text), SCOPE),
    (text) => forgetful.compile(check(parseHttp(text), text), SCOPE),
  ];

  const progress = createProgress('language');
  const found = makeShapes().map((shape) => {
    const { name } = shape;
    progress.say(name);
    const microseconds = measure(subjects, shape, batch, rounds);
    const [http, other, string, firstSeen] = microseconds.map(median) as [number, number, number, number];
    const ratio = median(microseconds[1]!.map((time, round) => time / microseconds[0]![round]!));
    return { name, http, other, string, firstSeen, ratio };
  });
  progress.clear();

  const slowest = Math.min(...found.map(({ ratio }) => ratio));
  return {
    name: 'language',
    title: 'Parse, check and compile, beside postgrest-parser (npm) on the same texts.',
    settings: { texts_per_batch: batch, rounds },
    tables: [
      {
        title: `Microseconds per text: medians of ${rounds} batches of ${batch} texts that differ in their values`,
        columns: [
          'shape',
          'ours',
          'postgrest-parser',
          'times as fast',
          'ours, as a string',
          'ours, shape not seen before',
        ],
        rows: found.map(({ name, http, other, string, firstSeen, ratio }) => [
          name,
          rounded(http, 2),
          rounded(other, 2),
          rounded(ratio, 2),
          rounded(string, 2),
          rounded(firstSeen, 2),
        ]),
      },
    ],
    targets: [
      {
        what: 'ahead of postgrest-parser at every shape',
        found: `${rounded(slowest, 2)} times as fast at least`,
        met: slowest > 1,
      },
    ],
  };
}

/**
 * Every round has new texts: a subject may remember a shape, but has seen none of the values.
 *
 * @returns for each subject, the microseconds per text of each round
 */
function measure(subjects: readonly Subject[], shape: Shape, batch: number, rounds: number): number[][] {
  const times = subjects.map((): number[] => []);
  const warmUpRounds = Math.ceil(rounds / 4);
  for (let round = -warmUpRounds; round < rounds; round++) {
    const texts = shape.nextTexts(batch);
    for (const [index, subject] of subjects.entries()) {
      const startMs = performance.now();
      for (const text of texts) subject(text);
      const microseconds = ((performance.now() - startMs) * 1000) / texts.length;
      if (round >= 0) times[index]!.push(microseconds);
    }
  }
  return times;
}

/** Reads what a caller needs, and gives the memory back, which makes it faster by more than the call costs. */
function theirs(text: string): unknown {
  const result = parseRequest('GET', 'conversations', text);
  const read = [result.query, result.params];
  result.free();
  return read;
}

async function loadPostgrestParser(): Promise<void> {
  const module = new URL(import.meta.resolve('postgrest-parser/pkg/postgrest_parser_bg.wasm'));
  initSync({ module: await readFile(module) });
}
