import request from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeOnBothDatabases } from '../support/databases.js';
import { rememberCall, rememberCaller, somePhone } from '../support/remembered-callers.js';
import { type TestApp, testApp } from '../support/server.js';
import { initializationEvent } from '../support/signing.js';

describeOnBothDatabases('a caller who is remembered, at the start of a conversation at Telnyx', (database) => {
  let api: TestApp;
  const phone = somePhone();
  beforeAll(async () => {
    // Whoever asks waits for as long as a busy machine takes.
    api = await testApp(database(), { settings: { budgetMs: 20_000 }, now: () => new Date('2026-03-09T14:00:00Z') });
    const callerId = await rememberCaller(database(), api.workspaceId, [phone]);
    await rememberCall(database(), api.workspaceId, {
      ...{
        callerId,
        at: '2026-03-05T10:00:00.000Z',
        agentId: 'another-platforms-agent',
        episode: 'Sarah asked for a quote.',
      },
      facts: [
        { predicate: 'name', value: 'Sarah Johnson' },
        { predicate: 'prefers', value: 'morning slots', statement: 'prefers morning slots' },
        { predicate: 'allergy', value: 'penicillin', statement: 'is allergic to penicillin' },
      ],
    });
  });
  afterAll(() => api.jobs.stop(0));

  async function variables(payload: object, app = api): Promise<Record<string, string>> {
    const body = JSON.stringify(initializationEvent({ telnyx_end_user_target: phone.value, ...payload }));
    const response = await request(app.app)
      .post('/telnyx/dynamic-variables')
      .set({
        'content-type': 'application/json',
        ...app.telnyx.headers(body, Date.parse('2026-03-09T14:00:00Z') / 1000),
      })
      .send(body);
    expect(response.status).toBe(200);
    return response.body.dynamic_variables;
  }

  it('is named, and what is known is told', async () => {
    const verified = { telnyx_end_user_target_verified: true, telnyx_shaken_stir_attestation: 'A' };
    expect(await variables(verified)).toEqual({
      caller_known: 'true',
      caller_name: 'Sarah Johnson',
      memory_context:
        'prefers morning slots | is allergic to penicillin | last call on Thursday 5 March: Sarah asked for a quote',
      memory_user_id: `voice:${phone.value}`,
      last_conversation_at: '2026-03-05T10:00:00.000Z',
    });
  });

  it('is told of without what is sensitive, where the caller id is not verified', async () => {
    const { caller_name: name, memory_context: context } = await variables({});
    expect(name).toBe('Sarah Johnson');
    expect(context).toBe('prefers morning slots | last call on Thursday 5 March: Sarah asked for a quote');
  });

  it('is nobody under another number', async () => {
    expect(await variables({ telnyx_end_user_target: somePhone().value })).toMatchObject({
      ...{ caller_known: 'false', caller_name: '', memory_context: '' },
    });
  });

  it('is who the conversations say while memory is late', async () => {
    const memories = {
      ...{ search: async () => ({ hits: [], contextText: '', complete: false }), warm() {}, forget() {} },
      recall: async () => ({ status: 'late' as const, name: '', summary: '', lines: [], facts: {} }),
      size: { callers: 0, bytes: 0 },
    };
    const app = await testApp(database(), { memories, now: () => new Date('2026-03-09T14:00:00Z') });
    const body = JSON.stringify(initializationEvent({ telnyx_end_user_target: phone.value }));
    const response = await request(app.app)
      .post('/telnyx/dynamic-variables')
      .set({
        'content-type': 'application/json',
        ...app.telnyx.headers(body, Date.parse('2026-03-09T14:00:00Z') / 1000),
      })
      .send(body);
    expect(response.headers['x-ringback-left-out']).toBe('memory');
    expect(response.body.dynamic_variables).toMatchObject({ caller_known: 'false', caller_name: '' });
    await app.jobs.stop(0);
  });
});
