import { z } from 'zod';
import type { LoadCounts } from '../../transfer/load-counts.js';
import type { TransferProblem } from '../../transfer/transfer-problem.js';

/** What an import did, as the API tells it. */
export const ImportCounts = z.object({
  lines: z.int().describe('Lines that were read and found good.'),
  conversations_added: z.int(),
  conversations_updated: z.int().describe('There before, and changed to what their lines say (`update=true`).'),
  conversations_kept: z.int().describe('There before, and left as they are.'),
  messages_added: z.int(),
  messages_kept: z.int().describe('There before.'),
  insights_added: z.int().describe('Finished runs of insights.'),
  insights_kept: z.int().describe('There before.'),
  withheld: z.int().describe('Messages and insights of assistants that retain no data: not stored.'),
  erased: z.int().describe('Lines of conversations that were erased with their callers: not stored.'),
  skipped: z.int().describe('Lines that could not be stored (`on_error=skip`).'),
});

export type ImportCounts = z.output<typeof ImportCounts>;

export function importCountsJson(counts: LoadCounts): ImportCounts {
  return {
    lines: counts.lines,
    conversations_added: counts.conversationsAdded,
    conversations_updated: counts.conversationsUpdated,
    conversations_kept: counts.conversationsKept,
    messages_added: counts.messagesAdded,
    messages_kept: counts.messagesKept,
    insights_added: counts.insightsAdded,
    insights_kept: counts.insightsKept,
    withheld: counts.withheld,
    erased: counts.erased,
    skipped: counts.skipped,
  };
}

/** The lines that an import is answered with: progress and skipped lines as they come, and a summary, or errors, at the end. */
export const ImportAnswerLine = z.union([
  z.object({ type: z.literal('progress'), counts: ImportCounts }).describe('After each batch that is stored.'),
  z
    .object({
      type: z.literal('skipped'),
      line: z.int().describe('From 1.'),
      field: z.string().optional(),
      detail: z.string(),
    })
    .describe('A line that could not be stored.'),
  z
    .object({
      type: z.literal('summary'),
      counts: ImportCounts,
      dry_run: z.boolean().describe('Nothing was stored: the counts are those of good lines by kind.'),
      ended: z.int().optional().describe('Conversations whose insights are run (`extract=true`).'),
    })
    .describe('The last line of an import that is complete.'),
]);

export type ImportAnswerLine = z.output<typeof ImportAnswerLine>;

export function skippedLineJson({ lineNumber, field, detail }: TransferProblem): ImportAnswerLine {
  return { type: 'skipped', line: lineNumber, ...(field === undefined ? {} : { field }), detail };
}
