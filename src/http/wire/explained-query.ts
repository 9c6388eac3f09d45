import { z } from 'zod';

/** What becomes of a query in a database (`src/http/explain-query.ts`). */
export const ExplainAnswer = z.object({
  data: z.object({
    conversation_query: z.string().describe('The query in its canonical spelling.'),
    sql: z.string().describe('The statement that it becomes.'),
    bindings: z.array(z.unknown()).describe('The values of the statement.'),
    plan: z.unknown().describe('What Postgres answers to EXPLAIN (FORMAT JSON).'),
    indexes_used: z.array(z.string()).describe('The indexes that the plan has.'),
    conditions: z
      .array(
        z.object({
          field: z.string(),
          index: z.string().optional().describe('The index that can serve it.'),
          reason: z.string().optional().describe('Why none can.'),
          command: z
            .string()
            .optional()
            .describe(
              "What makes an index of the key's own, in the order of `last_message_at`, which would serve it better.",
            ),
          location: z
            .object({ start: z.int(), end: z.int() })
            .describe('Where it stands in the text as it was given, in characters.'),
        }),
      )
      .describe('Each condition of the query.'),
    warnings: z.array(z.string()).describe('What may be slow, and what to do about it.'),
  }),
});
