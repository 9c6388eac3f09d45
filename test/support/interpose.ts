import { createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Something between a client and a server on this machine, which may answer in its place. */
export interface Interposer {
  readonly url: string;
  /** What was asked so far: `GET /v2/…`. */
  readonly requests: readonly string[];
  close(): void;
}

export interface InterposedAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Hands every request on to a server, but those for which `before` has an answer.
 *
 * @param before may also wait; `count` is the request's number, from 1
 */
export async function interpose(
  serverUrl: string,
  before: (req: IncomingMessage, count: number) => InterposedAnswer | undefined | Promise<InterposedAnswer | undefined>,
): Promise<Interposer> {
  const requests: string[] = [];
  const server = createServer(async (req, res) => {
    requests.push(`${req.method} ${req.url}`);
    const answer = await before(req, requests.length);
    if (answer !== undefined) {
      const headers = { 'content-type': 'application/json', ...answer.headers };
      res.writeHead(answer.status, headers).end('{"errors":[{"code":"10011","title":"Too many requests"}]}');
      return;
    }
    const onward = request(`${serverUrl}${req.url}`, { method: req.method, headers: req.headers }, (response) => {
      res.writeHead(response.statusCode ?? 500, response.headers);
      response.pipe(res);
    });
    onward.on('error', () => res.destroy());
    req.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
