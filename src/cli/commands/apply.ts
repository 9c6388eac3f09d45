import { PolicyError, showPolicyProblem } from '../../assistants/policy/policy-problem.js';
import { type PolicySet, readPolicies } from '../../assistants/policy/read-policies.js';
import type { Config } from '../../config.js';
import { CommandFailed } from '../command-failed.js';
import { queryString } from '../query-string.js';
import { readTextFile } from '../read-text-file.js';
import { withApi } from '../with-api.js';

const FILE = 'ringback.yaml';

/** Checks a policy file here, where its lines can be shown, and puts it in force. */
export async function applyCommand(
  file: string | undefined,
  { workspace, dryRun }: { workspace?: string; dryRun: boolean },
  config: Config,
): Promise<void> {
  const fileName = file ?? config.configPath ?? FILE;
  const source = await readTextFile(fileName);
  const { warnings, policies } = readChecked(source, fileName);
  for (const warning of warnings) console.error(showPolicyProblem(fileName, source, warning));
  const count = policies.length === 1 ? '1 policy' : `${policies.length} policies`;
  if (dryRun) return console.log(`${fileName} is good: ${count}. Nothing was changed.`);
  const body = { source, file_name: fileName.slice(0, 255) };
  const answer = await withApi(config, (api) => api.request('PUT', `/v1/policies${queryString({ workspace })}`, body));
  const applied = answer?.data as { readonly revision: number; readonly workspace: string };
  console.log(`Applied ${count} to the workspace "${applied.workspace}" (revision ${applied.revision}).`);
}

export function readChecked(source: string, fileName: string): PolicySet {
  try {
    return readPolicies(source, fileName);
  } catch (error) {
    if (error instanceof PolicyError) throw new CommandFailed(error.message, { cause: error });
    throw error;
  }
}
