import { randomBytes } from 'node:crypto';
import { compose } from '../compose.js';
import type { Config } from '../config.js';
import { listen } from '../http/listen.js';
import { CommandFailed } from './command-failed.js';
import { findServer } from './find-server.js';
import { openOwnDatabase } from './open-own-database.js';
import { readObject, reasonOf } from './refusal-text.js';

/**
 * The server's API with its admin token, for commands that administer: that of the server which runs on this data directory, and
 * otherwise one of this process's own, on a port that nobody else knows the token of.
 */
export interface Api {
  readonly url: string;
  /** Whether a server was there: it does the background work, too. */
  readonly isServer: boolean;
  /**
   * One request with JSON, and the JSON of its answer (undefined when it has no body).
   *
   * @throws CommandFailed with what the API said, for any status but 2xx
   */
  request(method: string, path: string, body?: unknown): Promise<Record<string, unknown> | undefined>;
  /** Like fetch, with the token: for streams. */
  fetch(path: string, init?: RequestInit & { readonly duplex?: 'half' }): Promise<Response>;
  close(): Promise<void>;
}

/** For what is yet to be written when a command ends. */
const FLUSH_MS = 2_000;

export async function openApi(config: Config): Promise<Api> {
  const server = await findServer(config);
  if (server !== undefined) return apiAt(server.url, server.admin_token, true, async () => {});
  return apiOfOurOwn(config);
}

function apiOfOurOwn(config: Config): Promise<Api> {
  return openOwnDatabase(config, async ({ database, workspace, log }) => {
    const token = randomBytes(32).toString('base64url');
    const { app, changes, keyUses, recorder } = await compose(database, workspace, config, log, token);
    const listening = await listen(app, '127.0.0.1', 0);
    return apiAt(`http://127.0.0.1:${listening.port}`, token, false, async () => {
      await listening.stop(0);
      await Promise.all([changes.stop(), keyUses.stop(), recorder.stop(FLUSH_MS)]);
      await database.close();
    });
  });
}

function apiAt(url: string, token: string, isServer: boolean, close: () => Promise<void>): Api {
  const fetchHere: Api['fetch'] = async (path, init = {}) => {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${token}`);
    try {
      return await fetch(`${url}${path}`, { ...init, headers });
    } catch (error) {
      throw new CommandFailed(`The server at ${url} does not answer any more.`, { cause: error });
    }
  };
  return {
    url,
    isServer,
    fetch: fetchHere,
    async request(method, path, body) {
      const response = await fetchHere(path, {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      });
      const text = await response.text();
      const value = readObject(text);
      if (response.ok) return value;
      throw new CommandFailed(reasonOf(value) ?? `The server at ${url} answered ${response.status}.`);
    },
    close,
  };
}
