import type { Request, Response } from 'express';
import { memoryUserId } from '../../../memory/callers/caller-identity.js';
import { hitText } from '../../../memory/recall/hit-text.js';
import { recallText } from '../../../memory/recall/recall-text.js';
import type { PlatformCall } from '../../../platforms/platform-call.js';
import { NOTHING_FOUND, type SearchMemoryAnswer, searchMemoryAnswer } from '../../../platforms/retell/answers.js';
import { queryOf } from '../../../platforms/retell/function-call.js';
import { leaveOut } from '../../left-out.js';
import type { PlatformWorkspace } from '../../platform-workspaces.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { inTime } from '../../voice/in-time.js';
import { recallScope } from '../../voice/recall-scope.js';
import { readRetellFunction } from '../../voice/retell-function.js';
import { RetellFunctionJson, SearchMemoryAnswerJson, SearchMemoryQuery } from '../../wire/retell.js';
import type { VoiceParts } from './voice-parts.js';

const HITS_MAX = 10;
const RECALL_CHARACTERS_MAX = 4_000;

/** The function `search_memory` of a Retell agent, by POST and by GET. Without a question it tells what is known of the caller. */
export function retellSearchMemoryRoutes(parts: VoiceParts): readonly Route[] {
  const { deps, slots, receiveRetell } = parts;
  const { memories, settings, usage } = deps;

  async function search(
    res: Response,
    workspace: PlatformWorkspace,
    call: PlatformCall,
    query: string,
  ): Promise<SearchMemoryAnswer> {
    const options = { workspace, part: 'search', timeoutMs: settings.recallMs };
    const found = await inTime(deps, slots, res, options, async (timeoutMs) => {
      const scope = await recallScope(deps, workspace, 'retell', call, timeoutMs);
      if (scope.identities.length === 0) return undefined;
      if (!(await usage.use(workspace.id, 'searches', workspace.settings.searches_per_month))) return undefined;
      const [recalled, answer] = await Promise.all([
        memories.recall({ ...scope, timeoutMs, charactersMax: RECALL_CHARACTERS_MAX }),
        query === '' ? undefined : memories.search({ ...scope, query, limit: HITS_MAX, timeoutMs }),
      ]);
      if (recalled.status === 'late' || answer?.complete === false) leaveOut(deps, res, 'search', 'late');
      return { recalled, answer, scope };
    });
    if (found === undefined) return NOTHING_FOUND;
    const { recalled, answer, scope } = found;
    const known = recalled.status === 'known';
    const all = known ? recallText(recalled, { charactersMax: RECALL_CHARACTERS_MAX }) : '';
    return searchMemoryAnswer({
      contextText: query === '' ? all : (answer?.contextText ?? ''),
      known_caller: known,
      caller_name: recalled.name,
      memory_user_id: memoryUserId(scope.identities),
      results: (answer?.hits ?? [])
        .map((hit) => ({ text: hitText(hit), kind: hit.kind, at: hit.at }))
        .filter(({ text }) => text !== ''),
    });
  }

  async function handle(req: Request, res: Response): Promise<void> {
    const { admitted, body } = await receiveRetell(req, res);
    const called = readRetellFunction(req, body, admitted?.hasKey === true);
    const { agentId, agentTarget } = called.call;
    // Arguments alone name no agent; with an API key of the workspace it is clear whose they are.
    const isNamed = agentId !== undefined || agentTarget !== undefined || admitted?.hasKey !== true;
    if (isNamed) admitted?.refuseOthers({ agentId, number: agentTarget });
    const answer =
      admitted === undefined ? NOTHING_FOUND : await search(res, admitted.workspace, called.call, queryOf(called));
    sendJson(res, 200, answer);
  }

  const operation = {
    tag: 'platforms',
    access: 'retell',
    answer: { status: 200, description: 'What was found.', schema: SearchMemoryAnswerJson },
    refusals: [404, 413],
  } as const;
  const paths: Route['paths'] = ['/retell/search_memory', '/w/:workspace/retell/search_memory'];
  return [
    {
      method: 'post',
      paths,
      operation: {
        ...operation,
        id: 'retellSearchMemory',
        summary: 'Search the memory of the caller, for a Retell agent',
        description:
          'Answers within RINGBACK_RECALL_MS whatever happens, with less than 15,000 characters. Who calls is told by the call’s ' +
          '`metadata.memory_user_id`, else by its direction and numbers, never by an argument.',
        body: RetellFunctionJson,
      },
      handle,
    },
    {
      method: 'get',
      paths,
      operation: {
        ...operation,
        id: 'retellSearchMemoryByGet',
        summary: 'The same by GET',
        description:
          'Who calls is told by the header `x-memory-user` or `memory_user_id`, which count only beside an API key: Retell does not sign them.',
        query: SearchMemoryQuery,
      },
      handle,
    },
  ];
}
