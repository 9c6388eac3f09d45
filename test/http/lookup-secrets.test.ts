import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import request from 'supertest';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSecretBox } from '../../src/store/open-secret-box.js';
import { describeOnBothDatabases, temporaryFolder } from '../support/databases.js';
import { type TestApp, testApp } from '../support/server.js';
import { initializationEvent } from '../support/signing.js';

describeOnBothDatabases('secrets of look-ups', (database) => {
  let server: TestApp;
  let crm: Server;
  const tokens: (string | undefined)[] = [];

  beforeAll(async () => {
    const secretBox = await openSecretBox('embedded', await temporaryFolder(), undefined);
    server = await testApp(database(), { ...(secretBox === undefined ? {} : { secretBox }) });
    crm = createServer((req, res) => {
      tokens.push(req.headers.authorization);
      res.end(JSON.stringify({ tier: 'gold', echo: req.headers.authorization }));
    });
    await new Promise<void>((resolve) => crm.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    crm.close();
  });

  const api = (method: 'post' | 'put', path: string) =>
    request(server.app)[method](path).set('authorization', `Bearer ${server.keys.admin}`);

  test('go to their source, and never into an answer', async () => {
    const secret = { platform: 'lookup', name: 'crm_token', value: 'crm-token-1234' };
    await api('post', '/v1/workspaces/default/secrets').send(secret).expect(201);
    const { port } = crm.address() as AddressInfo;
    const source = `version: 1
policies:
  - name: with-crm
    lookups:
      crm: { url: "http://127.0.0.1:${port}/?phone={{ telnyx_end_user_target | url_encode }}", headers: { authorization: "Bearer {{ secrets.crm_token }}" } }
    dynamic_variables: { tier: "{{ lookups.crm.tier }}", echo: "{{ lookups.crm.echo }}" }
`;
    await api('put', '/v1/policies').send({ source }).expect(200);
    const event = JSON.stringify(initializationEvent());
    const { body } = await request(server.app)
      .post('/telnyx/dynamic-variables')
      .set(server.telnyx.headers(event))
      .send(event);
    expect(body.dynamic_variables).toMatchObject({ tier: 'gold', echo: '' });
    expect(tokens).toContain('Bearer crm-token-1234');
    expect(JSON.stringify(server.logLines)).not.toContain('crm-token-1234');
  });

  test('have names that templates can say', async () => {
    const secret = { platform: 'lookup', name: 'no spaces', value: 'crm-token-1234' };
    const { body } = await api('post', '/v1/workspaces/default/secrets').send(secret).expect(422);
    expect(body.errors[0].detail).toBe('"name" has to be of letters, digits, "_" and "-", such as crm_token.');
  });
});
