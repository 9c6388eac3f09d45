import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { errorItem } from './error-item.js';
import { sendJson } from './send-json.js';

/** Refuses requests that another reader, such as a proxy in front, could take for other ones than we do. */
export interface AmbiguousRequests {
  /** Answers such a request with 400 (431 for too many headers), and closes its connection; true then, or when something before it on its connection was one. */
  refuse(req: IncomingMessage, res: ServerResponse): boolean;
}

/** More than any client or proxy sends. */
export const HEADERS_MAX = 200;

/**
 * Two lengths, folded and malformed headers Node's parser refuses by itself. It lets through what is none of HTTP/1.x, and a body whose
 * end it cannot know (RFC 9112, 6.3); and it goes on with what stands behind a request that was refused.
 */
export function createAmbiguousRequests(): AmbiguousRequests {
  const closing = new WeakSet<Socket>();
  return {
    refuse(req, res) {
      if (closing.has(req.socket)) return true;
      const refusal = refusalOf(req);
      if (refusal === undefined) return false;
      closing.add(req.socket);
      res.setHeader('connection', 'close');
      res.once('finish', () => req.socket?.destroySoon());
      sendJson(res, refusal.status, { errors: [errorItem('badRequest', refusal.detail)] });
      return true;
    },
  };
}

interface Refusal {
  readonly status: 400 | 431;
  readonly detail: string;
}

function refusalOf(req: IncomingMessage): Refusal | undefined {
  // Behind the last one that is looked at could stand the length of the body.
  if (req.rawHeaders.length / 2 > HEADERS_MAX) {
    return { status: 431, detail: `The request has more than ${HEADERS_MAX} headers.` };
  }
  const detail = ambiguityOf(req);
  return detail === undefined ? undefined : { status: 400, detail };
}

function ambiguityOf({ headers, httpVersion }: IncomingMessage): string | undefined {
  if (httpVersion !== '1.1' && httpVersion !== '1.0') return 'The request is not in HTTP/1.1.';
  if (headers.host === undefined && httpVersion === '1.1') return 'The header "Host" is missing.';
  const encoding = headers['transfer-encoding'];
  if (encoding === undefined) return undefined;
  if (encoding.toLowerCase() !== 'chunked') return 'This transfer-encoding is not supported here: send "chunked".';
  return httpVersion === '1.0' ? 'HTTP/1.0 has no transfer-encoding.' : undefined;
}
