import type { Knex } from 'knex';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { asDatabaseError } from './database-error.js';

/** Knex has it, and keeps it from its types. */
interface TransactionClient {
  acquireConnection(): Promise<pg.Client>;
}

/**
 * Adds rows by COPY, in the transaction. Of a server only: the embedded database takes none.
 *
 * @param into the table with its columns, as SQL takes them: `messages (id, text)`
 * @param text rows as `copyText` writes them
 */
export async function copyIn(trx: Knex.Transaction, into: string, text: string): Promise<void> {
  // The transaction's own, which it keeps.
  const connection = await (trx.client as TransactionClient).acquireConnection();
  const stream = connection.query(copyFrom(`COPY ${into} FROM STDIN`));
  await new Promise<void>((resolve, reject) => {
    stream.once('error', (error) => reject(asDatabaseError(error)));
    stream.once('finish', resolve);
    stream.end(Buffer.from(text));
  });
}
