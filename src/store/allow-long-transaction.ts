import type { Knex } from 'knex';

/** For a transaction that takes as long as it takes: a whole table is read, written or indexed in it, or waits for another's. */
export async function allowLongTransaction(trx: Knex.Transaction): Promise<void> {
  await trx.raw(
    `SELECT set_config('statement_timeout', '0', true), set_config('idle_in_transaction_session_timeout', '0', true)`,
  );
}
