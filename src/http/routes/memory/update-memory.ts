import { z } from 'zod';
import { statedValue, statementOf } from '../../../memory/fact-statement.js';
import type { Predicate } from '../../../memory/predicates.js';
import type { FactMemory } from '../../../memory/truth/memory.js';
import { changeFacts } from '../../../store/caller-administration.js';
import { memoryChange } from '../../../store/change-feed.js';
import { readSentAt } from '../../../store/sent-at.js';
import { readBodyAs, refuseProblems } from '../../body-problem.js';
import type { RouteDependencies } from '../../dependencies.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { FactAnswer, factJson } from '../../wire/memory.js';
import { factTextProblems } from './fact-text-problems.js';
import { findKnownFact, knownFact } from './known-fact.js';

const TEXT_MAX = 1000;
const text = (what: string) => z.string().trim().min(1).max(TEXT_MAX).optional().describe(what);
const time = (what: string) =>
  z
    .string()
    .refine((value) => readSentAt(value) !== undefined, 'has to be a date or time such as 2026-03-01')
    .nullable()
    .optional()
    .describe(what);

const Body = z
  .strictObject({
    text: text(
      'The fact as a clause without its subject: `prefers morning appointments`. Absent beside a value: made of it.',
    ),
    value: text('Normalised, as its predicate has it. Absent beside a text: what that says.'),
    pinned: z.boolean().optional().describe('Told first, whatever its age.'),
    sensitive: z.boolean().optional().describe('Withheld where a policy withholds what is sensitive.'),
    valid_from: time('Since when it is true.'),
    valid_to: time('Since when it is true no longer. Null: it holds.'),
  })
  .refine((body) => Object.keys(body).length > 0, 'has to have at least one field');

/** Corrects a fact: in all its sayings, so that what is extracted again does not undo it. */
export function updateMemoryRoute({ authorize, changes, database, now, readJson }: RouteDependencies): Route {
  return {
    method: 'patch',
    paths: ['/v1/memories/:memory_id'],
    operation: {
      id: 'updateMemory',
      tag: 'memory',
      summary: 'Correct or pin a fact',
      access: 'write',
      body: Body,
      answer: { status: 200, description: 'The fact as it is now.', schema: FactAnswer },
      refusals: [404, 422],
    },
    async handle(req, res) {
      const { workspaceId } = await authorize(req, res, 'write');
      const body = readBodyAs(Body, await readJson(req, res));
      refuseProblems(factTextProblems(body));
      const { fact, caller } = await knownFact(req, database, workspaceId);
      const change = {
        ...saidAnew(fact, body),
        ...{ pinned: body.pinned, sensitive: body.sensitive },
        validFrom: timeOf(body.valid_from),
        validTo: timeOf(body.valid_to),
      };
      await changeFacts(database.knex, workspaceId, fact.factIds, change, now());
      for (const id of caller.callerIds) changes.publish(memoryChange(workspaceId, id));
      const changed = await findKnownFact(database, workspaceId, fact.id);
      sendJson(res, 200, { data: factJson((changed ?? { fact }).fact) });
    },
  };
}

/** Clause and value go together: one that is corrected alone brings the other with it, so that the old one is told no more. */
function saidAnew(
  fact: FactMemory,
  { text, value }: { readonly text?: string | undefined; readonly value?: string | undefined },
): { readonly statement?: string; readonly value?: string } {
  const predicate = fact.predicate as Predicate;
  if (text === undefined) return value === undefined ? {} : { statement: statementOf(predicate, value), value };
  return { statement: text, value: value ?? statedValue(predicate, text, fact.value) };
}

function timeOf(value: string | null | undefined): string | null | undefined {
  return typeof value === 'string' ? (readSentAt(value) as Date).toISOString() : value;
}
