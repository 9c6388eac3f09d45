import { createHmac, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ListeningServer } from '../../src/http/listen.js';
import { signRetell } from '../../src/platforms/retell/signature.js';
import { createApiKey } from '../../src/store/api-keys.js';
import { findCall } from '../../src/store/calls.js';
import { describeOnBothDatabases, makeWorkspace } from '../support/databases.js';
import { listMessagesOf } from '../support/messages-of.js';
import { HAS_PLATFORM_PAYLOADS, type PlatformPayload, platformPayloads } from '../support/platform-payloads.js';
import { playedMemories } from '../support/played-memories.js';
import { secretBoxFor } from '../support/secret-box.js';
import { listening, type TestApp, testApp } from '../support/server.js';

const HMAC = 'vapi-hmac-secret-0123456789';
const RETELL = 'key_retell_0123456789abcdef';
const SARAH = '+14155550142';

// The payloads are no part of the project: without their file beside it there is nothing to send here.
describeOnBothDatabases("the payloads of the platforms' public schemas", (database) => {
  describe.skipIf(!HAS_PLATFORM_PAYLOADS)('through a running server', () => {
    let server: TestApp;
    let socket: ListeningServer;
    let workspace: { readonly id: number; readonly name: string };
    beforeAll(async () => {
      const lines = ['Sarah Johnson: prefers morning slots before 11 AM'];
      const sarah = { name: 'Sarah Johnson', lines };
      const memories = playedMemories({ [`phone:${SARAH}`]: sarah, 'external_id:cust_8842': sarah });
      server = await testApp(database(), { memories, secretBox: await secretBoxFor() });
      socket = await listening(server.app);
      workspace = await makeWorkspace(database());
      const admin = (method: string, path: string, body: object) =>
        fetch(`${socket.url}/v1/workspaces/${workspace.name}${path}`, {
          method,
          headers: { authorization: `Bearer ${server.keys.admin}`, 'content-type': 'application/json' },
          body: JSON.stringify(body),
        });
      await admin('POST', '/secrets', { platform: 'vapi', name: 'hmac_secret', value: HMAC });
      await admin('POST', '/secrets', { platform: 'retell', name: 'api_key', value: RETELL });
      await admin('PATCH', '', {
        settings: { vapi_assistant: 'assistant-1', trusted_parameters: ['memory_user_id'], retell_agent: 'agent-1' },
      });
    });
    afterAll(() => socket?.stop(0));

    /** Sends a payload to the address that it names, signed anew. */
    async function send(
      { suggested_path, raw_body }: Pick<PlatformPayload, 'suggested_path' | 'raw_body'>,
      platform: 'vapi' | 'retell',
    ) {
      const now = new Date();
      const at = String(now.getTime());
      const signature =
        platform === 'retell'
          ? signRetell(RETELL, raw_body, now)
          : { 'x-timestamp': at, 'x-signature': createHmac('sha256', HMAC).update(`${at}.${raw_body}`).digest('hex') };
      return fetch(`${socket.url}/w/${workspace.name}${suggested_path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...signature },
        body: raw_body,
      });
    }

    const vapi = platformPayloads('vapi').map((payload) => [payload.id, payload] as const);
    const retell = platformPayloads('retell').map((payload) => [payload.id, payload] as const);

    test.each([...vapi, ...retell])('%s is answered with the status that is expected', async (id, payload) => {
      const platform = id.startsWith('vapi') ? 'vapi' : 'retell';
      const response = await send(payload, platform);
      // A report that was sent before is 200.
      const { http_status } = payload.expected;
      expect([http_status ?? 204, ...(http_status === 202 ? [200] : [])]).toContain(response.status);
      const unsigned = await fetch(`${socket.url}/w/${workspace.name}${payload.suggested_path}`, {
        method: 'POST',
        headers: { ...payload.headers, 'content-type': 'application/json' },
        body: payload.raw_body,
      });
      expect(unsigned.status).toBe(401);
    });

    test.each(vapi.filter(([, { body }]) => body.message.type === 'tool-calls'))(
      '%s is told of whom the carrier or the operator names',
      async (_id, payload) => {
        const { results } = (await (await send(payload, 'vapi')).json()) as {
          results: { toolCallId: string; result: string }[];
        };
        const ids = payload.expected.response_example.results.map(
          ({ toolCallId }: { toolCallId: string }) => toolCallId,
        );
        expect(results.map(({ toolCallId }) => toolCallId)).toEqual(ids);
        expect(results[0]?.result).toBe(
          'Known about caller (Sarah Johnson): Sarah Johnson: prefers morning slots before 11 AM',
        );
      },
    );

    test('the web caller is nobody where the workspace does not trust the variable', async () => {
      const other = await makeWorkspace(database());
      const key = (await createApiKey(database().knex, { workspaceId: other.id, name: 'test', scopes: ['platform'] }))
        .key;
      const payload = platformPayloads('vapi').find(({ id }) => id.startsWith('vapi-03')) as PlatformPayload;
      const response = await fetch(`${socket.url}${payload.suggested_path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
        body: payload.raw_body,
      });
      expect(await response.json()).toMatchObject({ results: [{ result: 'Web caller — no phone number yet.' }] });
    });

    test.each(vapi.filter(([, { body }]) => body.message.type === 'assistant-request'))(
      '%s names an assistant and all variables',
      async (_id, payload) => {
        const answer = (await (await send(payload, 'vapi')).json()) as {
          assistantId: string;
          assistantOverrides: { variableValues: object };
        };
        expect(answer.assistantId).toBe('assistant-1');
        const { variableValues } = payload.expected.response_example.assistantOverrides;
        expect(Object.keys(answer.assistantOverrides.variableValues)).toEqual(
          expect.arrayContaining(Object.keys(variableValues)),
        );
      },
    );

    test.each(vapi.filter(([, { body }]) => body.message.type === 'end-of-call-report'))(
      '%s is kept as it is expected, once',
      async (_id, payload) => {
        const { id: callId } = payload.body.message.call;
        const answers = [await send(payload, 'vapi'), await send(payload, 'vapi')];
        expect(await answers[1]?.json()).toMatchObject({
          status: 'duplicate',
          sub_user_id: payload.expected.response_example.sub_user_id,
        });
        const turns = await listMessagesOf(database(), workspace.id, 'vapi', callId);
        expect(turns).toHaveLength(
          payload.body.message.artifact.messages.filter(({ role }: { role: string }) =>
            payload.expected.turns_kept.includes(role),
          ).length,
        );
        expect(turns.join('\n')).not.toContain('Known about caller');
      },
    );

    test.each(vapi.filter(([, { body }]) => body.message.type === 'knowledge-base-request'))(
      '%s gets documents',
      async (_id, payload) => {
        expect(await (await send(payload, 'vapi')).json()).toMatchObject({
          documents: [{ content: 'Sarah Johnson: prefers morning slots before 11 AM', similarity: 1 }],
        });
      },
    );

    test('a search of Retell is answered in the shape that is expected', async () => {
      const payload = platformPayloads('retell').find(({ id }) => id.includes('search_memory')) as PlatformPayload;
      const answer = (await (await send(payload, 'retell')).json()) as Record<string, unknown>;
      expect(Object.keys(answer)).toEqual(expect.arrayContaining(Object.keys(payload.expected.response_example)));
      expect(answer.contextText).toContain('prefers morning slots');
    });

    test('an inbound call of Retell gets the variables and the agent', async () => {
      const payload = platformPayloads('retell').find(({ id }) => id.includes('call_inbound')) as PlatformPayload;
      const answer = (await (await send(payload, 'retell')).json()) as { call_inbound: Record<string, object> };
      const { dynamic_variables, metadata } = payload.expected.response_example.call_inbound;
      expect(Object.keys(answer.call_inbound.dynamic_variables ?? {})).toEqual(
        expect.arrayContaining(Object.keys(dynamic_variables)),
      );
      expect(answer.call_inbound).toMatchObject({
        metadata: { memory_user_id: metadata.memory_user_id },
        override_agent_id: 'agent-1',
      });
    });

    test('a call of Retell is kept once: recorded during the call, ended twice, and updated late', async () => {
      const byId = (part: string) => platformPayloads('retell').find(({ id }) => id.includes(part)) as PlatformPayload;
      const callId = `call_${randomUUID()}`;
      const ofCall = ({ suggested_path, body }: PlatformPayload) => ({
        suggested_path,
        raw_body: JSON.stringify({ ...body, call: { ...body.call, call_id: callId } }),
      });
      for (const part of [
        'record_turn',
        'record_turn',
        'call_ended',
        'call_ended',
        'transcript_updated',
        'record_turn',
      ]) {
        expect((await send(ofCall(byId(part)), 'retell')).ok).toBe(true);
      }
      const ended = byId('call_ended');
      const turns = await listMessagesOf(database(), workspace.id, 'retell', callId);
      expect(turns).toEqual(
        ended.body.call.transcript_object.map(
          ({ role, content }: { role: string; content: string }) =>
            `${role === 'agent' ? 'assistant' : 'user'}: ${content}`,
        ),
      );
      const call = await findCall(database().knex, workspace.id, 'retell', callId);
      expect(call?.reportedAt).not.toBeNull();
    });
  });
});
