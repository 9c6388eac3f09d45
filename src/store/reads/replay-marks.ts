/** A place in the write-ahead log, in bytes. */
export type LogPosition = number;

/** So many are remembered one by one; with more, everything is read where it is written until they are through. */
const MARKS_MAX = 50_000;

/**
 * What was written and has not arrived at every standby yet. Pure: told what was written, where the log of the primary was at some
 * later moment, and how far the standbys are.
 */
export class ReplayMarks {
  /** Undefined: written since the primary was asked last. */
  readonly #positions = new Map<string, LogPosition | undefined>();
  /** Too much at once: nothing is known of any key. */
  #all: { position: LogPosition | undefined } | undefined;

  add(keys: readonly string[]): void {
    for (const key of keys) {
      if (this.#positions.size >= MARKS_MAX && !this.#positions.has(key)) {
        this.addAll();
      }
      // Once more written is later written.
      if (this.#all === undefined) this.#positions.set(key, undefined);
      else this.#all.position = undefined;
    }
  }

  /** Anything may have been written. */
  addAll(): void {
    this.#positions.clear();
    this.#all = { position: undefined };
  }

  has(key: string): boolean {
    return this.#all !== undefined || this.#positions.has(key);
  }

  get isEmpty(): boolean {
    return this.#all === undefined && this.#positions.size === 0;
  }

  get coversAll(): boolean {
    return this.#all !== undefined;
  }

  /**
   * Takes note of where the primary's log was.
   *
   * @param written the keys that were there before the primary was asked
   */
  note(written: ReadonlySet<string> | 'all', position: LogPosition): void {
    if (written === 'all') {
      if (this.#all !== undefined) this.#all.position ??= position;
      return;
    }
    for (const key of written) {
      if (this.#positions.has(key) && this.#positions.get(key) === undefined) this.#positions.set(key, position);
    }
  }

  /** Those of which nobody knows yet where in the log they are. */
  unplaced(): ReadonlySet<string> | 'all' {
    if (this.#all !== undefined) return 'all';
    return new Set([...this.#positions].filter(([, position]) => position === undefined).map(([key]) => key));
  }

  /** Forgets what every standby that serves has replayed. */
  replayed(position: LogPosition): void {
    if (this.#all?.position !== undefined && this.#all.position <= position) this.#all = undefined;
    for (const [key, at] of this.#positions) if (at !== undefined && at <= position) this.#positions.delete(key);
  }
}
