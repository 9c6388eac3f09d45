import type { Express } from 'express';
import type { Logger } from 'pino';
import { createInitializationEngine } from './assistants/initialization-engine.js';
import { createInitializationRecorder, type InitializationRecorder } from './assistants/initialization-recorder.js';
import type { Config } from './config.js';
import { describeError } from './errors.js';
import type { AppSettings } from './http/dependencies.js';
import type { KeyOwner, StandingKey } from './http/keyring.js';
import { isLoopbackAddress } from './http/loopback.js';
import { unavailable } from './http/request-error.js';
import { createJobHandlers, createPeriodicTasks } from './job-handlers.js';
import type { JobHandlers, JobQueue } from './jobs/job-queue.js';
import type { PeriodicTask } from './jobs/periodic-task.js';
import { createJobQueue } from './jobs/pg-boss-queue.js';
import { createCallerMemories, type RunningCallerMemories } from './memory/recall/create-caller-memories.js';
import { createUsageMeter, type UsageMeter } from './memory/usage/usage-meter.js';
import { createEmbeddingModel } from './models/embedding-model.js';
import { createLanguageModel } from './models/openai-model.js';
import { createRestingModel } from './models/resting-model.js';
import { createOutbound } from './outbound/create-outbound.js';
import { type ApiKeyUses, createApiKeyUses } from './store/api-key-uses.js';
import { type ChangeFeed, createChangeFeed } from './store/change-feed.js';
import type { Database } from './store/database.js';
import { insertInitializations } from './store/initializations.js';
import { openSecretBox } from './store/open-secret-box.js';
import { createQueryShapes, type QueryShapes } from './store/query-shapes.js';
import { createReplicaReads, type Reads, type ReplicaReadsOptions } from './store/reads/replica-reads.js';
import type { Workspace } from './store/workspaces.js';

/** The parts of a server, put together: it listens to nobody yet, and takes no jobs. */
export interface Composition {
  readonly app: Express;
  readonly jobs: JobQueue;
  readonly changes: ChangeFeed;
  /** Absent: everything is read where it is written. */
  readonly replica: Reads | undefined;
  readonly handlers: JobHandlers;
  readonly tasks: readonly PeriodicTask[];
  /** To be stopped before the database is closed. */
  readonly memories: RunningCallerMemories;
  /** The same. */
  readonly keyUses: ApiKeyUses;
  /** The same. */
  readonly queryShapes: QueryShapes;
  /** The same. */
  readonly recorder: InitializationRecorder;
  /** The same. */
  readonly usage: UsageMeter;
  /** Ends what may take long, and can be begun again: imports and exports. To be called first when the server stops. */
  readonly beginStop: () => void;
}

/** Of the pool's ten: look-ups that hang leave the rest to others. */
const LOOK_UPS_MAX = 3;

/** For one statement that writes records, which nobody waits for. */
const WRITE_RECORDS_MS = 5_000;

/** @param adminToken opens everything to the command line of this machine */
export async function compose(
  database: Database,
  workspace: Workspace,
  config: Config,
  log: Logger,
  adminToken: string,
): Promise<Composition> {
  const { createApp } = await import('./http/app.js');
  const secretBox = await openSecretBox(database.kind, config.dataDir, config.secretKey);
  const jobs = createJobQueue(database, log);
  const outbound = createOutbound({ allowPrivate: config.allowPrivateUrls });
  const changes = createChangeFeed(database, config.databaseDirectUrl ?? config.databaseUrl, log);
  const replica =
    config.databaseReadUrl === undefined
      ? undefined
      : createReplicaReads(database, changes, readsOf(config.databaseReadUrl, config), log);
  const embedding = config.embedding === undefined ? undefined : createEmbeddingModel(config.embedding);
  const memories = createCallerMemories({
    database,
    reads: replica,
    embedding,
    callersMin: config.maxConcurrentUsers,
    idleMs: config.idleTtlS * 1000,
    now: () => new Date(),
    report: (error) => log.warn({ error: describeError(error) }, "callers' memories cannot be read or counted"),
  });
  changes.subscribe((change) => memories.forget(change));
  const engine = createInitializationEngine({
    database,
    reads: replica,
    memories,
    outbound,
    changes,
    lookUpsMax: LOOK_UPS_MAX,
    report: (workspaceId, error) =>
      log.error({ workspace_id: workspaceId, error: describeError(error) }, 'the stored policies cannot be read'),
  });
  await engine.warm();
  const recorder = createInitializationRecorder({
    write: (records) => insertInitializations(database, records, WRITE_RECORDS_MS),
    log,
  });
  const model =
    config.llm === undefined ? undefined : createRestingModel(createLanguageModel(config.llm), () => performance.now());
  const usage = createUsageMeter({ db: database.knex, log, now: () => new Date() });
  const keyUses = createApiKeyUses({ db: database.knex, log, now: () => new Date() });
  const queryShapes = createQueryShapes({ database, log, now: () => new Date() });
  const parts = { database, log, jobs, changes, outbound, model, secretBox, now: () => new Date() };
  const stopping = new AbortController();
  const beginStop = (): void => stopping.abort(unavailable('The server is stopping: send the same request again.'));
  const app = createApp({
    ...parts,
    reads: replica,
    stopping: stopping.signal,
    looksAhead: true,
    engine,
    memories,
    recorder,
    usage,
    keyUses,
    queryShapes,
    settings: settingsOf(config),
    defaultWorkspace: workspace,
    standingKeys: standingKeys(workspace, adminToken, config.apiKey),
  });
  const work = { ...parts, embedding, config, defaultWorkspace: workspace };
  const background = { handlers: createJobHandlers(work), tasks: createPeriodicTasks(work) };
  return { app, jobs, changes, memories, replica, keyUses, queryShapes, recorder, usage, beginStop, ...background };
}

function readsOf(url: string, { databaseDirectUrl, readLagMs }: Config): ReplicaReadsOptions {
  return { url, lagMaxMs: readLagMs, isPooled: databaseDirectUrl !== undefined };
}

function standingKeys(workspace: Workspace, adminToken: string, apiKey: string | undefined): readonly StandingKey[] {
  const principal: KeyOwner = {
    workspaceId: workspace.id,
    workspaceName: workspace.name,
    scopes: ['read', 'write', 'admin', 'platform'],
  };
  return [adminToken, ...(apiKey === undefined ? [] : [apiKey])].map((key) => ({ key, principal }));
}

function settingsOf(config: Config): AppSettings {
  return {
    budgetMs: config.budgetMs,
    recallMs: config.recallMs,
    telnyxPublicKeys: config.telnyxPublicKeys,
    telnyxApiKey: config.telnyxApiKey,
    telnyxBaseUrl: config.telnyxBaseUrl,
    vapiSecret: config.vapiSecret,
    retellApiKey: config.retellApiKey,
    allowUnsigned: config.allowUnsigned,
    defaultCountry: config.defaultCountry,
    timeZone: config.timeZone,
    trustProxy: config.trustProxy,
    metricsOpen: isLoopbackAddress(config.host),
    processMetrics: true,
    requestsPerSecond: config.requestsPerSecond,
    addressRequestsPerSecond: config.addressRequestsPerSecond,
    failedKeysPerMinute: config.failedKeysPerMinute,
  };
}
