import type { Database } from './database.js';

/** How it stands with what a voice platform tells a workspace. Times are ISO 8601. */
export interface PlatformHealth {
  readonly platform: string;
  /** Of the last 30 days; null: none came. */
  readonly lastEventAt: string | null;
  readonly lastEventType: string | null;
  /** Calls that began so long ago that they should be over, and whose report never came. */
  readonly callsWithoutReport: number;
  /** When the first of these began. */
  readonly withoutReportSince: string | null;
}

export interface WorkspaceHealth {
  readonly platforms: readonly PlatformHealth[];
  /** When a call was last read for facts. */
  readonly lastExtractionAt: string | null;
}

const PLATFORMS = ['telnyx', 'vapi', 'retell'] as const;

/** Older events say nothing about how it stands now. */
const LOOKED_AT_MS = 30 * 24 * 3_600_000;

/** Longer than a call takes, and its report after it. */
const REPORT_DUE_MS = 3_600_000;

export async function workspaceHealth(
  { run }: Pick<Database, 'run'>,
  workspaceId: number,
  now: Date,
): Promise<WorkspaceHealth> {
  const since = new Date(now.getTime() - LOOKED_AT_MS).toISOString();
  const due = new Date(now.getTime() - REPORT_DUE_MS).toISOString();
  const platforms = await run(
    `SELECT p.platform, e.received_at AS "lastEventAt", e.event_type AS "lastEventType",
       COALESCE(c.count, 0)::integer AS "callsWithoutReport", c.since AS "withoutReportSince"
     FROM unnest($2::text[]) WITH ORDINALITY AS p(platform, n)
     LEFT JOIN LATERAL (
       SELECT received_at, event_type FROM events
       WHERE workspace_id = $1 AND platform = p.platform AND received_at >= $3
       ORDER BY received_at DESC LIMIT 1
     ) e ON true
     LEFT JOIN LATERAL (
       SELECT count(*) AS count, min(started_at) AS since FROM calls
       WHERE workspace_id = $1 AND platform = p.platform AND reported_at IS NULL
         AND started_at >= $3 AND started_at < $4
         -- Telnyx's calls have no report: their messages are fetched when they end.
         AND platform <> 'telnyx'
     ) c ON true
     ORDER BY p.n`,
    [workspaceId, [...PLATFORMS], since, due],
  );
  const [extraction] = await run(`SELECT max(extracted_at) AS at FROM calls WHERE workspace_id = $1`, [workspaceId]);
  return {
    platforms: platforms as unknown as readonly PlatformHealth[],
    lastExtractionAt: (extraction?.at as string | null | undefined) ?? null,
  };
}
