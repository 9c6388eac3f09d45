/**
 * Writes docs/faults.md of what the tests of faults and abuse counted.
 *
 *     node scripts/faults-page.js          of the last run of `npm run test:faults`, and of the last one in the long form
 *     node scripts/faults-page.js --run    runs them first (RINGBACK_LONG_FAULTS=1: in the long form, which leaves the short one's as they are)
 *     RINGBACK_LONG_FAULTS=1 node scripts/faults-page.js --run test/abuse/query-texts.test.ts    some of them
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
/** What each form left, by `test/support/fault-outcomes.ts`. */
const SHORT = join(root, 'node_modules/.cache/ringback-faults');
const LONG = join(root, 'test/faults/long-form');
const page = join(root, 'docs/faults.md');

/** In this order on the page; what is not named here comes last. */
const ORDER = [
  ...[
    'initializations',
    'storage',
    'live',
    'graceful-stop',
    'jobs-killed',
    'clock',
    'several-processes',
    'standbys',
    'failover',
  ],
  ...['pgbouncer', 'busy-workspace', 'abuse-query-texts', 'abuse-query-texts-http', 'abuse-patterns', 'abuse-bodies'],
  ...['abuse-signed-bodies', 'abuse-http', 'abuse-signatures', 'abuse-outbound'],
];

/**
 * @typedef {{ injected: string, tried: number, survived: number, lost: number, leaked: number, note: string }} Row
 * @typedef {{ title: string, at: string, rows: readonly Row[] }} Section
 * @typedef {{ name: string, short?: Section, long?: Section }} Sections of one test file
 */

/** @param {readonly Sections[]} sections */
export function faultsPage(sections) {
  const place = (/** @type {string} */ name) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);
  const inOrder = [...sections].sort((a, b) => place(a.name) - place(b.name) || (a.name < b.name ? -1 : 1));
  return [
    '# Faults and abuse, counted',
    '',
    'What was done to a running server, and what came of it. `tried`: requests, texts or connections. `survived`: what came out as it should: answered, refused or stored. `lost`: acknowledged, and not there afterwards. `leaked`: left behind (connections, transactions, jobs), done twice, or shown to somebody who must not see it.',
    '',
    'Made by `node scripts/faults-page.js --run`, which runs `npm run test:faults` as CI does, on two cores; each table is of the last run of its file. The long form is for by hand: `RINGBACK_LONG_FAULTS=1 node scripts/faults-page.js --run`; where a table is one of it, the table says so. All traffic stays on the loopback addresses.',
    '',
    ...totals(
      'In the short form',
      inOrder.flatMap(({ short }) => short?.rows ?? []),
    ),
    ...totals(
      'In the long form',
      inOrder.flatMap(({ long }) => long?.rows ?? []),
    ),
    ...missing(inOrder.map(({ name }) => name)),
    ...inOrder.flatMap(({ short, long }) => [
      '',
      `## ${(short ?? long)?.title}`,
      ...(short === undefined ? [] : ['', ...table(short.rows)]),
      ...(long === undefined ? [] : ['', `In the long form, ${long.at}:`, '', ...table(long.rows)]),
    ]),
    '',
  ].join('\n');
}

/** What the page does not show is not to be taken for shown. @param {readonly string[]} names */
function missing(names) {
  const left = ORDER.filter((name) => !names.includes(name));
  return left.length === 0 ? [] : ['', `Left out here, since their last run was not complete: ${left.join(', ')}.`];
}

/** @param {string} form @param {readonly Row[]} rows */
function totals(form, rows) {
  if (rows.length === 0) return [];
  const sum = (/** @type {'tried' | 'lost' | 'leaked'} */ name) =>
    rows.reduce((all, row) => all + row[name], 0).toLocaleString('en');
  return [`- ${form}: ${sum('tried')} tried, **${sum('lost')} lost, ${sum('leaked')} leaked**.`];
}

/** @param {readonly Row[]} rows @returns {readonly string[]} */
function table(rows) {
  const cell = (/** @type {string} */ text) => text.replaceAll('|', '\\|');
  const number = (/** @type {number} */ value) => value.toLocaleString('en');
  return [
    '| injected | tried | survived | lost | leaked | |',
    '| --- | ---: | ---: | ---: | ---: | --- |',
    ...rows.map(
      ({ injected, tried, survived, lost, leaked, note }) =>
        `| ${cell(injected)} | ${number(tried)} | ${number(survived)} | ${number(lost)} | ${number(leaked)} | ${cell(note)} |`,
    ),
  ];
}

/** @param {string} folder @returns {ReadonlyMap<string, Section>} by name */
function sectionsIn(folder) {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
  return new Map(
    names.map((name) => [name.replace(/\.json$/, ''), JSON.parse(readFileSync(join(folder, name), 'utf8'))]),
  );
}

/** @param {readonly string[]} words */
function main(words) {
  if (words.includes('--run')) {
    const tests = words.filter((word) => word !== '--run');
    const isLong = process.env.RINGBACK_LONG_FAULTS === '1';
    // What is run anew in part leaves the rest as it was.
    if (tests.length === 0) rmSync(isLong ? LONG : SHORT, { recursive: true, force: true });
    const { status } = spawnSync('npm', ['run', 'test:faults', '--', ...tests], { cwd: root, stdio: 'inherit' });
    if (status !== 0) process.exit(status ?? 1);
  }
  const [short, long] = [sectionsIn(SHORT), sectionsIn(LONG)];
  const names = [...new Set([...short.keys(), ...long.keys()])];
  const sections = names.map((name) => {
    const [ofShort, ofLong] = [short.get(name), long.get(name)];
    return {
      name,
      ...(ofShort === undefined ? {} : { short: ofShort }),
      ...(ofLong === undefined ? {} : { long: ofLong }),
    };
  });
  writeFileSync(page, faultsPage(sections));
  console.log(`written to ${page}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2));
