import request from 'supertest';
import { beforeAll, describe, expect, test } from 'vitest';
import { createApiKey } from '../../src/store/api-keys.js';
import { describeOnBothDatabases, makeWorkspace } from '../support/databases.js';
import { type TestApp, testApp } from '../support/server.js';
import { initializationEvent } from '../support/signing.js';

const SOURCE = `version: 1
policies:
  - name: front-desk
    match: { assistants: [assistant-1] }
    dynamic_variables: { greeting: "Hello {{ caller.name | default: 'there' }}" }
    memory:
      conversation_query: "metadata->telnyx_end_user_target=eq.{{telnyx_end_user_target}}&limit=5&order=last_message_at.desc"
`;

const EVENT = initializationEvent({ assistant_id: 'assistant-1' });

describeOnBothDatabases('policies', (database) => {
  let server: TestApp;
  let other: { readonly name: string; readonly key: string };
  beforeAll(async () => {
    server = await testApp(database());
    const workspace = await makeWorkspace(database());
    const { key } = await createApiKey(database().knex, {
      workspaceId: workspace.id,
      name: 'test',
      scopes: ['admin'],
    });
    other = { name: workspace.name, key };
  });

  const api = (method: 'get' | 'put' | 'post' | 'delete', path = '', key = server.keys.admin) =>
    request(server.app)[method](`/v1/policies${path}`).set('authorization', `Bearer ${key}`);

  async function webhook(event: object = EVENT) {
    const body = JSON.stringify(event);
    return request(server.app).post('/telnyx/dynamic-variables').set(server.telnyx.headers(body)).send(body);
  }

  test('of a workspace that has none are the built-in one', async () => {
    const { body } = await api('get').expect(200);
    expect(body.data).toEqual({
      workspace: 'default',
      revision: 0,
      applied_at: null,
      source: '',
      policies: [],
      warnings: [],
    });
    const missing = await api('delete').expect(404);
    expect(missing.body.errors[0].detail).toBe('The workspace "default" has no policies.');
  });

  test('hold from the moment they are applied until they are removed, and for their workspace only', async () => {
    expect((await webhook()).body.dynamic_variables).not.toHaveProperty('greeting');
    const applied = await api('put').send({ source: SOURCE }).expect(200);
    expect(applied.body.data).toMatchObject({
      workspace: 'default',
      revision: 1,
      policies: ['front-desk'],
      warnings: [],
    });
    await expect.poll(async () => (await webhook()).body.dynamic_variables.greeting).toBe('Hello there');
    expect((await webhook(initializationEvent())).body.dynamic_variables).not.toHaveProperty('greeting');
    expect((await api('put').send({ source: SOURCE }).expect(200)).body.data.revision).toBe(1);
    expect((await api('get', '', other.key).expect(200)).body.data.revision).toBe(0);

    await api('delete').expect(204);
    await expect.poll(async () => (await webhook()).body.dynamic_variables.greeting).toBeUndefined();
  });

  test('with any problem in them are not applied, and what runs stays', async () => {
    await api('put').send({ source: SOURCE }).expect(200);
    const refused = await api('put')
      .send({ source: SOURCE.replace('caller.name', 'caler.name'), file_name: 'mine.yaml' })
      .expect(422);
    expect(refused.body.errors).toEqual([
      {
        code: '10027',
        title: 'Unprocessable Entity',
        detail: 'Unknown variable "caler.name".',
        source: { pointer: '/source' },
        meta: {
          url: 'https://developers.telnyx.com/docs/overview/errors/10027',
          line: 5,
          column: 46,
          hint: 'Did you mean "caller.name"?',
          shown: [
            'mine.yaml:5:46 Unknown variable "caler.name".',
            `  dynamic_variables: { greeting: "Hello {{ caler.name | default: 'there' }}" }`,
            '                                           ^^^^^^^^^^',
            '  Did you mean "caller.name"?',
          ].join('\n'),
        },
      },
    ]);
    expect((await api('get')).body.data.source).toBe(SOURCE);
    await expect.poll(async () => (await webhook()).body.dynamic_variables.greeting).toBe('Hello there');
  });

  test('can be tried on an event, those that hold and others', async () => {
    const { body } = await api('post', '/test').send({ event: EVENT }).expect(200);
    expect(body.data).toMatchObject({
      policy: 'front-desk',
      answer: { dynamic_variables: { greeting: 'Hello there' } },
      steps: [
        { part: 'policy', detail: 'The policy "front-desk" matches.' },
        { part: 'verification', detail: 'The caller id is unverified; unverified: withhold_sensitive.' },
        { part: 'identity', detail: 'The caller is voice:+15551234567.' },
        { part: 'dynamic_variables.greeting', detail: `"Hello there" from Hello {{ caller.name | default: 'there' }}` },
        {
          part: 'memory.conversation_query',
          detail: 'metadata->telnyx_end_user_target=eq.+15551234567&limit=5&order=last_message_at.desc',
        },
      ],
      parts: [{ part: 'caller_profile' }],
    });
    const source = 'version: 1\npolicies: [{ name: tried, unverified: deny }]\n';
    const tried = await api('post', '/test').send({ event: EVENT, source }).expect(200);
    expect(tried.body.data).toMatchObject({ policy: 'tried', parts: [] });
    const builtIn = await api('post', '/test').send({ event: {} }).expect(200);
    expect(builtIn.body.data.steps[0]).toEqual({
      part: 'policy',
      detail: 'No policy matches: the built-in one holds.',
    });
  });

  describe("are their own workspace's", () => {
    test.each([
      ['get', '', undefined],
      ['put', '', { source: SOURCE }],
      ['delete', '', undefined],
      ['post', '/test', { event: {} }],
    ] as const)('%s %s', async (method, path, body) => {
      const theirs = api(method, `${path}?workspace=default`, other.key);
      const { body: refusal } = await (body === undefined ? theirs : theirs.send(body)).expect(404);
      expect(refusal.errors[0].detail).toBe('There is no workspace "default".');
    });

    test('also where the file names another', async () => {
      const source = `workspace: default\n${SOURCE}`;
      await api('put', '', other.key).send({ source }).expect(404);
      const byOperator = await api('put')
        .send({ source: `workspace: ${other.name}\n${SOURCE}` })
        .expect(200);
      expect(byOperator.body.data.workspace).toBe(other.name);
    });
  });

  test.each([
    ['no source', {}, '"source" is missing.'],
    ['something else', { source: SOURCE, sauce: 1 }, '"sauce" is no field of this body.'],
    ['a NUL', { source: 'a\u0000' }, '"source" holds the character U+0000,'],
  ])('with %s are refused', async (_what, body, detail) => {
    const response = await api('put').send(body).expect(422);
    expect(response.body.errors[0].detail).toContain(detail.slice(0, 40));
  });
});
