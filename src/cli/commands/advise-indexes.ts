import type { Config } from '../../config.js';
import { printJson, printRows } from '../print.js';
import { withApi } from '../with-api.js';

/** Says which metadata keys an index would help. */
export async function adviseIndexesCommand({ json }: { readonly json: boolean }, config: Config): Promise<void> {
  const answer = await withApi(config, (api) => api.request('GET', '/v1/index-advice'));
  const advised = (answer?.data ?? []) as readonly Record<string, unknown>[];
  if (json) return printJson(advised);
  printRows(advised, 'key', 'No query has asked for a metadata key that has no index, as far as they were counted.');
  if (advised.length === 0) return;
  console.log('An index makes each of these one look-up, and writing a little slower: ringback index add <key>');
}
