import type { Response } from 'express';
import { hitText } from '../../../memory/recall/hit-text.js';
import { NEUTRAL_VARIABLES } from '../../../platforms/neutral-variables.js';
import {
  type AssistantRequestAnswer,
  assistantRequestAnswer,
  IGNORED,
  type KnowledgeBaseAnswer,
  knowledgeBaseAnswer,
} from '../../../platforms/vapi/answers.js';
import type { VapiCall } from '../../../platforms/vapi/call.js';
import { readVapiMessage, type VapiMessage } from '../../../platforms/vapi/server-message.js';
import { leaveOut } from '../../left-out.js';
import type { AdmittedPlatform } from '../../platform-admission.js';
import type { PlatformWorkspace } from '../../platform-workspaces.js';
import { unavailable } from '../../request-error.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { beginCall } from '../../voice/begin-call.js';
import { callScope } from '../../voice/call-scope.js';
import { idByNumber } from '../../voice/id-by-number.js';
import { inTime } from '../../voice/in-time.js';
import { noteBegun } from '../../voice/note-begun.js';
import { recallScope } from '../../voice/recall-scope.js';
import type { ReceivedCall } from '../../voice/receive-call.js';
import { isForGood } from '../../voice/receive-for-good.js';
import { saveVapiReport } from '../../voice/save-report.js';
import { VapiAnswerJson, VapiMessageJson } from '../../wire/vapi.js';
import type { VoiceParts } from './voice-parts.js';

const DOCUMENTS_MAX = 5;
const TAKEN = { status: 'ok' } as const;

/** When a call has begun, so that its report is to come. */
const BEGUN: ReadonlySet<string> = new Set(['in-progress']);
/** When somebody is about to speak. */
const WARMING: ReadonlySet<string> = new Set(['queued', 'ringing', 'in-progress']);

/** What must not be lost, and is stored before it is answered. */
const STORED: ReadonlySet<VapiMessage['kind']> = new Set(['end-of-call-report', 'call-deleted']);

interface Answer {
  readonly status: number;
  readonly body: object;
  /** What nobody waits for: done when the answer is out. */
  readonly afterwards?: () => void;
}

