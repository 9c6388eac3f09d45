import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import express from 'express';
import { afterEach, describe, expect, it } from 'vitest';
import { bodyReader, parseJsonBody } from '../../src/http/read-body.js';

describe('a body whose sender is gone before it is looked at', () => {
  let server: Server | undefined;
  afterEach(() => server?.closeAllConnections());

  /** What the route makes of a request that is looked at a while after it came: while its key was looked up. */
  async function readLate(text: string): Promise<unknown> {
    const read = bodyReader({ limitBytes: 1_000, inflate: true });
    const app = express();
    const outcome = new Promise<unknown>((resolve) => {
      app.post('/', async (req, res) => {
        await sleep(100);
        resolve(await read(req, res).then(parseJsonBody, (error: Error) => error.message));
        res.end();
      });
    });
    const made = createServer(app);
    server = made;
    await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
    const socket = connect((made.address() as AddressInfo).port, '127.0.0.1');
    socket.on('error', () => {});
    socket.write(text);
    await sleep(20);
    socket.destroy();
    return outcome;
  }

  const head = 'POST / HTTP/1.1\r\nhost: x\r\n';

  it.each([
    ['a length', `${head}content-length: 12\r\n\r\n{"na`],
    ['a length, with nothing of it', `${head}content-length: 12\r\n\r\n`],
    ['chunks', `${head}transfer-encoding: chunked\r\n\r\n4\r\n{"na\r\n`],
    ['chunks that are malformed', `${head}transfer-encoding: chunked\r\n\r\nzz\r\n{}`],
  ])('is no empty body: %s', async (_what, text) => {
    expect(await readLate(text)).toBe('The body ended before it was complete.');
  });

  it('is an empty one where none was announced', async () => {
    expect(await readLate(`${head}content-length: 0\r\n\r\n`)).toEqual({});
    server?.closeAllConnections();
    expect(await readLate(`${head}\r\n`)).toEqual({});
  });
});
