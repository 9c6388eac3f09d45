import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Somebody's initialization webhook, on loopback, which does as it is told. */
export interface FaultyWebhook {
  readonly url: string;
  /** Requests so far, oldest first. */
  readonly received: readonly { readonly headers: IncomingMessage['headers']; readonly body: string }[];
  /** What becomes of requests from now on. */
  behave(behaviour: WebhookBehaviour): void;
  close(): Promise<void>;
}

export type WebhookBehaviour = (res: ServerResponse, req: IncomingMessage) => void;

export const answering =
  (body: unknown, status = 200): WebhookBehaviour =>
  (res) => {
    res.writeHead(status, { 'content-type': 'application/json' });
    res.end(typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body));
  };

export const FAULTS: Readonly<Record<string, WebhookBehaviour>> = {
  'never answers': () => {},
  'drips a byte at a time': (res) => {
    res.writeHead(200, { 'content-type': 'application/json' });
    res.write('{"dynamic_variables":{"tier":"');
    const timer = setInterval(() => res.write('x'), 20);
    res.on('close', () => clearInterval(timer));
  },
  'sends its head and then nothing': (res) => void res.writeHead(200).flushHeaders(),
  'closes the connection': (_res, req) => void req.socket.destroy(),
  'closes the connection in the middle': (res, req) => {
    res.writeHead(200, { 'content-length': '1000' });
    res.write('{"dynamic_variables":{');
    setTimeout(() => req.socket.destroy(), 10);
  },
  'answers 500': answering({ dynamic_variables: { tier: 'of an error' } }, 500),
  'answers 404': answering('no', 404),
  redirects: (res) => void res.writeHead(302, { location: '/elsewhere' }).end(),
  'answers 10 MB': answering(`{"dynamic_variables":{"tier":"${'x'.repeat(10_000_000)}"}}`),
  'answers without an end': (res) => {
    res.writeHead(200);
    const more = () => {
      while (res.write('x'.repeat(65_536)));
    };
    res.on('drain', more);
    more();
  },
  'answers with a flat object': answering({ tier: 'flat', caller_name: 'Sarah' }),
  'answers with text': answering('tier=gold'),
  'answers with nothing': answering(''),
  'answers with a list': answering([{ dynamic_variables: { tier: 'x' } }]),
  'answers with nothing but wrong types': answering({ dynamic_variables: 'gold', memory: [], conversation: 5 }),
};

export async function faultyWebhook(): Promise<FaultyWebhook> {
  const received: { headers: IncomingMessage['headers']; body: string }[] = [];
  let behaviour: WebhookBehaviour = answering({});
  const server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      received.push({ headers: req.headers, body: Buffer.concat(chunks).toString() });
      behaviour(res, req);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks/secret-path?token=secret-query`,
    received,
    behave: (next) => {
      behaviour = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