/** One server URL for everything that Vapi sends. A person is waiting on the line: what asks for an answer gets a usable one in time. */
export function vapiRoute(parts: VoiceParts): Route {
  const { deps, slots, receiveVapi, receiveVapiForGood, keeper, vapiTools, trustedNamesOf } = parts;
  const { memories, metrics, settings, usage } = deps;

  const read = ({ admitted, body }: ReceivedCall): VapiMessage =>
    readVapiMessage(body, trustedNamesOf(admitted?.workspace));

  async function assistantRequest(
    res: Response,
    workspace: PlatformWorkspace | undefined,
    call: VapiCall,
  ): Promise<Answer & { readonly body: AssistantRequestAnswer }> {
    if (workspace === undefined) return { status: 200, body: assistantRequestAnswer(undefined, NEUTRAL_VARIABLES) };
    const { vapi_assistant, vapi_assistants, default_country } = workspace.settings;
    const country = default_country ?? settings.defaultCountry;
    const assistantId = idByNumber(vapi_assistants, call.agentTarget, vapi_assistant, country);
    const answering = { ...call, agentId: call.agentId ?? assistantId };
    const options = { workspace, part: 'initialization', timeoutMs: settings.budgetMs };
    const begun = await inTime(deps, slots, res, options, () => beginCall(deps, res, workspace, 'vapi', answering));
    return {
      status: 200,
      body: assistantRequestAnswer(assistantId, begun?.answer.dynamic_variables ?? NEUTRAL_VARIABLES),
      afterwards: () => {
        noteBegun(deps, res, workspace, 'vapi', { call: answering, begun });
        memories.warm(callScope(workspace, answering, settings));
      },
    };
  }

  async function documents(
    res: Response,
    workspace: PlatformWorkspace | undefined,
    call: VapiCall,
    question: string,
  ): Promise<KnowledgeBaseAnswer> {
    if (workspace === undefined || question === '') return knowledgeBaseAnswer([]);
    const options = { workspace, part: 'search', timeoutMs: settings.recallMs };
    const found = await inTime(deps, slots, res, options, async (timeoutMs) => {
      if (!(await usage.use(workspace.id, 'searches', workspace.settings.searches_per_month))) return undefined;
      const scope = await recallScope(deps, workspace, 'vapi', call, timeoutMs);
      const answer = await memories.search({ ...scope, query: question, limit: DOCUMENTS_MAX, timeoutMs });
      if (!answer.complete) leaveOut(deps, res, 'search', 'late');
      return answer;
    });
    const told = (found?.hits ?? []).map((hit) => ({ id: hit.id, score: hit.score, text: hitText(hit) }));
    return knowledgeBaseAnswer(told.filter(({ text }) => text !== ''));
  }

  /** Remembers that a call has begun, so that a report that never comes is missed. Nobody waits for it. */
  function begin(res: Response, workspace: PlatformWorkspace, call: VapiCall, status: string, retained: boolean): void {
    if (WARMING.has(status)) memories.warm(callScope(workspace, call, settings));
    const { callId, phoneNumberId: _, ...told } = call;
    if (!BEGUN.has(status) || callId === undefined) return;
    void keeper
      .keep(res, workspace, {
        report: { platform: 'vapi', ...told, callId, turns: [], retained },
        eventKey: `${callId}:status-update:${status}`,
        eventType: 'status-update',
        stage: 'start',
      })
      .catch(() => metrics.countLeftOut('call_start', 'failed'));
  }

  async function answer(res: Response, message: VapiMessage, admitted: AdmittedPlatform | undefined): Promise<Answer> {
    const workspace = admitted?.workspace;
    const { call } = message;
    switch (message.kind) {
      case 'tool-calls':
        return { status: 200, body: await vapiTools.answer(res, workspace, message, message.toolCalls) };
      case 'function-call': {
        const { results } = await vapiTools.answer(res, workspace, message, [message.toolCall]);
        return { status: 200, body: { result: results[0]?.result ?? '' } };
      }
      case 'assistant-request':
        return assistantRequest(res, workspace, call);
      case 'knowledge-base-request':
        return { status: 200, body: await documents(res, workspace, call, message.question) };
      case 'end-of-call-report':
        if (workspace === undefined) throw unavailable('The database does not answer.');
        return { status: 200, body: (await saveVapiReport(keeper, res, workspace, message.report)).body };
      case 'call-deleted':
        if (workspace === undefined) throw unavailable('The database does not answer.');
        if (call.callId !== undefined) await keeper.erase(res, workspace, 'vapi', call.callId);
        return { status: 200, body: TAKEN };
      case 'status-update':
        if (workspace !== undefined) begin(res, workspace, call, message.status, message.retained);
        return { status: 200, body: TAKEN };
      default:
        return { status: 200, body: IGNORED };
    }
  }

  return {
    method: 'post',
    paths: ['/vapi', '/w/:workspace/vapi'],
    operation: {
      id: 'vapiServerMessage',
      tag: 'platforms',
      summary: 'Take every server message of Vapi',
      description:
        'Answers `tool-calls` (`recall_caller`, `search_memory`, `remember`), `assistant-request` (with `vapi_assistant` of the workspace, and ' +
        'the variables of its policies) and `knowledge-base-request`; keeps `end-of-call-report`; `status-update` warms the caller; ' +
        '`call.deleted` erases that call. All other types are answered 200.',
      access: 'vapi',
      body: VapiMessageJson,
      answer: { status: 200, description: 'What the type of the message asks for.', schema: VapiAnswerJson },
      refusals: [404, 413],
    },
    async handle(req, res) {
      let received = await receiveVapi(req, res);
      let message = read(received);
      if (STORED.has(message.kind) && !isForGood(received)) {
        received = await receiveVapiForGood(req, res);
        message = read(received);
      }
      const { admitted } = received;
      admitted?.refuseOthers({ assistantId: message.call.agentId, number: message.call.agentTarget });
      const { status, body: answered, afterwards } = await answer(res, message, admitted);
      sendJson(res, status, answered);
      afterwards?.();
    },
  };
}
