import { type IncomingMessage, request as startRequest } from 'node:http';
import type { Socket } from 'node:net';
import { OutboundFailed, type OutboundRequest } from './outbound.js';
import type { Target } from './read-target.js';
import { whyUnreachable } from './why-unreachable.js';

export interface ExchangeAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Of status line and headers together: Node's own limit, said here so that no flag of the process changes it. */
const HEADER_BYTES_MAX = 16_384;

const CLOSED = { code: 'ECONNRESET' };

/**
 * One request and its answer over one connection, which ends with it. Nothing is followed, decoded or decompressed.
 *
 * @param headers as they go out, all of them
 * @param signal whose reason is what the promise rejects with
 */
export function exchange(
  target: Target,
  { method, body, answerBytesMax }: Pick<OutboundRequest, 'method' | 'body' | 'answerBytesMax'>,
  headers: Readonly<Record<string, string>>,
  socket: () => Socket,
  signal: AbortSignal,
): Promise<ExchangeAnswer> {
  return new Promise((resolve, reject) => {
    const sent = startRequest({
      method,
      path: target.path,
      headers: { ...headers, ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }) },
      createConnection: socket,
      setHost: false,
      maxHeaderSize: HEADER_BYTES_MAX,
      insecureHTTPParser: false,
      joinDuplicateHeaders: true,
    });
    const settle = (finish: () => void) => {
      signal.removeEventListener('abort', stop);
      finish();
      sent.destroy();
    };
    const fail = (error: unknown) => settle(() => reject(asOutboundFailed(error, target.shownHost)));
    const stop = () => settle(() => reject(signal.reason));
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
    // Stays when all is done: what the connection has to say after that is nobody's business.
    sent.on('error', fail);
    let isAnswered = false;
    sent.on('close', () => {
      // Without an error, and without an answer: a server that switches to another protocol, for one.
      if (!isAnswered) fail(CLOSED);
    });
    sent.on('response', (answer) => {
      isAnswered = true;
      readBody(answer, answerBytesMax, target.shownHost).then(
        (whole) => settle(() => resolve({ status: answer.statusCode ?? 0, headers: headersOf(answer), body: whole })),
        fail,
      );
    });
    sent.end(body);
  });
}

/** Stops at the first byte too many; what was announced to be too long is not begun. */
function readBody(answer: IncomingMessage, bytesMax: number, shownHost: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const tooLarge = () => {
      reject(new OutboundFailed('too-large', `${shownHost} answered with more than ${bytesMax} bytes.`));
      answer.destroy();
    };
    const chunks: Buffer[] = [];
    let bytes = 0;
    answer.on('error', reject);
    answer.on('end', () => resolve(Buffer.concat(chunks, bytes)));
    answer.on('close', () => reject(CLOSED));
    if (Number(answer.headers['content-length'] ?? 0) > bytesMax) {
      tooLarge();
      return;
    }
    answer.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > bytesMax) tooLarge();
      else chunks.push(chunk);
    });
  });
}

function headersOf(answer: IncomingMessage): Readonly<Record<string, string>> {
  const entries = Object.entries(answer.headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(', ') : (value ?? ''),
  ]);
  return Object.fromEntries(entries);
}

/** The error of node:http itself is not passed on: it may hold bytes of the answer. */
function asOutboundFailed(error: unknown, shownHost: string): OutboundFailed {
  if (error instanceof OutboundFailed) return error;
  if ((error as { code?: unknown }).code === 'HPE_HEADER_OVERFLOW') {
    return new OutboundFailed(
      'too-large',
      `${shownHost} answered with more than ${HEADER_BYTES_MAX} bytes of headers.`,
    );
  }
  return new OutboundFailed('unreachable', `${shownHost} ${whyUnreachable(error)}.`);
}
