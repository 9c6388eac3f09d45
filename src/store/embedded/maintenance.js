/**
 * What a Postgres server's background processes do, and PGlite has none of: checkpoints (or the log grows without end),
 * statistics for the planner, and space of dead rows. Everything here stops the database for as long as it takes, so it
 * happens in quiet moments, one table at a time.
 */

const CHECK_MS = 15_000;
const QUIET_MS = 2_000;
const LOG_BYTES_MAX = 64 * 1024 * 1024;
/** A database that is never quiet gets its checkpoint anyway. */
const LOG_BYTES_HARD_MAX = 4 * LOG_BYTES_MAX;

const LOG_BYTES =
  'SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), redo_lsn)::float8 AS bytes FROM pg_control_checkpoint()';

/** Autovacuum's rule with its default thresholds, but statistics sooner: plans depend on them from the start. */
const NEEDY_TABLE = `
  SELECT format('%I.%I', schemaname, relname) AS name, n_dead_tup > 50 + 0.2 * n_live_tup AS vacuum
  FROM pg_stat_user_tables
  WHERE n_dead_tup > 50 + 0.2 * n_live_tup OR n_mod_since_analyze > 50 + 0.1 * n_live_tup
  ORDER BY n_mod_since_analyze + n_dead_tup DESC
  LIMIT 1`;

/**
 * Looks now and then whether something is due.
 *
 * @param {import('@electric-sql/pglite').PGlite} database
 * @param {import('./session.js').Session} session
 * @param {(error: unknown) => void} onError
 * @returns {() => void} stops it
 */
export function startMaintenance(database, session, onError) {
  const timer = setInterval(() => {
    const quiet = session.idleMs() >= QUIET_MS;
    session.exclusive(() => maintain(database, quiet)).catch(onError);
  }, CHECK_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/**
 * Does what is due.
 *
 * @param {import('@electric-sql/pglite').PGlite} database
 * @param {boolean} quiet false: only what cannot wait for a quiet moment
 */
export async function maintain(database, quiet) {
  if (quiet) {
    // Counts of changes reach the statistics once a second at most, unless they are told to.
    await database.query('SELECT pg_stat_force_next_flush()');
    /** @type {{ rows: { name: string, vacuum: boolean }[] }} */
    const needy = await database.query(NEEDY_TABLE);
    for (const { name, vacuum } of needy.rows)
      await database.exec(`${vacuum ? 'VACUUM (ANALYZE)' : 'ANALYZE'} ${name}`);
  }
  /** @type {{ rows: { bytes: number }[] }} */
  const log = await database.query(LOG_BYTES);
  if ((log.rows[0]?.bytes ?? 0) > (quiet ? LOG_BYTES_MAX : LOG_BYTES_HARD_MAX)) await database.exec('CHECKPOINT');
}
