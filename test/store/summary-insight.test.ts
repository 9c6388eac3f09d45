import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../src/store/database.js';
import { listInsights } from '../../src/store/insights.js';
import { migrate } from '../../src/store/migrate.js';
import { migrations } from '../../src/store/migrations/index.js';
import { addSummaryInsight, SUMMARY_INSIGHT } from '../../src/store/summary-insight.js';
import { ensureDefaultWorkspace } from '../../src/store/workspaces.js';
import { createServerDatabase, KINDS, temporaryFolder } from '../support/databases.js';
import { silentLog } from '../support/silent-log.js';

/** A database as a version before insights left it. */
async function openEmpty(kind: Database['kind']): Promise<{ database: Database; remove: () => Promise<void> }> {
  if (kind === 'embedded') {
    const dataDir = await temporaryFolder();
    const database = await openDatabase({ dataDir, templateDir: join(dataDir, 'none') }, silentLog);
    return { database, remove: () => database.close() };
  }
  const { url, drop } = await createServerDatabase('empty');
  const database = await openDatabase({ url, dataDir: '' }, silentLog);
  return {
    database,
    remove: async () => {
      await database.close();
      await drop();
    },
  };
}

describe.each(KINDS)('the Summary of workspaces that were there before insights [%s]', (kind) => {
  let opened: Awaited<ReturnType<typeof openEmpty>>;

  beforeAll(async () => {
    opened = await openEmpty(kind);
  }, 60_000);
  afterAll(() => opened.remove());

  it('is made by the migration, in the words of today, and once', async () => {
    const { database } = opened;
    await migrate(
      database,
      migrations.filter(({ number }) => number < 6),
    );
    const db = database.knex;
    await db.raw(`INSERT INTO workspaces (name) VALUES ('default'), ('other')`);
    await migrate(database);
    const { rows } = await db.raw<{ rows: { id: number }[] }>('SELECT id FROM workspaces ORDER BY id');
    expect(rows).toHaveLength(2);
    for (const { id } of rows) {
      await addSummaryInsight(db, id);
      const { insights, total } = await listInsights(db, id, { pageNumber: 1, pageSize: 20 });
      expect(total).toBe(1);
      expect(insights).toEqual([
        {
          ...SUMMARY_INSIGHT,
          jsonSchema: null,
          webhook: '',
          insightType: 'default',
          createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        },
      ]);
    }
    expect((await ensureDefaultWorkspace(db)).id).toBe(rows[0]?.id);
  }, 60_000);
});
