import {
  type Compiler,
  check,
  createCompiler,
  parse,
  parseHttp,
  type Query,
  QueryError,
} from '../../dist/query/index.js';
import { createProgress } from '../support/progress.js';
import type { Report } from '../support/report.js';
import { percentile, rounded } from '../support/statistics.js';
import { type HostileText, hostileTexts } from './texts.js';

type Reader = (text: string) => Query;

const READINGS: Readonly<Record<string, Reader>> = { 'as a string': parse, 'over HTTP': parseHttp };
const SCOPE = { workspaceId: 1, now: new Date('2025-06-01T00:00:00Z') };
const TRIES = 5;
const SHOWN = 10;
const TARGET_MS = 5;

interface Found {
  readonly name: string;
  readonly reading: string;
  readonly bytes: number;
  readonly bestMs: number;
  /** What came of it: the first problem's code, or SQL. */
  readonly outcome: string;
}

/**
 * The longest that a text of 16 KiB can keep the process busy: parse, check and compile of texts made to be slow, best of five
 * each. An error that is no QueryError fails the benchmark.
 */
export function hostileBenchmark({ quick }: { readonly quick: boolean }): Report {
  const mutated = quick ? 50 : 500;
  const texts = hostileTexts(mutated);
  // A hostile text is one that was not seen before.
  const compiler = createCompiler({ shapesMax: 0 });
  const progress = createProgress('hostile');
  // Once without a clock: what is measured is the code, not its compilation.
  for (const { text } of texts.filter((_, index) => index % 3 === 0)) attempt(text, parse, compiler);

  const found: Found[] = [];
  for (const [index, hostile] of texts.entries()) {
    if (index % 100 === 0) progress.say(`${index} of ${texts.length} texts`);
    for (const [reading, read] of Object.entries(READINGS)) found.push(measure(hostile, reading, read, compiler));
  }
  progress.clear();

  const worst = found.sort((left, right) => right.bestMs - left.bestMs);
  const times = found.map(({ bestMs }) => bestMs);
  const [slowest] = worst;
  return {
    name: 'hostile',
    title: `Parse, check and compile of ${texts.length} hostile texts of up to 16 KiB, read both ways.`,
    settings: { texts: texts.length, mutated, tries: TRIES },
    tables: [
      {
        title: `The slowest ${SHOWN}, best of ${TRIES} each (of all: median ${rounded(percentile(times, 50), 3)} ms, p99 ${rounded(percentile(times, 99), 3)} ms)`,
        columns: ['text', 'reading', 'bytes', 'ms', 'outcome'],
        rows: worst
          .slice(0, SHOWN)
          .map((each) => [each.name, each.reading, each.bytes, rounded(each.bestMs, 3), each.outcome]),
      },
    ],
    targets: [
      {
        what: `every text in under ${TARGET_MS} ms`,
        found: `${rounded(slowest?.bestMs ?? Number.NaN, 3)} ms at most`,
        met: (slowest?.bestMs ?? Number.POSITIVE_INFINITY) < TARGET_MS,
      },
    ],
  };
}

function measure({ name, text }: HostileText, reading: string, read: Reader, compiler: Compiler): Found {
  let bestMs = Number.POSITIVE_INFINITY;
  let outcome = '';
  for (let count = 0; count < TRIES; count++) {
    const startMs = performance.now();
    outcome = attempt(text, read, compiler);
    bestMs = Math.min(bestMs, performance.now() - startMs);
  }
  return { name, reading, bytes: Buffer.byteLength(text), bestMs, outcome };
}

function attempt(text: string, read: Reader, compiler: Compiler): string {
  try {
    compiler.compile(check(read(text), text), SCOPE);
    return 'SQL';
  } catch (error) {
    if (error instanceof QueryError) return error.problems[0]?.code ?? '';
    throw new Error(`A text made another error than a QueryError: ${JSON.stringify(text.slice(0, 200))}…`, {
      cause: error,
    });
  }
}
