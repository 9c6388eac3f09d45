import { randomUUID } from 'node:crypto';
import supertest from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { createApiKey } from '../../src/store/api-keys.js';
import {
  completeConversationInsight,
  createConversationInsight,
  failConversationInsight,
} from '../../src/store/conversation-insights.js';
import { createConversation } from '../../src/store/conversations.js';
import { SUMMARY_INSIGHT } from '../../src/store/summary-insight.js';
import { describeOnBothDatabases, makeWorkspace } from '../support/databases.js';
import { type TestApp, testApp } from '../support/server.js';

const T0 = '2025-04-01T10:00:00.000Z';
const NOBODY = '11111111-2222-4333-8444-555555555555';
const HOSTILE = `'; DROP TABLE insights; -- $1 ? \\ "x" {{y}} %00 \u2028 👩‍🚀`;
const INSIGHTS = '/v2/ai/conversations/insights';
const GROUPS = '/v2/ai/conversations/insight-groups';
const PAGE = { page_number: 1, page_size: 20 };

describeOnBothDatabases('insights over HTTP', (database) => {
  let server: TestApp;
  /** A workspace beside the default one, with a key of its own. */
  let other: { readonly id: number; readonly key: string };

  beforeAll(async () => {
    server = await testApp(database(), { now: () => new Date(T0) });
    const { id } = await makeWorkspace(database());
    const scopes = ['read', 'write'] as const;
    other = { id, key: (await createApiKey(database().knex, { workspaceId: id, name: 'other', scopes })).key };
  });

  type Method = 'get' | 'post' | 'put' | 'delete';

  const as = (key: string, method: Method, path: string) =>
    supertest(server.app)[method](path).set('authorization', `Bearer ${key}`);
  const request = (method: Method, path: string) => as(server.keys.all, method, path);

  async function makeInsight(fields: object = {}): Promise<{ id: string } & Record<string, unknown>> {
    const { body, status } = await request('post', INSIGHTS).send({ name: 'n', instructions: 'i', ...fields });
    expect(status).toBe(200);
    return body.data;
  }

  async function makeGroup(fields: object = {}): Promise<{ id: string } & Record<string, unknown>> {
    const { body, status } = await request('post', GROUPS).send({ name: 'g', ...fields });
    expect(status).toBe(200);
    return body.data;
  }

  const detailsOf = ({ body }: { body: { errors: { detail: string }[] } }) => body.errors.map(({ detail }) => detail);

  describe('an insight', () => {
    it('is made, read, changed and deleted, with and without /v2', async () => {
      const made = await makeInsight({ webhook: 'https://example.com/hook', unknown: 'tolerated' });
      expect(made).toEqual({
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        name: 'n',
        instructions: 'i',
        webhook: 'https://example.com/hook',
        insight_type: 'custom',
        created_at: T0,
      });
      const short = `${INSIGHTS.slice(3)}/${made.id.toUpperCase()}`;
      expect((await request('get', short)).body).toEqual({ data: made });

      const changed = await request('put', short).send({ name: 'new', json_schema: { type: 'object' } });
      expect(changed.body).toEqual({ data: { ...made, name: 'new', json_schema: { type: 'object' } } });
      expect((await request('put', short).send({})).body).toEqual(changed.body);
      const bare = await request('put', short).send({ json_schema: null, webhook: null, instructions: 'j' });
      expect(bare.body).toEqual({ data: { ...made, name: 'new', instructions: 'j', webhook: '' } });

      const deleted = await request('delete', short);
      expect([deleted.status, deleted.text]).toEqual([204, '']);
      for (const method of ['get', 'put', 'delete'] as const) {
        const gone = await request(method, short).send(method === 'put' ? {} : undefined);
        expect([gone.status, detailsOf(gone)]).toEqual([404, [`There is no insight "${made.id}".`]]);
      }
    });

    it('is answered the same for the same Idempotency-Key', async () => {
      const post = () =>
        request('post', INSIGHTS).set('idempotency-key', 'i-1').send({ name: 'once', instructions: 'i' });
      const first = await post();
      const second = await post();
      expect(second.body).toEqual(first.body);
      expect(second.headers['idempotency-replayed']).toBe('true');
      const group = () => request('post', GROUPS).set('idempotency-key', 'g-1').send({ name: 'once' });
      expect((await group()).body).toEqual((await group()).body);
    });

    it.each([
      [
        'an object, its keys in their order',
        { type: 'object', properties: { zebra: {}, a: {}, bb: { type: 'integer' } } },
      ],
      ['a string, as it was written', '{ "type":"object",\n "properties": {"score": {"type": "integer"}} }'],
      ['of draft 7', { $schema: 'http://json-schema.org/draft-07/schema#', type: 'object' }],
      ['of draft 2020-12', { $schema: 'https://json-schema.org/draft/2020-12/schema', prefixItems: [{}] }],
      ['with formats and keywords of others', { 'x-mine': 1, properties: { d: { format: 'anything' } } }],
      ['that refers to itself', { $defs: { n: { properties: { next: { $ref: '#/$defs/n' } } } }, $ref: '#/$defs/n' }],
      ['empty', {}],
    ])('takes a schema and gives it back: %s', async (_, json_schema) => {
      const made = await makeInsight({ json_schema });
      const { body } = await request('get', `${INSIGHTS}/${made.id}`);
      expect(JSON.stringify(body.data.json_schema)).toBe(JSON.stringify(json_schema));
    });

    const notSchema = 'has to be a JSON Schema: a JSON object, or a string that holds one';
    const noSchema = 'is no JSON Schema that a result can be checked by';
    const deep = (levels: number): object => (levels === 0 ? {} : { not: deep(levels - 1) });

    it.each<[object, readonly string[]]>([
      [{}, ['"name" is missing.', '"instructions" is missing.']],
      [{ name: null, instructions: 7 }, ['"name" has to be a string.', '"instructions" has to be a string.']],
      [{ name: ' ' }, ['"instructions" is missing.']],
      [{ name: ' ', instructions: '' }, ['"name" is empty.', '"instructions" is empty.']],
      [{ name: 'x'.repeat(513), instructions: 'i' }, ['"name" has 513 characters; 512 are allowed.']],
      [{ name: 'a\0', instructions: 'i' }, ['"name" holds the character U+0000, which cannot be stored.']],
      [
        { name: 'n', instructions: '\uD800' },
        ['"instructions" holds U+D800, which is half of a character and cannot be stored.'],
      ],
      [{ name: 'n', instructions: 'x'.repeat(65537) }, ['"instructions" takes 65537 bytes; 65536 are allowed.']],
      [{ name: 'n', instructions: 'i', json_schema: 7 }, [`"json_schema" ${notSchema}.`]],
      [{ name: 'n', instructions: 'i', json_schema: [] }, [`"json_schema" ${notSchema}.`]],
      [{ name: 'n', instructions: 'i', json_schema: '' }, [`"json_schema" ${notSchema}; null for none.`]],
      [{ name: 'n', instructions: 'i', json_schema: 'string' }, [`"json_schema" ${notSchema}; null for none.`]],
      [{ name: 'n', instructions: 'i', json_schema: 'true' }, [`"json_schema" ${notSchema}; null for none.`]],
      [{ name: 'n', instructions: 'i', json_schema: '[{}]' }, [`"json_schema" ${notSchema}; null for none.`]],
      [
        { name: 'n', instructions: 'i', json_schema: { type: 'objekt' } },
        [
          `"json_schema" ${noSchema}: schema is invalid: data/type must be equal to one of the allowed values, data/type must be array, data/type must match a schema in anyOf.`,
        ],
      ],
      [
        { name: 'n', instructions: 'i', json_schema: { $ref: 'https://example.com/other.json' } },
        [`"json_schema" ${noSchema}: can't resolve reference https://example.com/other.json from id #.`],
      ],
      [
        { name: 'n', instructions: 'i', json_schema: { $async: true } },
        ['"json_schema" cannot be used: "$async" is no part of JSON Schema.'],
      ],
      [
        { name: 'n', instructions: 'i', json_schema: { $schema: 'http://json-schema.org/draft-04/schema#' } },
        [`"json_schema" ${noSchema}: no schema with key or ref "http://json-schema.org/draft-04/schema#".`],
      ],
      [
        { name: 'n', instructions: 'i', json_schema: { pattern: '(' } },
        [`"json_schema" ${noSchema}: Invalid regular expression: /(/u: Unterminated group.`],
      ],
      [
        { name: 'n', instructions: 'i', json_schema: { description: 'x'.repeat(16 * 1024) } },
        ['"json_schema" takes 16402 bytes; 16384 are allowed.'],
      ],
      [
        { name: 'n', instructions: 'i', json_schema: `{"description":"${'x'.repeat(16 * 1024)}"}` },
        ['"json_schema" takes 16402 bytes; 16384 are allowed.'],
      ],
      [
        { name: 'n', instructions: 'i', json_schema: deep(32) },
        [`"json_schema" cannot be used: "json_schema${'.not'.repeat(32)}" is nested deeper than 32 levels.`],
      ],
      [
        { name: 'n', instructions: 'i', json_schema: '{"const":"\\u0000"}' },
        ['"json_schema" cannot be used: "json_schema.const" holds the character U+0000, which cannot be stored.'],
      ],
      ...['example.com', '/hook', 'ftp://example.com/', 'javascript:alert(1)', 'http://'].map(
        (webhook): [object, readonly string[]] => [
          { name: 'n', instructions: 'i', webhook },
          ['"webhook" has to be an http or https URL, or empty.'],
        ],
      ),
      [
        { name: 'n', instructions: 'i', webhook: `https://example.com/${'x'.repeat(2048)}` },
        ['"webhook" has 2068 characters; 2048 are allowed.'],
      ],
    ])('is refused when it cannot be right: %j', async (body, details) => {
      const refused = await request('post', INSIGHTS).send(body);
      expect([refused.status, detailsOf(refused)]).toEqual([422, details]);
      const { id } = await makeInsight();
      const missing = details.every((detail) => detail.endsWith('is missing.'));
      const update = await request('put', `${INSIGHTS}/${id}`).send({ ...body });
      // What is missing stays as it is.
      if (missing) expect(update.status).toBe('name' in body ? 422 : 200);
      else expect([update.status, detailsOf(update)]).toEqual([422, details]);
    });

    it('points at what is wrong', async () => {
      const { body } = await request('post', INSIGHTS).send({ name: 'n', instructions: 'i', webhook: 'x' });
      expect(body.errors).toEqual([
        {
          code: '10027',
          title: 'Unprocessable Entity',
          detail: '"webhook" has to be an http or https URL, or empty.',
          source: { pointer: '/webhook' },
          meta: { url: 'https://developers.telnyx.com/docs/overview/errors/10027' },
        },
      ]);
    });

    it('keeps every character of its texts', async () => {
      const fields = { name: HOSTILE, instructions: HOSTILE, json_schema: { const: HOSTILE, [HOSTILE]: HOSTILE } };
      const made = await makeInsight(fields);
      expect(made).toMatchObject(fields);
      expect((await request('put', `${INSIGHTS}/${made.id}`).send(fields)).body.data).toEqual(made);
    });
  });

  describe('the Summary', () => {
    const path = `${INSIGHTS}/${SUMMARY_INSIGHT.id}`;

    it('is there in every workspace, and the first of the list', async () => {
      for (const key of [server.keys.read, other.key]) {
        const { body } = await as(key, 'get', path);
        expect(body.data).toEqual({
          id: 'cfcc865c-d3d4-4823-8a4b-f0df57d9f56f',
          name: 'Summary',
          instructions: SUMMARY_INSIGHT.instructions,
          webhook: '',
          insight_type: 'default',
          created_at: expect.stringMatching(/^\d{4}-.*Z$/),
        });
        const { body: list } = await as(key, 'get', `${INSIGHTS}?page[size]=100`);
        expect(list.data).toContainEqual(body.data);
      }
    });

    it('cannot be changed or deleted', async () => {
      const reason = 'conversations of assistants without an insight group are given it.';
      const changed = await request('put', path).send({ name: 'x' });
      expect([changed.status, detailsOf(changed)]).toEqual([
        422,
        [`The insight "Summary" is built in and cannot be changed: ${reason}`],
      ]);
      const deleted = await request('delete', path);
      expect([deleted.status, detailsOf(deleted)]).toEqual([
        422,
        [`The insight "Summary" is built in and cannot be deleted: ${reason}`],
      ]);
      expect(deleted.headers['x-should-retry']).toBe('false');
      expect((await request('get', path)).body.data.name).toBe('Summary');
    });

    it('can be assigned', async () => {
      const { id } = await makeGroup();
      const { body } = await request('post', `${GROUPS}/${id}/insights/${SUMMARY_INSIGHT.id}/assign`);
      expect(body.data.insights.map(({ name }: { name: string }) => name)).toEqual(['Summary']);
    });
  });

  describe('a group', () => {
    it('is made, read, changed and deleted, and its insights stay', async () => {
      const made = await makeGroup({ description: HOSTILE, webhook: 'http://example.com/' });
      expect(made).toEqual({
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        name: 'g',
        description: HOSTILE,
        webhook: 'http://example.com/',
        insights: [],
        created_at: T0,
      });
      const path = `${GROUPS.slice(3)}/${made.id.toUpperCase()}`;
      expect((await request('get', path)).body).toEqual({ data: made });
      expect((await request('put', path).send({ name: HOSTILE })).body).toEqual({ data: { ...made, name: HOSTILE } });
      const { description, ...rest } = made;
      const bare = { ...rest, name: HOSTILE, webhook: '' };
      expect((await request('put', path).send({ description: null, webhook: null })).body).toEqual({ data: bare });
      expect((await request('put', path).send({})).body).toEqual({ data: bare });

      const insight = await makeInsight();
      await request('post', `${path}/insights/${insight.id}/assign`);
      expect((await request('delete', path)).status).toBe(204);
      for (const method of ['get', 'put', 'delete'] as const) {
        const gone = await request(method, path).send(method === 'put' ? {} : undefined);
        expect([gone.status, detailsOf(gone)]).toEqual([404, [`There is no insight group "${made.id}".`]]);
      }
      expect((await request('get', `${INSIGHTS}/${insight.id}`)).body.data).toEqual(insight);
    });

    it('has the insights that were assigned and not unassigned', async () => {
      const [group, second] = [await makeGroup(), await makeGroup()];
      const [one, two] = [await makeInsight({ name: 'one' }), await makeInsight({ name: 'two', json_schema: '{}' })];
      const path = (insight: { id: string }, what: string) => `${GROUPS}/${group.id}/insights/${insight.id}/${what}`;
      const assigned = await request('post', path(one, 'assign'));
      expect([assigned.status, assigned.body]).toEqual([200, { data: { ...group, insights: [one] } }]);
      await request('post', `${GROUPS}/${second.id}/insights/${one.id}/assign`);
      await request('post', path(two, 'assign').slice(3));
      const again = await request('post', path(one, 'assign'));
      expect([again.status, again.body.data.insights]).toEqual([200, expect.arrayContaining([one, two])]);
      expect(again.body.data.insights).toHaveLength(2);
      expect((await request('get', `${GROUPS}/${second.id}`)).body.data.insights).toEqual([one]);

      expect((await request('delete', path(one, 'unassign'))).status).toBe(204);
      expect((await request('get', `${GROUPS}/${group.id}`)).body.data.insights).toEqual([two]);
      const twice = await request('delete', path(one, 'unassign'));
      const notIn = `The insight "${one.id}" is not in the group "${group.id}".`;
      expect([twice.status, detailsOf(twice)]).toEqual([404, [notIn]]);
      // A deleted insight leaves its groups.
      await request('delete', `${INSIGHTS}/${two.id}`);
      expect((await request('get', `${GROUPS}/${group.id}`)).body.data.insights).toEqual([]);
    });

    it('is not assigned what is not there', async () => {
      const { id: group } = await makeGroup();
      const { id: insight } = await makeInsight();
      for (const [path, method, detail] of [
        [`${NOBODY}/insights/${insight}/assign`, 'post', `There is no insight group "${NOBODY}".`],
        [`${group}/insights/${NOBODY}/assign`, 'post', `There is no insight "${NOBODY}".`],
        [`1/insights/${insight}/assign`, 'post', 'There is no insight group "1".'],
        [`${group}/insights/'/assign`, 'post', `There is no insight "'".`],
        [`${NOBODY}/insights/${insight}/unassign`, 'delete', `There is no insight group "${NOBODY}".`],
        [`${group}/insights/${NOBODY}/unassign`, 'delete', `The insight "${NOBODY}" is not in the group "${group}".`],
      ] as const) {
        const refused = await request(method, `${GROUPS}/${path}`);
        expect([refused.status, detailsOf(refused)]).toEqual([404, [detail]]);
      }
    });

    it.each<[object, readonly string[]]>([
      [{}, ['"name" is missing.']],
      [{ name: '' }, ['"name" is empty.']],
      [{ name: 'g', description: 7 }, ['"description" has to be a string.']],
      [{ name: 'g', description: '\0' }, ['"description" holds the character U+0000, which cannot be stored.']],
      [{ name: 'g', description: 'x'.repeat(65537) }, ['"description" takes 65537 bytes; 65536 are allowed.']],
      [{ name: 'g', webhook: 'x' }, ['"webhook" has to be an http or https URL, or empty.']],
      [{ name: 'g', webhook: 'https://x.test/\0' }, ['"webhook" holds the character U+0000, which cannot be stored.']],
    ])('is refused when it cannot be right: %j', async (body, details) => {
      const refused = await request('post', GROUPS).send(body);
      expect([refused.status, detailsOf(refused)]).toEqual([422, details]);
      if (!('name' in body)) return;
      const update = await request('put', `${GROUPS}/${(await makeGroup()).id}`).send(body);
      expect([update.status, detailsOf(update)]).toEqual([422, details]);
    });
  });

  it.each([INSIGHTS, GROUPS, INSIGHTS.slice(3), GROUPS.slice(3)])('pages of %s begin with 1', async (path) => {
    const first = await request('get', path);
    expect(first.body.meta).toMatchObject(PAGE);
    const { total_results: total } = first.body.meta;
    const page = await request('get', `${path}?page[number]=2&page%5Bsize%5D=1`);
    expect(page.body.meta).toEqual({ page_number: 2, page_size: 1, total_pages: total, total_results: total });
    expect(page.body.data).toEqual([first.body.data[1]]);
    const past = await request('get', `${path}?page[number]=1000`);
    expect(past.body).toMatchObject({ data: [], meta: { page_number: 1000, total_results: total } });
    expect((await request('get', `${path}?page[size]=100`)).status).toBe(200);
    for (const [query, detail] of [
      ['page[number]=0', '"page[number]" is "0"; it has to be a whole number from 1 to 1000000000.'],
      ['page[size]=0', '"page[size]" is "0"; it has to be a whole number from 1 to 100.'],
      ['page[size]=101', '"page[size]" is "101"; it has to be a whole number from 1 to 100.'],
      ['page[size]=x', '"page[size]" is "x"; it has to be a whole number from 1 to 100.'],
    ] as const) {
      const refused = await request('get', `${path}?${query}`);
      expect([refused.status, detailsOf(refused)]).toEqual([422, [detail]]);
    }
  });

  describe('the insights of a conversation', () => {
    it('are listed newest first, with their results or the reason', async () => {
      const db = database().knex;
      const { id: insight } = await makeInsight();
      const { id } = await createConversation(db, server.workspaceId, { metadata: {}, createdAt: new Date(T0) });
      const path = `/v2/ai/conversations/${id}/conversations-insights`;
      expect((await request('get', path)).body).toEqual({
        data: [],
        meta: { ...PAGE, total_pages: 0, total_results: 0 },
      });
      const runs = [];
      for (const second of [1, 2, 3]) {
        const createdAt = new Date(`2025-04-01T10:00:0${second}Z`);
        runs.push(await createConversationInsight(db, server.workspaceId, { conversationId: id, createdAt }));
      }
      const [first, second, third] = runs as { id: string; conversationId: string }[];
      const results = [{ insightId: insight, result: HOSTILE }];
      await completeConversationInsight(db, server.workspaceId, first!, results, new Date(T0));
      await failConversationInsight(db, server.workspaceId, second!, { reason: 'No model.' }, new Date(T0));
      // Results outlive their insight.
      await request('delete', `${INSIGHTS}/${insight}`);

      const { body } = await request('get', path.slice(3));
      expect(body).toEqual({
        data: [
          { id: third!.id, status: 'pending', created_at: '2025-04-01T10:00:03.000Z', conversation_insights: [] },
          {
            id: second!.id,
            status: 'failed',
            created_at: '2025-04-01T10:00:02.000Z',
            conversation_insights: [],
            reason: 'No model.',
          },
          {
            id: first!.id,
            status: 'completed',
            created_at: '2025-04-01T10:00:01.000Z',
            conversation_insights: [{ insight_id: insight, result: HOSTILE }],
          },
        ],
        meta: { ...PAGE, total_pages: 1, total_results: 3 },
      });
      const page = await request('get', `${path}?page[size]=1&page[number]=3`);
      expect(page.body).toEqual({
        data: [body.data[2]],
        meta: { page_number: 3, page_size: 1, total_pages: 3, total_results: 3 },
      });
    });

    it('are not there without the conversation', async () => {
      for (const id of [NOBODY, 'x', `'`]) {
        const refused = await request('get', `/v2/ai/conversations/${id}/conversations-insights`);
        expect([refused.status, detailsOf(refused)]).toEqual([404, [`There is no conversation "${id}".`]]);
      }
    });
  });

  it('are of their workspace alone, under the same ids and names', async () => {
    const db = database().knex;
    const insight = await makeInsight({ name: 'both' });
    const group = await makeGroup({ name: 'both' });
    await request('post', `${GROUPS}/${group.id}/insights/${insight.id}/assign`);
    const { id } = await createConversation(db, server.workspaceId, { metadata: {}, createdAt: new Date(T0) });
    await createConversationInsight(db, server.workspaceId, { conversationId: id, createdAt: new Date(T0) });

    const theirs = await as(other.key, 'post', INSIGHTS).send({ name: 'both', instructions: 'theirs' });
    const theirGroup = await as(other.key, 'post', GROUPS).send({ name: 'both' });
    const strangers: [Method, string][] = [
      ['get', `${INSIGHTS}/${insight.id}`],
      ['put', `${INSIGHTS}/${insight.id}`],
      ['delete', `${INSIGHTS}/${insight.id}`],
      ['get', `${GROUPS}/${group.id}`],
      ['put', `${GROUPS}/${group.id}`],
      ['delete', `${GROUPS}/${group.id}`],
      ['post', `${GROUPS}/${group.id}/insights/${insight.id}/assign`],
      ['post', `${GROUPS}/${group.id}/insights/${theirs.body.data.id}/assign`],
      ['post', `${GROUPS}/${theirGroup.body.data.id}/insights/${insight.id}/assign`],
      ['delete', `${GROUPS}/${group.id}/insights/${insight.id}/unassign`],
      ['get', `/v2/ai/conversations/${id}/conversations-insights`],
    ];
    for (const [method, path] of strangers) {
      const refused = await as(other.key, method, path).send(method === 'put' ? { name: 'x' } : undefined);
      expect([method, path, refused.status]).toEqual([method, path, 404]);
    }
    const { body: insights } = await as(other.key, 'get', INSIGHTS);
    expect(insights.data.map(({ name }: { name: string }) => name).sort()).toEqual(['Summary', 'both']);
    expect(insights.meta.total_results).toBe(2);
    const { body: groups } = await as(other.key, 'get', GROUPS);
    expect(groups.data).toEqual([theirGroup.body.data]);
    expect(groups.meta.total_results).toBe(1);
    expect((await request('get', `${GROUPS}/${group.id}`)).body.data).toEqual({ ...group, insights: [insight] });
  });

  it('need the scope: read to read, write to write', async () => {
    const paths: [Method, string, 'read' | 'write'][] = [
      ['get', INSIGHTS, 'read'],
      ['post', INSIGHTS, 'write'],
      ['get', `${INSIGHTS}/${NOBODY}`, 'read'],
      ['put', `${INSIGHTS}/${NOBODY}`, 'write'],
      ['delete', `${INSIGHTS}/${NOBODY}`, 'write'],
      ['get', GROUPS, 'read'],
      ['post', GROUPS, 'write'],
      ['get', `${GROUPS}/${NOBODY}`, 'read'],
      ['put', `${GROUPS}/${NOBODY}`, 'write'],
      ['delete', `${GROUPS}/${NOBODY}`, 'write'],
      ['post', `${GROUPS}/${NOBODY}/insights/${NOBODY}/assign`, 'write'],
      ['delete', `${GROUPS}/${NOBODY}/insights/${NOBODY}/unassign`, 'write'],
      ['get', '/v2/ai/conversations/conversation-insights/aggregates', 'read'],
      ['get', `/v2/ai/conversations/${randomUUID()}/conversations-insights`, 'read'],
    ];
    for (const [method, path, scope] of paths) {
      const wrongKey = server.keys[scope === 'read' ? 'platform' : 'read'];
      expect([path, (await as(wrongKey, method, path)).status]).toEqual([path, 403]);
      expect([path, (await supertest(server.app)[method](path)).status]).toEqual([path, 401]);
    }
  });
});
