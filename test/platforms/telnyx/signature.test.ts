import type { KeyObject } from 'node:crypto';
import Telnyx from 'telnyx';
import { describe, expect, test } from 'vitest';
import {
  readPublicKey,
  refuseSignature,
  SIGNATURE_HEADER,
  type SignedRequest,
  TIMESTAMP_HEADER,
} from '../../../src/platforms/telnyx/signature.js';
import { initializationEvent, telnyxSigner } from '../../support/signing.js';

const signer = telnyxSigner();
const stranger = telnyxSigner();
const BODY = JSON.stringify(initializationEvent({ telnyx_end_user_target: '+4930901820é' }));
const nowSeconds = Math.floor(Date.now() / 1000);

function keyOf(base64: string): KeyObject {
  const key = readPublicKey(base64);
  if (key === undefined) throw new Error(`not a key: ${base64}`);
  return key;
}

/** A request that Telnyx signed just now, with some of its parts replaced. */
function request(change: Partial<SignedRequest> = {}, atSeconds: number | string = nowSeconds): SignedRequest {
  const headers = signer.headers(BODY, atSeconds);
  return {
    signature: headers[SIGNATURE_HEADER],
    timestamp: headers[TIMESTAMP_HEADER],
    rawBody: Buffer.from(BODY),
    ...change,
  };
}

const refuse = (signed: SignedRequest, keys = [keyOf(signer.publicKey)]) =>
  refuseSignature(signed, keys, nowSeconds * 1000 + 999);

const good = request().signature ?? '';

describe('a signature is refused', () => {
  test.each<[string, SignedRequest, ReturnType<typeof refuse>]>([
    ['never, as Telnyx sends it', request(), undefined],
    ['when it is missing', request({ signature: undefined }), 'missing-signature'],
    ['when it is empty', request({ signature: '' }), 'missing-signature'],
    ['without its timestamp', request({ timestamp: undefined }), 'missing-timestamp'],
    ['with an empty timestamp', request({ timestamp: '' }), 'missing-timestamp'],
    ['with a time that is no number', request({}, 'soon'), 'malformed-timestamp'],
    ['with a negative time', request({}, -5), 'malformed-timestamp'],
    ['with a fraction of a second', request({}, `${nowSeconds}.5`), 'malformed-timestamp'],
    ['with an exponent', request({}, '17e8'), 'malformed-timestamp'],
    ['with a sign', request({}, `+${nowSeconds}`), 'malformed-timestamp'],
    ['with a hexadecimal time', request({}, '0x65000000'), 'malformed-timestamp'],
    ['with a time past all bounds', request({}, '9'.repeat(30)), 'malformed-timestamp'],
    ['300 seconds late: not yet', request({}, nowSeconds - 300), undefined],
    ['301 seconds late', request({}, nowSeconds - 301), 'outside-replay-window'],
    ['300 seconds early: not yet', request({}, nowSeconds + 300), undefined],
    ['301 seconds early', request({}, nowSeconds + 301), 'outside-replay-window'],
    ['in milliseconds', request({}, nowSeconds * 1000), 'outside-replay-window'],
    ['in the alphabet of URLs', request({ signature: `-_${good.slice(2)}` }), 'malformed-signature'],
    ['without its padding', request({ signature: good.slice(0, -2) }), 'malformed-signature'],
    ['with a line break behind it', request({ signature: `${good}\n` }), 'malformed-signature'],
    ['with a space before it', request({ signature: ` ${good}` }), 'malformed-signature'],
    ['of another length', request({ signature: Buffer.alloc(63).toString('base64') }), 'malformed-signature'],
    ['sent twice', request({ signature: `${good}, ${good}` }), 'malformed-signature'],
    ['of zeros', request({ signature: Buffer.alloc(64).toString('base64') }), 'signature-mismatch'],
    ['with another time than was signed', request({ timestamp: `${nowSeconds - 1}` }), 'signature-mismatch'],
    ['with a zero before the time', request({ timestamp: `0${nowSeconds}` }), 'signature-mismatch'],
    ['over an empty body', request({ rawBody: Buffer.alloc(0) }), 'signature-mismatch'],
    ['over a body with one byte more', request({ rawBody: Buffer.from(`${BODY}\n`) }), 'signature-mismatch'],
    [
      'over a body that was read and written again',
      request({ rawBody: Buffer.from(JSON.stringify(JSON.parse(BODY), null, 1)) }),
      'signature-mismatch',
    ],
    [
      'of another key',
      request({ signature: stranger.headers(BODY, nowSeconds)[SIGNATURE_HEADER] }),
      'signature-mismatch',
    ],
  ])('%s', (_when, signed, refusal) => {
    expect(refuse(signed)).toBe(refusal);
  });

  test('by one of several keys only if all refuse it', () => {
    expect(refuse(request(), [keyOf(stranger.publicKey), keyOf(signer.publicKey)])).toBeUndefined();
    expect(refuse(request(), [keyOf(stranger.publicKey)])).toBe('signature-mismatch');
    expect(refuse(request(), [])).toBe('signature-mismatch');
  });
});

