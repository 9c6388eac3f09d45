import type { Cell, ReportTable } from '../support/report.js';
import { rounded } from '../support/statistics.js';

/** A line of a table over sizes: what it is, and a value for each size; `text`: what stands in its place. */
export interface GrowthRow {
  readonly labels: readonly string[];
  readonly values: readonly GrowthValue[];
  readonly more?: readonly Cell[];
}

/** Null: not measured. */
export interface GrowthValue {
  readonly value: number | null;
  readonly text?: string | undefined;
}

/** `10k`, `1M`, `10M` */
export function sizeText(conversations: number): string {
  if (conversations % 1_000_000 === 0) return `${conversations / 1_000_000}M`;
  return conversations % 1_000 === 0 ? `${conversations / 1_000}k` : `${conversations}`;
}

/** A table with a column for each size, and one for how the value grows from each to the next. */
export function growthTable(
  title: string,
  labels: readonly string[],
  sizes: readonly number[],
  rows: readonly GrowthRow[],
  { digits, more = [] }: { readonly digits: number; readonly more?: readonly string[] },
): ReportTable {
  const steps = sizes.slice(1).map((size, index) => `${sizeText(size)} : ${sizeText(sizes[index] as number)}`);
  return {
    title,
    columns: [...labels, ...sizes.map(sizeText), ...steps, ...more],
    rows: rows.map((row) => [
      ...row.labels,
      ...row.values.map(({ value, text }) => text ?? (value === null ? null : rounded(value, digits))),
      ...row.values.slice(1).map((value, index) => growthOf(row.values[index] as GrowthValue, value)),
      ...(row.more ?? []),
    ]),
  };
}

/** Nothing is said of what was refused: it would have gone on growing. */
function growthOf(before: GrowthValue, after: GrowthValue): number | null {
  if (before.text !== undefined || after.text !== undefined) return null;
  if (before.value === null || after.value === null || before.value === 0) return null;
  return rounded(after.value / before.value, 2);
}
