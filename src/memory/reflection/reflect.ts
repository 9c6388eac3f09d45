import type { JobHandler } from '../../jobs/job-queue.js';
import { readCallerFacts } from '../../store/caller-memory.js';
import { callersMergedInto, lockCallers, rootCaller } from '../../store/callers.js';
import { type ChangeFeed, memoryLearned } from '../../store/change-feed.js';
import type { Database } from '../../store/database.js';
import { learnedSinceReflectionOf, readCallStarts, replacePatterns } from '../../store/patterns.js';
import { retrieveWorkspace } from '../../store/workspaces.js';
import { createLocalTime } from '../recall/spoken-dates.js';
import { factMemories } from '../truth/current-facts.js';
import { findPatterns } from './find-patterns.js';

export interface ReflectDependencies {
  readonly database: Database;
  readonly changes: Pick<ChangeFeed, 'publish'>;
  /** Where a workspace does not say. */
  readonly defaults: { readonly timeZone: string };
  readonly now: () => Date;
}

/**
 * Looks for what recurs in what is known of a caller, and keeps it in the place of what was seen before: done twice, it is there once.
 * What was learned while it looked is still new afterwards.
 */
export function reflectHandler({ database, changes, defaults, now }: ReflectDependencies): JobHandler<'reflect'> {
  return async ({ callerId }, { workspaceId, signal }) => {
    const root = await rootCaller(database.knex, workspaceId, callerId);
    if (root === undefined) return { patterns: 0 };
    // Counted before they are read: what comes between the two is looked at once more.
    const learned = await learnedSinceReflectionOf(database.knex, workspaceId, root);
    const known = await readCallerFacts(database, workspaceId, { callerId: root });
    if (known === undefined) return { patterns: 0 };
    const calls = await readCallStarts(database.knex, workspaceId, known.callerIds);
    const timeZone = (await retrieveWorkspace(database.knex, workspaceId))?.settings.time_zone ?? defaults.timeZone;
    const { facts, episodes } = known;
    const patterns = findPatterns({ facts: factMemories(facts), episodes, calls }, createLocalTime(timeZone));
    signal.throwIfAborted();

    const callerIds = await database.knex.transaction(async (trx) => {
      await lockCallers(trx, workspaceId, known.callerIds);
      const ids = await callersMergedInto(trx, workspaceId, root);
      const [first, ...others] = ids;
      // Erased meanwhile, merged or taken apart: what was seen is of somebody else.
      if (first === undefined || ids.length !== known.callerIds.length) return undefined;
      if ((await rootCaller(trx, workspaceId, root)) !== root) return undefined;
      const seen = { patterns, newFacts: learned?.newFacts ?? 0, at: now() };
      await replacePatterns(trx, workspaceId, [first, ...others], seen);
      return ids;
    });
    if (callerIds === undefined) return { patterns: 0 };
    for (const id of callerIds) changes.publish(memoryLearned(workspaceId, id));
    return { patterns: patterns.length };
  };
}
