import type { Config } from '../../config.js';
import { printJson } from '../print.js';
import { withApi, workspacePath } from '../with-api.js';
import { type ListedWorkspace, workspaceRow } from './list-workspaces.js';

/** Shows one workspace with its settings. */
export async function showWorkspaceCommand(name: string, { json }: { json: boolean }, config: Config): Promise<void> {
  const answer = await withApi(config, (api) => api.request('GET', workspacePath(name)));
  printWorkspace(answer?.data as ListedWorkspace, json);
}

/** A line for each thing, lists with commas. */
export function printWorkspace(workspace: ListedWorkspace, json: boolean): void {
  if (json) {
    printJson(workspace);
    return;
  }
  const lines = Object.entries(workspaceRow(workspace));
  const width = Math.max(...lines.map(([key]) => key.length));
  for (const [key, text] of lines) console.log(`${key.padEnd(width)}  ${text}`);
}
