/** Where a term is: slots of documents beside how often it is there, and slots of documents whose dates have it. */
export interface Posting {
  readonly slots: number[];
  readonly frequencies: number[];
  readonly datedSlots: number[];
}

/** Bytes of a term with its lists, and of an item in them, as V8 lays them out; measured, see docs/search.md. */
const TERM_BYTES = 260;
const ITEM_BYTES = 16;

/** From terms to the documents that have them. */
export class Postings {
  readonly #byTerm = new Map<string, Posting>();
  #bytes = 0;

  /** An estimate. */
  get bytes(): number {
    return this.#bytes;
  }

  get(term: string): Posting | undefined {
    return this.#byTerm.get(term);
  }

  add(slot: number, frequencies: ReadonlyMap<string, number>, dateTerms: readonly string[]): void {
    for (const [term, frequency] of frequencies) {
      const posting = this.#open(term);
      posting.slots.push(slot);
      posting.frequencies.push(frequency);
    }
    for (const term of dateTerms) this.#open(term).datedSlots.push(slot);
    this.#bytes += ITEM_BYTES * (frequencies.size + dateTerms.length);
  }

  /** With the same terms that the slot was added with. */
  remove(slot: number, frequencies: ReadonlyMap<string, number>, dateTerms: readonly string[]): void {
    for (const term of frequencies.keys()) {
      const posting = this.#open(term);
      const at = posting.slots.indexOf(slot);
      takeOut(posting.slots, at);
      takeOut(posting.frequencies, at);
      this.#close(term, posting);
    }
    for (const term of dateTerms) {
      const posting = this.#open(term);
      takeOut(posting.datedSlots, posting.datedSlots.indexOf(slot));
      this.#close(term, posting);
    }
    this.#bytes -= ITEM_BYTES * (frequencies.size + dateTerms.length);
  }

  #open(term: string): Posting {
    let posting = this.#byTerm.get(term);
    if (posting === undefined) {
      posting = { slots: [], frequencies: [], datedSlots: [] };
      this.#byTerm.set(term, posting);
      this.#bytes += TERM_BYTES + 2 * term.length;
    }
    return posting;
  }

  #close(term: string, posting: Posting): void {
    if (posting.slots.length > 0 || posting.datedSlots.length > 0) return;
    this.#byTerm.delete(term);
    this.#bytes -= TERM_BYTES + 2 * term.length;
  }
}

/** Order does not matter: sums of what is here are exact. */
function takeOut(list: number[], at: number): void {
  const last = list.pop() as number;
  if (at < list.length) list[at] = last;
}
