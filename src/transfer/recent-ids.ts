const MAX = 50_000;

/** The ids that were added last, up to a bound: past it the oldest are forgotten. */
export class RecentIds {
  readonly #ids = new Set<string>();
  readonly #max: number;

  constructor(max = MAX) {
    this.#max = max;
  }

  add(id: string): void {
    this.#ids.add(id);
    if (this.#ids.size <= this.#max) return;
    const [oldest] = this.#ids;
    if (oldest !== undefined) this.#ids.delete(oldest);
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }
}
