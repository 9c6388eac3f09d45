import type { Config } from '../config.js';
import { databaseName, readServerFile, type ServerFile } from '../store/server-file.js';

const PROBE_MS = 5_000;

/** The server that runs on the configured data directory and serves the configured database; undefined when none does. */
export async function findServer({ dataDir, databaseUrl }: Config): Promise<ServerFile | undefined> {
  const server = await readServerFile(dataDir);
  const isOurs = server?.database === databaseName(databaseUrl);
  return server !== undefined && isOurs && (await answers(server)) ? server : undefined;
}

/** Whether the server that wrote the file still runs: another one on its port does not know its token. */
async function answers({ url, admin_token: token }: ServerFile): Promise<boolean> {
  try {
    const headers = { authorization: `Bearer ${token}` };
    const signal = AbortSignal.timeout(PROBE_MS);
    const response = await fetch(`${url}/v2/ai/conversations?limit=1`, { headers, signal });
    const body = (await response.json()) as { data?: unknown; errors?: unknown } | null;
    // Ours says so when its database is down; a proxy's 503 has another body.
    return response.status === 503 ? Array.isArray(body?.errors) : response.status === 200 && Array.isArray(body?.data);
  } catch {
    return false;
  }
}
