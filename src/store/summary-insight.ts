import type { Executor } from './database.js';

/** The insight that every workspace has, under the id by which Telnyx's accounts know theirs. */
export const SUMMARY_INSIGHT = {
  id: 'cfcc865c-d3d4-4823-8a4b-f0df57d9f56f',
  name: 'Summary',
  instructions:
    'Write a short paragraph of at most five sentences that tells whoever speaks with this caller next what they need to know. ' +
    'Keep the facts, the decisions, the wishes and what was left open. ' +
    'Leave out greetings, small talk and whatever has no use later.',
} as const;

/** Gives a workspace its Summary insight; nothing, where it has one. For the transaction that makes the workspace. */
export async function addSummaryInsight(db: Executor, workspaceId: number): Promise<void> {
  await db.raw(
    `INSERT INTO insights (workspace_id, id, name, instructions, insight_type, created_at)
     SELECT id, ?, ?, ?, 'default', created_at FROM workspaces WHERE id = ?
     ON CONFLICT (workspace_id, id) DO NOTHING`,
    [SUMMARY_INSIGHT.id, SUMMARY_INSIGHT.name, SUMMARY_INSIGHT.instructions, workspaceId],
  );
}
