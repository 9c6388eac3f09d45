import { databaseName, prepareStore } from '../store/prepared-store.js';
import { planStore } from '../store/store-plan.js';
import { withCleanup } from '../support/cleanup.js';
import { startPostgres } from '../support/postgres-server.js';
import { createProgress } from '../support/progress.js';
import type { Report } from '../support/report.js';
import { FULL_EFFORT, QUICK_EFFORT } from './effort.js';
import { growthReport } from './growth-report.js';
import { sizeText } from './growth-table.js';
import { type MeasuredStore, measureStore } from './measure-store.js';

/** Of every store. */
const SEED = 7;

/**
 * The whole product, as a process on a real server, on larger and larger stores of the same make.
 *
 * @param options.store a folder that keeps the stores for other runs; absent: they are made for this one
 */
export async function growthBenchmark(options: {
  readonly quick: boolean;
  readonly sizes: readonly number[];
  readonly store?: string | undefined;
}): Promise<Report> {
  const effort = options.quick ? QUICK_EFFORT : FULL_EFFORT;
  const progress = createProgress('growth');
  return withCleanup(async (cleanup) => {
    progress.say('starting Postgres');
    const postgres = await startPostgres({ keptIn: options.store });
    cleanup.add(() => postgres.remove());
    const measured: MeasuredStore[] = [];
    for (const conversations of options.sizes) {
      const say = (what: string): void => progress.say(`${sizeText(conversations)}: ${what}`);
      const plan = planStore(conversations, SEED);
      const store = await prepareStore(postgres, plan, say);
      measured.push(await measureStore(store, effort, say));
      if (options.store === undefined) await postgres.dropDatabase(databaseName(plan));
    }
    progress.clear();
    return growthReport(measured, effort, SEED, postgres.version);
  });
}
