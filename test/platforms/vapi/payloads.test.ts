import { describe, expect, it } from 'vitest';
import { readVapiMessage } from '../../../src/platforms/vapi/server-message.js';
import { KNOWN_HMAC_FORMS, refuseVapiSignature } from '../../../src/platforms/vapi/signature.js';
import { HAS_PLATFORM_PAYLOADS, platformPayloads } from '../../support/platform-payloads.js';

// The payloads are no part of the project: without their file beside it there is nothing to read here.
describe.runIf(HAS_PLATFORM_PAYLOADS)("the payloads of Vapi's public schemas", () => {
  const payloads = platformPayloads('vapi');
  const byId = (id: string) => payloads.find((payload) => payload.id.startsWith(id)) as (typeof payloads)[number];

  it.each(payloads)(
    '$id: both of its signatures are taken, and no other body with them',
    ({ raw_body, hmac_vectors }) => {
      const { secret, default_scheme, github_style_scheme } = hmac_vectors;
      const schemes: Record<string, string>[] = [
        {
          [default_scheme.timestamp_header]: default_scheme.timestamp_value,
          [default_scheme.signature_header]: default_scheme.value,
        },
        { [github_style_scheme.header]: github_style_scheme.value },
      ];
      for (const headers of schemes) {
        const request = {
          header: (name: string) => headers[name],
          method: 'POST',
          url: '',
          rawBody: Buffer.from(raw_body),
        };
        const nowMs = Number(default_scheme.timestamp_value);
        expect(refuseVapiSignature(request, [secret], KNOWN_HMAC_FORMS, nowMs)).toBeUndefined();
        const other = { ...request, rawBody: Buffer.from(`${raw_body} `) };
        expect(refuseVapiSignature(other, [secret], KNOWN_HMAC_FORMS, nowMs)).toBe('signature-mismatch');
      }
    },
  );

  it('has the same tool call in three lists: one call, of the caller whom the carrier names', () => {
    const message = readVapiMessage(byId('vapi-01').body);
    expect(message).toMatchObject({
      kind: 'tool-calls',
      toolCalls: [
        { toolCallId: 'call_fzEwCjWnJsuwoeGQGbITcnpw', name: 'recall_caller', arguments: { query: 'appointments' } },
      ],
      call: {
        callId: '019aa141-4449-7775-8d7e-006f2a64e546',
        endUserTarget: '+14155550142',
        agentTarget: '+14155550100',
        direction: 'inbound',
      },
    });
  });

  it('has a web call, whose caller is who the operator says, if trusted, and never whom the model says', () => {
    const { body } = byId('vapi-03');
    expect(readVapiMessage(body).call).toMatchObject({
      channel: 'web_call',
      endUserTarget: undefined,
      externalId: undefined,
    });
    expect(readVapiMessage(body, new Set(['memory_user_id'])).call).toMatchObject({
      endUserTarget: undefined,
      externalId: 'cust_8842',
    });
  });

  it('has a request for an assistant', () => {
    expect(readVapiMessage(byId('vapi-05').body)).toMatchObject({
      kind: 'assistant-request',
      call: { endUserTarget: '+14155550142', phoneNumberId: '42b4b25d-031e-4786-857f-63b346c9580f' },
    });
  });

  it('has a report, of which what was said is kept and nothing else', () => {
    const payload = byId('vapi-06');
    const message = readVapiMessage(payload.body);
    expect(message.kind === 'end-of-call-report' && message.report.turns).toEqual([
      { role: 'assistant', text: 'Hi there, thanks for calling Bright Smile.', at: '2026-11-21T23:59:00.200Z' },
      {
        role: 'user',
        text: "Hi, it's Sarah, I'd like to move my cleaning to the morning.",
        at: '2026-11-21T23:59:04.000Z',
      },
      { role: 'assistant', text: 'I can offer Thursday at 9:30.', at: '2026-11-21T23:59:10.000Z' },
      { role: 'user', text: 'Perfect. By the way I moved to 12 Oak Street.', at: '2026-11-21T23:59:14.000Z' },
    ]);
  });

  it('has a question for the knowledge base: the last thing that the caller said', () => {
    expect(readVapiMessage(byId('vapi-09').body)).toMatchObject({
      kind: 'knowledge-base-request',
      question: 'What did I say about novocaine?',
    });
  });
});
