import type { Config } from '../config.js';
import { type ExplainedQuery, explainQuery } from '../http/explain-query.js';
import { check, createCompiler, print, type Query } from '../query/index.js';
import { listConversations } from '../store/conversations.js';
import { createKnownIndexes } from '../store/known-indexes.js';
import { listMetadataIndexes } from '../store/metadata-indexes.js';
import type { ServerFile } from '../store/server-file.js';
import { CommandFailed } from './command-failed.js';
import { findServer } from './find-server.js';
import { openOwnDatabase } from './open-own-database.js';
import { readObject, reasonOf } from './refusal-text.js';

/** What the query commands ask of a store, whoever has it open. */
export interface OpenStore {
  list(query: Query): Promise<readonly Record<string, unknown>[]>;
  /** Of the text as it was given: places in the answer are places in it. */
  explain(text: string): Promise<ExplainedQuery>;
  close(): Promise<void>;
}

/**
 * The store of the default workspace: through the HTTP API of the server that runs on this data directory, if one does and
 * serves the database that the configuration names, and otherwise opened here.
 *
 * @param timeoutMs how long the running server may take over an answer
 */
export async function openStore(config: Config, timeoutMs = 30_000): Promise<OpenStore> {
  const server = await findServer(config);
  if (server !== undefined) return storeOfServer(server, timeoutMs);
  return storeOfOurOwn(config);
}

function storeOfServer({ url, admin_token: token }: ServerFile, timeoutMs: number): OpenStore {
  async function get(path: string): Promise<Record<string, unknown>> {
    const { status, text } = await fetchText(`${url}${path}`).catch((error: Error) => {
      const isLate = error.name === 'TimeoutError';
      const what = isLate ? `did not answer within ${timeoutMs / 1000} s` : 'does not answer any more';
      throw new CommandFailed(`The server at ${url} ${what}.`, { cause: error });
    });
    const body = readObject(text);
    if (body === undefined) throw new CommandFailed(`The server at ${url} answered ${status}, and not with JSON.`);
    if (status !== 200)
      throw new CommandFailed(`The server at ${url} answered ${status}: ${reasonOf(body) ?? 'no reason given.'}`);
    return body;
  }
  async function fetchText(address: string): Promise<{ status: number; text: string }> {
    const headers = { authorization: `Bearer ${token}` };
    const response = await fetch(address, { headers, signal: AbortSignal.timeout(timeoutMs) });
    return { status: response.status, text: await response.text() };
  }
  return {
    // Canonical text reads the same as a string and over HTTP, so it can go into the URL as it is.
    list: async (query) => (await get(`/v2/ai/conversations?${print(query)}`)).data as Record<string, unknown>[],
    explain: async (text) => {
      const { data } = await get(`/v1/explain?conversation_query=${encodeURIComponent(text)}`);
      return data as ExplainedQuery;
    },
    close: async () => {},
  };
}

function storeOfOurOwn(config: Config): Promise<OpenStore> {
  return openOwnDatabase(config, async ({ database, workspace }) => {
    const indexes = createKnownIndexes({ list: () => listMetadataIndexes(database), nowMs: () => performance.now() });
    const indexedKeys = await indexes.refresh();
    const compiler = createCompiler({ indexedKeys: () => indexedKeys });
    const scope = () => ({ workspaceId: workspace.id, now: new Date() });
    return {
      list: (query) => listConversations(database, compiler.compile(check(query), scope())),
      explain: (text) => explainQuery({ database, compiler, indexedKeys }, text, scope()),
      close: () => database.close(),
    };
  });
}
