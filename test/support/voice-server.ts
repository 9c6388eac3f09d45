import { rm } from 'node:fs/promises';
import request, { type Test } from 'supertest';
import { signRetell } from '../../src/platforms/retell/signature.js';
import { type Database, openDatabase } from '../../src/store/database.js';
import { migrate } from '../../src/store/migrate.js';
import { temporaryFolder } from './databases.js';
import { type PostgresServer, startPostgres } from './postgres-server.js';
import { type TestApp, testApp } from './server.js';
import { silentLog } from './silent-log.js';

/** The app with the secrets of Vapi and Retell, on a Postgres server of its own that can go away and come back. */
export interface VoiceServer {
  readonly postgres: PostgresServer;
  readonly database: Database;
  readonly server: TestApp;
  /** What `x-vapi-secret` has to be. */
  readonly vapiSecret: string;
  /** Posts to a route of Retell, signed. */
  retell(path: string, body: object): Test;
  close(): Promise<void>;
}

/** How a database goes away, and how it comes back: refusing connections, or frozen with its connections open. */
export const WAYS_TO_LEAVE: readonly (readonly [
  how: string,
  leave: (postgres: PostgresServer) => Promise<unknown>,
  comeBack: (postgres: PostgresServer) => Promise<unknown>,
])[] = [
  ['stopped', (postgres) => postgres.stop('fast'), (postgres) => postgres.start()],
  ['frozen', (postgres) => postgres.pause(), (postgres) => postgres.resume()],
];

const VAPI = 'vapi-secret-of-the-environment';
const RETELL = 'key_retell_of_the_environment_0123456789';

export async function startVoiceServer(): Promise<VoiceServer> {
  const dataDir = await temporaryFolder();
  const postgres = await startPostgres();
  const database = await openDatabase({ url: postgres.url, dataDir, connectTimeoutMs: 1_000 }, silentLog);
  await migrate(database);
  const server = await testApp(database, { settings: { vapiSecret: VAPI, retellApiKey: RETELL } });
  return {
    ...{ postgres, database, server, vapiSecret: VAPI },
    retell(path, body) {
      const text = JSON.stringify(body);
      return request(server.app)
        .post(path)
        .set({ 'content-type': 'application/json', ...signRetell(RETELL, text, new Date()) })
        .send(text);
    },
    async close() {
      await postgres.resume().catch(() => {});
      await database.close();
      await postgres.remove();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
