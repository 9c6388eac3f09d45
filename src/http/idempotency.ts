import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Database, Executor } from '../store/database.js';
import { claimKey, findAnswer, type KeptAnswer, keepAnswer } from '../store/idempotency-keys.js';
import { errorItem } from './error-item.js';
import type { Principal } from './keyring.js';
import { observationOf } from './observation.js';
import { RequestError } from './request-error.js';
import { sendJsonText } from './send-json.js';

/** What a successful request is answered with. */
export interface Answer {
  readonly status: number;
  /** A JSON value. */
  readonly body: unknown;
  /** False: it is not to be kept for a repeated request, which does its work anew. True by default. */
  readonly keep?: boolean;
}

/**
 * Does the work of a request and answers it. With an `Idempotency-Key` the work is done once: the same request with the same key
 * is answered as it was the first time, for 24 hours, with `idempotency-replayed: true`.
 *
 * `work` writes with the `db` it is given, which is then a transaction: what it writes and the record of the answer are there
 * together, or not at all. It uses that one alone: with the embedded database any other connection waits for the transaction.
 * Only answers are kept; a rejection leaves the key free.
 *
 * @param body what `readJson` read, as it came: a key belongs to one method, path and body
 * @throws RequestError 400 for what is no key, 409 while a request with the key is under way, 422 when it was another request's
 */
export type Idempotently = (
  req: Request,
  res: Response,
  principal: Pick<Principal, 'workspaceId'>,
  body: unknown,
  work: (db: Executor) => Promise<Answer>,
) => Promise<void>;

const KEY = /^[A-Za-z0-9_-]{1,255}$/;

/** For the `headers` of an Operation. */
export const IdempotencyHeaders = z.object({
  'Idempotency-Key': z
    .string()
    .regex(KEY)
    .optional()
    .describe(
      'Makes a repeated request safe: with the same key, method, path and body it is answered as the first time, for 24 hours, with "idempotency-replayed: true". 409 while the first is under way, 422 for another request with the same key.',
    ),
});

/** For the `refusals` of an Operation. */
export const IDEMPOTENCY_REFUSALS = [400, 409, 422] as const;

export function idempotentlyWith({ knex }: Pick<Database, 'knex'>, now: () => Date): Idempotently {
  // PGlite runs one transaction after the other, so there a second request would wait for the first and not be told.
  const underWay = new Set<string>();

  return async (req, res, { workspaceId }, body, work) => {
    const key = keyOf(req);
    if (key === undefined) return send(res, answerTextOf(await work(knex)));

    observationOf(res).repeatable = true;
    const name = `${workspaceId} ${key}`;
    if (underWay.has(name)) throw inProgress();
    underWay.add(name);
    try {
      const requestHash = hashOf(req, body);
      const { kept, replayed } = await knex.transaction(async (trx) => {
        if (!(await claimKey(trx, workspaceId, key))) throw inProgress();
        // A statement of its own: it has to see what the last owner of the claim has committed.
        const earlier = await findAnswer(trx, workspaceId, key, now());
        if (earlier !== undefined) return { kept: earlier, replayed: true };
        const answer = await work(trx);
        const fresh = { requestHash, ...answerTextOf(answer) };
        if (answer.keep ?? true) await keepAnswer(trx, workspaceId, key, fresh, now());
        return { kept: fresh, replayed: false };
      });
      if (!kept.requestHash.equals(requestHash)) throw otherRequest();
      if (replayed) res.setHeader('idempotency-replayed', 'true');
      send(res, kept);
    } finally {
      underWay.delete(name);
    }
  };
}

/** Node joins repeated headers with a comma, which no key has. */
function keyOf({ headers }: Request): string | undefined {
  const key = headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key === 'string' && KEY.test(key)) return key;
  const detail = 'The header "Idempotency-Key" has to be 1 to 255 letters, digits, hyphens and underscores.';
  throw new RequestError(400, [errorItem('badRequest', detail)]);
}

/** Both addresses of a route are the same request. */
function hashOf({ method, originalUrl }: Request, body: unknown): Buffer {
  const text = textOf([method, originalUrl.replace(/^\/v2(?=\/)/, ''), body]);
  return createHash('sha256').update(text).digest();
}

/** What can be read can be nested deeper than it can be written: a field that nobody knows, and so nobody refused. */
function textOf(request: readonly unknown[]): string {
  try {
    return JSON.stringify(request);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new RequestError(422, [errorItem('unprocessable', 'The body is nested too deeply.')]);
  }
}

function answerTextOf({ status, body }: Answer): Pick<KeptAnswer, 'status' | 'answer'> {
  return { status, answer: JSON.stringify(body) };
}

function send(res: Response, { status, answer }: Pick<KeptAnswer, 'status' | 'answer'>): void {
  sendJsonText(res, status, answer);
}

/** Worth a second try: that gets the first one's answer. */
function inProgress(): RequestError {
  const detail = 'A request with this Idempotency-Key is under way; the same request gets its answer in a moment.';
  return new RequestError(409, [errorItem('beingProcessed', detail)], { 'x-should-retry': 'true', 'retry-after': '1' });
}

function otherRequest(): RequestError {
  const detail =
    'This Idempotency-Key belongs to a request with another method, path or body; a new request needs a new key.';
  return new RequestError(422, [errorItem('unprocessable', detail)]);
}
