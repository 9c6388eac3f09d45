import type { Config } from '../../config.js';
import { printJson } from '../print.js';
import { withApi } from '../with-api.js';

/** Makes an API key and shows it: the key alone on standard output, so that it can be piped on. */
export async function createKeyCommand(
  name: string,
  { scopes, workspace, json }: { scopes: string; workspace?: string; json: boolean },
  config: Config,
): Promise<void> {
  const body = {
    name,
    scopes: scopes.split(',').map((scope) => scope.trim()),
    ...(workspace === undefined ? {} : { workspace }),
  };
  const answer = await withApi(config, (api) => api.request('POST', '/v1/keys', body));
  const made = answer?.data as { readonly key: string; readonly id: string; readonly workspace: string };
  if (json) return printJson(made);
  console.error(`API key of the workspace "${made.workspace}" (shown once):`);
  console.log(made.key);
}
