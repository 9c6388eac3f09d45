import type { Request, Response } from 'express';
import type { Initialization, InitializationPart } from '../../../assistants/initialize.js';
import { receivedInitialization } from '../../../assistants/records/received-initialization.js';
import { describeError } from '../../../errors.js';
import {
  type InitializationEvent,
  NEUTRAL_ANSWER,
  readInitialization,
} from '../../../platforms/telnyx/initialization.js';
import { readUuid } from '../../../uuid.js';
import { admitTelnyx } from '../../admit-telnyx.js';
import type { RouteDependencies } from '../../dependencies.js';
import { isOutage } from '../../is-outage.js';
import { LEFT_OUT_HEADER, leaveOut } from '../../left-out.js';
import { lookupSecretsOf } from '../../lookup-secrets.js';
import { memoryWorkspace } from '../../memory-workspace.js';
import { observationOf } from '../../observation.js';
import type { AdmittedPlatform } from '../../platform-admission.js';
import { bodyReader, PLATFORM_BODY_BYTES_MAX, parseJsonLeniently } from '../../read-body.js';
import { RequestError } from '../../request-error.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { throttledWarning } from '../../throttled-warning.js';
import { InitializationAnswerJson, InitializationEventJson } from '../../wire/initialization-answer.js';

const WARN_EVERY_MS = 1_000;

/**
 * The webhook that Telnyx calls when a conversation begins. A person is waiting on the line: past the signature every
 * request gets a usable answer within the budget, whatever the body holds and whatever the database does. Nothing is
 * written before the answer, so an event that comes twice is simply answered anew.
 */
export function telnyxDynamicVariablesRoute(deps: RouteDependencies): Route {
  const { engine, log, now, recorder, settings } = deps;
  const admit = admitTelnyx(deps, bodyReader({ limitBytes: PLATFORM_BODY_BYTES_MAX, inflate: false }));
  const warn = throttledWarning(log, 'left out', WARN_EVERY_MS);

  function leaveOutAll(res: Response, parts: readonly InitializationPart[]): void {
    for (const { part, status, error, started } of parts) {
      const reason = status === 'failed' ? 'failed' : 'late';
      leaveOut(deps, res, part, reason);
      warn(`${part} ${reason}`, () => ({
        part,
        reason,
        ...(error === undefined ? {} : { error: describeError(error) }),
        ...(started === undefined ? {} : { started }),
      }));
    }
  }

  async function initialize(
    admitted: AdmittedPlatform,
    event: InitializationEvent,
    res: Response,
  ): Promise<Initialization> {
    const { workspace } = admitted;
    admitted.refuseOthers({ assistantId: event.assistantId, number: event.agentTarget });
    // One that is no UUID is no row's id, and the database would refuse some of them: the caller keeps their history.
    const conversationId = readUuid(event.conversationId ?? '');
    const { reading, timeZone } = memoryWorkspace(workspace.settings, settings);
    return engine.initialize({
      workspaceId: workspace.id,
      event,
      now: now(),
      reading,
      timeZone,
      secrets: lookupSecretsOf(workspace),
      deadlineMs: observationOf(res).arrivedAtMs + settings.budgetMs,
      ...(conversationId === undefined ? {} : { conversationId }),
    });
  }

  /** Undefined: it failed. */
  async function attempt(
    admitted: AdmittedPlatform,
    event: InitializationEvent,
    res: Response,
  ): Promise<Initialization | undefined> {
    try {
      const initialization = await initialize(admitted, event, res);
      const missing = initialization.parts.filter(({ status }) => status === 'late' || status === 'failed');
      leaveOutAll(res, missing);
      return initialization;
    } catch (error) {
      if (error instanceof RequestError) throw error;
      log.error({ request_id: observationOf(res).requestId, error: describeError(error) }, 'initialization failed');
      return undefined;
    }
  }

  /** Undefined: who asks cannot be told without the database, which does not answer. */
  async function admitted(req: Request, res: Response): Promise<AdmittedPlatform | undefined> {
    try {
      return await admit(req, res);
    } catch (error) {
      if (!isOutage(error)) throw error;
      leaveOutAll(res, [{ part: 'workspace', status: 'failed', durationMs: 0, error }]);
      return undefined;
    }
  }

  return {
    method: 'post',
    paths: ['/telnyx/dynamic-variables', '/w/:workspace/telnyx/dynamic-variables'],
    operation: {
      id: 'telnyxDynamicVariables',
      tag: 'platforms',
      summary: 'What an assistant is told when a conversation begins',
      description:
        'Answers within the budget (RINGBACK_BUDGET_MS) whatever happens; what was not ready by then is named in `x-ringback-left-out`.',
      access: 'telnyx',
      body: InitializationEventJson,
      answer: {
        status: 200,
        description: 'Variables, memory and metadata.',
        schema: InitializationAnswerJson,
        headers: { [LEFT_OUT_HEADER]: 'The parts that were not ready in time, or failed, joined by commas.' },
      },
      refusals: [404, 413],
    },
    async handle(req: Request, res: Response) {
      const request = await admitted(req, res);
      const event = readInitialization(request === undefined ? undefined : parseJsonLeniently(request.rawBody));
      const initialization = request === undefined ? undefined : await attempt(request, event, res);
      const answer = initialization?.answer ?? NEUTRAL_ANSWER;
      sendJson(res, 200, answer);
      if (request !== undefined) {
        const { reading } = memoryWorkspace(request.workspace.settings, settings);
        recorder?.note(
          receivedInitialization({
            workspaceId: request.workspace.id,
            platform: 'telnyx',
            event,
            reading,
            initialization,
            answer,
            secrets: request.workspace.secrets.map(({ value }) => value),
            durationMs: performance.now() - observationOf(res).arrivedAtMs,
            at: now(),
          }),
        );
      }
    },
  };
}
