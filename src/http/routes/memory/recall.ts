import { z } from 'zod';
import type { RecalledCaller } from '../../../memory/recall/caller-memories.js';
import { recallText } from '../../../memory/recall/recall-text.js';
import { readBodyAs, refuseProblems } from '../../body-problem.js';
import type { RouteDependencies } from '../../dependencies.js';
import { readUser, USER_FIELDS } from '../../memory-user.js';
import { memoryWorkspace, memoryWorkspaceOf } from '../../memory-workspace.js';
import { createMemoryWorkspaces } from '../../memory-workspaces.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';

const CHARACTERS = { min: 100, max: 20_000, fallback: 2_000 } as const;
const TIMEOUT_MAX_MS = 10_000;

const whole = (min: number, max: number) => {
  const wanted = `has to be a whole number from ${min} to ${max}`;
  return z.number(wanted).int(wanted).min(min, wanted).max(max, wanted);
};

const Body = z
  .strictObject({
    ...USER_FIELDS,
    timeout_ms: whole(1, TIMEOUT_MAX_MS).optional().describe('It answers within so long. Absent: RINGBACK_RECALL_MS.'),
    characters_max: whole(CHARACTERS.min, CHARACTERS.max)
      .default(CHARACTERS.fallback)
      .describe('Of `summary`, and of `recall_text`.'),
    agent_id: z
      .string()
      .max(256)
      .optional()
      .describe('The assistant or agent that asks, where the workspace keeps their memories apart (`memory_scope`).'),
  })
  .describe('Somebody whose call begins.');

const Answer = z.object({
  status: z
    .enum(['known', 'new', 'unidentified', 'late', 'over_limit'])
    .describe(
      '`new`: nothing is known of the caller. `unidentified`: a caller who cannot be known again. `late`: it was not ready in time. `over_limit`: the month’s limit of the workspace is reached.',
    ),
  caller_id: z.uuid().nullable(),
  name: z.string().describe('Empty when unknown.'),
  summary: z.string().describe('On one line, most useful first.'),
  lines: z.array(z.string()).describe('The same as clauses about named persons.'),
  facts: z.record(z.string(), z.string()).describe('Current facts by predicate, several joined by `; `.'),
  recall_text: z
    .string()
    .describe('For a prompt: `Known about caller (Sarah Johnson): …`. Empty when it was not ready.'),
  last_episode: z
    .object({ summary: z.string(), at: z.iso.datetime(), conversation_id: z.guid() })
    .nullable()
    .describe('The last call.'),
  complete: z.boolean().describe('False: time was over, or the month’s limit is reached.'),
  took_ms: z.number(),
});

type Recalled = Omit<RecalledCaller, 'status'> & { readonly status: RecalledCaller['status'] | 'over_limit' };

const OVER_LIMIT: Recalled = { status: 'over_limit', name: '', summary: '', lines: [], facts: {} };

/** What is known of somebody, for the start of a call. It answers in time whatever happens: what is not ready is left out. */
export function recallRoute(deps: RouteDependencies): Route {
  const { authorize, memories, readJson, settings, usage } = deps;
  const workspaces = createMemoryWorkspaces({
    load: (workspaceId) => memoryWorkspaceOf(deps, workspaceId),
    fallback: memoryWorkspace({}, settings),
    nowMs: () => performance.now(),
  });
  return {
    method: 'post',
    paths: ['/v1/recall'],
    operation: {
      id: 'recallCaller',
      tag: 'memory',
      summary: 'Recall what is known of a caller',
      description:
        'What holds now and matters most: who it is, preferences, open items, the next appointment, the last call. Counts as a search; over the month’s limit of the workspace it recalls nothing.',
      access: 'read',
      body: Body,
      answer: { status: 200, description: 'What is known.', schema: Answer },
      refusals: [422],
    },
    async handle(req, res) {
      const startMs = performance.now();
      const { workspaceId } = await authorize(req, res, 'read');
      const body = readBodyAs(Body, await readJson(req, res));
      const timeoutMs = body.timeout_ms ?? settings.recallMs;
      const leftMs = (): number => Math.max(1, timeoutMs - (performance.now() - startMs));
      const workspace = await workspaces.of(workspaceId, leftMs());
      const read = readUser(body, workspace.reading);
      if (!('user' in read)) return refuseProblems(read.problems);
      const { identities } = read.user;
      const charactersMax = body.characters_max;
      const isWithinLimit = await usage.use(workspaceId, 'searches', workspace.settings.searches_per_month);
      const recalled: Recalled = isWithinLimit
        ? await memories.recall({
            ...{ workspaceId, identities, timeZone: workspace.timeZone, agentId: body.agent_id },
            ...{ timeoutMs: leftMs(), charactersMax, withholdSensitive: false },
          })
        : OVER_LIMIT;
      const number = identities.find(({ kind }) => kind === 'phone')?.value;
      const tookMs = Math.round((performance.now() - startMs) * 10) / 10;
      sendJson(res, 200, answerJson(recalled, { number, charactersMax, tookMs }));
    },
  };
}

function answerJson(
  recalled: Recalled,
  { number, charactersMax, tookMs }: { number: string | undefined; charactersMax: number; tookMs: number },
): z.output<typeof Answer> {
  const { status, callerId, name, summary, lines, facts, lastEpisode } = recalled;
  const isReady = status !== 'late' && status !== 'over_limit';
  return {
    ...{ status, caller_id: callerId ?? null, name, summary, lines: [...lines], facts: { ...facts } },
    recall_text: isReady ? recallText({ status, name, lines }, { number, charactersMax }) : '',
    last_episode:
      lastEpisode === undefined
        ? null
        : { summary: lastEpisode.summary, at: lastEpisode.at, conversation_id: lastEpisode.conversationId },
    ...{ complete: isReady, took_ms: tookMs },
  };
}
