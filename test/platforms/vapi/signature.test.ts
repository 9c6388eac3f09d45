import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOneOfSecrets } from '../../../src/platforms/is-one-of-secrets.js';
import {
  DEFAULT_HMAC_FORM,
  type HmacForm,
  KNOWN_HMAC_FORMS,
  macOf,
  refuseVapiSignature,
  type SignedRequest,
  signedBytes,
} from '../../../src/platforms/vapi/signature.js';

const SECRET = 'vapi-test-secret-0123456789';
const NOW = 1_795_305_600_000;
const BODY = '{"message":{"type":"tool-calls","text":"ü"}}';

function request(headers: Record<string, string>, body: string = BODY): SignedRequest {
  return {
    header: (name) => headers[name],
    method: 'POST',
    url: 'https://memory.example/vapi',
    rawBody: Buffer.from(body),
  };
}

/** A request as a sender with this form sends it. */
function signed(form: HmacForm, timestamp: string, secret = SECRET): SignedRequest {
  const headers: Record<string, string> = { [form.timestampHeader]: timestamp, [form.messageIdHeader]: 'msg_1' };
  const mac = macOf(secret, form, signedBytes(request(headers), form, timestamp)).toString(form.signatureEncoding);
  return request({ ...headers, [form.signatureHeader]: `${form.signaturePrefix}${mac}` });
}

const hex = (text: string, algorithm = 'sha256', key: string | Buffer = SECRET) =>
  createHmac(algorithm, key).update(text).digest('hex');

