import { createCompiler } from '../../dist/query/index.js';
import { openDatabase } from '../../dist/store/database.js';
import { withCleanup } from '../support/cleanup.js';
import { type DatasetSize, loadConversations } from '../support/conversations.js';
import { type PostgresServer, SETTINGS, startPostgres } from '../support/postgres-server.js';
import { createProgress, type Progress } from '../support/progress.js';
import type { Report, ReportTable, Target } from '../support/report.js';
import { rounded } from '../support/statistics.js';
import { type Effort, measureQuestion, type Times } from './measure.js';
import { limitOf, QUESTIONS, type Question } from './questions.js';

const WORKSPACES = [1, 1000] as const;

interface Measured extends DatasetSize {
  readonly question: Question;
  readonly times: Times;
}

/**
 * The List query on more and more conversations, on a real server, of one workspace and of a thousand with the same number in all.
 */
export async function scaleBenchmark(options: {
  readonly quick: boolean;
  readonly sizes: readonly number[];
}): Promise<Report> {
  const effort = options.quick ? { times: 100, maxMs: 2_000 } : { times: 1_000, maxMs: 20_000 };
  const progress = createProgress('scale');
  return withCleanup(async (cleanup) => {
    progress.say('starting Postgres');
    const postgres = await startPostgres();
    cleanup.add(() => postgres.remove());
    const measured: Measured[] = [];
    for (const workspaces of WORKSPACES) {
      for (const conversations of options.sizes) {
        measured.push(...(await measureSize(postgres, { conversations, workspaces }, effort, progress)));
      }
    }
    progress.clear();
    return report(measured, options.sizes, effort, postgres.version);
  });
}

async function measureSize(
  postgres: PostgresServer,
  size: DatasetSize,
  effort: Effort,
  progress: Progress,
): Promise<Measured[]> {
  const label = `${size.conversations.toLocaleString('en')} conversations, ${titleOf(size.workspaces)}`;
  const say = (what: string): void => progress.say(`${label}: ${what}`);
  return withCleanup(async (cleanup) => {
    const name = `scale_${size.conversations}_${size.workspaces}`;
    const url = await postgres.createDatabase(name);
    cleanup.add(() => postgres.dropDatabase(name));
    const dataset = await loadConversations(url, size, say);
    const silent = { info() {}, warn() {}, error() {} };
    const database = await openDatabase({ url, dataDir: '' }, silent);
    cleanup.add(() => database.close());
    const compiler = createCompiler();
    const measured: Measured[] = [];
    for (const question of QUESTIONS) {
      say(question.name);
      const times = await measureQuestion(database, compiler, dataset, question, effort);
      measured.push({ ...size, question, times });
    }
    return measured;
  });
}

function report(
  measured: readonly Measured[],
  sizes: readonly number[],
  effort: Effort,
  postgresVersion: string,
): Report {
  return {
    name: 'scale',
    title: 'The List query (default order) on more and more conversations, one question after the other.',
    settings: { sizes, postgres_settings: SETTINGS, asked_at_most: effort.times },
    postgresVersion,
    tables: WORKSPACES.map((workspaces) => tableOf(measured.filter((each) => each.workspaces === workspaces))),
    targets: measured
      .filter(({ conversations }) => conversations === Math.max(...sizes))
      .flatMap((each) => targetsOf(each, growthOf(each, measured))),
  };
}

function tableOf(measured: readonly Measured[]): ReportTable {
  const workspaces = measured[0]?.workspaces ?? 1;
  return {
    title: `Milliseconds, ${titleOf(workspaces)}, ${limitOf(workspaces)} rows at most`,
    columns: ['question', 'conversations', 'p50', 'p95', 'growth of p50', 'asked', 'rows', 'plan'],
    rows: QUESTIONS.flatMap((asked) => measured.filter(({ question }) => question === asked)).map((each) => [
      each.question.name,
      each.conversations,
      rounded(each.times.p50Ms, 3),
      rounded(each.times.p95Ms, 3),
      rounded(growthOf(each, measured), 2),
      each.times.asked,
      rounded(each.times.rows, 1),
      each.times.plan,
    ]),
  };
}

function targetsOf({ question, conversations, workspaces, times }: Measured, growth: number): Target[] {
  const { p95MaxMs, growthMax } = question.targets;
  const where = `${question.name}, ${titleOf(workspaces)}, ${conversations.toLocaleString('en')}`;
  const targets: Target[] = [];
  if (p95MaxMs !== undefined) {
    const found = `${rounded(times.p95Ms, 2)} ms`;
    targets.push({ what: `${where}: p95 under ${p95MaxMs} ms`, found, met: times.p95Ms < p95MaxMs });
  }
  if (growthMax !== undefined) {
    const found = `${rounded(growth, 2)} times`;
    targets.push({ what: `${where}: p50 at most ${growthMax} of the smallest`, found, met: growth <= growthMax });
  }
  return targets;
}

/** The p50 as a multiple of the one at the smallest size. */
function growthOf({ question, workspaces, times }: Measured, measured: readonly Measured[]): number {
  const same = measured.filter((each) => each.question === question && each.workspaces === workspaces);
  const [smallest] = same.sort((left, right) => left.conversations - right.conversations);
  return times.p50Ms / (smallest?.times.p50Ms ?? Number.NaN);
}

function titleOf(workspaces: number): string {
  return workspaces === 1 ? 'one workspace' : `${workspaces.toLocaleString('en')} workspaces`;
}
