import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { beforeAll, describe, expect, test } from 'vitest';
import { PLATFORM_BODY_BYTES_MAX, VOICE_BODY_BYTES_MAX } from '../../src/http/read-body.js';
import { signRetell } from '../../src/platforms/retell/signature.js';
import { createApiKey } from '../../src/store/api-keys.js';
import { describeOnBothDatabases, makeWorkspace } from '../support/databases.js';
import { secretBoxFor } from '../support/secret-box.js';
import { type TestApp, testApp } from '../support/server.js';
import { telnyxSigner } from '../support/signing.js';

const stranger = telnyxSigner();
const BODY = '{"data":{}}';
const TOO_LARGE = `"${'x'.repeat(Math.max(PLATFORM_BODY_BYTES_MAX, VOICE_BODY_BYTES_MAX))}"`;

interface Platform {
  readonly name: 'Telnyx' | 'Vapi' | 'Retell';
  readonly path: string;
  /** What a workspace has that has configured it. */
  readonly secret: { readonly platform: string; readonly name: string; readonly value: string };
  /** A body that somebody else signed, or sent with a secret of nobody. */
  readonly forge: (body: string) => Record<string, string>;
  /** What whoever runs the server is told of a workspace without that. */
  readonly missing: (workspace: string) => string;
  /** What the log calls a wrong one. */
  readonly refused: string;
  readonly lists: string;
}

const PLATFORMS: readonly Platform[] = [
  {
    name: 'Telnyx',
    path: '/telnyx/dynamic-variables',
    secret: { platform: 'telnyx', name: 'public_key', value: telnyxSigner().publicKey },
    forge: (body) => stranger.headers(body),
    missing: (workspace) => `no public key: ringback workspaces secret set ${workspace} telnyx public_key`,
    refused: 'telnyx signature refused',
    lists: 'assistants and numbers',
  },
  {
    name: 'Vapi',
    path: '/vapi',
    secret: { platform: 'vapi', name: 'secret', value: 'vapi-secret-of-the-known-workspace' },
    forge: () => ({ 'x-vapi-secret': 'a-secret-of-nobody' }),
    missing: (workspace) => `no secret: ringback workspaces secret set ${workspace} vapi secret`,
    refused: 'vapi secret refused',
    lists: 'assistants and numbers',
  },
  {
    name: 'Retell',
    path: '/retell/inbound',
    secret: { platform: 'retell', name: 'api_key', value: 'key_retell_of_the_known_workspace' },
    forge: (body) => signRetell('a-key-of-nobody', body, new Date()),
    missing: (workspace) => `no API key of Retell: ringback workspaces secret set ${workspace} retell api_key`,
    refused: 'retell signature refused',
    lists: 'agents and numbers',
  },
];

