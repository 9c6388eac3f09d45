import type { Request, Response } from 'express';
import { createBoundedLookups } from '../../../assistants/bounded-lookups.js';
import {
  type BuiltInPolicy,
  createBuiltInPolicy,
  type IdentifiedEndUser,
} from '../../../assistants/built-in-policy.js';
import { describeError } from '../../../errors.js';
import {
  type InitializationAnswer,
  type InitializationEvent,
  readInitialization,
} from '../../../platforms/telnyx/initialization.js';
import { type EndUserHistory, endUserHistory } from '../../../store/conversations.js';
import { DatabaseUnavailable } from '../../../store/database-error.js';
import { type AdmittedTelnyx, admitTelnyx } from '../../admit-telnyx.js';
import { readConversationId } from '../../conversation-id.js';
import type { RouteDependencies } from '../../dependencies.js';
import { isOutage } from '../../is-outage.js';
import { observationOf } from '../../observation.js';
import type { PlatformWorkspace } from '../../platform-workspaces.js';
import { bodyReader, PLATFORM_BODY_BYTES_MAX, parseJsonBody } from '../../read-body.js';
import { RequestError } from '../../request-error.js';
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
  const { database, log, metrics, settings } = deps;
  const policyOf = policies(settings);
  const lookUps = createBoundedLookups({
    concurrentMax: settings.lookUpsMax,
    isOutage: (error) => error instanceof DatabaseUnavailable,
    restMs: REST_MS,
  });
  const admit = admitTelnyx(deps, bodyReader({ limitBytes: PLATFORM_BODY_BYTES_MAX, inflate: false }));
  const warn = throttledWarning(log, 'left out', WARN_EVERY_MS);

  /** What can be learned of earlier conversations in the time that is left; undefined when it could not be. */
  async function historyOf(
    workspaceId: number,
    endUser: IdentifiedEndUser,
    event: InitializationEvent,
    res: Response,
  ): Promise<EndUserHistory | undefined> {
    const { arrivedAtMs } = observationOf(res);
    // One that is no UUID is no row's id, and the database would refuse some of them: the caller keeps their history.
    const excludeConversationId = readConversationId(event.conversationId ?? '');
    const found = await lookUps.run(
      () =>
        endUserHistory(database, workspaceId, endUser.target, {
          timeoutMs: settings.budgetMs + GIVE_UP_MS,
          ...(excludeConversationId === undefined ? {} : { excludeConversationId }),
        }),
      arrivedAtMs + settings.budgetMs - performance.now(),
    );
    if (found.status === 'ready') return found.result;

    leaveOut(res, found.status, () =>
      found.status === 'failed' ? { error: describeError(found.error) } : { started: found.started },
    );
    return undefined;
  }

  function leaveOut(res: Response, reason: 'late' | 'failed', details: () => object): void {
    res.setHeader(LEFT_OUT_HEADER, PART);
    observationOf(res).leftOut = PART;
    metrics.countLeftOut(PART, reason);
    warn(reason, () => ({ part: PART, reason, ...details() }));
  }

  async function answer(admitted: AdmittedTelnyx, res: Response): Promise<InitializationAnswer> {
    const { workspace, rawBody } = admitted;
    const policy = policyOf(workspace.settings);
    try {
      const event = readInitialization(leniently(rawBody));
      admitted.refuseOthers({ assistantId: event.assistantId, number: event.agentTarget });
      const endUser = policy.identify(event);
      const history = endUser === undefined ? undefined : await historyOf(workspace.id, endUser, event, res);
      return policy.answer(endUser, history);
    } catch (error) {
      if (error instanceof RequestError) throw error;
      log.error({ request_id: observationOf(res).requestId, error: describeError(error) }, 'initialization failed');
      return policy.answer(undefined, undefined);
    }
  }

  /** Undefined: who asks cannot be told without the database, which does not answer. */
  async function admitted(req: Request, res: Response): Promise<AdmittedTelnyx | undefined> {
    try {
      return await admit(req, res);
    } catch (error) {
      if (!isOutage(error)) throw error;
      leaveOut(res, 'failed', () => ({ error: describeError(error) }));
      return undefined;
    }
  }

  return {
    method: 'post',
    paths: ['/telnyx/dynamic-variables', '/w/:workspace/telnyx/dynamic-variables'],
    async handle(req: Request, res: Response) {
      const request = await admitted(req, res);
      // What is said to everybody gives nothing away, and the call goes on.
      const body = request === undefined ? policyOf({}).answer(undefined, undefined) : await answer(request, res);
      sendJson(res, 200, body);
      metrics.countWebhook(observationOf(res).route, res.hasHeader(LEFT_OUT_HEADER) ? 'left-out' : 'answered');
    },
  };
}

/** What workspaces differ in is little: there are as many policies as there are pairs of a country and a time zone. */
function policies(
  fallback: Pick<RouteDependencies['settings'], 'defaultCountry' | 'timeZone'>,
): (settings: PlatformWorkspace['settings']) => BuiltInPolicy {
  const made = new Map<string, BuiltInPolicy>();
  return ({ default_country: defaultCountry = fallback.defaultCountry, time_zone: timeZone = fallback.timeZone }) => {
    const key = `${defaultCountry} ${timeZone}`;
    const policy = made.get(key) ?? createBuiltInPolicy({ defaultCountry, timeZone });
    made.set(key, policy);
    return policy;
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
