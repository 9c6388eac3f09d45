import express, { type Express } from 'express';
import { noMemories } from '../memory/recall/no-memories.js';
import { environmentSecrets as secretsOf } from '../platforms/environment-secrets.js';
import { createCompiler } from '../query/index.js';
import { findApiKey } from '../store/api-keys.js';
import { createKnownIndexes } from '../store/known-indexes.js';
import { listMetadataIndexes } from '../store/metadata-indexes.js';
import { createPlatformSecrets } from '../store/platform-secrets.js';
import { authorizeWith } from './authorize.js';
import type { AppDependencies, RouteDependencies } from './dependencies.js';
import { errorResponse } from './error-response.js';
import { createFairTurns } from './fair-turns.js';
import { idempotentlyWith } from './idempotency.js';
import { createKeyring } from './keyring.js';
import { createMetrics } from './metrics.js';
import { observe } from './middleware/observe.js';
import { securityHeaders } from './middleware/security-headers.js';
import { createPlatformWorkspaces } from './platform-workspaces.js';
import { createRateLimits } from './rate-limits.js';
import { API_BODY_BYTES_MAX, bodyReader, parseJsonBody } from './read-body.js';
import { notFound } from './request-error.js';
import { mountRoutes } from './route.js';
import { allRoutes } from './routes/all-routes.js';

/** Of the ten connections of the pool. */
const QUERY_TURNS = { max: 6, ownerMax: 4 } as const;

/** The whole HTTP side, as an Express app that nobody has told to listen yet. */
export function createApp(dependencies: AppDependencies): Express {
  const { database, defaultWorkspace, log, secretBox, settings } = dependencies;
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  // Query strings are the query language's business; a parser of Express would decode them by other rules.
  app.set('query parser', false);
  app.set('trust proxy', settings.trustProxy);

  const knownIndexes = createKnownIndexes({
    list: () => listMetadataIndexes(database),
    nowMs: () => performance.now(),
  });
  const compiler = createCompiler({ indexedKeys: knownIndexes.current });
  const metrics = createMetrics({
    ofProcess: settings.processMetrics,
    compilerStats: () => compiler.stats(),
    jobs: dependencies.jobs,
    recorder: dependencies.recorder,
  });
  const keyring = createKeyring({
    find: (key) => findApiKey(database.knex, key),
    standing: dependencies.standingKeys,
    nowMs: () => performance.now(),
    count: metrics.countKeyLookUp,
  });
  const environmentSecrets = { workspaceId: defaultWorkspace.id, secrets: secretsOf(settings) };
  const platformSecrets = createPlatformSecrets({ database, secretBox, environment: environmentSecrets, log });
  const platformWorkspaces = createPlatformWorkspaces({
    secrets: platformSecrets,
    defaultWorkspace: { ...defaultWorkspace, secrets: environmentSecrets.secrets },
    nowMs: () => performance.now(),
  });
  // Who asks first should not find that nothing is known of the workspace.
  if (dependencies.looksAhead === true) void platformWorkspaces.find(defaultWorkspace.name).catch(() => {});
  const readBody = bodyReader({ limitBytes: API_BODY_BYTES_MAX, inflate: true });
  const limits = createRateLimits(settings, () => performance.now());
  const deps: RouteDependencies = {
    ...dependencies,
    reads: dependencies.reads ?? database,
    memories: dependencies.memories ?? noMemories,
    metrics,
    compiler,
    knownIndexes,
    queryTurns: createFairTurns(QUERY_TURNS),
    keyring,
    platformWorkspaces,
    platformSecrets,
    environmentSecrets,
    authorize: authorizeWith({
      keyring,
      defaultWorkspaceId: defaultWorkspace.id,
      noteUse: dependencies.keyUses?.note,
      limits,
    }),
    idempotently: idempotentlyWith(database, dependencies.now),
    readJson: async (req, res) => parseJsonBody(await readBody(req, res)),
  };

  app.use(observe(log, metrics));
  app.use(securityHeaders());
  mountRoutes(app, allRoutes(deps), limits.admitAddress);
  app.use((req) => {
    limits.admitAddress(req);
    throw notFound('There is nothing at this address.');
  });
  app.use(errorResponse(log, { onUnauthenticated: limits.countFailure }));
  return app;
}
