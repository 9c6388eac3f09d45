import { z } from 'zod';
import type { Insight } from '../../store/insights.js';
import { jsonObject } from '../json-object.js';
import { PageMeta } from './page-meta.js';

/** Telnyx's `InsightTemplateResp`. */
export const InsightJson = z.object({
  id: z.uuid().describe('The id of the insight.'),
  name: z.string(),
  instructions: z.string().describe('What is to be found out about a conversation, in words for a language model.'),
  json_schema: z
    .union([z.string(), jsonObject])
    .optional()
    .describe('What results look like, as it was written: JSON text or an object. Absent: results are free text.'),
  webhook: z.string().describe('Where results are sent; empty: nowhere.'),
  insight_type: z.enum(['custom', 'default']).describe('`default`: built in, and not to be changed or deleted.'),
  created_at: z.iso.datetime(),
});

/** Telnyx's `InsightTemplateDetailRespData`. */
export const InsightAnswer = z.object({ data: InsightJson });

/** Telnyx's `GetInsightTemplatesRespData`. */
export const InsightListAnswer = z.object({
  data: z.array(InsightJson).describe('In the order in which they were made.'),
  meta: PageMeta,
});

/** An insight as Telnyx writes it. `json_schema` is left out where there is none: Telnyx declares no field nullable. */
export function insightJson(insight: Insight): z.output<typeof InsightJson> {
  const { id, name, instructions, jsonSchema, webhook, insightType, createdAt } = insight;
  return {
    id,
    name,
    instructions,
    ...(jsonSchema === null ? {} : { json_schema: jsonSchema }),
    webhook,
    insight_type: insightType,
    created_at: createdAt,
  };
}
