import type { Answer } from '../support/callers.js';
import { exceptions } from '../support/exceptions.js';
import type { Report, Target } from '../support/report.js';
import { percentile, rounded } from '../support/statistics.js';

const ANSWER_MAX_MS = 1000;

/** How long after the database is back an answer may still be without the history: so much of a scenario's time. */
const RECOVERY_PART = 1 / 10;

export type Who = 'ringback' | 'bare Express';

/** What became of the events of one scenario. */
export interface Played {
  readonly name: string;
  readonly who: Who;
  readonly answers: readonly Answer[];
  readonly durationMs: number;
  /** What all of them together took of the server's processor; only Linux tells. */
  readonly cpuMs: number | undefined;
  /** When the database was back, on the answers' clock; absent where it was never away. */
  readonly mendedAtMs?: number;
}

export function webhookReport(
  found: readonly Played[],
  settings: { readonly concurrent: number } & Report['settings'],
  postgresVersion: string,
): Report {
  return {
    name: 'webhook',
    title: `The Telnyx webhook with ${settings.concurrent} signed events at a time, beside an Express route that asks the database for one row; then with the database away for the middle third.`,
    settings,
    postgresVersion,
    tables: [
      {
        title: 'Events, milliseconds until they were answered, and how many times what bare Express takes for it',
        columns: [
          ...['scenario', 'server', 'events', 'per second', 'p50', 'p95', 'p99', 'max', 'p50 ÷ bare', 'p99 ÷ bare'],
          ...['processor µs each', 'complete', 'partial', 'failed', 'late'],
        ],
        rows: found.map((each) => {
          const { name, who, answers, cpuMs, durationMs: tookMs } = each;
          const times = timesOf(each);
          const count = (kind: Answer['kind']): number => answers.filter((answer) => answer.kind === kind).length;
          const bare = found.find((other) => other.name === name && other.who === 'bare Express');
          const ratio = (percent: number): number | null =>
            bare === undefined || bare === each
              ? null
              : rounded(percentile(times, percent) / percentile(timesOf(bare), percent), 2);
          return [
            ...[name, who, answers.length, Math.round(answers.length / (tookMs / 1000))],
            ...[50, 95, 99, 100].map((percent) => rounded(percentile(times, percent), 1)),
            ...[ratio(50), ratio(99)],
            cpuMs === undefined ? null : Math.round((1000 * cpuMs) / answers.length),
            ...[count('complete'), count('partial'), count('failed')],
            times.filter((time) => time > ANSWER_MAX_MS).length,
          ];
        }),
      },
    ],
    targets: found.filter(({ who }) => who === 'ringback').flatMap((each) => targetsOf(each)),
  };
}

function timesOf({ answers }: Pick<Played, 'answers'>): readonly number[] {
  return answers.map(({ durationMs }) => durationMs);
}

function targetsOf({ name, answers, durationMs, mendedAtMs }: Played): readonly Target[] {
  const recoveryMs = durationMs * RECOVERY_PART;
  const slowestMs = Math.max(...answers.map(({ durationMs }) => durationMs));
  const failed = answers.filter(({ kind }) => kind === 'failed');
  const faults = [...new Set(failed.flatMap(({ fault }) => fault ?? []))];
  const mustBeComplete = answers.filter(
    ({ sentAtMs }) => mendedAtMs === undefined || sentAtMs > mendedAtMs + recoveryMs,
  );
  const partial = mustBeComplete.filter(({ kind }) => kind === 'partial').length;
  return [
    {
      what: `${name}: no answer after ${ANSWER_MAX_MS} ms`,
      found: `${rounded(slowestMs, 1)} ms at most`,
      met: slowestMs <= ANSWER_MAX_MS,
    },
    {
      what: `${name}: every event answered, with 200 and usable`,
      found: exceptions(failed.length, answers.length, 'usable', faults),
      met: failed.length === 0,
    },
    {
      what: `${name}: complete while the database is up${mendedAtMs === undefined ? '' : `, from ${recoveryMs / 1000} s after it is back`}`,
      found: exceptions(partial, mustBeComplete.length, 'complete'),
      met: partial === 0 && mustBeComplete.length > 0,
    },
  ];
}
