import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '../../dist/store/database.js';
import type { FilledDatabase } from '../recall/fill-database.js';
import { API_KEY } from '../support/product.js';

/** How long after its report a call was learned from, in milliseconds; of each call that was. */
export interface Learned {
  readonly reported: number;
  readonly delaysMs: readonly number[];
}

const PROBE_MS = 250;
/** Then it is not waited for any longer. */
const WAIT_MS = 120_000;

/** Waits until no call is left to be learned from. */
export async function waitUntilLearned(url: string): Promise<void> {
  const endMs = performance.now() + WAIT_MS;
  while (performance.now() < endMs) {
    const response = await fetch(`${url}/v1/jobs?type=extract-memory&status=processing&limit=1`, {
      headers: { authorization: `Bearer ${API_KEY}` },
    });
    const { data } = (await response.json()) as { readonly data: readonly unknown[] };
    if (data.length === 0) return;
    await sleep(PROBE_MS);
  }
}

/**
 * What the database says of the calls that were reported since, once no server has it open.
 *
 * @param since by this machine's clock
 */
export async function readLearned({ environment, workspaceId }: FilledDatabase, since: Date): Promise<Learned> {
  const { DATABASE_URL: url, RINGBACK_DATA_DIR: dataDir = '' } = environment;
  const database = await openDatabase({ ...(url === undefined ? {} : { url }), dataDir }, SILENT);
  try {
    const rows = await database.run(
      `SELECT extract(epoch FROM extracted_at - reported_at)::float8 * 1000 AS delay FROM calls
       WHERE workspace_id = $1 AND reported_at >= $2`,
      [workspaceId, since.toISOString()],
    );
    const delays = rows.map(({ delay }) => delay as number | null);
    return { reported: rows.length, delaysMs: delays.filter((delay) => delay !== null) };
  } finally {
    await database.close();
  }
}

const SILENT = { info() {}, warn() {}, error() {}, debug() {} };
