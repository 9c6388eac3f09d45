import { describe, expect, test } from 'vitest';
import { growthReport } from '../../bench/growth/growth-report.js';
import { growthTable, sizeText } from '../../bench/growth/growth-table.js';
import { GROWTH_QUESTIONS, INDEXED_QUESTIONS } from '../../bench/growth/questions.js';
import { conversationOf } from '../../bench/store/generated-conversation.js';
import { planStore } from '../../bench/store/store-plan.js';
import { createRandom } from '../../bench/support/random.js';
import { growthPlots } from '../../scripts/growth-plots.js';
import { drawLogPlot, shortNumber } from '../../scripts/log-plot.js';
import { check, parse } from '../../src/query/index.js';

const PLOT = { title: 'T <1>', description: 'D & d', xTitle: 'conversations', yTitle: 'ms' };
const SERIES = {
  name: 'one "caller"',
  points: [
    { x: 1e4, y: 1 },
    { x: 1e6, y: 10 },
    { x: 1e7, y: 100, isOpen: true },
  ],
};
const texts = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);

describe('a plot over two logarithmic axes', () => {
  const svg = drawLogPlot({ ...PLOT, note: 'Hollow: refused.', series: [SERIES] });

  test('says what it shows to those who cannot see it, and escapes every text', () => {
    expect(svg).toContain('role="img" aria-labelledby="title description"');
    expect(svg).toContain('<title id="title">T &lt;1&gt;</title>');
    expect(svg).toContain('<desc id="description">D &amp; d</desc>');
    expect(svg).toContain('<title>one &quot;caller&quot;: 10 at 1M</title>');
  });

  test('names its axes, their decades, its note and its lines', () => {
    expect(texts(svg)).toEqual([
      ...['T &lt;1&gt;', '10k', '100k', '1M', '10M', '1', '10', '100'],
      ...['conversations', 'ms', 'Hollow: refused.', 'one &quot;caller&quot;'],
    ]);
  });

  test('puts each decade as far from the next', () => {
    const line = /class="series-0"[^>]*><path d="M([^"]*)"/.exec(svg)?.[1] ?? '';
    const places = line.split('L').map((place) => place.split(' ').map(Number));
    // From 10k to 1M twice as far as from 1M to 10M; from 1 to 10 as far as from 10 to 100.
    const [x, y] = [0, 1].map((axis) => places.map((place) => place[axis]!)) as [number[], number[]];
    expect((x[1]! - x[0]!) / (x[2]! - x[1]!)).toBeCloseTo(2, 2);
    expect((y[0]! - y[1]!) / (y[1]! - y[2]!)).toBeCloseTo(1, 2);
  });

  test('draws what is open hollow, and only that', () => {
    expect(svg.match(/class="open"/g)).toHaveLength(1);
  });

  test('has colours for a light and for a dark ground', () => {
    expect(svg).toContain('fill="#ffffff"');
    expect(svg).toMatch(/@media \(prefers-color-scheme: dark\) \{ \.ground, \.open \{ fill: #15191e \}/);
  });

  test('marks 2 and 5 where there is only one decade', () => {
    const near = drawLogPlot({ ...PLOT, series: [{ name: 'a', points: [{ x: 1e4, y: 120 }] }] });
    expect(texts(near)).toEqual(expect.arrayContaining(['100', '200', '500', '1000']));
  });

  test('names first the line that ends highest', () => {
    const lower = {
      name: 'lower',
      points: [
        { x: 1e4, y: 500 },
        { x: 1e5, y: 2 },
      ],
    };
    const upper = {
      name: 'upper',
      points: [
        { x: 1e4, y: 1 },
        { x: 1e5, y: 9 },
      ],
    };
    expect(texts(drawLogPlot({ ...PLOT, series: [lower, upper] })).slice(-2)).toEqual(['upper', 'lower']);
  });

  test('is the same for the same figures, and refuses what it cannot draw', () => {
    expect(drawLogPlot({ ...PLOT, note: 'Hollow: refused.', series: [SERIES] })).toBe(svg);
    expect(() => drawLogPlot({ ...PLOT, series: Array(9).fill(SERIES) })).toThrow('"T <1>" has more than 8 lines.');
    expect(() => drawLogPlot({ ...PLOT, series: [] })).toThrow('"T <1>" has nothing to draw.');
  });

  test.each([
    [0.05, '0.05'],
    [1000, '1000'],
    [10_000, '10k'],
    [1_000_000, '1M'],
    [2_500_000_000, '2.5G'],
  ])('writes %d as %s', (value, expected) => {
    expect(shortNumber(value)).toBe(expected);
  });
});

describe('a table over sizes', () => {
  test('has the growth from each size to the next, and none of what was refused', () => {
    const table = growthTable(
      'T',
      ['what'],
      [10_000, 1_000_000, 10_000_000],
      [
        { labels: ['a'], values: [{ value: 2 }, { value: 5 }, { value: 50 }] },
        { labels: ['b'], values: [{ value: 2 }, { value: 4 }, { value: null, text: 'refused after 10000 ms' }] },
      ],
      { digits: 1 },
    );
    expect(table.columns).toEqual(['what', '10k', '1M', '10M', '1M : 10k', '10M : 1M']);
    expect(table.rows).toEqual([
      ['a', 2, 5, 50, 2.5, 10],
      ['b', 2, 4, 'refused after 10000 ms', 2, null],
    ]);
  });

  test.each([
    [10_000, '10k'],
    [1_000_000, '1M'],
    [1_500_000, '1500k'],
    [12_345, '12345'],
  ])('calls %d %s', (size, expected) => {
    expect(sizeText(size)).toBe(expected);
  });
});

describe('the questions of growth', () => {
  const plan = planStore(20_000, 7);

  test.each([...GROWTH_QUESTIONS, ...INDEXED_QUESTIONS].map((question) => [question.name, question] as const))(
    'are texts of the query language: %s',
    (_, question) => {
      const random = createRandom(1);
      const pick = () => conversationOf(plan, random.below(plan.conversations));
      for (let times = 0; times < 20; times += 1) {
        const text = question.textOf({ known: pick(), others: Array.from({ length: 10 }, pick), plan, random });
        expect(() => check(parse(text), text), text).not.toThrow();
      }
    },
  );

  test('have a name each', () => {
    const names = [...GROWTH_QUESTIONS, ...INDEXED_QUESTIONS].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  test('use every operator of the query language', () => {
    const random = createRandom(1);
    const known = conversationOf(plan, 0);
    const others = Array.from({ length: 10 }, (_, number) => conversationOf(plan, number));
    const all = GROWTH_QUESTIONS.map(({ textOf }) => textOf({ known, others, plan, random })).join('\n');
    const operators = ['eq', 'neq', 'gt', 'gte', 'lt', 'like', 'ilike', 'match', 'imatch', 'in', 'is', 'isdistinct'];
    for (const operator of [...operators, 'cs', 'cd', 'ov', 'fts', 'like\\(any\\)', 'eq\\(any\\)', 'not\\.in']) {
      expect(all).toMatch(new RegExp(`[=.]${operator}\\.`));
    }
    for (const parameter of ['or=', 'order=', 'limit=', 'offset=', 'select=', 'not.and('])
      expect(all).toContain(parameter);
  });
});

describe('the plots of growth', () => {
  const timesOf = (question: (typeof GROWTH_QUESTIONS)[number], size: number, isRefused: boolean) => ({
    question,
    durationsMs: [size / 1e4],
    p50Ms: size / 1e4,
    p95Ms: size / 1e4,
    maxMs: isRefused ? 10_004.4 : size / 1e4,
    rows: 20,
    isRefused,
    explained: { indexes: [], warnings: question.isUnserved ? ['No index serves it.'] : [] },
  });
  const timed = (what: string, who: string) => ({ what, who, durationsMs: [3, 5, 7], faultCount: 0, faults: [] });
  const measured = [10_000, 1_000_000].map((size) => ({
    plan: planStore(size, 7),
    loadTimes: { copySeconds: 1, indexSeconds: 2 },
    list: [...GROWTH_QUESTIONS, ...INDEXED_QUESTIONS].map((question) =>
      timesOf(question, size, question.name === 'name fts, nothing found' && size === 1_000_000),
    ),
    timed: [
      timed('webhook, 20 events at a time', 'ringback'),
      timed('webhook, 20 events at a time', 'bare Express'),
      ...['recall', 'search'].flatMap((what) => [
        timed(`${what}, callers not seen before`, 'ringback'),
        timed(`${what}, callers of a moment ago`, 'ringback'),
        timed(`${what}, callers not seen before`, 'one SQL statement by pg'),
      ]),
    ],
    ingested: { calls: 10, addSeconds: 1, learnSeconds: 2, unlearned: 0, faults: [], faultCount: 0, bareSeconds: 0.5 },
    sizes: ['conversations', 'callers', 'calls', 'messages', 'facts'].map((name) => ({
      ...{ name, tableBytes: size * 100, indexBytes: size * 200, rows: size },
    })),
    indexSizes: [{ name: 'conversations_pkey', bytes: size }],
    ownIndex: { seconds: 1, bytes: 1_000 },
    memory: ['started', 'after List', 'after the webhook', 'after recall and search', 'after ingest', 'at most'].map(
      (when) => ({ when, megabytes: 100 }),
    ),
  }));
  const report = growthReport(measured, { list: { times: 1, maxMs: 1 } } as never, 7, '18.4');
  const result = {
    tables: report.tables.map(({ title, columns, rows }) => ({
      title,
      rows: rows.map((row) => Object.fromEntries(columns.map((name, index) => [name, row[index]]))),
    })),
  };

  test('are drawn of every row that they name', () => {
    const plots = growthPlots(result);
    expect(plots.map(({ file }) => file)).toEqual([
      ...['list-by-index.svg', 'list-without-index.svg', 'answers.svg', 'list-pages.svg', 'ingest.svg', 'disk.svg'],
      'process-memory.svg',
    ]);
    for (const { svg } of plots) expect(svg).toContain('conversations in the store');
  });

  test('show what the time limit ended as such', () => {
    const svg = growthPlots(result).find(({ file }) => file === 'list-without-index.svg')?.svg ?? '';
    expect(svg.match(/class="open"/g)).toHaveLength(1);
    expect(svg).toContain('name fts, nothing found: 1 at 10,000, 10004 at 1,000,000 (ended by the time limit)');
  });

  test('cannot be drawn of results that lack a row', () => {
    const [first, ...others] = result.tables;
    const without = { tables: [{ ...first!, rows: first!.rows.slice(1) }, ...others] };
    expect(() => growthPlots(without)).toThrow(
      'The results of growth have no row "id" in the table "List, found by an index".',
    );
  });

  test('come from a report whose targets say what did not hold', () => {
    expect(report.targets.filter(({ met }) => !met)).toEqual([]);
    const late = measured.map((each) => ({ ...each, list: each.list.map((one) => ({ ...one, maxMs: 12_000 })) }));
    const silent = measured.map((each) => ({
      ...each,
      list: each.list.map((one) => ({ ...one, explained: { indexes: [], warnings: [] } })),
    }));
    const missed = [late, silent].map((of) =>
      growthReport(of, {} as never, 7, '18.4').targets.filter(({ met }) => !met),
    );
    expect(missed.map((targets) => targets.map(({ what }) => what))).toEqual([
      ['10k', '1M'].map((size) => `${size}: the time limit of List holds, no answer after 11 s`),
      ['10k', '1M'].map((size) => `${size}: explain says where no index can serve a filter`),
    ]);
  });
});
