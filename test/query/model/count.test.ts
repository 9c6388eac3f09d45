import fc from 'fast-check';
import { expect, it } from 'vitest';
import { check } from '../../../src/query/check/check.js';
import { createCompiler } from '../../../src/query/compile/compile.js';
import { print } from '../../../src/query/print.js';
import { countConversations } from '../../../src/store/conversations.js';
import { describeOnBothDatabases, makeWorkspace } from '../../support/databases.js';
import { arbitraryQuery } from './arbitrary-query.js';
import { DATASET } from './dataset.js';
import { filterTruth } from './evaluate.js';
import { seedOfRun } from './seed.js';
import { storeConversations } from './store-conversations.js';
import { NOW } from './vocabulary.js';

const QUERIES = 500;

describeOnBothDatabases('counting', (database) => {
  it(`finds as many as the conditions match, whatever the limit, the offset and the order (${QUERIES} queries)`, async () => {
    const compiler = createCompiler();
    const workspaceId = (await makeWorkspace(database())).id;
    await storeConversations(database(), workspaceId, DATASET);
    // The same conversations again: they are not this workspace's, and count nothing.
    await storeConversations(database(), (await makeWorkspace(database())).id, DATASET);
    const seed = seedOfRun();
    const counts = new Set<number>();
    for (const query of fc.sample(arbitraryQuery, { seed, numRuns: QUERIES })) {
      const counted = compiler.compileCount(check(query), { workspaceId, now: NOW });
      const expected = DATASET.filter((each) =>
        query.where.every((filter) => filterTruth(filter, each, NOW) === true),
      ).length;
      const total = await countConversations(database(), counted);
      expect(total, `MODEL_SEED=${seed} ${print(query)}\n${counted.sql}`).toBe(expected);
      counts.add(total);
    }
    // Neither nothing nor everything alone.
    expect(counts.size).toBeGreaterThan(10);
  });

  it('is of one workspace, with the conditions alone', () => {
    const compiler = createCompiler();
    const count = (query: Parameters<typeof check>[0]) =>
      compiler.compileCount(check(query), { workspaceId: 7, now: NOW });
    expect(count({ kind: 'query', where: [] })).toEqual({
      sql: 'select count(*) as "total" from "conversations" where "workspace_id" = $1',
      bindings: [7],
    });
  });
});
