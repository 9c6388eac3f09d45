import type { Migration } from './migration.js';

/** Telnyx's assistants. A deleted one stays as a mark: what it said about privacy goes on holding. */
export const assistants: Migration = {
  number: 5,
  name: 'assistants',
  up: async (trx) => {
    for (const statement of STATEMENTS) await trx.raw(statement);
  },
};

const STATEMENTS = [
  `CREATE TABLE assistants (
    workspace_id integer NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    id text COLLATE "C" NOT NULL,
    name text NOT NULL,
    model text NOT NULL,
    instructions text NOT NULL,
    greeting text,
    description text,
    dynamic_variables jsonb NOT NULL DEFAULT '{}',
    dynamic_variables_webhook_url text,
    dynamic_variables_webhook_timeout_ms integer NOT NULL DEFAULT 1500,
    insight_group_id text,
    data_retention boolean NOT NULL DEFAULT true,
    other_fields jsonb NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    deleted_at timestamptz,
    PRIMARY KEY (workspace_id, id)
  )`,
];
