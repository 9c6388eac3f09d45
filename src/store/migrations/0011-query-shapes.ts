import type { Migration } from './migration.js';

/** What workspaces ask their conversations for, counted by field, so that it can be said which index would help. */
export const queryShapes: Migration = {
  number: 11,
  name: 'query-shapes',
  up: async (trx) => {
    await trx.raw(`CREATE TABLE query_shapes (
      workspace_id integer NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
      field text COLLATE "C" NOT NULL,
      use text NOT NULL CHECK (use IN ('own index', 'indexable', 'other')),
      count bigint NOT NULL,
      total_ms double precision NOT NULL,
      last_at timestamptz NOT NULL,
      PRIMARY KEY (workspace_id, field, use)
    )`);
  },
};
