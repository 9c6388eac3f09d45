import { z } from 'zod';
import type { InsightGroup } from '../../store/insight-groups.js';
import { InsightJson, insightJson } from './insight.js';
import { PageMeta } from './page-meta.js';

/** Telnyx's `InsightTemplateGroupResp`. */
export const InsightGroupJson = z.object({
  id: z.uuid().describe('The id of the group: what `insight_settings.insight_group_id` of an assistant names.'),
  name: z.string(),
  description: z.string().optional(),
  webhook: z.string().describe('Where the results of all its insights are sent; empty: nowhere.'),
  insights: z.array(InsightJson).describe('Its insights, in the order in which they were assigned.'),
  created_at: z.iso.datetime(),
});

/** Telnyx's `InsightTemplateGroupDetailRespData`. */
export const InsightGroupAnswer = z.object({ data: InsightGroupJson });

/** Telnyx's `GetInsightTemplateGroupsRespData`. */
export const InsightGroupListAnswer = z.object({
  data: z.array(InsightGroupJson).describe('In the order in which they were made.'),
  meta: PageMeta,
});

/** A group as Telnyx writes it, with its insights in full. */
export function insightGroupJson(group: InsightGroup): z.output<typeof InsightGroupJson> {
  const { id, name, description, webhook, insights, createdAt } = group;
  return {
    id,
    name,
    ...(description === null ? {} : { description }),
    webhook,
    insights: insights.map(insightJson),
    created_at: createdAt,
  };
}
