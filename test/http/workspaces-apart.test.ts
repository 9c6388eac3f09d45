import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createInitializationRecorder,
  type InitializationRecorder,
} from '../../src/assistants/initialization-recorder.js';
import type { ListeningServer } from '../../src/http/listen.js';
import { insertInitializations } from '../../src/store/initializations.js';
import {
  type Answered,
  type ApiDocument,
  apiDocumentOf,
  type DocumentedOperation,
  type DocumentedParameter,
} from '../support/api-document.js';
import { describeOnBothDatabases, openTestDatabase, type TestDatabase } from '../support/databases.js';
import { jsonSchemaArbitrary } from '../support/json-schema-arbitrary.js';
import { secretBoxFor } from '../support/secret-box.js';
import { listening, type TestApp, testApp } from '../support/server.js';
import { initializationEvent, telnyxSigner } from '../support/signing.js';
import { silentLog } from '../support/silent-log.js';
import { makeTenant, policySource, rowsOf, SHARED_IDS, type Tenant } from '../support/tenant.js';

const NOBODY = '11111111-2222-4333-8444-555555555555';
const OURS = 'MARKER-OF-ALPHA';
const THEIRS = 'MARKER-OF-THE-OTHERS';

/** Where the ids that stand in paths are kept, so that a request can be about something that is there. */
const ROWS: Readonly<Record<string, string>> = {
  conversation_id: 'SELECT id::text FROM conversations WHERE workspace_id = $1 ORDER BY created_at, id',
  // Not the Summary, which every workspace has.
  insight_id: `SELECT id::text FROM insights WHERE workspace_id = $1 AND insight_type = 'custom' ORDER BY created_at, id`,
  group_id: 'SELECT id::text FROM insight_groups WHERE workspace_id = $1 ORDER BY created_at, id',
  assistant_id: 'SELECT id FROM assistants WHERE workspace_id = $1 AND deleted_at IS NULL ORDER BY created_at, id',
  // Not the ones that requests come with.
  key_id: `SELECT id::text FROM api_keys WHERE workspace_id = $1 AND name <> 'test' ORDER BY created_at, id`,
  secret_id: `SELECT id::text FROM workspace_secrets WHERE workspace_id = $1 AND platform = 'vapi' ORDER BY created_at, id`,
  initialization_id: 'SELECT id::text FROM initializations WHERE workspace_id = $1 ORDER BY recorded_at, id',
  job_id: `SELECT id::text FROM jobs WHERE (data->>'workspace_id')::integer = $1 ORDER BY created_on, name, id`,
  caller_id: 'SELECT id::text FROM callers WHERE workspace_id = $1 ORDER BY created_at, id',
  memory_id: 'SELECT id::text FROM facts WHERE workspace_id = $1 ORDER BY recorded_at, id',
  name: 'SELECT name AS id FROM workspaces WHERE id = $1',
  workspace: 'SELECT name AS id FROM workspaces WHERE id = $1',
};

const ORDER: readonly string[] = ['get', 'post', 'put', 'patch', 'delete'];

