import { createCompiler } from '../../dist/query/index.js';
import { openDatabase } from '../../dist/store/database.js';
import { withCleanup } from '../support/cleanup.js';
import { type DatasetSize, loadConversations } from '../support/conversations.js';
import { type PostgresServer, SETTINGS, startPostgres } from '../support/postgres-server.js';
import { createProgress, type Progress } from '../support/progress.js';
import type { Report, ReportTable, Target } from '../support/report.js';
import { rounded } from '../support/statistics.js';
import { type Effort, measureQuestion, type Times } from './measure.js';
import { QUESTIONS } from './questions.js';

const WORKSPACES = [1, 1000] as const;
const DEFAULT_LIMIT = 20;
const P95_MAX_MS = 10;
const GROWTH_MAX = 1.5;

interface Measured extends DatasetSize {
  readonly question: string;
  readonly hasTarget: boolean;
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
      measured.push({ ...size, question: question.name, hasTarget: question.hasTarget, times });
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
    title: `The List query (${DEFAULT_LIMIT} rows at most, default order) on more and more conversations, one question after the other.`,
    settings: { sizes, postgres_settings: SETTINGS, asked_at_most: effort.times },
    postgresVersion,
    tables: WORKSPACES.map((workspaces) => tableOf(measured.filter((each) => each.workspaces === workspaces))),
    targets: measured
      .filter(({ conversations, hasTarget }) => hasTarget && conversations === Math.max(...sizes))
      .map((each) => targetOf(each, growthOf(each, measured))),
  };
}

function tableOf(measured: readonly Measured[]): ReportTable {
  return {
    title: `Milliseconds, ${titleOf(measured[0]?.workspaces ?? 1)}`,
    columns: ['question', 'conversations', 'p50', 'p95', 'growth of p50', 'asked', 'rows', 'plan'],
    rows: QUESTIONS.flatMap(({ name }) => measured.filter(({ question }) => question === name)).map((each) => [
      each.question,
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

function targetOf({ question, conversations, workspaces, times }: Measured, growth: number): Target {
  const where = `${question}, ${titleOf(workspaces)}, ${conversations.toLocaleString('en')}`;
  return {
    what: `${where}: p95 under ${P95_MAX_MS} ms, p50 at most ${GROWTH_MAX} times that at the smallest size`,
    found: `${rounded(times.p95Ms, 2)} ms, ${rounded(growth, 2)} times`,
    met: times.p95Ms < P95_MAX_MS && growth <= GROWTH_MAX,
  };
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
