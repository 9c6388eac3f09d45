/** Runs the tests on other versions of Node, as HELP says. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fetchPackage } from './fetch-package.js';
import { runOnVersions } from './run-on-versions.js';

const HELP = `Runs the tests on other versions of Node: on the oldest that Ringback is for, and on the newest of each major version since.

    node scripts/node-versions.js                       all of them, with the tests of npm test
    node scripts/node-versions.js 20 24                 these
    node scripts/node-versions.js 24 -- test/store      these, with these tests

Each is a package of the npm registry (about 50 MB), fetched once into node_modules/.cache; one that is not to be had is said to be
skipped.`;

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CACHE = join(ROOT, 'node_modules/.cache/ringback-node');
const PACKAGE = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

/** 20 by the oldest, which `engines` names; the others by the newest that there was when it was written. */
const VERSIONS = { 20: '20.19.0', 22: '22.23.3', 24: '24.21.0', 26: '26.10.0' };

/**
 * @param {string} major
 * @returns {string | undefined} a folder with `node`; undefined where it is not to be had
 */
function nodeOf(major) {
  const version = VERSIONS[/** @type {keyof typeof VERSIONS} */ (/** @type {unknown} */ (major))];
  const folder = join(CACHE, version);
  return existsSync(folder) || fetchPackage(`${PACKAGE}@${version}`, folder) ? join(folder, 'bin') : undefined;
}

runOnVersions(process.argv.slice(2), {
  help: HELP,
  majors: Object.keys(VERSIONS),
  run(major, tests) {
    const folder = nodeOf(major);
    if (folder === undefined) {
      console.log(`Node ${major} is not in the registry for ${PACKAGE}: skipped.`);
      return { version: '', outcome: 'skipped' };
    }
    const env = { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}` };
    const version = execFileSync('node', ['--version'], { encoding: 'utf8', env }).trim();
    console.log(`\nNode ${version}`);
    // The database that tests begin with is made by the same version that runs them.
    const run = (/** @type {string[]} */ ...command) =>
      spawnSync('node', command, { cwd: ROOT, stdio: 'inherit', env }).status === 0;
    const isBuilt = run('scripts/build.js');
    const hasPassed = isBuilt && run('node_modules/vitest/vitest.mjs', 'run', ...tests);
    return { version, outcome: hasPassed ? 'passed' : 'failed' };
  },
});
