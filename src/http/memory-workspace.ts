import type { CarrierReading } from '../memory/callers/carrier-identity.js';
import type { WorkspaceSettings } from '../store/workspace-settings.js';
import { retrieveWorkspace } from '../store/workspaces.js';
import type { RouteDependencies } from './dependencies.js';

/** What a workspace decides about its memory, with the server's own where it does not. */
export interface MemoryWorkspace {
  readonly settings: WorkspaceSettings;
  readonly reading: CarrierReading;
  /** IANA. */
  readonly timeZone: string;
}

export async function memoryWorkspaceOf(
  { database, settings: server }: Pick<RouteDependencies, 'database' | 'settings'>,
  workspaceId: number,
): Promise<MemoryWorkspace> {
  const settings = (await retrieveWorkspace(database.knex, workspaceId))?.settings ?? {};
  return memoryWorkspace(settings, server);
}

/** The same of settings that are known. */
export function memoryWorkspace(
  settings: WorkspaceSettings,
  server: { readonly defaultCountry: string; readonly timeZone: string },
): MemoryWorkspace {
  return {
    settings,
    reading: {
      defaultCountry: settings.default_country ?? server.defaultCountry,
      sipDomains: settings.sip_domains ?? [],
    },
    timeZone: settings.time_zone ?? server.timeZone,
  };
}
