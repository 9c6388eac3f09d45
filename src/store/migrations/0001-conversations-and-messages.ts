import type { Migration } from './migration.js';

/**
 * Workspaces, their keys, and conversations with their messages.
 *
 * Every primary key, unique constraint and foreign key starts with `workspace_id`, so that the tables can be distributed or
 * partitioned by it. The exceptions: `workspaces` is what the rule is about, and `api_keys.key_hash` is looked up before the
 * workspace is known.
 */
export const conversationsAndMessages: Migration = {
  number: 1,
  name: 'conversations-and-messages',
  up: async (trx) => {
    for (const statement of STATEMENTS) await trx.raw(statement);
  },
};

/** The metadata keys that Telnyx writes on every conversation, as the catalogue of fields had them at the time. */
const STANDARD_KEYS = ['telnyx_end_user_target', 'telnyx_agent_target', 'assistant_id', 'call_control_id'];

const STATEMENTS = [
  `CREATE TABLE workspaces (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text COLLATE "C" NOT NULL UNIQUE,
    created_at timestamptz NOT NULL DEFAULT date_trunc('milliseconds', now())
  )`,
  `CREATE TABLE api_keys (
    workspace_id integer NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    id uuid NOT NULL,
    name text NOT NULL,
    key_hash bytea NOT NULL UNIQUE,
    scopes text[] NOT NULL,
    created_at timestamptz NOT NULL DEFAULT date_trunc('milliseconds', now()),
    PRIMARY KEY (workspace_id, id)
  )`,
  `CREATE TABLE conversations (
    workspace_id integer NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    id uuid NOT NULL,
    name text COLLATE "C",
    metadata jsonb NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL,
    last_message_at timestamptz NOT NULL,
    message_count integer NOT NULL DEFAULT 0,
    PRIMARY KEY (workspace_id, id)
  )`,
  `CREATE TABLE messages (
    workspace_id integer NOT NULL,
    conversation_id uuid NOT NULL,
    id uuid NOT NULL,
    ordinal bigint GENERATED ALWAYS AS IDENTITY,
    role text NOT NULL,
    text text,
    name text,
    sent_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL,
    tool_calls jsonb,
    tool_call_id text,
    tool_choice jsonb,
    metadata jsonb,
    PRIMARY KEY (workspace_id, conversation_id, id),
    FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversations (workspace_id, id) ON DELETE CASCADE
  )`,
  'CREATE INDEX conversations_last_message_at ON conversations (workspace_id, last_message_at DESC, id DESC)',
  'CREATE INDEX conversations_created_at ON conversations (workspace_id, created_at DESC, id DESC)',
  'CREATE INDEX conversations_name ON conversations (workspace_id, name, last_message_at DESC, id DESC)',
  ...STANDARD_KEYS.map(
    (key) =>
      `CREATE INDEX conversations_${key} ON conversations (workspace_id, (metadata->>'${key}'), last_message_at DESC, id DESC)`,
  ),
  // Without a list of entries yet to be sorted in, which every look-up would have to read through.
  'CREATE INDEX conversations_metadata ON conversations USING gin (metadata jsonb_path_ops) WITH (fastupdate = off)',
  'CREATE INDEX messages_sent_at ON messages (workspace_id, conversation_id, sent_at DESC, ordinal DESC)',
];
