import supertest from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { insightRoutes } from '../../src/http/routes/insights/insights-routes.js';
import {
  completeConversationInsight,
  createConversationInsight,
  failConversationInsight,
} from '../../src/store/conversation-insights.js';
import { createConversation } from '../../src/store/conversations.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { type TestApp, testApp } from '../support/server.js';
import { HAS_TELNYX_SCHEMAS, telnyxSchemaErrors } from '../support/telnyx-schemas.js';

const T0 = new Date('2025-04-01T10:00:00.000Z');

/** Answers with every field there can be, by the route's operation. */
describeOnBothDatabases('the answers of the insight routes', (database) => {
  let server: TestApp;
  const answers = new Map<string, unknown>();

  beforeAll(async () => {
    server = await testApp(database());
    const call = async (id: string, method: 'get' | 'post' | 'put' | 'delete', path: string, body?: object) => {
      const response = await supertest(server.app)
        [method](`/v2/ai/conversations/${path}`)
        .set('authorization', `Bearer ${server.keys.all}`)
        .send(body);
      answers.set(id, response.status === 204 ? response.text : response.body);
      return response.body.data;
    };
    const fields = { name: 'n', instructions: 'i', json_schema: { type: 'object' }, webhook: 'https://example.com/' };
    const insight = await call('createInsight', 'post', 'insights', fields);
    await call('updateInsight', 'put', `insights/${insight.id}`, { json_schema: '{"type":"object"}' });
    await call('retrieveInsight', 'get', `insights/${insight.id}`);
    await call('listInsights', 'get', 'insights');
    const group = await call('createInsightGroup', 'post', 'insight-groups', { name: 'g', description: 'd' });
    await call('assignInsight', 'post', `insight-groups/${group.id}/insights/${insight.id}/assign`);
    await call('updateInsightGroup', 'put', `insight-groups/${group.id}`, { webhook: 'http://example.com/' });
    await call('retrieveInsightGroup', 'get', `insight-groups/${group.id}`);
    await call('listInsightGroups', 'get', 'insight-groups');

    const { workspaceId } = server;
    const db = database().knex;
    const conversation = await createConversation(db, workspaceId, { metadata: {}, createdAt: T0 });
    const make = () => createConversationInsight(db, workspaceId, { conversationId: conversation.id, createdAt: T0 });
    const [completed, failed] = [await make(), await make(), await make()];
    const results = [{ insightId: insight.id, result: '{"score":4}' }];
    await completeConversationInsight(db, workspaceId, completed!, results, T0);
    await failConversationInsight(db, workspaceId, failed!, { reason: 'No model.' }, T0);
    await call('listConversationInsights', 'get', `${conversation.id}/conversations-insights`);
    await call('aggregateInsights', 'get', 'conversation-insights/aggregates?group_by=score,metadata.assistant_id');
    await call('unassignInsight', 'delete', `insight-groups/${group.id}/insights/${insight.id}/unassign`);
    await call('deleteInsightGroup', 'delete', `insight-groups/${group.id}`);
    await call('deleteInsight', 'delete', `insights/${insight.id}`);
  });

  const operations = insightRoutes({} as never).map(({ operation }) => operation);

  it('are all there', () => {
    expect(operations.map((operation) => operation?.id).sort()).toEqual([...answers.keys()].sort());
  });

  it.each(operations.map((operation) => [operation?.id ?? '', operation] as const))(
    '%s answers as it says',
    (id, operation) => {
      const answer = answers.get(id);
      const schema = operation?.answer.schema;
      // What the schema does not know is left out of what it gives back.
      if (schema === undefined) expect(answer).toBe('');
      else expect(schema.parse(answer)).toEqual(answer);
      for (const part of [schema, operation?.body, operation?.query, operation?.headers]) {
        if (part !== undefined) expect(z.toJSONSchema(part, { unrepresentable: 'any', io: 'input' })).toBeDefined();
      }
    },
  );

  describe.skipIf(!HAS_TELNYX_SCHEMAS)("by Telnyx's own schemas", () => {
    it.each([
      ['createInsight', 'InsightTemplateDetailRespData'],
      ['updateInsight', 'InsightTemplateDetailRespData'],
      ['retrieveInsight', 'InsightTemplateDetailRespData'],
      ['listInsights', 'GetInsightTemplatesRespData'],
      ['createInsightGroup', 'InsightTemplateGroupDetailRespData'],
      ['assignInsight', 'InsightTemplateGroupDetailRespData'],
      ['updateInsightGroup', 'InsightTemplateGroupDetailRespData'],
      ['retrieveInsightGroup', 'InsightTemplateGroupDetailRespData'],
      ['listInsightGroups', 'GetInsightTemplateGroupsRespData'],
      ['listConversationInsights', 'ConversationInsightListData'],
      ['aggregateInsights', 'ConversationInsightAggregateResp'],
    ])('%s gives a %s', (id, name) => {
      expect(telnyxSchemaErrors(name, answers.get(id))).toEqual([]);
      expect(telnyxSchemaErrors(name, {})).not.toEqual([]);
    });
  });
});
