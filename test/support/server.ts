import type { Express } from 'express';
import { type Logger, pino } from 'pino';
import { createApp } from '../../src/http/app.js';
import type { AppDependencies, AppSettings } from '../../src/http/dependencies.js';
import { type ListeningServer, listen } from '../../src/http/listen.js';
import type { JobQueue } from '../../src/jobs/job-queue.js';
import { createJobQueue } from '../../src/jobs/pg-boss-queue.js';
import { createOutbound } from '../../src/outbound/create-outbound.js';
import { readPublicKey } from '../../src/platforms/telnyx/signature.js';
import { type ApiKeyScope, createApiKey } from '../../src/store/api-keys.js';
import type { Database } from '../../src/store/database.js';
import type { SecretBox } from '../../src/store/secret-box.js';
import { ensureDefaultWorkspace } from '../../src/store/workspaces.js';
import { type TelnyxSigner, telnyxSigner } from './signing.js';

/** The app on a real database, with a key of every scope and a Telnyx that signs for it. */
export interface TestApp {
  readonly app: Express;
  readonly database: Database;
  readonly workspaceId: number;
  readonly jobs: JobQueue;
  /** Keys with one scope each, and one with all. */
  readonly keys: Readonly<Record<ApiKeyScope | 'all', string>>;
  readonly adminToken: string;
  readonly telnyx: TelnyxSigner;
  /** What was logged so far, oldest first. */
  readonly logLines: readonly Record<string, unknown>[];
}

export interface TestAppOptions {
  readonly settings?: Partial<AppSettings>;
  /** In the place of the real one: one that is slow, or gone. */
  readonly wrap?: (database: Database) => Database;
  readonly now?: AppDependencies['now'];
  readonly model?: AppDependencies['model'];
  readonly secretBox?: SecretBox;
}

export const ADMIN_TOKEN = 'admin-token-of-this-process';

export async function testApp(database: Database, options: TestAppOptions = {}): Promise<TestApp> {
  const workspace = await ensureDefaultWorkspace(database.knex);
  const telnyx = telnyxSigner();
  const keyOf = async (scopes: readonly ApiKeyScope[]) =>
    (await createApiKey(database.knex, { workspaceId: workspace.id, name: 'test', scopes })).key;
  const keys = {
    read: await keyOf(['read']),
    write: await keyOf(['write']),
    admin: await keyOf(['admin']),
    platform: await keyOf(['platform']),
    all: await keyOf(['read', 'write', 'admin', 'platform']),
  };
  const { log, lines } = memoryLog();
  const publicKey = readPublicKey(telnyx.publicKey);
  const jobs = createJobQueue(database, log);
  const app = createApp({
    jobs,
    // What a test sends, it sends to itself.
    outbound: createOutbound({ allowPrivate: true }),
    model: options.model,
    secretBox: options.secretBox,
    database: options.wrap?.(database) ?? database,
    log,
    settings: {
      budgetMs: 700,
      telnyxPublicKeys: publicKey === undefined ? [] : [publicKey],
      allowUnsigned: false,
      defaultCountry: 'US',
      timeZone: 'UTC',
      trustProxy: false,
      metricsOpen: true,
      processMetrics: false,
      lookUpsMax: 6,
      ...options.settings,
    },
    defaultWorkspace: workspace,
    standingKeys: [
      {
        key: ADMIN_TOKEN,
        principal: { workspaceId: workspace.id, workspaceName: workspace.name, scopes: ['admin'] },
      },
    ],
    now: options.now ?? (() => new Date()),
  });
  return { app, jobs, database, workspaceId: workspace.id, keys, adminToken: ADMIN_TOKEN, telnyx, logLines: lines };
}

/** The app behind a real socket, for clients that take a URL. */
export function listening(app: Express): Promise<ListeningServer> {
  return listen(app, '127.0.0.1', 0);
}

export function memoryLog(): { readonly log: Logger; readonly lines: Record<string, unknown>[] } {
  const lines: Record<string, unknown>[] = [];
  const log = pino({ level: 'debug', base: null }, { write: (line: string) => lines.push(JSON.parse(line)) });
  return { log, lines };
}
