import { RECORDED } from '../../../platforms/retell/answers.js';
import { recordedTurnKey, recordedTurns } from '../../../platforms/retell/function-call.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { inTime } from '../../voice/in-time.js';
import { readRetellFunction } from '../../voice/retell-function.js';
import { RecordTurnAnswerJson, RetellFunctionJson } from '../../wire/retell.js';
import type { VoiceParts } from './voice-parts.js';

/**
 * The function `record_turn` of a Retell agent. A turn that it records is not there twice when the call's report comes. What cannot be
 * kept now is in that report, so that the call goes on whatever happens.
 */
export function retellRecordTurnRoute({ deps, slots, receiveRetell, keeper }: VoiceParts): Route {
  return {
    method: 'post',
    paths: ['/retell/record_turn', '/w/:workspace/retell/record_turn'],
    operation: {
      id: 'retellRecordTurn',
      tag: 'platforms',
      summary: 'Record what was just said, for a Retell agent',
      description:
        'With `user_text` and `assistant_text`. Not needed where `/retell/events` gets `call_ended`, which has every turn as it was said.',
      access: 'retell',
      body: RetellFunctionJson,
      answer: { status: 200, description: 'It is taken.', schema: RecordTurnAnswerJson },
      refusals: [404, 413],
    },
    async handle(req, res) {
      const { admitted, body } = await receiveRetell(req, res);
      const called = readRetellFunction(req, body, admitted?.hasKey === true);
      const { call, isRetained } = called;
      admitted?.refuseOthers({ agentId: call.agentId, number: call.agentTarget });
      const turns = recordedTurns(called);
      const { callId } = call;
      if (admitted !== undefined && callId !== undefined && turns.length > 0) {
        const { workspace } = admitted;
        const options = { workspace, part: 'record_turn', timeoutMs: deps.settings.budgetMs };
        await inTime(deps, slots, res, options, () =>
          keeper.keep(
            res,
            workspace,
            {
              report: { platform: 'retell', ...call, callId, turns: isRetained ? turns : [], retained: isRetained },
              eventKey: recordedTurnKey(callId, turns),
              eventType: 'record_turn',
              stage: 'turn',
            },
            true,
          ),
        );
      }
      sendJson(res, 200, RECORDED);
    },
  };
}
