import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createApiKey, findApiKey, hasApiKey } from '../../src/store/api-keys.js';
import { ensureDefaultWorkspace, findWorkspace } from '../../src/store/workspaces.js';
import { describeOnBothDatabases, makeWorkspace } from '../support/databases.js';

describeOnBothDatabases('workspaces and keys', (database) => {
  describe('ensureDefaultWorkspace', () => {
    it('makes it once, however many ask at once', async () => {
      expect(await findWorkspace(database().knex, 'default')).toBeUndefined();
      const all = await Promise.all(Array.from({ length: 8 }, () => ensureDefaultWorkspace(database().knex)));
      expect(new Set(all.map(({ id }) => id)).size).toBe(1);
      expect(await ensureDefaultWorkspace(database().knex)).toEqual(all[0]);
      expect(await findWorkspace(database().knex, 'default')).toEqual({ id: expect.any(Number), name: 'default' });
    });
  });

  describe('API keys', () => {
    it('are found by their text, and tell whose they are', async () => {
      const { id: workspaceId, name: workspaceName } = await makeWorkspace(database());
      expect(await hasApiKey(database().knex, workspaceId)).toBe(false);
      const { id, key } = await createApiKey(database().knex, {
        workspaceId,
        name: 'CI',
        scopes: ['read', 'platform'],
      });
      expect(key).toMatch(/^rb_[A-Za-z0-9_-]{43}$/);
      expect(await hasApiKey(database().knex, workspaceId)).toBe(true);
      expect(await findApiKey(database().knex, key)).toEqual({
        id,
        workspaceId,
        workspaceName,
        scopes: ['read', 'platform'],
      });
    });

    it('are not found by any other text', async () => {
      const { id: workspaceId } = await makeWorkspace(database());
      const { key } = await createApiKey(database().knex, { workspaceId, name: '', scopes: ['admin'] });
      for (const text of ['', 'rb_', key.slice(0, -1), `${key} `, key.toUpperCase()]) {
        expect(await findApiKey(database().knex, text)).toBeUndefined();
      }
    });

    it('are stored as a hash only', async () => {
      const { id: workspaceId } = await makeWorkspace(database());
      const { key } = await createApiKey(database().knex, { workspaceId, name: 'x', scopes: ['read'] });
      const [row] = await database().run(
        'SELECT to_jsonb(k) AS all, key_hash FROM api_keys k WHERE workspace_id = $1',
        [workspaceId],
      );
      expect(JSON.stringify(row?.all)).not.toContain(key.slice(3));
      expect(row?.key_hash).toEqual(createHash('sha256').update(key).digest());
    });
  });
});
