/**
 * Builds everything that is made of the sources:
 *
 * 1. the parser, of the grammar (`src/query/generated`, committed);
 * 2. `dist`, by the TypeScript compiler;
 * 3. `dist/embedded-template`, a data directory of the embedded database with every migration applied, which a first start
 *    copies instead of making one (a second instead of eight).
 *
 *     node scripts/build.js               build
 *     node scripts/build.js --if-missing  build, unless there is a complete build already
 *     node scripts/build.js --check       build nothing; fail when the committed parser is not what the grammar says
 *     node scripts/build.js --parser      the first step only
 *
 * npm runs it at every installation (`prepare`): at one without development dependencies, which it needs, a complete build stays.
 */
import { spawn } from 'node:child_process';
import { chmod, cp, readdir, rm, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildEmbeddedTemplate, TEMPLATE } from './embedded-template.js';
import { GENERATED, generateParser } from './parser.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const commandLine = join(dist, 'cli/main.js');
const compiler = join(root, 'node_modules/typescript/bin/tsc');

await main(process.argv.slice(2));

/** @param {readonly string[]} flags */
async function main(flags) {
  const unknown = flags.filter((flag) => !['--if-missing', '--check', '--parser'].includes(flag));
  if (unknown.length > 0) return fail(`build: unknown option ${unknown.join(' ')}`);
  if (flags.includes('--check')) return checkParser();
  if (flags.includes('--if-missing') && (await isComplete())) return;
  if (!(await exists(compiler))) return keepBuild();
  report(await generateParser({ check: false }), 'generated');
  if (flags.includes('--parser')) return;
  await compile();
  if (await buildEmbeddedTemplate()) report([TEMPLATE], 'built');
}

async function checkParser() {
  const stale = await generateParser({ check: true });
  if (stale.length === 0) return;
  fail(`build: ${stale.map(short).join(', ')} not what the grammar says: run npm run build and commit the result`);
}

async function keepBuild() {
  if (await isComplete()) return console.log('build: dist stays as it is, without the development dependencies');
  fail(
    'build: there is no build, and without the development dependencies none can be made: npm ci, then npm prune --omit=dev',
  );
}

/** The template is built last, so where it is, the rest is. */
async function isComplete() {
  const found = await Promise.all([commandLine, join(TEMPLATE, 'template.json')].map(exists));
  return found.every((file) => file);
}

async function compile() {
  await clearDist();
  await run(process.execPath, [compiler, '-p', join(root, 'tsconfig.build.json')]);
  // The compiler reads the parser's declarations and leaves the parser itself behind.
  await cp(GENERATED, join(dist, 'query/generated'), { recursive: true });
  if (await exists(commandLine)) await chmod(commandLine, 0o755);
}

/** Modules that are gone from the sources must not live on in `dist`. The template has its own test of freshness. */
async function clearDist() {
  const names = await readdir(dist).catch(() => []);
  const doomed = names.map((name) => join(dist, name)).filter((path) => path !== TEMPLATE);
  await Promise.all(doomed.map((path) => rm(path, { recursive: true, force: true })));
}

/**
 * Runs a program with our own output, and ends this one when it fails.
 *
 * @param {string} program
 * @param {readonly string[]} programArguments
 * @returns {Promise<void>}
 */
function run(program, programArguments) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, programArguments, { cwd: root, stdio: 'inherit' });
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code !== 0) process.exit(code ?? 1);
      resolve();
    });
  });
}

/** @param {string} path */
async function exists(path) {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/**
 * @param {readonly string[]} paths
 * @param {string} verb
 */
function report(paths, verb) {
  for (const path of paths) console.log(`build: ${verb} ${short(path)}`);
}

/** @param {string} path */
function short(path) {
  return relative(root, path);
}

/** @param {string} message */
function fail(message) {
  console.error(message);
  process.exitCode = 1;
}
