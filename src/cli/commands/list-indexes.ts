import type { Config } from '../../config.js';
import { printJson, printRows } from '../print.js';
import { withApi } from '../with-api.js';

/** Shows the indexes of metadata keys. */
export async function listIndexesCommand({ json }: { readonly json: boolean }, config: Config): Promise<void> {
  const answer = await withApi(config, (api) => api.request('GET', '/v1/indexes'));
  const indexes = (answer?.data ?? []) as readonly Record<string, unknown>[];
  if (json) return printJson(indexes);
  printRows(indexes, 'index', 'There is no index of a metadata key, beside those of the standard keys.');
  for (const { key, state } of indexes) {
    if (state === 'invalid') console.log(`The index of ${String(key)} was not finished: add it again, or drop it.`);
  }
}
