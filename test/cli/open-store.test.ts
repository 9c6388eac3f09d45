import { rm } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CommandFailed } from '../../src/cli/command-failed.js';
import { type OpenStore, openStore } from '../../src/cli/open-store.js';
import { readConfig } from '../../src/config.js';
import { parse } from '../../src/query/index.js';
import { databaseName, writeServerFile } from '../../src/store/server-file.js';
import { createServerDatabase, temporaryFolder } from '../support/databases.js';

const FOUND = { data: [{ name: 'of the running server' }] };

let dataDir: string;
let database: Awaited<ReturnType<typeof createServerDatabase>>;
let server: Server;
let url: string;
/** How the server that `server.json` names answers its requests, the first of which asks whether it is there. */
let answers: RequestListener[];
let asked: number;
let store: OpenStore | undefined;

beforeEach(async () => {
  [dataDir, database] = await Promise.all([temporaryFolder(), createServerDatabase()]);
  answers = [];
  asked = 0;
  server = createServer((req, res) => {
    const answer = answers[asked] ?? json(200, FOUND);
    asked += 1;
    answer(req, res);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  await store?.close();
  store = undefined;
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(dataDir, { recursive: true, force: true });
  await database.drop();
});

function json(status: number, body: unknown): RequestListener {
  return (_req, res) => {
    res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
}

const html: RequestListener = (_req, res) => {
  res.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome</h1>');
};

/** What the command line finds with the database on the server, where `server.json` names the one of `served`. */
async function list(served: string, timeoutMs?: number) {
  await writeServerFile(dataDir, { url, admin_token: 'token', pid: 1, database: served });
  const config = readConfig({ RINGBACK_DATA_DIR: dataDir, DATABASE_URL: database.url });
  store = await openStore(config, timeoutMs);
  return store.list(parse('limit=5'));
}

test('a running server that serves the same database is asked', async () => {
  expect(await list(databaseName(database.url))).toEqual(FOUND.data);
  expect(asked).toBe(2);
});

describe('a running server is not asked', () => {
  test.each([
    ['the embedded database', 'embedded'],
    ['a database at another address', databaseName('postgres://user:password@elsewhere/ringback')],
  ])('when it serves %s', async (_what, served) => {
    expect(await list(served)).toEqual([]);
    expect(asked).toBe(0);
  });

  test.each([
    ['a 503 of somebody else', json(503, { message: 'no upstream' })],
    ['a page', html],
    ['another JSON', json(200, { ok: true })],
    ['a refusal', json(401, { errors: [] })],
  ])('when what answers there is %s', async (_what, answer) => {
    answers = [answer];
    expect(await list(databaseName(database.url))).toEqual([]);
    expect(asked).toBe(1);
  });
});

describe('one plain line says that the running server', () => {
  const unavailable = json(503, { errors: [{ title: 'Service unavailable', detail: 'The database is away.' }] });

  test.each<[string, RequestListener[], string]>([
    ['has no database', [unavailable, unavailable], 'answered 503: The database is away.'],
    ['gives no reason', [json(200, FOUND), json(500, {})], 'answered 500: no reason given.'],
    ['answers with a page', [json(200, FOUND), html], 'answered 200, and not with JSON.'],
    ['takes too long', [json(200, FOUND), () => {}], 'did not answer within 0.2 s.'],
    ['hangs up', [json(200, FOUND), (req) => req.socket.destroy()], 'does not answer any more.'],
  ])('%s', async (_what, given, message) => {
    answers = given;
    const error = await list(databaseName(database.url), 200).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(CommandFailed);
    expect((error as Error).message).toBe(`The server at ${url} ${message}`);
  });
});
