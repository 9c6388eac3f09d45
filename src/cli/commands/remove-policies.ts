import type { Config } from '../../config.js';
import { queryString } from '../query-string.js';
import { withApi } from '../with-api.js';

/** Takes the policies of a workspace away. */
export async function removePoliciesCommand(
  { workspace = 'default' }: { workspace?: string },
  config: Config,
): Promise<void> {
  const path = `/v1/policies${queryString({ workspace })}`;
  await withApi(config, (api) => api.request('DELETE', path));
  console.log(`The workspace "${workspace}" has no policies any more: the built-in one holds.`);
}
