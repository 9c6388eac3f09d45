import type { RouteDependencies } from '../../dependencies.js';
import type { Route } from '../../route.js';
import { addSecretRoute } from './add-secret.js';
import { createKeyRoute } from './create-key.js';
import { createWorkspaceRoute } from './create-workspace.js';
import { deleteSecretRoute } from './delete-secret.js';
import { deleteWorkspaceRoute } from './delete-workspace.js';
import { listJobsRoute } from './list-jobs.js';
import { listKeysRoute } from './list-keys.js';
import { listSecretsRoute } from './list-secrets.js';
import { listWorkspacesRoute } from './list-workspaces.js';
import { retrieveJobRoute } from './retrieve-job.js';
import { retrieveWorkspaceRoute } from './retrieve-workspace.js';
import { retryJobRoute } from './retry-job.js';
import { revokeKeyRoute } from './revoke-key.js';
import { updateWorkspaceRoute } from './update-workspace.js';
import { publicKeyRoute, replaceWebhookKeyRoute, retrieveWebhookKeyRoute } from './webhook-key.js';
import { workspaceHealthRoute } from './workspace-health.js';

/** Workspaces, API keys, secrets and jobs: what the command line asks beside a running server. */
export function administrationRoutes(deps: RouteDependencies): readonly Route[] {
  return [
    listWorkspacesRoute(deps),
    createWorkspaceRoute(deps),
    retrieveWorkspaceRoute(deps),
    workspaceHealthRoute(deps),
    updateWorkspaceRoute(deps),
    deleteWorkspaceRoute(deps),
    listSecretsRoute(deps),
    addSecretRoute(deps),
    deleteSecretRoute(deps),
    retrieveWebhookKeyRoute(deps),
    replaceWebhookKeyRoute(deps),
    listKeysRoute(deps),
    createKeyRoute(deps),
    revokeKeyRoute(deps),
    publicKeyRoute(deps),
    listJobsRoute(deps),
    retrieveJobRoute(deps),
    retryJobRoute(deps),
  ];
}
