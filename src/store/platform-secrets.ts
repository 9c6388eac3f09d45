import type { Database } from './database.js';
import type { SecretBox } from './secret-box.js';
import type { StoreLog } from './store-log.js';
import {
  type EnvironmentSecrets,
  type Held,
  heldBy,
  type PlatformSecret,
  type Sharer,
  secretContext,
  sharersOf,
} from './workspace-secrets.js';
import { areToldApart, type WorkspaceSettings } from './workspace-settings.js';

/** A workspace with the secrets that it may use now. */
export interface SecretHolder {
  readonly id: number;
  readonly name: string;
  readonly settings: WorkspaceSettings;
  /** Newest first; of the default workspace the environment's come last. */
  readonly secrets: readonly PlatformSecret[];
}

/** The platforms' secrets as workspaces have them: their own, and the environment's for the default workspace alone. */
export interface PlatformSecrets {
  /**
   * @param timeoutMs absent: as long as the database takes
   * @returns undefined when there is no workspace of that name
   */
  holderNamed(name: string, timeoutMs?: number): Promise<SecretHolder | undefined>;
  /** What it has of one kind, the first one first: `valuesOf(id, 'vapi', 'secret')`. */
  valuesOf(workspaceId: number, platform: string, name: string): Promise<readonly string[]>;
  /** With which the workspace's messages are fetched and its calls imported; undefined when it has none. */
  telnyxApiKeyOf(workspaceId: number): Promise<string | undefined>;
}

export interface PlatformSecretsOptions {
  readonly database: Database;
  /** Absent: only the environment's secrets are there. */
  readonly secretBox?: SecretBox | undefined;
  readonly environment: EnvironmentSecrets;
  readonly log: StoreLog;
}

/** A workspace beside each of its secrets; beside nulls where it has none. */
interface Row {
  readonly id: number;
  readonly workspaceName: string;
  readonly settings: WorkspaceSettings;
  readonly platform: string | null;
  readonly name: string;
  readonly fingerprint: Buffer;
  readonly sealed: Buffer;
}

const SECRETS_OF = `
  SELECT w.id, w.name AS "workspaceName", w.settings, s.platform, s.name, s.fingerprint, s.sealed
  FROM workspaces w LEFT JOIN workspace_secrets s ON s.workspace_id = w.id`;

const ORDER = 'ORDER BY s.created_at DESC, s.id DESC';

/** Asks the database each time: who is asked often keeps the answers. */
export function createPlatformSecrets(options: PlatformSecretsOptions): PlatformSecrets {
  const { database, secretBox, environment, log } = options;

  async function holder(where: string, value: unknown, timeoutMs?: number): Promise<SecretHolder | undefined> {
    const rows = (await database.run(
      `${SECRETS_OF} WHERE ${where} = $1 ${ORDER}`,
      [value],
      timeoutMs === undefined ? {} : { timeoutMs },
    )) as unknown as readonly Row[];
    const [first] = rows;
    if (first === undefined) return undefined;
    const { id, workspaceName, settings } = first;
    const own = rows.flatMap(({ platform, ...row }) => (platform === null ? [] : [{ ...row, platform }]));
    const shared = await wronglyShared(id, settings, own);
    const opened = own
      .filter(({ platform, fingerprint }) => !shared.has(textOf({ platform, fingerprint })))
      .flatMap(({ platform, name, sealed }) => open(workspaceName, id, platform, name, sealed));
    const ofEnvironment = id === environment.workspaceId ? environment.secrets : [];
    const usable = ofEnvironment.filter(
      ({ platform, value: text }) =>
        secretBox === undefined || !shared.has(textOf({ platform, fingerprint: secretBox.fingerprint(text) })),
    );
    for (const key of shared) {
      const [platform] = key.split('/');
      log.error(
        { workspace: workspaceName, platform },
        'a secret is not used: the environment and a workspace both have it, and not both list their assistants, agents or numbers, the same kind and each its own',
      );
    }
    return { id, name: workspaceName, settings, secrets: [...opened, ...usable] };
  }

  /**
   * What workspaces store is checked when it is written. The environment may change with every start: what it shares with a
   * workspace is looked at here.
   */
  async function wronglyShared(id: number, settings: WorkspaceSettings, own: readonly Held[]): Promise<Set<string>> {
    const ofEnvironment = heldBy(environment, secretBox);
    const names = new Set(ofEnvironment.map(textOf));
    const held = id === environment.workspaceId ? ofEnvironment : own.filter((secret) => names.has(textOf(secret)));
    const wrong = new Set<string>();
    for (const secret of held) {
      const sharers: readonly Sharer[] = await sharersOf(database.knex, id, [secret], secretBox, environment);
      if (!sharers.every((sharer) => areToldApart(settings, sharer.settings, sharer.platform))) {
        wrong.add(textOf(secret));
      }
    }
    return wrong;
  }

  function open(
    workspace: string,
    workspaceId: number,
    platform: string,
    name: string,
    sealed: Buffer,
  ): readonly PlatformSecret[] {
    const value = secretBox?.open(sealed, secretContext(workspaceId, platform, name));
    if (value !== undefined) return [{ platform, name, value }];
    log.error(
      { workspace, platform, name },
      'a secret cannot be opened: RINGBACK_SECRET_KEY is not the one it was sealed with',
    );
    return [];
  }

  const valuesOf: PlatformSecrets['valuesOf'] = async (workspaceId, platform, name) => {
    const found = await holder('w.id', workspaceId);
    return (found?.secrets ?? [])
      .filter((secret) => secret.platform === platform && secret.name === name)
      .map(({ value }) => value);
  };

  return {
    holderNamed: (name, timeoutMs) => holder('w.name', name, timeoutMs),
    valuesOf,
    telnyxApiKeyOf: async (workspaceId) => (await valuesOf(workspaceId, 'telnyx', 'api_key'))[0],
  };
}

function textOf({ platform, fingerprint }: Held): string {
  return `${platform}/${fingerprint.toString('base64')}`;
}
