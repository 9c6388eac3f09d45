import Telnyx from 'telnyx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ListeningServer } from '../../src/http/listen.js';
import { completeConversationInsight, createConversationInsight } from '../../src/store/conversation-insights.js';
import { DatabaseUnavailable } from '../../src/store/database-error.js';
import { type ApiDocument, apiDocumentOf } from '../support/api-document.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { listening, type TestApp, testApp } from '../support/server.js';
import { HAS_TELNYX_SCHEMAS, telnyxVerdict } from '../support/telnyx-schemas.js';

const NOBODY = '11111111-2222-4333-8444-555555555555';

/** What calls are about, made anew for each base URL. */
interface Things {
  readonly conversation: string;
  readonly insight: string;
  readonly group: string;
  readonly assistant: string;
}

const ALL_NOBODY: Things = { conversation: NOBODY, insight: NOBODY, group: NOBODY, assistant: 'assistant-nobody' };

interface Call {
  /** Makes the call, on things that are there or not. */
  readonly call: (client: Telnyx, things: Things) => PromiseLike<unknown>;
  readonly answers: unknown;
  /** Where it has a body: what Ringback refuses of it. */
  readonly refused?: (client: Telnyx, things: Things) => PromiseLike<unknown>;
  /** Whether it is about something that may not be there. */
  readonly finds?: true;
  /** It has the header `Idempotency-Key`. */
  readonly repeated?: (client: Telnyx, things: Things, key: string, name: string) => PromiseLike<unknown>;
}

const text = expect.any(String);
const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
const meta = {
  page_number: 1,
  page_size: expect.any(Number),
  total_pages: expect.any(Number),
  total_results: expect.any(Number),
};
const conversation = { id: text, created_at: time, last_message_at: time, metadata: expect.any(Object) };
const insight = {
  id: text,
  name: 'Score',
  instructions: 'Rate it.',
  webhook: '',
  insight_type: 'custom',
  created_at: time,
};
const group = { id: text, name: 'Sales', webhook: '', created_at: time };
const assistant = { id: text, name: 'Ann', instructions: 'Be kind.', model: text, created_at: time };
const list = (entry: object) => ({ data: expect.arrayContaining([expect.objectContaining(entry)]) });
const page = (entry: object) => expect.objectContaining({ ...list(entry), meta });
/** The SDK's own answer to 204. */
const nothing = null;

