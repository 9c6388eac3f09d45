import type { Migration } from './migration.js';

/**
 * Insight templates, their groups, and what they made of conversations that ended. `json_schema` is `json`, not `jsonb`: it
 * comes back with its keys in the order in which they were written, which is the order in which a model fills them in.
 */
export const insights: Migration = {
  number: 6,
  name: 'insights',
  up: async (trx) => {
    for (const statement of STATEMENTS) await trx.raw(statement);
    await trx.raw(SUMMARY, [SUMMARY_INSTRUCTIONS]);
  },
};

/** The built-in insight, for the workspaces that there are. Those that are made later get theirs when they are made. */
const SUMMARY = `
  INSERT INTO insights (workspace_id, id, name, instructions, insight_type, created_at)
  SELECT id, 'cfcc865c-d3d4-4823-8a4b-f0df57d9f56f', 'Summary', ?, 'default', date_trunc('milliseconds', now())
  FROM workspaces`;

/** As they were when this migration was written; `src/store/summary-insight.ts` has today's. */
const SUMMARY_INSTRUCTIONS =
  'Write a short paragraph of at most five sentences that tells whoever speaks with this caller next what they need to know. ' +
  'Keep the facts, the decisions, the wishes and what was left open. ' +
  'Leave out greetings, small talk and whatever has no use later.';

const STATEMENTS = [
  `ALTER TABLE conversations ADD COLUMN ended_at timestamptz`,
  `CREATE TABLE insights (
    workspace_id integer NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    id uuid NOT NULL,
    name text NOT NULL,
    instructions text NOT NULL,
    json_schema json,
    webhook text NOT NULL DEFAULT '',
    insight_type text NOT NULL DEFAULT 'custom',
    created_at timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, id)
  )`,
  `CREATE INDEX insights_created_at ON insights (workspace_id, created_at, id)`,
  `CREATE TABLE insight_groups (
    workspace_id integer NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    id uuid NOT NULL,
    name text NOT NULL,
    description text,
    webhook text NOT NULL DEFAULT '',
    created_at timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, id)
  )`,
  `CREATE INDEX insight_groups_created_at ON insight_groups (workspace_id, created_at, id)`,
  `CREATE TABLE insight_group_members (
    workspace_id integer NOT NULL,
    group_id uuid NOT NULL,
    insight_id uuid NOT NULL,
    assigned_at timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, group_id, insight_id),
    FOREIGN KEY (workspace_id, group_id) REFERENCES insight_groups (workspace_id, id) ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, insight_id) REFERENCES insights (workspace_id, id) ON DELETE CASCADE
  )`,
  `CREATE INDEX insight_group_members_insight ON insight_group_members (workspace_id, insight_id)`,
  `CREATE TABLE conversation_insights (
    workspace_id integer NOT NULL,
    conversation_id uuid NOT NULL,
    id uuid NOT NULL,
    insight_group_id text,
    status text NOT NULL CHECK (status IN ('pending', 'in_progress', 'completed', 'failed')),
    reason text,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, conversation_id, id),
    FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversations (workspace_id, id) ON DELETE CASCADE
  )`,
  `CREATE INDEX conversation_insights_created_at ON conversation_insights (workspace_id, created_at)`,
  `CREATE TABLE insight_results (
    workspace_id integer NOT NULL,
    conversation_id uuid NOT NULL,
    conversation_insight_id uuid NOT NULL,
    insight_id text NOT NULL,
    ordinal integer NOT NULL,
    result text NOT NULL,
    result_json jsonb,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, conversation_id, conversation_insight_id, insight_id),
    FOREIGN KEY (workspace_id, conversation_id, conversation_insight_id)
      REFERENCES conversation_insights (workspace_id, conversation_id, id) ON DELETE CASCADE
  )`,
  `CREATE INDEX insight_results_insight ON insight_results (workspace_id, insight_id, created_at)`,
];
