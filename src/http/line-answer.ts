import { once } from 'node:events';
import type { ServerResponse } from 'node:http';

/** An answer of JSON lines that goes out as it is made. Its head goes with the first line: until then it can be another answer. */
export class LineAnswer {
  /** Aborted when the one who asked has gone, or the server stops: then with what is to be answered. */
  readonly signal: AbortSignal;
  readonly #res: ServerResponse;
  #isGone = false;

  /** @param stopping of the server; its reason is a RequestError */
  constructor(res: ServerResponse, stopping?: AbortSignal) {
    this.#res = res;
    const ending = new AbortController();
    this.signal = ending.signal;
    const stop = (): void => ending.abort(stopping?.reason);
    // Not `AbortSignal.any`: this one is let go of with the answer, however long the server lives.
    stopping?.addEventListener('abort', stop);
    if (stopping?.aborted === true) stop();
    const close = (): void => {
      stopping?.removeEventListener('abort', stop);
      if (res.writableFinished) return;
      this.#isGone = true;
      ending.abort(new Error('The one who asked has gone.'));
    };
    // Who went while the key was looked up is not told of again.
    if (res.closed) close();
    else res.once('close', close);
  }

  /** Whether nobody is left to be told. */
  get isGone(): boolean {
    return this.#isGone;
  }

  write(line: unknown): void {
    this.#send(`${JSON.stringify(line)}\n`);
  }

  /** Text of whole lines. Resolves when there is room for more; rejects when the one who asked has gone. */
  async writeText(text: string): Promise<void> {
    this.signal.throwIfAborted();
    if (this.#send(text)) return;
    await once(this.#res, 'drain', { signal: this.signal }).catch((error: unknown) => {
      this.signal.throwIfAborted();
      throw error;
    });
  }

  /** @param line the last one */
  end(line?: unknown): void {
    if (line !== undefined) this.write(line);
    this.#res.end();
  }

  #send(text: string): boolean {
    const res = this.#res;
    if (res.destroyed) return true;
    if (!res.headersSent) {
      res.statusCode = 200;
      res.setHeader('content-type', 'application/x-ndjson; charset=utf-8');
    }
    return res.write(text);
  }
}
