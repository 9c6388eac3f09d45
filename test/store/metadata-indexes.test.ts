import fc from 'fast-check';
import pg from 'pg';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { check, createCompiler, parse } from '../../src/query/index.js';
import { createConversation } from '../../src/store/conversations.js';
import { createKnownIndexes } from '../../src/store/known-indexes.js';
import {
  createMetadataIndex,
  dropMetadataIndex,
  type IndexProgress,
  indexKeyProblem,
  listMetadataIndexes,
  METADATA_INDEXES_MAX,
  metadataIndexName,
} from '../../src/store/metadata-indexes.js';
import { describeOnBothDatabases, makeWorkspace, openTestDatabase } from '../support/databases.js';

const STRANGE_KEYS = [
  "it's",
  'back\\slash',
  '"quoted"',
  'a ? b',
  'back\\? and $1',
  'cost $1',
  "E'x",
  'two  words',
  'ключ',
  '🗝️',
  "'::text",
  ' ',
  '%',
  '-x',
];

describe('the name of an index', () => {
  it('is an identifier of Postgres that needs no quotes, and another one for another key', () => {
    const seen = new Map<string, string>();
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (key) => {
        const name = metadataIndexName(key);
        expect(name).toMatch(/^conversations_key_[a-z0-9_]{12,45}$/);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(63);
        expect(seen.get(name) ?? key).toBe(key);
        seen.set(name, key);
      }),
    );
    expect(metadataIndexName('Campaign ID')).toBe(metadataIndexName('Campaign ID'));
    expect(metadataIndexName('Campaign ID')).not.toBe(metadataIndexName('campaign id'));
    expect(metadataIndexName('campaign')).toMatch(/^conversations_key_campaign_[0-9a-f]{12}$/);
  });
});

describe('a key that can have no index', () => {
  it.each([
    ['', 'The key is empty.'],
    ['x'.repeat(257), 'The key has 257 characters; 256 are allowed.'],
    ['a\0b', 'The key holds the character U+0000, which cannot be stored.'],
    ['a\ud800', 'The key holds U+D800, which is half of a character and cannot be stored.'],
    ['assistant_id', '"assistant_id" has an index already: it is a standard key.'],
    ['metadata->campaign', 'Give the key alone: "campaign".'],
    ['metadata->>campaign', 'Give the key alone: "campaign".'],
  ])('%j: %s', (key, problem) => {
    expect(indexKeyProblem(key)).toBe(problem);
  });

  it.each([...STRANGE_KEYS, 'campaign', 'x'.repeat(256)])('%j can', (key) => {
    expect(indexKeyProblem(key)).toBeUndefined();
  });
});

