import { createAssistant } from '../../../store/assistants.js';
import { assistantFieldsOf, assistantProblems, NewAssistantBody } from '../../assistant-body.js';
import { readBodyAs, refuseProblems } from '../../body-problem.js';
import type { RouteDependencies } from '../../dependencies.js';
import { IDEMPOTENCY_REFUSALS, IdempotencyHeaders } from '../../idempotency.js';
import type { Route } from '../../route.js';
import { AssistantSchema, assistantJson } from '../../wire/assistant.js';
import { checkInsightGroup } from './check-insight-group.js';

/** Makes an assistant. Telnyx answers with the assistant itself, not wrapped in `data`. */
export function createAssistantRoute({ authorize, idempotently, now, readJson }: RouteDependencies): Route {
  return {
    method: 'post',
    paths: ['/v2/ai/assistants', '/ai/assistants'],
    operation: {
      id: 'createAssistant',
      tag: 'assistants',
      summary: 'Make an assistant',
      description: 'Fields of Telnyx that mean nothing here are kept and given back.',
      access: 'write',
      headers: IdempotencyHeaders,
      body: NewAssistantBody,
      answer: { status: 200, description: 'The assistant', schema: AssistantSchema },
      refusals: [...IDEMPOTENCY_REFUSALS, 413],
    },
    async handle(req, res) {
      const principal = await authorize(req, res, 'write');
      const raw = await readJson(req, res);
      const body = readBodyAs(NewAssistantBody, raw);
      refuseProblems(assistantProblems(body, raw as object));
      const { name, instructions } = body;
      const fields = assistantFieldsOf(body, raw as object);
      await idempotently(req, res, principal, raw, async (db) => {
        await checkInsightGroup(db, principal.workspaceId, fields.insightGroupId);
        const assistant = { ...fields, name, instructions, createdAt: now() };
        return { status: 200, body: assistantJson(await createAssistant(db, principal.workspaceId, assistant)) };
      });
    },
  };
}
