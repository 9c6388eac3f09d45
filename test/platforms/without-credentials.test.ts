import { expect, it } from 'vitest';
import { withoutCredentials } from '../../src/platforms/without-credentials.js';

it.each<[what: string, payload: Record<string, unknown>, kept: Record<string, unknown>]>([
  [
    'a token of the telephone company',
    { twilioAuthToken: 'x', number: '+1' },
    { twilioAuthToken: '[redacted]', number: '+1' },
  ],
  [
    "a tool's secret",
    { server: { url: 'https://a.example', secret: 'x' } },
    { server: { url: 'https://a.example', secret: '[redacted]' } },
  ],
  ["a server's headers, whatever their names", { headers: { 'X-Door': 'x' } }, { headers: { 'X-Door': '[redacted]' } }],
  [
    'a web call that could be joined',
    { access_token: 'x', call_id: 'call_1' },
    { access_token: '[redacted]', call_id: 'call_1' },
  ],
  [
    'a live call that could be steered',
    { monitor: { controlUrl: 'https://a.example/control' } },
    { monitor: '[redacted]' },
  ],
  [
    'a recording',
    { recording_url: 'https://a.example/1.wav', transcript: 'x' },
    { recording_url: '[redacted]', transcript: 'x' },
  ],
  [
    'a signed URL within a text',
    { note: 'see https://a.example/1.wav?X-Amz-Signature=abc&x=1 there' },
    { note: 'see https://a.example/1.wav?[redacted] there' },
  ],
  [
    'nothing that is none',
    { custom_sip_headers: { 'x-campaign': 'q4' }, llm_token_usage: { average: 5 } },
    { custom_sip_headers: { 'x-campaign': 'q4' }, llm_token_usage: { average: 5 } },
  ],
])('keeps of a payload without %s what else is there', (_what, payload, kept) => {
  expect(withoutCredentials(payload)).toEqual(kept);
});
