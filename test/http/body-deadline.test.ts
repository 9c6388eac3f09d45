import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { allowLongBody, limitBodyTime } from '../../src/http/body-deadline.js';

const TIMEOUT_MS = 150;

describe('the time that a body may take', () => {
  let server: Server | undefined;
  afterEach(() => server?.closeAllConnections());

  /** A server that answers when the body is there, and a request that sends the second half of its body late. */
  async function answerTo(isLong: boolean, lateMs: number): Promise<{ status: number; text: string }> {
    const made = createServer((req, res) => {
      limitBodyTime(req, res, TIMEOUT_MS);
      if (isLong) allowLongBody(req);
      req.resume().on('end', () => res.end('complete'));
    });
    server = made;
    await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
    const { port } = made.address() as AddressInfo;
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const sent = request({ port, host: '127.0.0.1', method: 'POST' }, resolve).on('error', reject);
      sent.write('{');
      setTimeout(() => sent.end('}'), lateMs);
    });
    let text = '';
    for await (const chunk of response) text += chunk;
    return { status: response.statusCode ?? 0, text };
  }

  it('is enough for a body that comes in time', async () => {
    expect(await answerTo(false, 20)).toEqual({ status: 200, text: 'complete' });
  });

  it('ends a request whose body is late', async () => {
    const { status, text } = await answerTo(false, 2_000);
    expect(status).toBe(408);
    expect(JSON.parse(text).errors[0].detail).toBe('The body was not complete after 0.15 s.');
  });

  it('is without an end where the route looks after it', async () => {
    expect(await answerTo(true, 3 * TIMEOUT_MS)).toEqual({ status: 200, text: 'complete' });
  });
});
