import type { Config } from '../../config.js';
import { withApi, workspacePath } from '../with-api.js';

/** Removes one of a workspace's secrets. */
export async function removeSecretCommand(workspace: string, id: string, config: Config): Promise<void> {
  await withApi(config, (api) => api.request('DELETE', workspacePath(workspace, 'secrets', id)));
  console.log(`The secret ${id} is removed.`);
}
