import type { KeyObject } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import type { InitializationEngine } from '../assistants/initialization-engine.js';
import type { InitializationRecorder } from '../assistants/initialization-recorder.js';
import type { JobQueue } from '../jobs/job-queue.js';
import type { CallerMemories } from '../memory/recall/caller-memories.js';
import type { UsageMeter } from '../memory/usage/usage-meter.js';
import type { LanguageModel } from '../models/language-model.js';
import type { Outbound } from '../outbound/outbound.js';
import type { Compiler } from '../query/index.js';
import type { ApiKeyUses } from '../store/api-key-uses.js';
import type { ChangeFeed } from '../store/change-feed.js';
import type { Database } from '../store/database.js';
import type { KnownIndexes } from '../store/known-indexes.js';
import type { PlatformSecrets } from '../store/platform-secrets.js';
import type { QueryShapes } from '../store/query-shapes.js';
import type { SecretBox } from '../store/secret-box.js';
import type { EnvironmentSecrets } from '../store/workspace-secrets.js';
import type { Authorize } from './authorize.js';
import type { FairTurns } from './fair-turns.js';
import type { Idempotently } from './idempotency.js';
import type { Keyring, StandingKey } from './keyring.js';
import type { Metrics } from './metrics.js';
import type { PlatformWorkspaces } from './platform-workspaces.js';
import type { RateLimitSettings } from './rate-limits.js';

/** What `createApp` needs: everything is passed in, nothing is read from the environment. */
export interface AppDependencies {
  readonly database: Database;
  /** For what need not be read where it is written: List, recall, look-ups at the start of a conversation. Absent: the database. */
  readonly reads?: Pick<Database, 'run'> | undefined;
  readonly log: Logger;
  readonly jobs: JobQueue;
  /** Answers initializations. */
  readonly engine: InitializationEngine;
  /** What is known of callers. Absent: nothing of it is ready in time. */
  readonly memories?: CallerMemories | undefined;
  /** Keeps records of initializations. Absent: nobody does. */
  readonly recorder?: Pick<InitializationRecorder, 'note' | 'flush' | 'counts'> | undefined;
  /** Tells caches, here and in other processes, what has changed. */
  readonly changes: ChangeFeed;
  /** Calls URLs that users and payloads name. */
  readonly outbound: Outbound;
  /** Absent: no model is configured. */
  readonly model?: LanguageModel | undefined;
  /** Absent: `RINGBACK_SECRET_KEY` is not set, beside a database on a server. */
  readonly secretBox?: SecretBox | undefined;
  readonly settings: AppSettings;
  /** The workspace of platform routes that name none. */
  readonly defaultWorkspace: { readonly id: number; readonly name: string };
  /** Keys that hold without the database: the admin token of this process, the key of the environment. */
  readonly standingKeys: readonly StandingKey[];
  /** Counts what queries ask for. Absent: nobody does. */
  readonly queryShapes?: Pick<QueryShapes, 'note' | 'flush'> | undefined;
  /** Counts what workspaces use of memory, and knows their limits. */
  readonly usage: UsageMeter;
  /** Keeps when keys were last used. Absent: nobody does. */
  readonly keyUses?: Pick<ApiKeyUses, 'note'> | undefined;
  /** Whether what platforms' first request needs is asked for at once. */
  readonly looksAhead?: boolean | undefined;
  /** The wall clock. */
  readonly now: () => Date;
  /** Aborted when the server begins to stop, with the RequestError that imports under way are answered with. Absent: it never is. */
  readonly stopping?: AbortSignal | undefined;
}

export interface AppSettings extends RateLimitSettings {
  /** The time an initialization may take, from the arrival of its request. */
  readonly budgetMs: number;
  /** The time that a recall or a search may take, the same. */
  readonly recallMs: number;
  /** None: the Telnyx routes do not exist, or are open to local requests (`allowUnsigned`). */
  readonly telnyxPublicKeys: readonly KeyObject[];
  /** Unsigned platform requests from loopback peers, while the platform's secret is not set. */
  readonly allowUnsigned: boolean;
  /** ISO 3166, two letters. */
  readonly defaultCountry: string;
  /** IANA name. */
  readonly timeZone: string;
  /** As Express has it. */
  readonly trustProxy: boolean | number | string;
  /** Whether `/metrics` needs no key of local requests: on a loopback address only. */
  readonly metricsOpen: boolean;
  /** Whether the process's own figures are in `/metrics`; they are observed until the process ends. */
  readonly processMetrics: boolean;
  /** Of the default workspace: fetches messages, and imports. */
  readonly telnyxApiKey?: string | undefined;
  /** Absent: Telnyx's own. */
  readonly telnyxBaseUrl?: string | undefined;
  /** Of the default workspace, as the next one. */
  readonly vapiSecret?: string | undefined;
  readonly retellApiKey?: string | undefined;
}

/** What `createApp` makes of its dependencies for the routes. */
export interface RouteDependencies extends Omit<AppDependencies, 'standingKeys' | 'reads' | 'memories'> {
  readonly memories: CallerMemories;
  readonly reads: Pick<Database, 'run'>;
  readonly authorize: Authorize;
  /** To be forgotten when keys are made, revoked or deleted. */
  readonly keyring: Pick<Keyring, 'forget'>;
  /** What platforms' requests are admitted with; to be forgotten when workspaces or their secrets change. */
  readonly platformWorkspaces: PlatformWorkspaces;
  readonly platformSecrets: PlatformSecrets;
  /** What the default workspace has of the environment. */
  readonly environmentSecrets: EnvironmentSecrets;
  readonly metrics: Metrics;
  /** Keeps the SQL of the shapes it has seen. */
  readonly compiler: Compiler;
  /** Which metadata keys have an index of their own; to be looked for anew when one is made or dropped. */
  readonly knownIndexes: KnownIndexes;
  /** For queries of the query language, of which some take as long as they may: they leave connections to the rest. By workspace. */
  readonly queryTurns: FairTurns;
  /** Answers the requests that may come with an `Idempotency-Key`. */
  readonly idempotently: Idempotently;
  /** The JSON value of an API request's body; RequestErrors (400, 413) otherwise. */
  readonly readJson: (req: Request, res: Response) => Promise<unknown>;
}
