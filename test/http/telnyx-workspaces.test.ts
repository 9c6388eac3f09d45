import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createApiKey } from '../../src/store/api-keys.js';
import type { Database } from '../../src/store/database.js';
import { DatabaseTimeout, DatabaseUnavailable } from '../../src/store/database-error.js';
import type { SecretBox } from '../../src/store/secret-box.js';
import { createWorkspace } from '../../src/store/workspaces.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { secretBoxFor } from '../support/secret-box.js';
import { type TestApp, testApp } from '../support/server.js';
import { initializationEvent, type TelnyxSigner, telnyxSigner } from '../support/signing.js';

const CALLER = '+15551230001';

const NEUTRAL = {
  dynamic_variables: {
    caller_known: 'false',
    caller_name: '',
    memory_context: '',
    memory_user_id: '',
    last_conversation_at: '',
  },
  conversation: { metadata: {} },
};

const NOT_CONFIGURED = {
  errors: [
    {
      code: '10005',
      title: 'Resource not found',
      detail: 'Telnyx is not configured for this workspace.',
      meta: { url: 'https://developers.telnyx.com/docs/overview/errors/10005' },
    },
  ],
};

/** A database that can be taken away. */
interface Fault {
  readonly wrap: (real: Database) => Database;
  state: 'up' | 'down' | 'hanging';
  /** How often it was asked for a workspace with its secrets. */
  asked: number;
}

/** As a statement ends whose answer does not come. */
function late(timeoutMs = 10_000): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new DatabaseTimeout('The database did not answer in time.')), timeoutMs);
  });
}

function faulty(): Fault {
  const fault: Fault = {
    state: 'up',
    asked: 0,
    wrap: (real) => ({
      ...real,
      run: (sql, ...rest) => {
        if (sql.includes('workspace_secrets')) fault.asked += 1;
        if (fault.state === 'down')
          return Promise.reject(new DatabaseUnavailable('The database does not answer: gone.'));
        return fault.state === 'hanging' ? late(rest[1]?.timeoutMs) : real.run(sql, ...rest);
      },
      knex: new Proxy(real.knex, {
        get: (knex, name, receiver) =>
          name === 'raw' && fault.state !== 'up'
            ? () => Promise.reject(new DatabaseUnavailable('The database does not answer: gone.'))
            : Reflect.get(knex, name, receiver),
      }),
    }),
  };
  return fault;
}

