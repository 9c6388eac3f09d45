import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { beforeAll, describe, expect, test } from 'vitest';
import { createApiKeyUses } from '../../src/store/api-key-uses.js';
import { type ApiKeyScope, createApiKey, findApiKey } from '../../src/store/api-keys.js';
import { describeOnBothDatabases, makeWorkspace } from '../support/databases.js';
import { secretBoxFor } from '../support/secret-box.js';
import { ADMIN_TOKEN, memoryLog, type TestApp, testApp } from '../support/server.js';

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

describeOnBothDatabases('API keys', (database) => {
  let server: TestApp;
  beforeAll(async () => {
    server = await testApp(database(), { secretBox: await secretBoxFor() });
  });

  type Method = 'get' | 'post' | 'patch' | 'delete';
  const send = (key: string, method: Method, path: string, body?: object) =>
    request(server.app)[method](path).set('authorization', `Bearer ${key}`).send(body);
  const operator = (method: Method, path: string, body?: object) => send(server.keys.admin, method, path, body);

  async function tenant(scopes: readonly ApiKeyScope[] = ['admin']) {
    const { id, name } = await makeWorkspace(database());
    return { id, name, ...(await keyOf(id, scopes)) };
  }

  async function keyOf(workspaceId: number, scopes: readonly ApiKeyScope[]) {
    const { id: keyId, key } = await createApiKey(database().knex, { workspaceId, name: 'test', scopes });
    return { keyId, key };
  }

  test('are not revoked where the address has a parameter that is not understood', async () => {
    const { key, keyId } = await tenant();
    const { body } = await send(key, 'delete', `/v1/keys/${keyId}?workpsace=acme`).expect(422);
    expect(body.errors[0]).toMatchObject({
      detail: '"workpsace" is no parameter of this address; there are "workspace".',
      source: { parameter: 'workpsace' },
    });
    const twice = await send(key, 'delete', `/v1/keys/${keyId}?workspace=a&workspace=b`).expect(422);
    expect(twice.body.errors[0].detail).toBe('"workspace" is there twice.');
    const many = Array.from({ length: 30 }, (_, index) => `p${index}=1`).join('&');
    expect((await send(key, 'get', `/v1/keys?${many}`).expect(422)).body.errors).toHaveLength(10);
    expect((await send(key, 'get', '/v1/keys').expect(200)).body.data[0].revoked_at).toBeNull();
  });

  describe('open the routes of administration by their scope', () => {
    const id = '11111111-2222-4333-8444-555555555555';
    test.each<[Method, string, number, number, number, number]>([
      //                                                 read write admin platform
      ['get', '/v1/workspaces', 403, 403, 200, 403],
      ['post', '/v1/workspaces', 403, 403, 422, 403],
      ['get', '/v1/workspaces/default', 403, 403, 200, 403],
      ['patch', '/v1/workspaces/default', 403, 403, 422, 403],
      ['delete', '/v1/workspaces/missing', 403, 403, 404, 403],
      ['get', '/v1/workspaces/default/secrets', 403, 403, 200, 403],
      ['post', '/v1/workspaces/default/secrets', 403, 403, 422, 403],
      ['delete', `/v1/workspaces/default/secrets/${id}`, 403, 403, 404, 403],
      ['get', '/v1/workspaces/default/webhook_key', 403, 403, 200, 403],
      ['post', '/v1/workspaces/missing/webhook_key', 403, 403, 404, 403],
      ['get', '/v1/keys', 403, 403, 200, 403],
      ['post', '/v1/keys', 403, 403, 422, 403],
      ['delete', `/v1/keys/${id}`, 403, 403, 404, 403],
      ['get', '/v2/public_key', 200, 403, 200, 403],
      ['get', '/public_key', 200, 403, 200, 403],
    ])('%s %s', async (method, path, read, write, admin, platform) => {
      const { keys } = server;
      const statuses = await Promise.all(
        [keys.read, keys.write, keys.admin, keys.platform].map(async (key) => (await send(key, method, path)).status),
      );
      expect(statuses).toEqual([read, write, admin, platform]);
      expect((await request(server.app)[method](path)).status).toBe(401);
    });
  });

  describe('are made', () => {
    test('with a name and scopes, and shown once', async () => {
      const { name: workspace } = await tenant();
      const { body } = await operator('post', '/v1/keys', {
        name: 'CI ☎',
        scopes: ['write', 'read', 'write'],
        workspace,
      }).expect(201);
      expect(body.data).toEqual({
        id: expect.any(String),
        name: 'CI ☎',
        workspace,
        scopes: ['read', 'write'],
        created_at: expect.stringMatching(ISO),
        last_used_at: null,
        revoked_at: null,
        key: expect.stringMatching(/^rb_[A-Za-z0-9_-]{43}$/),
      });
      const { key, ...shown } = body.data;
      await send(key, 'get', '/v2/ai/conversations').expect(200);
      const listed = await operator('get', `/v1/keys?workspace=${workspace}`).expect(200);
      expect(listed.body.data).toContainEqual(shown);
      expect(JSON.stringify(listed.body)).not.toContain(key.slice(3));
      expect(JSON.stringify(server.logLines)).not.toContain(key.slice(3));
    });

    test('for the workspace of who asks, where none is named', async () => {
      const mine = await tenant();
      const { body } = await send(mine.key, 'post', '/v1/keys', { name: 'x', scopes: ['platform'] }).expect(201);
      expect(body.data.workspace).toBe(mine.name);
      expect(await findApiKey(database().knex, body.data.key)).toMatchObject({ workspaceId: mine.id });
    });

    test.each<[string, object, string, string]>([
      ['no name', { scopes: ['read'] }, '/name', '"name" is missing.'],
      ['an empty name', { name: '', scopes: ['read'] }, '/name', '"name" has to be a text of 1 to 200 characters.'],
      [
        'a long name',
        { name: 'x'.repeat(201), scopes: ['read'] },
        '/name',
        '"name" has to be a text of 1 to 200 characters.',
      ],
      [
        'half a character',
        { name: '\ud83d', scopes: ['read'] },
        '/name',
        '"name" holds U+D83D, which is half of a character and cannot be stored.',
      ],
      ['no scopes', { name: 'x', scopes: [] }, '/scopes', '"scopes" has to name a scope.'],
      [
        'a scope that there is not',
        { name: 'x', scopes: ['read', 'root'] },
        '/scopes/1',
        '"scopes.1" has to be one of "read", "write", "admin", "platform".',
      ],
      ['more than there is', { name: 'x', scopes: ['read'], key: 'mine' }, '/key', '"key" is no field of this body.'],
    ])('never with %s', async (_what, body, pointer, detail) => {
      const response = await operator('post', '/v1/keys', body).expect(422);
      expect(response.body.errors).toMatchObject([{ detail, source: { pointer } }]);
    });
  });

  describe('are revoked', () => {
    test('and open nothing any more, at once, but stay in the list', async () => {
      const { name, id, key: admin } = await tenant();
      const { keyId, key } = await keyOf(id, ['read']);
      await send(key, 'get', '/v2/ai/conversations').expect(200);
      await send(admin, 'delete', `/v1/keys/${keyId}`).expect(204);
      await send(key, 'get', '/v2/ai/conversations').expect(401);
      const { body } = await operator('get', `/v1/keys?workspace=${name}`).expect(200);
      const listed = body.data.find((record: { id: string }) => record.id === keyId);
      expect(listed.revoked_at).toMatch(ISO);
      // Once more changes nothing.
      await send(admin, 'delete', `/v1/keys/${keyId.toUpperCase()}`).expect(204);
      const again = await operator('get', `/v1/keys?workspace=${name}`).expect(200);
      expect(again.body).toEqual(body);
    });

    test.each([randomUUID(), 'no-uuid', '%00'])('never where there is none: %s', async (id) => {
      const { body } = await operator('delete', `/v1/keys/${id}`).expect(404);
      const shown = JSON.stringify(decodeURIComponent(id));
      expect(body.errors).toMatchObject([{ detail: `There is no key ${shown} in the workspace "default".` }]);
    });

    test('never by another workspace', async () => {
      const [mine, theirs] = [await tenant(), await tenant()];
      await send(mine.key, 'delete', `/v1/keys/${theirs.keyId}`).expect(404);
      await send(theirs.key, 'get', '/v1/keys').expect(200);
    });
  });

  describe('tell when they were used', () => {
    const lastUsed = async (workspaceId: number, keyId: string) => {
      const [row] = await database().run(
        'SELECT last_used_at AS at FROM api_keys WHERE workspace_id = $1 AND id = $2',
        [workspaceId, keyId],
      );
      return row?.at;
    };
    const usesAt = (times: string[], everyMs = 60_000) => {
      const { log, lines } = memoryLog();
      const uses = createApiKeyUses({
        db: database().knex,
        log,
        now: () => new Date(times.shift() ?? '2026-01-01T00:00:00.000Z'),
        everyMs,
      });
      return { uses, lines };
    };

    test('by the last of many uses, written together', async () => {
      const one = await tenant();
      const two = await tenant();
      const { uses } = usesAt(['2026-03-01T10:00:00.000Z', '2026-03-01T10:00:01.000Z', '2026-03-01T10:00:02.500Z']);
      uses.note({ workspaceId: one.id, id: one.keyId });
      uses.note({ workspaceId: two.id, id: two.keyId });
      uses.note({ workspaceId: one.id, id: one.keyId });
      expect(await lastUsed(one.id, one.keyId)).toBeNull();
      await uses.stop();
      expect(await lastUsed(one.id, one.keyId)).toBe('2026-03-01T10:00:02.500Z');
      expect(await lastUsed(two.id, two.keyId)).toBe('2026-03-01T10:00:01.000Z');
    });

    test('never an earlier time than another process has written', async () => {
      const { id, keyId } = await tenant();
      const late = usesAt(['2026-03-02T00:00:00.000Z']).uses;
      const early = usesAt(['2026-03-01T00:00:00.000Z']).uses;
      late.note({ workspaceId: id, id: keyId });
      early.note({ workspaceId: id, id: keyId });
      await late.stop();
      await early.stop();
      expect(await lastUsed(id, keyId)).toBe('2026-03-02T00:00:00.000Z');
    });

    test('by itself, every now and then', async () => {
      const { id, keyId } = await tenant();
      const { uses } = usesAt(['2026-03-01T00:00:00.000Z'], 20);
      uses.note({ workspaceId: id, id: keyId });
      await expect.poll(() => lastUsed(id, keyId)).toBe('2026-03-01T00:00:00.000Z');
      await uses.stop();
    });

    test('also when the database was away meanwhile, and a key that was deleted troubles nobody', async () => {
      const { id, keyId } = await tenant();
      const { log, lines } = memoryLog();
      let isAway = true;
      const raw = ((...parameters: Parameters<ReturnType<typeof database>['knex']['raw']>) =>
        isAway ? Promise.reject(new Error('away')) : database().knex.raw(...parameters)) as never;
      const uses = createApiKeyUses({ db: { raw } as never, log, now: () => new Date('2026-03-01T00:00:00.000Z') });
      uses.note({ workspaceId: id, id: keyId });
      uses.note({ workspaceId: id, id: randomUUID() });
      await uses.flush();
      expect(lines).toMatchObject([{ keys: 2, msg: 'the last uses of keys cannot be written yet' }]);
      isAway = false;
      await uses.stop();
      expect(await lastUsed(id, keyId)).toBe('2026-03-01T00:00:00.000Z');
    });

    test('of each request that they let in', async () => {
      const noted: object[] = [];
      const noting = await testApp(database(), { keyUses: { note: (key) => noted.push(key) } });
      const { id, keyId, key } = await tenant(['read']);
      const get = (token: string) =>
        request(noting.app).get('/v2/ai/conversations').set('authorization', `Bearer ${token}`);
      await get(key).expect(200);
      await get(`${key}x`).expect(401);
      await get(ADMIN_TOKEN).expect(200);
      expect(noted).toEqual([{ workspaceId: id, id: keyId }]);
    });
  });

  describe('of webhooks', () => {
    test('are one for a workspace, wherever it is asked for', async () => {
      const { name, key } = await tenant();
      const { body } = await send(key, 'get', '/v2/public_key').expect(200);
      expect(body).toEqual({ data: { public: expect.stringMatching(/^[A-Za-z0-9+/]{43}=$/) } });
      const shown = await operator('get', `/v1/workspaces/${name}/webhook_key`).expect(200);
      expect(shown.body.data).toEqual({ public_key: body.data.public, created_at: expect.stringMatching(ISO) });
      const other = await tenant();
      expect((await send(other.key, 'get', '/public_key')).body.data.public).not.toBe(body.data.public);
    });

    test('are replaced when that is asked for', async () => {
      const { name, key } = await tenant();
      const before = (await send(key, 'get', '/v2/public_key')).body.data.public;
      const { body } = await send(key, 'post', `/v1/workspaces/${name}/webhook_key`).expect(201);
      expect(body.data.public_key).not.toBe(before);
      expect((await send(key, 'get', '/v2/public_key')).body.data.public).toBe(body.data.public_key);
    });

    test('cannot be made without a secret key, which is said', async () => {
      const bare = await testApp(database());
      const { key } = await tenant();
      const { body } = await request(bare.app).get('/v2/public_key').set('authorization', `Bearer ${key}`).expect(422);
      expect(body.errors).toMatchObject([
        { code: '10027', detail: 'Set RINGBACK_SECRET_KEY (32 characters or more) to sign webhooks.' },
      ]);
    });
  });
});
