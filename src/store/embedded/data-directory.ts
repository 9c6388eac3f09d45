import { constants } from 'node:fs';
import { cp, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { StoreLog } from '../store-log.js';
import { startWorkerThread } from './worker-thread.js';

/**
 * PGlite's files. Making them takes some seconds, so the build makes a set with every migration applied, and a first start copies
 * that. Either way they come into being under another name, and get theirs when they are complete: a start that is killed
 * half-way leaves nothing that the next one would take for a database.
 */

export const FILES_FOLDER = 'postgres';

const DRAFT_PREFIX = `${FILES_FOLDER}.new`;
const TEMPLATE_FILE = 'template.json';

/** What a template says of itself, beside its files. */
export interface TemplateDescription {
  /** The version of PGlite that made it: another one's files may not fit. */
  readonly pglite: string;
  /** A hash of what it was made of, for the build. */
  readonly inputs: string;
}

/** Where the build puts the template, beside the compiled code. Run from the sources there is none. */
export const BUILT_TEMPLATE = fileURLToPath(new URL('../../embedded-template', import.meta.url));

/**
 * Makes sure that PGlite's files are there. The caller owns the data directory.
 *
 * @param templateDir of the template to copy; one that is missing, or of another version of PGlite, is not used
 * @returns the folder that holds them
 */
export async function ensureDatabaseFiles(dataDir: string, templateDir: string, log: StoreLog): Promise<string> {
  const directory = join(dataDir, FILES_FOLDER);
  await removeDrafts(dataDir);
  if (await hasDatabaseFiles(dataDir)) return directory;
  const draft = join(dataDir, `${DRAFT_PREFIX}-${process.pid}`);
  if (await isUsable(templateDir)) {
    const mode = constants.COPYFILE_FICLONE;
    await cp(join(templateDir, FILES_FOLDER), draft, { recursive: true, mode, preserveTimestamps: false });
  } else {
    log.info({ data_dir: dataDir }, 'making the files of the embedded database, which takes some seconds');
    await startWorkerThread({ task: 'initialise', directory: draft, socketPath: '', idleInTransactionMs: 0 }).then(
      ({ ended }) => ended,
    );
  }
  await rename(draft, directory);
  await syncDirectory(dataDir);
  return directory;
}

/** The version of PGlite that runs here. */
export async function pgliteVersion(): Promise<string> {
  // Its package.json is not among its exports.
  const main = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  const text = await readFile(join(dirname(main), '../package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

/** What a template says of itself; undefined when there is none. */
export async function readTemplateDescription(templateDir: string): Promise<TemplateDescription | undefined> {
  const text = await readFile(join(templateDir, TEMPLATE_FILE), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as TemplateDescription);
}

async function isUsable(templateDir: string): Promise<boolean> {
  const description = await readTemplateDescription(templateDir);
  return description !== undefined && description.pglite === (await pgliteVersion());
}

async function removeDrafts(dataDir: string): Promise<void> {
  const names = (await readdir(dataDir)).filter((name) => name.startsWith(DRAFT_PREFIX));
  await Promise.all(names.map((name) => rm(join(dataDir, name), { recursive: true, force: true })));
}

/** Whether a data directory holds a database already. */
export async function hasDatabaseFiles(dataDir: string): Promise<boolean> {
  return exists(join(dataDir, FILES_FOLDER, 'PG_VERSION'));
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function syncDirectory(path: string): Promise<void> {
  const handle = await open(path);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
