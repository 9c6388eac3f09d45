import type { Config } from '../../config.js';
import { CommandFailed } from '../command-failed.js';
import { type SettingsOptions, settingsOf } from '../settings-options.js';
import { withApi, workspacePath } from '../with-api.js';
import type { ListedWorkspace } from './list-workspaces.js';
import { printWorkspace } from './show-workspace.js';

/** Changes the settings that are named, and shows the workspace as it is then. */
export async function setWorkspaceCommand(
  name: string,
  { json, ...options }: SettingsOptions & { json: boolean },
  config: Config,
): Promise<void> {
  const settings = settingsOf(options);
  if (Object.keys(settings).length === 0) {
    throw new CommandFailed('Say what to change: ringback workspaces set --help lists the settings.');
  }
  const answer = await withApi(config, (api) => api.request('PATCH', workspacePath(name), { settings }));
  printWorkspace(answer?.data as ListedWorkspace, json);
}
