import { createPeriodicTask } from '../../src/jobs/periodic-task.js';
import { type DatabaseOptions, openDatabase } from '../../src/store/database.js';
import { memoryLog } from '../support/memory-log.js';
import { silentLog } from '../support/silent-log.js';

/** What the process is told, as JSON. */
export interface TickOptions {
  readonly database: DatabaseOptions;
  readonly everyMs: number;
}

/** Writes down each turn of a task that is done every so often, until it is killed. */
export default async function tick(text: string): Promise<void> {
  const options = JSON.parse(text) as TickOptions;
  const database = await openDatabase(options.database, silentLog);
  const task = createPeriodicTask(database, memoryLog().log, {
    name: 'tick',
    everyMs: options.everyMs,
    run: async () => {
      await database.run('INSERT INTO ticks (pid) VALUES ($1)', [process.pid]);
    },
  });
  console.log('ready');
  task.start();
  await new Promise(() => setInterval(() => {}, 1_000));
}
