import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/store/database.js';
import { migrate } from '../../src/store/migrate.js';
import { migrations } from '../../src/store/migrations/index.js';
import { ringback, startServing } from '../support/command-line.js';
import { createServerDatabase, temporaryFolder } from '../support/databases.js';
import { contentOf, fillDatabase } from '../support/filled-database.js';
import { type PostgresServer, startPostgres } from '../support/postgres-server.js';
import { silentLog } from '../support/silent-log.js';

/** Debian's packages stand beside each other here. */
const INSTALLED = '/usr/lib/postgresql';

const versions = (await readdir(INSTALLED).catch(() => [])).filter((name) => /^\d+$/.test(name)).sort();
if (versions.length === 0) console.log(`No other Postgres in ${INSTALLED}: moves between versions are skipped.`);

async function contentAt(place: { url: string } | { dataDir: string }) {
  const database = await openDatabase({ dataDir: '', ...place }, silentLog);
  try {
    return await contentOf(database);
  } finally {
    await database.close();
  }
}

describe.skipIf(versions.length === 0).each(versions)('ringback move from and to Postgres %s', (version) => {
  let old: PostgresServer;

  beforeAll(async () => {
    old = await startPostgres({ binDirectory: join(INSTALLED, version, 'bin') });
    const database = await openDatabase({ url: old.url, dataDir: '' }, silentLog);
    await migrate(database);
    await fillDatabase(database);
    await database.close();
  });
  afterAll(() => old?.remove());

  test('takes everything to a newer server, to a data directory, and back', async () => {
    const content = await contentAt({ url: old.url });
    const { url, drop } = await createServerDatabase('empty');
    try {
      const moved = await ringback(['move', 'OLD', 'NEW'], { OLD: old.url, NEW: url });
      expect(moved).toMatchObject({ code: 0 });
      expect(moved.stdout).toMatch(
        /^Moved \d+ rows of \d+ tables from OLD to NEW\. What was in OLD is there still\.\n$/,
      );
      expect(await contentAt({ url })).toEqual(content);
      const dataDir = join(await temporaryFolder(), 'data');
      expect(await ringback(['move', 'NEW', dataDir], { NEW: url })).toMatchObject({ code: 0 });
      expect(await contentAt({ dataDir })).toEqual(content);
      expect(await ringback(['move', dataDir, 'OLD', '--replace'], { OLD: old.url })).toMatchObject({ code: 0 });
      expect(await contentAt({ url: old.url })).toEqual(content);
    } finally {
      await drop();
    }
  });
});

describe('a backup of an older version of ringback', () => {
  test('becomes one of this version when it is restored, in a data directory and on a server', async () => {
    const before = await createServerDatabase('empty');
    const after = await createServerDatabase('empty');
    try {
      // As that version left it: before there were memories.
      const database = await openDatabase({ url: before.url, dataDir: '' }, silentLog);
      await migrate(database, migrations.slice(0, 9));
      await fillDatabase(database);
      await database.close();
      const folder = await temporaryFolder();
      const file = join(folder, 'old.backup');
      expect(await ringback(['backup', file], { DATABASE_URL: before.url })).toMatchObject({ code: 0 });
      const old = await contentAt({ url: before.url });

      const dataDir = join(folder, 'data');
      expect(await ringback(['restore', file], { RINGBACK_DATA_DIR: dataDir })).toMatchObject({
        code: 0,
        stderr: expect.any(String),
      });
      expect(await ringback(['restore', file], { DATABASE_URL: after.url })).toMatchObject({ code: 0 });
      for (const place of [{ dataDir }, { url: after.url }]) {
        const content = await contentAt(place);
        expect(Object.keys(content).length).toBeGreaterThan(Object.keys(old).length);
        for (const table of ['conversations', 'messages', 'insights', 'jobs'])
          expect(content[table]).toEqual(old[table]);
      }
      const server = await startServing({ RINGBACK_DATA_DIR: dataDir });
      expect(await server.stop()).toBe(0);

      // A database that is further than the backup cannot go back.
      const refused = await ringback(['restore', file, '--replace'], { DATABASE_URL: after.url });
      expect(refused.code).toBe(1);
      expect(refused.stderr).toBe(
        `ringback: The database has ${migrations.length} migrations, and the backup was taken at 9: a later schema cannot be gone back from. Restore into a new database or data directory; it is brought up to date afterwards.\n`,
      );
    } finally {
      await before.drop();
      await after.drop();
    }
  });
});
