import { z } from 'zod';
import { factMemories, factMemoriesAsOf, holdsAt } from '../../../memory/truth/current-facts.js';
import { readEntities, readProcedures } from '../../../store/caller-administration.js';
import { readCallerFacts } from '../../../store/caller-memory.js';
import { readSentAt } from '../../../store/sent-at.js';
import { callerNotFound, callerOf } from '../../caller-id.js';
import type { RouteDependencies } from '../../dependencies.js';
import { queryStringOf } from '../../query-string.js';
import { readParameters } from '../../read-parameters.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import {
  entityJson,
  episodeJson,
  factJson,
  MEMORY_KINDS,
  MemoryListAnswer,
  patternJson,
  procedureJson,
} from '../../wire/memory.js';

const KINDS_WANTED = `has to be some of ${MEMORY_KINDS.join(', ')}, joined by commas`;

const Parameters = z.strictObject({
  as_of: z
    .string()
    .refine((text) => readSentAt(text) !== undefined, 'has to be a date or time such as 2026-03-01')
    .optional()
    .describe('What was known and true then. Absent: now.'),
  kinds: z
    .string()
    .refine((text) => text.split(',').every((kind) => (MEMORY_KINDS as readonly string[]).includes(kind)), KINDS_WANTED)
    .optional()
    .describe(`Only these, joined by commas: ${MEMORY_KINDS.join(', ')}. Absent: all.`),
  history: z.enum(['true', 'false']).default('false').describe('`true`: facts that no longer hold as well.'),
});

/** Everything that is known of a caller: facts in the order in which they were first said, then the newest episodes. */
export function listMemoriesRoute({ authorize, database, now }: RouteDependencies): Route {
  return {
    method: 'get',
    paths: ['/v1/callers/:caller_id/memories'],
    operation: {
      id: 'listMemories',
      tag: 'memory',
      summary: 'List what is known of a caller',
      access: 'read',
      query: Parameters,
      answer: { status: 200, description: 'What is known.', schema: MemoryListAnswer },
      refusals: [404, 422],
    },
    async handle(req, res) {
      const { workspaceId } = await authorize(req, res, 'read');
      const { as_of, kinds, history } = readParameters(Parameters, queryStringOf(req.url));
      const id = await callerOf(req, database.knex, workspaceId);
      const stored = await readCallerFacts(database, workspaceId, { callerId: id });
      if (stored === undefined) throw callerNotFound(id);
      const asOf = as_of === undefined ? undefined : (readSentAt(as_of) as Date);
      const moment = (asOf ?? now()).toISOString();
      const wants = (kind: (typeof MEMORY_KINDS)[number]): boolean =>
        kinds === undefined || kinds.split(',').includes(kind);
      const data: unknown[] = [];
      if (wants('fact')) {
        const known = asOf === undefined ? factMemories(stored.facts) : factMemoriesAsOf(stored.facts, asOf);
        const facts = history === 'true' ? known : known.filter((fact) => holdsAt(fact, asOf ?? now()));
        data.push(...facts.map(factJson));
      }
      if (wants('episode')) data.push(...stored.episodes.filter(({ at }) => at <= moment).map(episodeJson));
      if (wants('pattern')) data.push(...stored.patterns.filter(({ firstAt }) => firstAt <= moment).map(patternJson));
      if (wants('procedure')) {
        const procedures = await readProcedures(database.knex, workspaceId, stored.callerIds);
        data.push(...procedures.filter(({ recordedAt }) => recordedAt <= moment).map(procedureJson));
      }
      if (wants('entity')) {
        const entities = await readEntities(database.knex, workspaceId, stored.callerIds);
        data.push(...entities.filter(({ recordedAt }) => recordedAt <= moment).map(entityJson));
      }
      sendJson(res, 200, { data });
    },
  };
}