/** By the names that reflection finds. Deletions stand at the end of each resource. */
const CALLS: Readonly<Record<string, Call>> = {
  'conversations.create': {
    call: (client) => client.ai.conversations.create({ name: 'Voice', metadata: { a: 'b' } }),
    answers: { ...conversation, name: 'Voice', metadata: { a: 'b' } },
    refused: (client) => client.ai.conversations.create({ name: '\0' }),
    repeated: (client, _things, key, name) => client.ai.conversations.create({ name, 'Idempotency-Key': key }),
  },
  'conversations.list': {
    call: (client) => client.ai.conversations.list({ limit: 100 }),
    answers: list(conversation),
    refused: (client) => client.ai.conversations.list({ limit: 0 }),
  },
  'conversations.retrieve': {
    call: (client, { conversation }) => client.ai.conversations.retrieve(conversation),
    answers: { data: expect.objectContaining(conversation) },
    finds: true,
  },
  'conversations.update': {
    call: (client, { conversation }) => client.ai.conversations.update(conversation, { metadata: { c: 'd' } }),
    answers: { data: expect.objectContaining({ ...conversation, metadata: { c: 'd' } }) },
    refused: (client, { conversation }) => client.ai.conversations.update(conversation, { metadata: 'x' as never }),
    finds: true,
  },
  'conversations.addMessage': {
    call: (client, { conversation }) =>
      client.ai.conversations.addMessage(conversation, { role: 'user', content: 'Hi', metadata: { n: 1, ok: true } }),
    // Telnyx documents none. The SDK's type is void.
    answers: { data: expect.objectContaining({ id: text, role: 'user', text: 'Hi', metadata: { n: 1, ok: true } }) },
    refused: (client, { conversation }) => client.ai.conversations.addMessage(conversation, { role: 'robot' }),
    repeated: (client, { conversation }, key, content) =>
      client.ai.conversations.addMessage(conversation, { role: 'user', content, 'Idempotency-Key': key }),
    finds: true,
  },
  'conversations.messages.list': {
    call: (client, { conversation }) => client.ai.conversations.messages.list(conversation, { 'page[size]': 1 }),
    answers: page({ role: 'user', text, created_at: time, sent_at: time }),
    refused: (client, { conversation }) => client.ai.conversations.messages.list(conversation, { 'page[size]': 0 }),
    finds: true,
  },
  'conversations.retrieveConversationsInsights': {
    call: (client, { conversation }) => client.ai.conversations.retrieveConversationsInsights(conversation),
    answers: page({
      id: text,
      status: 'completed',
      created_at: time,
      conversation_insights: [{ insight_id: text, result: '{"score":4}' }],
    }),
    finds: true,
  },
  'conversations.conversationInsights.retrieveAggregates': {
    call: (client) => client.ai.conversations.conversationInsights.retrieveAggregates({ group_by: ['score'] }),
    answers: list({ score: 4, record_count: expect.any(Number) }),
    refused: (client) =>
      client.ai.conversations.conversationInsights.retrieveAggregates({ created_at: 'equals.yesterday' }),
  },
  'conversations.insights.create': {
    call: (client) => client.ai.conversations.insights.create({ name: 'Score', instructions: 'Rate it.' }),
    answers: { data: expect.objectContaining(insight) },
    refused: (client) => client.ai.conversations.insights.create({ name: '', instructions: 'x' }),
    repeated: (client, _things, key, name) =>
      client.ai.conversations.insights.create({ name, instructions: 'x', 'Idempotency-Key': key }),
  },
  'conversations.insights.list': {
    call: (client) => client.ai.conversations.insights.list({ 'page[size]': 100 }),
    answers: page(insight),
    refused: (client) => client.ai.conversations.insights.list({ 'page[number]': 0 }),
  },
  'conversations.insights.retrieve': {
    call: (client, { insight }) => client.ai.conversations.insights.retrieve(insight),
    answers: { data: expect.objectContaining(insight) },
    finds: true,
  },
  'conversations.insights.update': {
    call: (client, { insight }) =>
      client.ai.conversations.insights.update(insight, { json_schema: { type: 'object' } }),
    answers: { data: expect.objectContaining({ ...insight, json_schema: { type: 'object' } }) },
    refused: (client, { insight }) => client.ai.conversations.insights.update(insight, { webhook: 'x' }),
    finds: true,
  },
  'conversations.insightGroups.insightGroups': {
    call: (client) => client.ai.conversations.insightGroups.insightGroups({ name: 'Sales' }),
    answers: { data: expect.objectContaining({ ...group, insights: [] }) },
    refused: (client) => client.ai.conversations.insightGroups.insightGroups({ name: '' }),
    repeated: (client, _things, key, name) =>
      client.ai.conversations.insightGroups.insightGroups({ name, 'Idempotency-Key': key }),
  },
  'conversations.insightGroups.retrieveInsightGroups': {
    call: (client) => client.ai.conversations.insightGroups.retrieveInsightGroups({ 'page[size]': 100 }),
    answers: page(group),
    refused: (client) => client.ai.conversations.insightGroups.retrieveInsightGroups({ 'page[size]': 101 }),
  },
  'conversations.insightGroups.retrieve': {
    call: (client, { group }) => client.ai.conversations.insightGroups.retrieve(group),
    answers: { data: expect.objectContaining(group) },
    finds: true,
  },
  'conversations.insightGroups.update': {
    call: (client, { group }) => client.ai.conversations.insightGroups.update(group, { description: 'd' }),
    answers: { data: expect.objectContaining({ ...group, description: 'd' }) },
    refused: (client, { group }) => client.ai.conversations.insightGroups.update(group, { name: '' }),
    finds: true,
  },
  'conversations.insightGroups.insights.assign': {
    call: (client, { group, insight }) =>
      client.ai.conversations.insightGroups.insights.assign(insight, { group_id: group }),
    answers: { data: expect.objectContaining({ insights: [expect.objectContaining(insight)] }) },
    finds: true,
  },
  'conversations.insightGroups.insights.deleteUnassign': {
    call: (client, { group, insight }) =>
      client.ai.conversations.insightGroups.insights.deleteUnassign(insight, { group_id: group }),
    answers: nothing,
    finds: true,
  },
  'conversations.insightGroups.delete': {
    call: (client, { group }) => client.ai.conversations.insightGroups.delete(group),
    answers: nothing,
    finds: true,
  },
  'conversations.insights.delete': {
    call: (client, { insight }) => client.ai.conversations.insights.delete(insight),
    answers: nothing,
    finds: true,
  },
  'conversations.delete': {
    call: (client, { conversation }) => client.ai.conversations.delete(conversation),
    answers: nothing,
    finds: true,
  },
  'assistants.create': {
    call: (client) => client.ai.assistants.create({ name: 'Ann', instructions: 'Be kind.', model: 'a/b' }),
    answers: expect.objectContaining(assistant),
    refused: (client) => client.ai.assistants.create({ name: 7 as never, instructions: 'x' }),
    repeated: (client, _things, key, name) =>
      client.ai.assistants.create(
        { name, instructions: 'x' },
        { idempotencyKey: key, headers: { 'Idempotency-Key': key } },
      ),
  },
  'assistants.list': { call: (client) => client.ai.assistants.list(), answers: list(assistant) },
  'assistants.retrieve': {
    call: (client, { assistant }) => client.ai.assistants.retrieve(assistant),
    answers: expect.objectContaining(assistant),
    finds: true,
  },
  'assistants.update': {
    call: (client, { assistant }) => client.ai.assistants.update(assistant, { greeting: 'Hello' }),
    answers: expect.objectContaining({ ...assistant, greeting: 'Hello' }),
    refused: (client, { assistant }) => client.ai.assistants.update(assistant, { greeting: 7 as never }),
    finds: true,
  },
  'assistants.delete': {
    call: (client, { assistant }) => client.ai.assistants.delete(assistant),
    answers: { id: text, object: 'assistant.deleted', deleted: true },
    finds: true,
  },
};

