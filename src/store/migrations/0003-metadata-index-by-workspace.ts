import type { Migration } from './migration.js';

/**
 * Puts the workspace into the index of metadata, where the server has `btree_gin` (part of Postgres; its database's owner may
 * create it since 13). With one index for all workspaces, a value that many of them have is looked up in all of them: among
 * 1,000 workspaces that took five times as long.
 *
 * Without the extension (the embedded database; a server that does not grant it) the index stays as it is, and every query
 * finds the same.
 */
export const metadataIndexByWorkspace: Migration = {
  number: 3,
  name: 'metadata-index-by-workspace',
  up: async (trx) => {
    // Of its own, so that a refusal leaves the migration usable.
    const granted = await trx
      .transaction((savepoint) => savepoint.raw('CREATE EXTENSION IF NOT EXISTS btree_gin'))
      .then(
        () => true,
        (error: { code?: unknown }) => {
          if (NOT_TO_BE_HAD.has(error.code)) return false;
          throw error;
        },
      );
    if (!granted) return;
    await trx.raw('DROP INDEX conversations_metadata');
    await trx.raw(
      'CREATE INDEX conversations_metadata ON conversations USING gin (workspace_id, metadata jsonb_path_ops) WITH (fastupdate = off)',
    );
  },
};

/** No such extension on this server, or not for this user. */
const NOT_TO_BE_HAD: ReadonlySet<unknown> = new Set(['0A000', '58P01', '42501', '42704']);
