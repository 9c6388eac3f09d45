import type { Config } from '../../config.js';
import { printJson, printRows } from '../print.js';
import { withApi, workspacePath } from '../with-api.js';

interface Health {
  readonly last_extraction_at: string | null;
  readonly platforms: readonly {
    readonly platform: string;
    readonly configured: boolean;
    readonly last_event_at: string | null;
    readonly last_event_type: string | null;
    readonly calls_without_report: number;
    readonly without_report_since: string | null;
  }[];
}

/** Shows what a workspace last heard of its voice platforms, and says so where reports do not come. */
export async function workspaceHealthCommand(name: string, { json }: { json: boolean }, config: Config): Promise<void> {
  const answer = await withApi(config, (api) => api.request('GET', workspacePath(name, 'health')));
  const health = answer?.data as Health;
  if (json) return printJson(health);
  const rows = health.platforms.map((platform) => ({
    platform: platform.platform,
    configured: platform.configured ? 'yes' : 'no',
    last_event: platform.last_event_at ?? 'none in 30 days',
    type: platform.last_event_type ?? '',
    calls_without_report: platform.calls_without_report,
  }));
  printRows(rows, 'platform', '');
  console.log(`last extraction: ${health.last_extraction_at ?? 'none yet'}`);
  for (const { platform, calls_without_report, without_report_since } of health.platforms) {
    if (calls_without_report === 0) continue;
    const calls = calls_without_report === 1 ? '1 call' : `${calls_without_report} calls`;
    console.log(
      `${calls} of ${platform} began since ${without_report_since}, and no report came: ringback setup ${platform} says where reports have to go.`,
    );
  }
}