interface Requested {
  readonly operation: DocumentedOperation;
  readonly address: number;
  /** By the names of the parameters: an id, or the number of one of Alpha's own. */
  readonly path: Readonly<Record<string, string | number>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** A server with Alpha on it, beside others or alone. */
interface World {
  readonly server: TestApp;
  readonly socket: ListeningServer;
  readonly alpha: Tenant;
  readonly recorder: InitializationRecorder;
}

/** Times of its own, each later than the one before, so that two worlds write the same ones. */
function steadyClock(): () => Date {
  let ms = Date.now();
  return () => {
    ms += 1;
    return new Date(ms);
  };
}

describeOnBothDatabases('workspaces', (database, kind) => {
  let alone: World;
  let beside: World;
  let others: readonly Tenant[];
  let api: ApiDocument;
  let aloneDatabase: TestDatabase;
  let telnyxAccount: Server;
  const telnyxKeys = new Set<string>();

  beforeAll(async () => {
    telnyxAccount = createServer((req, res) => {
      telnyxKeys.add(String(req.headers.authorization));
      res.setHeader('content-type', 'application/json');
      res.end(JSON.stringify({ data: [] }));
    });
    await new Promise<void>((resolve) => telnyxAccount.listen(0, '127.0.0.1', resolve));
    const { port } = telnyxAccount.address() as AddressInfo;
    const secretBox = await secretBoxFor();
    const signers = { alpha: telnyxSigner(), beta: telnyxSigner() };
    const settings = {
      telnyxBaseUrl: `http://127.0.0.1:${port}/v2`,
      telnyxApiKey: `KEY-${THEIRS}-of-the-environment`,
      vapiSecret: `${THEIRS}-of-the-environment`,
      metricsOpen: false,
      // What is late is left out: on a machine that is busy the two worlds would differ by that.
      budgetMs: 20_000,
      recallMs: 20_000,
    };
    const start = async (of: TestDatabase['database'], withOthers: boolean) => {
      const recorder = createInitializationRecorder({
        write: (records) => insertInitializations(of, records, 5_000),
        log: silentLog,
      });
      const server = await testApp(of, { secretBox, settings, recorder, now: steadyClock() });
      if (withOthers) {
        others = [
          await makeTenant(server, { name: 'beta', marker: THEIRS, telnyx: signers.beta }),
          await makeTenant(server, { name: 'default', marker: THEIRS, telnyx: server.telnyx }),
        ];
      }
      const alpha = await makeTenant(server, { name: 'alpha', marker: OURS, telnyx: signers.alpha });
      await recorder.flush();
      return { server, socket: await listening(server.app), alpha, recorder };
    };
    aloneDatabase = await openTestDatabase(kind);
    alone = await start(aloneDatabase.database, false);
    beside = await start(database(), true);
    api = await apiDocumentOf(beside.server);
  });
  afterAll(async () => {
    await alone?.socket.stop(0);
    await beside?.socket.stop(0);
    await aloneDatabase?.remove();
    telnyxAccount?.close();
  });

  async function idsOf({ server }: Pick<World, 'server'>, tenant: Tenant, name: string): Promise<readonly string[]> {
    const sql = ROWS[name];
    if (sql === undefined) throw new Error(`Say in ROWS where the ids of {${name}} are kept.`);
    return (await server.database.run(sql, [tenant.workspaceId])).map(({ id }) => String(id));
  }

  async function send(world: World, requested: Requested, key = world.alpha.keys.all): Promise<Answered> {
    const { operation, address, path, query, headers } = requested;
    const template = operation.addresses[address % operation.addresses.length] as string;
    let url = template;
    for (const [name, value] of Object.entries(path)) {
      if (!url.includes(`{${name}}`)) continue;
      const own = typeof value === 'number' ? await idsOf(world, world.alpha, name) : [];
      const id = typeof value === 'string' ? value : own.length === 0 ? NOBODY : own[value % own.length];
      url = url.replace(`{${name}}`, encodeURIComponent(String(id)));
    }
    const parameters = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) parameters.append(name, String(value));
    const text = textOf(requested);
    const options = {
      method: operation.method.toUpperCase(),
      headers: {
        authorization: `Bearer ${key}`,
        ...(text === undefined ? {} : { 'content-type': operation.body?.contentType ?? 'application/json' }),
        ...(url.includes('/telnyx/') ? world.alpha.telnyx.headers(text ?? '') : {}),
        ...headers,
      },
      ...(text === undefined ? {} : { body: text }),
    };
    const ask = (): Promise<Response> => fetch(`${world.socket.url}${url}?${parameters}`, options);
    // A connection that is kept may be closed by the server just as the next request goes out: it was not read then.
    const response = await ask().catch((error: { cause?: { code?: string } }) => {
      if (error.cause?.code !== 'UND_ERR_SOCKET') throw error;
      return ask();
    });
    const answered = await response.text();
    // It writes a moment after the answer.
    await world.recorder.flush();
    return { status: response.status, headers: Object.fromEntries(response.headers), text: answered };
  }

  const operationsWith = (test: (operation: DocumentedOperation) => boolean) => api.operations.filter(test);

  const vapiMessage = (type: string) => ({
    message: {
      ...{ type, transcript: `User: ${OURS}` },
      call: { id: 'call-1', type: 'inboundPhoneCall', assistantId: `of ${OURS}`, customer: { number: '+13125550100' } },
      toolCallList: ['recall_caller', 'search_memory'].map((name) => ({
        id: name,
        name,
        arguments: { query: 'mornings' },
      })),
    },
  });
  const retellCall = {
    ...{ call_id: 'call_1', agent_id: `of ${OURS}`, direction: 'inbound' },
    ...{ from_number: '+13125550100', to_number: '+13128675309' },
  };

  /** Something that is valid, for each operation whose schema does not say all that is asked for. */
  function exampleOf({ id, body }: DocumentedOperation): unknown {
    if (body === undefined) return undefined;
    const examples: Readonly<Record<string, unknown>> = {
      addMessage: { role: 'user', content: 'Hello' },
      createInsight: { name: 'n', instructions: 'i' },
      createInsightGroup: { name: 'n' },
      createAssistant: { name: 'n', instructions: 'i' },
      createWorkspace: { name: 'gamma' },
      updateWorkspace: { settings: {} },
      addSecret: { platform: 'vapi', name: 'secret', value: 'a-secret-of-Vapi' },
      createKey: { name: 'n', scopes: ['read'] },
      applyPolicies: { source: policySource(OURS) },
      startConversation: {
        telnyx_conversation_channel: 'phone_call',
        telnyx_agent_target: '+13128675309',
        telnyx_end_user_target: '+13125550100',
      },
      testPolicies: { event: initializationEvent() },
      importTelnyx: { api_key: 'KEY-example' },
      importConversations: [{ type: 'conversation', id: SHARED_IDS.conversations[0] }],
      receiveTelnyxEvent: { data: { id: 'example', event_type: 'x', payload: { assistant_id: `of ${OURS}` } } },
      telnyxDynamicVariables: initializationEvent({ assistant_id: `of ${OURS}` }),
      vapiServerMessage: vapiMessage('tool-calls'),
      vapiRecall: vapiMessage('tool-calls'),
      vapiSave: vapiMessage('end-of-call-report'),
      retellSearchMemory: { call: retellCall, args: { query: 'mornings' } },
      retellRecordTurn: { call: retellCall, args: { user_text: OURS, assistant_text: 'Noted.' } },
      retellInbound: {
        call_inbound: { agent_id: `of ${OURS}`, from_number: '+13125550100', to_number: '+13128675309' },
      },
      receiveRetellEvent: { event: 'call_ended', call: { ...retellCall, transcript: `User: ${OURS}` } },
      addFact: { text: `prefers ${OURS}` },
      updateMemory: { pinned: true },
      mergeCallers: { other: NOBODY },
      unmergeCallers: { merge_id: NOBODY },
      addMemory: { user_id: 'someone', transcript: `Caller: ${OURS}` },
      searchMemory: { user: { phone: '+13125550100' }, query: 'mornings' },
      recallCaller: { user: { phone: '+13125550100' } },
      mergeUser: { from: { phone: '+13125550101' }, into: { phone: '+13125550100' } },
    };
    return examples[id] ?? {};
  }

  test('have something in every table that has workspaces', async () => {
    for (const tenant of others) {
      const rows = await rowsOf(beside.server, tenant.workspaceId);
      const empty = Object.keys(rows).filter((table) => rows[table]?.length === 0);
      expect(empty, 'Make a row of each in makeTenant.').toEqual([]);
    }
  });

  test('are asked for by their own ids alone', async () => {
    const [beta] = others as [Tenant, Tenant];
    const asked = operationsWith(({ addresses }) => addresses.some((address) => address.includes('{')));
    expect(asked.length).toBeGreaterThan(20);
    for (const operation of asked) {
      for (const [address, template] of operation.addresses.entries()) {
        const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
        // Each of the ids alone, and all of them.
        for (const foreign of [names, ...names.map((name) => [name])]) {
          if (foreign.length === 0) continue;
          const path: Record<string, string | number> = {};
          for (const name of names) {
            const ids = await idsOf(beside, beta, name);
            const id = ids.find((each) => !isShared(each));
            if (id === undefined) throw new Error(`There is no {${name}} of beta's own.`);
            path[name] = foreign.includes(name) ? id : 0;
          }
          const body = exampleOf(operation);
          const answer = await send(beside, { operation, address, path, query: {}, headers: {}, body });
          expect(`${operation.id} ${foreign} ${answer.status} ${answer.text}`).toContain(`${foreign} 404 {"errors":`);
        }
      }
    }
  });

  test('are named by their own keys alone', async () => {
    const named = operationsWith(({ parameters }) => parameters.some((each) => each.name === 'workspace'));
    expect(named.length).toBeGreaterThan(5);
    for (const operation of named) {
      for (const workspace of ['beta', 'default', 'nobody', 'BETA', '']) {
        const path = { key_id: NOBODY, job_id: NOBODY };
        const requested = {
          operation,
          address: 0,
          path,
          query: { workspace },
          headers: {},
          body: exampleOf(operation),
        };
        const { status, text } = await send(beside, requested);
        const { errors } = JSON.parse(text);
        expect(`${operation.id} ${status} ${errors[0].detail}`).toBe(
          `${operation.id} 404 There is no workspace ${JSON.stringify(workspace)}.`,
        );
      }
    }
  });

  test('keep what they have to themselves, whatever another one asks for', async () => {
    const theirIds = new Map<string, readonly string[]>();
    for (const name of Object.keys(ROWS)) {
      theirIds.set(name, (await Promise.all(others.map((tenant) => idsOf(beside, tenant, name)))).flat());
    }
    // A name is no secret: whoever guesses one is told that there is none.
    const allTheirIds = [...theirIds].flatMap(([name, ids]) => (name.endsWith('_id') ? ids : []));
    const idOf = (name: string): fc.Arbitrary<string | number> => {
      const theirs = theirIds.get(name);
      if (theirs === undefined) throw new Error(`Say in ROWS where the ids of {${name}} are kept.`);
      const number = fc.integer({ min: 0, max: 20 });
      return fc.oneof({ arbitrary: number, weight: 3 }, fc.constantFrom(...theirs), fc.constant(NOBODY));
    };
    const theirId = (...names: readonly string[]) =>
      fc.constantFrom(...names.flatMap((name) => theirIds.get(name) ?? []), NOBODY);
    const anyName = fc.constantFrom('alpha', 'beta', 'default', 'nobody');
    const time = fc.constantFrom('2025-04-01T10:00:00Z', '2030-01-01T00:00:00Z', 'yesterday');
    const text = fc.constantFrom('a', 'Voice 1', OURS, '');

    const members: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
      workspace: anyName,
      sent_at: time,
      since: time,
      at: time,
      // Nobody listens there.
      webhook: fc.constantFrom('http://127.0.0.1:9/', '', 'x'),
      dynamic_variables_webhook_url: fc.constantFrom('http://127.0.0.1:9/', null),
      insight_settings: fc.record({ insight_group_id: theirId('group_id') }),
      base_url: fc.constantFrom('http://127.0.0.1:1/v2'),
      source: fc.constantFrom(
        policySource(OURS),
        policySource(OURS).replace('version: 1', 'version: 1\nworkspace: beta'),
        '',
      ),
      event: fc.constant(initializationEvent()),
      default_country: fc.constantFrom('US', 'DE', 'XX'),
      time_zone: fc.constantFrom('UTC', 'Europe/Berlin', 'x'),
      numbers: fc.constantFrom(['+13128675309'], null),
      name: text,
    };
    const payload = fc.record(
      {
        assistant_id: fc.oneof(fc.constant(`of ${OURS}`), fc.constant(`of ${THEIRS}`), theirId('assistant_id')),
        telnyx_conversation_id: theirId('conversation_id'),
        conversation_id: theirId('conversation_id'),
        telnyx_end_user_target: fc.constantFrom('+13125550100', 'x'),
        telnyx_agent_target: fc.constantFrom('+13128675309', 'x'),
        insights: fc.constant([{ insight_id: NOBODY, result: 'r' }]),
      },
      { requiredKeys: [] },
    );
    const event = (types: readonly string[]) =>
      fc.record({
        data: fc.record({
          id: fc.constantFrom('event-1', 'event-2', 'event-3'),
          event_type: fc.constantFrom(...types),
          occurred_at: fc.constant('2025-04-07T10:00:00Z'),
          payload,
        }),
      });
    const bodies: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
      telnyxDynamicVariables: event(['assistant.initialization']),
      receiveTelnyxEvent: event(['call.conversation.ended', 'conversation_insight_result', 'call.x']),
      importConversations: fc.array(
        fc.oneof(
          fc.record({
            type: fc.constant('conversation'),
            id: fc.constantFrom(...SHARED_IDS.conversations, ...(theirIds.get('conversation_id') ?? [])),
            name: text,
          }),
          fc.record({ type: fc.constant('message'), id: fc.constant(SHARED_IDS.message), role: fc.constant('user') }),
        ),
        { maxLength: 4 },
      ),
    };
    const conditions: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
      id: theirId('conversation_id').map((id) => `eq.${id}`),
      name: fc.constantFrom('eq.Voice 1', 'like.Voice*', 'is.null', 'neq.x'),
      or: fc.constantFrom('(name.eq.Voice 1,name.eq.Imported)', `(metadata->secret.eq.${THEIRS},id.is.null)`),
      and: fc.constant('(name.neq.x)'),
      order: fc.constantFrom('name.asc,created_at.asc', 'created_at.desc'),
      limit: fc.integer({ min: 1, max: 50 }),
      offset: fc.integer({ min: 0, max: 3 }),
      select: fc.constantFrom('id,name', 'x:metadata->secret'),
      conversation_query: fc.constantFrom('', 'name=eq.Imported', `metadata->secret=eq.${THEIRS}`),
      group_by: fc.constantFrom('score', 'of', 'metadata.secret', 'insight_id'),
      show: fc.constantFrom('of', 'metadata.secret'),
      insight_id: theirId('insight_id'),
      created_at: fc.constantFrom('gte.2025-01-01', 'lt.2026-01-01'),
      last_message_at: fc.constantFrom('gte.2025-01-01', 'lt.2025-04-02'),
      'metadata.assistant_id': theirId('assistant_id').map((id) => `eq.${id}`),
      workspace: anyName,
      update: fc.constantFrom('true', 'false'),
      extract: fc.constantFrom('true', 'false'),
    };

