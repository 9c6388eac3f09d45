import { z } from 'zod';
import type { AggregateField, AggregateRow } from '../../store/aggregate-conversation-insights.js';

/** Telnyx's `ConversationInsightAggregateResp`. */
export const AggregateAnswer = z.object({
  data: z.array(
    z
      .looseObject({ record_count: z.number().int().describe('How many insight results have these values.') })
      .describe('The value of each field of `group_by` and `show` under its name, and the count.'),
  ),
});

export function aggregateRowJson(
  fields: readonly AggregateField[],
  { values, recordCount }: AggregateRow,
): Record<string, unknown> {
  // Own properties, whatever a key is called.
  return Object.fromEntries([...fields.map(({ name }, index) => [name, values[index]]), ['record_count', recordCount]]);
}
