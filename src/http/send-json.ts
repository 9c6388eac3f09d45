import type { ServerResponse } from 'node:http';

/**
 * Answers with JSON. Not `res.json`: that one looks up settings, computes freshness and encodes twice, which costs the List
 * route a few percent.
 */
export function sendJson(res: ServerResponse, status: number, body: unknown): void {
  const bytes = Buffer.from(JSON.stringify(body));
  res.statusCode = status;
  res.setHeader('content-type', 'application/json; charset=utf-8');
  res.setHeader('content-length', bytes.length);
  res.end(bytes);
}
