import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { limitBodyTime } from './body-deadline.js';

export interface ListeningServer {
  /** `http://127.0.0.1:8787` */
  readonly url: string;
  readonly port: number;
  /**
   * Takes no new connections, lets requests that are under way finish for so long, and then cuts them off. Resolves when
   * the last connection is closed.
   */
  stop(graceMs: number): Promise<void>;
}

/** A query of 16 KiB is the longest the language takes; past it the language's own error says so, not the parser of HTTP. */
const HEAD_BYTES_MAX = 64 * 1024;
const HEAD_MS = 10_000;
const BODY_MS = 60_000;
/** Longer than the 60 s of common load balancers: it must be them who close an idle connection. */
const KEEP_ALIVE_MS = 75_000;
const SWEEP_MS = 50;

/** Listens; port 0 takes a free one. Rejects when the address cannot be had (`EADDRINUSE`, `EACCES`). */
export async function listen(app: RequestListener, host: string, port: number): Promise<ListeningServer> {
  const server = createServer(
    {
      maxHeaderSize: HEAD_BYTES_MAX,
      headersTimeout: HEAD_MS,
      // Node's own holds for every request alike, and an import may take hours.
      requestTimeout: 0,
      keepAliveTimeout: KEEP_ALIVE_MS,
    },
    (req, res) => {
      limitBodyTime(req, res, BODY_MS);
      app(req, res);
    },
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`,
    port: address.port,
    stop: (graceMs) => stop(server, graceMs),
  };
}

function stop(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    // A kept-alive connection whose last answer goes out while we stop would stay open until its client lets go.
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
    const cutOff = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearInterval(sweep);
      clearTimeout(cutOff);
      resolve();
    });
  });
}