/** What Ringback has no operation for. */
const ASSISTANTS_LEFT_OUT = [
  'assistants.chat',
  'assistants.clone',
  'assistants.getTexml',
  'assistants.imports',
  'assistants.sendSMS',
];

/** The methods of a resource of the SDK and of the resources in it, as programs name them. */
function methodsOf(resource: object, name: string): readonly string[] {
  const own = Object.getOwnPropertyNames(Object.getPrototypeOf(resource)).filter((key) => key !== 'constructor');
  const inner = Object.entries(resource).filter(
    ([key, value]) => key !== '_client' && typeof value === 'object' && value !== null && '_client' in value,
  );
  return [
    ...own.map((key) => `${name}.${key}`),
    ...inner.flatMap(([key, value]) => methodsOf(value, `${name}.${key}`)),
  ];
}

interface Thrown {
  readonly status: number;
  readonly error: { readonly errors: readonly Readonly<Record<string, unknown>>[] };
}

async function thrownBy(call: PromiseLike<unknown> | undefined): Promise<Thrown> {
  try {
    await call;
  } catch (error) {
    return error as Thrown;
  }
  return expect.fail('It was not refused.');
}

interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

describeOnBothDatabases('every call of the official SDK', (database) => {
  let server: TestApp;
  let socket: ListeningServer;
  let api: ApiDocument;
  let isGone = false;
  const exchanges: Exchange[] = [];

  beforeAll(async () => {
    const gone = () => Promise.reject(new DatabaseUnavailable('The database does not answer: ECONNREFUSED.'));
    server = await testApp(database(), {
      wrap: (real) => ({
        ...real,
        run: (sql, bindings, options) => (isGone ? gone() : real.run(sql, bindings, options)),
        knex: new Proxy(real.knex, {
          get: (knex, key) => {
            if (isGone && key === 'transaction') return gone;
            if (!isGone || key !== 'raw') return Reflect.get(knex, key, knex);
            // Still to be built with, and not to be run.
            return (sql: string, bindings: unknown[]) =>
              Object.assign(knex.raw(sql, bindings as never), {
                // biome-ignore lint/suspicious/noThenProperty: Knex's own builders are awaited, too.
                then: (...handlers: Parameters<Promise<unknown>['then']>) => gone().then(...handlers),
              });
          },
        }),
      }),
    });
    socket = await listening(server.app);
    api = await apiDocumentOf(server);
  });
  afterAll(() => socket.stop(0));

  function sdk({ base = '/v2', apiKey = server.keys.all } = {}): Telnyx {
    return new Telnyx({
      apiKey,
      baseURL: `${socket.url}${base}`,
      maxRetries: 0,
      fetch: async (url, init) => {
        const response = await fetch(url, init);
        exchanges.push({
          method: String(init?.method).toLowerCase(),
          path: new URL(String(url)).pathname,
          status: response.status,
          headers: Object.fromEntries(response.headers),
          text: await response.clone().text(),
        });
        return response;
      },
    });
  }

  /** A conversation that has ended, with a result of its insight. */
  async function makeThings(client: Telnyx): Promise<Things> {
    const { id } = await client.ai.conversations.create({ name: 'Voice' });
    await client.ai.conversations.addMessage(id, { role: 'user', content: 'Hello' });
    const made = await client.ai.conversations.insights.create({ name: 'Score', instructions: 'Rate it.' });
    const { knex } = database();
    const at = new Date();
    const run = await createConversationInsight(knex, server.workspaceId, { conversationId: id, createdAt: at });
    if (run === undefined) throw new Error('There is no conversation.');
    const results = [{ insightId: made.data.id, result: '{"score":4}' }];
    await completeConversationInsight(knex, server.workspaceId, run, results, at);
    return {
      conversation: id,
      insight: made.data.id,
      group: (await client.ai.conversations.insightGroups.insightGroups({ name: 'Sales' })).data.id,
      assistant: (await client.ai.assistants.create({ name: 'Ann', instructions: 'Be kind.', model: 'a/b' })).id,
    };
  }

  test('is known here', () => {
    const client = sdk();
    const conversations = methodsOf(client.ai.conversations, 'conversations');
    const assistants = Object.getOwnPropertyNames(Object.getPrototypeOf(client.ai.assistants))
      .filter((key) => key !== 'constructor')
      .map((key) => `assistants.${key}`);
    const known = [...Object.keys(CALLS), ...ASSISTANTS_LEFT_OUT].sort();
    expect([...conversations, ...assistants].sort()).toEqual(known);
    expect(conversations).toHaveLength(21);
  });

  describe.each(['/v2', '/v2/', '', '/'])('with the base URL "%s"', (base) => {
    let things: Things;
    beforeAll(async () => {
      things = await makeThings(sdk({ base }));
    });

    test.each(Object.entries(CALLS))('%s', async (_name, { call, answers }) => {
      expect(await call(sdk({ base }), things)).toEqual(
        typeof answers === 'object' && answers !== null ? answers : nothing,
      );
    });

    test('goes through pages by itself', async () => {
      const client = sdk({ base });
      const { id } = await client.ai.conversations.create({});
      for (const content of ['1', '2', '3', '4', '5']) {
        await client.ai.conversations.addMessage(id, {
          role: 'user',
          content,
          sent_at: `2025-04-01T10:0${content}:00Z`,
        });
      }
      const texts: string[] = [];
      for await (const message of client.ai.conversations.messages.list(id, { 'page[size]': 2 })) {
        texts.push(message.text);
      }
      expect(texts).toEqual(['5', '4', '3', '2', '1']);
    });
  });

  describe('that cannot be answered as it wants to', () => {
    test.each(Object.entries(CALLS))('%s is refused without a key that is known', async (_name, { call }) => {
      await expect(call(sdk({ apiKey: 'KEY0000000000000000' }), ALL_NOBODY)).rejects.toBeInstanceOf(
        Telnyx.AuthenticationError,
      );
    });

    test.each(Object.entries(CALLS))('%s is refused a key of another scope', async (_name, { call }) => {
      await expect(call(sdk({ apiKey: server.keys.platform }), ALL_NOBODY)).rejects.toBeInstanceOf(
        Telnyx.PermissionDeniedError,
      );
    });

    test.each(Object.entries(CALLS).filter(([, { finds }]) => finds))(
      '%s says what is not there',
      async (_name, { call }) => {
        const error = await thrownBy(call(sdk(), ALL_NOBODY));
        expect(error).toBeInstanceOf(Telnyx.NotFoundError);
        expect(error.error.errors[0]).toMatchObject({ code: '10005', detail: expect.stringMatching(/^There is no /) });
      },
    );

    test.each(Object.entries(CALLS).filter(([, { refused }]) => refused))(
      '%s names what is wrong',
      async (_name, call) => {
        const things = await makeThings(sdk());
        const error = await thrownBy(call.refused?.(sdk(), things));
        expect(error).toBeInstanceOf(Telnyx.UnprocessableEntityError);
        expect(error.error.errors[0]?.source).toMatchObject({});
      },
    );

    test.each(Object.entries(CALLS))('%s is told that the database is gone', async (_name, { call }) => {
      await sdk().ai.conversations.list();
      isGone = true;
      try {
        const error = await thrownBy(call(sdk(), ALL_NOBODY));
        expect(error).toBeInstanceOf(Telnyx.InternalServerError);
        expect(error.status).toBe(503);
      } finally {
        isGone = false;
      }
    });
  });

  test.each(Object.entries(CALLS).filter(([, { repeated }]) => repeated))(
    '%s is repeated by its key',
    async (name, call) => {
      const things = await makeThings(sdk());
      const key = `key-of-${name.replaceAll('.', '-')}`;
      const first = await call.repeated?.(sdk(), things, key, 'one');
      const before = exchanges.length;
      expect(await call.repeated?.(sdk(), things, key, 'one')).toEqual(first);
      expect(exchanges[before]?.headers['idempotency-replayed']).toBe('true');
      const other = Promise.resolve(call.repeated?.(sdk(), things, key, 'two'));
      await expect(other).rejects.toBeInstanceOf(Telnyx.UnprocessableEntityError);
      const wrong = Promise.resolve(call.repeated?.(sdk(), things, 'a b', 'three'));
      await expect(wrong).rejects.toBeInstanceOf(Telnyx.BadRequestError);
    },
  );

  describe('was answered', () => {
    test('as /openapi.json says, everything', () => {
      const seen = new Set<string>();
      for (const { method, path, ...answer } of exchanges) {
        const operation = api.operationAt(method, path);
        if (operation === undefined) throw new Error(`${method} ${path} is not documented.`);
        expect(api.problemsOf(operation, answer), `${method} ${path} ${answer.text}`).toEqual([]);
        seen.add(`${operation.id} ${answer.status}`);
      }
      expect(exchanges.length).toBeGreaterThan(300);
      expect(seen.size).toBeGreaterThan(100);
    });

    test.skipIf(!HAS_TELNYX_SCHEMAS)("as Telnyx's own OpenAPI file says, all that was well", () => {
      const operations = new Set<string>();
      const kinds = new Map<string, Exchange>();
      for (const exchange of exchanges) {
        if (exchange.status >= 300) continue;
        kinds.set(`${exchange.method} ${exchange.path} ${exchange.text.length}`, exchange);
      }
      for (const { method, path, text: body } of kinds.values()) {
        const answer = body === '' ? undefined : JSON.parse(body);
        const { operation, errors } = telnyxVerdict(method, path.replace(/^\/v2/, ''), answer);
        if (operation !== undefined) operations.add(operation);
        // Telnyx's schema of metadata is of texts alone, while Telnyx itself sends numbers, truth values and lists.
        expect(errors.filter((error) => !/^\/data\/\d+\/metadata\/\w+ must be string$/.test(error))).toEqual([]);
      }
      expect(operations.size).toBe(26);
    });
  });
});
