import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listMessagesOf } from '../support/messages-of.js';
import { testApp } from '../support/server.js';
import { startVoiceServer, type VoiceServer, WAYS_TO_LEAVE } from '../support/voice-server.js';

/** Vapi sends a report once: what is refused then is lost. */
describe('a report that comes while the database is away for a moment', () => {
  let voice: VoiceServer;
  beforeAll(async () => {
    voice = await startVoiceServer();
  });
  afterAll(() => voice.close());

  const report = (path: string, callId: string, app = voice.server.app) =>
    request(app)
      .post(path)
      .set('x-vapi-secret', voice.vapiSecret)
      .send({
        message: {
          type: 'end-of-call-report',
          call: { id: callId, type: 'inboundPhoneCall', customer: { number: '+14155550177' } },
          transcript: 'User: I moved to Oak Street.',
        },
      });
  const ended = (callId: string) => {
    const call = { call_id: callId, direction: 'inbound', from_number: '+14155550178', to_number: '+14155550100' };
    return voice.retell('/retell/events', {
      event: 'call_ended',
      call: { ...call, transcript: 'User: I moved to Oak Street.' },
    });
  };

  test.each(WAYS_TO_LEAVE)(
    'is kept when it is back: %s',
    async (_how, leave, comeBack) => {
      // Of this one nothing was ever asked: its workspace is presumed.
      const fresh = await testApp(voice.database, { settings: { vapiSecret: voice.vapiSecret } });
      await report('/vapi', randomUUID()).expect(200);
      await ended(`call_${randomUUID()}`).expect(204);
      await leave(voice.postgres);
      const ids = [randomUUID(), randomUUID(), randomUUID(), `call_${randomUUID()}`];
      const [one = '', other = '', presumed = '', retell = ''] = ids;
      let answered = 0;
      const answers = Promise.all(
        [
          report('/vapi', one),
          report('/v1/voice/vapi/save', other),
          report('/v1/voice/vapi/save', presumed, fresh.app),
          ended(retell),
        ].map((sent) =>
          sent.then(({ status }) => {
            answered += 1;
            return status;
          }),
        ),
      );
      await sleep(1_500);
      expect(answered).toBe(0);
      await comeBack(voice.postgres);
      const [first, ...statuses] = await answers;
      expect(first).toBe(200);
      // 200: its first try had been stored when the connection was lost.
      expect([202, 200]).toContain(statuses[0]);
      expect([202, 200]).toContain(statuses[1]);
      expect(statuses[2]).toBe(204);
      for (const [platform, id] of [
        ['vapi', one],
        ['vapi', other],
        ['vapi', presumed],
        ['retell', retell],
      ] as const) {
        const messages = await listMessagesOf(voice.database, voice.server.workspaceId, platform, id);
        expect(messages).toEqual(['user: I moved to Oak Street.']);
      }
    },
    60_000,
  );

  test('is refused when it stays away, before the platform gives up, and sent again counts once', async () => {
    const id = `call_${randomUUID()}`;
    await voice.postgres.stop('fast');
    const startMs = performance.now();
    const refused = await ended(id);
    expect([refused.status, refused.headers['retry-after']]).toEqual([503, '1']);
    expect(performance.now() - startMs).toBeGreaterThan(6_000);
    expect(performance.now() - startMs).toBeLessThan(10_000);
    await voice.postgres.start();
    await expect.poll(async () => (await ended(id)).status, { timeout: 20_000 }).toBe(204);
    const messages = await listMessagesOf(voice.database, voice.server.workspaceId, 'retell', id);
    expect(messages).toEqual(['user: I moved to Oak Street.']);
  }, 60_000);
});
