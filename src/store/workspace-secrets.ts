import { randomUUID } from 'node:crypto';
import type { Executor } from './database.js';
import type { SecretBox } from './secret-box.js';
import {
  type Confusion,
  changedSettings,
  confusionOf,
  hasLists,
  LISTS,
  type SettingsChange,
  type WorkspaceSettings,
} from './workspace-settings.js';
import type { WorkspaceRecord } from './workspaces.js';

/**
 * The platforms' secrets that workspaces keep, sealed, several of a kind while one is replaced by another.
 *
 * A platform's secret tells which account an event comes from. Where two workspaces have the same, it no longer tells which of the
 * two an event is for: that is allowed only while both say which assistants, agents or numbers are theirs, none is both's, and they
 * say so of the same kind.
 */

/** A secret without its value. */
export interface SecretRecord {
  readonly id: string;
  /** `telnyx`, `vapi` or `retell`. */
  readonly platform: string;
  /** What it is for: `public_key`, `api_key`, `secret`, `hmac_secret`. */
  readonly name: string;
  /** ISO 8601. */
  readonly createdAt: string;
}

/** A secret's value and what it is for. */
export interface PlatformSecret {
  readonly platform: string;
  readonly name: string;
  readonly value: string;
}

/** The secrets of the environment: the default workspace's, and nobody else's. */
export interface EnvironmentSecrets {
  readonly workspaceId: number;
  readonly secrets: readonly PlatformSecret[];
}

/** Two workspaces would have one secret, and an event could be for both of them. */
export class SecretShared extends Error {
  override readonly name = 'SecretShared';
  readonly platform: string;
  /** The names of those that have it too. For who runs the server only: workspaces know nothing of one another. */
  readonly others: readonly string[];
  readonly confusion: Confusion;

  constructor(platform: string, others: readonly string[], confusion: Confusion) {
    super(`A ${platform} secret is shared.`);
    this.platform = platform;
    this.others = others;
    this.confusion = confusion;
  }
}

/** What a sealed secret belongs to: it does not open in another place. */
export function secretContext(workspaceId: number, platform: string, name: string): string {
  return `secret/${workspaceId}/${platform}/${name}`;
}

const COLUMNS = 'id, platform, name, created_at AS "createdAt"';

/** Oldest first. */
export async function listSecrets(db: Executor, workspaceId: number): Promise<readonly SecretRecord[]> {
  const { rows } = await db.raw<{ rows: SecretRecord[] }>(
    `SELECT ${COLUMNS} FROM workspace_secrets WHERE workspace_id = ? ORDER BY platform, name, created_at, id`,
    [workspaceId],
  );
  return rows;
}

/**
 * Keeps a secret. One that the workspace has already is the same one again.
 *
 * @throws SecretShared
 */
export async function addSecret(
  db: Executor,
  workspaceId: number,
  { platform, name, value }: PlatformSecret,
  secretBox: SecretBox,
  environment: EnvironmentSecrets,
  now: Date,
): Promise<SecretRecord> {
  const fingerprint = secretBox.fingerprint(value);
  return db.transaction(async (trx) => {
    await lockSharing(trx);
    const sharers = await sharersOf(trx, workspaceId, [{ platform, fingerprint }], secretBox, environment);
    refuse(sharers, await settingsOf(trx, workspaceId));
    await trx.raw(
      `INSERT INTO workspace_secrets (workspace_id, id, platform, name, fingerprint, sealed, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (workspace_id, platform, name, fingerprint) DO NOTHING`,
      [
        ...[workspaceId, randomUUID(), platform, name, fingerprint],
        ...[secretBox.seal(value, secretContext(workspaceId, platform, name)), now.toISOString()],
      ],
    );
    const { rows } = await trx.raw<{ rows: SecretRecord[] }>(
      `SELECT ${COLUMNS} FROM workspace_secrets WHERE workspace_id = ? AND platform = ? AND name = ? AND fingerprint = ?`,
      [workspaceId, platform, name, fingerprint],
    );
    return rows[0] as SecretRecord;
  });
}

/** False when the workspace has no such secret. */
export async function deleteSecret(db: Executor, workspaceId: number, id: string): Promise<boolean> {
  const { rowCount } = await db.raw<{ rowCount: number }>(
    'DELETE FROM workspace_secrets WHERE workspace_id = ? AND id = ?',
    [workspaceId, id],
  );
  return rowCount > 0;
}

/**
 * Changes what a workspace decides for itself.
 *
 * @param secretBox absent: no secrets of workspaces can be kept, so none are shared
 * @returns undefined when there is no such workspace
 * @throws SecretShared when its lists would go, or would no longer tell its events from another's, while it shares a secret with that
 */
