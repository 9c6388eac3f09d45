import type { Database } from './database.js';

/** Whether somebody stands between us and a server's process: a pooler tells its clients a number of its own. */
export async function isBehindPooler(database: Database): Promise<boolean> {
  return database.withSession(async (connection) => {
    const { rows } = await connection.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    return rows[0]?.pid !== (connection as unknown as { readonly processID: number }).processID;
  });
}
