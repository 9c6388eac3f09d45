import Telnyx from 'telnyx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ListeningServer } from '../../src/http/listen.js';
import { completeConversationInsight, createConversationInsight } from '../../src/store/conversation-insights.js';
import { createInsightGroup } from '../../src/store/insight-groups.js';
import { createInsight } from '../../src/store/insights.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { listening, type TestApp, testApp } from '../support/server.js';

const T0 = new Date('2025-04-01T10:00:00.000Z');
const NOBODY = '11111111-2222-4333-8444-555555555555';

describeOnBothDatabases("the official SDK's insights", (database) => {
  let server: TestApp;
  let socket: ListeningServer;
  let client: Telnyx;

  beforeAll(async () => {
    server = await testApp(database());
    socket = await listening(server.app);
    client = new Telnyx({ apiKey: server.keys.all, baseURL: `${socket.url}/v2`, maxRetries: 0 });
  });
  afterAll(() => socket.stop(0));

  const insights = () => client.ai.conversations.insights;
  const groups = () => client.ai.conversations.insightGroups;

  it('creates, retrieves, updates and deletes an insight', async () => {
    const { data } = await insights().create({
      name: 'Score',
      instructions: 'Rate the call.',
      json_schema: { type: 'object', properties: { score: { type: 'integer' } } },
      webhook: 'https://example.com/hook',
      'Idempotency-Key': 'sdk-1',
    });
    expect(data).toMatchObject({ name: 'Score', insight_type: 'custom' });
    expect((await insights().retrieve(data.id)).data).toEqual(data);
    const updated = await insights().update(data.id, { json_schema: '{"type":"object"}', webhook: '' });
    expect(updated.data).toEqual({ ...data, json_schema: '{"type":"object"}', webhook: '' });
    await expect(insights().delete(data.id)).resolves.toBeNull();
    await expect(insights().retrieve(data.id)).rejects.toBeInstanceOf(Telnyx.NotFoundError);
    await expect(insights().delete(data.id)).rejects.toBeInstanceOf(Telnyx.NotFoundError);
    const bad = insights().create({ name: 'n', instructions: 'i', json_schema: 'string' });
    await expect(bad).rejects.toBeInstanceOf(Telnyx.UnprocessableEntityError);
  });

  it('creates, retrieves, updates and deletes a group, and assigns its insights', async () => {
    const { data } = await groups().insightGroups({ name: 'Sales', description: 'd', 'Idempotency-Key': 'sdk-2' });
    expect(data).toMatchObject({ name: 'Sales', description: 'd', webhook: '', insights: [] });
    const { data: insight } = await insights().create({ name: 'i', instructions: 'i' });

    await groups().insights.assign(insight.id, { group_id: data.id });
    expect((await groups().retrieve(data.id)).data).toEqual({ ...data, insights: [insight] });
    const updated = await groups().update(data.id, { name: 'Support', webhook: 'http://example.com/' });
    const changed = { ...data, name: 'Support', webhook: 'http://example.com/', insights: [insight] };
    expect(updated.data).toEqual(changed);
    await expect(groups().insights.deleteUnassign(insight.id, { group_id: data.id })).resolves.toBeNull();
    expect((await groups().retrieve(data.id)).data.insights).toEqual([]);
    const stranger = groups().insights.assign(NOBODY, { group_id: data.id });
    await expect(stranger).rejects.toBeInstanceOf(Telnyx.NotFoundError);
    await expect(groups().delete(data.id)).resolves.toBeNull();
    await expect(groups().retrieve(data.id)).rejects.toBeInstanceOf(Telnyx.NotFoundError);
  });

  describe('with 250 of each', () => {
    beforeAll(async () => {
      for (let index = 0; index < 250; index += 1) {
        const name = `page ${index}`;
        const createdAt = new Date(T0.getTime() + 86_400_000 * 10_000 + index);
        await createInsight(database().knex, server.workspaceId, { name, instructions: 'i', createdAt });
        await createInsightGroup(database().knex, server.workspaceId, { name, createdAt });
      }
    });

    const expected = Array.from({ length: 250 }, (_, index) => `page ${index}`);

    it.each([undefined, 7, 100])('goes through all pages of %s', async (size) => {
      const query = size === undefined ? {} : { 'page[size]': size };
      const names: unknown[] = [];
      for await (const { name } of insights().list(query)) names.push(name);
      expect(names.filter((name) => String(name).startsWith('page '))).toEqual(expected);
      expect(names).toContain('Summary');

      const groupNames: unknown[] = [];
      for await (const { name } of groups().retrieveInsightGroups(query)) groupNames.push(name);
      expect(groupNames).toEqual(expected);
    });

    it('has the meta of a page', async () => {
      const page = await groups().retrieveInsightGroups({ 'page[number]': 13 });
      expect(page.meta).toEqual({ page_number: 13, page_size: 20, total_pages: 13, total_results: 250 });
      expect(page.data).toHaveLength(10);
    });
  });

  it('retrieves the insights of a conversation, and aggregates them', async () => {
    const db = database().knex;
    const { data: insight } = await insights().create({ name: 'Score', instructions: 'i', json_schema: {} });
    for (const [assistant_id, createdAt, score] of [
      ['a1', '2025-01-01T12:00:00Z', 4],
      ['a1', '2025-01-02T12:00:00Z', 4],
      ['a1', '2025-02-01T00:00:00Z', 5],
      ['a2', '2025-01-01T12:00:00Z', 1],
    ] as const) {
      const { id } = await client.ai.conversations.create({ metadata: { assistant_id, x: 'y z' } });
      const at = new Date(createdAt);
      const run = await createConversationInsight(db, server.workspaceId, { conversationId: id, createdAt: at });
      if (run === undefined) throw new Error('There is no conversation.');
      const result = JSON.stringify({ score });
      await completeConversationInsight(db, server.workspaceId, run, [{ insightId: insight.id, result }], at);

      const listed = await client.ai.conversations.retrieveConversationsInsights(id);
      expect(listed).toEqual({
        data: [
          {
            id: run.id,
            status: 'completed',
            created_at: at.toISOString(),
            conversation_insights: [{ insight_id: insight.id, result }],
          },
        ],
        meta: { page_number: 1, page_size: 20, total_pages: 1, total_results: 1 },
      });
    }
    const unknown = client.ai.conversations.retrieveConversationsInsights(NOBODY);
    await expect(unknown).rejects.toBeInstanceOf(Telnyx.NotFoundError);

    const { retrieveAggregates } = client.ai.conversations.conversationInsights;
    const aggregates = retrieveAggregates.bind(client.ai.conversations.conversationInsights);
    const window = { created_at: ['gte.2025-01-01', 'lt.2025-02-01'] as unknown as string };
    expect(
      await aggregates({
        group_by: ['score', 'metadata.assistant_id'],
        show: ['score'],
        insight_id: insight.id,
        metadata: { assistant_id: 'eq.a1' },
        ...window,
      }),
    ).toEqual({ data: [{ score: 4, 'metadata.assistant_id': 'a1', record_count: 2 }] });
    expect(await aggregates({ insight_id: insight.id, ...window })).toEqual({ data: [{ record_count: 3 }] });
    const other = { metadata: { x: 'eq.y z' } as object, group_by: ['metadata.x'] };
    expect(await aggregates(other)).toEqual({ data: [{ 'metadata.x': 'y z', record_count: 4 }] });
    expect((await aggregates()).data[0]?.record_count).toBe(4);
    const bad = aggregates({ created_at: 'yesterday-ish' });
    await expect(bad).rejects.toBeInstanceOf(Telnyx.UnprocessableEntityError);
  });
});
