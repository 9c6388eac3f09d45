import type { RouteDependencies } from '../../dependencies.js';
import type { Route } from '../../route.js';
import { addRoute } from './add.js';
import { addFactRoute } from './add-fact.js';
import { deleteMemoryRoute } from './delete-memory.js';
import { eraseCallerRoute } from './erase-caller.js';
import { exportCallerRoute } from './export-caller.js';
import { listCallersRoute } from './list-callers.js';
import { listMemoriesRoute } from './list-memories.js';
import { createTakeLiveQuestion } from './live-question.js';
import { mergeCallersRoute } from './merge-callers.js';
import { mergeUserRoute } from './merge-user.js';
import { recallRoute } from './recall.js';
import { retrieveCallerRoute } from './retrieve-caller.js';
import { retrieveMemoryRoute } from './retrieve-memory.js';
import { searchRoute } from './search.js';
import { timelineRoute } from './timeline.js';
import { unmergeCallersRoute } from './unmerge-callers.js';
import { updateMemoryRoute } from './update-memory.js';
import { usageRoute } from './usage.js';

/** Callers and what is known of them. */
export function memoryRoutes(deps: RouteDependencies): readonly Route[] {
  const takeQuestion = createTakeLiveQuestion(deps);
  return [
    addRoute(deps),
    recallRoute(deps, takeQuestion),
    searchRoute(deps, takeQuestion),
    mergeUserRoute(deps),
    listCallersRoute(deps),
    retrieveCallerRoute(deps),
    eraseCallerRoute(deps),
    listMemoriesRoute(deps),
    addFactRoute(deps),
    timelineRoute(deps),
    exportCallerRoute(deps),
    mergeCallersRoute(deps),
    unmergeCallersRoute(deps),
    retrieveMemoryRoute(deps),
    updateMemoryRoute(deps),
    deleteMemoryRoute(deps),
    usageRoute(deps),
  ];
}