    const parametersOf = (
      operation: DocumentedOperation,
      place: DocumentedParameter['in'],
      arbitrary: (parameter: DocumentedParameter) => fc.Arbitrary<unknown>,
    ) =>
      fc.record(
        Object.fromEntries(
          operation.parameters.filter((each) => each.in === place).map((each) => [each.name, arbitrary(each)]),
        ),
        {
          requiredKeys: operation.parameters
            .filter((each) => each.in === place && each.required)
            .map(({ name }) => name) as never[],
        },
      );
    const schemaArbitrary = (schema: DocumentedParameter['schema']) =>
      jsonSchemaArbitrary(schema, { resolve: api.resolve, member: (name) => members[name] });

    const requested = (operation: DocumentedOperation): fc.Arbitrary<Requested> => {
      const { body } = operation;
      return fc.record({
        operation: fc.constant(operation),
        address: fc.nat(1),
        path: fc.record({
          ...Object.fromEntries(
            operation.parameters.filter((each) => each.in === 'path').map(({ name }) => [name, idOf(name)]),
          ),
          workspace: anyName,
        }),
        query: parametersOf(operation, 'query', ({ name, schema }) =>
          name.startsWith('metadata->')
            ? fc.constantFrom(`eq.${THEIRS}`, 'is.null', 'eq.+13125550100')
            : (conditions[name] ?? schemaArbitrary(schema)),
        ),
        headers: parametersOf(operation, 'header', ({ name }) =>
          name === 'Prefer'
            ? fc.constant('count=exact')
            : fc.oneof(fc.constantFrom('k1', 'k2'), fc.uuid(), fc.uuid(), fc.uuid()),
        ),
        ...(body === undefined
          ? {}
          : {
              body: fc.oneof(
                { arbitrary: bodies[operation.id] ?? schemaArbitrary(body.schema), weight: 3 },
                { arbitrary: fc.constant(exampleOf(operation)), weight: 2 },
              ),
            }),
      }) as fc.Arbitrary<Requested>;
    };
    const sequence = fc.array(fc.oneof(...api.operations.map(requested)), { minLength: 10, maxLength: 25 });

