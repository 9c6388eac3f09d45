import { Retell } from 'retell-sdk';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { refuseRetellSignature, signRetell } from '../../../src/platforms/retell/signature.js';

const KEY = 'key_test_0123456789abcdef0123456789ab';
const NOW = 1_795_305_600_000;
const BODY = '{"event":"call_ended","call":{"call_id":"call_1","text":"ü – 😀"}}';

const headerOf = (body: string, key = KEY, nowMs = NOW) =>
  signRetell(key, body, new Date(nowMs))['x-retell-signature'] as string;

describe("Retell's signature", () => {
  it("is that of the SDK's own test", () => {
    expect(signRetell('test-api-key', '{"event":"call_ended"}', new Date(1_700_000_000_000))).toEqual({
      'x-retell-signature': 'v=1700000000000,d=07024cabe7dd8f6d1c6e4a8324ca92c812e6ad4a7ee506c04f7e462e3321823e',
    });
  });

  const digest = headerOf(BODY).split('d=')[1] as string;

  it.each<[what: string, header: string | undefined, refusal: string | undefined, keys?: string[], nowMs?: number]>([
    ['a good one', headerOf(BODY), undefined],
    ['in capitals', headerOf(BODY).replace(digest, digest.toUpperCase()), undefined],
    ['by the older of two keys', headerOf(BODY), undefined, ['newer', KEY]],
    ['at the end of the window', headerOf(BODY), undefined, [KEY], NOW + 300_000],
    ['missing', undefined, 'missing-signature'],
    ['empty', '', 'missing-signature'],
    ['after the window', headerOf(BODY), 'outside-replay-window', [KEY], NOW + 300_001],
    ['from the future', headerOf(BODY), 'outside-replay-window', [KEY], NOW - 300_001],
    ['of another body', headerOf(`${BODY} `), 'signature-mismatch'],
    ['by another key', headerOf(BODY, 'other'), 'signature-mismatch'],
    ['without any key', headerOf(BODY), 'signature-mismatch', []],
    ['with a new time', `v=${NOW + 1},d=${digest}`, 'signature-mismatch'],
    ['cut short', headerOf(BODY).slice(0, -1), 'malformed-signature'],
    ['with something behind', `${headerOf(BODY)},`, 'malformed-signature'],
    ['with a line break behind', `${headerOf(BODY)}\n`, 'malformed-signature'],
    ['with a time that is no number', `v=1e12,d=${digest}`, 'malformed-signature'],
    ['with a time beyond all numbers', `v=99999999999999999999,d=${digest}`, 'malformed-signature'],
  ])('%s is judged', (_what, header, refusal, keys = [KEY], nowMs = NOW) => {
    expect(refuseRetellSignature(header, Buffer.from(BODY), keys, nowMs)).toBe(refusal);
  });
});

describe("our check and the SDK's", () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** Numbers that are the same in every run (mulberry32). */
  function createRandom(seed: number): (below: number) => number {
    let state = seed;
    return (below) => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
    };
  }

  it('agree on 10,000 signatures and bodies that were changed', async () => {
    const random = createRandom(20_261_122);
    const alphabet = [...'0123456789abcdefABCDEFvd=, \n{}":ü😀'];
    const mutate = (text: string): string => {
      const characters = [...text];
      const at = random(characters.length + 1);
      const character = alphabet[random(alphabet.length)] as string;
      switch (random(5)) {
        case 0:
          characters.splice(at, 1);
          break;
        case 1:
          characters.splice(at, 0, character);
          break;
        case 2:
          characters[at] = character;
          break;
        case 3:
          return text.toUpperCase();
        default:
          return `${text}${character}`;
      }
      return characters.join('');
    };
    const verdicts = { taken: 0, refused: 0 };
    for (let round = 0; round < 10_000; round++) {
      const sentAtMs = NOW + random(700_000) - 350_000;
      const signed = random(4) === 0 ? '' : `${BODY}${random(1_000)}`;
      const key = random(10) === 0 ? 'other' : KEY;
      const header = headerOf(signed, key, sentAtMs);
      const sent = random(3) === 0 ? mutate(signed) : signed;
      const changed = random(3) === 0 ? mutate(header) : random(20) === 0 ? header.replace('v=', 'v=000') : header;
      const ours = refuseRetellSignature(changed, Buffer.from(sent), [KEY], NOW) === undefined;
      const theirs = await Retell.verify(sent, KEY, changed);
      expect({ round, changed, sent, taken: ours }).toEqual({ round, changed, sent, taken: theirs });
      verdicts[ours ? 'taken' : 'refused'] += 1;
    }
    // Both verdicts have to be there often, or nothing was compared.
    expect(Math.min(verdicts.taken, verdicts.refused)).toBeGreaterThan(2_000);
  }, 60_000);
});
