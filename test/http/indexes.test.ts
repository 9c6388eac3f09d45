import request from 'supertest';
import { beforeAll, describe, expect, test } from 'vitest';
import { createApiKey } from '../../src/store/api-keys.js';
import { metadataIndexName } from '../../src/store/metadata-indexes.js';
import { createQueryShapes, type QueryShapes } from '../../src/store/query-shapes.js';
import { describeOnBothDatabases, makeWorkspace } from '../support/databases.js';
import { type TestApp, testApp } from '../support/server.js';
import { silentLog } from '../support/silent-log.js';

describeOnBothDatabases('indexes of metadata keys', (database) => {
  let server: TestApp;
  let shapes: QueryShapes;
  let others: string;
  beforeAll(async () => {
    shapes = createQueryShapes({ database: database(), log: silentLog, now: () => new Date('2026-01-02T03:04:05Z') });
    server = await testApp(database(), { queryShapes: shapes });
    const { id: workspaceId } = await makeWorkspace(database());
    others = (await createApiKey(database().knex, { workspaceId, name: 'admin', scopes: ['admin'] })).key;
  });

  const as = (key: string) => ({ authorization: `Bearer ${key}` });
  const admin = () => as(server.keys.admin);
  const add = (body: object, headers = admin()) => request(server.app).post('/v1/indexes').set(headers).send(body);
  const list = () => request(server.app).get('/v1/indexes').set(admin());
  const drop = (key: string) =>
    request(server.app)
      .delete(`/v1/indexes?key=${encodeURIComponent(key)}`)
      .set(admin());
  const explain = async (text: string) => {
    const path = `/v1/explain?conversation_query=${encodeURIComponent(text)}`;
    return (await request(server.app).get(path).set(admin()).expect(200)).body.data;
  };
  const lastLine = (text: string) => JSON.parse(text.trim().split('\n').at(-1) ?? '');

  test('are advised, made, used, listed and dropped', async () => {
    const find = () =>
      request(server.app)
        .get('/v2/ai/conversations?metadata->campaign=eq.spring')
        .set(as(server.keys.read))
        .expect(200);
    await find();
    await find();
    const advice = () => request(server.app).get('/v1/index-advice').set(admin()).expect(200);
    expect((await advice()).body.data).toEqual([
      {
        key: 'campaign',
        queries: 2,
        workspaces: 1,
        mean_ms: expect.any(Number),
        last_at: '2026-01-02T03:04:05.000Z',
      },
    ]);
    const before = await explain('metadata->campaign=eq.spring');
    expect(before.conditions).toMatchObject([
      { field: 'metadata->campaign', index: 'conversations_metadata', command: 'ringback index add campaign' },
    ]);

    const made = await add({ key: 'campaign' }).expect(200);
    const index = {
      key: 'campaign',
      name: metadataIndexName('campaign'),
      state: 'valid',
      bytes: expect.any(Number),
      scans: expect.any(Number),
    };
    expect(lastLine(made.text)).toEqual({ type: 'summary', outcome: 'made', index });
    expect(lastLine((await add({ key: 'campaign' }).expect(200)).text)).toMatchObject({ outcome: 'kept' });
    expect((await list().expect(200)).body).toEqual({ data: [index] });

    const after = await explain('metadata->campaign=eq.spring');
    expect(after.conditions).toEqual([
      { field: 'metadata->campaign', index: metadataIndexName('campaign'), location: { start: 0, end: 28 } },
    ]);
    expect(after.sql).toContain(`left(metadata->>'campaign', 512) = $2`);
    expect((await advice()).body.data).toEqual([]);
    await find();

    await drop('campaign').expect(204);
    expect((await drop('campaign').expect(404)).body.errors[0].detail).toBe(
      'There is no index of the metadata key "campaign".',
    );
    expect((await explain('metadata->campaign=eq.spring')).conditions[0].index).toBe('conversations_metadata');
    // It was counted as served since.
    expect((await advice()).body.data).toMatchObject([{ key: 'campaign', queries: 2 }]);
  });

  test.each([
    ["it's", `ringback index add -- 'it'\\''s'`],
    ['-x', `ringback index add -- '-x'`],
    ['a b', `ringback index add -- 'a b'`],
    ['$(rm)', `ringback index add -- '$(rm)'`],
  ])('explain quotes the key %s for a shell', async (key, command) => {
    const { conditions } = await explain(`metadata->${encodeURIComponent(JSON.stringify(key))}=eq.x`);
    expect(conditions[0].command).toBe(command);
  });

  describe('are refused', () => {
    test.each<[string, object, string]>([
      ['a standard key', { key: 'assistant_id' }, '"assistant_id" has an index already: it is a standard key.'],
      ['a condition', { key: 'metadata->campaign' }, 'Give the key alone: "campaign".'],
      ['nothing', { key: '' }, 'The key is empty.'],
    ])('for %s', async (_what, body, detail) => {
      const refused = await add(body).expect(422);
      expect(refused.body.errors).toMatchObject([{ code: '10027', detail, source: { pointer: '/key' } }]);
    });

    test('for another workspace, which they would serve, too', async () => {
      for (const [method, path] of [
        ['get', '/v1/indexes'],
        ['post', '/v1/indexes'],
        ['delete', '/v1/indexes?key=campaign'],
        ['get', '/v1/index-advice'],
      ] as const) {
        const refused = await request(server.app)
          [method](path)
          .set(as(others))
          .send(method === 'post' ? { key: 'x' } : undefined);
        expect(refused.status).toBe(403);
        expect(refused.body.errors[0].detail).toMatch(
          /^Only an admin key of the default workspace may (look at|make|drop) indexes\.$/,
        );
      }
    });
  });
});
