import { IGNORED } from '../../../platforms/vapi/answers.js';
import { readVapiMessage } from '../../../platforms/vapi/server-message.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { isForGood } from '../../voice/receive-for-good.js';
import { saveVapiReport } from '../../voice/save-report.js';
import { SaveAnswerJson, VapiMessageJson } from '../../wire/vapi.js';
import type { VoiceParts } from './voice-parts.js';

/** Where Vapi tells what was said in a call that ended. Everything else that it tells is welcome, and ignored. */
export function vapiSaveRoute({ receiveVapi, receiveVapiForGood, keeper, trustedNamesOf }: VoiceParts): Route {
  return {
    method: 'post',
    paths: ['/v1/voice/vapi/save', '/w/:workspace/v1/voice/vapi/save'],
    operation: {
      id: 'vapiSave',
      tag: 'platforms',
      summary: 'Keep what was said in a call of Vapi, and learn from it',
      description:
        'A server URL for all messages: `end-of-call-report` is stored when this is answered, and learned from by a job; the same call told ' +
        'again is answered 200. Other types are answered 200 `{"status":"ignored"}`.',
      access: 'vapi',
      body: VapiMessageJson,
      answer: { status: 202, description: 'The report is stored.', schema: SaveAnswerJson },
      otherAnswers: [{ status: 200, description: 'It was told before, or nothing is to be kept of it.' }],
      refusals: [404, 413],
    },
    async handle(req, res) {
      const first = await receiveVapi(req, res);
      const told = readVapiMessage(first.body, trustedNamesOf(first.admitted?.workspace));
      if (told.kind !== 'end-of-call-report') return sendJson(res, 200, IGNORED);
      const isSure = isForGood(first);
      const { admitted, body } = isSure ? first : await receiveVapiForGood(req, res);
      const message = isSure ? told : readVapiMessage(body, trustedNamesOf(admitted.workspace));
      if (message.kind !== 'end-of-call-report') return sendJson(res, 200, IGNORED);
      admitted.refuseOthers({ assistantId: message.call.agentId, number: message.call.agentTarget });
      const saved = await saveVapiReport(keeper, res, admitted.workspace, message.report);
      sendJson(res, saved.status, saved.body);
    },
  };
}
