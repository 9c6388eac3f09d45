import type { Config } from '../../config.js';
import { printJson, printRows } from '../print.js';
import { queryString } from '../query-string.js';
import { withApi } from '../with-api.js';

interface ListedKey extends Readonly<Record<string, unknown>> {
  readonly scopes: readonly string[];
}

/** Shows a workspace's API keys: a table, or JSON. */
export async function listKeysCommand(
  { workspace, json }: { workspace?: string; json: boolean },
  config: Config,
): Promise<void> {
  const answer = await withApi(config, (api) => api.request('GET', `/v1/keys${queryString({ workspace })}`));
  const keys = answer?.data as readonly ListedKey[];
  if (json) return printJson(keys);
  const rows = keys.map(({ workspace: _same, scopes, ...key }) => ({ ...key, scopes: scopes.join(' ') }));
  printRows(rows, 'key', `The workspace "${workspace ?? 'default'}" has no keys.`);
}
