// Puts the results of the benchmarks (bench/results/*.json) into docs/figures.md, and what they had to reach into the README, between its
// markers; and draws docs/plots/*.svg of them. With --check: writes nothing, and fails when a page or a plot shows other figures than the
// results hold.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { growthPlots } from './growth-plots.js';

const README = fileURLToPath(new URL('../README.md', import.meta.url));
const FIGURES = fileURLToPath(new URL('../docs/figures.md', import.meta.url));
const PLOTS = new URL('../docs/plots/', import.meta.url);
const RESULTS = new URL('../bench/results/', import.meta.url);
const MARKED = /(<!-- figures -->\n)[\s\S]*?(<!-- \/figures -->)/;
const MARKED_PLOTS = /(<!-- plots -->\n)[\s\S]*?(<!-- \/plots -->)/;
/** So many are shown in the README; the others are linked. */
const PLOTS_SHOWN = 3;

/** In the order in which a reader asks. */
const ORDER = [
  'routes',
  'webhook',
  'initialization',
  'recall',
  'voice',
  'scale',
  'growth',
  'import',
  'language',
  'hostile',
  'retrieval',
  'extraction',
];

/**
 * @typedef {object} Result
 * @property {string} name
 * @property {string} title
 * @property {string} at
 * @property {{ cpu: string, cores: number, memory_gb: number, node: string, postgres?: string }} machine
 * @property {{ title: string, rows: Record<string, unknown>[] }[]} tables
 * @property {{ what: string, found: unknown, met: boolean }[]} targets
 */

const results = readdirSync(RESULTS)
  .filter((name) => name.endsWith('.json') && !name.endsWith('.tmp.json'))
  .map((name) => /** @type {Result} */ (JSON.parse(readFileSync(new URL(name, RESULTS), 'utf8'))))
  .sort((a, b) => ORDER.indexOf(a.name) - ORDER.indexOf(b.name));

const growth = results.find(({ name }) => name === 'growth');
const plots = growth === undefined ? [] : growthPlots(growth);

const pages = [
  { path: README, name: 'README.md', content: summary(results) },
  { path: FIGURES, name: 'docs/figures.md', content: results.map(section).join('\n') },
];
for (const { path, name, content } of pages) {
  const before = readFileSync(path, 'utf8');
  const after = before
    .replace(MARKED, (_, open, close) => `${open}\n${content}\n${close}`)
    .replace(MARKED_PLOTS, (_, open, close) => `${open}\n${plotLinks()}\n${close}`);
  if (!process.argv.includes('--check')) writeFileSync(path, after);
  else if (before !== after) {
    console.error(`${name} shows other figures than bench/results: run node scripts/readme-figures.js`);
    process.exitCode = 1;
  }
}

if (!process.argv.includes('--check')) mkdirSync(PLOTS, { recursive: true });
for (const { file, svg } of plots) {
  const url = new URL(file, PLOTS);
  if (!process.argv.includes('--check')) writeFileSync(url, svg);
  else if (!existsSync(url) || readFileSync(url, 'utf8') !== svg) {
    console.error(`docs/plots/${file} shows other figures than bench/results: run node scripts/readme-figures.js`);
    process.exitCode = 1;
  }
}

/** The first ones as pictures. */
function plotLinks() {
  const shown = plots.slice(0, PLOTS_SHOWN).map(({ file, title }) => `![${title}](docs/plots/${file})\n`);
  const linked = plots.slice(PLOTS_SHOWN).map(({ file, title }) => `[${title}](docs/plots/${file})`);
  return [...shown, ...(linked.length === 0 ? [] : [`More: ${linked.join(', ')}.\n`])].join('\n');
}

/** A line for each benchmark: how many of its targets were met, and each that was not. */
function summary(/** @type {readonly Result[]} */ all) {
  const rows = all.map(({ name, title, targets }) => ({
    benchmark: `\`npm run bench -- ${name}\``,
    measures: title.replace(/\.$/, ''),
    'targets met': `${targets.filter(({ met }) => met).length} of ${targets.length}`,
  }));
  const missed = all.flatMap(({ targets }) => targets.filter(({ met }) => !met));
  return [
    ...markdownTable(rows),
    '',
    ...missed.map(({ what, found }) => `- **Missed**: ${what}. Found: ${found}.`),
    ...(missed.length === 0 ? [] : ['']),
  ].join('\n');
}

/** @param {Result} result */
function section({ name, title, at, machine, tables, targets }) {
  const postgres = machine.postgres === undefined ? '' : `, Postgres ${machine.postgres}`;
  const lines = [
    `### ${title.replace(/\.$/, '')}`,
    '',
    `\`npm run bench -- ${name}\`, ${at.slice(0, 10)}: ${machine.cores} cores (${machine.cpu}), Node ${machine.node}${postgres}.`,
    '',
    ...tables.flatMap((table) => [`${table.title}:`, '', ...markdownTable(table.rows), '']),
    ...targets.map(({ what, found, met }) => `- ${met ? 'Met' : '**Missed**'}: ${what}. Found: ${found}.`),
    '',
  ];
  return lines.join('\n');
}

/** @param {Record<string, unknown>[]} rows */
function markdownTable(rows) {
  const columns = Object.keys(rows[0] ?? {});
  const line = (/** @type {readonly unknown[]} */ cells) => `| ${cells.map((cell) => cellText(cell)).join(' | ')} |`;
  const alignments = columns.map((column) => (rows.every((row) => typeof row[column] !== 'string') ? '---:' : '---'));
  return [
    line(columns),
    `| ${alignments.join(' | ')} |`,
    ...rows.map((row) => line(columns.map((column) => row[column]))),
  ];
}

/** @param {unknown} cell */
function cellText(cell) {
  return cell === null || cell === undefined ? '' : String(cell).replaceAll('|', '\\|').replaceAll('\n', ' ');
}
