import type { Config } from '../../config.js';
import { check, parse } from '../../query/index.js';
import { openStore } from '../open-store.js';
import { showRows } from '../show-rows.js';

/** Without a terminal, as wide as most screens. */
const COLUMNS = 120;

/** Runs a query and prints its rows: a table, or JSON with everything in it. */
export async function queryCommand(text: string, options: { json: boolean }, config: Config): Promise<void> {
  const query = parse(text);
  // Before a store is opened: a mistyped query need not wait for one.
  check(query, text);
  const store = await openStore(config);
  try {
    const rows = await store.list(query);
    console.log(options.json ? JSON.stringify(rows, null, 2) : showRows(rows, process.stdout.columns ?? COLUMNS));
  } finally {
    await store.close();
  }
}
