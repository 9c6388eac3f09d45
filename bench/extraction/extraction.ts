import { digitRunsIn } from '../../dist/memory/extraction/language/spoken-digits.js';
import { findSpokenTimes } from '../../dist/memory/extraction/language/spoken-times.js';
import { readNameAt } from '../../dist/memory/extraction/names/read-name.js';
import { createProgress } from '../support/progress.js';
import type { Cell, Report, ReportTable, Target } from '../support/report.js';
import { rounded } from '../support/statistics.js';
import { type Counts, type Half, type HalfScore, scoreHalf } from './labelled-calls.js';
import { readSgd, type SgdValue } from './read-sgd.js';

export interface ExtractionOptions {
  /** Files of the Schema-Guided Dialogue data set. Their texts stay where they are: a report has figures only. */
  readonly paths: readonly string[];
  readonly halves: readonly Half[];
}

/** The day on which the dialogues of SGD take place; its dates are counted from it. */
const SGD_DAY = '2019-03-01';

const PRECISION_LEAST = 95;
const RECALL_LEAST = 80;
const DATES_LEAST = 98;
const TIMES_LEAST = 96;

/** What the built-in extractor finds in labelled telephone calls and in SGD's utterances, without a model. */
export async function extractionBenchmark({ paths, halves }: ExtractionOptions): Promise<Report> {
  const progress = createProgress('extraction');
  const scores: { half: Half; score: HalfScore }[] = [];
  for (const half of halves) {
    progress.say(half);
    scores.push({ half, score: await scoreHalf(half) });
  }
  progress.say('dialogues');
  const values = (await Promise.all(paths.map(readSgd))).flat();
  progress.clear();
  return {
    name: 'extraction',
    title: 'Facts that the built-in extractor finds in labelled telephone calls, without a model.',
    settings: {
      calls: Object.fromEntries(scores.map(({ half, score }) => [half, score.calls])),
      ...(values.length === 0 ? {} : { sgd_reference_day: SGD_DAY }),
    },
    tables: [
      ...scores.map(({ half, score }) => halfTable(half, score)),
      ...(values.length === 0 ? [] : [sgdTable(values)]),
    ],
    targets: [...scores.flatMap(halfTargets), ...(values.length === 0 ? [] : sgdTargets(values))],
  };
}

function halfTable(half: Half, { calls, byPredicate, all }: HalfScore): ReportTable {
  const rows = [...byPredicate].sort(([left], [right]) => (left < right ? -1 : 1));
  return {
    title: `Labelled calls, ${half} (${calls}): facts; precision and recall in percent`,
    columns: ['predicate', 'expected', 'found', 'wrong', 'named as wrong', 'precision', 'recall'],
    rows: [...rows, ['all', all] as const].map(([name, counts]) => [
      ...[name, counts.expected, counts.found, counts.wrong, counts.forbidden],
      ...[precision(counts), recall(counts)],
    ]),
  };
}

function halfTargets({ half, score: { all } }: { half: Half; score: HalfScore }): Target[] {
  return [
    atLeast(`labelled calls, ${half}: precision`, precision(all), PRECISION_LEAST),
    atLeast(`labelled calls, ${half}: recall`, recall(all), RECALL_LEAST),
  ];
}

function sgdTable(values: readonly SgdValue[]): ReportTable {
  const rows = (['date', 'time', 'phone', 'name'] as const).flatMap((kind) =>
    (['USER', 'SYSTEM'] as const).map((speaker): Cell[] => {
      const said = values.filter((value) => value.kind === kind && value.speaker === speaker);
      return [
        `${kind}, ${speaker === 'USER' ? 'said by the user' : "in the system's words"}`,
        said.length,
        share(said),
      ];
    }),
  );
  return {
    title: 'Schema-Guided Dialogue: values read from the utterance that names them, percent',
    columns: ['value', 'utterances', 'right'],
    rows: rows.filter(([, count]) => count !== 0),
  };
}

function sgdTargets(values: readonly SgdValue[]): Target[] {
  const of = (kind: SgdValue['kind']): SgdValue[] => values.filter((value) => value.kind === kind);
  const [dates, times] = [of('date'), of('time')];
  return [
    ...(dates.length === 0 ? [] : [atLeast('SGD: dates', share(dates), DATES_LEAST)]),
    ...(times.length === 0 ? [] : [atLeast('SGD: times', share(times), TIMES_LEAST)]),
  ];
}

/** Percent of the values that are read as they are meant. */
function share(values: readonly SgdValue[]): Cell {
  return percent(values.filter(isRead).length, values.length);
}

function isRead({ kind, utterance, canonical, start }: SgdValue): boolean {
  if (kind === 'name') return readNameAt(utterance, start ?? 0)?.name.split(' ')[0] === canonical.split(' ')[0];
  if (kind === 'phone') {
    const digits = canonical.replace(/\D/g, '');
    return digitRunsIn(utterance).some((run) => run.digits.replace(/\D/g, '') === digits);
  }
  const times = findSpokenTimes(utterance, { today: SGD_DAY, now: '00:00', country: 'US' });
  return times.some(({ day, time }) => (kind === 'date' ? day : time) === canonical);
}

function atLeast(what: string, found: Cell, least: number): Target {
  return {
    what: `${what}: at least ${least} %`,
    found: found as number,
    met: typeof found === 'number' && found >= least,
  };
}

/** 100 when nothing was extracted. */
function precision({ found, wrong }: Counts): Cell {
  return found + wrong === 0 ? 100 : percent(found, found + wrong);
}

/** 100 when nothing was expected. */
function recall({ found, expected }: Counts): Cell {
  return expected === 0 ? 100 : percent(found, expected);
}

/** `null` of nothing. */
function percent(part: number, whole: number): Cell {
  return whole === 0 ? null : rounded((part / whole) * 100, 1);
}
