import http from 'node:http';
import https from 'node:https';

/** What a webhook did with one request. Durations are to the last byte, in milliseconds. */
export type WebhookReply =
  | {
      readonly kind: 'answer';
      readonly status: number;
      /** Of `x-ringback-left-out`. */
      readonly leftOut: string | undefined;
      readonly body: Buffer;
      readonly isCut: boolean;
      readonly durationMs: number;
    }
  | { readonly kind: 'timeout'; readonly durationMs: number }
  /** No connection, or one that broke. `reason` is the system's code. */
  | { readonly kind: 'unreachable'; readonly reason: string; readonly durationMs: number };

/** Posts to one URL over connections that are kept. */
export interface WebhookSender {
  /** Never rejects. Redirects are not followed. */
  send(body: string, headers: Readonly<Record<string, string>>, timeoutMs: number): Promise<WebhookReply>;
  close(): void;
}

const ANSWER_BYTES_MAX = 1_000_000;

/** @param url of any host: whoever types it knows where it goes */
export function createWebhookSender(url: URL, connectionsMax: number): WebhookSender {
  const { Agent, request } = url.protocol === 'https:' ? https : http;
  const agent = new Agent({ keepAlive: true, maxSockets: connectionsMax, maxFreeSockets: connectionsMax });

  function post(body: string, headers: Readonly<Record<string, string>>): http.ClientRequest {
    const outgoing = request(url, {
      method: 'POST',
      agent,
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'content-length': Buffer.byteLength(body),
        'user-agent': 'ringback-simulate',
        ...headers,
      },
    });
    outgoing.end(body);
    return outgoing;
  }

  return {
    send(body, headers, timeoutMs) {
      const startMs = performance.now();
      const elapsed = () => performance.now() - startMs;
      return new Promise((resolve) => {
        let current: http.ClientRequest;
        let isSettled = false;
        const settle = (reply: WebhookReply): void => {
          isSettled = true;
          clearTimeout(timer);
          resolve(reply);
        };
        const timer = setTimeout(() => {
          settle({ kind: 'timeout', durationMs: elapsed() });
          current.destroy();
        }, timeoutMs);
        const fail = ({ code, message }: NodeJS.ErrnoException): void =>
          settle({ kind: 'unreachable', reason: code ?? message, durationMs: elapsed() });

        function attempt(isFirst: boolean): void {
          current = post(body, headers);
          current.on('error', (error: NodeJS.ErrnoException) => {
            // The other side had closed a connection that we kept: nothing was lost but the connection.
            if (isFirst && !isSettled && current.reusedSocket && error.code === 'ECONNRESET') attempt(false);
            else fail(error);
          });
          current.on('response', (incoming) => readReply(incoming, elapsed, settle, fail));
        }
        attempt(true);
      });
    },
    close: () => agent.destroy(),
  };
}

function readReply(
  incoming: http.IncomingMessage,
  elapsed: () => number,
  settle: (reply: WebhookReply) => void,
  fail: (error: NodeJS.ErrnoException) => void,
): void {
  const leftOut = incoming.headers['x-ringback-left-out'];
  const chunks: Buffer[] = [];
  let bytes = 0;
  const end = (isCut: boolean): void =>
    settle({
      kind: 'answer',
      status: incoming.statusCode ?? 0,
      leftOut: leftOut === undefined ? undefined : String(leftOut),
      body: Buffer.concat(chunks),
      isCut,
      durationMs: elapsed(),
    });
  incoming.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes <= ANSWER_BYTES_MAX) return void chunks.push(chunk);
    end(true);
    incoming.destroy();
  });
  incoming.on('end', () => end(false));
  incoming.on('error', fail);
}
