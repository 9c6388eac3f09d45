import { beforeAll, expect, it } from 'vitest';
import { readFactsOfCallers } from '../../src/store/caller-memory.js';
import { describeOnBothDatabases, makeWorkspace } from '../support/databases.js';
import { explainedNodes, rowsRead } from '../support/explained-nodes.js';

const CALLERS = 3_000;
const ASKED = 16;

describeOnBothDatabases('facts of several callers', (database) => {
  let workspaceId: number;
  beforeAll(async () => {
    workspaceId = (await makeWorkspace(database())).id;
    for (const sql of [
      `INSERT INTO callers (workspace_id, id, created_at, updated_at)
       SELECT $1, gen_random_uuid(), now(), now() FROM generate_series(1, ${CALLERS})`,
      `INSERT INTO caller_identities (workspace_id, kind, value, caller_id, created_at)
       SELECT workspace_id, 'phone', '+1' || row_number() OVER (), id, now() FROM callers WHERE workspace_id = $1`,
      `INSERT INTO facts (workspace_id, id, caller_id, predicate, value, statement, speaker, confidence, sensitive, said_at, recorded_at)
       SELECT workspace_id, gen_random_uuid(), id, 'plan', 'gold', 'Has the gold plan.', 'operator', 1, false, now(), now()
       FROM callers, generate_series(1, 2) WHERE workspace_id = $1`,
    ])
      await database().run(sql, [workspaceId]);
  });

  it.each([false, true])('cost what there is of them, not what there is of all (analysed: %s)', async (isAnalysed) => {
    const tables = ['callers', 'caller_identities', 'facts'];
    if (isAnalysed) for (const table of tables) await database().run(`ANALYZE ${table}`, []);
    const statements: [string, readonly unknown[]][] = [];
    const run: ReturnType<typeof database>['run'] = (sql, bindings) => {
      statements.push([sql, bindings]);
      return database().run(sql, bindings);
    };
    const references = Array.from({ length: ASKED }, (_, index) => ({
      identities: [
        { kind: 'external_id', value: 'nobody' },
        { kind: 'phone', value: `+1${CALLERS - ASKED / 2 + 1 + index}` },
      ],
    }));
    const stored = await readFactsOfCallers({ run }, workspaceId, references);
    const half = ASKED / 2;
    expect(stored.map((each) => each?.facts.length)).toEqual([...Array(half).fill(2), ...Array(half).fill(undefined)]);
    const [[sql, bindings] = ['', []]] = statements;
    const scans = await explainedNodes(database(), sql, bindings);
    for (const table of tables) {
      const read = scans.filter((node) => node['Relation Name'] === table).map(rowsRead);
      expect(read.length).toBeGreaterThan(0);
      expect(Math.max(...read)).toBeLessThanOrEqual(ASKED * 2);
    }
  });
});
