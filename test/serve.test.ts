import { once } from 'node:events';
import { chmod, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import request from 'supertest';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { type Config, readConfig } from '../src/config.js';
import { type RunningServer, serve } from '../src/serve.js';
import { openDatabase } from '../src/store/database.js';
import { DataDirectoryInUse } from '../src/store/owner-lock.js';
import { databaseName, readServerFile } from '../src/store/server-file.js';
import { createServerDatabase, temporaryFolder } from './support/databases.js';
import { memoryLog } from './support/server.js';
import { silentLog } from './support/silent-log.js';

let dataDir: string;
let running: RunningServer[];
let printed: string[];

beforeEach(async () => {
  dataDir = await temporaryFolder();
  running = [];
  printed = [];
});
afterEach(async () => {
  await Promise.all(running.map((server) => server.stop()));
  await rm(dataDir, { recursive: true, force: true });
});

async function start(environment: Record<string, string> = {}, log = memoryLog().log): Promise<RunningServer> {
  const config: Config = readConfig({ PORT: '0', RINGBACK_DATA_DIR: dataDir, ...environment });
  const server = await serve(config, log, (line) => printed.push(line), {
    templateDir: inject('embeddedTemplate'),
  });
  running.push(server);
  return server;
}

const list = ({ url }: RunningServer, key: string) =>
  request(url).get('/v2/ai/conversations').set('authorization', `Bearer ${key}`);

test('a start that fails when it listens already leaves nothing behind', async () => {
  const { url, drop } = await createServerDatabase();
  const database = await openDatabase({ url, dataDir: '' }, silentLog);
  await database.knex.raw('DROP VIEW jobs');
  await database.close();
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  other.close();
  await once(other, 'close');
  try {
    await expect(start({ DATABASE_URL: url, PORT: String(port) })).rejects.toThrow();
    expect(await readServerFile(dataDir)).toBeUndefined();
    await expect(fetch(`http://127.0.0.1:${port}/health`)).rejects.toThrow('fetch failed');
  } finally {
    await drop();
  }
});

test('a direct URL of another database is refused, and that one is left alone', async () => {
  const [one, other] = await Promise.all([createServerDatabase('empty'), createServerDatabase('empty')]);
  try {
    await expect(start({ DATABASE_URL: one.url, DATABASE_DIRECT_URL: other.url })).rejects.toMatchObject({
      name: 'ConfigError',
      message: 'DATABASE_DIRECT_URL leads to another database than DATABASE_URL: it must be the same one.',
    });
    const database = await openDatabase({ url: other.url, dataDir: '' }, silentLog);
    expect(await database.run(`SELECT to_regclass('ringback_migrations') AS found`, [])).toEqual([{ found: null }]);
    await database.close();
  } finally {
    await Promise.all([one.drop(), other.drop()]);
  }
});

describe('a first start', () => {
  test('makes an API key and shows it once', async () => {
    const server = await start();
    const [shown, listening] = printed;
    expect(shown).toMatch(/^API key \(shown once\): rb_[A-Za-z0-9_-]{43}$/);
    expect(listening).toBe(`ringback listening on http://127.0.0.1:${server.port}`);
    const key = shown?.split(': ')[1] ?? '';
    expect(server.firstApiKey).toBe(key);
    await list(server, key).expect(200);
    await server.stop();

    printed = [];
    const again = await start();
    expect(printed).toEqual([`ringback listening on http://127.0.0.1:${again.port}`]);
    await list(again, key).expect(200);
  });

  test('with RINGBACK_API_KEY makes none', async () => {
    const server = await start({ RINGBACK_API_KEY: 'a key of my own, with spaces' });
    expect(printed).toEqual([`ringback listening on http://127.0.0.1:${server.port}`]);
    await list(server, 'a key of my own, with spaces').expect(200);
    await list(server, 'a key of my own, with space').expect(401);
  });
});

describe('the file that the command line reads', () => {
  test('opens the server, for its user only, and goes with it', async () => {
    const server = await start();
    const file = await readServerFile(dataDir);
    expect(file).toEqual({
      url: server.url,
      admin_token: expect.any(String),
      pid: process.pid,
      database: 'embedded',
    });
    expect((await stat(join(dataDir, 'server.json'))).mode & 0o777).toBe(0o600);
    await list(server, file?.admin_token ?? '').expect(200);
    await server.stop();
    expect(await readServerFile(dataDir)).toBeUndefined();
  });

  test('is there beside a database on a server, too', async () => {
    const database = await createServerDatabase('empty');
    const server = await start({ DATABASE_URL: database.url });
    const file = await readServerFile(dataDir);
    expect(file).toMatchObject({ url: server.url, database: databaseName(database.url) });
    expect(JSON.stringify(file)).not.toContain(database.url);
    await request(server.url).get('/ready').expect(200);
    await server.stop();
    await database.drop();
  });

  test('need not be writable beside a database on a server', async () => {
    const database = await createServerDatabase('empty');
    await writeFile(join(dataDir, 'file'), '');
    const { log, lines } = memoryLog();
    const environment = { DATABASE_URL: database.url, RINGBACK_DATA_DIR: join(dataDir, 'file/data') };
    const server = await start(environment, log);
    await request(server.url).get('/ready').expect(200);
    expect(lines.filter(({ level }) => Number(level) >= 40)).toEqual([
      expect.objectContaining({
        level: 40,
        msg: 'server.json cannot be written: the command line will not use this server',
        error: expect.objectContaining({ code: 'ENOTDIR' }),
      }),
    ]);
    await server.stop();
    await database.drop();
  });

  // Root may remove what it likes.
  test.skipIf(process.getuid?.() === 0)('that cannot be removed does not keep the server running', async () => {
    const database = await createServerDatabase('empty');
    const server = await start({ DATABASE_URL: database.url });
    await chmod(dataDir, 0o500);
    await expect(server.stop()).rejects.toMatchObject({ code: 'EACCES' });
    running = [];
    await chmod(dataDir, 0o700);
    await expect(fetch(`${server.url}/health`)).rejects.toThrow();
    await database.drop();
  });

  test('of a later server is left alone', async () => {
    const database = await createServerDatabase('empty');
    const first = await start({ DATABASE_URL: database.url });
    const second = await start({ DATABASE_URL: database.url });
    await first.stop();
    expect((await readServerFile(dataDir))?.url).toBe(second.url);
    await second.stop();
    await database.drop();
  });
});

test('a second server on a data directory is refused, and the first goes on', async () => {
  const first = await start();
  await expect(start()).rejects.toBeInstanceOf(DataDirectoryInUse);
  await request(first.url).get('/ready').expect(200);
});

test('an address that is taken is refused, and the data directory is free again', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await sleep(20);
  const { port } = other.address() as AddressInfo;
  await expect(start({ PORT: `${port}` })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  other.close();
  // The first key was not made by the start that failed, or nobody would ever see it.
  expect((await start()).firstApiKey).toBeDefined();
});

test('two servers that start at once on one database share one workspace', async () => {
  const database = await createServerDatabase('empty');
  const key = 'the-same-key-for-both';
  const [a, b] = await Promise.all([
    start({ DATABASE_URL: database.url, RINGBACK_API_KEY: key }),
    start({ DATABASE_URL: database.url, RINGBACK_API_KEY: key }),
  ]);
  await request(a.url).post('/v2/ai/conversations').set('authorization', `Bearer ${key}`).send({ name: 'x' });
  expect((await list(b, key)).body.data).toMatchObject([{ name: 'x' }]);
  await Promise.all([a.stop(), b.stop()]);
  await database.drop();
});

describe('a stop', () => {
  test('lets a request finish that is under way, and takes no new one', async () => {
    const server = await start({ RINGBACK_API_KEY: 'stop-stop-stop-stop' });
    // Its body is still to come when the stop begins.
    const slow = httpRequest(`${server.url}/v2/ai/conversations`, {
      method: 'POST',
      headers: { authorization: 'Bearer stop-stop-stop-stop', 'content-length': 12 },
    });
    const answered = new Promise<number | undefined>((resolve, reject) => {
      slow.on('response', (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      slow.on('error', reject);
    });
    slow.write('{"na');
    await sleep(100);
    const stopped = server.stop();
    await sleep(50);
    await expect(fetch(`${server.url}/health`)).rejects.toThrow();
    slow.end('me":"x"}');
    expect(await answered).toBe(200);
    await stopped;
  });

  test('does not wait for connections that are idle', async () => {
    const server = await start();
    await fetch(`${server.url}/health`).then((response) => response.text());
    const before = performance.now();
    await server.stop();
    expect(performance.now() - before).toBeLessThan(4_000);
  });

  test('twice is once', async () => {
    const server = await start();
    await Promise.all([server.stop(), server.stop()]);
    await server.stop();
  });
});

test('the settings of the environment reach the routes', async () => {
  const closed = await start();
  await request(closed.url).post('/telnyx/dynamic-variables').send('{}').expect(404);
  await request(closed.url).get('/metrics').expect(200);
  await closed.stop();

  const open = await start({ RINGBACK_ALLOW_UNSIGNED: '1', RINGBACK_DEFAULT_COUNTRY: 'GB', HOST: '0.0.0.0' });
  const event = { data: { payload: { telnyx_end_user_target: '020 7946 0958' } } };
  const { body } = await request(`http://127.0.0.1:${open.port}`)
    .post('/telnyx/dynamic-variables')
    .send(event)
    .expect(200);
  expect(body.dynamic_variables.memory_user_id).toBe('voice:+442079460958');
  await request(`http://127.0.0.1:${open.port}`).get('/metrics').expect(401);
  expect((await readServerFile(dataDir))?.url).toBe(`http://127.0.0.1:${open.port}`);
});
