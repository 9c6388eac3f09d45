import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import {
  beginConversationInsight,
  completeConversationInsight,
  createConversationInsight,
  failConversationInsight,
  retrieveConversationInsight,
} from '../../src/store/conversation-insights.js';
import { createConversation, deleteConversation } from '../../src/store/conversations.js';
import { assignInsight, createInsightGroup, deleteInsightGroup } from '../../src/store/insight-groups.js';
import { createInsight, insightGroupToRun } from '../../src/store/insights.js';
import { listConversationInsights } from '../../src/store/list-conversation-insights.js';
import { SUMMARY_INSIGHT } from '../../src/store/summary-insight.js';
import { describeOnBothDatabases, makeWorkspace } from '../support/databases.js';

const T0 = new Date('2025-04-01T10:00:00.000Z');
const T1 = new Date('2025-04-01T10:00:01.000Z');
const HOSTILE = `'; DROP TABLE insights; -- $1 ? \\ "x" {{y}} %00`;

describeOnBothDatabases('a run of insights', (database) => {
  let workspaceId: number;
  let otherId: number;
  let conversationId: string;

  const db = () => database().knex;

  beforeAll(async () => {
    workspaceId = (await makeWorkspace(database())).id;
    otherId = (await makeWorkspace(database())).id;
    conversationId = (await createConversation(db(), workspaceId, { metadata: {}, createdAt: T0 })).id;
    // The same id in another workspace.
    await createConversation(db(), otherId, { id: conversationId, metadata: {}, createdAt: T0 });
  });

  async function pending() {
    const made = await createConversationInsight(db(), workspaceId, { conversationId, createdAt: T0 });
    if (made === undefined) throw new Error('There is no conversation.');
    return made;
  }

  it('goes from pending over in_progress to completed, once', async () => {
    const made = await pending();
    expect(made).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      conversationId,
      insightGroupId: null,
      status: 'pending',
      reason: null,
      createdAt: T0.toISOString(),
      updatedAt: T0.toISOString(),
    });
    const begun = { ...made, status: 'in_progress', updatedAt: T1.toISOString() };
    expect(await beginConversationInsight(db(), workspaceId, made, T1)).toEqual(begun);
    // A process that was killed leaves it so; the next one begins again.
    expect(await beginConversationInsight(db(), workspaceId, made, T1)).toEqual(begun);

    const results = [
      { insightId: 'insight_abc', result: HOSTILE },
      { insightId: HOSTILE, result: `{"score": 4, "why": ${JSON.stringify(HOSTILE)}}` },
    ];
    expect(await completeConversationInsight(db(), workspaceId, made, results, T1)).toBe(true);
    const completed = { ...begun, status: 'completed', results };
    expect(await retrieveConversationInsight(db(), workspaceId, made)).toEqual(completed);

    expect(await beginConversationInsight(db(), workspaceId, made, T1)).toBeUndefined();
    expect(await completeConversationInsight(db(), workspaceId, made, [], T1)).toBe(false);
    expect(await failConversationInsight(db(), workspaceId, made, { reason: 'Late.' }, T1)).toBe(false);
    expect(await retrieveConversationInsight(db(), workspaceId, made)).toEqual(completed);
  });

  it('keeps the reason of a failure, and the results that there were', async () => {
    const made = await pending();
    const results = [{ insightId: SUMMARY_INSIGHT.id, result: 'A call.' }];
    expect(await failConversationInsight(db(), workspaceId, made, { reason: HOSTILE, results }, T1)).toBe(true);
    expect(await retrieveConversationInsight(db(), workspaceId, made)).toMatchObject({
      status: 'failed',
      reason: HOSTILE,
      results,
    });
    const bare = await pending();
    expect(await failConversationInsight(db(), workspaceId, bare, { reason: 'No model.' }, T1)).toBe(true);
    expect(await retrieveConversationInsight(db(), workspaceId, bare)).toMatchObject({ status: 'failed', results: [] });
  });

  it('completes with nothing, with what Postgres does not store, and with two results of one insight', async () => {
    const bare = await pending();
    expect(await completeConversationInsight(db(), workspaceId, bare, [], T1)).toBe(true);
    const made = await pending();
    const results = [
      { insightId: 'a', result: 'first' },
      { insightId: 'b', result: 'NUL \0, half \uD800.' },
      { insightId: 'c', result: '{"nul": "\\u0000", "half": "\\ud800"}' },
      { insightId: 'd', result: '{"huge": 1e999}' },
      { insightId: 'e', result: '{"open": ' },
      { insightId: 'a', result: 'last' },
    ];
    expect(await completeConversationInsight(db(), workspaceId, made, results, T1)).toBe(true);
    expect((await retrieveConversationInsight(db(), workspaceId, made))?.results).toEqual([
      { insightId: 'a', result: 'last' },
      { insightId: 'b', result: 'NUL \uFFFD, half \uFFFD.' },
      ...results.slice(2, 5),
    ]);
  });

  it('keeps of a result that is a JSON object what can be grouped by', async () => {
    const deep = (levels: number): string => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
    const cases: [string, unknown][] = [
      [' {"score": 4.0}', { score: 4 }],
      [
        '{"id": 12345678901234567890, "huge": 1e999, "tiny": 1e-999999}',
        { id: 12345678901234567000, huge: null, tiny: 0 },
      ],
      [
        '{"a\\u0000": "\\ud800 \\ud83d\\ude00 \\\\u0000 \\\\\\u0000 \\n"}',
        { 'a\uFFFD': '\uFFFD 😀 \\u0000 \\\uFFFD \n' },
      ],
      [deep(32), JSON.parse(deep(32))],
      [deep(33), null],
      [deep(20_000), null],
      ['[1]', null],
      ['"{}"', null],
      ['{"open": ', null],
      ['{} and more', null],
    ];
    const made = await pending();
    const results = cases.map(([result], index) => ({ insightId: `${index}`, result }));
    expect(await completeConversationInsight(db(), workspaceId, made, results, T1)).toBe(true);
    const rows = await database().run(
      'SELECT result_json AS json FROM insight_results WHERE conversation_insight_id = $1 ORDER BY ordinal',
      [made.id],
    );
    expect(rows.map(({ json }) => json)).toEqual(cases.map(([, json]) => json));
  });

  it('is of its workspace alone', async () => {
    const made = await pending();
    expect(await retrieveConversationInsight(db(), otherId, made)).toBeUndefined();
    expect(await beginConversationInsight(db(), otherId, made, T1)).toBeUndefined();
    expect(await completeConversationInsight(db(), otherId, made, [{ insightId: 'x', result: 'x' }], T1)).toBe(false);
    expect(await failConversationInsight(db(), otherId, made, { reason: 'x' }, T1)).toBe(false);
    const listed = await listConversationInsights(db(), otherId, conversationId, { pageNumber: 1, pageSize: 20 });
    expect(listed).toEqual({ conversationInsights: [], total: 0 });
    expect(await retrieveConversationInsight(db(), workspaceId, made)).toEqual({ ...made, results: [] });
  });

  it('needs a conversation, and goes with it', async () => {
    const nobody = randomUUID();
    const page = { pageNumber: 1, pageSize: 20 };
    expect(
      await createConversationInsight(db(), workspaceId, { conversationId: nobody, createdAt: T0 }),
    ).toBeUndefined();
    expect(await listConversationInsights(db(), workspaceId, nobody, page)).toBeUndefined();

    const { id } = await createConversation(db(), workspaceId, { metadata: {}, createdAt: T0 });
    const made = await createConversationInsight(db(), workspaceId, { conversationId: id, createdAt: T0 });
    if (made === undefined) throw new Error('There is no conversation.');
    await completeConversationInsight(db(), workspaceId, made, [{ insightId: 'x', result: 'x' }], T1);
    await deleteConversation(db(), workspaceId, id);
    expect(await retrieveConversationInsight(db(), workspaceId, made)).toBeUndefined();
  });
});

