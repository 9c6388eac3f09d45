// What is drawn of the results of `npm run bench -- growth`: for each file in docs/plots, its lines.
import { drawLogPlot } from './log-plot.js';

/**
 * @typedef {object} GrowthResult
 * @property {{ title: string, rows: Record<string, unknown>[] }[]} tables
 */

/**
 * @typedef {object} PlotOfTables
 * @property {string} file
 * @property {string} title
 * @property {string} yTitle
 * @property {string} [note]
 * @property {readonly { table: string, rows: readonly string[] | Record<string, string> }[]} lines tables by the beginning of their titles, rows by
 * their labels joined, with what they are called in the plot where that is shorter
 */

const REFUSED = 'Hollow: ended by the time limit of 10 s.';

/** @type {readonly PlotOfTables[]} */
const PLOTS = [
  {
    file: 'list-by-index.svg',
    title: 'List: filters that an index serves',
    yTitle: 'milliseconds, p50',
    lines: [
      {
        table: 'List, found by an index',
        rows: [
          ...['id', 'standard key: a caller', 'other key: unique', 'other key: 2,000 values'],
          ...['other key: 2,000 values, with an index of its own', 'other key: four values', 'nested key'],
          'created_at within an hour',
        ],
      },
    ],
  },
  {
    file: 'list-without-index.svg',
    title: 'List: filters that no index serves',
    yTitle: 'milliseconds, p50',
    note: REFUSED,
    lines: [
      { table: 'List, read in order', rows: ['name like', 'key gt a number', 'key neq'] },
      {
        table: 'List, every row',
        rows: [
          ...['name like, nothing found', 'name match, nothing found', 'name fts, nothing found'],
          ...['key like, nothing found', 'or with a part that no index serves'],
        ],
      },
    ],
  },
  {
    file: 'answers.svg',
    title: 'Webhook, recall and search',
    yTitle: 'milliseconds, p50',
    lines: [
      {
        table: 'Milliseconds until an answer, p50',
        rows: {
          'webhook, 20 events at a time, ringback': 'webhook, 20 events at a time',
          'webhook, 20 events at a time, bare Express': 'webhook, by bare Express',
          'recall, callers not seen before, ringback': 'recall of callers not seen before',
          'recall, callers of a moment ago, ringback': 'recall of callers of a moment ago',
          'recall, callers not seen before, one SQL statement by pg': 'recall, by one SQL statement',
          'search, callers not seen before, ringback': 'search in callers not seen before',
          'search, callers of a moment ago, ringback': 'search in callers of a moment ago',
          'search, callers not seen before, one SQL statement by pg': 'search, by one SQL statement',
        },
      },
    ],
  },
  {
    file: 'list-pages.svg',
    title: 'List: orders, pages and counts',
    yTitle: 'milliseconds, p50',
    note: REFUSED,
    lines: [
      {
        table: 'List, orders and pages',
        rows: [
          ...['no condition', 'limit=1000', 'offset of half the store', 'key of the older half', 'a caller, by a key'],
          ...['all, by a key', 'count of a caller', 'count of all'],
        ],
      },
    ],
  },
  {
    file: 'ingest.svg',
    title: 'Ingest',
    yTitle: 'calls per second',
    lines: [
      {
        table: 'Ingest',
        rows: ['added by POST /v1/add', 'added and learned from', 'the same words by INSERT, nothing learned'],
      },
    ],
  },
  {
    file: 'disk.svg',
    title: 'Size on disk',
    yTitle: 'bytes',
    lines: [
      {
        table: 'Bytes on disk',
        rows: {
          'a conversation without its messages, tables': 'a conversation without its messages',
          'a conversation without its messages, indexes': 'its indexes',
          'messages, facts and all else of a conversation that has them, tables': 'its messages, facts and all else',
          'messages, facts and all else of a conversation that has them, indexes': 'indexes of those',
          'a caller with identities, tables': 'a caller with identities',
          'a caller with identities, indexes': 'indexes of those of callers',
        },
      },
    ],
  },
  {
    file: 'process-memory.svg',
    title: "Memory of the server's process",
    yTitle: 'megabytes, resident',
    lines: [
      {
        table: 'Resident memory',
        rows: [...['started', 'after List', 'after the webhook', 'after recall and search', 'after ingest', 'at most']],
      },
    ],
  },
];

/**
 * The plots of a run, each with the name of its file.
 *
 * @param {GrowthResult} result
 * @returns {{ file: string, title: string, svg: string }[]}
 */
export function growthPlots(result) {
  return PLOTS.map(({ file, title, yTitle, note, lines }) => {
    const series = lines.flatMap(({ table, rows }) =>
      namesOf(rows).map(([row, name]) => ({ ...seriesOf(result, table, row), name })),
    );
    const description = `How ${yTitle} change with the number of conversations: ${series.map(said).join('; ')}.`;
    const xTitle = 'conversations in the store';
    return {
      file,
      title,
      svg: drawLogPlot({ title, description, xTitle, yTitle, series, ...(note === undefined ? {} : { note }) }),
    };
  });
}

/**
 * @param {readonly string[] | Record<string, string>} rows
 * @returns {readonly (readonly [row: string, name: string])[]}
 */
function namesOf(rows) {
  return Array.isArray(rows) ? rows.map((row) => [row, row]) : Object.entries(rows);
}

/**
 * @param {GrowthResult} result
 * @param {string} table
 * @param {string} name
 * @returns {import('./log-plot.js').Series}
 */
function seriesOf({ tables }, table, name) {
  const row = tables.find(({ title }) => title.startsWith(table))?.rows.find((each) => labelOf(each) === name);
  if (row === undefined) throw new Error(`The results of growth have no row "${name}" in the table "${table}".`);
  const points = Object.entries(row).flatMap(([column, cell]) => {
    const x = sizeOf(column);
    const found = x === undefined ? undefined : figureOf(cell);
    return x === undefined || found === undefined ? [] : [{ x, ...found }];
  });
  return { name, points };
}

/** The cells before the first size. @param {Record<string, unknown>} row */
function labelOf(row) {
  const columns = Object.keys(row);
  const end = columns.findIndex((column) => sizeOf(column) !== undefined);
  return columns
    .slice(0, end)
    .map((column) => row[column])
    .join(', ');
}

/** `10k` and `10M` are sizes; `10M : 1M` and `p95` are not. @param {string} column */
function sizeOf(column) {
  const [, digits, unit] = /^(\d+)([kM]?)$/.exec(column) ?? [];
  return digits === undefined ? undefined : Number(digits) * (unit === 'M' ? 1e6 : unit === 'k' ? 1e3 : 1);
}

/** A figure, or the time after which something was refused. @param {unknown} cell */
function figureOf(cell) {
  if (typeof cell === 'number' && cell > 0) return { y: cell };
  const refusedAfter = typeof cell === 'string' ? /after (\d+) ms$/.exec(cell)?.[1] : undefined;
  return refusedAfter === undefined ? undefined : { y: Number(refusedAfter), isOpen: true };
}

/** @param {import('./log-plot.js').Series} series */
function said({ name, points }) {
  const figures = points.map(
    ({ x, y, isOpen }) => `${y} at ${x.toLocaleString('en')}${isOpen ? ' (ended by the time limit)' : ''}`,
  );
  return `${name}: ${figures.join(', ') || 'not measured'}`;
}
