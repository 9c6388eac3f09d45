import type { ReportTable } from '../support/report.js';
import { percentile, rounded } from '../support/statistics.js';
import { type GrowthRow, growthTable, sizeText } from './growth-table.js';
import type { MeasuredStore } from './measure-store.js';
import type { Timed } from './timed.js';

/** Webhook, recall, search and one question of List, each beside its rival. */
export function answersTable(
  measured: readonly MeasuredStore[],
  sizes: readonly number[],
  percent: number,
): ReportTable {
  const figureOf = (timed: Timed | undefined): number =>
    timed === undefined ? Number.NaN : percentile(timed.durationsMs, percent);
  const timedOf = measured.map(allTimed);
  const rows = (timedOf[0] ?? []).map(({ what, who }): GrowthRow => {
    const found = timedOf.map((timed) => timed.find((each) => each.what === what && each.who === who));
    const rival = timedOf.at(-1)?.find((each) => each.what === what && each.who !== 'ringback');
    const ratio = who === 'ringback' && rival !== undefined ? figureOf(found.at(-1)) / figureOf(rival) : undefined;
    return {
      labels: [what, who],
      values: found.map((timed) => ({ value: figureOf(timed) })),
      more: [ratio === undefined ? null : rounded(ratio, 2)],
    };
  });
  return growthTable(`Milliseconds until an answer, p${percent}`, ['what', 'who'], sizes, rows, {
    digits: 2,
    more: [`of the rival's at ${sizeText(sizes.at(-1) ?? 0)}`],
  });
}

/** With the one question of List that is asked by hand, too. */
function allTimed({ list, timed }: MeasuredStore): readonly Timed[] {
  const caller = list.find(({ question }) => question.name === 'standard key: a caller');
  const durationsMs = caller === undefined ? [] : caller.durationsMs;
  return [{ what: 'List, a caller', who: 'ringback', durationsMs }, ...timed];
}

/** Calls that are added and learned from. */
export function ingestTable(measured: readonly MeasuredStore[], sizes: readonly number[]): ReportTable {
  const row = (what: string, figureOf: (measured: MeasuredStore) => number): GrowthRow => ({
    labels: [what],
    values: measured.map((each) => ({ value: figureOf(each) })),
  });
  return growthTable(
    'Ingest, calls per second',
    ['what'],
    sizes,
    [
      row('added by POST /v1/add', ({ ingested: { calls, addSeconds } }) => calls / addSeconds),
      row('added and learned from', ({ ingested: { calls, learnSeconds } }) => calls / learnSeconds),
      row('the same words by INSERT, nothing learned', ({ ingested: { calls, bareSeconds } }) => calls / bareSeconds),
    ],
    { digits: 1 },
  );
}
