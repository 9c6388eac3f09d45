import { z } from 'zod';
import type { RecalledCaller } from '../../../memory/recall/caller-memories.js';
import { recallText } from '../../../memory/recall/recall-text.js';
import { refuseProblems } from '../../body-problem.js';
import type { RouteDependencies } from '../../dependencies.js';
import { readUser } from '../../memory-user.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { LIVE_QUESTION_FIELDS, type TakeLiveQuestion, whole } from './live-question.js';

const CHARACTERS = { min: 100, max: 20_000, fallback: 2_000 } as const;

const Body = z
  .strictObject({
    ...LIVE_QUESTION_FIELDS,
    characters_max: whole(CHARACTERS.min, CHARACTERS.max)
      .default(CHARACTERS.fallback)
      .describe('Of `summary`, and of `recall_text`.'),
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
export function recallRoute({ memories }: RouteDependencies, takeQuestion: TakeLiveQuestion): Route {
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
      const question = await takeQuestion(req, res, Body);
      const { body, workspace, workspaceId } = question;
      const read = readUser(body, workspace.reading);
      if (!('user' in read)) return refuseProblems(read.problems);
      const { identities } = read.user;
      const charactersMax = body.characters_max;
      const recalled: Recalled = (await question.isWithinLimit())
        ? await memories.recall({
            ...{ workspaceId, identities, timeZone: workspace.timeZone, agentId: body.agent_id },
            ...{ timeoutMs: question.leftMs(), charactersMax, withholdSensitive: false },
          })
        : OVER_LIMIT;
      const number = identities.find(({ kind }) => kind === 'phone')?.value;
      sendJson(res, 200, answerJson(recalled, { number, charactersMax, tookMs: question.tookMs() }));
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