describeOnBothDatabases('the admission of platforms', (database) => {
  let server: TestApp;
  /** With every platform's secret, without any, and somebody else's; of the first two nobody here has a key. */
  let names: Readonly<Record<'configured' | 'bare' | 'unknown', string>>;
  let keys: Readonly<Record<'none' | 'other' | 'scope', string>>;

  const operator = (method: 'post' | 'patch', path: string, body: object) =>
    request(server.app)[method](path).set('authorization', `Bearer ${server.keys.admin}`).send(body);

  beforeAll(async () => {
    server = await testApp(database(), { secretBox: await secretBoxFor(), settings: { telnyxPublicKeys: [] } });
    const [configured, bare, other] = [
      await makeWorkspace(database()),
      await makeWorkspace(database()),
      await makeWorkspace(database()),
    ];
    for (const { secret } of PLATFORMS)
      await operator('post', `/v1/workspaces/${configured.name}/secrets`, secret).expect(201);
    const keyOf = async (scopes: readonly ('read' | 'platform')[]) =>
      (await createApiKey(database().knex, { workspaceId: other.id, name: 'test', scopes })).key;
    names = { configured: configured.name, bare: bare.name, unknown: `ws-${randomUUID()}` };
    keys = { none: 'rb_nobody-has-this-one', other: await keyOf(['platform']), scope: await keyOf(['read']) };
  });

  const send = (path: string, headers: Record<string, string>, body = BODY) =>
    request(server.app)
      .post(path)
      .set({ 'content-type': 'application/json', ...headers })
      .send(body);
  const bearer = (key: string) => ({ authorization: `Bearer ${key}` });

  describe.each(PLATFORMS)('$name', ({ name, path, secret, forge, missing, refused, lists }) => {
    const notConfigured = `${name} is not configured for this workspace.`;
    const INVALID = 'The required authentication headers were either invalid or not included in the request.';

    /** All that tells one answer from another, the name that was asked for and what is new in each aside. */
    async function answerOf(workspace: string, headers: Record<string, string>, body = BODY) {
      const response = await send(`/w/${workspace}${path}`, headers, body);
      const { date: _date, 'x-request-id': _id, ...others } = response.headers;
      return { status: response.status, detail: response.body.errors[0].detail, headers: others, body: response.body };
    }

    test.each<[what: string, headers: (body: string) => Record<string, string>, status: number, detail: string]>([
      ['a key that is none', () => bearer(keys.none), 401, INVALID],
      ['a key that is too long to be one', () => bearer('x'.repeat(2_000)), 401, INVALID],
      ['a key that is none and a forged signature', (body) => ({ ...bearer(keys.none), ...forge(body) }), 401, INVALID],
      ['a key of another workspace', () => bearer(keys.other), 404, notConfigured],
      [
        'another key, and a forged signature',
        (body) => ({ ...bearer(keys.other), ...forge(body) }),
        404,
        notConfigured,
      ],
      ['a key of another workspace and scope', () => bearer(keys.scope), 403, expect.any(String)],
    ])('answers %s as in a workspace that there is not', async (_what, headers, status, detail) => {
      for (const body of [BODY, TOO_LARGE]) {
        const unknown = await answerOf(names.unknown, headers(body), body);
        expect(unknown).toMatchObject({ status, detail });
        expect(await answerOf(names.configured, headers(body), body)).toEqual(unknown);
        expect(await answerOf(names.bare, headers(body), body)).toEqual(unknown);
      }
    });

    // A workspace that has configured the platform answers these 401: a signature or secret that is wrong.
    test.each<[what: string, headers: (body: string) => Record<string, string>]>([
      ['nothing', () => ({})],
      ['a forged signature', forge],
      ['credentials of another kind', () => ({ authorization: 'Basic YTpi' })],
    ])('answers %s, where it is not configured, as in a workspace that there is not', async (_what, headers) => {
      for (const body of [BODY, TOO_LARGE]) {
        const unknown = await answerOf(names.unknown, headers(body), body);
        expect(unknown).toMatchObject({ status: 404, detail: notConfigured });
        expect(await answerOf(names.bare, headers(body), body)).toEqual(unknown);
      }
      expect(await answerOf(names.configured, headers(BODY))).toMatchObject({ status: 401, detail: INVALID });
    });

    test('tells the log why, and nobody else; and never a secret', async () => {
      const before = server.logLines.length;
      const said = () =>
        server.logLines
          .slice(before)
          .filter(({ msg }) => msg !== 'request')
          .map(({ msg, reason }) => [msg, reason]);
      await send(`/w/${names.unknown}${path}`, forge(BODY)).expect(404);
      await send(`/w/${names.bare}${path}`, forge(BODY)).expect(404);
      await send(path, forge(BODY)).expect(404);
      await send(`/w/${names.configured}${path}`, bearer(keys.other)).expect(404);
      await send(`/w/${names.configured}${path}`, forge(BODY)).expect(401);
      const listing = await makeWorkspace(database());
      const settings = { assistants: ['assistant-1'], agents: ['agent-1'] };
      await operator('patch', `/v1/workspaces/${listing.name}`, { settings }).expect(200);
      const created = await createApiKey(database().knex, {
        ...{ workspaceId: listing.id, name: 'test', scopes: ['platform'] },
      });
      await send(`/w/${listing.name}${path}`, bearer(created.key)).expect(404);
      const variable = { Telnyx: 'TELNYX_PUBLIC_KEY', Vapi: 'VAPI_SECRET', Retell: 'RETELL_API_KEY' }[name];
      const answered404 = `${name.toLowerCase()} webhook answered 404`;
      expect(said()).toEqual([
        [answered404, 'there is no such workspace'],
        [answered404, missing(names.bare)],
        [answered404, `${missing('default')}, or ${variable}`],
        [answered404, 'the key is of another workspace than the path'],
        [refused, expect.any(String)],
        [answered404, `not of the ${lists} that the workspace "${listing.name}" lists`],
      ]);
      const logged = JSON.stringify(server.logLines);
      for (const hidden of [...Object.values(keys), created.key, secret.value, ...Object.values(forge(BODY))])
        if (!/^\d+$/.test(hidden)) expect(logged).not.toContain(hidden);
    });
  });
});
