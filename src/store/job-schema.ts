import type { Runner } from './database.js';

/**
 * The schema that holds pg-boss's tables, beside the schema that holds ours: `ringback_jobs` for `public`, so that another
 * application's pg-boss in the same database (`pgboss`) is not met, and `elsewhere_jobs` for any other.
 */
export function jobSchemaBeside(schema: string): string {
  if (schema === 'public') return 'ringback_jobs';
  // pg-boss writes the name without quotes and refuses other characters, and more than 50 of them.
  const name = schema.toLowerCase().replaceAll(/\W/g, '_').slice(0, 40);
  return `${/^\d/.test(name) ? '_' : ''}${name}_jobs`;
}

/** The one queue that all jobs are in, whatever their type: one statement asks for all of them, and a new type needs none. */
export const JOB_QUEUE_NAME = 'jobs';

/** The schema of pg-boss's tables, for pg-boss: where the view reads. */
export async function findJobSchema({ run }: Runner): Promise<string> {
  const [row] = await run(
    `SELECT n.nspname::text AS schema
     FROM pg_rewrite r
       JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid AND d.refclassid = 'pg_class'::regclass
       JOIN pg_class t ON t.oid = d.refobjid AND t.relname = 'job'
       JOIN pg_namespace n ON n.oid = t.relnamespace
     WHERE r.ev_class = 'jobs'::regclass
     LIMIT 1`,
    [],
  );
  if (row === undefined) throw new Error('The view "jobs" of the database does not read the jobs.');
  return row.schema as string;
}
