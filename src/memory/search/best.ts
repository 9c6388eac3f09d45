/** Keeps the best `limit` of what it is shown; `compare` is negative where the left one is better, and 0 for nothing but the same. */
export class Best<Item> {
  readonly #limit: number;
  readonly #compare: (left: Item, right: Item) => number;
  #items: Item[] = [];
  /** The last one that was good enough, once there are enough. */
  #worst: Item | undefined;

  constructor(limit: number, compare: (left: Item, right: Item) => number) {
    this.#limit = limit;
    this.#compare = compare;
  }

  show(item: Item): void {
    if (this.#worst !== undefined && this.#compare(item, this.#worst) > 0) return;
    this.#items.push(item);
    // Sorted once in a while: cheaper than finding a place for each.
    if (this.#items.length >= 2 * this.#limit + 64) this.#sift();
  }

  /** Best first. */
  take(): Item[] {
    this.#sift();
    return this.#items;
  }

  #sift(): void {
    this.#items = this.#items.sort(this.#compare).slice(0, this.#limit);
    this.#worst = this.#items[this.#limit - 1];
  }
}
