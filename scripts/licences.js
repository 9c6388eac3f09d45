/**
 * The licences of everything that is installed, from the lock file.
 *
 *     node scripts/licences.js           a table: what is shipped, and what only builds and tests
 *     node scripts/licences.js --json    the same as JSON
 *     node scripts/licences.js --check   nothing but what is not allowed; exit code 1 then
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Of what comes along with an installation: each lets anybody use, change and pass on, and asks for no source of ours. */
const ALLOWED = new Set([
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Zlib',
  'CC0-1.0',
  'BlueOak-1.0.0',
]);

/** Also of what only builds and tests: it is passed on to nobody. */
const ALLOWED_FOR_DEVELOPMENT = new Set([...ALLOWED, 'MPL-2.0', 'CC-BY-4.0', 'Python-2.0']);

/** Packages that say nothing of a licence: tests run them, and nothing of them is passed on. */
const SILENT_IN_TESTS = new Set(['@vapi-ai/server-sdk']);

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * @typedef {{ name: string, version: string, licence: string, isShipped: boolean }} Package
 */

/** @returns {readonly Package[]} each once for each version, by name */
export function installedPackages() {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  /** @type {Map<string, Package>} */
  const found = new Map();
  for (const [path, entry] of Object.entries(lock.packages)) {
    if (path === '') continue;
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const licence = entry.license ?? 'none';
    const key = `${name}@${entry.version}`;
    const isShipped = entry.dev !== true && entry.devOptional !== true;
    found.set(key, {
      name,
      version: entry.version,
      licence,
      isShipped: isShipped || found.get(key)?.isShipped === true,
    });
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/**
 * Whether an SPDX expression can be met with licences that are allowed: of an OR one, of an AND each.
 *
 * @param {string} expression
 * @param {ReadonlySet<string>} allowed
 * @returns {boolean}
 */
export function isAllowed(expression, allowed) {
  const inner = expression.trim().replace(/^\((.*)\)$/, '$1');
  if (inner.includes('(')) return false;
  return inner.split(' OR ').some((choice) => choice.split(' AND ').every((licence) => allowed.has(licence.trim())));
}

/** @param {Package} each */
export function isPackageAllowed({ name, licence, isShipped }) {
  if (!isShipped && SILENT_IN_TESTS.has(name)) return true;
  return isAllowed(licence, isShipped ? ALLOWED : ALLOWED_FOR_DEVELOPMENT);
}

/** @param {readonly string[]} flags */
function main(flags) {
  const unknown = flags.filter((flag) => !['--check', '--json'].includes(flag));
  if (unknown.length > 0) {
    console.error(`licences: unknown option ${unknown.join(' ')}`);
    process.exit(2);
  }
  const packages = installedPackages();
  const refused = packages.filter((each) => !isPackageAllowed(each));
  if (flags.includes('--json')) console.log(JSON.stringify(packages, null, 2));
  else if (!flags.includes('--check')) {
    for (const isShipped of [true, false]) {
      const part = packages.filter((each) => each.isShipped === isShipped);
      console.log(`${isShipped ? 'Shipped' : 'Only to build and to test'}: ${part.length} packages`);
      for (const [licence, names] of byLicence(part))
        console.log(`  ${licence} (${names.length}): ${names.join(', ')}`);
    }
  }
  for (const { name, version, licence } of refused) {
    console.error(`${name} ${version} has the licence "${licence}", which is not in the list of scripts/licences.js.`);
  }
  process.exitCode = refused.length === 0 ? 0 : 1;
}

/** @param {readonly Package[]} packages @returns {readonly (readonly [string, readonly string[]])[]} */
function byLicence(packages) {
  /** @type {Map<string, string[]>} */
  const groups = new Map();
  for (const { name, version, licence } of packages)
    groups.set(licence, [...(groups.get(licence) ?? []), `${name} ${version}`]);
  return [...groups].sort(([, a], [, b]) => b.length - a.length);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2));