test.each([
  ['', 'nothing'],
  [signer.publicKey.slice(0, -1), 'no padding'],
  [`${signer.publicKey}\n`, 'a line break'],
  [Buffer.alloc(31).toString('base64'), '31 bytes'],
  [Buffer.alloc(33).toString('base64'), '33 bytes'],
  ['-----BEGIN PUBLIC KEY-----', 'PEM'],
])('%j is no public key: %s', (text) => {
  expect(readPublicKey(text)).toBeUndefined();
});

/** The official SDK reads the clock itself, so requests are signed around the real time. */
describe('the official SDK agrees', () => {
  const client = new Telnyx({ apiKey: 'KEY', publicKey: signer.publicKey });

  async function sdkAccepts({ signature, timestamp, rawBody }: SignedRequest): Promise<boolean> {
    const headers: Record<string, string> = {};
    if (signature !== undefined) headers[SIGNATURE_HEADER] = signature;
    if (timestamp !== undefined) headers[TIMESTAMP_HEADER] = timestamp;
    try {
      await client.webhooks.unwrap(Buffer.from(rawBody).toString(), { headers });
      return true;
    } catch {
      return false;
    }
  }

  test('on two thousand mutations of a good request', async () => {
    const random = mulberry32(20250407);
    const accepted = { yes: 0, no: 0 };
    for (let i = 0; i < 2000; i += 1) {
      const mutated = mutate(request({}, Math.floor(Date.now() / 1000) - pick(random, [0, 0, 10, 200, 400])), random);
      const ours = refuseSignature(mutated, [keyOf(signer.publicKey)], Date.now()) === undefined;
      expect({ mutated: describeRequest(mutated), accepted: ours }).toEqual({
        mutated: describeRequest(mutated),
        accepted: await sdkAccepts(mutated),
      });
      accepted[ours ? 'yes' : 'no'] += 1;
    }
    // Else the test would compare nothing with nothing.
    expect(accepted.yes).toBeGreaterThan(100);
    expect(accepted.no).toBeGreaterThan(1000);
  });
});

type Random = () => number;

function mutate(signed: SignedRequest, random: Random): SignedRequest {
  const part = pick(random, ['none', 'signature', 'timestamp', 'body', 'signature'] as const);
  if (part === 'none') return signed;
  if (part === 'body') return { ...signed, rawBody: Buffer.from(mutateText(BODY, random)) };
  if (random() < 0.05) return { ...signed, [part]: pick(random, [undefined, '']) };
  return { ...signed, [part]: mutateText(signed[part] ?? '', random) };
}

function mutateText(text: string, random: Random): string {
  const at = Math.floor(random() * (text.length + 1));
  const character = pick(random, ['A', 'z', '0', '1', '=', '+', '/', '-', '_', ' ', '\t', '.', 'é']);
  switch (pick(random, ['insert', 'replace', 'delete', 'last'] as const)) {
    case 'insert':
      return text.slice(0, at) + character + text.slice(at);
    case 'replace':
      return text.slice(0, at) + character + text.slice(at + 1);
    case 'delete':
      return text.slice(0, at) + text.slice(at + 1);
    case 'last':
      // The last character before "==" has four bits that mean nothing.
      return text.replace(/.(=*)$/, `${character}$1`);
  }
}

function describeRequest({ signature, timestamp, rawBody }: SignedRequest): object {
  return { signature, timestamp, body: Buffer.from(rawBody).toString() };
}

function pick<Item>(random: Random, items: readonly Item[]): Item {
  return items[Math.floor(random() * items.length)] as Item;
}

/** The same sequence every run. */
function mulberry32(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