describeOnBothDatabases("a workspace's Telnyx webhooks", (database) => {
  let secretBox: SecretBox;
  let server: TestApp;
  let fault: Fault;
  let name: string;
  let id: number;
  let telnyx: TelnyxSigner;

  beforeAll(async () => {
    secretBox = await secretBoxFor();
  });
  /** A server without anything cached, and a workspace with a Telnyx key of its own. */
  beforeEach(async () => {
    fault = faulty();
    server = await testApp(database(), { secretBox, wrap: fault.wrap });
    telnyx = telnyxSigner();
    ({ name, id } = await tenant());
    await keep(telnyx);
  });

  async function tenant() {
    const made = await createWorkspace(database().knex, { name: `ws-${randomUUID()}` });
    if (made === undefined) throw new Error('The name is taken.');
    return made;
  }

  const operator = (method: 'get' | 'post' | 'patch' | 'delete', path: string, body?: object) =>
    request(server.app)[method](path).set('authorization', `Bearer ${server.keys.admin}`).send(body);
  const keep = async (signer: TelnyxSigner, workspace = name): Promise<string> => {
    const secret = { platform: 'telnyx', name: 'public_key', value: signer.publicKey };
    return (await operator('post', `/v1/workspaces/${workspace}/secrets`, secret).expect(201)).body.data.id;
  };
  const set = (settings: object, workspace = name) =>
    operator('patch', `/v1/workspaces/${workspace}`, { settings }).expect(200);

  interface Sent {
    readonly payload?: object;
    readonly path?: string;
    readonly key?: string;
    readonly app?: TestApp['app'];
  }

  /** Sends an initialization as the signer's Telnyx would; without one, unsigned. */
  function call(signer: TelnyxSigner | undefined, { payload = {}, path, key, app = server.app }: Sent = {}) {
    const body = JSON.stringify(initializationEvent({ telnyx_end_user_target: CALLER, ...payload }));
    const post = request(app)
      .post(path ?? `/w/${name}/telnyx/dynamic-variables`)
      .set(signer?.headers(body) ?? {});
    return (key === undefined ? post : post.set('authorization', `Bearer ${key}`)).send(body);
  }

  const keyOf = async (workspaceId: number, scopes: readonly ('read' | 'platform' | 'admin')[]) =>
    (await createApiKey(database().knex, { workspaceId, name: 'test', scopes })).key;

  async function converse(workspaceId: number, target = CALLER): Promise<void> {
    await database().knex.raw(
      `INSERT INTO conversations (workspace_id, id, metadata, created_at, last_message_at)
       VALUES (?, ?, ?, '2025-04-07T10:00:00Z', '2025-04-07T10:00:00Z')`,
      [workspaceId, randomUUID(), JSON.stringify({ telnyx_end_user_target: target })],
    );
  }

  describe('are let in', () => {
    test('by its own key, and answered from its own conversations', async () => {
      await converse(id);
      const { body } = await call(telnyx).expect(200);
      expect(body.dynamic_variables).toMatchObject({
        caller_known: 'true',
        last_conversation_at: '2025-04-07T10:00:00.000Z',
      });
      expect(server.logLines.at(-1)).toMatchObject({ msg: 'request', workspace: name });
      // Another one's are not known there.
      const other = await tenant();
      const otherTelnyx = telnyxSigner();
      await keep(otherTelnyx, other.name);
      const answer = await call(otherTelnyx, { path: `/w/${other.name}/telnyx/dynamic-variables` }).expect(200);
      expect(answer.body.dynamic_variables.caller_known).toBe('false');
    });

    test('by each of several keys, until one is removed', async () => {
      const next = telnyxSigner();
      const nextId = await keep(next);
      await call(telnyx).expect(200);
      await call(next).expect(200);
      await operator('delete', `/v1/workspaces/${name}/secrets/${nextId}`).expect(204);
      await call(next).expect(401);
      await call(telnyx).expect(200);
    });

    test('never by the environment’s key, with or without one of its own', async () => {
      await call(server.telnyx).expect(401);
      const bare = await tenant();
      const response = await call(server.telnyx, { path: `/w/${bare.name}/telnyx/dynamic-variables` });
      expect([response.status, response.body]).toEqual([404, NOT_CONFIGURED]);
    });

    test('never by another workspace’s key', async () => {
      const other = await tenant();
      const theirs = telnyxSigner();
      await keep(theirs, other.name);
      await call(theirs).expect(401);
      await call(telnyx, { path: '/telnyx/dynamic-variables' }).expect(401);
    });

    test('as the default one by its stored keys beside the environment’s', async () => {
      const stored = telnyxSigner();
      const storedId = await keep(stored, 'default');
      for (const path of ['/telnyx/dynamic-variables', '/w/default/telnyx/dynamic-variables']) {
        await call(stored, { path }).expect(200);
        await call(server.telnyx, { path }).expect(200);
      }
      await operator('delete', `/v1/workspaces/default/secrets/${storedId}`).expect(204);
      await call(stored, { path: '/telnyx/dynamic-variables' }).expect(401);
    });

    test('with the country of the workspace', async () => {
      const german = { telnyx_end_user_target: '030 123456' };
      expect((await call(telnyx, { payload: german })).body.dynamic_variables.memory_user_id).not.toContain('+49');
      await set({ default_country: 'DE' });
      const { body } = await call(telnyx, { payload: german }).expect(200);
      expect(body.dynamic_variables.memory_user_id).toBe('voice:+4930123456');
    });

    test.each([
      'missing',
      '..%2fdefault',
      '%2e%2e',
      'DEFAULT',
      'default%20',
      'default%00',
      'd%C3%A9fault',
      '%EF%BD%84efault',
      'a'.repeat(64),
      '-',
      `'%3B%20DROP%20TABLE%20workspaces--`,
    ])('never under the name %s, whoever signed', async (hostile) => {
      for (const signer of [telnyx, server.telnyx, undefined]) {
        const response = await call(signer, { path: `/w/${hostile}/telnyx/dynamic-variables` });
        expect([response.status, response.body]).toEqual([404, NOT_CONFIGURED]);
      }
    });

    test('never with the workspace in another spelling', async () => {
      await call(telnyx, { path: `/w/${name.toUpperCase()}/telnyx/dynamic-variables` }).expect(404);
    });
  });

  describe('with an API key', () => {
    test('are for the key’s workspace, and still signed', async () => {
      const key = await keyOf(id, ['platform']);
      for (const path of ['/telnyx/dynamic-variables', `/w/${name}/telnyx/dynamic-variables`]) {
        await call(telnyx, { path, key }).expect(200);
        expect(server.logLines.at(-1)).toMatchObject({ workspace: name });
        await call(undefined, { path, key }).expect(401);
        await call(server.telnyx, { path, key }).expect(401);
      }
    });

    test('need no signature while the workspace has no Telnyx key', async () => {
      const bare = await tenant();
      await converse(bare.id);
      const path = `/w/${bare.name}/telnyx/dynamic-variables`;
      await call(undefined, { path }).expect(404);
      const { body } = await call(undefined, { path, key: await keyOf(bare.id, ['platform']) }).expect(200);
      expect(body.dynamic_variables.caller_known).toBe('true');
    });

    test('of another workspace than the path’s are for nobody', async () => {
      const other = await tenant();
      const key = await keyOf(other.id, ['admin']);
      for (const workspace of [name, 'default', 'missing']) {
        const path = `/w/${workspace}/telnyx/dynamic-variables`;
        for (const signer of [telnyx, server.telnyx]) {
          const response = await call(signer, { path, key });
          expect([response.status, response.body]).toEqual([404, NOT_CONFIGURED]);
        }
      }
      // Also not those of who runs the server.
      await call(telnyx, { key: server.keys.admin }).expect(404);
    });

    test('that is none, or has not the scope, are refused', async () => {
      await call(telnyx, { key: 'rb_nobody-has-this-one' }).expect(401);
      await call(telnyx, { key: await keyOf(id, ['read']) }).expect(403);
      await call(telnyx, { key: await keyOf(id, ['admin']) }).expect(200);
    });

    test('of another kind are none of our business', async () => {
      const body = JSON.stringify(initializationEvent());
      await request(server.app)
        .post(`/w/${name}/telnyx/dynamic-variables`)
        .set({ ...telnyx.headers(body), authorization: 'Basic dXNlcjpwYXNz' })
        .send(body)
        .expect(200);
    });
  });

  describe('for a workspace with lists', () => {
    const ours = { assistant_id: 'assistant-ours', telnyx_agent_target: '+13128675309' };
    test.each<[string, object, object, number]>([
      ['a listed assistant', { assistants: ['assistant-ours'] }, ours, 200],
      ['another assistant', { assistants: ['assistant-theirs'] }, ours, 404],
      ['no assistant', { assistants: ['assistant-ours'] }, { ...ours, assistant_id: undefined }, 404],
      ['a listed number', { numbers: ['+13128675309'] }, ours, 200],
      [
        'a listed number, spelled otherwise',
        { numbers: ['+13128675309'] },
        { ...ours, telnyx_agent_target: '(312) 867-5309' },
        200,
      ],
      ['another number', { numbers: ['+13128675300'] }, ours, 404],
      ['no number', { numbers: ['+13128675309'] }, { ...ours, telnyx_agent_target: undefined }, 404],
      [
        'a listed SIP URI',
        { numbers: ['sip:desk@example.com'] },
        { ...ours, telnyx_agent_target: 'sip:desk@example.com' },
        200,
      ],
      ['both listed', { assistants: ['assistant-ours'], numbers: ['+13128675309'] }, ours, 200],
      [
        'a listed assistant at another number',
        { assistants: ['assistant-ours'], numbers: ['+13128675300'] },
        ours,
        404,
      ],
      [
        'another assistant at a listed number',
        { assistants: ['assistant-theirs'], numbers: ['+13128675309'] },
        ours,
        404,
      ],
      [
        'a listed assistant on the web',
        { assistants: ['assistant-ours'], numbers: ['+13128675300'] },
        { ...ours, telnyx_agent_target: 'web' },
        200,
      ],
      ['agents at Retell only', { agents: ['agent-1'] }, ours, 404],
      ['an assistant that is no text', { assistants: ['7'] }, { ...ours, assistant_id: 7 }, 404],
      ['no lists', { time_zone: 'UTC' }, ours, 200],
    ])('are let in by what it lists: %s', async (_what, settings, payload, status) => {
      await set(settings);
      const before = server.logLines.length;
      const response = await call(telnyx, { payload });
      expect(response.status).toBe(status);
      if (status !== 404) return;
      expect(response.body).toEqual(NOT_CONFIGURED);
      expect(server.logLines[before]).toMatchObject({
        msg: 'telnyx webhook answered 404',
        reason: `not of the assistants and numbers that the workspace "${name}" lists`,
      });
    });

    test('two of one Telnyx account each get their own', async () => {
      const other = await tenant();
      await set({ assistants: ['assistant-1'] });
      await set({ assistants: ['assistant-2'] }, other.name);
      await keep(telnyx, other.name);
      const statuses = async (workspace: string) =>
        Promise.all(
          ['assistant-1', 'assistant-2', 'assistant-3'].map(
            async (assistant_id) =>
              (await call(telnyx, { payload: { assistant_id }, path: `/w/${workspace}/telnyx/dynamic-variables` }))
                .status,
          ),
        );
      expect([await statuses(name), await statuses(other.name)]).toEqual([
        [200, 404, 404],
        [404, 200, 404],
      ]);
    });

    test('the default one among them', async () => {
      await set({ assistants: ['assistant-ours'] }, 'default');
      await call(server.telnyx, { path: '/telnyx/dynamic-variables' }).expect(404);
      await call(server.telnyx, { path: '/telnyx/dynamic-variables', payload: ours }).expect(200);
      await set({ assistants: null }, 'default');
    });

    test('a body that says nothing is nobody’s', async () => {
      await set({ assistants: ['assistant-ours'] });
      for (const body of ['', '[]', 'no JSON', '{"data":{"payload":{"assistant_id":"__proto__"}}}']) {
        await request(server.app)
          .post(`/w/${name}/telnyx/dynamic-variables`)
          .set(telnyx.headers(body))
          .set('content-type', 'application/json')
          .send(body)
          .expect(404);
      }
    });
  });

  test('cost no query for their keys while those are fresh', async () => {
    await call(telnyx).expect(200);
    await call(server.telnyx, { path: '/telnyx/dynamic-variables' }).expect(200);
    fault.asked = 0;
    for (let round = 0; round < 20; round += 1) {
      await call(telnyx).expect(200);
      await call(server.telnyx, { path: '/telnyx/dynamic-variables' }).expect(200);
      await call(telnyx, { path: '/w/missing/telnyx/dynamic-variables' }).expect(404);
    }
    expect(fault.asked).toBeLessThanOrEqual(2);
  });

  describe.each(['down', 'hanging'] as const)('while the database is %s', (state) => {
    test('those of a workspace that was known are checked as before', async () => {
      await call(telnyx).expect(200);
      fault.state = state;
      const payload = { telnyx_end_user_target: '+15551239999' };
      const { body, headers } = await call(telnyx, { payload }).expect(200);
      expect(body.dynamic_variables.memory_user_id).toBe('voice:+15551239999');
      expect(headers).toHaveProperty('x-ringback-left-out');
      await call(server.telnyx).expect(401);
      await call(undefined).expect(401);
    });

    test('those of the default one are checked by the environment’s key, known or not', async () => {
      fault.state = state;
      const path = '/telnyx/dynamic-variables';
      const { body } = await call(server.telnyx, { path }).expect(200);
      expect(body.dynamic_variables.memory_user_id).toBe(`voice:${CALLER}`);
      await call(telnyx, { path }).expect(401);
    });

    test('those of a workspace that nobody knows get what is said to everybody, in time', async () => {
      fault.state = state;
      const start = performance.now();
      for (const workspace of [name, 'missing']) {
        const { body, headers } = await call(undefined, { path: `/w/${workspace}/telnyx/dynamic-variables` }).expect(
          200,
        );
        expect(body).toEqual(NEUTRAL);
        expect(headers).toHaveProperty('x-ringback-left-out');
      }
      expect(performance.now() - start).toBeLessThan(2 * 700);
      fault.state = 'up';
      await expect
        .poll(async () => (await call(telnyx)).body.dynamic_variables?.memory_user_id, { timeout: 5_000 })
        .toBe(`voice:${CALLER}`);
      await call(undefined).expect(401);
    });
  });

  test('with a key that cannot be looked up get what is said to everybody', async () => {
    const key = await keyOf(id, ['platform']);
    await call(telnyx).expect(200);
    fault.state = 'down';
    expect((await call(telnyx, { key }).expect(200)).body).toEqual(NEUTRAL);
  });

  test('may come unsigned from this machine where that is allowed and it has no key', async () => {
    const open = await testApp(database(), { secretBox, settings: { allowUnsigned: true } });
    const bare = await tenant();
    await call(undefined, { app: open.app, path: `/w/${bare.name}/telnyx/dynamic-variables` }).expect(200);
    await call(undefined, { app: open.app }).expect(401);
    await call(undefined, { app: open.app, path: '/w/missing/telnyx/dynamic-variables' }).expect(404);
  });
});
