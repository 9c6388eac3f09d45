/**
 * Runs every suite of tests one after the other and says in its last line how many tests passed and failed, as `.ci/run` has to.
 *
 *     node scripts/test-suites.js             all
 *     node scripts/test-suites.js test:long   some
 *
 * A file with a failed test is run once more, alone: a test of time may have been spoilt by what else the machine did, a fault is there
 * again. Both are named before the last line, where they are found.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SUITES = ['test', 'test:long', 'test:faults'];

/**
 * A file of tests, as vitest's JSON reporter has it.
 * @typedef {{ name: string, status: string, message?: string,
 *   assertionResults: { fullName: string, status: string, failureMessages?: string[] }[] }} FileResult
 */

/**
 * @param {string} suite a script of package.json
 * @param {readonly string[]} files none: all of the suite
 * @returns {{ isGreen: boolean, files: readonly FileResult[] }} no files where the run itself broke
 */
function runSuite(suite, files = []) {
  const folder = mkdtempSync(join(tmpdir(), 'ringback-suite-'));
  const report = join(folder, 'report.json');
  try {
    const options = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const { status } = spawnSync('npm', ['run', suite, '--', ...options, ...files], { cwd: ROOT, stdio: 'inherit' });
    return { isGreen: status === 0, files: JSON.parse(readFileSync(report, 'utf8')).testResults };
  } catch (error) {
    console.error(`${suite}: there is no report of its tests: ${error instanceof Error ? error.message : error}`);
    return { isGreen: false, files: [] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {FileResult} file */
function isFailed({ status, assertionResults }) {
  return status === 'failed' || assertionResults.some((test) => test.status === 'failed');
}

/**
 * @param {FileResult} file
 * @returns {string[]} its failed tests, each with the first lines of why
 */
function failuresOf({ name, message, assertionResults }) {
  const path = relative(ROOT, name);
  const failed = assertionResults.filter((test) => test.status === 'failed');
  if (failed.length === 0) return [`${path}\n    ${firstLines(message)}`];
  return failed.map(({ fullName, failureMessages }) => `${path}: ${fullName}\n    ${firstLines(failureMessages?.[0])}`);
}

/** @param {string | undefined} text */
function firstLines(text) {
  return (text || 'no reason is told').split('\n').slice(0, 6).join('\n    ');
}

/**
 * @param {readonly FileResult[]} files
 * @param {string} status
 */
function countTests(files, status) {
  return files.flatMap(({ assertionResults }) => assertionResults).filter((test) => test.status === status).length;
}

/** @param {readonly string[]} suites */
function main(suites) {
  let passed = 0;
  let failed = 0;
  /** @type {string[]} */
  const notes = [];
  for (const suite of suites) {
    const first = runSuite(suite);
    const failedFiles = first.files.filter(isFailed);
    if (failedFiles.length === 0) {
      passed += countTests(first.files, 'passed');
      // Such as an error that nothing caught: no test of it failed, and it is a failure.
      if (!first.isGreen) failed += 1;
      if (!first.isGreen) notes.push(`FAILED ${suite}, outside of its tests: see what it printed`);
      continue;
    }
    notes.push(...failedFiles.flatMap(failuresOf).map((text) => `failed at first: ${text}`));
    const paths = failedFiles.map(({ name }) => relative(ROOT, name));
    console.log(`\nOnce more, alone: ${paths.join(', ')}`);
    const second = runSuite(suite, ['--maxWorkers=1', ...paths]);
    const kept = first.files.filter((file) => !isFailed(file));
    const failedAgain = second.files.filter(isFailed);
    passed += countTests([...kept, ...second.files], 'passed');
    // A file that could not be loaded has no test that failed, and is one failure.
    failed += failedAgain.reduce((sum, file) => sum + Math.max(1, countTests([file], 'failed')), 0);
    if (failedAgain.length === 0 && !second.isGreen) failed += 1;
    notes.push(...failedAgain.flatMap(failuresOf).map((text) => `FAILED again:    ${text}`));
    if (failedAgain.length === 0) {
      notes.push(
        second.isGreen ? `passed alone:    ${paths.join(', ')}` : `FAILED ${suite}, outside of its tests, run again`,
      );
    }
  }
  for (const note of notes) console.log(note);
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}

main(process.argv.length > 2 ? process.argv.slice(2) : SUITES);
