import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createLookups, LookupFailed, type Lookups } from '../../src/assistants/lookups.js';
import type { PlannedLookup } from '../../src/assistants/policy/policy.js';
import { createOutbound } from '../../src/outbound/create-outbound.js';

describe('a look-up', () => {
  let server: Server;
  let answer: (req: IncomingMessage, res: ServerResponse) => void;
  let asked: IncomingMessage[];
  let nowMs: number;
  let lookups: Lookups;

  beforeAll(async () => {
    server = createServer((req, res) => {
      asked.push(req);
      answer(req, res);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    asked = [];
    nowMs = 0;
    answer = (_req, res) => res.end('{"tier":"gold"}');
    lookups = createLookups({ outbound: createOutbound({ allowPrivate: true }), nowMs: () => nowMs });
  });

  const planned = (more: Partial<PlannedLookup> = {}): PlannedLookup => ({
    name: 'crm',
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/c?phone=%2B15551234567`,
    headers: { authorization: 'Bearer secret' },
    timeoutMs: 2_000,
    cacheSeconds: 60,
    ...more,
  });

  const failureOf = (attempt: Promise<unknown>): Promise<LookupFailed> =>
    attempt.then(
      () => {
        throw new Error('It did not fail.');
      },
      (error: LookupFailed) => error,
    );

  it('is not asked without a secret that it needs, and says how the workspace gets it', async () => {
    const failure = await failureOf(lookups.fetch(1, planned({ missingSecret: 'crm_token' }), 2_000));
    expect([failure.reason, failure.message]).toEqual([
      'failed',
      'The workspace keeps no secret "crm_token" for it: ringback workspaces secret set <workspace> lookup crm_token',
    ]);
    expect(asked).toEqual([]);
  });

  it('is asked with its headers, and kept for as long as it says', async () => {
    expect(await lookups.fetch(1, planned(), 2_000)).toEqual({ tier: 'gold' });
    expect(asked[0]?.headers).toMatchObject({ authorization: 'Bearer secret', accept: 'application/json' });
    nowMs = 59_999;
    await lookups.fetch(1, planned(), 0);
    expect(asked).toHaveLength(1);
    nowMs = 60_000;
    await lookups.fetch(1, planned(), 2_000);
    expect(asked).toHaveLength(2);
  });

  it('is kept for its workspace and its headers only', async () => {
    await lookups.fetch(1, planned(), 2_000);
    await lookups.fetch(2, planned(), 2_000);
    await lookups.fetch(1, planned({ headers: { authorization: 'Bearer other' } }), 2_000);
    await lookups.fetch(1, planned({ cacheSeconds: 0, url: `${planned().url}&x=1` }), 2_000);
    await lookups.fetch(1, planned({ cacheSeconds: 0, url: `${planned().url}&x=1` }), 2_000);
    expect(asked).toHaveLength(5);
  });

  it('is asked once for all who wait for the same', async () => {
    answer = (_req, res) => setTimeout(() => res.end('1'), 50);
    expect(await Promise.all(Array.from({ length: 50 }, () => lookups.fetch(1, planned(), 2_000)))).toEqual(
      Array(50).fill(1),
    );
    expect(asked).toHaveLength(1);
  });

  type Behave = (req: IncomingMessage, res: ServerResponse) => void;

  it.each<[what: string, behave: Behave, reason: string, message: RegExp]>([
    ['an error', (_req, res) => res.writeHead(500).end('{}'), 'failed', /^It answered 500\.$/],
    ['a redirect', (_req, res) => res.writeHead(302, { location: '/x' }).end(), 'failed', /^It answered 302\.$/],
    ['no JSON', (_req, res) => res.end('<html>'), 'failed', /^Its answer is not JSON\.$/],
    ['too much', (_req, res) => res.end('x'.repeat(300 * 1024)), 'failed', /./],
    ['nothing', () => {}, 'late', /./],
    ['the end', (req) => req.socket.destroy(), 'failed', /./],
  ])(
    'that answers with %s three times fails, and the source rests for a moment',
    async (_what, behave, reason, message) => {
      for (let failed = 0; failed < 3; failed++) {
        answer = behave;
        const failure = await failureOf(lookups.fetch(1, planned({ timeoutMs: 200 }), 2_000));
        expect(failure).toBeInstanceOf(LookupFailed);
        expect(failure.reason).toBe(reason);
        expect(failure.message).toMatch(message);
        expect(failure.message).not.toMatch(/5551234567|secret/);
      }
      nowMs = 499;
      expect((await failureOf(lookups.fetch(1, planned(), 2_000))).message).toBe('It failed a moment ago.');
      nowMs = 500;
      answer = (_req, res) => res.end('2');
      expect(await lookups.fetch(1, planned(), 2_000)).toBe(2);
    },
  );

  it.each([204, 400, 404, 410, 422])(
    'that knows nothing of a caller (%s) is asked about the others',
    async (status) => {
      answer = (_req, res) => res.writeHead(status).end('{}');
      for (let caller = 0; caller < 10; caller++) {
        const { message } = await failureOf(lookups.fetch(1, planned({ url: `${planned().url}${caller}` }), 2_000));
        expect(message).toBe(`It answered ${status}.`);
      }
      expect(asked).toHaveLength(10);
    },
  );

  it('that fails now and then is asked again at once', async () => {
    for (let round = 0; round < 5; round++) {
      for (const status of [500, 503, 200]) {
        answer = (_req, res) => res.writeHead(status).end('4');
        await lookups.fetch(1, planned({ cacheSeconds: 0 }), 2_000).catch(() => {});
      }
    }
    expect(asked).toHaveLength(15);
  });

  it('that rests is asked for one good answer, or it rests again', async () => {
    answer = (_req, res) => res.writeHead(500).end();
    for (let failed = 0; failed < 3; failed++) await failureOf(lookups.fetch(1, planned(), 2_000));
    nowMs = 500;
    expect((await failureOf(lookups.fetch(1, planned(), 2_000))).message).toBe('It answered 500.');
    nowMs = 999;
    expect((await failureOf(lookups.fetch(1, planned(), 2_000))).message).toBe('It failed a moment ago.');
  });

  it('keeps no more than 32 MB of answers', async () => {
    const large = JSON.stringify('x'.repeat(250 * 1024));
    answer = (_req, res) => res.end(large);
    const urls = Array.from({ length: 140 }, (_, caller) => `${planned().url}&caller=${caller}`);
    for (const url of urls) await lookups.fetch(1, planned({ url }), 2_000);
    const kept = await Promise.all(
      urls.map((url) =>
        lookups.fetch(1, planned({ url }), 0).then(
          () => true,
          () => false,
        ),
      ),
    );
    expect(kept.filter(Boolean)).toHaveLength(131);
    expect(kept.at(-1)).toBe(true);
    expect(kept[0]).toBe(false);
  });

  it('that is not ready in time is left, and its answer kept for the next', async () => {
    answer = (_req, res) => setTimeout(() => res.end('3'), 150);
    const failure = await failureOf(lookups.fetch(1, planned(), 30));
    expect([failure.reason, failure.message]).toEqual(['late', 'It did not answer in time.']);
    await expect.poll(() => lookups.fetch(1, planned(), 0).catch(() => undefined), { timeout: 2_000 }).toBe(3);
    expect(asked).toHaveLength(1);
  });

  const ofCallers = (count: number, timeoutMs: number, remainingMs: number) =>
    Array.from({ length: count }, (_, caller) =>
      lookups.fetch(1, planned({ url: `${planned().url}${caller}`, timeoutMs }), remainingMs),
    );

  it('that hangs collects no more than so many requests', async () => {
    answer = () => {};
    const failures = await Promise.all(ofCallers(100, 2_000, 300).map(failureOf));
    expect(failures.map(({ reason }) => reason)).toEqual(Array(100).fill('late'));
    expect(failures.filter(({ message }) => message === 'Too many are waiting for it.')).toHaveLength(36);
    expect(asked).toHaveLength(64);
  });

  it('of many callers at once is asked for all of them, so many at a time', async () => {
    let underWay = 0;
    let most = 0;
    answer = (_req, res) => {
      underWay += 1;
      most = Math.max(most, underWay);
      setTimeout(() => {
        underWay -= 1;
        res.end('5');
      }, 10);
    };
    expect(await Promise.all(ofCallers(200, 10_000, 10_000))).toEqual(Array(200).fill(5));
    expect(most).toBeLessThanOrEqual(64);
  });

  it('of an address that may not be called fails', async () => {
    const guarded = createLookups({ outbound: createOutbound({ allowPrivate: false }), nowMs: () => nowMs });
    const failure = await failureOf(guarded.fetch(1, planned(), 2_000));
    expect(failure.message).toContain('RINGBACK_ALLOW_PRIVATE_URLS=1');
    expect(asked).toHaveLength(0);
  });
});
