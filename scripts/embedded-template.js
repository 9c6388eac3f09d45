/**
 * The template of the embedded database: PGlite's files with every migration applied, which a first start copies. It is made
 * anew only when what it is made of has changed.
 */
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

export const TEMPLATE = join(root, 'dist/embedded-template');

/** Names of the folder's two entries, as `src/store/embedded/data-directory.ts` reads them. */
const FILES_FOLDER = 'postgres';
const DESCRIPTION = 'template.json';

/** What the files depend on besides PGlite's version: the migrations, and the code that makes a data directory. */
const INPUTS = ['src/store/migrations', 'src/store/migrate.ts', 'src/store/embedded/worker.js'];

/**
 * Makes the template, of the compiled code in `dist`.
 *
 * @returns {Promise<boolean>} false: the one that is there will do
 */
export async function buildEmbeddedTemplate() {
  const description = await currentDescription();
  if ((await readFile(join(TEMPLATE, DESCRIPTION), 'utf8').catch(() => '')) === description) return false;
  const draft = await mkdtemp(join(root, 'dist/.template-'));
  try {
    await makeDatabase(draft);
    for (const name of await readdir(draft)) {
      if (name !== FILES_FOLDER) await rm(join(draft, name), { recursive: true });
    }
    await writeFile(join(draft, DESCRIPTION), description);
    await rm(TEMPLATE, { recursive: true, force: true });
    await rename(draft, TEMPLATE);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return true;
}

/**
 * What a template made now would say of itself.
 *
 * @returns {Promise<string>} JSON: {@link import('../src/store/embedded/data-directory.js').TemplateDescription}
 */
export async function currentDescription() {
  const { version } = JSON.parse(await readFile(join(root, 'node_modules/@electric-sql/pglite/package.json'), 'utf8'));
  const hash = createHash('sha256');
  for (const input of INPUTS) {
    for (const path of await files(join(root, input)))
      hash.update(path.slice(root.length)).update(await readFile(path));
  }
  return `${JSON.stringify({ pglite: version, inputs: hash.digest('hex') })}\n`;
}

/** @param {string} dataDir */
async function makeDatabase(dataDir) {
  /** @param {string} path */
  const load = (path) => import(pathToFileURL(join(root, 'dist/store', path)).href);
  const { openDatabase } = await load('database.js');
  const { migrate } = await load('migrate.js');
  const log = { info() {}, warn() {}, error() {} };
  const database = await openDatabase({ dataDir, templateDir: join(dataDir, 'none') }, log);
  try {
    await migrate(database);
  } finally {
    await database.close();
  }
}

/**
 * @param {string} path of a file or a folder
 * @returns {Promise<readonly string[]>}
 */
async function files(path) {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => undefined);
  if (entries === undefined) return [path];
  const nested = await Promise.all(entries.map(({ name }) => files(join(path, name))));
  return nested.flat().sort();
}
