import type { Config } from '../config.js';
import { type Api, openApi } from './open-api.js';

/** Opens the API for one piece of work, and closes it whatever becomes of that. */
export async function withApi<Result>(config: Config, work: (api: Api) => Promise<Result>): Promise<Result> {
  const api = await openApi(config);
  try {
    return await work(api);
  } finally {
    await api.close();
  }
}

/** The address of a workspace, or of something of its, in the API. */
export function workspacePath(name: string, ...rest: readonly string[]): string {
  // "." and ".." would be taken out of the address before it is sent.
  const step = (text: string) => (/^\.+$/.test(text) ? text.replaceAll('.', '%252E') : encodeURIComponent(text));
  return ['/v1/workspaces', ...[name, ...rest].map(step)].join('/');
}
