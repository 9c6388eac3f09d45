/**
 * What a workspace decides for itself, as it is stored and as the API writes it. What is absent is decided by the server's environment.
 */
export interface WorkspaceSettings {
  /** Ids of its assistants at Telnyx and Vapi. */
  readonly assistants?: readonly string[];
  /** Ids of its agents at Retell. */
  readonly agents?: readonly string[];
  /** Its phone numbers (`+13128675309`), and SIP URIs. */
  readonly numbers?: readonly string[];
  /** ISO 3166, two letters: how numbers without a country code are read. */
  readonly default_country?: string;
  /** IANA name: the days and times in what an assistant is told. */
  readonly time_zone?: string;
  /** Domains whose SIP URIs are each somebody's own (`pbx.example.com`), in lower case: others identify nobody. */
  readonly sip_domains?: readonly string[];
  /** Days after which conversations are deleted. */
  readonly retention_days?: number;
}

/** Changes to settings: null takes one away. */
export type SettingsChange = { readonly [Name in keyof WorkspaceSettings]?: WorkspaceSettings[Name] | null };

/** The settings that say what is the workspace's own. */
export const LISTS = ['assistants', 'agents', 'numbers'] as const satisfies readonly (keyof WorkspaceSettings)[];

/** Whether a workspace says which assistants, agents or numbers are its own. Events for any others are refused then. */
export function hasLists(settings: WorkspaceSettings): boolean {
  return LISTS.some((name) => (settings[name]?.length ?? 0) > 0);
}

/** Settings with changes made. A list that is empty is none. */
export function changedSettings(settings: WorkspaceSettings, change: SettingsChange): WorkspaceSettings {
  const entries = Object.entries({ ...settings, ...change });
  return Object.fromEntries(
    entries.filter(
      ([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
