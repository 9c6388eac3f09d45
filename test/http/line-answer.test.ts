import { createServer, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { LineAnswer } from '../../src/http/line-answer.js';

/** What a route does with its answer after the one who asked has gone, or while they wait. */
async function answering<Result>(isGone: boolean, work: (res: ServerResponse) => Promise<Result>): Promise<Result> {
  let settle: (result: Promise<Result>) => void = () => {};
  const result = new Promise<Result>((resolve) => {
    settle = resolve;
  });
  const server = createServer(async (_req, res) => {
    if (isGone) await new Promise((resolve) => res.once('close', resolve));
    settle(work(res));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.on('error', () => {});
  socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n');
  try {
    if (isGone) {
      await sleep(20);
      socket.destroy();
    }
    return await result;
  } finally {
    socket.destroy();
    server.close();
  }
}

describe('an answer of lines', () => {
  it('ends at once for one who was gone before it began', async () => {
    const { isGone, reason } = await answering(true, async (res) => {
      const answer = new LineAnswer(res);
      const reason = await answer.writeText('{}\n').then(
        () => 'written',
        (error: Error) => error.message,
      );
      return { isGone: answer.isGone, reason };
    });
    expect({ isGone, reason }).toEqual({ isGone: true, reason: 'The one who asked has gone.' });
  });

  it('lets go of the stop of the server when it is over, also for one who was gone before it began', async () => {
    const stopping = new AbortController();
    const reasons = await Promise.all(
      [true, false].map((isGone) =>
        answering(isGone, async (res) => {
          const answer = new LineAnswer(res, stopping.signal);
          answer.end({ type: 'summary' });
          await new Promise((resolve) => (res.closed ? resolve(undefined) : res.once('close', resolve)));
          return answer.signal;
        }),
      ),
    );
    stopping.abort(new Error('The server stops.'));
    expect(reasons.map(({ reason }) => (reason as Error | undefined)?.message)).toEqual([
      'The one who asked has gone.',
      undefined,
    ]);
  });

  it('is ended by the stop of the server, with what is to be answered', async () => {
    const reason = await answering(false, async (res) => {
      const stopping = new AbortController();
      const answer = new LineAnswer(res, stopping.signal);
      stopping.abort(new Error('The server stops.'));
      return answer.writeText('{}\n').catch((error: Error) => error.message);
    });
    expect(reason).toBe('The server stops.');
  });
});
