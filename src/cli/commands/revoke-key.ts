import type { Config } from '../../config.js';
import { withApi } from '../with-api.js';
import { workspaceQuery } from './list-keys.js';

/** Ends an API key. */
export async function revokeKeyCommand(
  id: string,
  { workspace }: { workspace?: string },
  config: Config,
): Promise<void> {
  const path = `/v1/keys/${encodeURIComponent(id)}${workspaceQuery(workspace)}`;
  await withApi(config, (api) => api.request('DELETE', path));
  console.log(`The key ${id} is revoked.`);
}
