import { Command, InvalidArgumentError } from 'commander';
import { printReport, type Report, writeReport } from './support/report.js';

/** What the command line decides. */
export interface BenchmarkOptions {
  /** Small sizes and short rounds: to see that everything runs, not to be quoted. */
  readonly quick: boolean;
  /** How many conversations `scale` measures. */
  readonly sizes: readonly number[];
}

const SIZES = [10_000, 100_000, 1_000_000] as const;

const BENCHMARKS: Readonly<Record<string, (options: BenchmarkOptions) => Promise<Report>>> = {
  language: async (options) => (await import('./language/language.js')).languageBenchmark(options),
  hostile: async (options) => (await import('./hostile/hostile.js')).hostileBenchmark(options),
  routes: async (options) => (await import('./routes/routes.js')).routesBenchmark(options),
  webhook: async (options) => (await import('./webhook/webhook.js')).webhookBenchmark(options),
  import: async (options) => (await import('./import/import.js')).importBenchmark(options),
  scale: async (options) => (await import('./scale/scale.js')).scaleBenchmark(options),
};

const names = Object.keys(BENCHMARKS);

const program = new Command('npm run bench --')
  .description(
    'Measures what the README claims. Prints each table and writes bench/results/<name>.json (<name>.tmp.json for a run that is not the full one). Exit code 1: a target was missed.',
  )
  .argument('[benchmark...]', `which: ${names.join(', ')} (all)`, readName)
  .option('--quick', 'small sizes and short rounds, to see that everything runs', false)
  .option('--sizes <numbers>', `how many conversations scale measures (${SIZES.join(',')})`, readSizes)
  .action(async (chosen: readonly string[], options: { quick: boolean; sizes?: readonly number[] }) => {
    const { quick, sizes = quick ? SIZES.slice(0, 1) : SIZES } = options;
    const kind = quick || options.sizes !== undefined ? 'partial' : 'full';
    for (const name of chosen.length > 0 ? chosen : names) await run(name, { quick, sizes }, kind);
  });

// An exit ends the servers that were started; a signal alone would leave them behind.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));

await program.parseAsync();

async function run(name: string, options: BenchmarkOptions, kind: 'full' | 'partial'): Promise<void> {
  const report = await BENCHMARKS[name]!(options);
  printReport(report);
  console.log(`written to ${await writeReport(report, kind)}`);
  if (report.targets.some(({ met }) => !met)) process.exitCode = 1;
}

function readName(name: string, before: readonly string[] = []): readonly string[] {
  if (!names.includes(name)) throw new InvalidArgumentError(`It must be one of ${names.join(', ')}.`);
  return [...before, name];
}

function readSizes(text: string): readonly number[] {
  const sizes = text.split(',').map(Number);
  if (!sizes.every((size) => Number.isSafeInteger(size) && size >= 10_000 && size <= 100_000_000)) {
    throw new InvalidArgumentError('They must be whole numbers from 10000, joined by commas.');
  }
  return sizes.sort((left, right) => left - right);
}
