import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { endConversation } from '../../../insights/end-conversation.js';
import { ingestCall } from '../../../memory/ingest/ingest-call.js';
import { ingestChanges } from '../../../memory/ingest/ingest-changes.js';
import { callOfConversation } from '../../../store/calls.js';
import type { Change } from '../../../store/change-feed.js';
import { retrieveConversation } from '../../../store/conversations.js';
import { endUserTargetOf } from '../../../store/end-user-target.js';
import { isRace } from '../../../store/is-race.js';
import { readSentAt } from '../../../store/sent-at.js';
import { readBodyAs, refuseProblems } from '../../body-problem.js';
import type { RouteDependencies } from '../../dependencies.js';
import { errorItem } from '../../error-item.js';
import { IDEMPOTENCY_REFUSALS, IdempotencyHeaders } from '../../idempotency.js';
import { readUser } from '../../memory-user.js';
import { memoryWorkspaceOf } from '../../memory-workspace.js';
import { conversationNotFound, RequestError, unavailable } from '../../request-error.js';
import type { Route } from '../../route.js';
import { takeUse } from '../../take-use.js';
import { AddBody, addProblems, turnsOf } from './add-body.js';

const Answer = z.object({
  status: z.literal('accepted'),
  job_id: z
    .uuid()
    .nullable()
    .describe('Of the job that learns from it: `GET /v1/jobs/{id}`. Null: there is nothing new in it.'),
  caller_id: z.uuid(),
  conversation_id: z.guid(),
  sub_user_id: z.string(),
});

/** Adds a conversation, or more of one, to the memory of somebody: it is kept when this is answered, and learned from after that. */
export function addRoute(deps: RouteDependencies): Route {
  const { authorize, changes, idempotently, jobs, log, now, readJson, usage } = deps;
  return {
    method: 'post',
    paths: ['/v1/add'],
    operation: {
      id: 'addMemory',
      tag: 'memory',
      summary: 'Add what was said to the memory of a caller',
      description:
        'It is stored when this is answered; facts and the episode are extracted by a job. Secrets and card numbers are taken out before anything is stored.',
      access: 'write',
      headers: IdempotencyHeaders,
      body: AddBody,
      answer: { status: 202, description: 'It is stored.', schema: Answer },
      refusals: [...IDEMPOTENCY_REFUSALS, 404, 429],
    },
    async handle(req, res) {
      const principal = await authorize(req, res, 'write');
      const { workspaceId } = principal;
      const json = await readJson(req, res);
      const body = readBodyAs(AddBody, json);
      const workspace = await memoryWorkspaceOf(deps, workspaceId);
      const read = readUser(body, workspace.reading);
      refuseProblems([...addProblems(body), ...('problems' in read ? read.problems : [])]);
      if (!('user' in read)) return;
      const { user } = read;
      await usage.prepare(workspaceId, 'adds', workspace.settings.adds_per_month);
      let isCounted = false;
      const requestKey = req.headers['idempotency-key'] ?? randomUUID();

      let changed: readonly Change[] = [];

      const add: Parameters<typeof idempotently>[4] = (db) =>
        db.transaction(async (trx) => {
          // Not before: what is answered as it was the first time is no use, and no limit is in its way.
          if (!isCounted) await takeUse(usage, workspaceId, 'adds', workspace.settings);
          isCounted = true;
          const { conversation_id: id } = body;
          const known = id === undefined ? undefined : await retrieveConversation(trx, workspaceId, id.toLowerCase());
          if (id !== undefined && known === undefined) throw conversationNotFound(id);
          const call = known && (await callOfConversation(trx, workspaceId, known.id));
          const conversationId = known?.id ?? randomUUID();
          const at = body.at === undefined ? now() : (readSentAt(body.at) as Date);
          const end = (inner: typeof trx, of: number, ended: string, endedAt: Date) =>
            endConversation({ db: inner, jobs, log }, of, ended, { reason: 'request', at: endedAt });
          const outcome = await ingestCall(
            trx,
            workspaceId,
            {
              report: {
                platform: (call?.platform as 'api' | undefined) ?? 'api',
                callId: call?.callId ?? conversationId,
                channel: 'web_chat',
                startedAt: (known === undefined ? at : new Date(known.createdAt)).toISOString(),
                turns: turnsOf(body),
                retained: true,
              },
              conversationId,
              identities: user.identities,
              eventKey: `${conversationId} ${String(requestKey)}`,
              eventType: 'add',
              stage: known === undefined ? 'report' : 'append',
              told: { name: user.name, metadata: user.metadata },
              metadata: {
                ...body.metadata,
                ...(body.time_zone === undefined ? {} : { time_zone: body.time_zone }),
              },
            },
            { jobs, end, now: now() },
          );
          if (!('conversationId' in outcome)) throw refusedBecause(outcome.status);
          const { jobId, callerId, subUserId } = outcome;
          changed = ingestChanges(workspaceId, outcome, known && endUserTargetOf(known.metadata));
          const answer = {
            status: 'accepted',
            job_id: jobId,
            caller_id: callerId,
            conversation_id: outcome.conversationId,
            sub_user_id: subUserId,
          };
          return { status: 202, body: answer };
        });
      await despiteRaces(() => idempotently(req, res, principal, json, add));
      // It is committed.
      for (const change of changed) changes.publish(change);
    },
  };
}

/**
 * Does work once more that failed for what another transaction did meanwhile, such as erasing the caller: nothing of it is there, and
 * nothing was answered.
 *
 * @throws RequestError 503 when that happens again
 */
async function despiteRaces(work: () => Promise<void>): Promise<void> {
  try {
    return await work();
  } catch (error) {
    if (!isRace(error)) throw error;
  }
  try {
    await work();
  } catch (error) {
    throw isRace(error) ? unavailable('Something else was done with the same caller meanwhile.') : error;
  }
}

function refusedBecause(status: 'erased' | 'not-retained' | 'of-another'): RequestError {
  const detail = {
    erased: 'This conversation was erased with its caller.',
    'not-retained': 'The assistant of this conversation keeps no data.',
    'of-another': 'This conversation is of another caller than "user".',
  }[status];
  return new RequestError(409, [errorItem('unprocessable', detail)]);
}
