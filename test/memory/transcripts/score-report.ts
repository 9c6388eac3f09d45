import type { Counts, Score } from './score.js';
import { precisionOf, recallOf } from './score.js';

const COLUMNS = ['expected', 'found', 'wrong', 'repeated', 'allowed', 'forbidden', 'sameTurn'] as const;

/** The counts by predicate, as a table in plain text: no word of a call. */
export function tableOf(score: Score): string {
  const rows: (readonly [string, Counts])[] = [...score.byPredicate].sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = [...rows, ['all', score.all] as const].map(([name, counts]) => [
    name,
    ...COLUMNS.map((column) => String(counts[column])),
    precisionOf(counts).toFixed(3),
    recallOf(counts).toFixed(3),
  ]);
  return [['predicate', ...COLUMNS, 'precision', 'recall'], ...lines]
    .map(([name = '', ...cells]) => name.padEnd(14) + cells.map((cell) => cell.padStart(10)).join(''))
    .join('\n');
}

/** Each fact that was missed, and each that is wrong with the label's reason: one a line. */
export function mistakesOf(score: Score): string {
  const missed = score.missed.map(({ call, fact }) => ({ call, line: `missed ${lineOf(fact)}` }));
  const wrong = score.wrong.map(({ call, fact, why }) => ({
    call,
    line: `WRONG  ${lineOf(fact)}${why === undefined ? '' : ` – ${why}`}`,
  }));
  return [...missed, ...wrong]
    .sort((a, b) => (a.call === b.call ? 0 : a.call < b.call ? -1 : 1))
    .map(({ call, line }) => `${call} ${line}`)
    .join('\n');
}

function lineOf(fact: {
  predicate: string;
  value: string;
  turn?: number | undefined;
  by?: string | undefined;
}): string {
  const by = fact.by === undefined ? '' : ` by ${fact.by}`;
  return `turn ${fact.turn ?? '?'} ${fact.predicate}${by}: ${JSON.stringify(fact.value)}`;
}
