import pg from 'pg';
import { SUMMARY_INSIGHT } from '../../dist/store/summary-insight.js';

/** Every third conversation has a summary, as conversations that ended have: one of 200 to 400 characters. */
const STATEMENTS = [
  // Rows that belong together are made together: the checks of a million of them would take minutes.
  `SET session_replication_role = replica`,
  `INSERT INTO conversation_insights (workspace_id, conversation_id, id, status, created_at, updated_at)
   SELECT workspace_id, id, md5('insight ' || id)::uuid, 'completed', last_message_at, last_message_at
   FROM conversations WHERE abs(hashtextextended(id::text, 1) % 3) = 0`,
  `INSERT INTO insight_results (workspace_id, conversation_id, conversation_insight_id, insight_id, ordinal, result, created_at)
   SELECT workspace_id, conversation_id, id, '${SUMMARY_INSIGHT.id}', 0,
     'Asked about ' || repeat('an order that has not come yet, and ', 5 + abs(hashtextextended(id::text, 2) % 6)::int) || 'wants to be called back.',
     created_at
   FROM conversation_insights`,
  `VACUUM (ANALYZE) conversation_insights, insight_results`,
];

/** Gives the conversations of a benchmark their summaries. */
export async function addSummaries(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of STATEMENTS) await client.query(statement);
  } finally {
    await client.end();
  }
}
