import type { Config } from '../../config.js';
import { printJson } from '../print.js';
import { withApi, workspacePath } from '../with-api.js';

/** Prints the public half of the key that a workspace's webhooks are signed with: nothing else, so that it can be piped on. */
export async function webhookKeyCommand(
  { workspace, replace, json }: { workspace: string; replace: boolean; json: boolean },
  config: Config,
): Promise<void> {
  const method = replace ? 'POST' : 'GET';
  const answer = await withApi(config, (api) => api.request(method, workspacePath(workspace, 'webhook_key')));
  const key = answer?.data as { readonly public_key: string };
  if (json) return printJson(key);
  console.log(key.public_key);
}
