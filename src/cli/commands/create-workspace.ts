import type { Config } from '../../config.js';
import { printJson } from '../print.js';
import { type SettingsOptions, settingsOf } from '../settings-options.js';
import { withApi } from '../with-api.js';

/** Makes a workspace, and says what comes next. */
export async function createWorkspaceCommand(
  name: string,
  { json, ...options }: SettingsOptions & { json: boolean },
  config: Config,
): Promise<void> {
  const body = { name, settings: settingsOf(options) };
  const answer = await withApi(config, (api) => api.request('POST', '/v1/workspaces', body));
  if (json) return printJson(answer?.data);
  console.log(`The workspace "${name}" is there. It has no keys and no platform secrets yet:`);
  console.log(`  ringback keys create <name> --scopes read,write --workspace ${name}`);
  console.log(`  ringback workspaces secret set ${name} telnyx public_key`);
}
