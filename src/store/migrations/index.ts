import { conversationsAndMessages } from './0001-conversations-and-messages.js';
import { queryFunctions } from './0002-query-functions.js';
import { metadataIndexByWorkspace } from './0003-metadata-index-by-workspace.js';
import { workspaceAdministration } from './0004-workspace-administration.js';
import { assistants } from './0005-assistants.js';
import { insights } from './0006-insights.js';
import { eventsAndIdempotency } from './0007-events-and-idempotency.js';
import { jobs } from './0008-jobs.js';
import { policiesAndInitializations } from './0009-policies-and-initializations.js';
import { memory } from './0010-memory.js';
import { queryShapes } from './0011-query-shapes.js';
import type { Migration } from './migration.js';

/** Every migration, in the order in which they are applied. */
export const migrations: readonly Migration[] = [
  conversationsAndMessages,
  queryFunctions,
  metadataIndexByWorkspace,
  workspaceAdministration,
  assistants,
  insights,
  eventsAndIdempotency,
  jobs,
  policiesAndInitializations,
  memory,
  queryShapes,
];
