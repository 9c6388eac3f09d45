import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Request } from 'express';
import { allowLongBody } from './body-deadline.js';
import { errorItem } from './error-item.js';
import { invalidJson, RequestError } from './request-error.js';

/** A body may take hours, but not be silent for so long. */
const SILENCE_MS = 60_000;

export interface StreamBodyOptions {
  readonly silenceMs?: number;
  /** Ends the reading at once, also while nothing comes; it fails with the signal's reason, a RequestError. */
  readonly signal?: AbortSignal;
}

/**
 * The bytes of a body of any length, unpacked where they are gzip, as fast as they are taken.
 *
 * Fails with a RequestError: 400 for one that ends early or is no gzip, 408 for one that is silent, 415 for another encoding.
 */
export function streamBody(
  req: Request,
  { silenceMs = SILENCE_MS, signal }: StreamBodyOptions = {},
): AsyncIterable<Uint8Array> {
  allowLongBody(req);
  const encoding = req.headers['content-encoding']?.toLowerCase() ?? 'identity';
  if (encoding === 'identity') return chunksOf(req, silenceMs, signal);
  if (encoding !== 'gzip') {
    const detail = 'This content-encoding is not supported here: send the body as it is, or with "gzip".';
    throw new RequestError(415, [errorItem('badRequest', detail)]);
  }
  return unpacked(chunksOf(req, silenceMs, signal));
}

async function* chunksOf(
  req: Request,
  silenceMs: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array, void, undefined> {
  const chunks = req.iterator({ destroyOnReturn: false }) as AsyncIterator<Uint8Array>;
  try {
    for (;;) {
      const { done, value } = await nextWithin(chunks, silenceMs, signal);
      if (done) break;
      yield value;
    }
  } catch (error) {
    if (error instanceof RequestError) throw error;
    throw invalidJson('The body ended before it was complete.');
  }
  if (!req.complete) throw invalidJson('The body ended before it was complete.');
}

async function nextWithin(
  chunks: AsyncIterator<Uint8Array>,
  silenceMs: number,
  signal: AbortSignal | undefined,
): Promise<IteratorResult<Uint8Array, unknown>> {
  signal?.throwIfAborted();
  const next = chunks.next();
  let stop = (): void => {};
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const detail = `Nothing of the body came for ${silenceMs / 1000} s.`;
      reject(new RequestError(408, [errorItem('badRequest', detail)], { connection: 'close' }));
    }, silenceMs);
    stop = () => reject(signal?.reason);
    signal?.addEventListener('abort', stop);
  });
  try {
    return await Promise.race([next, silence]);
  } catch (error) {
    next.catch(() => {});
    throw error;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}

async function* unpacked(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  const gunzip = createGunzip();
  const failure = new Promise<Error | null | undefined>((resolve) => {
    pipeline(Readable.from(packed, { objectMode: false }), gunzip, (error) => resolve(error));
  });
  try {
    yield* gunzip;
  } catch (error) {
    const cause = (await failure) ?? error;
    if (cause instanceof RequestError) throw cause;
    throw invalidJson('The body is not valid gzip.');
  } finally {
    gunzip.destroy();
  }
}

/** After so long a client that goes on sending what nobody wants is cut off. */
const DISCARD_MS = 10_000;

/** Lets go of what is still to come of a body, so that the client can finish, or find the answer. */
export function discardRest(req: Request, discardMs = DISCARD_MS): void {
  if (req.complete || req.destroyed) return;
  const timer = setTimeout(() => req.destroy(), discardMs);
  timer.unref();
  req.once('close', () => clearTimeout(timer));
  req.on('error', () => {});
  req.resume();
}
