import { randomInt } from 'node:crypto';
import type { Database } from './database.js';

/**
 * Whether two ways lead to one database: what one locks, the other finds locked. (Names and addresses tell nothing, past a pooler.)
 */
export async function isSameDatabase(one: Database, other: Database): Promise<boolean> {
  const key = randomInt(2 ** 47);
  return one.knex.transaction(async (trx) => {
    await trx.raw('SELECT pg_advisory_xact_lock(?)', [key]);
    const [row] = await other.run('SELECT pg_try_advisory_xact_lock($1) AS is_free', [key]);
    return row?.is_free === false;
  });
}
