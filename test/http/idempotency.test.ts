import request from 'supertest';
import { beforeAll, describe, expect, test } from 'vitest';
import { createApiKey } from '../../src/store/api-keys.js';
import { purgeAnswers } from '../../src/store/idempotency-keys.js';
import { describeOnBothDatabases, makeWorkspace } from '../support/databases.js';
import { type TestApp, testApp } from '../support/server.js';

const NOW = new Date('2025-04-15T13:07:28.764Z');
const DAY_MS = 24 * 60 * 60 * 1000;

describeOnBothDatabases('Idempotency-Key', (database, kind) => {
  let server: TestApp;
  /** The same database, as another process has it. */
  let other: TestApp;
  let clock = NOW;
  /** What a slow app waits for before it commits, and what it calls when it is there. */
  let held: Promise<void> | undefined;
  let arrived: () => void = () => {};

  beforeAll(async () => {
    server = await testApp(database(), { now: () => clock });
    other = await testApp(database(), { now: () => clock });
  });

  let counter = 0;
  const newKey = (): string => `key_${kind}-${++counter}`;
  const post = (path: string, key: string, body: object, app = server) =>
    request(app.app)
      .post(path)
      .set('authorization', `Bearer ${server.keys.all}`)
      .set('idempotency-key', key)
      .send(body);
  const create = (key: string, body: object = { name: 'Sarah' }, app = server) =>
    post('/v2/ai/conversations', key, body, app);
  const count = async (table: string): Promise<number> =>
    (await database().knex.raw(`SELECT count(*) AS count FROM ${table}`)).rows[0].count;
  const refusal = (code: string, title: string, detail: string) => ({
    errors: [{ code, title, detail, meta: { url: `https://developers.telnyx.com/docs/overview/errors/${code}` } }],
  });

  test('of the same request is answered as the first time, and nothing is done again', async () => {
    const key = newKey();
    const first = await create(key).expect(200);
    const conversations = await count('conversations');
    clock = new Date(NOW.getTime() + DAY_MS - 1);
    for (const app of [server, other]) {
      const again = await create(key, { name: 'Sarah' }, app).expect(200);
      expect(again.text).toBe(first.text);
      expect(again.headers['content-type']).toBe(first.headers['content-type']);
      expect(again.headers['idempotency-replayed']).toBe('true');
    }
    expect(first.headers).not.toHaveProperty('idempotency-replayed');
    expect(await count('conversations')).toBe(conversations);
    clock = NOW;
  });

  test('of a body that is nested without end is refused, and stays free', async () => {
    const key = newKey();
    const response = await request(server.app)
      .post('/v2/ai/conversations')
      .set('authorization', `Bearer ${server.keys.all}`)
      .set('idempotency-key', key)
      .set('content-type', 'application/json')
      .send(`{"unknown":${'['.repeat(200_000)}${']'.repeat(200_000)}}`)
      .expect(422);
    expect(response.body).toEqual(refusal('10027', 'Unprocessable Entity', 'The body is nested too deeply.'));
    await create(key).expect(200);
  });

  test('adds a message once, by either address of the route', async () => {
    const { body } = await create(newKey()).expect(200);
    const key = newKey();
    const message = { role: 'user', content: 'Is ten \u0007 still 😀 free?' };
    const first = await post(`/v2/ai/conversations/${body.id}/message`, key, message).expect(200);
    const again = await post(`/ai/conversations/${body.id}/message`, key, message).expect(200);
    expect(again.body).toEqual(first.body);
    const { rows } = await database().knex.raw('SELECT message_count FROM conversations WHERE id = ?', [body.id]);
    expect(rows).toEqual([{ message_count: 1 }]);
  });

  test.each([
    ['/v2/ai/conversations', { name: 'x' }],
    ['/v2/ai/assistants', { name: 'x', instructions: 'x' }],
    ['/v2/ai/conversations/insights', { name: 'x', instructions: 'x' }],
    ['/v2/ai/conversations/insight-groups', { name: 'x' }],
  ])('is taken by POST %s', async (path, body) => {
    const key = newKey();
    const first = await post(path, key, body).expect(200);
    const again = await post(path, key, body).expect(200);
    expect(again.text).toBe(first.text);
    expect(again.headers['idempotency-replayed']).toBe('true');
    await post(path, key, { ...body, name: 'y' }).expect(422);
  });

  const OTHER_REQUEST =
    'This Idempotency-Key belongs to a request with another method, path or body; a new request needs a new key.';

  test('of another request is 422, not to be sent again', async () => {
    const key = newKey();
    const { body } = await create(key, { name: 'Sarah', metadata: { a: 1 } }).expect(200);
    const others = [
      create(key, { name: 'Sarah', metadata: { a: 2 } }),
      create(key, {}),
      post(`/v2/ai/conversations/${body.id}/message`, key, { role: 'user' }),
      post('/v2/ai/conversations?x=1', key, { name: 'Sarah', metadata: { a: 1 } }),
    ];
    for (const sent of others) {
      const response = await sent;
      expect(response.body).toEqual(refusal('10027', 'Unprocessable Entity', OTHER_REQUEST));
      expect(response.status).toBe(422);
      expect(response.headers['x-should-retry']).toBe('false');
    }
  });

  test('is the workspace’s own', async () => {
    const key = newKey();
    const workspace = await makeStranger();
    const ours = await create(key).expect(200);
    const theirs = await create(key, { name: 'Theirs' }).set('authorization', `Bearer ${workspace.key}`).expect(200);
    expect(theirs.body).toMatchObject({ name: 'Theirs' });
    expect(theirs.body.id).not.toBe(ours.body.id);
  });

  async function makeStranger() {
    const { id } = await makeWorkspace(database());
    return createApiKey(database().knex, { workspaceId: id, name: 'stranger', scopes: ['write'] });
  }

  test.each(['', ' ', 'a b', 'a.b', 'ä', 'x'.repeat(256), '"quoted"', 'a,b'])('%j is 400', async (key) => {
    const response = await create(key);
    const detail = 'The header "Idempotency-Key" has to be 1 to 255 letters, digits, hyphens and underscores.';
    expect(response.body).toEqual(refusal('10015', 'Bad Request', detail));
    expect(response.status).toBe(400);
    expect(response.headers['x-should-retry']).toBe('false');
  });

  test('given twice is 400', async () => {
    await request(server.app)
      .post('/v2/ai/conversations')
      .set('authorization', `Bearer ${server.keys.all}`)
      .set('idempotency-key', ['one', 'one'] as unknown as string)
      .send({})
      .expect(400);
  });

  test.each(['A', '_', '-', 'x'.repeat(255)])('%j is a key', async (key) => {
    await create(key, { name: key.slice(0, 3) }).expect(200);
  });

  test('is free again after a request that was refused, or that failed', async () => {
    const key = newKey();
    const missing = '/v2/ai/conversations/11111111-2222-4333-8444-555555555555/message';
    await post(missing, key, { role: 'user' }).expect(404);
    const failing = await testApp(database(), {
      now: () => clock,
      wrap: (real) => ({
        ...real,
        knex: Object.assign(() => {}, {
          raw: real.knex.raw.bind(real.knex),
          transaction: (work: (trx: unknown) => Promise<unknown>) =>
            real.knex.transaction(async (trx) => {
              await work(trx);
              throw new Error('killed before the commit');
            }),
        }) as never,
      }),
    });
    const before = [await count('conversations'), await count('idempotency_keys')];
    await create(key, { name: 'Killed' }, failing).expect(500);
    expect([await count('conversations'), await count('idempotency_keys')]).toEqual(before);
    expect((await create(key, { name: 'Sarah' }).expect(200)).headers).not.toHaveProperty('idempotency-replayed');
  });

  test('can be used anew after 24 hours, and its answer is deleted then', async () => {
    const key = newKey();
    const first = await create(key).expect(200);
    clock = new Date(NOW.getTime() + DAY_MS);
    const second = await create(key, { name: 'Another' }).expect(200);
    expect(second.body).toMatchObject({ name: 'Another' });
    expect(second.body.id).not.toBe(first.body.id);

    await purgeAnswers(database().knex, clock);
    const { rows } = await database().knex.raw('SELECT key FROM idempotency_keys');
    expect(rows).toEqual([{ key }]);
    expect(await purgeAnswers(database().knex, new Date(clock.getTime() + DAY_MS))).toBe(1);
    clock = NOW;
  });

  test('whose answers are many are deleted all', async () => {
    await database().knex.raw(
      `INSERT INTO idempotency_keys (workspace_id, key, request_hash, status, answer, created_at)
       SELECT ?, 'many-' || n, '', 200, '{}', ?::timestamptz FROM generate_series(1, 2500) AS n`,
      [server.workspaceId, NOW.toISOString()],
    );
    await purgeAnswers(database().knex, new Date(NOW.getTime() + DAY_MS));
    expect(await count('idempotency_keys')).toBe(0);
  });

  describe('while the first request is under way', () => {
    /** An app whose transactions, once their work is done, wait for `held` before they commit. */
    async function slowApp(): Promise<TestApp> {
      return testApp(database(), {
        now: () => clock,
        wrap: (real) => ({
          ...real,
          knex: Object.assign(() => {}, {
            raw: real.knex.raw.bind(real.knex),
            transaction: (work: (trx: unknown) => Promise<unknown>) =>
              real.knex.transaction(async (trx) => {
                const result = await work(trx);
                arrived();
                await held;
                return result;
              }),
          }) as never,
        }),
      });
    }

    test.each(kind === 'server' ? (['same', 'another'] as const) : (['same'] as const))(
      'is 409 in the %s process, to be sent again, and then replays',
      async (which) => {
        const key = newKey();
        const slow = await slowApp();
        let release: () => void = () => {};
        held = new Promise((resolve) => {
          release = resolve;
        });
        const isThere = new Promise<void>((resolve) => {
          arrived = resolve;
        });
        const first = create(key, { name: 'Slow' }, slow).then((response) => response);
        await isThere;
        const second = await create(key, { name: 'Slow' }, which === 'same' ? slow : server);
        expect(second.body).toEqual(
          refusal(
            '10036',
            'Resource is being processed',
            'A request with this Idempotency-Key is under way; the same request gets its answer in a moment.',
          ),
        );
        expect(second.status).toBe(409);
        expect(second.headers).toMatchObject({ 'x-should-retry': 'true', 'retry-after': '1' });

        release();
        const { text } = await first;
        held = undefined;
        const third = await create(key, { name: 'Slow' }).expect(200);
        expect(third.text).toBe(text);
        expect(third.headers['idempotency-replayed']).toBe('true');
      },
    );

    test('ten at once do the work once', async () => {
      const key = newKey();
      const before = await count('conversations');
      const responses = await Promise.all(
        Array.from({ length: 10 }, (_, index) => create(key, { name: 'Ten' }, index % 2 === 0 ? server : other)),
      );
      const statuses = new Set(responses.map(({ status }) => status));
      expect([...statuses].filter((status) => status !== 200 && status !== 409)).toEqual([]);
      expect(new Set(responses.filter(({ status }) => status === 200).map(({ text }) => text)).size).toBe(1);
      expect(await count('conversations')).toBe(before + 1);
    });
  });
});
