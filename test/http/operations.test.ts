import { setTimeout as sleep } from 'node:timers/promises';
import request from 'supertest';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { describeOnBothDatabases } from '../support/databases.js';
import { type TestApp, testApp } from '../support/server.js';
import { initializationEvent } from '../support/signing.js';

describeOnBothDatabases('the server', (database) => {
  let server: TestApp;
  let isDown = false;
  const options = (settings = {}) => ({
    settings,
    wrap: (real: ReturnType<typeof database>) => ({
      ...real,
      ping: (timeoutMs: number) => (isDown ? Promise.resolve(false) : real.ping(timeoutMs)),
    }),
  });

  beforeAll(async () => {
    server = await testApp(database(), options());
  });
  beforeEach(() => {
    isDown = false;
  });

  const get = (path: string, app = server.app) => request(app).get(path);

  test('is healthy while it lives, whatever the database does', async () => {
    isDown = true;
    expect((await get('/health').expect(200)).body).toEqual({ status: 'ok' });
  });

  test('is ready while the database answers', async () => {
    expect((await get('/ready').expect(200)).body).toEqual({ status: 'ready' });
    isDown = true;
    const { body } = await get('/ready').expect(503);
    expect(body.errors).toMatchObject([
      { code: '10037', title: 'Service unavailable', detail: 'The database did not answer within 1000 ms.' },
    ]);
    const failed = server.logLines.find(({ msg }) => msg === 'request failed');
    expect(failed).toMatchObject({ route: '/ready', reason: 'The database did not answer within 1000 ms.' });
    expect(failed).not.toHaveProperty('error');
  });

  test('asks the database once for all who want to know at the same time', async () => {
    let pings = 0;
    const slow = await testApp(database(), {
      wrap: (real) => ({
        ...real,
        ping: async (timeoutMs) => {
          pings += 1;
          await sleep(300);
          return real.ping(timeoutMs);
        },
      }),
    });
    await Promise.all(Array.from({ length: 8 }, () => get('/ready', slow.app).expect(200)));
    expect(pings).toBe(1);
    await get('/ready', slow.app).expect(200);
    expect(pings).toBe(2);
  });

  describe('shows metrics', () => {
    test('by the patterns of routes', async () => {
      await get('/v2/ai/conversations/11111111-2222-4333-8444-555555555555')
        .set('authorization', `Bearer ${server.keys.all}`)
        .expect(404);
      await get('/v2/ai/conversations?name=eq.x').set('authorization', `Bearer ${server.keys.all}`).expect(200);
      await get('/nowhere/at/all').expect(404);
      const { text, headers } = await get('/metrics').expect(200);
      expect(headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/);
      expect(text).toContain(
        'ringback_http_request_duration_seconds_count{method="GET",route="/v2/ai/conversations/:conversation_id",status="404"} 1',
      );
      expect(text).toContain(
        'ringback_http_request_duration_seconds_count{method="GET",route="(none)",status="404"} 1',
      );
      expect(text).toMatch(/ringback_api_key_look_ups_total\{result="hit"\} \d/);
      expect(text).toMatch(/ringback_query_shapes 1/);
      expect(text).toMatch(/ringback_query_compilations_total\{result="miss"\} 1/);
      expect(text).not.toContain('11111111');
    });

    test('twice the same without anything between', async () => {
      const shapes = async () => /ringback_query_compilations_total.*/.exec((await get('/metrics')).text)?.[0];
      expect(await shapes()).toBe(await shapes());
    });

    test('to nobody without a key on a public address', async () => {
      const { app, keys } = await testApp(database(), options({ metricsOpen: false }));
      await get('/metrics', app).expect(401);
      await get('/metrics', app).set('authorization', `Bearer ${keys.write}`).expect(403);
      await get('/metrics', app).set('authorization', `Bearer ${keys.read}`).expect(200);
      await get('/metrics', app).set('authorization', `Bearer ${keys.admin}`).expect(200);
    });
  });

  test.each(['x-forwarded-for', 'forwarded', 'via'])('shows metrics by key to what comes with %s', async (header) => {
    await get('/metrics').set(header, '127.0.0.1').expect(401);
    await get('/metrics').set(header, '127.0.0.1').set('authorization', `Bearer ${server.keys.read}`).expect(200);
  });

  describe('gives every request an id', () => {
    test.each(['abc-123', 'req_1.2:3', 'A'.repeat(64)])('and keeps %s', async (id) => {
      const { headers } = await get('/health').set('x-request-id', id);
      expect(headers['x-request-id']).toBe(id);
    });

    test.each([undefined, '', 'a b', '+13128675309', 'x'.repeat(65), 'a"b', 'é'])('and not %j', async (id) => {
      const sent = get('/health');
      if (id !== undefined) sent.set('x-request-id', id);
      expect((await sent).headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    });

    test('also those it refuses', async () => {
      const { headers } = await get('/v2/ai/conversations').expect(401);
      expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    });
  });

  test('writes one line for a request, without what the request said', async () => {
    const before = server.logLines.length;
    const body = { name: 'Sarah Johnson', metadata: { telnyx_end_user_target: '+13128675309' } };
    const authorization = `Bearer ${server.keys.all}`;
    const { body: created } = await request(server.app)
      .post('/ai/conversations')
      .set('authorization', authorization)
      .set('x-request-id', 'r-1')
      .send(body)
      .expect(200);
    await get(`/v2/ai/conversations/${created.id}`).set('authorization', authorization).expect(200);
    await get('/v2/ai/conversations?metadata->telnyx_end_user_target=eq.%2B13128675309')
      .set('authorization', authorization)
      .expect(200);
    await get('/v2/ai/conversations?name=equals.Sarah').set('authorization', authorization).expect(422);
    const event = JSON.stringify(initializationEvent({ telnyx_end_user_target: '+13128675309' }));
    await request(server.app).post('/telnyx/dynamic-variables').set(server.telnyx.headers(event)).send(event);
    await request(server.app).post('/telnyx/dynamic-variables').set('telnyx-timestamp', '13128675309').send(event);

    const lines = server.logLines.slice(before).filter((line) => line.msg === 'request');
    expect(lines[0]).toEqual({
      level: 30,
      time: expect.any(Number),
      msg: 'request',
      method: 'POST',
      route: '/v2/ai/conversations',
      status: 200,
      duration_ms: expect.any(Number),
      request_id: 'r-1',
      workspace: 'default',
    });
    expect(lines.map(({ method, route, status }) => `${method} ${route} ${status}`)).toEqual([
      'POST /v2/ai/conversations 200',
      'GET /v2/ai/conversations/:conversation_id 200',
      'GET /v2/ai/conversations 200',
      'GET /v2/ai/conversations 422',
      'POST /telnyx/dynamic-variables 200',
      'POST /telnyx/dynamic-variables 401',
    ]);
    const logged = JSON.stringify(server.logLines.slice(before));
    for (const secret of ['Sarah', '3128675309', created.id, server.keys.all, 'Bearer', 'equals']) {
      expect(logged).not.toContain(secret);
    }
  });

  test('sends the headers that keep browsers out, and no other of its own', async () => {
    const { headers } = await get('/health');
    expect(headers).toMatchObject({
      'content-security-policy': expect.stringContaining("default-src 'self'"),
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
    });
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('etag');
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  });
});
