import type pg from 'pg';

/**
 * Runs a text of several statements on one connection, by the simple protocol. A text that fails after its BEGIN leaves a
 * transaction open: it is rolled back before the connection is given back, or the connection is closed.
 */
export async function runScript(pool: pg.Pool, sql: string): Promise<void> {
  const client = await pool.connect();
  let discard = false;
  try {
    await client.query(sql);
  } catch (error) {
    // Outside of a transaction this is a warning that nobody reads.
    await client.query('ROLLBACK').catch(() => {
      discard = true;
    });
    throw error;
  } finally {
    client.release(discard);
  }
}