    const dump = () => Promise.all(others.map(({ workspaceId }) => rowsOf(beside.server, workspaceId)));
    const before = await dump();
    const statuses = new Map<string, number[]>();
    let sent = '';
    const sendToBoth = async (each: Requested) => {
      const { operation } = each;
      const inPeace = await send(alone, each);
      const inCompany = await send(beside, each);
      statuses.set(operation.id, [...(statuses.get(operation.id) ?? []), inCompany.status]);
      const what = `${operation.id} ${JSON.stringify({ ...each, operation: undefined })}`;
      expect(comparable(each, inCompany), what).toEqual(comparable(each, inPeace));
      expect(api.problemsOf(operation, inCompany), what).toEqual([]);

      // What was imported under an id of the others' is Alpha's own from then on.
      sent += JSON.stringify(each);
      const said = `${JSON.stringify(inCompany.headers)} ${inCompany.text}`;
      // What Alpha itself had said before comes back also where there are no others.
      const own = `${JSON.stringify(each)} ${inPeace.text}`;
      if (!own.includes(THEIRS)) expect(said, what).not.toContain(THEIRS);
      const leaked = allTheirIds.filter((id) => said.includes(id) && !sent.includes(id) && !isShared(id));
      expect(leaked, what).toEqual([]);
    };