describeOnBothDatabases('an index of a metadata key', (database, kind) => {
  let workspaceId: number;
  beforeAll(async () => {
    workspaceId = (await makeWorkspace(database())).id;
  });
  afterEach(async () => {
    for (const { key } of await listMetadataIndexes(database())) await dropMetadataIndex(database(), key);
  });

  const store = (metadata: Record<string, unknown>) =>
    createConversation(database().knex, workspaceId, { metadata: metadata as never, createdAt: new Date() });

  it('is made once, listed, and dropped once', async () => {
    expect(await listMetadataIndexes(database())).toEqual([]);
    expect(await createMetadataIndex(database(), 'campaign')).toBe('made');
    expect(await createMetadataIndex(database(), 'campaign')).toBe('kept');
    expect(await listMetadataIndexes(database())).toEqual([
      {
        key: 'campaign',
        name: metadataIndexName('campaign'),
        state: 'valid',
        bytes: expect.any(Number),
        scans: 0,
      },
    ]);
    expect(await dropMetadataIndex(database(), 'campaign')).toBe(true);
    expect(await dropMetadataIndex(database(), 'campaign')).toBe(false);
  });

  it('has the columns of a standard key, so that it is of one workspace and in time order', async () => {
    await createMetadataIndex(database(), 'campaign');
    const [row] = await database().run('SELECT indexdef AS definition FROM pg_indexes WHERE indexname = $1', [
      metadataIndexName('campaign'),
    ]);
    expect(row?.definition).toMatch(
      /USING btree \(workspace_id, "left"\(\(metadata ->> 'campaign'::text\), 512\), last_message_at DESC, id DESC\)$/,
    );
  });

  it('serves the query that the compiler writes for it, whatever the key is', async () => {
    const found: [string, boolean, number][] = [];
    for (const key of STRANGE_KEYS) {
      await createMetadataIndex(database(), key);
      const { id } = await store({ [key]: 'Spring' });
      await store({ [key]: 'Spring ' });
      await store({ other: 'Spring' });
      const indexes = createKnownIndexes({ list: () => listMetadataIndexes(database()), nowMs: () => 0 });
      const indexedKeys = await indexes.refresh();
      const field = `metadata->${encodeURIComponent(JSON.stringify(key))}`;
      for (const text of [
        `${field}=eq.Spring&order=last_message_at.desc`,
        `${field}=in.(Spring,Autumn)&order=last_message_at.desc`,
        `${field}=eq.Spring&select=${field}&order=last_message_at.desc`,
      ]) {
        const checked = check(parse(text), text);
        const { sql, bindings, names } = createCompiler({ indexedKeys: () => indexedKeys }).compile(checked, {
          workspaceId,
          now: new Date(),
        });
        const rows = await database().run(sql, bindings);
        expect(rows.map((row) => (names === undefined ? row.id : row.c0))).toEqual([
          names === undefined ? id : 'Spring',
        ]);
        const plan = JSON.stringify(await explained(sql, bindings));
        found.push([key, plan.includes(metadataIndexName(key)), (await listMetadataIndexes(database())).length]);
      }
      await dropMetadataIndex(database(), key);
    }
    expect(found).toEqual(STRANGE_KEYS.flatMap((key) => Array(3).fill([key, true, 1])));
  });

  /** The plan where sorting and reading everything are no choice: the table is small. */
  async function explained(sql: string, bindings: readonly unknown[]): Promise<unknown> {
    return database().knex.transaction(async (trx) => {
      for (const way of ['seqscan', 'bitmapscan', 'sort']) await trx.raw(`SET LOCAL enable_${way} = off`);
      const client = (await (
        trx.client as { acquireConnection(): Promise<pg.Client> }
      ).acquireConnection()) as pg.Client;
      return (await client.query(`EXPLAIN (FORMAT JSON) ${sql}`, [...bindings])).rows;
    });
  }

  it('finds what is found without it: for each value, the same conversations', async () => {
    const values = [
      'x',
      'X',
      'y'.repeat(510),
      'y'.repeat(511),
      'y'.repeat(512),
      'y'.repeat(513),
      '5',
      'true',
      'null',
      '',
    ];
    const held = [...values, 5, 5.0, true, null, [1], { a: 1 }, ['x'], 'z'.repeat(20_000)];
    for (const value of held) await store({ same: value });
    const find = async (indexedKeys: ReadonlyMap<string, string>) => {
      const compiler = createCompiler({ indexedKeys: () => indexedKeys });
      const found: unknown[] = [];
      for (const value of [...values, 'z'.repeat(600)]) {
        for (const filter of ['eq', 'not.eq', 'neq', 'in']) {
          const quoted = encodeURIComponent(JSON.stringify(value));
          const text = `metadata->same=${filter}.${filter === 'in' ? `(${quoted},x)` : quoted}&limit=1000`;
          const scope = { workspaceId, now: new Date() };
          const { sql, bindings } = compiler.compile(check(parse(text), text), scope);
          const rows = await database().run(sql, bindings);
          found.push([value.slice(0, 20), value.length, filter, rows.map(({ id }) => id)]);
        }
      }
      return found;
    };
    const without = await find(new Map());
    // Written for the index, and there is none: the same, but slow. With it, the same.
    const indexed = new Map([['same', metadataIndexName('same')]]);
    expect(await find(indexed)).toEqual(without);
    await createMetadataIndex(database(), 'same');
    expect(await find(indexed)).toEqual(without);
  });

  it('takes values of any length, before and after it is made', async () => {
    const long = Array.from({ length: 30_000 }, () => Math.random().toString(36)[2]).join('');
    await store({ long });
    await createMetadataIndex(database(), 'long');
    await store({ long: `${long}!` });
  });

  it('is refused where there are too many, or the key can have none', async () => {
    await expect(createMetadataIndex(database(), 'assistant_id')).rejects.toMatchObject({
      name: 'IndexRefused',
      kind: 'key',
    });
    for (let number = 0; number < METADATA_INDEXES_MAX; number += 1)
      await createMetadataIndex(database(), `key ${number}`);
    await expect(createMetadataIndex(database(), 'one more')).rejects.toMatchObject({
      kind: 'too many',
      message: 'There are 24 indexes of metadata keys already, and each makes writing slower: drop one first.',
    });
    expect(await createMetadataIndex(database(), 'key 3')).toBe('kept');
  });

  if (kind === 'server') {
    it('that was not finished is told of, serves nobody, and is replaced', async () => {
      const stop = new AbortController();
      const phases: IndexProgress[] = [];
      const { writer, making } = await makeWhileSomebodyWrites(stop.signal, phases);
      await expect.poll(() => phases.length, { timeout: 5_000 }).toBeGreaterThan(0);
      const [meanwhile] = await listMetadataIndexes(database());
      expect(meanwhile).toMatchObject({ key: 'half made', state: 'being made' });
      // Whoever else asks for it is told so; and nobody who writes is held up.
      await expect(createMetadataIndex(database(), 'half made')).rejects.toMatchObject({
        kind: 'busy',
        message: 'The index of "half made" is being made already.',
      });
      await expect(dropMetadataIndex(database(), 'half made')).rejects.toMatchObject({ kind: 'busy' });
      await store({ 'half made': 'x' });
      stop.abort(new Error('gone'));
      await expect(making).rejects.toThrow('gone');
      await writer.end();

      const [left] = await listMetadataIndexes(database());
      expect(left).toMatchObject({ key: 'half made', state: 'invalid' });
      const indexes = createKnownIndexes({ list: () => listMetadataIndexes(database()), nowMs: () => 0 });
      expect(await indexes.refresh()).toEqual(new Map());
      expect(await createMetadataIndex(database(), 'half made')).toBe('made');
      expect(await listMetadataIndexes(database())).toMatchObject([{ key: 'half made', state: 'valid' }]);
      // Nothing of the unlimited time is left on a connection.
      const limits = await Promise.all(
        Array.from({ length: 10 }, () =>
          database().run(`SELECT current_setting('statement_timeout') AS ms, pg_sleep(0.02)`, []),
        ),
      );
      expect(new Set(limits.map(([row]) => row?.ms))).toEqual(new Set(['10s']));
    });

    async function makeWhileSomebodyWrites(signal: AbortSignal, phases: IndexProgress[]) {
      const writer = await openTransaction();
      const making = createMetadataIndex(database(), 'half made', {
        signal,
        onProgress: (progress) => phases.push(progress),
      });
      making.catch(() => {});
      return { writer, making };
    }

    /** Holds a row of the table: the making of an index waits for it. */
    async function openTransaction(): Promise<pg.Client> {
      const [row] = await database().run(
        `SELECT current_database() AS name, inet_server_port() AS port, inet_server_addr()::text AS host`,
        [],
      );
      const client = new pg.Client({
        connectionString: `postgres://postgres@127.0.0.1:${row?.port}/${row?.name}`,
      });
      client.on('error', () => {});
      await client.connect();
      await client.query('BEGIN');
      await client.query('UPDATE conversations SET name = name');
      return client;
    }
  }
});

