import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signRetell } from '../../src/platforms/retell/signature.js';
import { listMessagesOf } from '../support/messages-of.js';
import { startVoiceServer, type VoiceServer, WAYS_TO_LEAVE } from '../support/voice-server.js';

const NEUTRAL = { caller_known: 'false', caller_name: '', memory_context: '', last_conversation_at: '' };
const NOT_READY = 'No notes about the caller are available right now.';

/** A real server that really goes away. */
describe('while the database is away', () => {
  let voice: VoiceServer;
  beforeAll(async () => {
    voice = await startVoiceServer();
  });
  afterAll(() => voice.close());

  // Who has called is remembered for a while, and needs no database: each is a new one.
  let callers = 0;
  const nextNumber = (): string => {
    callers += 1;
    return `+1415555${1000 + callers}`;
  };
  const call = () => ({ id: randomUUID(), type: 'inboundPhoneCall', customer: { number: nextNumber() } });
  const toolCalls = {
    type: 'tool-calls',
    toolCallList: ['recall_caller', 'search_memory', 'remember'].map((name, index) => ({
      id: `call_${index}`,
      name,
      arguments: { query: 'x', text: 'I moved.' },
    })),
  };
  const vapi = (
    message: object,
    path = '/vapi',
    headers: Record<string, string> = { 'x-vapi-secret': voice.vapiSecret },
  ) => request(voice.server.app).post(path).set(headers).send({ message });
  const retellCall = () => ({
    call_id: `call_${randomUUID()}`,
    direction: 'inbound',
    from_number: nextNumber(),
    to_number: '+14155550100',
  });

  describe.each(WAYS_TO_LEAVE)('%s', (_how, leave, comeBack) => {
    test('live calls get usable answers in time, and reports are taken when it is back, once', async () => {
      await vapi({ ...toolCalls, call: call() }).expect(200);
      await voice.retell('/retell/search_memory', { call: retellCall(), args: { query: 'x' } }).expect(200);
      await leave(voice.postgres);
      const startMs = performance.now();
      const [tools, asked, documents, stranger, search, turn, inbound] = await Promise.all([
        vapi({ ...toolCalls, call: call() }),
        vapi({ type: 'assistant-request', call: call() }),
        vapi({ type: 'knowledge-base-request', call: call(), messages: [{ role: 'user', message: 'x' }] }),
        vapi({ ...toolCalls, call: call() }, '/v1/voice/vapi/recall', {
          authorization: 'Bearer rb_never-seen-before-000000',
        }),
        voice.retell('/retell/search_memory', { call: retellCall(), args: { query: 'x' } }),
        voice.retell('/retell/record_turn', { call: retellCall(), args: { user_text: 'I moved.' } }),
        voice.retell('/retell/inbound', {
          event: 'call_inbound',
          call_inbound: { from_number: nextNumber(), to_number: '+14155550100' },
        }),
      ]);
      expect(performance.now() - startMs).toBeLessThan(2_500);
      const resultsOf = ({ body }: { body: { results: { result: string }[] } }) =>
        body.results.map(({ result }) => result);
      expect(resultsOf(tools)).toEqual([NOT_READY, NOT_READY, 'Noted.']);
      expect(resultsOf(stranger)).toEqual([NOT_READY, NOT_READY, NOT_READY]);
      expect(asked.body).toHaveProperty('error');
      expect(documents.body).toEqual({ documents: [] });
      expect(search.body).toMatchObject({ contextText: '', known_caller: false });
      expect(turn.body).toEqual({ status: 'ok' });
      expect(inbound.body.call_inbound.dynamic_variables).toMatchObject(NEUTRAL);
      const leftOut = [tools, asked, documents, stranger, search, inbound].map(
        ({ headers }) => headers['x-ringback-left-out'],
      );
      expect(leftOut).not.toContain(undefined);
      // What is forged is still told from what is not.
      await vapi({ ...toolCalls, call: call() }, '/vapi', { 'x-vapi-secret': 'forged-secret' }).expect(401);
      await request(voice.server.app)
        .post('/retell/events')
        .set(signRetell('forged', '{}', new Date()))
        .send({})
        .expect(401);

      const report = { type: 'end-of-call-report', call: call(), transcript: 'User: I moved to Oak Street.' };
      const ended = { event: 'call_ended', call: { ...retellCall(), transcript: 'User: I moved to Oak Street.' } };
      await comeBack(voice.postgres);
      await expect.poll(async () => (await vapi(report)).status, { timeout: 20_000 }).toBe(200);
      await expect
        .poll(async () => (await voice.retell('/retell/events', ended)).status, { timeout: 20_000 })
        .toBe(204);
      expect(await listMessagesOf(voice.database, voice.server.workspaceId, 'vapi', report.call.id)).toEqual([
        'user: I moved to Oak Street.',
      ]);
      expect(await listMessagesOf(voice.database, voice.server.workspaceId, 'retell', ended.call.call_id)).toEqual([
        'user: I moved to Oak Street.',
      ]);
    }, 90_000);
  });
});
