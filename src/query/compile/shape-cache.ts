/**
 * Keeps what was used lately: at least `max` entries, at most twice as many. A hit costs one look-up: instead of an order of use there
 * are two generations, and what is not asked for while a generation fills is forgotten.
 */
export class ShapeCache<Value> {
  readonly #max: number;
  #recent = new Map<string, Value>();
  #older = new Map<string, Value>();

  constructor(max: number) {
    this.#max = max;
  }

  get size(): number {
    return this.#recent.size + this.#older.size;
  }

  get(key: string): Value | undefined {
    const value = this.#recent.get(key);
    if (value !== undefined) return value;
    const older = this.#older.get(key);
    if (older === undefined) return undefined;
    this.#older.delete(key);
    this.set(key, older);
    return older;
  }

  set(key: string, value: Value): void {
    if (this.#max === 0) return;
    if (this.#recent.size >= this.#max) {
      this.#older = this.#recent;
      this.#recent = new Map();
    }
    this.#recent.set(key, value);
  }
}
