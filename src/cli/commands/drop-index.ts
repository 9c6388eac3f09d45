import type { Config } from '../../config.js';
import { printable } from '../printable.js';
import { withApi } from '../with-api.js';

/** Drops the index of a metadata key. */
export async function dropIndexCommand(key: string, config: Config): Promise<void> {
  await withApi(config, (api) => api.request('DELETE', `/v1/indexes?${new URLSearchParams({ key })}`));
  console.log(`The index of ${printable(key)} is dropped.`);
}
