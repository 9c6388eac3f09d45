import { openDatabase } from '../../src/store/database.js';
import { silentLog } from '../support/silent-log.js';

/** Opens the embedded database of a data directory, says so, and adds a row every now and then, saying which, until it is killed. */
export default async function holdDataDirectory(dataDir: string, templateDir: string): Promise<void> {
  try {
    const database = await openDatabase({ dataDir, templateDir }, silentLog);
    await database.knex.raw('CREATE TABLE IF NOT EXISTS rows (id int PRIMARY KEY)');
    console.log('open');
    for (let id = 1; ; id += 1) {
      await database.knex.raw('INSERT INTO rows VALUES (?)', [id]);
      console.log(`${id}`);
    }
  } catch (error) {
    console.log(`${(error as Error).name}: ${(error as Error).message}`);
  }
}
