import type { Config } from '../../config.js';
import { queryString } from '../query-string.js';
import { withApi } from '../with-api.js';

/** Ends an API key. */
export async function revokeKeyCommand(
  id: string,
  { workspace }: { workspace?: string },
  config: Config,
): Promise<void> {
  const path = `/v1/keys/${encodeURIComponent(id)}${queryString({ workspace })}`;
  await withApi(config, (api) => api.request('DELETE', path));
  console.log(`The key ${id} is revoked.`);
}
