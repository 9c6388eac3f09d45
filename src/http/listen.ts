import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAmbiguousRequests, HEADERS_MAX } from './ambiguous-request.js';
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
/** How often heads that are late are looked for; Node's own is 30 s, three times what they may take. */
const LATE_HEADS_EVERY_MS = 2_000;
/** Then the connection is closed in an orderly way, so that none lives for ever. */
const REQUESTS_PER_CONNECTION_MAX = 100_000;
/** Further ones are closed at once: each costs some kilobytes. Ten thousand that say nothing leave room for those that do. */
const CONNECTIONS_MAX = 12_000;

/** What a client may take, where it is not what is usual. */
export interface ListenLimits {
  /** For the head of a request, from the beginning of the connection (10 s). */
  readonly headMs?: number;
  /** For its body (60 s). */
  readonly bodyMs?: number;
  /** At once (12,000). */
  readonly connectionsMax?: number;
}

/** Listens; port 0 takes a free one. Rejects when the address cannot be had (`EADDRINUSE`, `EACCES`). */
export async function listen(
  app: RequestListener,
  host: string,
  port: number,
  { headMs = HEAD_MS, bodyMs = BODY_MS, connectionsMax = CONNECTIONS_MAX }: ListenLimits = {},
): Promise<ListeningServer> {
  const ambiguous = createAmbiguousRequests();
  const answering = new Set<ServerResponse>();
  let stopping = false;
  const server = createServer(
    {
      maxHeaderSize: HEAD_BYTES_MAX,
      headersTimeout: headMs,
      // Node's own holds for every request alike, and an import may take hours.
      requestTimeout: 0,
      keepAliveTimeout: KEEP_ALIVE_MS,
      connectionsCheckingInterval: Math.min(LATE_HEADS_EVERY_MS, headMs / 2),
      insecureHTTPParser: false,
      // It is asked for in `ambiguous-request.ts`, which closes the connection with the refusal.
      requireHostHeader: false,
    },
    (req, res) => {
      if (ambiguous.refuse(req, res)) return;
      answering.add(res);
      res.once('close', () => answering.delete(res));
      if (stopping) closeAfter(res);
      limitBodyTime(req, res, bodyMs);
      app(req, res);
    },
  );
  // One more, by which it shows that there are too many.
  server.maxHeadersCount = HEADERS_MAX + 1;
  server.maxRequestsPerSocket = REQUESTS_PER_CONNECTION_MAX;
  server.maxConnections = connectionsMax;
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
    stop(graceMs) {
      stopping = true;
      // Whoever sends one request after the other would go on until the end of the grace.
      for (const res of answering) closeAfter(res);
      return stop(server, graceMs);
    },
  };
}

/** Has the connection of an answer closed behind it. */
function closeAfter(res: ServerResponse): void {
  const { req } = res;
  // Where the body is still coming, a connection that is closed with the answer could take the answer along.
  if (!res.headersSent && req.headers['transfer-encoding'] === undefined) {
    res.shouldKeepAlive = false;
    return;
  }
  const close = (): void => req.socket?.destroySoon();
  res.once('finish', () => {
    if (req.complete) close();
    else req.once('end', close);
  });
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
