import { describe, expect, it } from 'vitest';
import { readRetellEvent } from '../../../src/platforms/retell/event.js';
import { queryOf, readFunctionCall, recordedTurns } from '../../../src/platforms/retell/function-call.js';
import { readRetellInbound } from '../../../src/platforms/retell/inbound.js';
import { refuseRetellSignature } from '../../../src/platforms/retell/signature.js';
import { HAS_PLATFORM_PAYLOADS, platformPayloads } from '../../support/platform-payloads.js';

// The payloads are no part of the project: without their file beside it there is nothing to read here.
describe.runIf(HAS_PLATFORM_PAYLOADS)("the payloads of Retell's public schemas", () => {
  const payloads = platformPayloads('retell');
  const byId = (id: string) => payloads.find((payload) => payload.id.startsWith(id)) as (typeof payloads)[number];
  const functionOf = (id: string) =>
    readFunctionCall({ body: byId(id).body, query: {}, header: () => undefined, isOperators: false });

  it.each(payloads)('$id: its signature is taken, for its own body only', ({ headers, raw_body, signature_vector }) => {
    const { api_key, timestamp_ms, header } = signature_vector;
    expect(headers['x-retell-signature']).toBe(header);
    expect(refuseRetellSignature(header, Buffer.from(raw_body), [api_key], timestamp_ms)).toBeUndefined();
    expect(refuseRetellSignature(header, Buffer.from(`${raw_body} `), [api_key], timestamp_ms)).toBe(
      'signature-mismatch',
    );
  });

  it.each(payloads.filter(({ expected }) => expected.identity !== undefined))(
    '$id: is of the person that is expected',
    ({ body, expected }) => {
      const event = readRetellEvent(body).call;
      const called = readFunctionCall({ body, query: {}, header: () => undefined, isOperators: false }).call;
      for (const { externalId, endUserTarget } of [event, ...(body.args === undefined ? [] : [called])]) {
        expect(externalId).toBe(expected.identity.key);
        expect(endUserTarget).toBe('+14155550142');
      }
    },
  );

  it.each(
    payloads.filter(
      ({ expected }) => expected.idempotency_key !== undefined && !expected.idempotency_key.includes(':turn:'),
    ),
  )('$id: has the key that is expected, where it is an event', ({ body, expected }) => {
    if (!('call' in body))
      return expect(readRetellInbound(body).call.callId).toBe(expected.idempotency_key.split(':')[1]);
    expect(`retell:${readRetellEvent(body).eventKey}`).toBe(expected.idempotency_key);
  });

  it('has a search', () => {
    expect(queryOf(functionOf('retell-01'))).toBe('preferred appointment times and upcoming bookings');
  });

  it('has a turn to record', () => {
    expect(recordedTurns(functionOf('retell-03'))).toEqual([
      { role: 'user', text: 'Perfect. By the way I moved to 12 Oak Street.' },
      { role: 'assistant', text: 'I can offer Thursday at 9:30 AM.' },
    ]);
  });

  it('has the end of a call, of which what was said is kept and nothing else', () => {
    expect(readRetellEvent(byId('retell-07').body).report).toMatchObject({
      ...{
        platform: 'retell',
        channel: 'phone_call',
        direction: 'inbound',
        agentId: 'agent_5c0d7be2f3a14c6f8e29d0b1a4',
      },
      ...{ startedAt: '2026-11-21T23:58:59.000Z', endedAt: '2026-11-22T00:00:00.000Z', endedReason: 'user_hangup' },
      turns: [
        {
          role: 'assistant',
          text: 'Hi Sarah, thanks for calling Bright Smile. How can I help?',
          at: '2026-11-21T23:58:59.800Z',
        },
        {
          role: 'user',
          text: "Hi, I'd like to move my cleaning to something earlier in the day.",
          at: '2026-11-21T23:59:04.100Z',
        },
        { role: 'assistant', text: 'I can offer Thursday at 9:30 AM.', at: '2026-11-21T23:59:11.200Z' },
        { role: 'user', text: 'Perfect. By the way I moved to 12 Oak Street.', at: '2026-11-21T23:59:15.000Z' },
        { role: 'assistant', text: 'All set. See you Thursday.', at: '2026-11-21T23:59:20.000Z' },
      ],
      retained: true,
    });
  });

  it('has an update that is no second report', () => {
    expect(readRetellEvent(byId('retell-09').body)).toMatchObject({ kind: 'updated', eventKey: undefined });
  });
});
