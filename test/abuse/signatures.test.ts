import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRandom } from '../../bench/support/random.js';
import { createKeyring } from '../../src/http/keyring.js';
import { RETELL_SIGNATURE_HEADER, signRetell } from '../../src/platforms/retell/signature.js';
import { makeWorkspace, openTestDatabase, type TestDatabase } from '../support/databases.js';
import { faultOutcomes, turns } from '../support/fault-outcomes.js';
import { secretBoxFor } from '../support/secret-box.js';
import { type TestApp, testApp } from '../support/server.js';
import { initializationEvent, telnyxSigner } from '../support/signing.js';

const outcomes = faultOutcomes('abuse-signatures', 'Forged and replayed signatures, and guessed keys');
const FORGED = turns(3_000, 100_000);
const REPLAY_WINDOW_SECONDS = 300;

let opened: TestDatabase;
let server: TestApp;
let now = Date.now();
beforeAll(async () => {
  opened = await openTestDatabase('server');
  server = await testApp(opened.database, { now: () => new Date(now) });
});
afterAll(async () => {
  await opened?.remove();
  outcomes.report();
});

const post = (path: string, body: string | Buffer, headers: Record<string, string>) =>
  request(server.app)
    .post(path)
    .set({ 'content-type': 'application/json', ...headers })
    .send(body as string);

describe('signatures', () => {
  test("that are forged open nothing: bytes of a good one changed, others' keys, other bodies, other times", async () => {
    const random = createRandom(7);
    const body = JSON.stringify(initializationEvent());
    const other = telnyxSigner();
    const seconds = () => Math.floor(now / 1000);
    let opens = 0;
    const forge = (): { headers: Record<string, string>; sent: string } => {
      const good = server.telnyx.headers(body, seconds());
      const signature = good['telnyx-signature-ed25519'] ?? '';
      switch (random.below(7)) {
        case 0: {
          // Not the last one, of whose six bits only two count.
          const at = random.below(85);
          const letter = random.pick([...'ABCxyz019+/'].filter((each) => each !== signature[at]));
          return {
            headers: { ...good, 'telnyx-signature-ed25519': signature.slice(0, at) + letter + signature.slice(at + 1) },
            sent: body,
          };
        }
        case 1:
          return { headers: other.headers(body, seconds()), sent: body };
        case 2:
          return { headers: good, sent: body.replace('+15551234567', `+1555${1_000_000 + random.below(9_000_000)}`) };
        case 3:
          return { headers: { ...good, 'telnyx-timestamp': `${seconds() + 1 + random.below(200)}` }, sent: body };
        case 4:
          return { headers: { ...good, 'telnyx-signature-ed25519': randomBytes(64).toString('base64') }, sent: body };
        case 5:
          return { headers: { ...good, 'telnyx-signature-ed25519': '' }, sent: body };
        default:
          // All-zero points and scalars, which a careless verifier takes for every message.
          return {
            headers: {
              ...good,
              'telnyx-signature-ed25519': Buffer.concat([Buffer.from([1]), Buffer.alloc(63)]).toString('base64'),
            },
            sent: body,
          };
      }
    };
    for (let turn = 0; turn < FORGED; turn += 1) {
      const { headers, sent } = forge();
      const { status } = await post('/telnyx/dynamic-variables', sent, headers);
      if (status !== 401) opens += 1;
    }
    outcomes.add({
      injected: 'forged signatures',
      tried: FORGED,
      survived: FORGED - opens,
      lost: 0,
      leaked: opens,
      note: 'each 401',
    });
    expect(opens).toBe(0);
    await post('/telnyx/dynamic-variables', body, server.telnyx.headers(body, seconds())).expect(200);
  }, 600_000);

  test('that are replayed open nothing after five minutes, and before that nothing is done twice', async () => {
    const event = {
      data: {
        id: randomUUID(),
        event_type: 'call.conversation.ended',
        record_type: 'event',
        occurred_at: new Date(now).toISOString(),
        payload: { conversation_id: randomUUID(), assistant_id: 'assistant-1', telnyx_end_user_target: '+15551234567' },
      },
    };
    const body = JSON.stringify(event);
    const headers = server.telnyx.headers(body, Math.floor(now / 1000));
    const rows = async () => {
      const [row] = await opened.database.run(
        `SELECT (SELECT count(*) FROM events) AS events, (SELECT count(*) FROM conversations) AS conversations, (SELECT count(*) FROM jobs) AS jobs`,
        [],
      );
      return row;
    };
    await post('/telnyx/events', body, headers).expect(({ status }) => expect(status).toBeLessThan(300));
    const once = await rows();
    let tried = 0;
    for (let turn = 0; turn < 20; turn += 1) {
      tried += 1;
      await post('/telnyx/events', body, headers).expect(({ status }) => expect(status).toBeLessThan(300));
    }
    await Promise.all(
      Array.from({ length: 20 }, async () => {
        tried += 1;
        expect((await post('/telnyx/events', body, headers)).status).toBeLessThan(300);
      }),
    );
    expect(await rows()).toEqual(once);
    const at = now;
    for (const seconds of [REPLAY_WINDOW_SECONDS + 1, 3_600, 86_400, -REPLAY_WINDOW_SECONDS - 2]) {
      tried += 1;
      now = at + seconds * 1000;
      await post('/telnyx/events', body, headers).expect(401);
    }
    now = at;
    expect(await rows()).toEqual(once);
    outcomes.add({
      injected: 'replayed events',
      tried,
      survived: tried,
      lost: 0,
      leaked: 0,
      note: 'stored once; 401 after five minutes',
    });
  });
});

