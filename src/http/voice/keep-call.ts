import type { Response } from 'express';
import type { Knex } from 'knex';
import { describeError } from '../../errors.js';
import { endConversation } from '../../insights/end-conversation.js';
import { callConversationId } from '../../memory/ingest/call-conversation-id.js';
import { callIdentities } from '../../memory/ingest/call-identities.js';
import { eraseCall } from '../../memory/ingest/erase-call.js';
import { type IngestedCall, type IngestOutcome, ingestCall } from '../../memory/ingest/ingest-call.js';
import { ingestChanges } from '../../memory/ingest/ingest-changes.js';
import { callersChange, memoryChange } from '../../store/change-feed.js';
import { deleteLateInitializations } from '../../store/initializations.js';
import type { RouteDependencies } from '../dependencies.js';
import { isOutage } from '../is-outage.js';
import { memoryWorkspace } from '../memory-workspace.js';
import { observationOf } from '../observation.js';
import type { PlatformWorkspace } from '../platform-workspaces.js';
import { RequestError, unavailable } from '../request-error.js';
import type { WorkspaceSlots } from '../workspace-slots.js';
import { slotsOf } from './in-time.js';
import { EVENT_WAIT_MS, type WhileAway } from './while-away.js';

/** For a slot, each time. */
const WAIT_MS = 5_000;

type Told = Omit<IngestedCall, 'identities'>;

/** Keeps what platforms tell of calls: each in one transaction, and never for a workspace that is not known for sure. */
export interface CallKeeper {
  /**
   * Waits for a database that is away for some seconds (`EVENT_WAIT_MS`): a report may not come again.
   *
   * @param hasSlot the request has one of the workspace's slots already, and must wait neither for another nor for the database
   * @throws RequestError 503 when it could not be stored: sent again, it counts once
   */
  keep(res: Response, workspace: PlatformWorkspace, told: Told, hasSlot?: boolean): Promise<IngestOutcome>;
  /** The same for what a caller deleted at the platform. */
  erase(res: Response, workspace: PlatformWorkspace, platform: 'vapi' | 'retell', callId: string): Promise<void>;
}

export function createCallKeeper(deps: RouteDependencies, slots: WorkspaceSlots, whileAway: WhileAway): CallKeeper {
  const { changes, database, jobs, log, now, settings, usage } = deps;

  async function store<Result>(
    res: Response,
    workspace: PlatformWorkspace,
    waitMs: number,
    work: (trx: Knex.Transaction) => Promise<Result>,
  ): Promise<Result> {
    // Whether it lists what is its own is not known: an event of another workspace would be stored for good. It comes again.
    if (workspace.isPresumed === true) throw unavailable('The database does not answer.');
    try {
      const transact = () => database.knex.transaction(work);
      if (waitMs === 0) return await transact();
      return await whileAway.again(res, waitMs, () => slots.run(workspace.id, slotsOf(workspace), WAIT_MS, transact));
    } catch (error) {
      if (error instanceof RequestError) throw error;
      if (isOutage(error)) throw unavailable('The event could not be stored now.');
      const { requestId, route } = observationOf(res);
      log.error({ request_id: requestId, route, error: describeError(error) }, 'event could not be stored');
      throw unavailable('The event could not be stored.');
    }
  }

  const end = (trx: Knex.Transaction, workspaceId: number, conversationId: string, at: Date) =>
    endConversation({ db: trx, jobs, log }, workspaceId, conversationId, { reason: 'event', at });

  return {
    async keep(res, workspace, told, hasSlot = false) {
      const { reading } = memoryWorkspace(workspace.settings, settings);
      const identities = callIdentities(told.report, reading);
      const waitMs = hasSlot ? 0 : EVENT_WAIT_MS[told.report.platform === 'vapi' ? 'vapi' : 'retell'];
      const outcome = await store(res, workspace, waitMs, (trx) =>
        ingestCall(trx, workspace.id, { ...told, identities }, { jobs, end, now: now() }),
      );
      if (outcome.status !== 'accepted') return outcome;
      const target = told.report.endUserTarget;
      if (target === undefined) changes.publish(callersChange(workspace.id, undefined));
      for (const change of ingestChanges(workspace.id, outcome, target)) changes.publish(change);
      // Counted, and kept whatever the month's limit is: a report comes once.
      if (told.stage === 'report') await usage.use(workspace.id, 'adds', undefined);
      return outcome;
    },
    async erase(res, workspace, platform, callId) {
      const erased = await store(res, workspace, EVENT_WAIT_MS[platform], (trx) =>
        eraseCall(trx, workspace.id, platform, callId, now()),
      );
      const conversationIds = [callConversationId(workspace.id, { platform, callId })];
      await deleteLateInitializations(database, workspace.id, { keys: [], conversationIds }, now()).catch((error) => {
        // Told again, it is erased once more.
        throw isOutage(error) ? unavailable('The event could not be stored now.') : error;
      });
      if (erased === undefined) return;
      changes.publish(callersChange(workspace.id, undefined));
      changes.publish(memoryChange(workspace.id, erased.callerId ?? undefined));
    },
  };
}
