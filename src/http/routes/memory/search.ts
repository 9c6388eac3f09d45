import { z } from 'zod';
import type { MemoryHit } from '../../../memory/recall/caller-memories.js';
import { readSentAt } from '../../../store/sent-at.js';
import { textProblem } from '../../../store/storable.js';
import { refuseProblems } from '../../body-problem.js';
import type { RouteDependencies } from '../../dependencies.js';
import { jsonObject } from '../../json-object.js';
import { readUser } from '../../memory-user.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { LIVE_QUESTION_FIELDS, type TakeLiveQuestion, whole } from './live-question.js';

const QUERY_MAX = 4000;
const LIMIT = { max: 100, fallback: 10 } as const;
const KINDS = ['fact', 'episode', 'turn'] as const;

const Body = z
  .strictObject({
    ...LIVE_QUESTION_FIELDS,
    query: z
      .string()
      .max(QUERY_MAX, `has to have ${QUERY_MAX} characters at most`)
      .describe('What is asked: in words, as the caller would ask it.'),
    limit: whole(1, LIMIT.max).default(LIMIT.fallback).describe(`How many at most, 1 to ${LIMIT.max}.`),
    kinds: z
      .array(z.enum(KINDS))
      .min(1, 'has to have at least one kind')
      .default([...KINDS])
      .describe('Only these.'),
    as_of: z
      .string()
      .refine((text) => readSentAt(text) !== undefined, 'has to be a date or time such as 2026-03-01')
      .optional()
      .describe('What was known and true then. Absent: now.'),
  })
  .describe('A question about somebody.');

const Answer = z.object({
  results: z
    .array(
      z.object({
        kind: z.enum(KINDS),
        id: z.string(),
        text: z.string(),
        score: z.number().describe('0 to 1; comparable within one answer.'),
        at: z.iso.datetime(),
        valid_from: z.iso.datetime().nullable(),
        valid_to: z.iso.datetime().nullable(),
        quote: z.string().nullable(),
        conversation_id: z.guid().nullable(),
        message_id: z.guid().nullable(),
        speaker: z.string().nullable(),
        metadata: jsonObject.nullable().describe("A turn's: that of its message."),
      }),
    )
    .describe('Best first.'),
  context_text: z
    .string()
    .describe('The same for a prompt: one block that says it is data. Empty when nothing was found.'),
  complete: z.boolean().describe('False: time was over, or the month’s limit is reached.'),
  took_ms: z.number(),
});

/** Searches what is known of somebody. It answers in time whatever happens: what is not ready is left out. */
export function searchRoute({ memories }: RouteDependencies, takeQuestion: TakeLiveQuestion): Route {
  return {
    method: 'post',
    paths: ['/v1/search'],
    operation: {
      id: 'searchMemory',
      tag: 'memory',
      summary: 'Search the memory of a caller',
      description:
        'Facts, episodes and what was said word by word, by words, dates, neighbours and, where an embedding endpoint is configured, meaning. Over the month’s limit of the workspace it finds nothing.',
      access: 'read',
      body: Body,
      answer: { status: 200, description: 'What was found.', schema: Answer },
      refusals: [422],
    },
    async handle(req, res) {
      const question = await takeQuestion(req, res, Body);
      const { body, workspace, workspaceId } = question;
      const read = readUser(body, workspace.reading);
      const detail = textProblem(body.query);
      refuseProblems([
        ...('problems' in read ? read.problems : []),
        ...(detail === undefined ? [] : [{ pointer: '/query', detail: `"query" ${detail}` }]),
      ]);
      if (!('user' in read)) return;
      const send = (hits: readonly MemoryHit[], contextText: string, complete: boolean): void => {
        const results = hits.map(hitJson);
        sendJson(res, 200, { results, context_text: contextText, complete, took_ms: question.tookMs() });
      };
      if (!(await question.isWithinLimit())) return send([], '', false);
      const { hits, contextText, complete } = await memories.search({
        ...{ workspaceId, identities: read.user.identities, timeZone: workspace.timeZone },
        agentId: body.agent_id,
        ...{ query: body.query, limit: body.limit, kinds: body.kinds },
        asOf: body.as_of === undefined ? undefined : readSentAt(body.as_of),
        timeoutMs: question.leftMs(),
        withholdSensitive: false,
      });
      send(hits, contextText, complete);
    },
  };
}

function hitJson(hit: MemoryHit): z.output<typeof Answer>['results'][number] {
  const { kind, id, text, score, at, quote, speaker } = hit;
  return {
    ...{ kind, id, text, score, at, valid_from: hit.validFrom, valid_to: hit.validTo, quote },
    ...{ conversation_id: hit.conversationId, message_id: hit.messageId, speaker },
    metadata: hit.metadata as Record<string, unknown> | null,
  };
}
