import type { ReportTable } from '../support/report.js';
import { type GrowthRow, growthTable } from './growth-table.js';
import type { MeasuredStore } from './measure-store.js';

const MEGABYTE = 2 ** 20;

/** What is there of a conversation whose caller is remembered, besides its row. */
const OF_REMEMBERED = [
  ...['calls', 'messages', 'facts', 'episodes', 'entities', 'procedures', 'conversation_insights', 'insight_results'],
];

/** What bytes are counted for: the tables they are in, and the table whose rows they are divided by. */
const DISK_PARTS: readonly { readonly what: string; readonly tables?: readonly string[]; readonly per: string }[] = [
  { what: 'a conversation without its messages', tables: ['conversations'], per: 'conversations' },
  { what: 'a message', tables: ['messages'], per: 'messages' },
  { what: 'a fact', tables: ['facts'], per: 'facts' },
  { what: 'messages, facts and all else of a conversation that has them', tables: OF_REMEMBERED, per: 'calls' },
  { what: 'a caller with identities', tables: ['callers', 'caller_identities'], per: 'callers' },
  { what: 'the whole store, for each conversation', per: 'conversations' },
];

/** What conversations, messages, facts and callers take. */
export function diskTable(measured: readonly MeasuredStore[], sizes: readonly number[]): ReportTable {
  const rows = DISK_PARTS.flatMap(({ what, tables, per }) =>
    (['tableBytes', 'indexBytes'] as const).map((part): GrowthRow => {
      const values = measured.map(({ sizes: all }) => {
        const bytes = all.filter(({ name }) => tables?.includes(name) ?? true).map((each) => each[part]);
        const count = all.find(({ name }) => name === per)?.rows ?? Number.NaN;
        return { value: bytes.reduce((sum, each) => sum + each, 0) / count };
      });
      return { labels: [what, part === 'tableBytes' ? 'tables' : 'indexes'], values };
    }),
  );
  return growthTable('Bytes on disk', ['of', 'in'], sizes, rows, { digits: 1 });
}

/** Each index of conversations by itself. */
export function indexTable(measured: readonly MeasuredStore[], sizes: readonly number[]): ReportTable {
  const names = measured.at(-1)?.indexSizes.map(({ name }) => name) ?? [];
  const rows = names.map(
    (name): GrowthRow => ({
      labels: [name],
      values: measured.map(({ indexSizes }) => {
        const bytes = indexSizes.find((each) => each.name === name)?.bytes;
        return { value: bytes === undefined ? null : bytes / MEGABYTE };
      }),
    }),
  );
  const own: GrowthRow = {
    labels: ['of the key branch, by ringback index add'],
    values: measured.map(({ ownIndex }) => ({ value: ownIndex.bytes / MEGABYTE })),
  };
  return growthTable('Indexes of conversations, megabytes', ['index'], sizes, [...rows, own], { digits: 2 });
}

/** Of the server, after each part of the run. */
export function memoryTable(measured: readonly MeasuredStore[], sizes: readonly number[]): ReportTable {
  const rows = (measured[0]?.memory ?? []).map(
    ({ when }): GrowthRow => ({
      labels: [when],
      values: measured.map(({ memory }) => ({ value: memory.find((each) => each.when === when)?.megabytes ?? null })),
    }),
  );
  return growthTable("Resident memory of the server's process, megabytes", ['when'], sizes, rows, { digits: 0 });
}

/** How long the stores took that were measured, in this run or in the one that kept them. */
export function loadTable(measured: readonly MeasuredStore[], sizes: readonly number[]): ReportTable {
  const row = (what: string, figureOf: (measured: MeasuredStore) => number): GrowthRow => ({
    labels: [what],
    values: measured.map((each) => ({ value: figureOf(each) })),
  });
  return growthTable(
    'Making the store, seconds',
    ['what'],
    sizes,
    [
      row('rows by COPY', ({ loadTimes }) => loadTimes.copySeconds),
      row('indexes and analyze', ({ loadTimes }) => loadTimes.indexSeconds),
      row('ringback index add, of the key branch', ({ ownIndex }) => ownIndex.seconds),
    ],
    { digits: 1 },
  );
}
