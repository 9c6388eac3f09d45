import type { Config } from '../../config.js';
import { printJson, printRows } from '../print.js';
import { withApi } from '../with-api.js';

/** A workspace as the API has it. */
export interface ListedWorkspace {
  readonly name: string;
  readonly created_at: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** Shows all workspaces: a table, or JSON. */
export async function listWorkspacesCommand({ json }: { json: boolean }, config: Config): Promise<void> {
  const answer = await withApi(config, (api) => api.request('GET', '/v1/workspaces'));
  const workspaces = answer?.data as readonly ListedWorkspace[];
  if (json) return printJson(workspaces);
  const rows = workspaces.map(({ name, created_at, settings }) => ({ name, created_at, ...settings }));
  printRows(rows, 'workspace', 'There is no workspace.');
}
