import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { maintain } from '../../src/store/embedded/maintenance.js';
import { type Connection, Session } from '../../src/store/embedded/session.js';
import { message } from '../../src/store/embedded/wire.js';
import { temporaryFolder } from '../support/databases.js';

/** The parts that run in the embedded database's thread, here in this one. */
let folder: string;
let database: PGlite;

beforeAll(async () => {
  folder = await temporaryFolder();
  await cp(join(inject('embeddedTemplate'), 'postgres'), folder, { recursive: true });
  database = await PGlite.create(folder);
});

afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

interface Client extends Connection {
  /** The types of the messages that were sent to it, ReadyForQuery with its state. */
  readonly heard: () => string;
  readonly destroyed: () => boolean;
}

let lastId = 0;

function makeClient(): Client {
  const received: Buffer[] = [];
  let destroyed = false;
  lastId += 1;
  return {
    id: lastId,
    key: 1_000 + lastId,
    send: (bytes) => received.push(bytes),
    destroy: () => {
      destroyed = true;
    },
    destroyed: () => destroyed,
    heard: () => {
      const bytes = Buffer.concat(received);
      let types = '';
      for (let at = 0; at < bytes.length; at += 1 + bytes.readInt32BE(at + 1)) {
        types += String.fromCharCode(bytes[at] as number);
        if (types.endsWith('Z')) types += String.fromCharCode(bytes[at + 5] as number);
      }
      return types;
    },
  };
}

function query(sql: string): { bytes: Buffer; open: boolean } {
  return { bytes: message('Q', Buffer.from(`${sql}\0`)), open: false };
}

/** An extended query, up to a Sync or a Flush. */
function extended(sql: string, end: 'S' | 'H'): { bytes: Buffer; open: boolean } {
  const parts = [
    message('P', Buffer.from(`\0${sql}\0\0\0`)),
    message('B', Buffer.alloc(8)),
    message('E', Buffer.from('\0\0\0\0\0')),
    message(end),
  ];
  return { bytes: Buffer.concat(parts), open: end === 'H' };
}

function makeSession(idleInTransactionMs = 60_000): Session {
  return new Session(database, { idleInTransactionMs });
}

const settled = (session: Session): Promise<void> => session.exclusive(async () => {});