    // One request of each that is valid, so that none is only ever refused.
    const inOrder = [...api.operations].sort((a, b) => ORDER.indexOf(a.method) - ORDER.indexOf(b.method));
    for (const operation of inOrder) {
      const names = operation.parameters.filter((each) => each.in === 'path').map(({ name }) => name);
      const path = { ...Object.fromEntries(names.map((name) => [name, 0])), workspace: 'alpha' };
      const query = operation.id === 'explainQuery' ? { conversation_query: '' } : {};
      await sendToBoth({ operation, address: 1, path, query, headers: {}, body: exampleOf(operation) });
    }
    expect(await dump()).toEqual(before);
    const refused = [...statuses].filter(([, [status = 0]]) => status >= 300).map(([id]) => id);
    // These are for operators, but for the job: none has failed.
    expect(refused.sort(), 'Say in exampleOf what a request has to be like.').toEqual(
      [
        ...['createWorkspace', 'deleteWorkspace', 'metrics', 'retryJob'],
        ...['addIndex', 'adviseIndexes', 'dropIndex', 'listIndexes'],
        // Their bodies name ids; and what a caller taught is erased with the caller.
        ...['mergeCallers', 'unmergeCallers', 'deleteMemory'],
      ].sort(),
    );

    await fc.assert(
      fc.asyncProperty(sequence, async (requests) => {
        for (const each of requests) await sendToBoth(each);
        expect(await dump()).toEqual(before);
      }),
      // What was done stays done: a shorter sequence would begin where this one ended.
      { numRuns: 60, endOnFailure: true },
    );

