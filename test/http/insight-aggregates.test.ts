import supertest from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { createApiKey } from '../../src/store/api-keys.js';
import {
  completeConversationInsight,
  createConversationInsight,
  failConversationInsight,
} from '../../src/store/conversation-insights.js';
import { createConversation } from '../../src/store/conversations.js';
import type { JsonObject } from '../../src/store/json.js';
import { describeOnBothDatabases, makeWorkspace } from '../support/databases.js';
import { type TestApp, testApp } from '../support/server.js';

const PATH = '/v2/ai/conversations/conversation-insights/aggregates';
const SCORES = '22222222-2222-4333-8444-555555555555';
const TEXTS = '33333333-2222-4333-8444-555555555555';
const HOSTILE = `'; DROP TABLE x; -- ? $1 "k" \\ ]`;

interface Run {
  readonly metadata: JsonObject;
  readonly createdAt: string;
  readonly results: readonly (readonly [string, string])[];
  readonly ends?: 'completed' | 'failed' | 'pending';
}

const RUNS: readonly Run[] = [
  {
    metadata: { assistant_id: 'a1', version: 1, telnyx_end_user_target: '+13125550100' },
    createdAt: '2025-04-01T00:00:00Z',
    results: [
      [SCORES, '{"score": 4, "status": "resolved", "tags": ["x"]}'],
      [TEXTS, 'A call.'],
    ],
  },
  {
    metadata: { assistant_id: 'a1', version: 2, 'dotted.key': true, deep: { er: 'x' } },
    createdAt: '2025-04-01T23:59:59.999Z',
    results: [[SCORES, '{"score": 4.0, "status": "open", "record_count": 9}']],
  },
  {
    metadata: { assistant_id: 'a2', [HOSTILE]: HOSTILE },
    createdAt: '2025-04-02T00:00:00Z',
    results: [[SCORES, `{"score": 5, ${JSON.stringify(HOSTILE)}: ${JSON.stringify(HOSTILE)}, "__proto__": 1}`]],
  },
  {
    metadata: { assistant_id: 'a2', version: null },
    createdAt: '2025-04-03T00:00:00Z',
    results: [[SCORES, '{"score": "5"}']],
  },
  { metadata: {}, createdAt: '2025-04-03T00:00:00Z', results: [[SCORES, '{"score": null}']] },
  { metadata: { assistant_id: 'a1' }, createdAt: '2025-04-01T12:00:00Z', results: [], ends: 'pending' },
  {
    metadata: { assistant_id: 'a1' },
    createdAt: '2025-04-01T12:00:00Z',
    results: [[SCORES, '{"score": 4}']],
    ends: 'failed',
  },
];

