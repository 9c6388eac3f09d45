import { SETTINGS } from '../support/postgres-server.js';
import type { Report, ReportTable, Target } from '../support/report.js';
import { percentile, rounded } from '../support/statistics.js';
import { LIMIT_MS, type ListTimes } from './ask-list.js';
import type { GrowthEffort } from './effort.js';
import { type GrowthRow, type GrowthValue, growthTable, sizeText } from './growth-table.js';
import type { MeasuredStore } from './measure-store.js';
import { GROUPS } from './questions.js';
import type { Timed } from './timed.js';

/** So much later than its limit an answer may come. */
const LATE_MS = 1_000;
const MEGABYTE = 2 ** 20;

/** What was measured of stores of several sizes, the smallest first. */
export function growthReport(
  measured: readonly MeasuredStore[],
  effort: GrowthEffort,
  seed: number,
  postgresVersion: string,
): Report {
  const sizes = measured.map(({ plan }) => plan.conversations);
  return {
    name: 'growth',
    title:
      'The whole product on a server as the store grows: List by every kind of filter, webhook, recall, search, ingest, disk and memory.',
    settings: {
      seed,
      sizes,
      stores: measured.map(({ plan }) => plan),
      effort,
      postgres_settings: SETTINGS,
    },
    postgresVersion,
    tables: [
      ...GROUPS.map((group) => listTable(measured, sizes, group)),
      answersTable(measured, sizes, 50),
      answersTable(measured, sizes, 95),
      ingestTable(measured, sizes),
      diskTable(measured, sizes),
      indexTable(measured, sizes),
      memoryTable(measured, sizes),
      loadTable(measured, sizes),
    ],
    targets: measured.flatMap(targetsOf),
  };
}

function listTable(measured: readonly MeasuredStore[], sizes: readonly number[], group: string): ReportTable {
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

function answersTable(measured: readonly MeasuredStore[], sizes: readonly number[], percent: number): ReportTable {
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

function ingestTable(measured: readonly MeasuredStore[], sizes: readonly number[]): ReportTable {
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

function diskTable(measured: readonly MeasuredStore[], sizes: readonly number[]): ReportTable {
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

function indexTable(measured: readonly MeasuredStore[], sizes: readonly number[]): ReportTable {
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

function memoryTable(measured: readonly MeasuredStore[], sizes: readonly number[]): ReportTable {
  const rows = (measured[0]?.memory ?? []).map(
    ({ when }): GrowthRow => ({
      labels: [when],
      values: measured.map(({ memory }) => ({ value: memory.find((each) => each.when === when)?.megabytes ?? null })),
    }),
  );
  return growthTable("Resident memory of the server's process, megabytes", ['when'], sizes, rows, { digits: 0 });
}

function loadTable(measured: readonly MeasuredStore[], sizes: readonly number[]): ReportTable {
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

function targetsOf({ plan, list, timed, ingested }: MeasuredStore): readonly Target[] {
  const of = sizeText(plan.conversations);
  const unserved = list.filter(({ question }) => question.isUnserved);
  const silent = unserved.filter(({ explained }) => explained.warnings.length === 0);
  const slowest = Math.max(...list.map(({ maxMs }) => maxMs));
  const refused = list.filter(({ isRefused }) => isRefused);
  const faults = timed.filter(({ who }) => who === 'ringback').map(({ faultCount = 0 }) => faultCount);
  const faulty = faults.reduce((sum, count) => sum + count, 0);
  const answered = timed.filter(({ who }) => who === 'ringback').flatMap(({ durationsMs }) => durationsMs).length;
  const texts = [...new Set(timed.flatMap(({ faults: own = [] }) => own))].join(', ');
  return [
    {
      what: `${of}: explain says where no index can serve a filter`,
      found: `${unserved.length - silent.length} of ${unserved.length}${silent.map(({ question }) => `; not: ${question.name}`).join('')}`,
      met: silent.length === 0,
    },
    {
      what: `${of}: the time limit of List holds, no answer after ${(LIMIT_MS + LATE_MS) / 1000} s`,
      found: `${Math.round(slowest)} ms at most, ${refused.length} of ${list.length} filters ended by it`,
      met: slowest <= LIMIT_MS + LATE_MS,
    },
    {
      what: `${of}: every answer of webhook, recall and search whole`,
      found: `${faulty} of ${answered} not ${texts}`.trim(),
      met: faulty === 0 && answered > 0,
    },
    {
      what: `${of}: every call that was added is stored and learned from`,
      found:
        `${ingested.faultCount + ingested.unlearned} of ${ingested.calls} not ${ingested.faults.join(', ')}`.trim(),
      met: ingested.faultCount + ingested.unlearned === 0,
    },
  ];
}