describe('signatures of Vapi and Retell', () => {
  const HMAC = 'vapi-hmac-secret-of-the-abuse-tests';
  const RETELL = 'retell-key-of-the-abuse-tests';
  let name: string;
  let platforms: TestApp;
  beforeAll(async () => {
    platforms = await testApp(opened.database, { secretBox: await secretBoxFor(), now: () => new Date(now) });
    name = (await makeWorkspace(opened.database)).name;
    for (const [platform, kind, value] of [
      ['vapi', 'hmac_secret', HMAC],
      ['retell', 'api_key', RETELL],
    ]) {
      await request(platforms.app)
        .post(`/v1/workspaces/${name}/secrets`)
        .set('authorization', `Bearer ${platforms.keys.admin}`)
        .send({ platform, name: kind, value })
        .expect(201);
    }
  });

  const message = {
    type: 'status-update',
    status: 'in-progress',
    call: { id: randomUUID(), type: 'inboundPhoneCall' },
  };
  const call = { call_id: 'call_1', call_type: 'phone_call', agent_id: 'agent_1', from_number: '+15551234567' };

  const senders = {
    Vapi: {
      path: () => `/w/${name}/vapi`,
      body: JSON.stringify({ message }),
      sign: (body: string, secret: string, atMs: number): Record<string, string> => ({
        'x-timestamp': `${atMs}`,
        'x-signature': createHmac('sha256', secret).update(`${atMs}.${body}`).digest('hex'),
      }),
      header: 'x-signature',
      secret: HMAC,
    },
    Retell: {
      path: () => `/w/${name}/retell/events`,
      body: JSON.stringify({ event: 'call_started', call }),
      sign: (body: string, secret: string, atMs: number): Record<string, string> =>
        signRetell(secret, body, new Date(atMs)),
      header: RETELL_SIGNATURE_HEADER,
      secret: RETELL,
    },
  } as const;

  test.each(Object.entries(senders))(
    '%s: forged and late ones open nothing, the good one does',
    async (platform, sender) => {
      const random = createRandom(13);
      const { path, body, sign, header, secret } = sender;
      const send = async (headers: Record<string, string>, sent = body) =>
        (
          await request(platforms.app)
            .post(path())
            .set({ 'content-type': 'application/json', ...headers })
            .send(sent)
        ).status;
      const forge = (): readonly [Record<string, string>, string?] => {
        const good = sign(body, secret, now);
        const digest = /[0-9a-f]{64}$/.exec(good[header] ?? '')?.[0] ?? '';
        const withDigest = (other: string) => ({ ...good, [header]: (good[header] ?? '').replace(digest, other) });
        switch (random.below(8)) {
          case 0: {
            const at = random.below(64);
            const letter = random.pick([...'0123456789abcdef'].filter((each) => each !== digest[at]));
            return [withDigest(digest.slice(0, at) + letter + digest.slice(at + 1))];
          }
          case 1:
            return [sign(body, `${secret.slice(0, -1)}X`, now)];
          case 2:
            return [sign(body, '', now)];
          case 3:
            return [good, `${body.slice(0, -1)},"x":${random.below(1_000_000)}}`];
          case 4:
            return [withDigest(digest.slice(0, random.below(63)))];
          case 5:
            return [withDigest(createHash('sha256').update(body).digest('hex'))];
          case 6:
            // Signed with the right secret, but not now.
            return [
              sign(
                body,
                secret,
                now + random.pick([-1, 1]) * (REPLAY_WINDOW_SECONDS * 1000 + 1 + random.below(10 ** 9)),
              ),
            ];
          default:
            return [
              random.pick([{}, { [header]: '' }, { authorization: `Bearer ${secret}` }, { 'x-vapi-secret': secret }]),
            ];
        }
      };
      const tried = FORGED / 10;
      let opens = 0;
      for (let turn = 0; turn < tried; turn += 1) if ((await send(...forge())) !== 401) opens += 1;
      outcomes.add({
        injected: `forged, late and missing signatures of ${platform}`,
        tried,
        survived: tried - opens,
        lost: 0,
        leaked: opens,
        note: 'each 401',
      });
      expect(opens).toBe(0);
      expect(await send(sign(body, secret, now))).toBeLessThan(300);
    },
    600_000,
  );
});

