import { openDatabase } from '../../dist/store/database.js';
import { migrate } from '../../dist/store/migrate.js';
import { ensureDefaultWorkspace } from '../../dist/store/workspaces.js';

/** Brings a database of a server to the product's schema. @returns its default workspace */
export async function makeSchema(url: string): Promise<number> {
  const silent = { info() {}, warn() {}, error() {}, debug() {} };
  const database = await openDatabase({ url, dataDir: '' }, silent);
  try {
    await migrate(database);
    return (await ensureDefaultWorkspace(database.knex)).id;
  } finally {
    await database.close();
  }
}
