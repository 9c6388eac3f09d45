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
  /** At most so many in a month (UTC): calls and texts that are added, and recalls and searches. */
  readonly adds_per_month?: number;
  readonly searches_per_month?: number;
  /** `agent`: what one assistant or agent heard, the others do not know. Absent: all of the workspace share their memory. */
  readonly memory_scope?: 'workspace' | 'agent';
  /**
   * Vapi and Retell do not say whether a carrier vouches for a number. Whether what is sensitive (health, birthday) is withheld there when
   * the number alone says who calls. Absent: it is told.
   */
  readonly withhold_sensitive?: boolean;
  /** Days after which conversations are deleted. */
  readonly retention_days?: number;
  /** Names of values (metadata, variables, static parameters of tools) that only its operator sets at Vapi, so that they say who calls. */
  readonly trusted_parameters?: readonly string[];
  /** Id of the assistant that answers at Vapi where nothing else says so. */
  readonly vapi_assistant?: string;
  /** The same by number. */
  readonly vapi_assistants?: Readonly<Record<string, string>>;
  /** How it has Vapi sign requests. Absent: any of the usual forms is taken. */
  readonly vapi_hmac?: HmacSettings;
  /** Id of the agent that answers at Retell. Absent: the number's own. */
  readonly retell_agent?: string;
  /** The same by number. */
  readonly retell_agents?: Readonly<Record<string, string>>;
  /** So many requests of voice platforms are answered at once; others wait. */
  readonly max_concurrent?: number;
}

/** An HMAC credential of Vapi as it is configured there; what is absent is Vapi's default. */
export interface HmacSettings {
  readonly algorithm?: 'sha256' | 'sha512' | 'sha1' | undefined;
  readonly signature_header?: string | undefined;
  readonly timestamp_header?: string | undefined;
  readonly message_id_header?: string | undefined;
  readonly include_timestamp?: boolean | undefined;
  readonly payload_format?: string | undefined;
  readonly signature_prefix?: string | undefined;
  readonly signature_encoding?: 'hex' | 'base64' | undefined;
  readonly secret_is_base64?: boolean | undefined;
}

/** Changes to settings: null takes one away. */
export type SettingsChange = { readonly [Name in keyof WorkspaceSettings]?: WorkspaceSettings[Name] | null };

/** The settings that say what is the workspace's own. */
export const LISTS = ['assistants', 'agents', 'numbers'] as const satisfies readonly (keyof WorkspaceSettings)[];

/** Whether a workspace says which assistants, agents or numbers are its own. Events for any others are refused then. */
export function hasLists(settings: WorkspaceSettings): boolean {
  return LISTS.some((name) => (settings[name]?.length ?? 0) > 0);
}

/** Something that two workspaces both say is theirs. */
export interface CommonEntry {
  readonly list: (typeof LISTS)[number];
  readonly entry: string;
}

/** The first entry that stands in the same list of both; undefined where there is none. */
function commonEntry(one: WorkspaceSettings, other: WorkspaceSettings): CommonEntry | undefined {
  for (const list of LISTS) {
    const theirs = new Set(other[list]);
    const entry = one[list]?.find((each) => theirs.has(each));
    if (entry !== undefined) return { list, entry };
  }
  return undefined;
}

/** Of which lists a platform's events name entries. (Retell knows agents, the others assistants.) */
export function listsNamedBy(platform: string): readonly (typeof LISTS)[number][] {
  return platform === 'retell' ? ['agents', 'numbers'] : ['assistants', 'numbers'];
}

/**
 * Why two workspaces could both take an event that is signed with what they share. `silent`: one of them lists nothing, and takes all.
 * `common`: both list the same. `kinds`: one lists assistants only, the other numbers only, and an event names one of each.
 */
export type Confusion =
  | { readonly kind: 'silent' }
  | ({ readonly kind: 'common' } & CommonEntry)
  | { readonly kind: 'kinds' };

/**
 * @param platform whose secret they share: `telnyx`, `vapi` or `retell`
 * @returns undefined where no event of the platform could be both's
 */
export function confusionOf(one: WorkspaceSettings, other: WorkspaceSettings, platform: string): Confusion | undefined {
  if (!hasLists(one) || !hasLists(other)) return { kind: 'silent' };
  const common = commonEntry(one, other);
  if (common !== undefined) return { kind: 'common', ...common };
  const named = listsNamedBy(platform);
  const has = (settings: WorkspaceSettings, name: (typeof LISTS)[number]): boolean => (settings[name]?.length ?? 0) > 0;
  // Where both list a kind, an event that names one of it is at most one's: only what one of them lists alone can be beside the other's.
  const isSharedKind = named.some((name) => has(one, name) && has(other, name));
  const areBothNamed = [one, other].every((settings) => named.some((name) => has(settings, name)));
  return areBothNamed && !isSharedKind ? { kind: 'kinds' } : undefined;
}

/** Whether events of a platform that are signed alike can be told apart: none could be taken by both workspaces. */
export function areToldApart(one: WorkspaceSettings, other: WorkspaceSettings, platform: string): boolean {
  return confusionOf(one, other, platform) === undefined;
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
