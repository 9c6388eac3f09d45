import pg from 'pg';
import { DatabaseUnavailable } from './database-error.js';
import { serverUrls } from './server-urls.js';

/** Which of the servers that a URL names takes writes. `pg` knows one host for a connection; libpq asks each in turn. */
export interface ServerChoice {
  /** The one that was last found; before that, the first. */
  readonly current: string;
  /** False: there is nothing to choose. */
  readonly isSeveral: boolean;
  /**
   * Looks which one takes writes now. Asked by many at once, it looks once.
   *
   * @throws DatabaseUnavailable when none does
   */
  find(): Promise<string>;
}

const PROBE_MS = 2_000;
/** So long nobody looks again when there was none. */
const REST_MS = 250;

export function createServerChoice(url: string, nowMs: () => number = () => performance.now()): ServerChoice {
  const urls = serverUrls(url);
  let current = urls[0] as string;
  let looking: Promise<string> | undefined;
  let failed: { readonly atMs: number; readonly error: unknown } | undefined;

  async function look(): Promise<string> {
    if (failed !== undefined && nowMs() - failed.atMs < REST_MS) throw failed.error;
    try {
      current = await findPrimary(urls);
      failed = undefined;
      return current;
    } catch (error) {
      failed = { atMs: nowMs(), error };
      throw error;
    }
  }

  return {
    get current() {
      return current;
    },
    isSeveral: urls.length > 1,
    async find() {
      if (urls.length === 1) return current;
      looking ??= look().finally(() => {
        looking = undefined;
      });
      return looking;
    },
  };
}

/** All are asked at once: one that hangs costs nothing where another answers. */
async function findPrimary(urls: readonly string[]): Promise<string> {
  try {
    return await Promise.any(urls.map(probe));
  } catch (error) {
    const { errors } = error as AggregateError;
    const reasons = errors.map((reason: Error, index) => `${new URL(urls[index] as string).host}: ${reason.message}`);
    const refusal = (errors as { code?: unknown }[]).find(({ code }) => typeof code === 'string') ?? errors[0];
    throw new DatabaseUnavailable(`None of the ${urls.length} database servers takes writes (${reasons.join('; ')}).`, {
      cause: refusal,
    });
  }
}

async function probe(connectionString: string): Promise<string> {
  const client = new pg.Client({
    connectionString,
    application_name: 'ringback probe',
    connectionTimeoutMillis: PROBE_MS,
    query_timeout: PROBE_MS,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ writes: boolean }>(
      `SELECT NOT pg_is_in_recovery() AND current_setting('transaction_read_only') = 'off' AS writes`,
    );
    if (rows[0]?.writes !== true) throw new Error('it takes no writes');
    return connectionString;
  } finally {
    void client.end().catch(() => {});
  }
}

/** Whether another server may mend that there is no connection; it does not where all of a pool are in use. */
export function mayBeElsewhere(error: unknown): boolean {
  return !(error instanceof Error && error.message.startsWith('timeout exceeded'));
}