describeOnBothDatabases('aggregates of insights', (database) => {
  let server: TestApp;
  let otherKey: string;

  async function store(workspaceId: number, runs: readonly Run[]) {
    const db = database().knex;
    for (const { metadata, createdAt, results, ends = 'completed' } of runs) {
      const at = new Date(createdAt);
      // Not the time that counts.
      const made = new Date('2024-01-01T00:00:00Z');
      const { id: conversationId } = await createConversation(db, workspaceId, { metadata, createdAt: made });
      const run = await createConversationInsight(db, workspaceId, { conversationId, createdAt: at });
      if (run === undefined) throw new Error('There is no conversation.');
      const found = results.map(([insightId, result]) => ({ insightId, result }));
      if (ends === 'completed') await completeConversationInsight(db, workspaceId, run, found, at);
      if (ends === 'failed') await failConversationInsight(db, workspaceId, run, { reason: 'x', results: found }, at);
    }
  }

  beforeAll(async () => {
    server = await testApp(database(), { now: () => new Date('2025-04-04T00:00:00Z') });
    await store(server.workspaceId, RUNS);
    const { id } = await makeWorkspace(database());
    otherKey = (await createApiKey(database().knex, { workspaceId: id, name: 'other', scopes: ['read'] })).key;
    await store(id, RUNS.slice(0, 1));
  });

  const get = (query: string, key = server.keys.read) =>
    supertest(server.app).get(`${PATH}?${query}`).set('authorization', `Bearer ${key}`);

  it.each<[string, readonly object[]]>([
    ['', [{ record_count: 6 }]],
    ['group_by=', [{ record_count: 6 }]],
    ['show=record_count', [{ record_count: 6 }]],
    [`insight_id=${SCORES}`, [{ record_count: 5 }]],
    [`insight_id=eq.${SCORES.toUpperCase()}`, [{ record_count: 5 }]],
    [`insight_id=insight_abc`, [{ record_count: 0 }]],
    [`insight_id=insight_abc&group_by=score`, []],
    [
      'group_by=insight_id',
      [
        { insight_id: SCORES, record_count: 5 },
        { insight_id: TEXTS, record_count: 1 },
      ],
    ],
    [
      // 4 and 4.0 are one number, 5 and "5" are two values; null is what has no value, such as a text.
      'group_by=score',
      [
        { score: 4, record_count: 2 },
        { score: null, record_count: 2 },
        { score: '5', record_count: 1 },
        { score: 5, record_count: 1 },
      ],
    ],
    [
      `group_by=metadata.assistant_id&insight_id=${SCORES}`,
      [
        { 'metadata.assistant_id': 'a1', record_count: 2 },
        { 'metadata.assistant_id': 'a2', record_count: 2 },
        { 'metadata.assistant_id': null, record_count: 1 },
      ],
    ],
    [
      'group_by=score,metadata.version&metadata.assistant_id=eq.a1',
      [
        { score: 4, 'metadata.version': 1, record_count: 1 },
        { score: 4, 'metadata.version': 2, record_count: 1 },
        { score: null, 'metadata.version': 1, record_count: 1 },
      ],
    ],
    // Once more, repeated, shown, escaped.
    ...[
      'group_by=score&group_by=metadata.version',
      'group_by=score&show=metadata.version',
      'show=score%2Cmetadata.version,score',
    ].map((fields): [string, readonly object[]] => [
      `${fields}&insight_id=${SCORES}&metadata[assistant_id]=eq.a1`,
      [
        { score: 4, 'metadata.version': 1, record_count: 1 },
        { score: 4, 'metadata.version': 2, record_count: 1 },
      ],
    ]),
    // A key of the result, whatever it is called.
    [
      'group_by=status&metadata.assistant_id=eq.a1',
      [
        { status: 'open', record_count: 1 },
        { status: 'resolved', record_count: 1 },
        { status: null, record_count: 1 },
      ],
    ],
    [
      'group_by=tags&metadata.version=eq.1',
      [
        { tags: ['x'], record_count: 1 },
        { tags: null, record_count: 1 },
      ],
    ],
    ['group_by=metadata.dotted.key&metadata.dotted.key=is.true', [{ 'metadata.dotted.key': true, record_count: 1 }]],
    ['metadata[deep][er]=eq.x', [{ record_count: 1 }]],
    ['metadata->deep->>er=eq.x', [{ record_count: 1 }]],
    ['metadata-%3Eassistant_id=eq.a2', [{ record_count: 2 }]],
    ['metadata%5Bassistant_id%5D=eq.a2', [{ record_count: 2 }]],
    ['metadata.assistant_id=neq.a1', [{ record_count: 2 }]],
    ['metadata.assistant_id=in.(a1,a2)', [{ record_count: 5 }]],
    ['metadata.assistant_id=like.a%25', [{ record_count: 5 }]],
    ['metadata.assistant_id=ilike.A1', [{ record_count: 3 }]],
    ['metadata.assistant_id=is.null', [{ record_count: 1 }]],
    ['metadata.version=gte.2', [{ record_count: 1 }]],
    ['metadata.version=gt.0&metadata.version=lte.1', [{ record_count: 2 }]],
    ['metadata.telnyx_end_user_target=eq.+13125550100', [{ record_count: 2 }]],
    ['metadata[telnyx_end_user_target]=eq.%2013125550100', [{ record_count: 2 }]],
    ['metadata.telnyx_end_user_target=eq.%2B13125550100', [{ record_count: 2 }]],
    ['created_at=gte.2025-04-01&created_at=lt.2025-04-02', [{ record_count: 3 }]],
    ['created_at=gte.2025-04-01,lt.2025-04-02', [{ record_count: 3 }]],
    ['created_at=gte.2025-04-01T00:00:00Z%2Clt.2025-04-01T23:59:59.999Z', [{ record_count: 2 }]],
    ['created_at=gt.2025-04-02', [{ record_count: 2 }]],
    ['created_at=in.(2025-04-02,2025-04-03)', [{ record_count: 3 }]],
    ['created_at=gte.now-36h', [{ record_count: 2 }]],
    ['created_at=lt.2025-01-01', [{ record_count: 0 }]],
    ['created_at=lt.2025-01-01&group_by=score', []],
    [
      'group_by=__proto__&metadata.assistant_id=eq.a2&created_at=lt.2025-04-03',
      [JSON.parse('{"__proto__":1,"record_count":1}')],
    ],
    [
      `group_by=${encodeURIComponent(HOSTILE)},metadata.${encodeURIComponent(HOSTILE)}&metadata.${encodeURIComponent(HOSTILE)}=eq.${encodeURIComponent(HOSTILE)}`,
      [{ [HOSTILE]: HOSTILE, [`metadata.${HOSTILE}`]: HOSTILE, record_count: 1 }],
    ],
    [`group_by=${encodeURIComponent(`'||(select 1)||'`)}`, [{ "'||(select 1)||'": null, record_count: 6 }]],
    [`insight_id=${encodeURIComponent(HOSTILE)}`, [{ record_count: 0 }]],
  ])('counts by %s', async (query, rows) => {
    const { status, body, headers } = await get(query);
    expect(body).toEqual({ data: rows });
    expect(status).toBe(200);
    expect(headers['x-ringback-rows-left-out']).toBeUndefined();
  });

  it('counts in its workspace alone, and without /v2', async () => {
    expect((await get('', otherKey)).body).toEqual({ data: [{ record_count: 2 }] });
    const short = await supertest(server.app)
      .get(PATH.slice(3))
      .set('authorization', `Bearer ${otherKey}`)
      .query({ group_by: 'score' });
    expect(short.body).toEqual({
      data: [
        { score: 4, record_count: 1 },
        { score: null, record_count: 1 },
      ],
    });
  });

  const takes = 'they take "group_by", "show", "insight_id", "created_at" and "metadata.<key>".';

  it.each<[string, readonly string[], string | undefined]>([
    ['group_by=record_count', ['"group_by" has the field "record_count", which is the count itself.'], 'group_by'],
    [
      'group_by=metadata.',
      ['"group_by" has the field "metadata.": write "metadata." and a key, such as "metadata.assistant_id".'],
      'group_by',
    ],
    [
      'show=metadata',
      ['"show" has the field "metadata": write "metadata." and a key, such as "metadata.assistant_id".'],
      'show',
    ],
    ['group_by=a%00', ['"group_by" has a field that holds the character U+0000, which cannot be stored.'], 'group_by'],
    [`show=${'x'.repeat(513)}`, ['"show" has a field of 513 characters; 512 are allowed.'], 'show'],
    [
      `group_by=${'abcdef'.split('').join()}&show=${'ghijk'.split('').join()}`,
      ['"group_by" and "show" name 11 fields; 10 are allowed.'],
      'group_by',
    ],
    ['insight_id=', ['"insight_id" is empty.'], 'insight_id'],
    ['insight_id=%00', ['"insight_id" holds the character U+0000, which cannot be stored.'], 'insight_id'],
    ['insight_id=a&insight_id=b', ['"insight_id" takes one id.'], 'insight_id'],
    ['assistant_id=eq.a1', [`"assistant_id" is no parameter of the aggregates: ${takes}`], 'assistant_id'],
    ['metadata=eq.%7B%7D', [`"metadata" is no parameter of the aggregates: ${takes}`], 'metadata'],
    ['limit=5', [`"limit" is no parameter of the aggregates: ${takes}`], 'limit'],
    [`${'metadata.a=eq.1&'.repeat(21)}`, ['There are 21 conditions; 20 are allowed.'], undefined],
  ])('refuses %s', async (query, details, parameter) => {
    const { status, body } = await get(query);
    expect(body.errors.map(({ detail }: { detail: string }) => detail)).toEqual(details);
    expect(body.errors[0].source?.parameter).toBe(parameter);
    expect(status).toBe(422);
  });

  it('says what is wrong with a condition, and where', async () => {
    const query = 'group_by=score&metadata.assistant_id=a1&created_at=gte.2025-04-01,lt.soon';
    const { status, body } = await get(query);
    expect(status).toBe(422);
    expect(body.errors).toMatchObject([
      { source: { parameter: 'metadata.assistant_id' } },
      { source: { parameter: 'created_at' } },
    ]);
    const culprits = body.errors.map(({ meta }: { meta: { location: { start: number; end: number } } }) =>
      query.slice(meta.location.start, meta.location.end),
    );
    expect(culprits).toEqual(['a1', 'soon']);
    expect(body.errors.map(({ detail }: { detail: string }) => detail)).toMatchInlineSnapshot(`
      [
        ""a1" has no operator.",
        ""soon" is not a time.",
      ]
    `);
  });

  describe('with more combinations than anyone reads', () => {
    beforeAll(async () => {
      const results = Array.from({ length: 1003 }, (_, index) => [`many-${index}`, `{"n": ${index % 1002}}`] as const);
      await store(server.workspaceId, [{ metadata: { suite: 'many' }, createdAt: '2025-05-01T00:00:00Z', results }]);
    });

    it('gives the 1,000 most frequent ones, and says so', async () => {
      const { body, headers } = await get('group_by=n&metadata.suite=eq.many');
      expect(body.data).toHaveLength(1000);
      expect(body.data.slice(0, 3)).toEqual([
        { n: 0, record_count: 2 },
        { n: 1, record_count: 1 },
        { n: 2, record_count: 1 },
      ]);
      expect(headers['x-ringback-rows-left-out']).toBe('2');
    });
  });
});
