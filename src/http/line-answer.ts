import { once } from 'node:events';
import type { ServerResponse } from 'node:http';

/** An answer of JSON lines that goes out as it is made. Its head goes with the first line: until then it can be another answer. */
export class LineAnswer {
  /** Aborted when the one who asked has gone. */
  readonly signal: AbortSignal;
  readonly #res: ServerResponse;

  constructor(res: ServerResponse) {
    this.#res = res;
    const gone = new AbortController();
    this.signal = gone.signal;
    res.once('close', () => {
      if (!res.writableFinished) gone.abort(new Error('The one who asked has gone.'));
    });
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
