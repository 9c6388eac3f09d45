import { z } from 'zod';
import { statedValue, statementOf } from '../../../memory/fact-statement.js';
import { PREDICATE_NAMES, PREDICATES, type Predicate } from '../../../memory/predicates.js';
import { memoryChange } from '../../../store/change-feed.js';
import { insertFacts } from '../../../store/learned.js';
import { readBodyAs, refuseProblems } from '../../body-problem.js';
import { callerOf } from '../../caller-id.js';
import type { RouteDependencies } from '../../dependencies.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { FactAnswer, factJson } from '../../wire/memory.js';
import { factTextProblems } from './fact-text-problems.js';
import { findKnownFact } from './known-fact.js';

const Body = z
  .strictObject({
    text: z
      .string()
      .trim()
      .min(1)
      .max(1000)
      .optional()
      .describe('A clause without its subject: `prefers morning appointments`. Absent: made of the value.'),
    predicate: z
      .enum(PREDICATE_NAMES as [string, ...string[]])
      .default('note')
      .describe('What it is about.'),
    value: z
      .string()
      .trim()
      .min(1)
      .max(1000)
      .optional()
      .describe('Normalised, as its predicate has it. Absent: what the text says.'),
    pinned: z.boolean().default(false).describe('Told first, whatever its age.'),
    sensitive: z.boolean().optional().describe('Withheld where a policy withholds what is sensitive.'),
  })
  .refine(({ text, value }) => text !== undefined || value !== undefined, 'has to have "text", "value" or both');

/** Tells a fact of a caller: what a receptionist knows, or a form said. */
export function addFactRoute({ authorize, changes, database, now, readJson }: RouteDependencies): Route {
  return {
    method: 'post',
    paths: ['/v1/callers/:caller_id/memories'],
    operation: {
      id: 'addFact',
      tag: 'memory',
      summary: 'Tell a fact of a caller',
      access: 'write',
      body: Body,
      answer: { status: 201, description: 'The fact.', schema: FactAnswer },
      refusals: [404, 422],
    },
    async handle(req, res) {
      const { workspaceId } = await authorize(req, res, 'write');
      const body = readBodyAs(Body, await readJson(req, res));
      refuseProblems(factTextProblems(body));
      const callerId = await callerOf(req, database.knex, workspaceId);
      const at = now().toISOString();
      const predicate = body.predicate as Predicate;
      const value = body.value ?? statedValue(predicate, body.text as string);
      const statement = body.text ?? statementOf(predicate, value);
      const [id] = await database.knex.transaction((trx) =>
        insertFacts(trx, workspaceId, { callerId, conversationId: null, recordedAt: at }, [
          {
            ...{ messageId: null, about: null, quote: null, promisedBy: null, replaces: null },
            ...{ validFrom: null, validTo: null, speaker: 'operator', confidence: 1, saidAt: at },
            ...{ predicate, value, statement, pinned: body.pinned },
            sensitive: body.sensitive ?? PREDICATES[predicate].sensitive,
          },
        ]),
      );
      changes.publish(memoryChange(workspaceId, callerId));
      const known = await findKnownFact(database, workspaceId, id as string);
      sendJson(res, 201, { data: known && factJson(known.fact) });
    },
  };
}
