import type { Migration } from './migration.js';

/** Events of platforms (each counts once), answers kept for `Idempotency-Key`, and how far imports got. */
export const eventsAndIdempotency: Migration = {
  number: 7,
  name: 'events-and-idempotency',
  up: async (trx) => {
    for (const statement of STATEMENTS) await trx.raw(statement);
  },
};

const STATEMENTS = [
  `CREATE TABLE events (
    workspace_id integer NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    platform text NOT NULL,
    event_key text NOT NULL,
    event_type text NOT NULL,
    conversation_id text,
    body jsonb,
    received_at timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, platform, event_key)
  )`,
  `CREATE INDEX events_conversation ON events (workspace_id, conversation_id) WHERE conversation_id IS NOT NULL`,
  // Those that wait for the conversation which they are of.
  `CREATE INDEX events_waiting ON events (workspace_id, received_at) WHERE conversation_id IS NULL AND body IS NOT NULL`,
  `CREATE INDEX events_received_at ON events (workspace_id, received_at)`,
  `CREATE TABLE idempotency_keys (
    workspace_id integer NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    key text NOT NULL,
    request_hash bytea NOT NULL,
    status integer NOT NULL,
    answer text NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, key)
  )`,
  `CREATE INDEX idempotency_keys_created_at ON idempotency_keys (workspace_id, created_at)`,
  `CREATE TABLE imports (
    workspace_id integer NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    source text NOT NULL,
    progress jsonb NOT NULL,
    started_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    finished_at timestamptz,
    PRIMARY KEY (workspace_id, source)
  )`,
];
