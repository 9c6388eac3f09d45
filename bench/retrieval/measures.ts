/** What was found for a question, best first, and what should have been. */
export interface Retrieved {
  readonly category: number;
  readonly gold: readonly string[];
  readonly found: readonly string[];
}

/** Means over questions, each from 0 to 1. NaN of no questions. */
export interface Measures {
  readonly questions: number;
  /** The share of the gold among the first one, five and ten. */
  readonly recall1: number;
  readonly recall5: number;
  readonly recall10: number;
  /** The share of questions whose gold is whole among the first ten. */
  readonly all10: number;
  /** Normalised discounted cumulative gain of the first ten, gain 1 for each piece of gold. */
  readonly ndcg10: number;
}

export function measure(answers: readonly Retrieved[]): Measures {
  const mean = (value: (answer: Retrieved) => number): number =>
    answers.reduce((sum, answer) => sum + value(answer), 0) / answers.length;
  return {
    questions: answers.length,
    recall1: mean((answer) => recall(answer, 1)),
    recall5: mean((answer) => recall(answer, 5)),
    recall10: mean((answer) => recall(answer, 10)),
    all10: mean((answer) => (recall(answer, 10) === 1 ? 1 : 0)),
    ndcg10: mean((answer) => ndcg(answer, 10)),
  };
}

function recall({ gold, found }: Retrieved, first: number): number {
  return found.slice(0, first).filter((id) => gold.includes(id)).length / gold.length;
}

function ndcg({ gold, found }: Retrieved, first: number): number {
  const gain = (place: number): number => 1 / Math.log2(place + 2);
  const found10 = found.slice(0, first).reduce((sum, id, place) => sum + (gold.includes(id) ? gain(place) : 0), 0);
  const ideal = Array.from({ length: Math.min(first, gold.length) }, (_, place) => gain(place));
  return found10 / ideal.reduce((sum, value) => sum + value, 0);
}
