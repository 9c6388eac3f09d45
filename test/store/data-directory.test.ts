import { cp, mkdir, readdir, realpath, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { type Database, openDatabase } from '../../src/store/database.js';
import { DatabaseUnavailable } from '../../src/store/database-error.js';
import { migrate } from '../../src/store/migrate.js';
import { acquireOwnerLock, DataDirectoryInUse, LOCK_SOCKET, removeStaleGate } from '../../src/store/owner-lock.js';
import { startChild } from '../support/child-process.js';
import { temporaryFolder } from '../support/databases.js';
import { recordingLog, silentLog } from '../support/silent-log.js';

let folder: string;
const opened: Database[] = [];

beforeEach(async () => {
  folder = await realpath(await temporaryFolder());
});

afterEach(async () => {
  await Promise.all(opened.splice(0).map((database) => database.close()));
  await rm(folder, { recursive: true, force: true });
});

async function open(dataDir: string, log = silentLog): Promise<Database> {
  const database = await openDatabase({ dataDir, templateDir: inject('embeddedTemplate') }, log);
  opened.push(database);
  return database;
}

async function failureOf(attempt: Promise<unknown>): Promise<Error> {
  return attempt.then(
    () => new Error('It did not fail.'),
    (error: Error) => error,
  );
}

function inUse(dataDir: string, owner: string): string {
  return `The data directory ${dataDir} is in use by ${owner}. Stop that first, or set RINGBACK_DATA_DIR to another directory.`;
}

describe('a data directory', () => {
  it('is made where it is missing, for its owner only', async () => {
    const dataDir = join(folder, 'a/b');
    const database = await open(dataDir);
    expect((await stat(dataDir)).mode & 0o777).toBe(0o700);
    expect(await database.run('SELECT count(*) AS count FROM conversations', [])).toEqual([{ count: 0 }]);
  });

  it('holds nothing but the files when it is closed', async () => {
    await (await open(folder)).close();
    expect(await readdir(folder)).toEqual(['postgres']);
  });

  it('keeps what was written, when it is closed and opened again', async () => {
    const first = await open(folder);
    await first.knex.raw(`INSERT INTO workspaces (name) VALUES ('kept')`);
    await first.close();
    const again = await open(folder);
    expect(await again.run('SELECT name FROM workspaces', [])).toEqual([{ name: 'kept' }]);
  });

  it('may have a path that is too long for a socket', async () => {
    const dataDir = join(folder, 'long'.repeat(30));
    const database = await open(dataDir);
    expect(await database.ping(1_000)).toBe(true);
    expect((await failureOf(open(dataDir))).message).toBe(inUse(dataDir, `the process ${process.pid}`));
    await database.close();
    expect(await readdir(dataDir)).toEqual(['postgres']);
  });

  it('is the same by another path to it', async () => {
    const dataDir = join(folder, 'here');
    await open(dataDir);
    expect((await failureOf(open(join(folder, 'there/../here')))).message).toBe(
      inUse(dataDir, `the process ${process.pid}`),
    );
  });

  it('is made anew when the copy of the template did not come to its end', async () => {
    const draft = join(folder, 'postgres.new-4711');
    await cp(join(inject('embeddedTemplate'), 'postgres/global'), join(draft, 'global'), { recursive: true });
    await writeFile(join(draft, 'PG_VERSION'), '18\n');
    expect(await (await open(folder)).run('SELECT count(*) AS count FROM conversations', [])).toEqual([{ count: 0 }]);
    expect((await readdir(folder)).filter((name) => name.startsWith('postgres'))).toEqual(['postgres']);
  });

  it('is made without a template too, where that is of another version', { timeout: 60_000 }, async () => {
    const templateDir = join(folder, 'template');
    await mkdir(templateDir);
    await writeFile(join(templateDir, 'template.json'), JSON.stringify({ pglite: '0.0.1', inputs: '' }));
    const log = recordingLog();
    const database = await openDatabase({ dataDir: join(folder, 'data'), templateDir }, log);
    opened.push(database);
    await migrate(database);
    expect(await database.run('SELECT count(*) AS count FROM conversations', [])).toEqual([{ count: 0 }]);
    expect(log.lines).toEqual(['making the files of the embedded database, which takes some seconds']);
  });

  it('says why it cannot be opened', async () => {
    await (await open(folder)).close();
    await writeFile(join(folder, 'postgres/PG_VERSION'), '9\n');
    const { name, message } = await failureOf(open(folder));
    expect(name).toBe('DatabaseUnavailable');
    expect(message).toContain(`The embedded database in ${folder} cannot be started: `);
  });
});

describe('the owner of a data directory', () => {
  it('keeps out another process, and harms nothing', { timeout: 60_000 }, async () => {
    const database = await open(folder);
    const other = startChild(import.meta.url, './hold-data-directory.ts', folder, inject('embeddedTemplate'));
    expect(await other.nextLine()).toBe(`DataDirectoryInUse: ${inUse(folder, `the process ${process.pid}`)}`);
    await other.kill();
    expect(await database.ping(1_000)).toBe(true);
  });

  it('is kept out by another process, until that is killed; nothing acknowledged is lost', {
    timeout: 60_000,
  }, async () => {
    const owner = startChild(import.meta.url, './hold-data-directory.ts', folder, inject('embeddedTemplate'));
    expect(await owner.nextLine()).toBe('open');
    expect((await failureOf(open(folder))).message).toBe(inUse(folder, `the process ${owner.process.pid}`));

    owner.process.kill('SIGSTOP');
    expect((await failureOf(open(folder))).message).toBe(inUse(folder, 'another process'));
    owner.process.kill('SIGCONT');

    let last = '';
    while (Number(last) < 200) last = await owner.nextLine();
    await owner.kill();
    const database = await open(folder);
    const [row] = await database.run('SELECT max(id) AS last, count(*) AS count FROM rows', []);
    expect(row?.last).toBe(row?.count);
    expect(row?.last).toBeGreaterThanOrEqual(Number(last));
  });

  it('is one of many that try at once, also where a killed one has left its socket', { timeout: 60_000 }, async () => {
    const killed = startChild(import.meta.url, './hold-data-directory.ts', folder, inject('embeddedTemplate'));
    await killed.nextLine();
    await killed.kill();
    expect(await readdir(folder)).toContain(LOCK_SOCKET);

    const attempts = await Promise.allSettled(Array.from({ length: 20 }, () => acquireOwnerLock(folder, folder)));
    const won = attempts.filter((attempt) => attempt.status === 'fulfilled');
    expect(won).toHaveLength(1);
    for (const attempt of attempts) {
      if (attempt.status === 'rejected') expect(attempt.reason).toBeInstanceOf(DataDirectoryInUse);
    }
    await won[0]?.value.release();
    await (await acquireOwnerLock(folder, folder)).release();
    expect((await readdir(folder)).filter((name) => name.startsWith('owner'))).toEqual([]);
  });
});

describe('the gate to the ownership', () => {
  const longAgo = new Date(Date.now() - 60_000);

  it('does not keep anybody out for ever when a killed process has left it', async () => {
    const gate = join(folder, 'owner.lock');
    await mkdir(gate);
    await utimes(gate, longAgo, longAgo);
    const attempts = await Promise.allSettled(Array.from({ length: 10 }, () => acquireOwnerLock(folder, folder)));
    const won = attempts.filter((attempt) => attempt.status === 'fulfilled');
    expect(won).toHaveLength(1);
    await won[0]?.value.release();
    expect((await readdir(folder)).filter((name) => name.startsWith('owner'))).toEqual([]);
  });

  it('stays with the process that made it anew after the other had seen the old one', async () => {
    const gate = join(folder, 'owner.lock');
    await mkdir(gate);
    const { ino } = await stat(gate);
    await removeStaleGate(gate);
    expect((await stat(gate)).ino).toBe(ino);
    expect(await readdir(folder)).toEqual(['owner.lock']);
    await utimes(gate, longAgo, longAgo);
    await removeStaleGate(gate);
    await removeStaleGate(gate);
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('the embedded database', () => {
  it('says at once that it does not run on Windows', async () => {
    const dataDir = join(folder, 'data');
    const error = await failureOf(openDatabase({ dataDir, platform: 'win32' }, silentLog));
    expect(error).toBeInstanceOf(DatabaseUnavailable);
    expect(error.message).toBe(
      'The embedded database does not run on Windows: set DATABASE_URL to a Postgres server, or run ringback in WSL.',
    );
    expect(await readdir(folder)).toEqual([]);
  });

  it('comes back when its thread dies', { timeout: 60_000 }, async () => {
    const log = recordingLog();
    const database = await open(folder, log);
    await database.knex.raw(`INSERT INTO workspaces (name) VALUES ('kept')`);
    // The one thing known to end it, out of sight of the guard against that.
    const lethal = `/* ${'.'.repeat(1_000)} */ COPY workspaces (name) FROM STDIN`;
    await expect(database.run(lethal, [])).rejects.toBeInstanceOf(DatabaseUnavailable);
    await expect.poll(() => database.ping(500), { timeout: 20_000 }).toBe(true);
    expect(await database.run('SELECT name FROM workspaces', [])).toEqual([{ name: 'kept' }]);
    expect(log.lines).toEqual(['the embedded database died; starting it again']);
  });

  it.each(['COPY workspaces (name) FROM STDIN', 'copy workspaces (name)\nfrom stdin with (format csv)'])(
    'refuses %j, which would end it',
    async (sql) => {
      const database = await open(folder);
      await expect(database.knex.raw(sql)).rejects.toMatchObject({ code: '57014' });
      await expect(database.run(sql, [])).rejects.toMatchObject({ code: '57014' });
      expect(await database.ping(1_000)).toBe(true);
    },
  );
});
