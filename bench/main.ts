import { Command, InvalidArgumentError, Option } from 'commander';
import type { Half } from './extraction/labelled-calls.js';
import { InputError } from './support/input-error.js';
import { printReport, type Report, writeReport } from './support/report.js';

/** What the command line decides. */
export interface BenchmarkOptions {
  /** Small sizes and short rounds: to see that everything runs, not to be quoted. */
  readonly quick: boolean;
  /** How many conversations `scale` and `growth` measure. */
  readonly sizes: readonly number[];
  /** Where `growth` keeps its stores. */
  readonly store?: string | undefined;
  /** Files of data that are not part of the project. */
  readonly paths: readonly string[];
  /** Whether `retrieval` shows what each of its steps brings. */
  readonly steps: boolean;
  /** The labelled calls that `extraction` is measured on. */
  readonly halves: readonly Half[];
}

interface Options {
  readonly quick: boolean;
  readonly sizes?: readonly number[];
  readonly store?: string;
  readonly steps: boolean;
  readonly half?: Half;
}

/** A benchmark that was asked for, and the files to measure on. */
interface Chosen {
  readonly name: string;
  readonly paths: readonly string[];
}

const HALVES: readonly Half[] = ['development', 'held-out'];
const SIZES: Readonly<Record<string, readonly number[]>> = {
  scale: [10_000, 100_000, 1_000_000],
  growth: [10_000, 1_000_000, 10_000_000],
};

type Benchmark = (options: BenchmarkOptions) => Promise<Report>;

const BENCHMARKS: Readonly<Record<string, Benchmark>> = {
  language: async (options) => (await import('./language/language.js')).languageBenchmark(options),
  hostile: async (options) => (await import('./hostile/hostile.js')).hostileBenchmark(options),
  routes: async (options) => (await import('./routes/routes.js')).routesBenchmark(options),
  webhook: async (options) => (await import('./webhook/webhook.js')).webhookBenchmark(options),
  initialization: async (options) =>
    (await import('./initialization/initialization.js')).initializationBenchmark(options),
  import: async (options) => (await import('./import/import.js')).importBenchmark(options),
  recall: async (options) => (await import('./recall/recall.js')).recallBenchmark(options),
  voice: async (options) => (await import('./voice/voice.js')).voiceBenchmark(options),
  extraction: async (options) => (await import('./extraction/extraction.js')).extractionBenchmark(options),
  scale: async (options) => (await import('./scale/scale.js')).scaleBenchmark(options),
  growth: async (options) => (await import('./growth/growth.js')).growthBenchmark(options),
};

/** Benchmarks on data sets that may not be passed on: without a path they cannot run, and "all" leaves them out. */
const ON_FILES: Readonly<Record<string, Benchmark>> = {
  retrieval: async (options) => (await import('./retrieval/retrieval.js')).retrievalBenchmark(options),
};

/** Benchmarks that may be followed by files of data. */
const WITH_FILES: ReadonlySet<string> = new Set(['extraction', ...Object.keys(ON_FILES)]);

const sizesHelp = Object.entries(SIZES)
  .map(([name, sizes]) => `${name}: ${sizes.join(',')}`)
  .join('; ');

const names = [...Object.keys(BENCHMARKS), ...Object.keys(ON_FILES)];

const program = new Command('npm run bench --')
  .description(
    'Measures what the README claims. Prints each table and writes bench/results/<name>.json (<name>.tmp.json for a run that is not the full one). Exit code 1: a target was missed.',
  )
  .argument(
    '[benchmark...]',
    `which: ${names.join(', ')}; after ${[...WITH_FILES].join(' and ')}, the paths of files of its data (all that need no path)`,
    readArgument,
  )
  .option('--quick', 'small sizes and short rounds, to see that everything runs', false)
  .option('--sizes <numbers>', `how many conversations are measured (${sizesHelp})`, readSizes)
  .option('--store <folder>', 'growth: keeps its stores in this folder, and takes those that an earlier run left there')
  .option('--steps', 'retrieval: also what each step of the ranking brings', false)
  .addOption(
    new Option(
      '--half <name>',
      'extraction: only this half of the labelled calls; whoever works on rules measures the first',
    ).choices(HALVES),
  )
  .action(async (chosen: readonly Chosen[], options: Options) => {
    const { quick, store, steps, half } = options;
    const halves = half === undefined ? HALVES : [half];
    const kind = quick || options.sizes !== undefined || half !== undefined ? 'partial' : 'full';
    const all = Object.keys(BENCHMARKS).map((name) => ({ name, paths: [] }));
    for (const { name, paths } of chosen.length > 0 ? chosen : all) {
      const sizes = options.sizes ?? (SIZES[name] ?? []).slice(0, quick ? 1 : undefined);
      await run(name, { quick, sizes, store, paths, steps, halves }, kind);
    }
  });

// An exit ends the servers that were started; a signal alone would leave them behind.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));

await program.parseAsync();

async function run(name: string, options: BenchmarkOptions, kind: 'full' | 'partial'): Promise<void> {
  const onFiles = ON_FILES[name];
  if (onFiles !== undefined && options.paths.length === 0) {
    program.error(
      `error: ${name} needs a file of its data, which is not part of the project: npm run bench -- ${name} PATH`,
    );
  }
  const report = await (onFiles ?? BENCHMARKS[name]!)(options).catch((error: unknown) => {
    if (error instanceof InputError) program.error(`error: ${error.message}`);
    throw error;
  });
  printReport(report);
  console.log(`written to ${await writeReport(report, kind)}`);
  if (report.targets.some(({ met }) => !met)) process.exitCode = 1;
}

/** The name of a benchmark, or a path for the one before. */
function readArgument(text: string, before: readonly Chosen[] = []): readonly Chosen[] {
  if (names.includes(text)) return [...before, { name: text, paths: [] }];
  const last = before.at(-1);
  if (last === undefined || !WITH_FILES.has(last.name)) {
    throw new InvalidArgumentError(`It must be one of ${names.join(', ')}.`);
  }
  return [...before.slice(0, -1), { ...last, paths: [...last.paths, text] }];
}

function readSizes(text: string): readonly number[] {
  const sizes = text.split(',').map(Number);
  if (!sizes.every((size) => Number.isSafeInteger(size) && size >= 10_000 && size <= 100_000_000)) {
    throw new InvalidArgumentError('They must be whole numbers from 10000, joined by commas.');
  }
  return sizes.sort((left, right) => left - right);
}
