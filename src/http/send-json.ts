import type { ServerResponse } from 'node:http';

/**
 * Answers with JSON. Not `res.json`, which looks up settings and computes freshness; and as text, not bytes, so that Node
 * writes head and body in one piece.
 */
export function sendJson(res: ServerResponse, status: number, body: unknown): void {
  sendJsonText(res, status, JSON.stringify(body));
}

/** The same with JSON text that is there already. */
export function sendJsonText(res: ServerResponse, status: number, text: string): void {
  res.statusCode = status;
  res.setHeader('content-type', 'application/json; charset=utf-8');
  res.setHeader('content-length', Buffer.byteLength(text));
  res.end(text);
}
