import request from 'supertest';
import { beforeAll, expect, test } from 'vitest';
import { createApiKey } from '../../src/store/api-keys.js';
import { DatabaseTimeout, DatabaseUnavailable } from '../../src/store/database-error.js';
import { describeOnBothDatabases, makeWorkspace } from '../support/databases.js';
import { type TestApp, testApp } from '../support/server.js';

describeOnBothDatabases('Prefer: count=exact', (database) => {
  let server: TestApp;
  let key: string;
  let failure: Error | undefined;
  /** What was run, without the key's own look-up. */
  const statements: string[] = [];

  beforeAll(async () => {
    server = await testApp(database(), {
      wrap: (real) => ({
        ...real,
        run: (sql, bindings, options) => {
          statements.push(sql);
          if (failure !== undefined && sql.includes('count(*)')) return Promise.reject(failure);
          return real.run(sql, bindings, options);
        },
      }),
    });
    key = await fill(7);
    await fill(5);
  });

  async function fill(conversations: number): Promise<string> {
    const { id } = await makeWorkspace(database());
    await database().knex.raw(
      `INSERT INTO conversations (workspace_id, id, name, metadata, created_at, last_message_at)
       SELECT ?, gen_random_uuid(), 'Voice ' || n, jsonb_build_object('n', n, 'tier', CASE WHEN n < 4 THEN 'vip' END), now(), now()
       FROM generate_series(1, ?::integer) AS n`,
      [id, conversations],
    );
    return (await createApiKey(database().knex, { workspaceId: id, name: 'test', scopes: ['read'] })).key;
  }

  async function list(query: string, prefer: string | null = 'count=exact', path = '/v2/ai/conversations') {
    statements.length = 0;
    const sent = request(server.app).get(`${path}${query}`).set('authorization', `Bearer ${key}`);
    if (prefer !== null) sent.set('prefer', prefer);
    return sent.expect(200);
  }

  test.each<[string, string, number, number[]]>([
    // query, Content-Range, rows, [page_number, page_size, total_pages, total_results]
    ['', '0-6/7', 7, [1, 20, 1, 7]],
    ['?limit=3', '0-2/7', 3, [1, 3, 3, 7]],
    ['?limit=3&offset=3', '3-5/7', 3, [2, 3, 3, 7]],
    ['?limit=3&offset=6', '6-6/7', 1, [3, 3, 3, 7]],
    ['?limit=3&offset=4', '4-6/7', 3, [2, 3, 3, 7]],
    ['?limit=7', '0-6/7', 7, [1, 7, 1, 7]],
    ['?limit=3&offset=7', '*/7', 0, [3, 3, 3, 7]],
    ['?offset=9007199254740991', '*/7', 0, [450359962737050, 20, 1, 7]],
    ['?metadata->tier=eq.vip&limit=2&order=name.asc', '0-1/3', 2, [1, 2, 2, 3]],
    ['?metadata->n=gt.2&select=name,metadata->n&limit=4&order=metadata->n.desc', '0-3/5', 4, [1, 4, 2, 5]],
    ['?or=(name.eq.Voice 1,metadata->tier.is.null)&name=like.Voice%25&limit=1', '0-0/5', 1, [1, 1, 5, 5]],
    ['?name=eq.Nobody', '*/0', 0, [1, 20, 0, 0]],
    ['?name=eq.Nobody&limit=5&offset=10', '*/0', 0, [3, 5, 0, 0]],
    ['?created_at=gt.now-1d&limit=6', '0-5/7', 6, [1, 6, 2, 7]],
  ])('of %s is %s', async (query, range, length, [page_number, page_size, total_pages, total_results]) => {
    for (const path of ['/v2/ai/conversations', '/ai/conversations']) {
      const { body, headers } = await list(query, 'count=exact', path);
      expect(body.data).toHaveLength(length);
      expect(body.meta).toEqual({ page_number, page_size, total_pages, total_results });
      expect(headers['content-range']).toBe(range);
      expect(headers['preference-applied']).toBe('count=exact');
      const { body: plain, headers: plainHeaders } = await list(query, null, path);
      expect(plain).toEqual({ data: body.data });
      expect(plainHeaders).not.toHaveProperty('content-range');
      expect(plainHeaders).not.toHaveProperty('preference-applied');
      expect(statements).toHaveLength(1);
    }
  });

  test('costs nothing where the page itself tells', async () => {
    await list('?limit=8');
    expect(statements).toHaveLength(1);
    await list('?limit=7');
    expect(statements).toHaveLength(2);
  });

  test.each([
    ['return=representation, count=exact', true],
    ['Count="exact"; foo', true],
    [' count = exact ', true],
    ['count=none, count=exact', false],
    ['count=planned', false],
    ['count=estimated', false],
    ['count=Exact', false],
    ['count', false],
    ['exact', false],
    ['handling=strict', false],
    [',;=,', false],
  ])('is what "%s" says: %s', async (prefer, counts) => {
    const { body, headers } = await list('?limit=2', prefer);
    expect(Object.hasOwn(body, 'meta')).toBe(counts);
    expect(headers['content-range']).toBe(counts ? '0-1/7' : undefined);
    expect(body.data).toHaveLength(2);
  });

  test('in a header of its own is found too', async () => {
    const { headers } = await request(server.app)
      .get('/v2/ai/conversations?limit=1')
      .set('authorization', `Bearer ${key}`)
      .set('prefer', ['return=minimal', 'count=exact'] as unknown as string)
      .expect(200);
    expect(headers['content-range']).toBe('0-0/7');
  });

  test('that takes too long is left out, and the rows come', async () => {
    failure = new DatabaseTimeout('slow');
    const { body, headers } = await list('?limit=2');
    failure = undefined;
    expect(Object.keys(body)).toEqual(['data']);
    expect(body.data).toHaveLength(2);
    expect(headers['content-range']).toBe('0-1/*');
    expect(headers).not.toHaveProperty('preference-applied');
  });

  test('that fails otherwise is a failure', async () => {
    failure = new DatabaseUnavailable('gone');
    await request(server.app)
      .get('/v2/ai/conversations?limit=2')
      .set('authorization', `Bearer ${key}`)
      .set('prefer', 'count=exact')
      .expect(503);
    failure = undefined;
  });

  test('is answered to HEAD', async () => {
    const response = await request(server.app)
      .head('/v2/ai/conversations?limit=2')
      .set('authorization', `Bearer ${key}`)
      .set('prefer', 'count=exact')
      .expect(200);
    expect(response.headers['content-range']).toBe('0-1/7');
  });
});
