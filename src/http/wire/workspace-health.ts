import { z } from 'zod';
import type { WorkspaceHealth } from '../../store/platform-health.js';

const Health = z.object({
  workspace: z.string(),
  last_extraction_at: z.iso.datetime().nullable().describe('When a call was last read for facts.'),
  platforms: z.array(
    z.object({
      platform: z.enum(['telnyx', 'vapi', 'retell']),
      configured: z.boolean().describe('Whether the workspace has a secret of it.'),
      last_event_at: z.iso.datetime().nullable().describe('Within the last 30 days.'),
      last_event_type: z.string().nullable(),
      calls_without_report: z
        .number()
        .int()
        .describe(
          'Calls that began more than an hour ago, and whose report never came: is the server URL set for reports, too?',
        ),
      without_report_since: z.iso.datetime().nullable(),
    }),
  ),
});

export const WorkspaceHealthAnswer = z.object({ data: Health });

/** @param configured platforms of which the workspace has a secret */
export function workspaceHealthJson(
  workspace: string,
  { platforms, lastExtractionAt }: WorkspaceHealth,
  configured: ReadonlySet<string>,
): z.input<typeof Health> {
  return {
    workspace,
    last_extraction_at: lastExtractionAt,
    platforms: platforms.map((health) => ({
      platform: health.platform as 'telnyx' | 'vapi' | 'retell',
      configured: configured.has(health.platform),
      last_event_at: health.lastEventAt,
      last_event_type: health.lastEventType,
      calls_without_report: health.callsWithoutReport,
      without_report_since: health.withoutReportSince,
    })),
  };
}
