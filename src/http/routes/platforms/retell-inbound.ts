import type { Response } from 'express';
import { NEUTRAL_VARIABLES } from '../../../platforms/neutral-variables.js';
import {
  type RetellInbound,
  type RetellInboundAnswer,
  readRetellInbound,
  retellInboundAnswer,
} from '../../../platforms/retell/inbound.js';
import type { PlatformWorkspace } from '../../platform-workspaces.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { beginCall } from '../../voice/begin-call.js';
import { callScope } from '../../voice/call-scope.js';
import { idByNumber } from '../../voice/id-by-number.js';
import { inTime } from '../../voice/in-time.js';
import { noteBegun } from '../../voice/note-begun.js';
import { RetellInboundAnswerJson, RetellInboundJson } from '../../wire/retell.js';
import type { VoiceParts } from './voice-parts.js';

interface Decision {
  readonly answer: RetellInboundAnswer;
  /** What nobody waits for: done when the answer is out. */
  readonly afterwards?: () => void;
}

/**
 * What Retell asks before it answers a call or an SMS; the caller hears it ring meanwhile. The configured agent is named whatever
 * happens: without one, an empty answer ends the call.
 */
export function retellInboundRoute({ deps, slots, receiveRetell }: VoiceParts): Route {
  const { memories, settings } = deps;

  async function decide(res: Response, workspace: PlatformWorkspace, { kind, call }: RetellInbound): Promise<Decision> {
    const { retell_agent, retell_agents, default_country } = workspace.settings;
    const country = default_country ?? settings.defaultCountry;
    const agentId = idByNumber(retell_agents, call.agentTarget, retell_agent, country);
    const options = { workspace, part: 'initialization', timeoutMs: settings.budgetMs };
    const answering = { ...call, agentId: agentId ?? call.agentId };
    const begun = await inTime(deps, slots, res, options, () => beginCall(deps, res, workspace, 'retell', answering));
    const variables = begun?.answer.dynamic_variables ?? NEUTRAL_VARIABLES;
    return {
      answer: retellInboundAnswer(kind, variables, begun?.memoryUserId, agentId),
      afterwards: () => {
        noteBegun(deps, res, workspace, 'retell', { call: answering, begun });
        memories.warm(callScope(workspace, call, settings));
      },
    };
  }

  return {
    method: 'post',
    paths: ['/retell/inbound', '/w/:workspace/retell/inbound'],
    operation: {
      id: 'retellInbound',
      tag: 'platforms',
      summary: 'Tell a Retell agent who calls, before it answers',
      description:
        'The inbound webhook of a phone number, for calls and SMS. Variables are those of the workspace’s policies; `metadata.memory_user_id` ' +
        'comes back with everything that Retell tells of the call. Answers within RINGBACK_BUDGET_MS.',
      access: 'retell',
      body: RetellInboundJson,
      answer: { status: 200, description: 'Variables, metadata and the agent.', schema: RetellInboundAnswerJson },
      refusals: [404, 413],
    },
    async handle(req, res) {
      const { admitted, body } = await receiveRetell(req, res);
      const inbound = readRetellInbound(body);
      admitted?.refuseOthers({ agentId: inbound.call.agentId, number: inbound.call.agentTarget });
      const { answer, afterwards }: Decision =
        admitted === undefined
          ? { answer: retellInboundAnswer(inbound.kind, NEUTRAL_VARIABLES, undefined, undefined) }
          : await decide(res, admitted.workspace, inbound);
      sendJson(res, 200, answer);
      afterwards?.();
    },
  };
}
