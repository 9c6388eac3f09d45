import { exceptions } from '../support/exceptions.js';
import { SETTINGS } from '../support/postgres-server.js';
import type { Report, Target } from '../support/report.js';
import { answersTable, ingestTable } from './answer-tables.js';
import { LIMIT_MS } from './ask-list.js';
import type { GrowthEffort } from './effort.js';
import { sizeText } from './growth-table.js';
import { listTable } from './list-table.js';
import type { MeasuredStore } from './measure-store.js';
import { GROUPS } from './questions.js';
import { diskTable, indexTable, loadTable, memoryTable } from './size-tables.js';

/** So much later than its limit an answer may come. */
const LATE_MS = 1_000;

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

function targetsOf({ plan, list, timed, ingested }: MeasuredStore): readonly Target[] {
  const of = sizeText(plan.conversations);
  const unserved = list.filter(({ question }) => question.isUnserved);
  const silent = unserved.filter(({ explained }) => explained.warnings.length === 0);
  const slowest = Math.max(...list.map(({ maxMs }) => maxMs));
  const refused = list.filter(({ isRefused }) => isRefused);
  const faults = timed.filter(({ who }) => who === 'ringback').map(({ faultCount = 0 }) => faultCount);
  const faulty = faults.reduce((sum, count) => sum + count, 0);
  const answered = timed.filter(({ who }) => who === 'ringback').flatMap(({ durationsMs }) => durationsMs).length;
  const reasons = [...new Set(timed.flatMap(({ faults: own = [] }) => own))];
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
      found: exceptions(faulty, answered, 'whole', reasons),
      met: faulty === 0 && answered > 0,
    },
    {
      what: `${of}: every call that was added is stored and learned from`,
      found: exceptions(
        ingested.faultCount + ingested.unlearned,
        ingested.calls,
        'stored and learned from',
        ingested.faults,
      ),
      met: ingested.faultCount + ingested.unlearned === 0,
    },
  ];
}
