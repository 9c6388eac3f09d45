import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Database, openDatabase } from '../../src/store/database.js';
import { certificate } from '../support/certificate.js';
import { type PostgresServer, startPostgres } from '../support/postgres-server.js';
import { recordingLog } from '../support/silent-log.js';

/** With the certificate that only who is told to trusts, and that is of 127.0.0.1. */
let server: PostgresServer;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringback-tls-'));
  await writeFile(join(folder, 'server.crt'), certificate.cert);
  server = await startPostgres({ certificate });
});

afterAll(async () => {
  await server.remove();
  await rm(folder, { recursive: true, force: true });
});

/** Opens it, and says whether the connection is encrypted; or what the error says, and how often it was tried. */
async function open(url: string): Promise<unknown> {
  const log = recordingLog();
  let database: Database | undefined;
  try {
    database = await openDatabase({ url, dataDir: '' }, log);
    const [row] = await database.run('SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()', []);
    return row;
  } catch (error) {
    return { message: (error as Error).message, waited: log.lines.length };
  } finally {
    await database?.close();
  }
}

const UNTRUSTED =
  'The certificate of the database cannot be verified: self-signed certificate. Name its authority in the URL (sslrootcert=<file>), or be content with encryption (sslmode=no-verify).';

test.each<[parameters: string, expected: unknown]>([
  ['', { ssl: false }],
  ['sslmode=disable', { ssl: false }],
  ['sslmode=no-verify', { ssl: true }],
  ['sslmode=require', { message: UNTRUSTED, waited: 0 }],
  ['sslmode=verify-full', { message: UNTRUSTED, waited: 0 }],
  ['sslmode=require&sslrootcert=server.crt', { ssl: true }],
  ['sslmode=verify-ca&sslrootcert=server.crt', { ssl: true }],
  ['sslmode=verify-full&sslrootcert=server.crt', { ssl: true }],
])('a server with a certificate of its own, asked with "%s"', async (parameters, expected) => {
  expect(await open(`${server.url}?${parameters.replace('server.crt', join(folder, 'server.crt'))}`)).toEqual(expected);
});

test('a file that is not there is said at once', async () => {
  const path = join(folder, 'gone.crt');
  expect(await open(`${server.url}?sslmode=verify-full&sslrootcert=${path}`)).toEqual({
    message: `The URL of the database names ${path}, which cannot be read (ENOENT).`,
    waited: 0,
  });
});

test('a server without TLS is said at once', async () => {
  expect(await open(`${inject('postgresUrl')}?sslmode=require`)).toEqual({
    message: 'The database does not speak TLS: its URL has to say sslmode=disable.',
    waited: 0,
  });
});

test('nothing is written about what the driver makes of it', async () => {
  const warnings: Error[] = [];
  const note = (warning: Error) => warnings.push(warning);
  process.on('warning', note);
  await open(`${server.url}?sslmode=require`);
  await new Promise((resolve) => setImmediate(resolve));
  process.off('warning', note);
  expect(warnings).toEqual([]);
});
