import type { Config } from '../../config.js';
import { showRows } from '../show-rows.js';
import { withApi } from '../with-api.js';

/** Without a terminal, as wide as most screens. */
const COLUMNS = 160;

/** Shows the indexes of metadata keys. */
export async function listIndexesCommand({ json }: { readonly json: boolean }, config: Config): Promise<void> {
  const answer = await withApi(config, (api) => api.request('GET', '/v1/indexes'));
  const indexes = (answer?.data ?? []) as readonly Record<string, unknown>[];
  if (json) return console.log(JSON.stringify(indexes, null, 2));
  if (indexes.length === 0)
    return console.log('There is no index of a metadata key, beside those of the standard keys.');
  console.log(showRows(indexes, process.stdout.columns ?? COLUMNS, 'index').replace(/indexs$/, 'indexes'));
  for (const { key, state } of indexes) {
    if (state === 'invalid') console.log(`The index of ${String(key)} was not finished: add it again, or drop it.`);
  }
}
