import type { Express } from 'express';
import { createInitializationEngine } from '../../src/assistants/initialization-engine.js';
import { createApp } from '../../src/http/app.js';
import type { AppDependencies, AppSettings } from '../../src/http/dependencies.js';
import { type ListeningServer, listen } from '../../src/http/listen.js';
import type { JobHandlers, JobQueue } from '../../src/jobs/job-queue.js';
import { createJobQueue, type JobQueueOptions } from '../../src/jobs/pg-boss-queue.js';
import { createCallerMemories } from '../../src/memory/recall/create-caller-memories.js';
import { createUsageMeter } from '../../src/memory/usage/usage-meter.js';
import { createOutbound } from '../../src/outbound/create-outbound.js';
import { readPublicKey } from '../../src/platforms/telnyx/signature.js';
import { type ApiKeyScope, createApiKey } from '../../src/store/api-keys.js';
import { type ChangeFeed, createChangeFeed } from '../../src/store/change-feed.js';
import type { Database } from '../../src/store/database.js';
import type { SecretBox } from '../../src/store/secret-box.js';
import { ensureDefaultWorkspace } from '../../src/store/workspaces.js';
import { withTheRest } from './job-handlers.js';
import { memoryLog } from './memory-log.js';
import { type TelnyxSigner, telnyxSigner } from './signing.js';

export { memoryLog } from './memory-log.js';

/** The app on a real database, with a key of every scope and a Telnyx that signs for it. */
export interface TestApp {
  readonly app: Express;
  readonly database: Database;
  readonly workspaceId: number;
  readonly jobs: JobQueue;
  /** What the caches of the app are told by. */
  readonly changes: ChangeFeed;
  /**
   * Begins to take jobs: those of types that are left out fail for good. They end with the test file's `jobs.stop(0)`, which
   * comes before the database's end.
   */
  startJobs(handlers: Partial<JobHandlers>): Promise<void>;
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
  /** How many look-ups of the hot path run at once (6). */
  readonly lookUpsMax?: number;
  readonly model?: AppDependencies['model'];
  readonly memories?: AppDependencies['memories'];
  readonly secretBox?: SecretBox;
  readonly keyUses?: AppDependencies['keyUses'];
  readonly queryShapes?: AppDependencies['queryShapes'];
  readonly jobs?: JobQueueOptions;
  readonly recorder?: AppDependencies['recorder'];
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
  const jobs = createJobQueue(database, log, options.jobs);
  const opened = options.wrap?.(database) ?? database;
  // What a test sends, it sends to itself.
  const outbound = createOutbound({ allowPrivate: true });
  const changes = createChangeFeed(database, undefined, log);
  const memories =
    options.memories ??
    createCallerMemories({
      database: opened,
      callersMin: 64,
      idleMs: 300_000,
      now: options.now ?? (() => new Date()),
      // Said once in some seconds: no test can tell when.
      report: () => {},
    });
  changes.subscribe((change) => memories.forget(change));
  const engine = createInitializationEngine({
    database: opened,
    memories,
    outbound,
    changes,
    lookUpsMax: options.lookUpsMax ?? 6,
    report: (_workspaceId, error) => log.error({ error: String(error) }, 'the stored policies cannot be read'),
  });
  await engine.warm();
  const app = createApp({
    jobs,
    engine,
    memories,
    recorder: options.recorder,
    changes,
    outbound,
    model: options.model,
    secretBox: options.secretBox,
    keyUses: options.keyUses,
    usage: createUsageMeter({ db: database.knex, log, now: options.now ?? (() => new Date()) }),
    queryShapes: options.queryShapes,
    database: opened,
    log,
    settings: {
      budgetMs: 700,
      recallMs: 250,
      telnyxPublicKeys: publicKey === undefined ? [] : [publicKey],
      allowUnsigned: false,
      defaultCountry: 'US',
      timeZone: 'UTC',
      trustProxy: false,
      metricsOpen: true,
      processMetrics: false,
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
  return {
    app,
    jobs,
    changes,
    startJobs: (handlers) => jobs.start(withTheRest(handlers)),
    database,
    workspaceId: workspace.id,
    keys,
    adminToken: ADMIN_TOKEN,
    telnyx,
    logLines: lines,
  };
}

/** The app behind a real socket, for clients that take a URL. */
export function listening(app: Express): Promise<ListeningServer> {
  return listen(app, '127.0.0.1', 0);
}
