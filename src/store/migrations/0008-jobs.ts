import type { Knex } from 'knex';
import { JOB_QUEUE_NAME, jobSchemaBeside } from '../job-schema.js';
import type { Migration } from './migration.js';

/**
 * The tables of pg-boss in a schema of their own, with our one queue in them; the view `jobs`, by which our own statements reach
 * that queue whatever the schema is called; and who does what is done every so often.
 *
 * The tables are those of the pg-boss that is installed. A release whose pg-boss has other ones (`schema` in its version.json)
 * brings a migration that runs `getMigrationPlans` where the tables are older.
 */
export const jobs: Migration = {
  number: 8,
  name: 'jobs',
  up: async (trx) => {
    const { default: PgBoss } = await import('pg-boss');
    const schema = await makeSchema(trx);
    await trx.raw(bare(PgBoss.getConstructionPlans(schema), schema));
    await trx.raw(`SELECT ${schema}.create_queue(?, '{"policy": "standard"}')`, [JOB_QUEUE_NAME]);
    for (const statement of statements(schema)) await trx.raw(statement);
  },
};

/** Ours is where the tables go to when the database's owner lets us make none. */
async function makeSchema(trx: Knex.Transaction): Promise<string> {
  const { rows } = await trx.raw<{ rows: { current: string; free: boolean }[] }>(
    `SELECT current_schema() AS current, has_database_privilege(current_database(), 'CREATE') AS free`,
  );
  const { current, free } = rows[0] as { current: string; free: boolean };
  if (!free) return current;
  const schema = jobSchemaBeside(current);
  await trx.raw(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
  return schema;
}

/** The plans without their BEGIN and COMMIT, since a migration is in a transaction, and without making the schema. */
function bare(plans: string, schema: string): string {
  const inner = /^\s*BEGIN;([\s\S]*)COMMIT;\s*$/.exec(plans)?.[1];
  const making = new RegExp(`CREATE SCHEMA IF NOT EXISTS ${schema}\\s*;`);
  if (inner === undefined || !making.test(inner)) {
    throw new Error('The construction plans of pg-boss have another form: this release does not fit them.');
  }
  return inner.replace(making, '');
}

function statements(schema: string): readonly string[] {
  return [
    // In the order in which they are taken: pg-boss would sort all that wait for each one.
    `CREATE INDEX job_next ON ${schema}.job (name, priority DESC, created_on, id) WHERE state < 'active'`,
    `CREATE INDEX job_due ON ${schema}.job (name, start_after) WHERE state < 'active'`,
    `CREATE INDEX job_active ON ${schema}.job (name, started_on) WHERE state = 'active'`,
    `CREATE INDEX job_of_workspace ON ${schema}.job (name, (data->>'workspace_id'), created_on DESC, id)`,
    `CREATE INDEX job_failed ON ${schema}.job (name, (data->>'workspace_id'), created_on DESC, id) WHERE state = 'failed'`,
    // What no policy of pg-boss says: those to be tried again wait, too.
    `CREATE UNIQUE INDEX job_waits_once ON ${schema}.job (name, singleton_key)
       WHERE state < 'active' AND singleton_key IS NOT NULL`,
    `CREATE VIEW jobs AS
       SELECT id, name, data, state, priority, retry_limit, retry_count, retry_delay, retry_backoff, start_after, started_on,
         singleton_key, expire_in, created_on, completed_on, keep_until, output
       FROM ${schema}.job WHERE name = '${JOB_QUEUE_NAME}'`,
    `CREATE TABLE periodic_tasks (
      name text PRIMARY KEY,
      next_at timestamptz NOT NULL,
      claim uuid,
      claimed_until timestamptz
    )`,
  ];
}
