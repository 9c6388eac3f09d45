import type { Response } from 'express';
import { type RetellEvent, readRetellEvent } from '../../../platforms/retell/event.js';
import { findCall } from '../../../store/calls.js';
import type { PlatformWorkspace } from '../../platform-workspaces.js';
import { unavailable } from '../../request-error.js';
import type { Route } from '../../route.js';
import { callScope } from '../../voice/call-scope.js';
import { isForGood } from '../../voice/receive-for-good.js';
import { RetellEventJson } from '../../wire/retell.js';
import type { VoiceParts } from './voice-parts.js';

/** What has a call's words. */
const STORED: ReadonlySet<RetellEvent['kind']> = new Set(['ended', 'analyzed']);

/**
 * Where Retell tells what happened in calls and chats. A call is kept with its end, and its analysis changes nothing; where personal data is
 * to be taken out first, with its analysis. 204 when that is stored, and not before; with 503 it is sent again.
 */
export function retellEventsRoute({ deps, receiveRetell, receiveRetellForGood, keeper }: VoiceParts): Route {
  const { database, memories, settings } = deps;

  async function keep(res: Response, workspace: PlatformWorkspace, event: RetellEvent): Promise<void> {
    const { call, eventKey, report, type } = event;
    const { callId } = call;
    if (callId === undefined || eventKey === undefined) return;
    const told = { eventKey, eventType: type } as const;
    if (event.kind === 'started') {
      const begun = { platform: 'retell', ...call, callId, turns: [], retained: event.isRetained } as const;
      await keeper.keep(res, workspace, { ...told, report: begun, stage: 'start' });
      return;
    }
    if (report === undefined || event.kind === 'updated') return;
    // What was said comes with the analysis; that the call has ended is known then, too.
    if (event.kind === 'ended' && event.isBeforeScrubbing) return;
    if (event.kind === 'analyzed' && (await isReported(workspace, callId))) return;
    await keeper.keep(res, workspace, { ...told, report, stage: 'report' });
  }

  /** By its end, whose words are the same. */
  async function isReported(workspace: PlatformWorkspace, callId: string): Promise<boolean> {
    const call = await findCall(database.knex, workspace.id, 'retell', callId);
    return call?.reportedAt != null;
  }

  return {
    method: 'post',
    paths: ['/retell/events', '/w/:workspace/retell/events'],
    operation: {
      id: 'receiveRetellEvent',
      tag: 'platforms',
      summary: 'Take an event of Retell: a call or chat that began, ended, or was analyzed',
      description:
        'At the end of a call what was said is stored, and learned from by a job. Nothing is kept with `basic_attributes_only`; with ' +
        '`everything_except_pii` the scrubbed transcript, which comes with the analysis. All other events are answered 204.',
      access: 'retell',
      body: RetellEventJson,
      answer: { status: 204, description: 'It is stored, or nothing is to be.' },
      refusals: [404, 413],
    },
    async handle(req, res) {
      const received = await receiveRetell(req, res);
      const event = readRetellEvent(received.body);
      const waits = STORED.has(event.kind) && !isForGood(received);
      const { admitted } = waits ? await receiveRetellForGood(req, res) : received;
      if (admitted === undefined) throw unavailable('The database does not answer.');
      // Tests of the dashboard are about nothing.
      if (event.call.callId !== undefined) {
        admitted.refuseOthers({ agentId: event.call.agentId, number: event.call.agentTarget });
        if (event.kind === 'started' || event.kind === 'updated') {
          memories.warm(callScope(admitted.workspace, event.call, settings));
        }
        await keep(res, admitted.workspace, event);
      }
      res.status(204).end();
    },
  };
}
