import type { Config } from '../../config.js';
import { printJson, printRows } from '../print.js';
import { withApi, workspacePath } from '../with-api.js';

/** Shows which secrets a workspace keeps, without their values. */
export async function listSecretsCommand(
  workspace: string,
  { json }: { json: boolean },
  config: Config,
): Promise<void> {
  const answer = await withApi(config, (api) => api.request('GET', workspacePath(workspace, 'secrets')));
  const secrets = answer?.data as readonly Readonly<Record<string, unknown>>[];
  if (json) return printJson(secrets);
  printRows(secrets, 'secret', `The workspace "${workspace}" keeps no secrets.`);
}