describe('a signed request', () => {
  const form = (changes: Partial<HmacForm>): HmacForm => ({ ...DEFAULT_HMAC_FORM, ...changes });
  const base64Key = Buffer.from(SECRET).toString('base64');
  const standard = createHmac('sha256', SECRET)
    .update(`msg_1.${NOW / 1000}.${BODY}`)
    .digest('base64');

  it.each<[what: string, headers: Record<string, string>, forms: readonly HmacForm[], secrets?: string[]]>([
    ['in the default form', { 'x-signature': hex(`${NOW}.${BODY}`), 'x-timestamp': String(NOW) }, KNOWN_HMAC_FORMS],
    [
      'with seconds',
      { 'x-signature': hex(`${NOW / 1000}.${BODY}`), 'x-timestamp': String(NOW / 1000) },
      KNOWN_HMAC_FORMS,
    ],
    [
      'with an ISO time',
      { 'x-signature': hex(`2026-11-22T00:00:00.000Z.${BODY}`), 'x-timestamp': '2026-11-22T00:00:00.000Z' },
      KNOWN_HMAC_FORMS,
    ],
    ['as GitHub signs', { 'x-vapi-signature': `sha256=${hex(BODY)}` }, KNOWN_HMAC_FORMS],
    [
      'as Standard Webhooks has it, with one signature of several',
      { 'webhook-id': 'msg_1', 'webhook-timestamp': String(NOW / 1000), 'webhook-signature': `v1,AAAA v1,${standard}` },
      KNOWN_HMAC_FORMS,
      [`whsec_${base64Key}`],
    ],
    [
      'with SHA-512',
      { 'x-signature': hex(`${NOW}.${BODY}`, 'sha512'), 'x-timestamp': String(NOW) },
      [form({ algorithm: 'sha512' })],
    ],
    [
      'with method and URL',
      { sig: hex(`POST https://memory.example/vapi ${BODY}`) },
      [form({ signatureHeader: 'sig', payloadFormat: '{method} {url} {body}' })],
    ],
    [
      'with the older of two secrets',
      { 'x-signature': hex(`${NOW}.${BODY}`), 'x-timestamp': String(NOW) },
      KNOWN_HMAC_FORMS,
      ['newer-secret', SECRET],
    ],
  ])('is taken: %s', (_what, headers, forms, secrets = [SECRET]) => {
    expect(refuseVapiSignature(request(headers), secrets, forms, NOW)).toBeUndefined();
  });

  const good = { 'x-signature': hex(`${NOW}.${BODY}`), 'x-timestamp': String(NOW) };

  it.each<[what: string, request: SignedRequest, refusal: string, nowMs?: number]>([
    ['without a signature', request({ 'x-timestamp': String(NOW) }), 'missing-signature'],
    ['without a time', request({ 'x-signature': good['x-signature'] }), 'missing-timestamp'],
    ['with a time that is none', request({ ...good, 'x-timestamp': 'soon' }), 'malformed-timestamp'],
    ['that is older than five minutes', request(good), 'outside-replay-window', NOW + 300_001],
    ['that is from the future', request(good), 'outside-replay-window', NOW - 300_001],
    ['with another body', request(good, `${BODY} `), 'signature-mismatch'],
    ['with another time', request({ ...good, 'x-timestamp': String(NOW + 1) }), 'signature-mismatch'],
    ['with another secret', signed(DEFAULT_HMAC_FORM, String(NOW), 'other-secret'), 'signature-mismatch'],
    [
      'with half a signature',
      request({ ...good, 'x-signature': good['x-signature'].slice(0, 32) }),
      'signature-mismatch',
    ],
    ['with a signature that is no hex', request({ ...good, 'x-signature': 'ü'.repeat(32) }), 'signature-mismatch'],
    ['without the prefix', request({ 'x-vapi-signature': hex(BODY) }), 'signature-mismatch'],
  ])('is refused: %s', (_what, refused, refusal, nowMs = NOW) => {
    expect(refuseVapiSignature(refused, [SECRET], KNOWN_HMAC_FORMS, nowMs)).toBe(refusal);
  });

  it('is taken at the edges of the window', () => {
    for (const nowMs of [NOW - 300_000, NOW + 300_000]) {
      expect(refuseVapiSignature(request(good), [SECRET], KNOWN_HMAC_FORMS, nowMs)).toBeUndefined();
    }
  });

  it('is refused where no secret is there', () => {
    expect(refuseVapiSignature(request(good), [], KNOWN_HMAC_FORMS, NOW)).toBe('signature-mismatch');
  });

  it('is taken in its own form only, whatever the form', () => {
    const forms = fc.record<HmacForm>({
      algorithm: fc.constantFrom('sha256', 'sha512', 'sha1'),
      signatureHeader: fc.constantFrom('x-signature', 'x-vapi-signature', 'webhook-signature'),
      timestampHeader: fc.constantFrom('x-timestamp', 'webhook-timestamp'),
      messageIdHeader: fc.constantFrom('webhook-id', 'svix-id'),
      includeTimestamp: fc.constant(true),
      payloadFormat: fc.constantFrom('{timestamp}.{body}', '{svix-id}.{timestamp}.{body}', '{body}|{timestamp}'),
      signaturePrefix: fc.constantFrom('', 'sha256=', 'v1,'),
      signatureEncoding: fc.constantFrom('hex', 'base64'),
      secretIsBase64: fc.boolean(),
    });
    fc.assert(
      fc.property(forms, forms, (sent, wanted) => {
        const refusal = refuseVapiSignature(signed(sent, String(NOW)), [SECRET], [wanted], NOW);
        const isSame = JSON.stringify(sent) === JSON.stringify(wanted);
        if (isSame) expect(refusal).toBeUndefined();
        else if (sent.payloadFormat !== wanted.payloadFormat || sent.algorithm !== wanted.algorithm)
          expect(refusal).toBeDefined();
        expect(refuseVapiSignature(signed(sent, String(NOW)), [SECRET], [sent], NOW)).toBeUndefined();
      }),
    );
  });
});

it.each<[text: string, secrets: string[], isOne: boolean]>([
  [SECRET, [SECRET], true],
  [SECRET, ['other', SECRET], true],
  [`${SECRET} `, [SECRET], false],
  [SECRET.slice(1), [SECRET], false],
  ['', [SECRET], false],
  [SECRET, [], false],
])('finds the secret %j among %j: %j', (text, secrets, isOne) => {
  expect(isOneOfSecrets(text, secrets)).toBe(isOne);
});
