import { IGNORED } from '../../../platforms/vapi/answers.js';
import { readVapiMessage } from '../../../platforms/vapi/server-message.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { RecallAnswerJson, VapiMessageJson } from '../../wire/vapi.js';
import type { VoiceParts } from './voice-parts.js';

/** What is known of a caller, for an assistant that asks at the start of a call. Whatever its tool is called, it is a recall. */
export function vapiRecallRoute({ receiveVapi, vapiTools, trustedNamesOf }: VoiceParts): Route {
  return {
    method: 'post',
    paths: ['/v1/voice/vapi/recall', '/w/:workspace/v1/voice/vapi/recall'],
    operation: {
      id: 'vapiRecall',
      tag: 'platforms',
      summary: 'Tell a Vapi assistant what is known of the caller',
      description:
        'The server URL of a tool `recall_caller`. Answers within RINGBACK_RECALL_MS whatever happens. Who calls is `customer.number`, never ' +
        'an argument of the model. Messages of other types are answered 200 `{"status":"ignored"}`.',
      access: 'vapi',
      body: VapiMessageJson,
      answer: { status: 200, description: 'One result for each tool call.', schema: RecallAnswerJson },
      refusals: [404, 413],
    },
    async handle(req, res) {
      const { admitted, body } = await receiveVapi(req, res);
      const message = readVapiMessage(body, trustedNamesOf(admitted?.workspace));
      admitted?.refuseOthers({ assistantId: message.call.agentId, number: message.call.agentTarget });
      if (message.kind !== 'tool-calls') return sendJson(res, 200, IGNORED);
      sendJson(res, 200, await vapiTools.answer(res, admitted?.workspace, message, message.toolCalls, 'recall_caller'));
    },
  };
}
