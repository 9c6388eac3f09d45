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
  printRows(workspaces.map(workspaceRow), 'workspace', 'There is no workspace.');
}

/** The settings in the order in which `ringback workspaces set --help` has them; those that only the API sets come after them. */
const SETTINGS = [
  ...[
    'assistants',
    'agents',
    'numbers',
    'default_country',
    'time_zone',
    'sip_domains',
    'adds_per_month',
    'searches_per_month',
  ],
  ...[
    'retention_days',
    'memory_scope',
    'withhold_sensitive',
    'trusted_parameters',
    'vapi_assistant',
    'retell_agent',
    'max_concurrent',
  ],
];

/** A workspace as texts for a terminal, without what it leaves to the environment. */
export function workspaceRow({ name, created_at, settings }: ListedWorkspace): Readonly<Record<string, string>> {
  const names = new Set([...SETTINGS, ...Object.keys(settings)]);
  const decided = [...names].filter((key) => settings[key] !== undefined);
  return { name, created_at, ...Object.fromEntries(decided.map((key) => [key, settingText(settings[key])])) };
}

function settingText(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
