/** Choices that come out the same for the same seed (mulberry32), so that a failing test fails again. */
export class RandomChoice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** A whole number from 0 to `below` - 1. */
  below(below: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  }

  of<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)]!;
  }

  /** True so many times in a hundred. */
  percent(times: number): boolean {
    return this.below(100) < times;
  }

  /** What `make` makes, from `fewest` to `most` times, in a row. */
  several(fewest: number, most: number, make: () => string): string {
    let text = '';
    for (let left = fewest + this.below(most - fewest + 1); left > 0; left--) text += make();
    return text;
  }

  /** The text with a character left out, doubled, swapped with its neighbour, or put in from `characters`. */
  mutate(text: string, characters: readonly string[]): string {
    const all = [...text];
    const at = this.below(all.length + 1);
    switch (this.below(4)) {
      case 0:
        all.splice(at, 1);
        break;
      case 1:
        all.splice(at, 0, all[at] ?? '');
        break;
      case 2:
        all.splice(at, 2, all[at + 1] ?? '', all[at] ?? '');
        break;
      default:
        all.splice(at, 0, this.of(characters));
    }
    return all.join('');
  }
}
