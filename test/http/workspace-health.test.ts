import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { beforeAll, expect, test } from 'vitest';
import { describeOnBothDatabases, makeWorkspace } from '../support/databases.js';
import { playedMemories } from '../support/played-memories.js';
import { type TestApp, testApp } from '../support/server.js';

const SECRET = 'vapi-secret-of-the-environment';
const HOUR_MS = 3_600_000;

describeOnBothDatabases('the health of a workspace', (database) => {
  let server: TestApp;
  let now = new Date('2026-03-02T15:00:00.000Z');
  beforeAll(async () => {
    server = await testApp(database(), {
      now: () => now,
      memories: playedMemories({}),
      settings: { vapiSecret: SECRET },
    });
  });

  const health = async (name = 'default', key = server.keys.admin) =>
    request(server.app).get(`/v1/workspaces/${name}/health`).set('authorization', `Bearer ${key}`);
  const tell = (message: object) => request(server.app).post('/vapi').set('x-vapi-secret', SECRET).send({ message });
  const call = () => ({ id: randomUUID(), type: 'inboundPhoneCall', customer: { number: '+14155550142' } });
  const quiet = { last_event_at: null, last_event_type: null, calls_without_report: 0, without_report_since: null };

  test('tells what came, and which calls were never reported', async () => {
    expect((await health()).body.data).toEqual({
      workspace: 'default',
      last_extraction_at: null,
      platforms: [
        { platform: 'telnyx', configured: true, ...quiet },
        { platform: 'vapi', configured: true, ...quiet },
        { platform: 'retell', configured: false, ...quiet },
      ],
    });
    const [lost, whole] = [call(), call()];
    for (const one of [lost, whole])
      await tell({ type: 'status-update', status: 'in-progress', call: one }).expect(200);
    const vapi = async () => (await health()).body.data.platforms[1];
    // What is only noted is not waited for.
    await expect.poll(async () => (await vapi()).last_event_type).toBe('status-update');
    now = new Date(now.getTime() + HOUR_MS / 2);
    await tell({ type: 'end-of-call-report', call: whole, transcript: 'User: Hello.' }).expect(200);
    expect(await vapi()).toEqual({
      ...{
        platform: 'vapi',
        configured: true,
        last_event_at: '2026-03-02T15:30:00.000Z',
        last_event_type: 'end-of-call-report',
      },
      // The other one may go on.
      ...{ calls_without_report: 0, without_report_since: null },
    });
    now = new Date(now.getTime() + HOUR_MS);
    await expect
      .poll(vapi)
      .toMatchObject({ calls_without_report: 1, without_report_since: '2026-03-02T15:00:00.000Z' });
    await tell({ type: 'end-of-call-report', call: lost, transcript: 'User: Hello.' }).expect(200);
    expect(await vapi()).toMatchObject({ calls_without_report: 0 });
  });

  test('is told to its own admins and to operators', async () => {
    const { name } = await makeWorkspace(database());
    expect((await health(name)).status).toBe(200);
    expect((await health('nobody')).status).toBe(404);
    expect((await health('default', server.keys.read)).status).toBe(403);
  });
});
