import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { currentDescription, TEMPLATE } from '../../scripts/embedded-template.js';
import { openDatabase } from '../../src/store/database.js';
import { migrate } from '../../src/store/migrate.js';
import { startPostgres } from './postgres-server.js';
import { silentLog } from './silent-log.js';
import { makeWatchedFolder } from './watched-folder.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** The server that all test files share, as its superuser. */
    readonly postgresUrl: string;
    /** The database on it that test files copy: every migration applied, and nothing in it. */
    readonly templateDatabase: string;
    /** The same for the embedded database: a folder for `templateDir`. */
    readonly embeddedTemplate: string;
    /** Where test files make their temporary folders. */
    readonly temporaryRoot: string;
  }
}

const TEMPLATE_DATABASE = 'ringback_template';
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/ringback-template', import.meta.url));
const STALE_MS = 24 * 60 * 60 * 1000;

/** Starts what is shared by all test files, once, and ends it after them. */
export default async function setUp({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = await makeWatchedFolder('ringback-test-');
  const [server, embeddedTemplate] = await Promise.all([startPostgres(), findEmbeddedTemplate()]);
  const tearDown = async (): Promise<void> => {
    await server.remove();
    await folder.remove();
  };
  try {
    await makeTemplateDatabase(server.url, server.urlOf(TEMPLATE_DATABASE));
  } catch (error) {
    await tearDown();
    throw error;
  }
  provide('postgresUrl', server.url);
  provide('templateDatabase', TEMPLATE_DATABASE);
  provide('embeddedTemplate', embeddedTemplate);
  provide('temporaryRoot', folder.path);
  return tearDown;
}

async function makeTemplateDatabase(serverUrl: string, url: string): Promise<void> {
  const first = await openDatabase({ url: serverUrl, dataDir: '' }, silentLog);
  await first.knex.raw(`CREATE DATABASE ${TEMPLATE_DATABASE}`);
  await first.close();
  const template = await openDatabase({ url, dataDir: '' }, silentLog);
  await migrate(template);
  await template.close();
}

/** The build's template, or one made of the sources when they have changed since. */
async function findEmbeddedTemplate(): Promise<string> {
  const description = await currentDescription();
  const isCurrent = async (folder: string): Promise<boolean> =>
    (await readFile(join(folder, 'template.json'), 'utf8').catch(() => '')) === description;
  if (await isCurrent(TEMPLATE)) return TEMPLATE;
  const { inputs } = JSON.parse(description) as { inputs: string };
  const cached = join(CACHE, inputs);
  if (await isCurrent(cached)) return cached;

  await removeStale();
  const draft = await mkdtemp(join(CACHE, 'new-'));
  const database = await openDatabase({ dataDir: draft, templateDir: join(draft, 'none') }, silentLog);
  await migrate(database);
  await database.close();
  await writeFile(join(draft, 'template.json'), description);
  // Another run may have been faster.
  await rename(draft, cached).catch(() => rm(draft, { recursive: true, force: true }));
  return cached;
}

async function removeStale(): Promise<void> {
  await mkdir(CACHE, { recursive: true });
  for (const name of await readdir(CACHE)) {
    const path = join(CACHE, name);
    const made = await stat(path).catch(() => undefined);
    if (made !== undefined && Date.now() - made.mtimeMs > STALE_MS) await rm(path, { recursive: true, force: true });
  }
}
