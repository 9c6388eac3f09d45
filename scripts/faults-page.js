/**
 * Writes docs/faults.md of what the tests of faults and abuse counted.
 *
 *     node scripts/faults-page.js          of the last run of `npm run test:faults`
 *     node scripts/faults-page.js --run    runs them first (RINGBACK_LONG_FAULTS=1: in their long form)
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'node_modules/.cache/ringback-faults');
const page = join(root, 'docs/faults.md');

/** In this order on the page; what is not named here comes last. */
const ORDER = ['initializations', 'storage', 'live', 'graceful-stop'];

/**
 * @typedef {{ injected: string, tried: number, survived: number, lost: number, leaked: number, note: string }} Row
 * @typedef {{ title: string, isLong: boolean, rows: readonly Row[] }} Section
 */

/** @param {readonly (readonly [string, Section])[]} sections by their names */
export function faultsPage(sections) {
  const place = (/** @type {string} */ name) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);
  const inOrder = [...sections].sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1));
  const total = inOrder.flatMap(([, { rows }]) => rows);
  const sum = (/** @type {'tried' | 'lost' | 'leaked'} */ name) =>
    total.reduce((all, row) => all + row[name], 0).toLocaleString('en');
  const isLong = inOrder.some(([, section]) => section.isLong);
  return [
    '# Faults and abuse, counted',
    '',
    'What was done to a running server, and what came of it. `tried`: requests, texts or connections. `survived`: what came out as it should: answered, refused or stored. `lost`: acknowledged, and not there afterwards. `leaked`: left behind (connections, transactions, jobs), done twice, or shown to somebody who must not see it.',
    '',
    `Made by \`node scripts/faults-page.js --run\`${isLong ? ' with RINGBACK_LONG_FAULTS=1, the long form' : ', in the short form that CI runs'}; all traffic stays on the loopback addresses.`,
    '',
    `In all: ${sum('tried')} tried, ${sum('lost')} lost, ${sum('leaked')} leaked.`,
    ...inOrder.flatMap(([, { title, rows }]) => ['', `## ${title}`, '', ...table(rows)]),
    '',
  ].join('\n');
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

/** @param {readonly string[]} flags */
function main(flags) {
  if (flags.includes('--run')) {
    rmSync(folder, { recursive: true, force: true });
    const { status } = spawnSync('npm', ['run', 'test:faults'], { cwd: root, stdio: 'inherit' });
    if (status !== 0) process.exit(status ?? 1);
  }
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const sections = names.map(
    (name) =>
      /** @type {const} */ ([name.replace(/\.json$/, ''), JSON.parse(readFileSync(join(folder, name), 'utf8'))]),
  );
  writeFileSync(page, faultsPage(sections));
  console.log(`written to ${page}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2));
