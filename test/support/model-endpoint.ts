import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a model endpoint was asked. */
export interface AskedCompletion {
  readonly path: string | undefined;
  readonly headers: IncomingHttpHeaders;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies freely
  readonly body: any;
  /** When it came, of `performance.now()`. */
  readonly atMs: number;
}

export type Reply = (res: ServerResponse, asked: AskedCompletion) => void;

/** A server on loopback that plays a chat completions API, one reply after the other; the last one is given again and again. */
export interface ModelEndpoint {
  readonly baseUrl: string;
  readonly asked: AskedCompletion[];
  /** Requests whose answer is neither sent whole nor given up by who asked. */
  openRequests(): number;
  close(): Promise<void>;
}

export async function startModelEndpoint(...replies: readonly Reply[]): Promise<ModelEndpoint> {
  const asked: AskedCompletion[] = [];
  let open = 0;
  const server = createServer((req, res) => {
    open += 1;
    res.on('close', () => {
      open -= 1;
    });
    let text = '';
    req.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
    req.on('end', () => {
      const one = { path: req.url, headers: req.headers, body: JSON.parse(text), atMs: performance.now() };
      asked.push(one);
      replies[Math.min(asked.length, replies.length) - 1]?.(res, one);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    openRequests: () => open,
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(() => done()));
    },
  };
}

/** A chat completion whose answer is this text. */
export function completion(content: unknown, finishReason = 'stop', refusal: string | null = null): Reply {
  return json(200, {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    choices: [{ index: 0, finish_reason: finishReason, message: { role: 'assistant', content, refusal } }],
  });
}

/** An error as OpenAI has them. */
export function failure(
  status: number,
  code: string | null = null,
  headers: Readonly<Record<string, string>> = {},
): Reply {
  return json(status, { error: { message: 'It quotes: SECRET-INPUT', type: 'error', param: null, code } }, headers);
}

export function json(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  return (res) =>
    void res.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value));
}
