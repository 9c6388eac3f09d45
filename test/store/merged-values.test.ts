import { beforeAll, expect, it } from 'vitest';
import { check, createCompiler, parse } from '../../src/query/index.js';
import { createMetadataIndex, metadataIndexName } from '../../src/store/metadata-indexes.js';
import { describeOnBothDatabases, makeWorkspace } from '../support/databases.js';
import { explainedNodes, rowsRead } from '../support/explained-nodes.js';

const CONVERSATIONS = 6_000;
const VALUES = 20;

describeOnBothDatabases('a list of values of an indexed field', (database) => {
  let workspaceId: number;
  beforeAll(async () => {
    workspaceId = (await makeWorkspace(database())).id;
    await database().run(
      `INSERT INTO conversations (workspace_id, id, name, metadata, created_at, last_message_at)
       SELECT $1, gen_random_uuid(), 'name ' || n % ${VALUES},
         jsonb_build_object('branch', 'branch ' || n % ${VALUES}, 'assistant_id', 'assistant ' || n % ${VALUES}, 'tier', n % 3),
         at, at
       FROM generate_series(1, ${CONVERSATIONS}) n, LATERAL (SELECT timestamptz '2025-01-01Z' + n * interval '1 minute' AS at) t`,
      [workspaceId],
    );
    await createMetadataIndex(database(), 'branch');
    await database().run('ANALYZE conversations', []);
  });

  const asked: readonly (readonly [text: string, index: string, rowsMax: number])[] = [
    ['metadata->branch=in.(branch 1,branch 7,branch 9)', metadataIndexName('branch'), 60],
    ['metadata->branch=in.(branch 1,branch 7)&limit=5&offset=10', metadataIndexName('branch'), 30],
    ['metadata->branch=eq(any).{branch 1,branch 7}&order=last_message_at.asc', metadataIndexName('branch'), 40],
    [
      'or=(metadata->assistant_id.eq.assistant 3,metadata->assistant_id.eq.assistant 4)',
      'conversations_assistant_id',
      40,
    ],
    ['name=in.(name 1,name 2,nobody)', 'conversations_name', 40],
    [
      'metadata->branch=in.(branch 1,branch 7)&last_message_at=lte.2025-01-03T00:00:00Z' +
        '&or=(last_message_at.lt.2025-01-03T00:00:00Z,id.lt.7fffffff-0000-4000-8000-000000000000)',
      metadataIndexName('branch'),
      45,
    ],
    // Two of three are of such a tier.
    ['metadata->branch=in.(branch 1,branch 7)&metadata->tier=gt.0&limit=10', metadataIndexName('branch'), 40],
  ];
  it.each(asked)('is answered by the first rows of each: %s', async (text, index, rowsMax) => {
    const indexedKeys = new Map([['branch', metadataIndexName('branch')]]);
    const { sql, bindings } = createCompiler({ indexedKeys: () => indexedKeys }).compile(check(parse(text), text), {
      ...{ workspaceId, now: new Date() },
    });
    const nodes = await explainedNodes(database(), sql, bindings);
    const scans = nodes.filter((node) => node['Relation Name'] === 'conversations');
    expect(scans).toMatchObject([{ 'Node Type': 'Index Scan', 'Index Name': index }]);
    const read = scans.map(rowsRead);
    expect(read[0]).toBeGreaterThan(0);
    expect(read[0]).toBeLessThanOrEqual(rowsMax);
  });
});