    // Alpha's requests that fetch from Telnyx do so with Alpha's keys.
    expect([...telnyxKeys].filter((key) => key.includes('of-the-environment'))).toEqual([]);
  }, 240_000);

  describe('have keys', () => {
    const SCOPES = ['read', 'write', 'admin', 'platform', 'none', 'unknown'] as const;

    test('that open each route by their scope, and no other', async () => {
      // Without a key of Telnyx an API key admits to its routes.
      const server = await testApp(database(), {
        secretBox: await secretBoxFor(),
        settings: { metricsOpen: false, telnyxPublicKeys: [] },
      });
      await server.database.run(`DELETE FROM workspace_secrets WHERE workspace_id = $1`, [server.workspaceId]);
      const socket = await listening(server.app);
      const table: string[] = [];
      const wanted: string[] = [];
      for (const operation of api.operations) {
        for (const scope of SCOPES) {
          const url = (operation.addresses[0] as string).replace('{name}', 'nobodys').replace(/\{\w+\}/g, NOBODY);
          const key = scope === 'none' ? undefined : scope === 'unknown' ? 'rb_unknown' : server.keys[scope];
          const response = await fetch(`${socket.url}${url}`, {
            method: operation.method.toUpperCase(),
            headers: key === undefined ? {} : { authorization: `Bearer ${key}` },
            ...(operation.body === undefined ? {} : { body: '{"nothing":0}' }),
          });
          await response.text();
          const what = `${operation.id} ${scope}`;
          table.push(`${what} ${outcomeOf(response.status)}`);
          wanted.push(`${what} ${wantedOf(operation, scope)}`);
        }
      }
      await socket.stop(0);
      expect(table).toEqual(wanted);
    });

    const outcomeOf = (status: number) => (status === 401 || status === 403 ? status : status < 500 ? 'open' : status);

    function wantedOf({ isOpen, scopes, addresses }: DocumentedOperation, scope: (typeof SCOPES)[number]) {
      if (isOpen) return 'open';
      if (scope === 'unknown') return 401;
      // A platform that is not set up has no address; there is nothing to be let in to.
      if (scope === 'none') return addresses.some(isPlatforms) ? 'open' : 401;
      return scope === 'admin' || scopes.includes(scope) ? 'open' : 403;
    }
  });
});

