import type { ReportTable } from '../support/report.js';
import { rounded } from '../support/statistics.js';
import type { ListTimes } from './ask-list.js';
import { type GrowthRow, type GrowthValue, growthTable, sizeText } from './growth-table.js';
import type { MeasuredStore } from './measure-store.js';
import type { Group } from './questions.js';

/** A line for each filter of a group. */
export function listTable(measured: readonly MeasuredStore[], sizes: readonly number[], group: Group): ReportTable {
  const questions = measured[0]?.list.filter(({ question }) => question.group === group) ?? [];
  const rows = questions.map(({ question: { name } }): GrowthRow => {
    const times = measured.map(({ list }) => list.find(({ question }) => question.name === name) as ListTimes);
    const last = times.at(-1) as ListTimes;
    return {
      labels: [name],
      values: times.map(listValue),
      more: [
        last.isRefused ? null : rounded(last.p95Ms, 2),
        rounded(last.rows, 1),
        last.explained.indexes.join(', ') || 'none',
        last.explained.warnings.length > 0 ? 'slow, and why' : '',
      ],
    };
  });
  const largest = sizeText(sizes.at(-1) ?? 0);
  return growthTable(`List, ${group}: milliseconds, p50`, ['filter'], sizes, rows, {
    digits: 2,
    more: [`p95 at ${largest}`, `rows at ${largest}`, `indexes of the plan at ${largest}`, `explain at ${largest}`],
  });
}

function listValue({ isRefused, question, maxMs, p50Ms }: ListTimes): GrowthValue {
  if (!isRefused) return { value: p50Ms };
  const what = question.counts ? 'answered without the count' : 'refused by the time limit';
  return { value: null, text: `${what} after ${Math.round(maxMs)} ms` };
}
