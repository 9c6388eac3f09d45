/**
 * The bill of materials of what is shipped, as CycloneDX JSON.
 *
 *     node scripts/sbom.js           to the terminal
 *     node scripts/sbom.js FILE      into a file
 *
 * `npm sbom` makes it, of everything; what only builds and tests is taken out here by the lock file. (npm's own `--omit=dev` also takes out
 * what is needed for both: `pg` among others.)
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { installedPackages } from './licences.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * What of the format is used here.
 *
 * @typedef {{ 'bom-ref': string, name: string, group?: string, version: string }} Component
 * @typedef {{ metadata: { component: Component }, components: Component[], dependencies: { ref: string, dependsOn?: string[] }[] }} Bill
 */

/** @returns {Bill} */
export function billOfMaterials() {
  const args = ['sbom', '--sbom-format=cyclonedx', '--package-lock-only'];
  const { status, stdout, stderr } = spawnSync('npm', args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`npm sbom ended with ${status}: ${stderr}`);
  /** @type {Bill} */
  const bill = JSON.parse(stdout);
  const shipped = new Set(
    installedPackages().flatMap(({ name, version, isShipped }) => (isShipped ? [`${name}@${version}`] : [])),
  );
  const components = bill.components.filter((component) => shipped.has(keyOf(component)));
  const missing = [...shipped].filter((key) => !components.some((component) => keyOf(component) === key));
  if (missing.length > 0) throw new Error(`npm sbom leaves out what is shipped: ${missing.join(', ')}.`);
  const { name } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
  const refs = new Set([bill.metadata.component['bom-ref'], ...components.map((component) => component['bom-ref'])]);
  return {
    ...bill,
    // npm takes the name of the folder.
    metadata: { ...bill.metadata, component: { ...bill.metadata.component, name } },
    components,
    dependencies: bill.dependencies
      .filter(({ ref }) => refs.has(ref))
      .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((each) => refs.has(each)) })),
  };
}

/** @param {Component} component */
function keyOf({ group, name, version }) {
  return `${group === undefined || group === '' ? '' : `${group}/`}${name}@${version}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = `${JSON.stringify(billOfMaterials(), null, 2)}\n`;
  const [file] = process.argv.slice(2);
  if (file === undefined) process.stdout.write(text);
  else writeFileSync(file, text);
}
