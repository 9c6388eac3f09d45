import type { Executor } from '../../../store/database.js';
import { retrieveInsightGroup } from '../../../store/insight-groups.js';
import { readUuid } from '../../../uuid.js';
import { refuseProblems } from '../../body-problem.js';

/** Throws a RequestError (422) for an insight group that the workspace has not. */
export async function checkInsightGroup(
  db: Executor,
  workspaceId: number,
  insightGroupId: string | null | undefined,
): Promise<void> {
  if (insightGroupId === null || insightGroupId === undefined) return;
  const id = readUuid(insightGroupId);
  if (id !== undefined && (await retrieveInsightGroup(db, workspaceId, id)) !== undefined) return;
  const detail = `"insight_settings.insight_group_id" is ${JSON.stringify(insightGroupId)}; there is no such insight group.`;
  refuseProblems([{ pointer: '/insight_settings/insight_group_id', detail }]);
}
