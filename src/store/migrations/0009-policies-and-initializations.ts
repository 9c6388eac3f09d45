import type { Migration } from './migration.js';

/** The policies of workspaces as their files had them, and what was answered at the start of conversations. */
export const policiesAndInitializations: Migration = {
  number: 9,
  name: 'policies-and-initializations',
  up: async (trx) => {
    for (const statement of STATEMENTS) await trx.raw(statement);
  },
};

const STATEMENTS = [
  `CREATE TABLE policy_sets (
    workspace_id integer PRIMARY KEY REFERENCES workspaces (id) ON DELETE CASCADE,
    revision integer NOT NULL,
    source text NOT NULL,
    applied_at timestamptz NOT NULL
  )`,
  // Ids begin with the time, so that the primary key serves lists by time, and the purge.
  `CREATE TABLE initializations (
    workspace_id integer NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    id uuid NOT NULL,
    direction text NOT NULL CHECK (direction IN ('received', 'sent')),
    platform text NOT NULL,
    event_id text,
    assistant_id text,
    conversation_id text,
    caller_key bytea,
    caller text,
    policy text,
    status text NOT NULL,
    detail text,
    duration_ms real NOT NULL,
    left_out text[] NOT NULL,
    is_redacted boolean NOT NULL,
    request jsonb NOT NULL,
    answer jsonb,
    parts jsonb NOT NULL,
    steps jsonb NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, id)
  )`,
  'CREATE INDEX initializations_caller ON initializations (workspace_id, caller_key) WHERE caller_key IS NOT NULL',
  'CREATE INDEX initializations_conversation ON initializations (workspace_id, conversation_id) WHERE conversation_id IS NOT NULL',
];
