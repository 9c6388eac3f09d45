import type { Request, Response } from 'express';
import { z } from 'zod';
import { describeError } from '../../../errors.js';
import { type EventOutcome, readReceivedEvent, receiveTelnyxEvent } from '../../../transfer/receive-telnyx-event.js';
import { admitTelnyx } from '../../admit-telnyx.js';
import type { RouteDependencies } from '../../dependencies.js';
import { isOutage } from '../../is-outage.js';
import { observationOf } from '../../observation.js';
import type { AdmittedPlatform } from '../../platform-admission.js';
import { bodyReader, PLATFORM_BODY_BYTES_MAX, parseJsonLeniently } from '../../read-body.js';
import { RequestError, unavailable } from '../../request-error.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { throttledWarning } from '../../throttled-warning.js';

const WARN_EVERY_MS = 3_600_000;

const EventBody = z
  .looseObject({
    data: z
      .looseObject({
        id: z.string().optional().describe('The same for the same event: it counts once.'),
        event_type: z.string().optional(),
        payload: z.looseObject({}).optional(),
      })
      .optional(),
  })
  .describe('An event as Telnyx sends it, with the `data` envelope or without. Fields that are not known are welcome.');

const EventAnswer = z.object({
  data: z.object({
    outcome: z
      .enum(['fetching', 'ended', 'insights', 'kept', 'noted', 'erased', 'duplicate'])
      .describe(
        'What became of it: the conversation ended, or ends when its messages were fetched; insights were stored; kept until its ' +
          'conversation is known; only noted; delivered before.',
      ),
  }),
});

/**
 * Where Telnyx tells what happened after a conversation. It is answered 200 when the event and what it asks for are stored, and
 * not before; with 503 it is sent again. What Ringback has no use for is answered 200 as well, so that it is not.
 */
export function telnyxEventsRoute(deps: RouteDependencies): Route {
  const { database, jobs, log, metrics, now } = deps;
  const admit = admitTelnyx(deps, bodyReader({ limitBytes: PLATFORM_BODY_BYTES_MAX, inflate: false }));
  const warn = throttledWarning(log, 'messages of Telnyx are not fetched', WARN_EVERY_MS);

  async function receive({ workspace, rawBody, refuseOthers }: AdmittedPlatform, res: Response): Promise<EventOutcome> {
    // Whether it lists what is its own is not known: an event of another workspace would be stored for good. It comes again.
    if (workspace.isPresumed === true) throw unavailable('The database does not answer.');
    const received = readReceivedEvent(rawBody, parseJsonLeniently(rawBody));
    const hasApiKey = workspace.secrets.some(({ platform, name }) => platform === 'telnyx' && name === 'api_key');
    const receiving = { id: workspace.id, numbers: workspace.settings.numbers ?? [], hasApiKey, refuseOthers };
    try {
      return await database.knex.transaction((trx) =>
        receiveTelnyxEvent(trx, receiving, received, { jobs, log, now: now() }),
      );
    } catch (error) {
      if (error instanceof RequestError || isOutage(error)) throw error;
      const { requestId, route } = observationOf(res);
      log.error({ request_id: requestId, route, error: describeError(error) }, 'event could not be stored');
      throw unavailable('The event could not be stored.');
    }
  }

  return {
    method: 'post',
    paths: ['/telnyx/events', '/w/:workspace/telnyx/events'],
    operation: {
      id: 'receiveTelnyxEvent',
      tag: 'platforms',
      summary: 'Take an event of Telnyx: the end of a conversation, or the results of its insights.',
      description:
        'At the end of a conversation (`call.conversation.ended`) its messages are fetched from Telnyx by a job, with the API key of ' +
        'TELNYX_API_KEY or of the workspace, and its insights are run. Events that Ringback has no use for are answered 200, too.',
      access: 'telnyx',
      body: EventBody,
      answer: { status: 200, description: 'The event is stored, or was before.', schema: EventAnswer },
      refusals: [404, 413, 415],
    },
    async handle(req: Request, res: Response) {
      const admitted = await admit(req, res);
      const outcome = await receive(admitted, res);
      metrics.countWebhook(observationOf(res).route, outcome);
      if (outcome === 'ended') {
        const { name } = admitted.workspace;
        warn(name, () => ({ workspace: name, set: 'TELNYX_API_KEY, or the secret telnyx api_key of the workspace' }));
      }
      sendJson(res, 200, { data: { outcome } });
    },
  };
}
