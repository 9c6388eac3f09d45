import type { Logger } from 'pino';
import type { Config } from './config.js';
import { deliverInsightWebhookHandler } from './insights/deliver-insight-webhook.js';
import { END_IDLE_EVERY_MS, endIdleConversations } from './insights/end-idle-conversations.js';
import { runInsightsHandler } from './insights/run-insights.js';
import type { JobHandlers, JobQueue } from './jobs/job-queue.js';
import { createPeriodicTask, type PeriodicTask } from './jobs/periodic-task.js';
import { createExtractor } from './memory/extraction/create-extractor.js';
import type { Extractor } from './memory/extraction/extraction.js';
import { createThreadExtractor } from './memory/extraction/thread-extractor.js';
import { extractMemoryHandler } from './memory/ingest/extract-memory.js';
import { reflectHandler } from './memory/reflection/reflect.js';
import { REFLECT_EVERY_MS, reflectOnCallers } from './memory/reflection/reflect-on-callers.js';
import { KEEP_RETENTION_EVERY_MS, keepRetention } from './memory/retention/keep-retention.js';
import { embedMemoryHandler } from './memory/vectors/embed-memory.js';
import type { EmbeddingModel } from './models/embedding-model.js';
import type { LanguageModel } from './models/language-model.js';
import type { Outbound } from './outbound/outbound.js';
import { createWebhookSigner } from './outbound/webhook-signer.js';
import { environmentSecrets } from './platforms/environment-secrets.js';
import type { ChangeFeed } from './store/change-feed.js';
import type { Database } from './store/database.js';
import { forgetWaitingEvents } from './store/events.js';
import { purgeAnswers } from './store/idempotency-keys.js';
import { purgeInitializations } from './store/initializations.js';
import { createPlatformSecrets } from './store/platform-secrets.js';
import type { SecretBox } from './store/secret-box.js';
import type { Workspace } from './store/workspaces.js';
import { fetchTelnyxConversation } from './transfer/fetch-telnyx-conversation.js';

/** What background work needs. */
export interface JobDependencies {
  readonly database: Database;
  readonly log: Logger;
  readonly jobs: JobQueue;
  /** Tells caches, here and in other processes, what has changed. */
  readonly changes: ChangeFeed;
  readonly outbound: Outbound;
  readonly model?: LanguageModel | undefined;
  /** Absent: no embedding endpoint is configured. */
  readonly embedding?: EmbeddingModel | undefined;
  readonly secretBox?: SecretBox | undefined;
  readonly config: Config;
  readonly defaultWorkspace: Workspace;
  readonly now: () => Date;
}

/** Who does which job. */
export function createJobHandlers(deps: JobDependencies): JobHandlers {
  const { config, database, defaultWorkspace, log, secretBox } = deps;
  const environment = { workspaceId: defaultWorkspace.id, secrets: environmentSecrets(config) };
  const secrets = createPlatformSecrets({ database, secretBox, environment, log });
  return {
    'run-insights': runInsightsHandler(deps),
    'deliver-insight-webhook': deliverInsightWebhookHandler({ ...deps, signer: createWebhookSigner(deps) }),
    'fetch-telnyx-conversation': fetchTelnyxConversation({
      ...deps,
      apiKeyOf: secrets.telnyxApiKeyOf,
      baseUrl: config.telnyxBaseUrl,
    }),
    'extract-memory': extractMemoryHandler({ ...deps, extractor: extractorOf(deps), defaults: config }),
    reflect: reflectHandler({ ...deps, defaults: config }),
    'embed-memory': embedMemoryHandler(deps),
  };
}

/** A model's time for one call. */
const EXTRACTION_MODEL_MS = 60_000;

/** The model where one is configured; the rules, in a thread of their own, otherwise and whenever that fails. */
function extractorOf({ log, model }: JobDependencies): Extractor {
  const worker = new URL('./memory/extraction/extraction-worker.js', import.meta.url);
  const builtIn = createThreadExtractor({ worker, fallback: withoutThread, log });
  return createExtractor({ model, builtIn, timeoutMs: EXTRACTION_MODEL_MS, log });
}

/** What it knows of towns and names takes a second to load: only where it is needed. */
const withoutThread: Extractor = {
  async extract(call, signal) {
    const { builtInExtractor } = await import('./memory/extraction/built-in-extractor.js');
    return builtInExtractor.extract(call, signal);
  },
};

const FORGET_EVENTS_EVERY_MS = 60 * 60 * 1000;
const PURGE_ANSWERS_EVERY_MS = 10 * 60 * 1000;
const PURGE_INITIALIZATIONS_EVERY_MS = 60 * 60 * 1000;

/** What is done every so often, by one of the processes on the database. They are yet to be started. */
export function createPeriodicTasks(deps: JobDependencies): readonly PeriodicTask[] {
  const { database, log, now, config } = deps;
  return [
    createPeriodicTask(database, log, {
      name: 'end-idle-conversations',
      everyMs: END_IDLE_EVERY_MS,
      async run(signal, lastAt) {
        await endIdleConversations(deps, { idleMinutes: config.idleMinutes, now: now(), lastAt, signal });
      },
    }),
    createPeriodicTask(database, log, {
      name: 'purge-idempotency-keys',
      everyMs: PURGE_ANSWERS_EVERY_MS,
      run: async () => void (await purgeAnswers(database.knex, now())),
    }),
    createPeriodicTask(database, log, {
      name: 'forget-waiting-events',
      everyMs: FORGET_EVENTS_EVERY_MS,
      async run(signal) {
        while (!signal.aborted && (await forgetWaitingEvents(database.knex, now())) > 0);
      },
    }),
    createPeriodicTask(database, log, {
      name: 'reflect-on-callers',
      everyMs: REFLECT_EVERY_MS,
      run: async (signal) => void (await reflectOnCallers(deps, signal)),
    }),
    createPeriodicTask(database, log, {
      name: 'keep-retention',
      everyMs: KEEP_RETENTION_EVERY_MS,
      async run(signal) {
        await keepRetention(deps, { retentionDays: config.retentionDays, now: now(), signal });
      },
    }),
    createPeriodicTask(database, log, {
      name: 'purge-initializations',
      everyMs: PURGE_INITIALIZATIONS_EVERY_MS,
      run: async () => void (await purgeInitializations(database.knex, now())),
    }),
  ];
}
