/**
 * The parser that Peggy makes of the grammar. It is committed, so that a reader of the repository, an editor and the type
 * checker need no build first; `node scripts/build.js --check` tells when it is not what the grammar says.
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/**
 * The rules that `parse` may start with, the default first, and the types of their results as seen from the generated file.
 *
 * @type {Readonly<Record<string, string>>}
 */
const START_RULES = {
  Query: 'ReadonlyArray<import("../parameter.js").Parameter>',
  Parameter: 'import("../parameter.js").Parameter',
  ArrayLiteralOnly: 'import("../ast.js").List',
};

const FILES = ['conversation-query.js', 'conversation-query.d.ts'];

const root = fileURLToPath(new URL('..', import.meta.url));

/** Where the generated files live: in the source tree, and beside the compiled code. */
export const GENERATED = join(root, 'src/query/generated');

/**
 * Generates the parser from the grammar, and writes what is not already there.
 *
 * @param {{ check: boolean }} options check: write nothing
 * @returns {Promise<readonly string[]>} the paths of the files that were not what the grammar says
 */
export async function generateParser({ check }) {
  const scratch = await mkdtemp(join(tmpdir(), 'ringback-parser-'));
  try {
    await runPeggy(join(scratch, 'conversation-query.js'));
    const stale = [];
    for (const name of FILES) {
      const text = await readFile(join(scratch, name), 'utf8');
      const path = join(GENERATED, name);
      if (text === (await readFile(path, 'utf8').catch(() => undefined))) continue;
      stale.push(path);
      if (check) continue;
      await mkdir(GENERATED, { recursive: true });
      await writeFile(path, text);
    }
    return stale;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/**
 * Peggy's command line, because only that writes declarations.
 *
 * @param {string} output
 */
async function runPeggy(output) {
  const peggy = join(root, 'node_modules/peggy/bin/peggy.js');
  const options = ['--format', 'es', '--dts', '--return-types', JSON.stringify(START_RULES)];
  const rules = ['--allowed-start-rules', Object.keys(START_RULES).join(',')];
  const grammar = join(root, 'grammar/conversation-query.peggy');
  await promisify(execFile)(process.execPath, [peggy, ...options, ...rules, '-o', output, grammar]);
}