describe('keys', () => {
  test('are compared in a time that tells nothing of how much of one was right', async () => {
    const key = `standing-${randomBytes(24).toString('base64url')}`;
    const keyring = createKeyring({
      find: async () => undefined,
      standing: [{ key, principal: { workspaceId: 1, workspaceName: 'default', scopes: ['admin'] } }],
      nowMs: () => performance.now(),
      count: () => {},
    });
    const wrong = {
      'first character': `X${key.slice(1)}`,
      'last character': `${key.slice(0, -1)}X`,
      everything: randomBytes(key.length).toString('hex').slice(0, key.length),
    };
    for (const guess of Object.values(wrong)) expect(await keyring.principalOf(guess)).toBeUndefined();
    const times: Record<string, number[]> = Object.fromEntries(Object.keys(wrong).map((name) => [name, []]));
    const ROUNDS = 400;
    const CALLS = 50;
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [name, guess] of Object.entries(wrong)) {
        const startNs = process.hrtime.bigint();
        for (let call = 0; call < CALLS; call += 1) keyring.isKnown(guess);
        times[name]?.push(Number(process.hrtime.bigint() - startNs) / CALLS);
      }
    }
    const medians = Object.fromEntries(
      Object.entries(times).map(([name, each]) => [name, each.sort((a, b) => a - b)[each.length >> 1] ?? 0]),
    );
    const values = Object.values(medians);
    const spread = Math.max(...values) / Math.min(...values) - 1;
    outcomes.add({
      injected: 'guessed keys, right up to the first or the last character',
      tried: ROUNDS * CALLS * values.length,
      survived: ROUNDS * CALLS * values.length,
      lost: 0,
      leaked: 0,
      note: `medians ${Object.entries(medians)
        .map(([name, ns]) => `${name} ${Math.round(ns)} ns`)
        .join(', ')}`,
    });
    // A comparison that ends at the first difference would show as nothing here; that is why only hashes are compared.
    expect(spread).toBeLessThan(0.25);
  });

  test('and secrets are compared as hashes or by timingSafeEqual wherever they are', async () => {
    const { readdir, readFile } = await import('node:fs/promises');
    const root = new URL('../../src/', import.meta.url);
    const files = (await readdir(root, { recursive: true })).filter((name) => name.endsWith('.ts'));
    const suspicious: string[] = [];
    let compared = 0;
    for (const name of files) {
      const text = await readFile(new URL(name, root), 'utf8');
      if (/timingSafeEqual|createHmac|createHash/.test(text)) compared += 1;
      for (const [line] of text.matchAll(
        /^.*\b(?:secret|signature|token|apiKey|digest|hmac)\w*\s*[!=]==\s*(?!undefined|null|''|"")[\w.([].*$/gim,
      )) {
        suspicious.push(`${name}: ${line.trim()}`);
      }
    }
    expect(compared).toBeGreaterThan(3);
    expect(suspicious.filter((each) => !HARMLESS.some((known) => each.includes(known)))).toEqual([]);
  });
});

/** Comparisons that are of no secret. */
const HARMLESS: readonly string[] = [
  // Both sides are ours: the token of server.json, in a file of ours.
  'file?.admin_token === adminToken',
];
