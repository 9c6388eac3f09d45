import type { Config } from '../../config.js';
import { printJson } from '../print.js';
import { queryString } from '../query-string.js';
import { withApi } from '../with-api.js';

/** Prints the policy file of a workspace. */
export async function showPoliciesCommand(
  { workspace = 'default', json }: { workspace?: string; json: boolean },
  config: Config,
): Promise<void> {
  const path = `/v1/policies${queryString({ workspace })}`;
  const answer = await withApi(config, (api) => api.request('GET', path));
  const set = answer?.data as { readonly source: string; readonly revision: number };
  if (json) return printJson(set);
  if (set.source === '') return console.log(`The workspace "${workspace}" has no policies: the built-in one holds.`);
  console.log(set.source.trimEnd());
}