export async function changeSettings(
  db: Executor,
  workspaceId: number,
  change: SettingsChange,
  secretBox: SecretBox | undefined,
  environment: EnvironmentSecrets,
): Promise<WorkspaceRecord | undefined> {
  return db.transaction(async (trx) => {
    await lockSharing(trx);
    const settings = changedSettings(await settingsOf(trx, workspaceId), change);
    if (!hasLists(settings) || LISTS.some((name) => change[name] !== undefined)) {
      const { rows } = await trx.raw<{ rows: Held[] }>(
        'SELECT platform, fingerprint FROM workspace_secrets WHERE workspace_id = ?',
        [workspaceId],
      );
      const held = [...rows, ...(workspaceId === environment.workspaceId ? heldBy(environment, secretBox) : [])];
      refuse(await sharersOf(trx, workspaceId, held, secretBox, environment), settings);
    }
    const { rows } = await trx.raw<{ rows: WorkspaceRecord[] }>(
      'UPDATE workspaces SET settings = ?::jsonb WHERE id = ? RETURNING id, name, settings, created_at AS "createdAt"',
      [JSON.stringify(settings), workspaceId],
    );
    return rows[0];
  });
}

/** A platform's secret without its value: equal ones have equal fingerprints. */
export interface Held {
  readonly platform: string;
  readonly fingerprint: Buffer;
}

/** A workspace that has a secret, too. */
export interface Sharer {
  readonly platform: string;
  readonly workspaceName: string;
  readonly settings: WorkspaceSettings;
}

/** Secrets of look-ups tell nobody whose an event is: any number of workspaces may have the same. */
const NOT_IDENTIFYING = 'lookup';

/** The other workspaces that have one of these secrets: of their own, or by the environment. */
export async function sharersOf(
  db: Executor,
  workspaceId: number,
  held: readonly Held[],
  secretBox: SecretBox | undefined,
  environment: EnvironmentSecrets,
): Promise<readonly Sharer[]> {
  const identifying = held.filter(({ platform }) => platform !== NOT_IDENTIFYING);
  if (identifying.length === 0) return [];
  const ofEnvironment =
    workspaceId === environment.workspaceId
      ? undefined
      : heldBy(environment, secretBox).find((theirs) => identifying.some((ours) => isSame(ours, theirs)));
  const { rows } = await db.raw<{ rows: Sharer[] }>(
    `SELECT s.platform, w.name AS "workspaceName", w.settings
     FROM workspace_secrets s
     JOIN (SELECT unnest(?::text[]) AS platform, unnest(?::bytea[]) AS fingerprint) h
       ON h.platform = s.platform AND h.fingerprint = s.fingerprint
     JOIN workspaces w ON w.id = s.workspace_id
     WHERE s.workspace_id <> ?
     UNION ALL
     SELECT ?::text, w.name, w.settings FROM workspaces w WHERE ?::text IS NOT NULL AND w.id = ?`,
    [
      identifying.map(({ platform }) => platform),
      identifying.map(({ fingerprint }) => fingerprint),
      workspaceId,
      ...[ofEnvironment?.platform ?? null, ofEnvironment?.platform ?? null, environment.workspaceId],
    ],
  );
  return rows;
}

/** The environment's secrets by their fingerprints; none without a secret box, which nobody could compare with. */
export function heldBy({ secrets }: EnvironmentSecrets, secretBox: SecretBox | undefined): readonly Held[] {
  if (secretBox === undefined) return [];
  return secrets.map(({ platform, value }) => ({ platform, fingerprint: secretBox.fingerprint(value) }));
}

function isSame(one: Held, other: Held): boolean {
  return one.platform === other.platform && one.fingerprint.equals(other.fingerprint);
}

function refuse(sharers: readonly Sharer[], settings: WorkspaceSettings): void {
  const wrong = sharers.flatMap((sharer) => {
    const confusion = confusionOf(settings, sharer.settings, sharer.platform);
    return confusion === undefined ? [] : [{ ...sharer, confusion }];
  });
  // Where somebody lists nothing, that comes first: to list is what they have to do at all.
  const first = wrong.find(({ confusion }) => confusion.kind === 'silent') ?? wrong[0];
  if (first === undefined) return;
  const { kind } = first.confusion;
  const culprits = kind === 'silent' ? sharers : wrong.filter(({ confusion }) => confusion.kind === kind);
  const others = [...new Set(culprits.map(({ workspaceName }) => workspaceName))].sort();
  throw new SecretShared(first.platform, others, first.confusion);
}

async function settingsOf(trx: Executor, workspaceId: number): Promise<WorkspaceSettings> {
  const { rows } = await trx.raw<{ rows: { settings: WorkspaceSettings }[] }>(
    'SELECT settings FROM workspaces WHERE id = ?',
    [workspaceId],
  );
  return rows[0]?.settings ?? {};
}

/** Any number that nobody else takes advisory locks with. */
const LOCK_KEY = 3_380_917_554_021_661n;

/** One after the other adds a secret or changes lists: what is checked stays true until it is written. */
async function lockSharing(trx: Executor): Promise<void> {
  await trx.raw('SELECT pg_advisory_xact_lock(?)', [LOCK_KEY.toString()]);
}
