import type { UsageMeter } from '../memory/usage/usage-meter.js';
import type { UsageKind } from '../store/usage-counts.js';
import type { WorkspaceSettings } from '../store/workspace-settings.js';
import { errorItem } from './error-item.js';
import { RequestError } from './request-error.js';

/**
 * Counts a use of our own API.
 *
 * @throws RequestError 429 when the month's limit of the workspace is reached
 */
export async function takeUse(
  usage: UsageMeter,
  workspaceId: number,
  kind: UsageKind,
  settings: WorkspaceSettings,
): Promise<void> {
  const limit = kind === 'adds' ? settings.adds_per_month : settings.searches_per_month;
  if (await usage.use(workspaceId, kind, limit)) return;
  const detail = `The workspace may have ${limit} ${kind} in a month, and has had them ("${kind}_per_month").`;
  throw new RequestError(429, [errorItem('tooManyRequests', detail)], { 'x-should-retry': 'false' });
}
