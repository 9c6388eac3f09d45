import type { PlatformWorkspace } from './platform-workspaces.js';

/** What a workspace keeps for its look-ups (`ringback workspaces secret set --platform lookup --name crm_token`), by name. */
export function lookupSecretsOf({ secrets }: Pick<PlatformWorkspace, 'secrets'>): Readonly<Record<string, string>> {
  const own = secrets.filter(({ platform }) => platform === 'lookup');
  return Object.fromEntries(own.map(({ name, value }) => [name, value]));
}
