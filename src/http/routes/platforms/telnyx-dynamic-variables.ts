import type { Request, Response } from 'express';
import { createBoundedLookups } from '../../../assistants/bounded-lookups.js';
import { createBuiltInPolicy, type IdentifiedEndUser } from '../../../assistants/built-in-policy.js';
import { describeError } from '../../../errors.js';
import {
  type InitializationAnswer,
  type InitializationEvent,
  readInitialization,
} from '../../../platforms/telnyx/initialization.js';
import { type EndUserHistory, endUserHistory } from '../../../store/conversations.js';
import { DatabaseUnavailable } from '../../../store/database-error.js';
import { admitTelnyx } from '../../admit-telnyx.js';
import { readConversationId } from '../../conversation-id.js';
import type { RouteDependencies } from '../../dependencies.js';
import { observationOf } from '../../observation.js';
import { bodyReader, PLATFORM_BODY_BYTES_MAX, parseJsonBody } from '../../read-body.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { throttledWarning } from '../../throttled-warning.js';

/** The names of parts that were left out of an answer, joined by commas. */
export const LEFT_OUT_HEADER = 'x-ringback-left-out';

const PART = 'caller_history';

/**
 * A statement that is late is given up only some time after the budget: it keeps its slot until then, so that a database that
 * hangs is sent a few statements and not a new one for each call.
 */
const GIVE_UP_MS = 2_000;
const REST_MS = 200;
const WARN_EVERY_MS = 1_000;

/**
 * The webhook that Telnyx calls when a conversation begins. A person is waiting on the line: past the signature every
 * request gets a usable answer within the budget, whatever the body holds and whatever the database does. Nothing is
 * written, so an event that comes twice is simply answered anew.
 */
export function telnyxDynamicVariablesRoute(deps: RouteDependencies): Route {
  const { database, defaultWorkspace, log, metrics, settings } = deps;
  const policy = createBuiltInPolicy(settings);
  const lookUps = createBoundedLookups({
    concurrentMax: settings.lookUpsMax,
    isOutage: (error) => error instanceof DatabaseUnavailable,
    restMs: REST_MS,
  });
  const admit = admitTelnyx(deps, bodyReader({ limitBytes: PLATFORM_BODY_BYTES_MAX, inflate: false }));
  const warn = throttledWarning(log, 'left out', WARN_EVERY_MS);

  /** What can be learned of earlier conversations in the time that is left; undefined when it could not be. */
  async function historyOf(
    endUser: IdentifiedEndUser,
    event: InitializationEvent,
    res: Response,
  ): Promise<EndUserHistory | undefined> {
    const observation = observationOf(res);
    // One that is no UUID is no row's id, and the database would refuse some of them: the caller keeps their history.
    const excludeConversationId = readConversationId(event.conversationId ?? '');
    const found = await lookUps.run(
      () =>
        endUserHistory(database, defaultWorkspace.id, endUser.target, {
          timeoutMs: settings.budgetMs + GIVE_UP_MS,
          ...(excludeConversationId === undefined ? {} : { excludeConversationId }),
        }),
      observation.arrivedAtMs + settings.budgetMs - performance.now(),
    );
    if (found.status === 'ready') return found.result;

    res.setHeader(LEFT_OUT_HEADER, PART);
    observation.leftOut = PART;
    metrics.countLeftOut(PART, found.status);
    warn(found.status, () => ({
      part: PART,
      reason: found.status,
      ...(found.status === 'failed' ? { error: describeError(found.error) } : { started: found.started }),
    }));
    return undefined;
  }

  async function answer(rawBody: Buffer, res: Response): Promise<InitializationAnswer> {
    try {
      const event = readInitialization(leniently(rawBody));
      const endUser = policy.identify(event);
      const history = endUser === undefined ? undefined : await historyOf(endUser, event, res);
      return policy.answer(endUser, history);
    } catch (error) {
      log.error({ request_id: observationOf(res).requestId, error: describeError(error) }, 'initialization failed');
      return policy.answer(undefined, undefined);
    }
  }

  return {
    method: 'post',
    paths: ['/telnyx/dynamic-variables', '/w/:workspace/telnyx/dynamic-variables'],
    async handle(req: Request, res: Response) {
      const rawBody = await admit(req, res);
      observationOf(res).workspace = defaultWorkspace.name;
      const body = await answer(rawBody, res);
      sendJson(res, 200, body);
      metrics.countWebhook(observationOf(res).route, res.hasHeader(LEFT_OUT_HEADER) ? 'left-out' : 'answered');
    },
  };
}

/** A signed body that is no JSON says nothing about the caller, and the call goes on. */
function leniently(rawBody: Buffer): unknown {
  try {
    return parseJsonBody(rawBody);
  } catch {
    return undefined;
  }
}
