import type { Response } from 'express';
import { recallText } from '../../memory/recall/recall-text.js';
import { textOf } from '../../platforms/payload-fields.js';
import {
  NEW_CALLER,
  NOT_READY,
  NOTHING_FOUND,
  REMEMBERED,
  RESULT_CHARACTERS_MAX,
  type ToolCallsAnswer,
  toolCallsAnswer,
  unknownToolResult,
  VAPI_TOOLS,
  type VapiTool,
  WEB_CALLER,
} from '../../platforms/vapi/answers.js';
import type { VapiCall } from '../../platforms/vapi/call.js';
import type { VapiMessage } from '../../platforms/vapi/server-message.js';
import type { ToolCall } from '../../platforms/vapi/tool-calls.js';
import type { RouteDependencies } from '../dependencies.js';
import { leaveOut } from '../left-out.js';
import type { PlatformWorkspace } from '../platform-workspaces.js';
import type { WorkspaceSlots } from '../workspace-slots.js';
import type { CallScope } from './call-scope.js';
import { inTime } from './in-time.js';
import type { CallKeeper } from './keep-call.js';
import { recallScope } from './recall-scope.js';

const SEARCH_HITS_MAX = 8;
const SUMMARY_CHARACTERS_MAX = 2_000;

/** The tools of a Vapi assistant, answered from the memory of the caller whom the carrier, or the operator, names. */
export interface VapiTools {
  /**
   * One result for each call, within the recall's deadline whatever happens. Parallel calls are answered at once.
   *
   * @param workspace undefined: nobody can be asked now
   * @param every tool that has no name of ours is this one; absent: it is told that there is none
   */
  answer(
    res: Response,
    workspace: PlatformWorkspace | undefined,
    message: Pick<VapiMessage, 'call' | 'retained'>,
    toolCalls: readonly ToolCall[],
    otherTools?: VapiTool,
  ): Promise<ToolCallsAnswer>;
}

export function createVapiTools(deps: RouteDependencies, slots: WorkspaceSlots, keeper: CallKeeper): VapiTools {
  const { memories, settings, usage } = deps;

  async function recall(res: Response, scope: CallScope, call: VapiCall, timeoutMs: number): Promise<string> {
    // Searches follow.
    memories.warm(scope);
    const recalled = await memories.recall({ ...scope, timeoutMs, charactersMax: SUMMARY_CHARACTERS_MAX });
    if (recalled.status === 'late') {
      leaveOut(deps, res, 'recall_caller', 'late');
      return NOT_READY;
    }
    // Who withholds a number has a telephone.
    if (recalled.status === 'unidentified') return call.channel === 'phone_call' ? NEW_CALLER : WEB_CALLER;
    // As it was read: a SIP URI has parameters that the caller writes.
    const number = scope.identities.find(({ kind }) => kind === 'phone')?.value;
    return recallText(recalled, { number, charactersMax: RESULT_CHARACTERS_MAX });
  }

  async function search(res: Response, scope: CallScope, question: string, timeoutMs: number): Promise<string> {
    if (question === '') return NOTHING_FOUND;
    const found = await memories.search({ ...scope, query: question, limit: SEARCH_HITS_MAX, timeoutMs });
    if (!found.complete) leaveOut(deps, res, 'search_memory', 'late');
    if (found.contextText !== '') return found.contextText;
    return found.complete ? NOTHING_FOUND : NOT_READY;
  }

  /** What the model says that the caller said, as it says it: the call's report goes before it. */
  async function remember(
    res: Response,
    workspace: PlatformWorkspace,
    { call, retained }: Pick<VapiMessage, 'call' | 'retained'>,
    { toolCallId, arguments: given }: ToolCall,
  ): Promise<string> {
    const text = firstText(given, ['text', 'note', 'fact', 'memory', 'content']);
    const { callId } = call;
    if (text === '' || callId === undefined || !retained) return REMEMBERED;
    const { phoneNumberId: _, ...told } = call;
    await keeper.keep(
      res,
      workspace,
      {
        report: { platform: 'vapi', ...told, callId, turns: [{ role: 'user', text }], retained: true },
        eventKey: `${callId}:remember:${toolCallId}`,
        eventType: 'tool-calls',
        stage: 'turn',
      },
      true,
    );
    return REMEMBERED;
  }

  return {
    async answer(res, workspace, message, toolCalls, otherTools) {
      const { call } = message;
      const results = await Promise.all(
        toolCalls.map(async (toolCall) => {
          const { toolCallId, name } = toolCall;
          const tool = VAPI_TOOLS.find((known) => known === name) ?? otherTools;
          if (tool === undefined) return { toolCallId, name, result: unknownToolResult(name) };
          if (workspace === undefined) return { toolCallId, name, result: NOT_READY };
          const options = { workspace, part: tool, timeoutMs: settings.recallMs };
          const result = await inTime(deps, slots, res, options, async (remainingMs) => {
            if (tool === 'remember') return remember(res, workspace, message, toolCall);
            if (!(await usage.use(workspace.id, 'searches', workspace.settings.searches_per_month))) return NOT_READY;
            const scope = await recallScope(deps, workspace, 'vapi', call, remainingMs);
            if (tool === 'recall_caller') return recall(res, scope, call, remainingMs);
            return search(res, scope, firstText(toolCall.arguments, ['query', 'question', 'q']), remainingMs);
          });
          // What could not be noted in time is in the call's report.
          return { toolCallId, name, result: result ?? (tool === 'remember' ? REMEMBERED : NOT_READY) };
        }),
      );
      return toolCallsAnswer(results);
    },
  };
}

function firstText(given: Readonly<Record<string, unknown>>, names: readonly string[]): string {
  for (const name of names) {
    const text = Object.hasOwn(given, name) ? (textOf(given[name])?.trim() ?? '') : '';
    if (text !== '') return text;
  }
  return '';
}
