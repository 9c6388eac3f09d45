import { isUtf8 } from 'node:buffer';
import express, { type Request, type Response } from 'express';
import { invalidJson } from './request-error.js';

/** The largest body of an API request: a conversation's metadata is 64 KB at most, a message seldom more. */
export const API_BODY_BYTES_MAX = 1024 * 1024;

/** The largest body of a platform's event: the report of a long call with its whole transcript. */
export const PLATFORM_BODY_BYTES_MAX = 5 * 1024 * 1024;

/** The same of Vapi and Retell, whose reports have the assistant's whole configuration, and the transcript up to three times. */
export const VOICE_BODY_BYTES_MAX = 10 * 1024 * 1024;

export interface BodyLimits {
  readonly limitBytes: number;
  /** Whether a compressed body is unpacked (the limit is that of the unpacked one). Signed bodies are taken as they are. */
  readonly inflate: boolean;
}

/** Reads the bytes of a body, whatever type it says it is. Rejects with what `error-response.ts` answers as 413 and 400. */
export function bodyReader(limits: BodyLimits): (req: Request, res: Response) => Promise<Buffer> {
  const read = express.raw({ type: () => true, limit: limits.limitBytes, inflate: limits.inflate });
  return (req, res) =>
    new Promise((resolve, reject) => {
      read(req, res, (error?: unknown) => {
        if (error !== undefined && error !== null) reject(error);
        else if (Buffer.isBuffer(req.body)) resolve(req.body);
        // Its sender was gone before it was looked at: what is there of it is nothing, and yet it is no empty body.
        else if (announcesBody(req) && !req.complete) reject(invalidJson('The body ended before it was complete.'));
        else resolve(Buffer.alloc(0));
      });
    });
}

function announcesBody({ headers }: Request): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** The JSON value of a body; an empty body is an empty object. A RequestError (400) for what is no JSON in UTF-8. */
export function parseJsonBody(bytes: Buffer): unknown {
  if (bytes.length === 0) return {};
  if (!isUtf8(bytes)) throw invalidJson('The body is not UTF-8.');
  const text = bytes.toString('utf8', hasByteOrderMark(bytes) ? 3 : 0);
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message differs between versions of Node, and quotes the body.
    throw invalidJson('The body is not valid JSON.');
  }
}

/** The same of what a platform signed or may send: undefined for what is no JSON. It says nothing of anybody, and would the next time. */
export function parseJsonLeniently(bytes: Buffer): unknown {
  try {
    return parseJsonBody(bytes);
  } catch {
    return undefined;
  }
}

function hasByteOrderMark(bytes: Buffer): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}
