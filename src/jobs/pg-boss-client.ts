import type PgBoss from 'pg-boss';
import type { Database } from '../store/database.js';
import { findJobSchema, JOB_QUEUE_NAME } from '../store/job-schema.js';
import type { JobData } from '../store/jobs.js';

/** pg-boss on our connections: it hands out jobs. */
export interface PgBossClient {
  /** The next jobs that are due, at most so many; they are this process's from now on. */
  take(countMax: number): Promise<readonly TakenJob[]>;
}

export type TakenJob = Pick<PgBoss.JobWithMetadata<JobData>, 'id' | 'data' | 'retryCount' | 'retryLimit'>;

/**
 * Its tables are made by our migrations, and what it would do in intervals is done by our periodic tasks, so it starts no timer. Of jobs
 * that expire it would tell nobody.
 *
 * @throws Error when the tables are not those of the installed pg-boss
 */
export async function openPgBoss(database: Database): Promise<PgBossClient> {
  const [{ default: Boss }, schema] = await Promise.all([import('pg-boss'), findJobSchema(database)]);
  const boss = new Boss({
    schema,
    db: { executeSql: (text, values) => execute(database, text, values) },
    migrate: false,
    supervise: false,
    schedule: false,
  });
  // Without a listener an event of this name would end the process.
  boss.on('error', () => {});
  await boss.start();
  return {
    async take(countMax) {
      let failure: { readonly error: unknown } | undefined;
      const executeSql = async (text: string, values: unknown[]) => {
        try {
          return await execute(database, text, values);
        } catch (error) {
          failure = { error };
          throw error;
        }
      };
      const options = { batchSize: countMax, includeMetadata: true, db: { executeSql } } as const;
      const jobs = await boss.fetch<JobData>(JOB_QUEUE_NAME, options);
      // pg-boss keeps what went wrong to itself, and says that there are no jobs.
      if (failure !== undefined) throw failure.error;
      return jobs;
    },
  };
}

/** Its texts of several statements are transactions, and come without values. */
async function execute(database: Database, text: string, values?: unknown[]): Promise<{ rows: unknown[] }> {
  if (/^\s*BEGIN;/.test(text)) {
    await database.runScript(text);
    return { rows: [] };
  }
  return { rows: [...(await database.run(text, values ?? []))] };
}
