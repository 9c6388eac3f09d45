import type { CallerMemories } from '../memory/recall/caller-memories.js';
import type { Outbound } from '../outbound/outbound.js';
import type { ChangeFeed } from '../store/change-feed.js';
import type { Database } from '../store/database.js';
import { DatabaseUnavailable } from '../store/database-error.js';
import { listPolicySets, retrievePolicySet } from '../store/policy-sets.js';
import { createBoundedLookups } from './bounded-lookups.js';
import { type CallerProfiles, createCallerProfiles } from './caller-profiles.js';
import { createInitializer, type Initialize } from './initialize.js';
import { createLookups } from './lookups.js';
import { createPolicyBook, type PolicyBook } from './policy/policy-book.js';

/** What answers initializations in a process, with what it keeps in memory. */
export interface InitializationEngine {
  readonly initialize: Initialize;
  readonly book: PolicyBook;
  readonly profiles: CallerProfiles;
  /** Reads the policies of all workspaces, so that a database that is down later is not missed. */
  warm(): Promise<void>;
}

export interface InitializationEngineOptions {
  readonly database: Database;
  /** For what is looked up of callers. Absent: the database. */
  readonly reads?: Pick<Database, 'run'> | undefined;
  /** Absent: nothing is known but of conversations. */
  readonly memories?: Pick<CallerMemories, 'recall'> | undefined;
  readonly outbound: Outbound;
  readonly changes: ChangeFeed;
  /** How many statements about callers run at once: fewer than the pool has connections. */
  readonly lookUpsMax: number;
  /** Of a stored policy set that this version cannot read. */
  readonly report: (workspaceId: number, error: unknown) => void;
}

/**
 * A statement that is late is given up only some time after the budget: it keeps its slot until then, so that a database that
 * hangs is sent a few statements and not a new one for each call.
 */
const GIVE_UP_MS = 2_000;
const REST_MS = 200;

/** How many questions for the policies of workspaces that are not known yet run at once. */
const POLICY_LOOK_UPS_MAX = 2;

export function createInitializationEngine(options: InitializationEngineOptions): InitializationEngine {
  const { database, reads = database, memories, outbound, changes, lookUpsMax, report } = options;
  const nowMs = (): number => performance.now();
  const book = createPolicyBook({
    find: (workspaceId) => retrievePolicySet(database.knex, workspaceId),
    nowMs,
    report,
  });
  const profiles = createCallerProfiles(reads, nowMs, lookUpsMax);
  changes.subscribe((change) => {
    book.forget(change);
    profiles.forget(change);
  });
  const resting = { isOutage: (error: unknown) => error instanceof DatabaseUnavailable, restMs: REST_MS };
  const bounded = createBoundedLookups({ concurrentMax: POLICY_LOOK_UPS_MAX, ...resting });
  const profileLookups = createBoundedLookups({ concurrentMax: Number.POSITIVE_INFINITY, ...resting });
  const lookups = createLookups({ outbound, nowMs });
  return {
    initialize: createInitializer({ book, profiles, memories, lookups, bounded, profileLookups, giveUpMs: GIVE_UP_MS }),
    book,
    profiles,
    async warm() {
      const { sets, workspaceIds } = await listPolicySets(database.knex);
      await book.load(sets, workspaceIds);
    },
  };
}
