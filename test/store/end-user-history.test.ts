import { beforeAll, expect, it } from 'vitest';
import { endUserHistories } from '../../src/store/end-user-history.js';
import { SUMMARY_INSIGHT } from '../../src/store/summary-insight.js';
import { describeOnBothDatabases, makeWorkspace } from '../support/databases.js';
import { explainedNodes } from '../support/explained-nodes.js';

const CONVERSATIONS = 6_000;

describeOnBothDatabases('histories of end users', (database) => {
  let workspaceId: number;
  beforeAll(async () => {
    workspaceId = (await makeWorkspace(database())).id;
    // As after a restore: much is there, and nobody has counted it for the planner.
    await database().run(
      `INSERT INTO conversations (workspace_id, id, metadata, created_at, last_message_at)
       SELECT $1, gen_random_uuid(), jsonb_build_object('telnyx_end_user_target', CASE WHEN n < 3 THEN 'rare' ELSE 'frequent ' || n % 3 END), at, at
       FROM generate_series(1, ${CONVERSATIONS}) n, LATERAL (SELECT timestamptz '2025-01-01Z' + n * interval '1 minute' AS at) t`,
      [workspaceId],
    );
    await database().run(
      `INSERT INTO conversation_insights (workspace_id, id, conversation_id, status, created_at, updated_at)
       SELECT workspace_id, gen_random_uuid(), id, 'completed', created_at, created_at FROM conversations
       WHERE workspace_id = $1 AND metadata->>'telnyx_end_user_target' <> 'rare'`,
      [workspaceId],
    );
    await database().run(
      `INSERT INTO insight_results (workspace_id, conversation_insight_id, conversation_id, insight_id, ordinal, result, created_at)
       SELECT workspace_id, id, conversation_id, $2, 0, 'Asked for a quote.', created_at FROM conversation_insights WHERE workspace_id = $1`,
      [workspaceId, SUMMARY_INSIGHT.id],
    );
  });

  it('are read by indexes alone, whatever the planner knows of the tables', async () => {
    const statements: [string, readonly unknown[]][] = [];
    const run: ReturnType<typeof database>['run'] = (sql, bindings) => {
      statements.push([sql, bindings]);
      return database().run(sql, bindings);
    };
    const endUsers = ['rare', 'nobody', 'frequent 1'].map((target) => ({ target }));
    const histories = await endUserHistories({ run }, workspaceId, endUsers);
    expect(histories.map(({ conversations, lastSummary }) => [conversations, lastSummary?.text])).toEqual([
      [2, undefined],
      [0, undefined],
      [1_000, 'Asked for a quote.'],
    ]);
    const [[sql, bindings] = ['', []]] = statements;
    const scans = (await explainedNodes(database(), sql, bindings)).filter((node) => 'Relation Name' in node);
    expect(scans.map((scan) => [scan['Index Name'], scan['Rows Removed by Filter'] ?? 0])).toEqual([
      ['conversations_telnyx_end_user_target', 0],
      ['insight_results_pkey', 0],
    ]);
  });
});