describe('a session', () => {
  it('answers each connection what it asked, errors included', async () => {
    const session = makeSession();
    const [a, b, c] = [makeClient(), makeClient(), makeClient()];
    session.submit(a, query('SELECT 1; SELECT 2'));
    session.submit(b, extended('SELECT 1/0', 'S'));
    session.submit(c, extended('SELECT 3', 'S'));
    await settled(session);
    expect([a, b, c].map((client) => client.heard())).toEqual(['TDCTDCZI', '1EZI', '12DCZI']);
  });

  it('lets the others wait while one has a transaction open', async () => {
    const session = makeSession();
    const [a, b] = [makeClient(), makeClient()];
    session.submit(a, query('BEGIN'));
    session.submit(b, query('SELECT 1'));
    await expect.poll(() => a.heard()).toBe('CZT');
    expect(b.heard()).toBe('');
    expect(session.idleMs()).toBe(0);
    session.submit(a, query('COMMIT'));
    await settled(session);
    expect([a.heard(), b.heard()]).toEqual(['CZTCZI', 'TDCZI']);
  });

  it('lets statements by themselves go before transactions that have not begun', async () => {
    const session = makeSession();
    const [a, b, c, d] = [makeClient(), makeClient(), makeClient(), makeClient()];
    const order: string[] = [];
    const told = (name: string, client: Client): Client => ({ ...client, send: () => void order.push(name) });
    const clients = { a: told('a', a), b: told('b', b), c: told('c', c), d: told('d', d) };
    session.submit(clients.a, query('BEGIN'));
    session.submit(clients.b, extended('begin', 'S'));
    session.submit(clients.b, query('COMMIT'));
    session.submit(clients.c, query('START  TRANSACTION; COMMIT'));
    session.submit(clients.d, extended('SELECT 1', 'S'));
    session.submit(clients.d, query('SELECT 2'));
    session.submit(clients.a, query('COMMIT'));
    await settled(session);
    // A connection's own statements are in their order, and so are transactions among each other.
    expect(order).toEqual(['a', 'a', 'd', 'd', 'b', 'b', 'c']);
  });

  it('lets a transaction begin after a while, however many statements come', async () => {
    const session = makeSession();
    const [a, b] = [makeClient(), makeClient()];
    let asked = 0;
    const again: Client = {
      ...b,
      send() {
        asked += 1;
        if (a.heard() === '') session.submit(again, query('SELECT 1'));
      },
    };
    session.submit(again, query('SELECT 1'));
    session.submit(a, query('BEGIN; COMMIT'));
    await expect.poll(() => a.heard(), { timeout: 5_000 }).toBe('CCZI');
    expect(asked).toBeGreaterThan(10);
  });

  it('lets what came during a transaction go before the next one, however long that has waited', async () => {
    const session = makeSession();
    const [a, b, c] = [makeClient(), makeClient(), makeClient()];
    const order: string[] = [];
    const told = (name: string, client: Client): Client => ({ ...client, send: () => void order.push(name) });
    const clients = { a: told('a', a), b: told('b', b), c: told('c', c) };
    session.submit(clients.a, query('BEGIN'));
    await expect.poll(() => order).toEqual(['a']);
    session.submit(clients.b, query('BEGIN; COMMIT'));
    await new Promise((resolve) => setTimeout(resolve, 600));
    session.submit(clients.c, query('SELECT 1'));
    session.submit(clients.a, query('COMMIT'));
    await settled(session);
    expect(order).toEqual(['a', 'a', 'c', 'b']);
  });

  it('lets them wait while one has not finished its batch', async () => {
    const session = makeSession();
    const [a, b] = [makeClient(), makeClient()];
    session.submit(a, extended('SELECT 1', 'H'));
    session.submit(b, query('SELECT 1'));
    await expect.poll(() => a.heard()).toBe('12DC');
    expect(b.heard()).toBe('');
    session.submit(a, { bytes: message('S'), open: false });
    await settled(session);
    expect([a.heard(), b.heard()]).toEqual(['12DCZI', 'TDCZI']);
  });

  it.each([
    ['a transaction', query('BEGIN; CREATE TABLE left_behind (id int)')],
    ['a transaction that has failed', query('BEGIN; SELECT 1/0')],
    ['a batch', extended('CREATE TABLE left_behind (id int)', 'H')],
  ])('rolls back what a connection leaves open: %s', async (_name, batch) => {
    const session = makeSession();
    const [a, b] = [makeClient(), makeClient()];
    session.submit(a, batch);
    session.submit(a, query('SELECT 1'));
    session.submit(b, query('SELECT 1'));
    session.leave(a);
    session.submit(b, query('CREATE TABLE left_behind (id int)'));
    session.submit(b, query('DROP TABLE left_behind'));
    await settled(session);
    expect(b.heard()).toBe('TDCZICZICZI');
  });

  it('ends a connection that leaves a transaction open and says nothing', async () => {
    const session = makeSession(50);
    const [a, b] = [makeClient(), makeClient()];
    session.submit(a, query('BEGIN'));
    session.submit(b, query('SELECT 1'));
    await expect.poll(() => a.destroyed()).toBe(true);
    session.leave(a);
    await settled(session);
    expect(b.heard()).toBe('TDCZI');
  });

  it('ends it also where others ask all the while, and give up', async () => {
    const session = makeSession(300);
    const [a, b] = [makeClient(), makeClient()];
    session.submit(a, query('BEGIN'));
    const startMs = performance.now();
    const asking = setInterval(() => {
      session.submit(b, query('SELECT 1'));
      session.cancel(b.id, b.key);
    }, 10);
    try {
      await expect.poll(() => a.destroyed(), { timeout: 3_000 }).toBe(true);
    } finally {
      clearInterval(asking);
    }
    expect(performance.now() - startMs).toBeGreaterThan(290);
    session.leave(a);
    session.submit(b, query('SELECT 1'));
    await settled(session);
    expect(b.heard()).toMatch(/^(EZI)+TDCZI$/);
  });

  it('ends none that goes on speaking in its transaction', async () => {
    const session = makeSession(300);
    const a = makeClient();
    session.submit(a, query('BEGIN'));
    for (let turn = 0; turn < 10; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve, 60));
      session.submit(a, query('SELECT 1'));
    }
    session.submit(a, query('COMMIT'));
    await settled(session);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(a.destroyed()).toBe(false);
    expect(a.heard()).toBe(`CZT${'TDCZT'.repeat(10)}CZI`);
  });

  it('drops what is cancelled while it waits, for who has the key', async () => {
    const session = makeSession();
    const [a, b, c] = [makeClient(), makeClient(), makeClient()];
    session.submit(a, query('SELECT 1'));
    session.submit(b, query('SELECT 1'));
    session.submit(c, query('SELECT 1'));
    session.cancel(b.id, b.key);
    session.cancel(c.id, b.key);
    expect(b.heard()).toBe('EZI');
    await settled(session);
    expect([a, b, c].map((client) => client.heard())).toEqual(['TDCZI', 'EZI', 'TDCZI']);
  });

  it('sends a large result in pieces, whole', async () => {
    const session = makeSession();
    const client = makeClient();
    session.submit(client, query(`SELECT repeat('x', 1000) FROM generate_series(1, 2000)`));
    await settled(session);
    expect(client.heard()).toBe(`T${'D'.repeat(2_000)}CZI`);
  });
});

describe('maintenance', () => {
  const one = async (sql: string): Promise<unknown> =>
    Object.values((await database.query<object>(sql)).rows[0] ?? {})[0];

  it('makes statistics and frees space, a table at a time, in quiet moments only', async () => {
    await database.exec('CREATE TABLE grown (id int); INSERT INTO grown SELECT generate_series(1, 5000)');
    const rows = (): Promise<unknown> => one(`SELECT reltuples::int FROM pg_class WHERE relname = 'grown'`);
    await maintain(database, false);
    expect(await rows()).toBe(-1);
    await maintain(database, true);
    expect(await rows()).toBe(5_000);

    await database.exec('DELETE FROM grown');
    await maintain(database, true);
    expect(await one(`SELECT pg_relation_size('grown')::int`)).toBe(0);
    await maintain(database, true);
  });

  it('makes a checkpoint when the log has grown', async () => {
    const sinceCheckpoint = (): Promise<unknown> =>
      one('SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), redo_lsn)::int FROM pg_control_checkpoint()');
    await database.exec(`CREATE TABLE wide AS SELECT repeat(md5(g::text), 40) FROM generate_series(1, 60000) AS g`);
    expect(await sinceCheckpoint()).toBeGreaterThan(64 * 1024 * 1024);
    await maintain(database, false);
    expect(await sinceCheckpoint()).toBeGreaterThan(64 * 1024 * 1024);
    await maintain(database, true);
    expect(await sinceCheckpoint()).toBeLessThan(1024 * 1024);
  });
});
