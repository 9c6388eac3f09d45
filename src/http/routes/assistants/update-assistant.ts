import { updateAssistant } from '../../../store/assistants.js';
import { AssistantChangesBody, assistantFieldsOf, assistantProblems } from '../../assistant-body.js';
import { readBodyAs, refuseProblems } from '../../body-problem.js';
import type { RouteDependencies } from '../../dependencies.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { AssistantSchema, assistantJson } from '../../wire/assistant.js';
import { assistantIdOf, assistantNotFound } from './assistant-id.js';
import { checkInsightGroup } from './check-insight-group.js';

/** Changes the fields of an assistant that the body has. Telnyx takes this as a POST. */
export function updateAssistantRoute({ authorize, database, now, readJson }: RouteDependencies): Route {
  return {
    method: 'post',
    paths: ['/v2/ai/assistants/:assistant_id', '/ai/assistants/:assistant_id'],
    operation: {
      id: 'updateAssistant',
      tag: 'assistants',
      summary: 'Change an assistant',
      description: 'What the body does not name stays as it is. There is one version of an assistant.',
      access: 'write',
      body: AssistantChangesBody,
      answer: { status: 200, description: 'The assistant as it is now', schema: AssistantSchema },
      refusals: [400, 404, 413, 422],
    },
    async handle(req, res) {
      const { workspaceId } = await authorize(req, res, 'write');
      const id = assistantIdOf(req);
      const raw = await readJson(req, res);
      const body = readBodyAs(AssistantChangesBody, raw);
      refuseProblems(assistantProblems(body, raw as object));
      const fields = assistantFieldsOf(body, raw as object);
      await checkInsightGroup(database.knex, workspaceId, fields.insightGroupId);
      const assistant = await updateAssistant(database.knex, workspaceId, id, fields, now());
      if (assistant === undefined) throw assistantNotFound(id);
      sendJson(res, 200, assistantJson(assistant));
    },
  };
}
