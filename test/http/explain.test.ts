import request from 'supertest';
import { beforeAll, expect, test } from 'vitest';
import { describeOnBothDatabases } from '../support/databases.js';
import { type TestApp, testApp } from '../support/server.js';

describeOnBothDatabases('explain', (database) => {
  let server: TestApp;
  beforeAll(async () => {
    server = await testApp(database());
  });

  const explain = (query: string) =>
    request(server.app).get(`/v1/explain${query}`).set('authorization', `Bearer ${server.keys.admin}`);
  const of = (text: string) => explain(`?conversation_query=${encodeURIComponent(text)}`);

  test('tells canonical text, SQL, bindings and plan', async () => {
    const { body } = await of('order=last_message_at.desc&metadata->>telnyx_end_user_target=eq.+13128675309').expect(
      200,
    );
    expect(body.data).toMatchObject({
      conversation_query: 'metadata->telnyx_end_user_target=eq.+13128675309&order=last_message_at.desc',
      sql: expect.stringMatching(/^select .*\$1/),
      bindings: expect.arrayContaining([server.workspaceId]),
      plan: [{ Plan: expect.objectContaining({ 'Node Type': expect.any(String) }) }],
      indexes_used: expect.any(Array),
      conditions: [
        { field: 'metadata->telnyx_end_user_target', index: expect.any(String), location: { start: 27, end: 76 } },
      ],
      warnings: [],
    });
    expect(body.data.sql).not.toContain('3128675309');
  });

  test('warns where no index serves', async () => {
    const { body } = await of('metadata->tier=gt.5').expect(200);
    expect(body.data.warnings).toEqual([expect.stringContaining('metadata->tier')]);
  });

  test.each([
    ['newest first', ''],
    ['oldest first', '&order=created_at.asc'],
  ])('tells a way past a deep offset that finds the same pages, %s', async (_, order) => {
    const [warning = ''] = (await of(`offset=10000${order}`).expect(200)).body.data.warnings;
    const [, instead = ''] = /write (\S+) in its place/i.exec(warning) ?? [];
    const field = order === '' ? 'last_message_at' : 'created_at';
    const list = async (query: string): Promise<readonly Record<string, string>[]> => {
      const sent = request(server.app).get(`/v2/ai/conversations?${query}${order}`);
      return (await sent.set('authorization', `Bearer ${server.keys.read}`).expect(200)).body.data;
    };
    // Of the same time, so that their ids decide.
    const { rows } = await database().knex.raw<{ rows: { at: string }[] }>(
      `INSERT INTO conversations (workspace_id, id, metadata, created_at, last_message_at)
       SELECT ?, gen_random_uuid(), '{}', t.at, t.at
       FROM generate_series(1, 7) AS n, LATERAL (SELECT timestamptz '2026-03-01' + (n / 3) * interval '1 ms' AS at) t
       RETURNING created_at AS at`,
      [server.workspaceId],
    );
    expect(new Set(rows.map(({ at }) => at)).size).toBeLessThan(4);
    const all = await list('limit=100');
    const read = [...(await list('limit=2'))];
    for (let last = read.at(-1); last !== undefined && read.length < all.length; last = read.at(-1)) {
      const next = instead.replaceAll('TIME', last[field] as string).replaceAll('ID', last.id as string);
      read.push(...(await list(`limit=2&${next}`)));
    }
    expect(read).toEqual(all);
  });

  test.each(['+13128675309', '%2B13128675309'])('reads a plus as a plus: %s', async (target) => {
    const { body } = await explain(`?conversation_query=metadata-%3Ek%3Deq.${target}`).expect(200);
    expect(body.data.conversation_query).toBe('metadata->k=eq.+13128675309');
  });

  test('points into the text that it was given', async () => {
    const { body } = await of('metadata->a=equals.5').expect(422);
    expect(body.errors).toMatchObject([
      { code: 'RQ202', source: { parameter: 'conversation_query' }, meta: { location: { start: 12, end: 18 } } },
    ]);
  });

  test.each([
    ['', '10004', '"conversation_query" is missing: the text of a query, percent-encoded.'],
    ['?query=limit%3D5', '10004', '"conversation_query" is missing: the text of a query, percent-encoded.'],
    ['?conversation_query=%E0', '10027', '"conversation_query" is not percent-encoded UTF-8.'],
  ])('refuses %j', async (query, code, detail) => {
    const { body } = await explain(query).expect(422);
    expect(body.errors).toMatchObject([{ code, detail, source: { parameter: 'conversation_query' } }]);
  });
});
