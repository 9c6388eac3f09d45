import { z } from 'zod';
import type { TelnyxImportSummary, TelnyxProgress } from '../../transfer/import-telnyx.js';
import { ImportCounts, importCountsJson } from './transfer.js';

const progressFields = {
  counts: ImportCounts,
  unreadable: z.int().describe('Records of the account that are no conversations or messages, and were left out.'),
  from: z.string().optional().describe('When the first conversation of this run was created. ISO 8601.'),
  at: z.string().optional().describe('When the last conversation that is stored was created: they come in this order.'),
};

/** The lines that an import from Telnyx is answered with: progress and waits as they come, and a summary, or errors, at the end. */
export const TelnyxImportLine = z.union([
  z.object({ type: z.literal('progress'), ...progressFields }).describe('After each batch that is stored.'),
  z
    .object({ type: z.literal('waiting'), wait_ms: z.number() })
    .describe('Telnyx asks for a pause: its rate limit, or a fault that may pass.'),
  z
    .object({
      type: z.literal('summary'),
      ...progressFields,
      dry_run: z.boolean().describe('Nothing was stored: the account has so many conversations.'),
      ended: z.int().optional().describe('Conversations whose insights are run (`extract`).'),
      resumed_from: z
        .string()
        .optional()
        .describe('Where an earlier import, which was interrupted, had got to. ISO 8601.'),
    })
    .describe('The last line of an import that is complete.'),
]);

export type TelnyxImportLine = z.output<typeof TelnyxImportLine>;

export function telnyxProgressJson(progress: TelnyxProgress): TelnyxImportLine {
  return { type: 'progress', ...fieldsOf(progress) };
}

export function telnyxSummaryJson(
  summary: TelnyxProgress & Partial<Pick<TelnyxImportSummary, 'ended' | 'resumedFrom'>>,
  isDryRun: boolean,
): TelnyxImportLine {
  const { ended, resumedFrom } = summary;
  return {
    type: 'summary',
    ...fieldsOf(summary),
    dry_run: isDryRun,
    ...(ended === undefined ? {} : { ended }),
    ...(resumedFrom === undefined ? {} : { resumed_from: resumedFrom }),
  };
}

function fieldsOf({ counts, unreadable, from, at }: TelnyxProgress) {
  return {
    counts: importCountsJson(counts),
    unreadable,
    ...(from === undefined ? {} : { from }),
    ...(at === undefined ? {} : { at }),
  };
}
