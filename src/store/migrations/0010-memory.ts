import type { Migration } from './migration.js';

/**
 * Callers with their identities and calls, and what was learned from those.
 *
 * A row of `facts` is one saying of a fact: what is true now, what was, and what replaced what is worked out from all sayings of a
 * caller when they are read. So a call that comes late, a merge and its undoing, and a deleted conversation change nothing but
 * which rows there are. Facts, episodes, procedures and entities go with the conversation that they were learned from.
 */
export const memory: Migration = {
  number: 10,
  name: 'memory',
  up: async (trx) => {
    for (const statement of STATEMENTS) await trx.raw(statement);
  },
};

const OF_CALLER = 'FOREIGN KEY (workspace_id, caller_id) REFERENCES callers (workspace_id, id) ON DELETE CASCADE';
const OF_CONVERSATION =
  'FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversations (workspace_id, id) ON DELETE CASCADE';

const STATEMENTS = [
  `CREATE TABLE callers (
    workspace_id integer NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    id uuid NOT NULL,
    merged_into uuid,
    metadata jsonb NOT NULL DEFAULT '{}',
    new_facts integer NOT NULL DEFAULT 0,
    reflected_at timestamptz,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, merged_into) REFERENCES callers (workspace_id, id)
  )`,
  'CREATE INDEX callers_merged_into ON callers (workspace_id, merged_into) WHERE merged_into IS NOT NULL',
  'CREATE INDEX callers_to_reflect_on ON callers (workspace_id, reflected_at) WHERE new_facts > 0',
  `CREATE TABLE caller_identities (
    workspace_id integer NOT NULL,
    kind text NOT NULL,
    value text COLLATE "C" NOT NULL,
    caller_id uuid NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, kind, value),
    ${OF_CALLER}
  )`,
  'CREATE INDEX caller_identities_caller ON caller_identities (workspace_id, caller_id)',
  // An identity that one caller used and another one owns.
  `CREATE TABLE identity_conflicts (
    workspace_id integer NOT NULL,
    id uuid NOT NULL,
    caller_id uuid NOT NULL,
    other_caller_id uuid NOT NULL,
    kind text NOT NULL,
    value text NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, id),
    UNIQUE (workspace_id, caller_id, other_caller_id, kind, value),
    ${OF_CALLER},
    FOREIGN KEY (workspace_id, other_caller_id) REFERENCES callers (workspace_id, id) ON DELETE CASCADE
  )`,
  `CREATE TABLE caller_merges (
    workspace_id integer NOT NULL,
    id uuid NOT NULL,
    caller_id uuid NOT NULL,
    into_caller_id uuid NOT NULL,
    merged_at timestamptz NOT NULL,
    undone_at timestamptz,
    PRIMARY KEY (workspace_id, id),
    ${OF_CALLER},
    FOREIGN KEY (workspace_id, into_caller_id) REFERENCES callers (workspace_id, id) ON DELETE CASCADE
  )`,
  'CREATE INDEX caller_merges_caller ON caller_merges (workspace_id, caller_id)',
  'CREATE INDEX caller_merges_into ON caller_merges (workspace_id, into_caller_id)',
  // A conversation that is a call of somebody; without a caller it is kept under its own id, and nothing of it is shared.
  `CREATE TABLE calls (
    workspace_id integer NOT NULL,
    conversation_id uuid NOT NULL,
    caller_id uuid,
    platform text NOT NULL,
    call_id text COLLATE "C" NOT NULL,
    agent_id text,
    started_at timestamptz NOT NULL,
    ended_at timestamptz,
    reported_at timestamptz,
    extracted_at timestamptz,
    PRIMARY KEY (workspace_id, conversation_id),
    UNIQUE (workspace_id, platform, call_id),
    ${OF_CONVERSATION},
    FOREIGN KEY (workspace_id, caller_id) REFERENCES callers (workspace_id, id)
  )`,
  'CREATE INDEX calls_caller ON calls (workspace_id, caller_id, started_at DESC)',
  // Calls that began and whose report never came.
  'CREATE INDEX calls_unreported ON calls (workspace_id, started_at) WHERE reported_at IS NULL',
  `CREATE TABLE facts (
    workspace_id integer NOT NULL,
    id uuid NOT NULL,
    caller_id uuid NOT NULL,
    conversation_id uuid,
    message_id uuid,
    about text,
    predicate text NOT NULL,
    value text NOT NULL,
    statement text NOT NULL,
    quote text,
    speaker text NOT NULL,
    promised_by text,
    confidence real NOT NULL,
    sensitive boolean NOT NULL,
    pinned boolean NOT NULL DEFAULT false,
    replaces text,
    valid_from timestamptz,
    valid_to timestamptz,
    said_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    edited_at timestamptz,
    recall_count integer NOT NULL DEFAULT 0,
    recalled_at timestamptz,
    PRIMARY KEY (workspace_id, id),
    ${OF_CALLER},
    ${OF_CONVERSATION}
  )`,
  'CREATE INDEX facts_caller ON facts (workspace_id, caller_id)',
  'CREATE INDEX facts_conversation ON facts (workspace_id, conversation_id)',
  // Facts that somebody deleted: what is extracted again from the same conversation does not bring them back. Hashes, not texts.
  `CREATE TABLE dismissed_facts (
    workspace_id integer NOT NULL,
    conversation_id uuid NOT NULL,
    fact_hash bytea NOT NULL,
    PRIMARY KEY (workspace_id, conversation_id, fact_hash),
    ${OF_CONVERSATION}
  )`,
  `CREATE TABLE episodes (
    workspace_id integer NOT NULL,
    conversation_id uuid NOT NULL,
    id uuid NOT NULL,
    caller_id uuid NOT NULL,
    summary text NOT NULL,
    outcome text NOT NULL,
    open_items jsonb NOT NULL,
    extractor text NOT NULL,
    at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, conversation_id),
    UNIQUE (workspace_id, id),
    ${OF_CALLER},
    ${OF_CONVERSATION}
  )`,
  'CREATE INDEX episodes_caller ON episodes (workspace_id, caller_id, at DESC)',
  `CREATE TABLE procedures (
    workspace_id integer NOT NULL,
    id uuid NOT NULL,
    caller_id uuid NOT NULL,
    conversation_id uuid NOT NULL,
    name text NOT NULL,
    trigger text NOT NULL,
    steps jsonb NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, id),
    ${OF_CALLER},
    ${OF_CONVERSATION}
  )`,
  'CREATE INDEX procedures_caller ON procedures (workspace_id, caller_id)',
  'CREATE INDEX procedures_conversation ON procedures (workspace_id, conversation_id)',
  `CREATE TABLE entities (
    workspace_id integer NOT NULL,
    id uuid NOT NULL,
    caller_id uuid NOT NULL,
    conversation_id uuid NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    relation text,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, id),
    ${OF_CALLER},
    ${OF_CONVERSATION}
  )`,
  'CREATE INDEX entities_caller ON entities (workspace_id, caller_id)',
  'CREATE INDEX entities_conversation ON entities (workspace_id, conversation_id)',
  // What reflection sees in many calls. Its evidence is ids; a run puts a new set in the place of the old one.
  `CREATE TABLE patterns (
    workspace_id integer NOT NULL,
    caller_id uuid NOT NULL,
    key text NOT NULL,
    id uuid NOT NULL,
    statement text NOT NULL,
    evidence jsonb NOT NULL,
    confidence real NOT NULL,
    first_at timestamptz NOT NULL,
    last_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, caller_id, key),
    ${OF_CALLER}
  )`,
  // Vectors of what is searched, by the model that made them: little-endian 32-bit floats of length 1.
  `CREATE TABLE embeddings (
    workspace_id integer NOT NULL,
    conversation_id uuid NOT NULL,
    kind text NOT NULL,
    id uuid NOT NULL,
    model text NOT NULL,
    vector bytea NOT NULL,
    PRIMARY KEY (workspace_id, kind, id),
    ${OF_CONVERSATION}
  )`,
  'CREATE INDEX embeddings_conversation ON embeddings (workspace_id, conversation_id)',
  // What is left of an erased caller: that there was one, how much was erased and when.
  `CREATE TABLE erasures (
    workspace_id integer NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    id uuid NOT NULL,
    counts jsonb NOT NULL,
    erased_at timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, id)
  )`,
  // Hashes, keyed by the workspace, of the ids of what was erased: an event or import that brings it once more is refused.
  `CREATE TABLE tombstones (
    workspace_id integer NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    hash bytea NOT NULL,
    erased_at timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, hash)
  )`,
  `ALTER TABLE workspaces ADD COLUMN erasure_key text NOT NULL DEFAULT gen_random_uuid()::text || gen_random_uuid()::text`,
  // By month (its first day), adds and searches.
  `CREATE TABLE usage_counts (
    workspace_id integer NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    month date NOT NULL,
    kind text NOT NULL,
    count bigint NOT NULL,
    PRIMARY KEY (workspace_id, month, kind)
  )`,
];
