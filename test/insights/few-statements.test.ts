import { pino } from 'pino';
import { expect, test } from 'vitest';
import { endConversation } from '../../src/insights/end-conversation.js';
import { runInsightsHandler } from '../../src/insights/run-insights.js';
import { createJobQueue } from '../../src/jobs/pg-boss-queue.js';
import type { Change } from '../../src/store/change-feed.js';
import { createConversation } from '../../src/store/conversations.js';
import { addMessage } from '../../src/store/messages.js';
import { describeOnBothDatabases, makeWorkspace } from '../support/databases.js';
import { outside } from '../support/job-handlers.js';
import { silentLog } from '../support/silent-log.js';

const NOW = new Date('2026-03-02T15:10:00.000Z');

describeOnBothDatabases('the job that runs insights', (database) => {
  test('asks little of the embedded database, which does one thing after the other', async () => {
    const { knex } = database();
    const { id: workspaceId } = await makeWorkspace(database());
    const jobs = createJobQueue(database(), pino({ level: 'silent' }));
    const metadata = { telnyx_end_user_target: '+13125550123' };
    const { id: conversationId } = await createConversation(knex, workspaceId, { metadata, createdAt: NOW });
    await addMessage(knex, workspaceId, conversationId, { role: 'user', text: 'I want to cancel.' }, NOW);
    const options = { reason: 'event', at: NOW } as const;
    const ended = await endConversation({ db: knex, jobs, log: silentLog }, workspaceId, conversationId, options);
    const published: Change[] = [];
    const changes = { publish: (change: Change) => void published.push(change) };
    const run = runInsightsHandler({ database: database(), jobs, changes, now: () => NOW });

    const statements: string[] = [];
    const note = ({ sql }: { readonly sql: string }): void => void statements.push(sql.trim().slice(0, 60));
    knex.on('query', note);
    try {
      const payload = { conversationId, conversationInsightId: ended?.conversationInsightId as string };
      const signal = new AbortController().signal;
      const context = { workspaceId, jobId: '', attempt: 1, isLastAttempt: false, signal, outside };
      expect(await run(payload, context)).toEqual({ insights: 1 });
    } finally {
      knex.off('query', note);
    }
    // Of them a transaction's beginning and end.
    expect(statements).toHaveLength(7);
    expect(published).toEqual([{ workspaceId, kind: 'callers', key: '+13125550123' }]);
  });
});