describe('what a process knows of indexes', () => {
  it('is looked for again after a while, without anybody waiting, and when asked to', async () => {
    const { database, remove } = await openTestDatabase('embedded');
    try {
      let now = 0;
      let looks = 0;
      const list = () => {
        looks += 1;
        return listMetadataIndexes(database);
      };
      const indexes = createKnownIndexes({ list, nowMs: () => now, everyMs: 1_000 });
      expect(indexes.current()).toEqual(new Map());
      await createMetadataIndex(database, 'campaign');
      expect(indexes.current()).toEqual(new Map());
      expect(looks).toBe(1);
      now = 1_000;
      indexes.current();
      await expect.poll(() => indexes.current().has('campaign')).toBe(true);
      expect(looks).toBe(2);
      await dropMetadataIndex(database, 'campaign');
      expect(await indexes.refresh()).toEqual(new Map());
      expect(indexes.current()).toEqual(new Map());
    } finally {
      await remove();
    }
  });

  it('stays as it was when the database does not answer', async () => {
    let now = 0;
    let isGone = false;
    const one = { key: 'a', name: 'n', state: 'valid', bytes: 1, scans: 0 } as const;
    const list = async () => {
      if (isGone) throw new Error('gone');
      return [one];
    };
    const indexes = createKnownIndexes({ list, nowMs: () => now, everyMs: 10 });
    await indexes.refresh();
    isGone = true;
    now = 100;
    indexes.current();
    await Promise.resolve();
    expect(indexes.current()).toEqual(new Map([['a', 'n']]));
  });
});
