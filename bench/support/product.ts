import { type ServerProcess, startServer } from './server-process.js';

/** The API key that the benchmarks' servers are given. */
export const API_KEY = 'api-key-of-a-benchmark';

/** Starts the built product on a database, as `npm start` does. */
export function startProduct(
  databaseUrl: string,
  telnyxPublicKey: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  return startServer(new URL('../../dist/cli/main.js', import.meta.url), ['serve'], {
    DATABASE_URL: databaseUrl,
    RINGBACK_API_KEY: API_KEY,
    TELNYX_PUBLIC_KEY: telnyxPublicKey,
    ...environment,
  });
}
