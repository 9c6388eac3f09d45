/** Saturation of repeated terms, and how much length counts: the values of the literature. */
const K1 = 1.2;
const B = 0.75;

/** BM25 over numbered documents, term after term; what a term's frequencies are is the caller's matter. */
export class Bm25 {
  readonly scores: Float64Array;
  readonly #lengths: ArrayLike<number>;
  readonly #averageLength: number;
  readonly #documentCount: number;
  readonly #frequencies: Float64Array;
  readonly #touched: number[] = [];

  /**
   * @param lengths by document
   * @param documentCount how many of them can be found
   */
  constructor(lengths: ArrayLike<number>, averageLength: number, documentCount: number) {
    this.scores = new Float64Array(lengths.length);
    this.#frequencies = new Float64Array(lengths.length);
    this.#lengths = lengths;
    this.#averageLength = averageLength || 1;
    this.#documentCount = documentCount;
  }

  /** The current term is in that document, so often; adds up. */
  count(document: number, frequency: number): void {
    if (this.#frequencies[document] === 0) this.#touched.push(document);
    this.#frequencies[document]! += frequency;
  }

  /** Adds the term that was counted to the scores. */
  endTerm(): void {
    const documents = this.#touched;
    const idf = Math.log(1 + (this.#documentCount - documents.length + 0.5) / (documents.length + 0.5));
    for (const document of documents) {
      const frequency = this.#frequencies[document] as number;
      const length = (this.#lengths[document] as number) / this.#averageLength;
      this.scores[document]! += (idf * frequency * (K1 + 1)) / (frequency + K1 * (1 - B + B * length));
      this.#frequencies[document] = 0;
    }
    documents.length = 0;
  }
}
