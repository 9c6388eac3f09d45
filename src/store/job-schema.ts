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
