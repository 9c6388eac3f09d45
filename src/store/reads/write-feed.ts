import { keysOfStatement, mayWrite, type WrittenKeys } from './written-keys.js';

/** Tells what the connections of a pool have written, each time when it is committed and before whoever wrote it is told. */
export interface WriteFeed {
  /** Absent: nobody wants to know, and nothing is looked at. */
  listener?: ((keys: WrittenKeys) => void) | undefined;
}

/** One connection's statements: those of a transaction are told of when it ends. */
export class WrittenByConnection {
  readonly #feed: WriteFeed;
  #keys: string[] = [];
  #wrote = false;

  constructor(feed: WriteFeed) {
    this.#feed = feed;
  }

  get isWanted(): boolean {
    return this.#feed.listener !== undefined;
  }

  /** @param status of the connection after the statement: `T` and `E` within a transaction */
  ended(sql: string, bindings: readonly unknown[], rows: readonly unknown[], status: string | null): void {
    const writes = mayWrite(sql);
    if (writes || status === 'T') this.#keys.push(...keysOfStatement(bindings, rows));
    this.#wrote ||= writes;
    if (status === 'I') this.#tell();
  }

  /** It failed, or nobody knows: it may have been committed even so. */
  failed(sql: string, bindings: readonly unknown[], status: string | null): void {
    this.ended(sql, bindings, [], status === 'T' || status === 'E' ? status : 'I');
  }

  #tell(): void {
    const [keys, wrote] = [this.#keys, this.#wrote];
    this.#keys = [];
    this.#wrote = false;
    if (wrote && keys.length > 0) this.#feed.listener?.(keys);
  }
}
