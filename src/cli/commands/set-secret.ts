import type { Config } from '../../config.js';
import { printJson } from '../print.js';
import { readSecretValue } from '../read-secret-value.js';
import { withApi, workspacePath } from '../with-api.js';

export interface SecretKind {
  readonly workspace: string;
  readonly platform: string;
  readonly name: string;
}

/** Keeps a platform's secret for a workspace, beside those it has. */
export async function setSecretCommand(
  { workspace, platform, name }: SecretKind,
  { valueFile, json }: { valueFile?: string; json: boolean },
  config: Config,
): Promise<void> {
  const value = await readSecretValue(`${platform} ${name} of "${workspace}" (not shown): `, {
    path: valueFile,
    input: process.stdin,
    question: process.stderr,
  });
  const answer = await withApi(config, (api) =>
    api.request('POST', workspacePath(workspace, 'secrets'), { platform, name, value }),
  );
  const kept = answer?.data as { readonly id: string };
  if (json) return printJson(kept);
  console.log(`Kept as ${kept.id}.`);
}
