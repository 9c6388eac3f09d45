import type { Migration } from './migration.js';

/** What workspaces decide for themselves, the secrets they keep (sealed), and when their keys were used and revoked. */
export const workspaceAdministration: Migration = {
  number: 4,
  name: 'workspace-administration',
  up: async (trx) => {
    for (const statement of STATEMENTS) await trx.raw(statement);
  },
};

const STATEMENTS = [
  `ALTER TABLE workspaces ADD COLUMN settings jsonb NOT NULL DEFAULT '{}'`,
  `ALTER TABLE api_keys ADD COLUMN last_used_at timestamptz, ADD COLUMN revoked_at timestamptz`,
  `CREATE TABLE workspace_secrets (
    workspace_id integer NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    id uuid NOT NULL,
    platform text NOT NULL,
    name text NOT NULL,
    fingerprint bytea NOT NULL,
    sealed bytea NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, id),
    UNIQUE (workspace_id, platform, name, fingerprint)
  )`,
  `CREATE INDEX workspace_secrets_fingerprint ON workspace_secrets (fingerprint)`,
  `CREATE TABLE webhook_keys (
    workspace_id integer NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    id uuid NOT NULL,
    public_key text NOT NULL,
    sealed_private_key bytea NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, id)
  )`,
];
