import type { Config } from '../../config.js';
import { printJson } from '../print.js';
import { queryString } from '../query-string.js';
import { initializationText } from '../show-initialization.js';
import { withApi } from '../with-api.js';

/** Shows one initialization with all that is kept of it. */
export async function showInitializationCommand(
  id: string,
  { workspace, json }: { workspace?: string; json: boolean },
  config: Config,
): Promise<void> {
  const path = `/v1/initializations/${encodeURIComponent(id)}${queryString({ workspace })}`;
  const answer = await withApi(config, (api) => api.request('GET', path));
  if (json) return printJson(answer?.data);
  console.log(initializationText(answer?.data as Parameters<typeof initializationText>[0]));
}
