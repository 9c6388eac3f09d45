import { connect } from 'node:net';

/** What came back on a connection until it was closed, or nothing more came for a while. */
export interface RawAnswer {
  readonly text: string;
  /** Of each answer, in their order. */
  readonly statuses: readonly number[];
  readonly closed: boolean;
  readonly tookMs: number;
}

export interface RawOptions {
  /** Sent one after the other, so long apart. */
  readonly everyMs?: number;
  /** After so long without a byte from the server there is nothing more to wait for (300 ms). */
  readonly quietMs?: number;
  /** However it goes (20 s). */
  readonly timeoutMs?: number;
}

/** Sends bytes to a port of this machine as they are, in pieces. */
export function rawRequest(port: number, pieces: readonly string[], options: RawOptions = {}): Promise<RawAnswer> {
  const { everyMs = 0, quietMs = 300, timeoutMs = 20_000 } = options;
  const startMs = performance.now();
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let text = '';
    let closed = false;
    let quiet: NodeJS.Timeout | undefined;
    const end = (): void => {
      clearTimeout(quiet);
      clearTimeout(limit);
      socket.destroy();
      const statuses = [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
      resolve({ text, statuses, closed, tookMs: performance.now() - startMs });
    };
    const limit = setTimeout(end, timeoutMs);
    const waitForMore = (): void => {
      clearTimeout(quiet);
      quiet = setTimeout(end, quietMs);
    };
    socket.setEncoding('latin1').on('data', (chunk: string) => {
      text += chunk;
      waitForMore();
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      closed = true;
      end();
    });
    socket.on('connect', () => {
      let next = 0;
      const send = (): void => {
        const piece = pieces[next++];
        if (piece === undefined || socket.destroyed) {
          if (everyMs === 0) waitForMore();
          return;
        }
        socket.write(piece, 'latin1');
        if (everyMs === 0) send();
        else setTimeout(send, everyMs);
      };
      send();
    });
  });
}
