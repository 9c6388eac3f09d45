import type { IncomingMessage, ServerResponse } from 'node:http';
import { errorItem } from './error-item.js';
import { sendJson } from './send-json.js';

/** Where a request keeps its timer. */
const TIMER = Symbol('body deadline');

interface TimedRequest extends IncomingMessage {
  [TIMER]?: NodeJS.Timeout;
}

/** Ends a request whose body is not there after so long: 408, and the connection is closed. */
export function limitBodyTime(req: IncomingMessage, res: ServerResponse, timeoutMs: number): void {
  if (req.headers['content-length'] === undefined && req.headers['transfer-encoding'] === undefined) return;
  const timer = setTimeout(() => {
    if (req.complete || res.destroyed) return;
    if (res.headersSent) {
      req.destroy();
      return;
    }
    res.once('finish', () => req.destroy());
    res.setHeader('connection', 'close');
    const detail = `The body was not complete after ${timeoutMs / 1000} s.`;
    sendJson(res, 408, { errors: [errorItem('badRequest', detail)] });
  }, timeoutMs);
  timer.unref();
  req.once('close', () => clearTimeout(timer));
  (req as TimedRequest)[TIMER] = timer;
}

/** Lets the body of a request take as long as it takes: its route looks after it. */
export function allowLongBody(req: IncomingMessage): void {
  clearTimeout((req as TimedRequest)[TIMER]);
}