/** Of a voice platform's routes. */
function isPlatforms(address: string): boolean {
  return /^\/(?:telnyx|vapi|retell|v1\/voice)(?:\/|$)/.test(address);
}

function isShared(id: string): boolean {
  const summary = 'cfcc865c-d3d4-4823-8a4b-f0df57d9f56f';
  return [...SHARED_IDS.conversations, SHARED_IDS.message, SHARED_IDS.run, summary].includes(id);
}

function textOf({ operation, body }: Requested): string | undefined {
  if (operation.body === undefined) return undefined;
  if (operation.body.contentType !== 'application/x-ndjson') return JSON.stringify(body);
  return [body]
    .flat()
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('');
}

const COMPARED = [
  'content-range',
  'preference-applied',
  'idempotency-replayed',
  'x-ringback-left-out',
  'x-should-retry',
];

/** What two servers answer alike: ids, times and keys are made anew on each. */
function comparable({ operation: { id }, query }: Requested, { status, headers, text }: Answered): unknown {
  const own = text
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi, '<uuid>')
    .replace(/assistant-[\w<>-]+/g, '<assistant>')
    .replace(/"(\d{4}-\d\d-\d\dT[\d:.]+Z)"/g, (whole, time) => (time < '2026' ? whole : '"<time>"'))
    .replace(/"(duration_ms|took_ms)":[\d.]+/g, '"$1":0')
    .replace(/"telnyx_current_\w+":"[^"]*"/g, '"telnyx_current":"<time>"')
    .replace(/v3:[\w-]{20,}/g, '<call>')
    // Caches know for a few seconds, and the two worlds are not asked in the same moment.
    .replace(/"status":"cached"/g, '"status":"ready"')
    // Of jobs that one transaction made, ids decide which is the first.
    .replace(/"type":"(?:extract-memory|run-insights)"/g, '"type":"<of its end>"')
    .replace(/rb_[\w-]+/g, '<key>')
    .replace(/[A-Za-z0-9+/]{43}=/g, '<public key>');
  // The estimates of a plan are Postgres's, of whole tables.
  const body = id === 'explainQuery' && status === 200 ? '' : own;
  const isPart = Object.keys(query).some((name) => PARTS.includes(name));
  return { status, body: sorted(body, isPart), headers: COMPARED.map((name) => `${name}: ${headers[name]}`) };
}

/** What asks for a part of a list. */
const PARTS = ['page[size]', 'page[number]', 'limit', 'offset', 'before'];

/** Lists in an order that does not hang on ids. Of what came in the same millisecond ids also decide which part it is in. */
function sorted(text: string, isPart: boolean): unknown {
  if (text === '') return '';
  try {
    const value = JSON.parse(text);
    if (Array.isArray(value.data)) {
      value.data = isPart ? value.data.length : value.data.map((each: unknown) => JSON.stringify(each)).sort();
    }
    return value;
  } catch {
    return text.split('\n').sort();
  }
}