describeOnBothDatabases('the insights to run', (database) => {
  let workspaceId: number;

  const db = () => database().knex;

  beforeAll(async () => {
    workspaceId = (await makeWorkspace(database())).id;
  });

  async function assistant(id: string, insightGroupId: string | null, deletedAt: Date | null = null) {
    await db().raw(
      `INSERT INTO assistants (workspace_id, id, name, model, instructions, insight_group_id, created_at, updated_at, deleted_at)
       VALUES (?, ?, 'a', 'm', 'i', ?, ?, ?, ?)`,
      [workspaceId, id, insightGroupId, T0, T0, deletedAt],
    );
  }

  const conversationOf = async (assistantId: unknown) =>
    (await createConversation(db(), workspaceId, { metadata: { assistant_id: assistantId }, createdAt: T0 })).id;

  const summaryAlone = { groupId: null, hasInsights: true, retains: true };

  it('are the Summary, where no group is named', async () => {
    await assistant('no-group', null);
    await assistant('bad-group', 'no uuid');
    await assistant('unknown-group', randomUUID());
    for (const id of ['no-group', 'bad-group', 'unknown-group', 'no-such-assistant', HOSTILE, 7, null]) {
      expect(await insightGroupToRun(db(), workspaceId, await conversationOf(id))).toEqual(summaryAlone);
    }
    expect(await insightGroupToRun(db(), workspaceId, randomUUID())).toBeUndefined();
  });

  it("are those of the assistant's group", async () => {
    const group = await createInsightGroup(db(), workspaceId, { name: 'g', webhook: 'http://x.test/', createdAt: T0 });
    await assistant('grouped', group.id.toUpperCase());
    await assistant('deleted', group.id, T1);
    const conversation = await conversationOf('grouped');
    const named = { groupId: group.id, hasInsights: false, retains: true };
    expect(await insightGroupToRun(db(), workspaceId, conversation)).toEqual(named);

    const insight = await createInsight(db(), workspaceId, { name: 'a', instructions: 'i', createdAt: T0 });
    expect(await assignInsight(db(), workspaceId, group.id, insight.id, T0)).toBe('assigned');
    const filled = { ...named, hasInsights: true };
    expect(await insightGroupToRun(db(), workspaceId, conversation)).toEqual(filled);
    expect(await insightGroupToRun(db(), workspaceId, await conversationOf('deleted'))).toEqual(filled);

    await deleteInsightGroup(db(), workspaceId, group.id);
    expect(await insightGroupToRun(db(), workspaceId, conversation)).toEqual(summaryAlone);
  });
});
