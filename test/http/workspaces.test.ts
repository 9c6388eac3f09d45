import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { beforeAll, describe, expect, test } from 'vitest';
import { createApiKey } from '../../src/store/api-keys.js';
import { type ConversationListing, listingOf } from '../support/conversation-listing.js';
import { describeOnBothDatabases, makeWorkspace } from '../support/databases.js';
import { secretBoxFor } from '../support/secret-box.js';
import { ADMIN_TOKEN, type TestApp, testApp } from '../support/server.js';

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Texts that are no workspace's name, and may not be taken for one. */
const HOSTILE = [
  '',
  '..',
  '../default',
  '%2e%2e',
  'default/',
  'Default',
  'DEFAULT',
  ' default',
  'default ',
  'default\0',
  'default\n',
  'dëfault',
  'ｄefault',
  'defau1t\u200b',
  '-default',
  'default-',
  'a_b',
  'a.b',
  `'; DROP TABLE workspaces; --`,
  'a'.repeat(64),
  '\ud800',
];

describeOnBothDatabases('workspaces', (database) => {
  let server: TestApp;
  beforeAll(async () => {
    server = await testApp(database(), { secretBox: await secretBoxFor() });
  });

  const as = (key: string) => (method: 'get' | 'post' | 'patch' | 'delete', path: string, body?: object) =>
    request(server.app)[method](path).set('authorization', `Bearer ${key}`).send(body);
  const operator: ReturnType<typeof as> = (...parameters) => as(server.keys.admin)(...parameters);

  /** A workspace with an admin key of its own. */
  async function tenant() {
    const { id, name } = await makeWorkspace(database());
    const { key } = await createApiKey(database().knex, { workspaceId: id, name: 'admin', scopes: ['admin'] });
    return { id, name, admin: as(key), key };
  }

  const freshName = () => `ws-${randomUUID()}`;

  describe('are made', () => {
    test('with a name and settings, and the Summary insight', async () => {
      const name = freshName();
      const { body } = await operator('post', '/v1/workspaces', {
        name,
        settings: {
          assistants: ['assistant-1', 'assistant-2', 'assistant-1'],
          agents: [],
          numbers: ['(312) 867-5309', '+13128675309', 'sip:desk@example.com'],
          default_country: 'US',
          time_zone: 'America/New_York',
          retention_days: 30,
        },
      }).expect(201);
      expect(body).toEqual({
        data: {
          name,
          created_at: expect.stringMatching(ISO),
          settings: {
            assistants: ['assistant-1', 'assistant-2'],
            numbers: ['+13128675309', 'sip:desk@example.com'],
            default_country: 'US',
            time_zone: 'America/New_York',
            retention_days: 30,
          },
        },
      });
      expect((await operator('get', `/v1/workspaces/${name}`).expect(200)).body).toEqual(body);
      const { rows } = await database().knex.raw(
        'SELECT i.name FROM insights i JOIN workspaces w ON w.id = i.workspace_id WHERE w.name = ?',
        [name],
      );
      expect(rows).toEqual([{ name: 'Summary' }]);
    });

    test('once: a name that is taken is refused', async () => {
      const name = freshName();
      const made = await Promise.all(Array.from({ length: 5 }, () => operator('post', '/v1/workspaces', { name })));
      expect(made.map(({ status }) => status).sort()).toEqual([201, 422, 422, 422, 422]);
      expect(made.find(({ status }) => status === 422)?.body.errors).toMatchObject([
        { code: '10027', detail: `There is a workspace "${name}" already.`, source: { pointer: '/name' } },
      ]);
    });

    test.each(HOSTILE)('never under the name %j', async (name) => {
      const { body } = await operator('post', '/v1/workspaces', { name }).expect(422);
      expect(body.errors).toMatchObject([
        {
          detail:
            '"name" has to be of 1 to 63 lower case letters, digits and hyphens, with a letter or digit at both ends.',
          source: { pointer: '/name' },
        },
      ]);
    });

    test.each(['a', '7', 'a'.repeat(63), 'a-b', '0--0'])('under the name %j', async (name) => {
      await operator('post', '/v1/workspaces', { name }).expect(201);
      await operator('delete', `/v1/workspaces/${name}`).expect(204);
    });

    test.each<[string, unknown, string, string]>([
      ['no body', undefined, '/name', '"name" is missing.'],
      ['a name that is no text', { name: 7 }, '/name', '"name" has to be a string.'],
      ['a field that nobody knows', { name: 'x', owner: 'me' }, '/owner', '"owner" is no field of this body.'],
      [
        'a setting that nobody knows',
        { name: 'x', settings: { tier: 1 } },
        '/settings/tier',
        '"settings.tier" is no field of this body.',
      ],
      [
        'a country that is none',
        { name: 'x', settings: { default_country: 'XX' } },
        '/settings/default_country',
        '"settings.default_country" has to be a country code such as US.',
      ],
      [
        'a time zone that is none',
        { name: 'x', settings: { time_zone: 'Mars/Olympus' } },
        '/settings/time_zone',
        '"settings.time_zone" has to be a time zone such as America/New_York.',
      ],
      [
        'half a day',
        { name: 'x', settings: { retention_days: 0.5 } },
        '/settings/retention_days',
        '"settings.retention_days" has to be a whole number of days from 1 to 36500.',
      ],
      [
        'a number that is none',
        { name: 'x', settings: { numbers: ['+13128675309', 'soon'] } },
        '/settings/numbers/1',
        '"settings.numbers.1" has to be a phone number such as +13128675309, or a SIP URI.',
      ],
      [
        'an id that cannot be stored',
        { name: 'x', settings: { assistants: ['a\0'] } },
        '/settings/assistants/0',
        '"settings.assistants.0" holds the character U+0000, which cannot be stored.',
      ],
      [
        'an empty id',
        { name: 'x', settings: { agents: [''] } },
        '/settings/agents/0',
        '"settings.agents.0" has to be a text of 1 to 255 characters.',
      ],
      [
        'too many of them',
        { name: 'x', settings: { agents: Array(1001).fill('a') } },
        '/settings/agents',
        '"settings.agents" has to have 1000 entries at most.',
      ],
    ])('never from %s', async (_what, body, pointer, detail) => {
      const response = await operator('post', '/v1/workspaces', body as object).expect(422);
      expect(response.body.errors).toMatchObject([{ detail, source: { pointer } }]);
    });
  });

  describe('have settings', () => {
    test('that change one by one, and go with null or an empty list', async () => {
      const { name } = await tenant();
      const patch = (settings: object) => operator('patch', `/v1/workspaces/${name}`, { settings });
      await patch({ assistants: ['a'], time_zone: 'Europe/Berlin' }).expect(200);
      const { body } = await patch({ retention_days: 7 }).expect(200);
      expect(body.data.settings).toEqual({ assistants: ['a'], time_zone: 'Europe/Berlin', retention_days: 7 });
      const after = await patch({ assistants: [], time_zone: null, retention_days: 8 }).expect(200);
      expect(after.body.data.settings).toEqual({ retention_days: 8 });
    });

    test('whose numbers are read by the country that the workspace has', async () => {
      const { name } = await tenant();
      const patch = (settings: object) => operator('patch', `/v1/workspaces/${name}`, { settings });
      await patch({ default_country: 'DE' }).expect(200);
      const { body } = await patch({ numbers: ['030 123456'] }).expect(200);
      expect(body.data.settings.numbers).toEqual(['+4930123456']);
    });
  });

  describe('are administered', () => {
    test('all of them by an admin key of the default one, and by the admin token', async () => {
      const { name } = await tenant();
      for (const key of [server.keys.admin, server.keys.all, ADMIN_TOKEN]) {
        const { body } = await as(key)('get', '/v1/workspaces').expect(200);
        const names = body.data.map((workspace: { name: string }) => workspace.name);
        expect(names).toEqual(expect.arrayContaining(['default', name]));
        expect(names).toEqual([...names].sort());
      }
    });

    test('by an admin key of another one: it alone', async () => {
      const mine = await tenant();
      const { body } = await mine.admin('get', '/v1/workspaces').expect(200);
      expect(body.data).toMatchObject([{ name: mine.name }]);
      await mine.admin('get', `/v1/workspaces/${mine.name}`).expect(200);
      await mine.admin('patch', `/v1/workspaces/${mine.name}`, { settings: { retention_days: 3 } }).expect(200);
    });

    test('and what is another’s looks as if it were not there', async () => {
      const mine = await tenant();
      const theirs = await tenant();
      const missing = freshName();
      const secretId = randomUUID();
      const answers = async (name: string) => {
        const at = `/v1/workspaces/${name}`;
        const responses = [
          await mine.admin('get', at),
          await mine.admin('patch', at, { settings: { retention_days: 3 } }),
          await mine.admin('delete', at),
          await mine.admin('get', `${at}/secrets`),
          await mine.admin('post', `${at}/secrets`, { platform: 'vapi', name: 'secret', value: 'not-yours-at-all' }),
          await mine.admin('delete', `${at}/secrets/${secretId}`),
          await mine.admin('get', `${at}/webhook_key`),
          await mine.admin('post', `${at}/webhook_key`),
          await mine.admin('get', `/v1/keys?workspace=${name}`),
          await mine.admin('post', '/v1/keys', { name: 'x', scopes: ['read'], workspace: name }),
          await mine.admin('delete', `/v1/keys/${secretId}?workspace=${name}`),
        ];
        return responses.map(({ status, body }) => [status, JSON.stringify(body).replaceAll(name, 'NAME')]);
      };
      const about = await answers(missing);
      expect(await answers(theirs.name)).toEqual(about);
      expect(await answers('default')).toEqual(about);
      expect(new Set(about.map(([status]) => status))).toEqual(new Set([404]));
      expect(JSON.parse(about[0]![1] as string).errors).toMatchObject([
        { code: '10005', detail: 'There is no workspace "NAME".' },
      ]);
    });

    test('made and deleted by the default one only', async () => {
      const mine = await tenant();
      const made = await mine.admin('post', '/v1/workspaces', { name: freshName() }).expect(403);
      expect(made.body.errors).toMatchObject([
        { code: '10010', detail: 'Only an admin key of the default workspace may make workspaces.' },
      ]);
      const deleted = await mine.admin('delete', `/v1/workspaces/${mine.name}`).expect(403);
      expect(deleted.body.errors).toMatchObject([
        { detail: 'Only an admin key of the default workspace may delete workspaces.' },
      ]);
    });

    test.each(HOSTILE.filter((name) => name !== '' && name !== '..' && name !== '\ud800'))(
      'never under the name %j',
      async (name) => {
        const at = `/v1/workspaces/${encodeURIComponent(name)}`;
        for (const method of ['get', 'delete'] as const) {
          const { body } = await operator(method, at).expect(404);
          expect(body.errors).toMatchObject([{ detail: `There is no workspace ${JSON.stringify(name)}.` }]);
        }
        await operator('patch', at, { settings: {} }).expect(404);
        await operator('get', `${at}/secrets`).expect(404);
        await operator('get', `/v1/keys?workspace=${encodeURIComponent(name)}`).expect(404);
      },
    );
  });

  describe('are deleted', () => {
    test('with everything they have, and nothing of others', async () => {
      const gone = await tenant();
      const stays = await tenant();
      const before = new Map<string, ConversationListing>();
      for (const { key, name, admin } of [gone, stays]) {
        for (let index = 0; index < 3; index += 1) {
          const { body } = await as(key)('post', '/v2/ai/conversations', { name: `call ${index}` }).expect(200);
          await as(key)('post', `/v2/ai/conversations/${body.id}/message`, { role: 'user', content: 'hi' }).expect(200);
        }
        const secret = { platform: 'vapi', name: 'secret', value: `secret-${name}` };
        await admin('post', `/v1/workspaces/${name}/secrets`, secret).expect(201);
        await admin('get', `/v1/workspaces/${name}/webhook_key`).expect(200);
        before.set(name, await listingOf(server.app, key));
      }
      await operator('delete', `/v1/workspaces/${gone.name}`).expect(204);

      await operator('get', `/v1/workspaces/${gone.name}`).expect(404);
      // Its keys open nothing, at once.
      await gone.admin('get', '/v2/ai/conversations').expect(401);
      expect(await listingOf(server.app, stays.key)).toEqual(before.get(stays.name));
      const tables = await database().run(
        `SELECT DISTINCT table_name AS name FROM information_schema.columns
         WHERE table_schema = current_schema() AND column_name = 'workspace_id'`,
        [],
      );
      expect(tables.length).toBeGreaterThan(8);
      for (const { name } of tables) {
        const [row] = await database().run(`SELECT count(*) AS rows FROM "${name}" WHERE workspace_id = $1`, [gone.id]);
        expect([name, row?.rows]).toEqual([name, 0]);
      }
    });

    test('but for the default one', async () => {
      const { body } = await operator('delete', '/v1/workspaces/default').expect(422);
      expect(body.errors).toMatchObject([
        { detail: 'The workspace "default" cannot be deleted: requests that name none are for it.' },
      ]);
    });
  });

  test('take no other method', async () => {
    const { headers } = await operator('patch', '/v1/workspaces').expect(405);
    expect(headers.allow).toBe('GET, HEAD, POST');
  });
});
