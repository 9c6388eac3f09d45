import type { Config } from '../../config.js';
import { showRows } from '../show-rows.js';
import { withApi } from '../with-api.js';

/** Without a terminal, as wide as most screens. */
const COLUMNS = 160;

/** Says which metadata keys an index would help. */
export async function adviseIndexesCommand({ json }: { readonly json: boolean }, config: Config): Promise<void> {
  const answer = await withApi(config, (api) => api.request('GET', '/v1/index-advice'));
  const advised = (answer?.data ?? []) as readonly Record<string, unknown>[];
  if (json) return console.log(JSON.stringify(advised, null, 2));
  if (advised.length === 0) {
    return console.log('No query has asked for a metadata key that has no index, as far as they were counted.');
  }
  console.log(showRows(advised, process.stdout.columns ?? COLUMNS, 'key'));
  console.log('An index makes each of these one look-up, and writing a little slower: ringback index add <key>');
}
