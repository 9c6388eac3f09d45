import { expect, test } from 'vitest';
import { followLearning } from '../../../src/memory/ingest/follow-learning.js';
import { describeOnBothDatabases, makeWorkspace } from '../../support/databases.js';
import { rememberCaller, somePhone } from '../../support/remembered-callers.js';

describeOnBothDatabases('what follows when something was learned of a caller', (database) => {
  const NOW = new Date('2026-04-01T00:00:00Z');
  const conversationId = '0fd1a0de-8a0f-4d70-9f19-0c2b9f2a3c11';

  async function jobsAfter(learned: object, embedding?: object): Promise<readonly unknown[]> {
    const { id: workspaceId } = await makeWorkspace(database());
    const callerId = await rememberCaller(database(), workspaceId, [somePhone()]);
    await database().knex('callers').where({ workspace_id: workspaceId, id: callerId }).update(learned);
    const asked: { readonly type: string; readonly payload: object; readonly singletonKey?: string }[] = [];
    const jobs = { enqueue: async (_db: unknown, job: never) => `${asked.push(job)}` };
    await database().knex.transaction((trx) =>
      followLearning({ jobs: jobs as never, embedding, now: () => NOW }, trx, workspaceId, {
        conversationId,
        callerId,
      }),
    );
    return asked.map(({ type, payload, singletonKey }) => [
      type,
      Object.values(payload)[0] === singletonKey,
      singletonKey === callerId ? 'caller' : 'conversation',
    ]);
  }

  test('is nothing after a few facts of today', async () => {
    expect(await jobsAfter({ new_facts: 9, reflected_at: '2026-03-31T12:00:00Z' })).toEqual([]);
  });

  test('is reflection after ten facts, or after three and a day', async () => {
    const reflection = ['reflect', true, 'caller'];
    expect(await jobsAfter({ new_facts: 10, reflected_at: '2026-03-31T12:00:00Z' })).toEqual([reflection]);
    expect(await jobsAfter({ new_facts: 3, reflected_at: '2026-03-30T12:00:00Z' })).toEqual([reflection]);
  });

  test('is vectors where there is an embedding endpoint', async () => {
    const vectors = ['embed-memory', true, 'conversation'];
    expect(await jobsAfter({ new_facts: 1, reflected_at: '2026-03-31T12:00:00Z' }, {})).toEqual([vectors]);
  });
});
