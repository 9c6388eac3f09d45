import { pino } from 'pino';
import type { Config } from '../config.js';
import { type ExplainedQuery, explainQuery } from '../http/explain-query.js';
import { check, createCompiler, print, type Query } from '../query/index.js';
import { listConversations } from '../store/conversations.js';
import { openDatabase } from '../store/database.js';
import { migrate } from '../store/migrate.js';
import { readServerFile, type ServerFile } from '../store/server-file.js';
import { ensureDefaultWorkspace } from '../store/workspaces.js';
import { CommandFailed } from './command-failed.js';

/** What the query commands ask of a store, whoever has it open. */
export interface OpenStore {
  list(query: Query): Promise<readonly Record<string, unknown>[]>;
  /** Of the text as it was given: places in the answer are places in it. */
  explain(text: string): Promise<ExplainedQuery>;
  close(): Promise<void>;
}

/**
 * The store of the default workspace: through the HTTP API of the server that runs on this data directory, if one does, and
 * otherwise opened here.
 */
export async function openStore(config: Config): Promise<OpenStore> {
  const server = await readServerFile(config.dataDir);
  if (server !== undefined && (await answers(server))) return storeOfServer(server);
  return storeOfOurOwn(config);
}

/** Whether the server that wrote the file still runs: another one on its port does not know its token. */
async function answers({ url, admin_token: token }: ServerFile): Promise<boolean> {
  try {
    const headers = { authorization: `Bearer ${token}` };
    const { status } = await fetch(`${url}/v2/ai/conversations?limit=1`, {
      headers,
      signal: AbortSignal.timeout(5000),
    });
    return status === 200 || status === 503;
  } catch {
    return false;
  }
}

function storeOfServer({ url, admin_token: token }: ServerFile): OpenStore {
  async function get(path: string): Promise<Record<string, unknown>> {
    const response = await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${token}` } });
    const body = (await response.json()) as Record<string, unknown>;
    if (!response.ok) throw new CommandFailed(`The server at ${url} answered ${response.status}: ${detailOf(body)}`);
    return body;
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

const detailOf = (body: Record<string, unknown>) =>
  (body.errors as { detail?: string; title?: string }[] | undefined)
    ?.map(({ detail, title }) => detail ?? title)
    .join(' ') ?? 'no reason given.';

async function storeOfOurOwn(config: Config): Promise<OpenStore> {
  // Only what keeps a person waiting is worth a line: this is no server.
  const log = pino({ level: 'warn' }, pino.destination(2));
  const database = await openDatabase({ url: config.databaseUrl, dataDir: config.dataDir }, log);
  try {
    await migrate(database);
    const workspace = await ensureDefaultWorkspace(database.knex);
    const compiler = createCompiler();
    const scope = () => ({ workspaceId: workspace.id, now: new Date() });
    return {
      list: (query) => listConversations(database, compiler.compile(check(query), scope())),
      explain: (text) => explainQuery({ database, compiler }, text, scope()),
      close: () => database.close(),
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
