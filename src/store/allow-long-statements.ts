import type { Knex } from 'knex';

/** A batch may take long where others hold the rows it waits for; the transaction is otherwise as any. */
export async function allowLongStatements(trx: Knex.Transaction, timeoutMs: number): Promise<void> {
  await trx.raw(`SELECT set_config('statement_timeout', ?, true)`, [`${timeoutMs}`]);
}
