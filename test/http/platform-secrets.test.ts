import { generateKeyPairSync, randomUUID } from 'node:crypto';
import request from 'supertest';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createPlatformSecrets } from '../../src/store/platform-secrets.js';
import type { SecretBox } from '../../src/store/secret-box.js';
import { listSecrets } from '../../src/store/workspace-secrets.js';
import { describeOnBothDatabases, makeWorkspace } from '../support/databases.js';
import { secretBoxFor } from '../support/secret-box.js';
import { memoryLog, type TestApp, testApp } from '../support/server.js';
import { telnyxSigner } from '../support/signing.js';

describeOnBothDatabases("platforms' secrets", (database) => {
  const environment = {
    telnyxApiKey: `KEY-environment-${randomUUID()}`,
    vapiSecret: `vapi-environment-${randomUUID()}`,
  };
  let server: TestApp;
  let secretBox: SecretBox;
  /** Two workspaces of each test's own. */
  let one: string;
  let two: string;
  let oneId: number;
  beforeAll(async () => {
    secretBox = await secretBoxFor();
    server = await testApp(database(), { secretBox, settings: environment });
  });
  beforeEach(async () => {
    const made = await makeWorkspace(database());
    one = made.name;
    oneId = made.id;
    two = (await makeWorkspace(database())).name;
  });

  const send = (method: 'get' | 'post' | 'patch' | 'delete', path: string, body?: object) =>
    request(server.app)[method](`/v1/workspaces${path}`).set('authorization', `Bearer ${server.keys.admin}`).send(body);
  const add = (workspace: string, value: string, platform = 'vapi', name = 'secret') =>
    send('post', `/${workspace}/secrets`, { platform, name, value });
  const set = (workspace: string, settings: object) => send('patch', `/${workspace}`, { settings });
  const list = async (workspace: string) => (await send('get', `/${workspace}/secrets`).expect(200)).body.data;

  const secretsOf = (box: SecretBox | undefined = secretBox) => {
    const { log, lines } = memoryLog();
    const secrets = [{ platform: 'telnyx', name: 'api_key', value: environment.telnyxApiKey }];
    const own = { workspaceId: server.workspaceId, secrets };
    return { lines, secrets: createPlatformSecrets({ database: database(), secretBox: box, environment: own, log }) };
  };

  describe('are kept', () => {
    test('sealed, and shown without their values', async () => {
      const value = `vapi-${randomUUID()}`;
      const { body } = await add(one, `  ${value}\n`).expect(201);
      expect(body.data).toEqual({
        id: expect.any(String),
        platform: 'vapi',
        name: 'secret',
        created_at: expect.stringMatching(/Z$/),
      });
      expect(await list(one)).toEqual([body.data]);
      const [row] = await database().run(
        'SELECT to_jsonb(s)::text AS columns, sealed FROM workspace_secrets s WHERE workspace_id = $1 AND id = $2',
        [oneId, body.data.id],
      );
      expect(row?.columns).not.toContain(value);
      expect((row?.sealed as Buffer | undefined)?.includes(value)).toBe(false);
      expect(JSON.stringify(server.logLines)).not.toContain(value);
      expect(await secretsOf().secrets.valuesOf(oneId, 'vapi', 'secret')).toEqual([value]);
    });

    test('several of a kind, the newest first, until they are removed', async () => {
      const values = ['first', 'second', 'third'].map((text) => `KEY-${text}-${randomUUID()}`);
      for (const value of values) await add(one, value, 'telnyx', 'api_key').expect(201);
      const { secrets } = secretsOf();
      expect(await secrets.valuesOf(oneId, 'telnyx', 'api_key')).toEqual([...values].reverse());
      expect(await secrets.telnyxApiKeyOf(oneId)).toBe(values[2]);
      const newest = (await list(one)).at(-1);
      await send('delete', `/${one}/secrets/${newest.id}`).expect(204);
      await send('delete', `/${one}/secrets/${newest.id}`).expect(404);
      expect(await secrets.telnyxApiKeyOf(oneId)).toBe(values[1]);
    });

    test('once, however often they are set', async () => {
      const first = await add(one, 'the-same-secret-of-one').expect(201);
      const again = await add(one, 'the-same-secret-of-one').expect(201);
      expect(again.body).toEqual(first.body);
      await send('delete', `/${one}/secrets/${first.body.data.id}`).expect(204);
    });

    test('ten of a kind at most', async () => {
      for (let index = 0; index < 10; index += 1) await add(one, `secret-${index}-${randomUUID()}`).expect(201);
      const { body } = await add(one, `secret-10-${randomUUID()}`).expect(422);
      expect(body.errors).toMatchObject([
        { detail: 'The workspace has 10 secrets of this kind; remove one that is not used any more first.' },
      ]);
    });

    test('never another workspace’s to remove', async () => {
      const { body } = await add(one, `vapi-${randomUUID()}`).expect(201);
      const response = await send('delete', `/${two}/secrets/${body.data.id}`).expect(404);
      expect(response.body.errors).toMatchObject([{ detail: `There is no secret "${body.data.id}".` }]);
      expect(await list(one)).toHaveLength(1);
    });

    test('a public key in its one spelling', async () => {
      const { publicKey } = telnyxSigner();
      await add(one, publicKey, 'telnyx', 'public_key').expect(201);
      // The last character of base64 has bits that mean nothing.
      const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
      const last = alphabet[alphabet.indexOf(publicKey.at(-2)!) + 1];
      const spelled = `${publicKey.slice(0, -2)}${last}=`;
      expect(Buffer.from(spelled, 'base64')).toEqual(Buffer.from(publicKey, 'base64'));
      await add(one, spelled, 'telnyx', 'public_key').expect(201);
      expect(await list(one)).toHaveLength(1);
      await add(two, spelled, 'telnyx', 'public_key').expect(422);
    });

    const pem = generateKeyPairSync('ed25519').publicKey.export({ format: 'pem', type: 'spki' }).toString();
    const noKey = '"value" has to be the public key as the Telnyx portal shows it: 32 bytes in base64.';
    test.each<[string, object, string, string]>([
      [
        'an unknown platform',
        { platform: 'twilio', name: 'x', value: 'xxxxxxxx' },
        '/platform',
        '"platform" has to be one of "telnyx", "vapi", "retell", "lookup".',
      ],
      [
        'an unknown kind',
        { platform: 'retell', name: 'secret', value: 'xxxxxxxx' },
        '/name',
        '"name" has to be one of "api_key" for retell.',
      ],
      [
        'a kind from the prototype',
        { platform: 'vapi', name: 'constructor', value: 'xxxxxxxx' },
        '/name',
        '"name" has to be one of "secret", "hmac_secret" for vapi.',
      ],
      ['a short public key', { platform: 'telnyx', name: 'public_key', value: 'AAAA' }, '/value', noKey],
      ['a public key as PEM', { platform: 'telnyx', name: 'public_key', value: pem }, '/value', noKey],
      [
        'a short secret',
        { platform: 'vapi', name: 'secret', value: ' short ' },
        '/value',
        '"value" has 5 characters; it has to have 8 to 1024.',
      ],
      [
        'a long secret',
        { platform: 'vapi', name: 'secret', value: 'x'.repeat(1025) },
        '/value',
        '"value" has 1025 characters; it has to have 8 to 1024.',
      ],
      [
        'two lines',
        { platform: 'vapi', name: 'secret', value: 'one line\nand another' },
        '/value',
        '"value" has to be of letters, digits and signs of ASCII, without spaces.',
      ],
      [
        'a character that cannot be stored',
        { platform: 'vapi', name: 'secret', value: 'secret\0secret' },
        '/value',
        '"value" holds the character U+0000, which cannot be stored.',
      ],
      ['no value', { platform: 'vapi', name: 'secret' }, '/value', '"value" is missing.'],
    ])('never %s', async (_what, body, pointer, detail) => {
      const response = await send('post', `/${one}/secrets`, body).expect(422);
      expect(response.body.errors).toMatchObject([{ detail, source: { pointer } }]);
    });

    test('never without a secret key, which is said', async () => {
      const bare = await testApp(database());
      const { body } = await request(bare.app)
        .post(`/v1/workspaces/${one}/secrets`)
        .set('authorization', `Bearer ${bare.keys.admin}`)
        .send({ platform: 'vapi', name: 'secret', value: 'a-good-secret' })
        .expect(422);
      expect(body.errors).toMatchObject([
        { detail: "Set RINGBACK_SECRET_KEY (32 characters or more) to keep platforms' secrets." },
      ]);
    });

    test('but do not open with another secret key, and the log says so without them', async () => {
      const value = `vapi-${randomUUID()}`;
      await add(one, value).expect(201);
      const { secrets, lines } = secretsOf(await secretBoxFor('another secret key of more than 32 characters'));
      expect(await secrets.valuesOf(oneId, 'vapi', 'secret')).toEqual([]);
      expect(lines).toMatchObject([
        {
          workspace: one,
          platform: 'vapi',
          name: 'secret',
          msg: 'a secret cannot be opened: RINGBACK_SECRET_KEY is not the one it was sealed with',
        },
      ]);
      expect(JSON.stringify(lines)).not.toContain(value);
    });
  });

  describe('of the environment', () => {
    test('are the default workspace’s, after its own', async () => {
      const { secrets } = secretsOf();
      expect(await secrets.valuesOf(server.workspaceId, 'telnyx', 'api_key')).toEqual([environment.telnyxApiKey]);
      const { body } = await add('default', 'KEY-of-the-default-itself', 'telnyx', 'api_key').expect(201);
      expect(await secrets.telnyxApiKeyOf(server.workspaceId)).toBe('KEY-of-the-default-itself');
      await send('delete', `/default/secrets/${body.data.id}`).expect(204);
      expect(await secrets.telnyxApiKeyOf(server.workspaceId)).toBe(environment.telnyxApiKey);
    });

    test('are nobody else’s', async () => {
      const { secrets } = secretsOf();
      expect(await secrets.telnyxApiKeyOf(oneId)).toBeUndefined();
      expect(await secrets.telnyxApiKeyOf(2_000_000_000)).toBeUndefined();
      expect((await secrets.holderNamed(one))?.secrets).toEqual([]);
    });

    test('are not used while a workspace has the same and not both list what is theirs', async () => {
      await set('default', { assistants: ['assistant-default'] }).expect(200);
      await set(one, { assistants: ['assistant-one'] }).expect(200);
      const kept = await add(one, environment.telnyxApiKey, 'telnyx', 'api_key').expect(201);
      const { secrets, lines } = secretsOf();
      const seen = async () => [await secrets.telnyxApiKeyOf(server.workspaceId), await secrets.telnyxApiKeyOf(oneId)];
      expect(await seen()).toEqual([environment.telnyxApiKey, environment.telnyxApiKey]);
      // As if the environment had been set to the same only after the lists were gone.
      await database().knex.raw(`UPDATE workspaces SET settings = '{}' WHERE id = ?`, [oneId]);
      expect(await seen()).toEqual([undefined, undefined]);
      expect(lines).toMatchObject([
        { workspace: 'default', platform: 'telnyx' },
        { workspace: one, platform: 'telnyx' },
      ]);
      expect(JSON.stringify(lines)).not.toContain(environment.telnyxApiKey);
      await send('delete', `/${one}/secrets/${kept.body.data.id}`).expect(204);
      expect(await seen()).toEqual([environment.telnyxApiKey, undefined]);
      await set('default', { assistants: null }).expect(200);
    });
  });

  describe('that two workspaces have', () => {
    const rule =
      'Workspaces may share one only while all of them list their assistants, agents or numbers, so that it is clear whose an event is.';

    test.each<[string, object, object, number]>([
      ['neither lists anything', {}, {}, 422],
      ['only the first lists something', { assistants: ['a'] }, {}, 422],
      ['only the second lists something', {}, { agents: ['b'] }, 422],
      ['other settings are there', { retention_days: 3 }, { time_zone: 'UTC' }, 422],
      ['both list something', { assistants: ['a'] }, { assistants: ['b'], numbers: ['+13128675309'] }, 201],
    ])('are refused unless both say what is theirs: %s', async (_what, first, second, status) => {
      const value = `shared-${randomUUID()}`;
      await set(one, first).expect(200);
      await set(two, second).expect(200);
      await add(one, value).expect(201);
      const response = await add(two, value).expect(status);
      if (status === 201) return;
      expect(response.body.errors).toMatchObject([
        {
          detail: `The workspace "${one}" has this vapi secret, too. ${rule} Set those lists first, in every one of them, or take the secret of another account.`,
          source: { pointer: '/value' },
        },
      ]);
      expect(await list(two)).toEqual([]);
    });

    test('are refused also under another name, but not for another platform', async () => {
      const value = `shared-${randomUUID()}`;
      await add(one, value, 'vapi', 'secret').expect(201);
      await add(two, value, 'vapi', 'hmac_secret').expect(422);
      await add(two, value, 'retell', 'api_key').expect(201);
    });

    test('are refused where the other one is the default with its environment', async () => {
      const { body } = await add(one, environment.vapiSecret).expect(422);
      expect(body.errors).toMatchObject([
        { detail: expect.stringMatching(/^The workspace "default" has this vapi secret, too\. /) },
      ]);
      await set(one, { assistants: ['a'] }).expect(200);
      await add(one, environment.vapiSecret).expect(422);
      // The default one may have its own twice.
      const twice = await add('default', environment.vapiSecret).expect(201);
      await send('delete', `/default/secrets/${twice.body.data.id}`).expect(204);
    });

    test('say nothing of each other to their own people', async () => {
      const value = `shared-${randomUUID()}`;
      await add(one, value).expect(201);
      const made = await request(server.app)
        .post('/v1/keys')
        .set('authorization', `Bearer ${server.keys.admin}`)
        .send({ name: 'x', scopes: ['admin'], workspace: two });
      const { body } = await request(server.app)
        .post(`/v1/workspaces/${two}/secrets`)
        .set('authorization', `Bearer ${made.body.data.key}`)
        .send({ platform: 'vapi', name: 'secret', value })
        .expect(422);
      expect(body.errors[0].detail).toMatch(/^Another workspace has this vapi secret, too\. /);
      expect(JSON.stringify(body)).not.toContain(one);
    });

    test('keep them to their lists until one of them has it no more', async () => {
      const value = `shared-${randomUUID()}`;
      await set(one, { assistants: ['a'], numbers: ['+13128675309'] }).expect(200);
      await set(two, { agents: ['b'] }).expect(200);
      await add(one, value).expect(201);
      const { body: kept } = await add(two, value).expect(201);
      await set(one, { assistants: null }).expect(200);
      const { body } = await set(one, { numbers: [] }).expect(422);
      expect(body.errors).toMatchObject([
        {
          detail: `The workspace "${two}" has this vapi secret, too. ${rule} Keep a list, or remove the secret from one of them first.`,
          source: { pointer: '/settings' },
        },
      ]);
      await set(two, { agents: null }).expect(422);
      await set(two, { agents: null, numbers: ['+15551230001'] }).expect(200);
      await send('delete', `/${two}/secrets/${kept.data.id}`).expect(204);
      await set(one, { numbers: null }).expect(200);
      await set(two, { numbers: null }).expect(200);
    });

    test('are refused while both list the same assistant, and may be had when one of them does not any more', async () => {
      const value = `shared-${randomUUID()}`;
      await set(one, { assistants: ['a', 'both'], numbers: ['+13128675309'] }).expect(200);
      await set(two, { assistants: ['both', 'b'], agents: ['a'] }).expect(200);
      await add(one, value).expect(201);
      const { body } = await add(two, value).expect(422);
      expect(body.errors).toMatchObject([
        {
          detail: `The workspace "${one}" has this vapi secret, too, and "both" in its assistants as well: whose an event is would not be clear. Take it out of the assistants of one of them, or use the secret of another account.`,
          source: { pointer: '/value' },
        },
      ]);
      expect(await list(two)).toEqual([]);
      await set(two, { assistants: ['b'] }).expect(200);
      await add(two, value).expect(201);
      // And it does not become so afterwards, in whatever form a number is written.
      const again = await set(two, { assistants: ['b', 'a'] }).expect(422);
      expect(again.body.errors).toMatchObject([
        {
          detail: expect.stringContaining('"a" in its assistants as well'),
          source: { pointer: '/settings/assistants' },
        },
      ]);
      await set(two, { numbers: ['(312) 867-5309'] }).expect(422);
      await set(two, { time_zone: 'UTC' }).expect(200);
      await set(two, { agents: ['c'], assistants: ['b', 'd'] }).expect(200);
    });

    test.each<[string, object, object, number]>([
      ['vapi', { assistants: ['a'] }, { numbers: ['+13128675309'] }, 422],
      ['retell', { agents: ['a'] }, { numbers: ['+13128675309'] }, 422],
      // No event of Vapi names an agent, none of Retell an assistant: one of them takes none.
      ['vapi', { assistants: ['a'] }, { agents: ['b'] }, 201],
      ['retell', { assistants: ['a'] }, { agents: ['b'], numbers: ['+13128675309'] }, 201],
      ['vapi', { assistants: ['a'], numbers: ['+13128675300'] }, { numbers: ['+13128675309'] }, 201],
      ['retell', { agents: ['a'], numbers: ['+13128675300'] }, { agents: ['b'], assistants: ['c'] }, 201],
    ])(
      'are refused while an event could be both’s, as what they list is of different kinds: %s, %j and %j',
      async (platform, first, second, status) => {
        const value = `shared-${randomUUID()}`;
        const name = platform === 'vapi' ? 'secret' : 'api_key';
        await set(one, first).expect(200);
        await set(two, second).expect(200);
        await add(one, value, platform, name).expect(201);
        const { body } = await add(two, value, platform, name).expect(status);
        if (status === 201) return;
        const kind = platform === 'vapi' ? 'assistants' : 'agents';
        expect(body.errors).toMatchObject([
          {
            detail: `The workspace "${one}" has this ${platform} secret, too, but what is listed there and here is of different kinds: an event that names one of each would be both's. List the ${kind} of all of them, or the numbers of all of them, or use the secret of another account.`,
            source: { pointer: '/value' },
          },
        ]);
        expect(await list(two)).toEqual([]);
      },
    );

    test('do not come to lists of different kinds afterwards', async () => {
      const value = `shared-${randomUUID()}`;
      await set(one, { assistants: ['a'] }).expect(200);
      await set(two, { assistants: ['b'], numbers: ['+13128675309'] }).expect(200);
      await add(one, value).expect(201);
      await add(two, value).expect(201);
      const { body } = await set(two, { assistants: null }).expect(422);
      expect(body.errors).toMatchObject([
        {
          detail: expect.stringContaining('what is listed there and here is of different kinds'),
          source: { pointer: '/settings' },
        },
      ]);
      await set(two, { numbers: null }).expect(200);
    });

    test('are one, however many ask at once', async () => {
      const value = `shared-${randomUUID()}`;
      const answers = await Promise.all([add(one, value), add(two, value)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
    });

    test('or lists that go while the secret comes: one of the two is refused', async () => {
      const value = `shared-${randomUUID()}`;
      await set(one, { assistants: ['a'] }).expect(200);
      await set(two, { assistants: ['b'] }).expect(200);
      await add(one, value).expect(201);
      const [added, changed] = await Promise.all([add(two, value), set(one, { assistants: null })]);
      expect([added.status, changed.status]).toSatisfy(
        ([add, change]) => (add === 201 && change === 422) || (add === 422 && change === 200),
      );
      const holders = (await listSecrets(database().knex, oneId)).length + (await list(two)).length;
      expect(holders).toBe(added.status === 201 ? 2 : 1);
    });
  });
});
