import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import Telnyx from 'telnyx';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ListeningServer } from '../../src/http/listen.js';
import { createApiKey } from '../../src/store/api-keys.js';
import type { Database } from '../../src/store/database.js';
import { createWorkspace, type Workspace } from '../../src/store/workspaces.js';
import { importTelnyx, telnyxSource } from '../../src/transfer/import-telnyx.js';
import { loadConversations } from '../../src/transfer/load-conversations.js';
import { openTelnyxAccount } from '../../src/transfer/telnyx-account.js';
import type { TransferLine } from '../../src/transfer/transfer-line.js';
import { describeOnBothDatabases, openTestDatabase, type TestDatabase } from '../support/databases.js';
import { type Interposer, interpose } from '../support/interpose.js';
import { listening, type TestApp, testApp } from '../support/server.js';
import { silentLog } from '../support/silent-log.js';

const START_MS = Date.parse('2025-03-01T08:00:00.000Z');
/** More than a page of conversations that were created in the same millisecond. */
const AT_ONCE = 105;
const CONVERSATIONS = 150;
/** After those that were created at once, one each minute. */
const MINUTE_MS = 61_007;

const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const at = (ms: number) => new Date(START_MS + ms).toISOString();

/** What a Telnyx account may hold. */
function* account(): Generator<TransferLine> {
  for (let index = 0; index < CONVERSATIONS; index += 1) {
    const createdMs = index < AT_ONCE ? 0 : index * MINUTE_MS;
    yield {
      type: 'conversation',
      id: uuid(index),
      ...(index % 3 === 0 ? {} : { name: index % 3 === 1 ? '' : `Call ${index} 🎧` }),
      metadata: {
        assistant_id: `assistant-${index % 4}`,
        telnyx_end_user_target: `+1555123${String(index % 40).padStart(4, '0')}`,
        telnyx_end_user_target_verified: index % 2 === 0,
        telnyx_conversation_channel: 'phone_call',
        call_control_id: `v3:${index}`,
        called_tools: ['book', 'cancel'].slice(0, index % 3),
        deep: { a: [{ b: index }], none: null },
      },
      created_at: at(createdMs),
    };
    // One has several pages of messages.
    const count = index === 7 ? 210 : index % 6;
    for (let turn = 0; turn < count; turn += 1) {
      const sentMs = createdMs + Math.floor(turn / 2) * 1000;
      const isTool = turn % 5 === 3;
      yield {
        type: 'message',
        conversation_id: uuid(index),
        id: randomUUID(),
        role: isTool ? 'tool' : turn % 2 === 0 ? 'user' : 'assistant',
        // Some are word for word the same, at the same time.
        text: turn % 5 === 4 ? null : turn % 4 < 2 ? 'Hello?' : `Turn ${turn} of ${index} – “ja”`,
        ...(isTool ? { tool_call_id: `call-${turn}` } : {}),
        ...(turn % 5 === 4
          ? {
              tool_calls: [{ id: `call-${turn}`, type: 'function', function: { name: 'book', arguments: '{"at":1}' } }],
            }
          : {}),
        ...(turn % 7 === 0 ? { metadata: { tags: ['a', 1, true] }, name: 'Sarah' } : {}),
        sent_at: at(sentMs),
        created_at: at(sentMs + 40),
      };
    }
  }
}

type Everything = readonly { readonly messages: readonly unknown[] }[];

/** All that the official SDK reads of a server, but for the ids of messages: Telnyx has none. */
async function everything(url: string, apiKey: string): Promise<Everything> {
  const client = new Telnyx({ apiKey, baseURL: `${url}/v2`, maxRetries: 0 });
  const { data } = await client.ai.conversations.list({ order: 'created_at.asc', limit: 1000 });
  const conversations = data.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const all: (object & { messages: unknown[] })[] = [];
  for (const conversation of conversations) {
    const messages: unknown[] = [];
    for await (const message of client.ai.conversations.messages.list(conversation.id, { 'page[size]': 100 })) {
      const { id: _id, ...rest } = message as unknown as Record<string, unknown>;
      messages.push(rest);
    }
    all.push({ ...conversation, messages });
  }
  return all;
}

describeOnBothDatabases('an import from Telnyx, played by a second Ringback,', (database) => {
  let telnyxDatabase: TestDatabase;
  let telnyx: TestApp;
  let telnyxSocket: ListeningServer;
  let original: Everything;
  let server: TestApp;
  let socket: ListeningServer;
  const proxies: Interposer[] = [];

  beforeAll(async () => {
    telnyxDatabase = await openTestDatabase('server');
    telnyx = await testApp(telnyxDatabase.database);
    telnyxSocket = await listening(telnyx.app);
    await loadConversations(telnyxDatabase.database, telnyx.workspaceId, account());
    original = await everything(telnyxSocket.url, telnyx.keys.read);
    server = await testApp(database(), {
      settings: { telnyxApiKey: telnyx.keys.read, telnyxBaseUrl: `${telnyxSocket.url}/v2` },
    });
    socket = await listening(server.app);
  });
  afterAll(async () => {
    await socket.stop(0);
    await server.jobs.stop(0);
    await telnyxSocket.stop(0);
    await telnyx.jobs.stop(0);
    await telnyxDatabase.remove();
  });
  afterEach(() => {
    for (const proxy of proxies.splice(0)) proxy.close();
  });

  /** A workspace of the test's own, to import into. */
  let workspace: Workspace & { readonly key: string };
  beforeEach(async () => {
    const made = (await createWorkspace(database().knex, { name: `w-${randomUUID()}` })) as Workspace;
    const scopes = ['read', 'write', 'admin'] as const;
    const { key } = await createApiKey(database().knex, { workspaceId: made.id, name: 'test', scopes });
    workspace = { ...made, key };
  });

  const between = async (...how: Parameters<typeof interpose> extends [string, infer Before] ? [Before] : never) => {
    const proxy = await interpose(telnyxSocket.url, how[0]);
    proxies.push(proxy);
    return proxy;
  };
  const imported = () => everything(socket.url, workspace.key);
  const count = async (db: Database, table: string, where = '') => {
    const { rows } = await db.knex.raw(`SELECT count(*) AS count FROM ${table} WHERE workspace_id = ? ${where}`, [
      workspace.id,
    ]);
    return rows[0].count as number;
  };

  /** Over HTTP, as the command line does it; the lines of the answer. */
  async function post(body: object, key = server.adminToken, signal?: AbortSignal) {
    const response = await fetch(`${socket.url}/v1/imports/telnyx`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      ...(signal === undefined ? {} : { signal }),
    });
    const text = await response.text();
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    return { status: response.status, lines, last: lines.at(-1) };
  }
  const own = (fields: object = {}) => post({ workspace: workspace.name, api_key: telnyx.keys.read, ...fields });

  const TOTAL = [...account()].filter(({ type }) => type === 'message').length;

  test('fills one from the other, and everything is equal afterwards', async () => {
    const { status, lines, last } = await own({ concurrency: 8 });
    expect(status).toBe(200);
    expect(last).toEqual({
      type: 'summary',
      counts: {
        lines: CONVERSATIONS + TOTAL,
        conversations_added: CONVERSATIONS,
        conversations_updated: 0,
        conversations_kept: 0,
        messages_added: TOTAL,
        messages_kept: 0,
        insights_added: 0,
        insights_kept: 0,
        withheld: 0,
        erased: 0,
        skipped: 0,
      },
      unreadable: 0,
      from: at(0),
      at: at((CONVERSATIONS - 1) * MINUTE_MS),
      dry_run: false,
      ended: CONVERSATIONS,
    });
    expect(lines.filter(({ type }) => type !== 'progress')).toHaveLength(1);
    expect(await imported()).toEqual(original);
  });

  test('repeated adds nothing, and ends nothing again', async () => {
    await own();
    const runs = await count(database(), 'conversation_insights');
    const { last } = await own();
    expect(last).toMatchObject({
      counts: { conversations_added: 0, conversations_kept: CONVERSATIONS, messages_added: 0, messages_kept: TOTAL },
      ended: 0,
    });
    expect(last).not.toHaveProperty('resumed_from');
    expect(await count(database(), 'conversation_insights')).toBe(runs);
    expect(await imported()).toEqual(original);
  });

  test('repeated brings what is new', async () => {
    await own();
    const url = `${telnyxSocket.url}/v2/ai/conversations`;
    const headers = { authorization: `Bearer ${telnyx.keys.write}`, 'content-type': 'application/json' };
    const message = { role: 'user', content: 'One more thing', sent_at: '2025-05-01T10:00:00Z' };
    await fetch(`${url}/${uuid(1)}/message`, { method: 'POST', headers, body: JSON.stringify(message) });
    original = await everything(telnyxSocket.url, telnyx.keys.read);
    const { last } = await own();
    expect(last).toMatchObject({ counts: { conversations_added: 0, messages_added: 1 }, ended: 1 });
    expect(await imported()).toEqual(original);
  });

  test('has the insights of what it brings run once, and of nothing without --extract', async () => {
    await own({ extract: false });
    expect(await count(database(), 'conversation_insights')).toBe(0);
    expect(await count(database(), 'conversations', 'AND ended_at IS NULL')).toBe(0);
    const other = (await createWorkspace(database().knex, { name: `w-${randomUUID()}` })) as Workspace;
    await own({ workspace: other.name });
    workspace = { ...workspace, ...other };
    expect(await count(database(), 'conversation_insights', `AND status = 'pending'`)).toBe(CONVERSATIONS);
    const { rows } = await database().knex.raw(
      'SELECT count(*) AS count FROM conversations WHERE workspace_id = ? AND ended_at = last_message_at',
      [other.id],
    );
    expect(rows[0].count).toBe(CONVERSATIONS);
  });

  test('interrupted anywhere and repeated loses nothing and doubles nothing', async () => {
    let controller = new AbortController();
    let left = Number.POSITIVE_INFINITY;
    const proxy = await between(() => {
      left -= 1;
      if (left === 0) controller.abort(new Error('Interrupted here.'));
      return undefined;
    });
    const baseUrl = `${proxy.url}/v2`;
    const run = async () => {
      const opened = await openTelnyxAccount({ apiKey: telnyx.keys.read, baseUrl, signal: controller.signal });
      const { changes, jobs } = server;
      const deps = { database: database(), jobs, changes, log: silentLog, now: () => new Date() };
      return importTelnyx(deps, workspace.id, {
        ...{ account: opened, source: telnyxSource(baseUrl, telnyx.keys.read), extract: true, concurrency: 3 },
        ...{ signal: controller.signal, batch: { lines: 1 + Math.floor(Math.random() * 60), bytes: 1e6 } },
      });
    };
    let interruptions = 0;
    let resumptions = 0;
    for (let attempt = 0; ; attempt += 1) {
      expect(attempt).toBeLessThan(100);
      controller = new AbortController();
      left = attempt < 12 ? 5 + Math.floor(Math.random() * 60) : Number.POSITIVE_INFINITY;
      try {
        const { resumedFrom } = await run();
        if (resumedFrom !== undefined) resumptions += 1;
        break;
      } catch (error) {
        expect((error as Error).message).toBe('Interrupted here.');
        interruptions += 1;
        // Whatever is there is whole: a conversation of which something is said to be stored has its time.
        const { rows } = await database().knex.raw(
          `SELECT count(*) AS count FROM conversations c WHERE workspace_id = ? AND message_count <>
             (SELECT count(*) FROM messages m WHERE m.workspace_id = c.workspace_id AND m.conversation_id = c.id)`,
          [workspace.id],
        );
        expect(rows[0].count).toBe(0);
      }
    }
    expect(interruptions).toBeGreaterThan(0);
    expect(resumptions).toBe(1);
    expect(await imported()).toEqual(original);
    // Those that an interruption left open are ended by the next one: they are too old to be ended for idleness.
    const { rows: open } = await database().knex.raw(
      'SELECT count(*) AS count FROM conversations WHERE workspace_id = ? AND ended_at IS NULL',
      [workspace.id],
    );
    expect(open[0].count).toBe(0);
    // Each was ended; one whose messages an interruption had cut in two went on with the rest, and ended once more.
    const { rows: runs } = await database().knex.raw(
      `SELECT count(DISTINCT conversation_id)::integer AS conversations, count(*)::integer AS runs
       FROM conversation_insights WHERE workspace_id = ?`,
      [workspace.id],
    );
    expect(runs[0].conversations).toBe(CONVERSATIONS);
    expect(runs[0].runs).toBeLessThanOrEqual(CONVERSATIONS + interruptions);
  });

  test('goes on where it stopped, and reads little again', async () => {
    const controller = new AbortController();
    const proxy = await between((_req, requests) => {
      if (requests === 135) controller.abort(new Error('Interrupted here.'));
      return undefined;
    });
    const run = async (signal: AbortSignal) => {
      const opened = await openTelnyxAccount({ apiKey: telnyx.keys.read, baseUrl: `${proxy.url}/v2`, signal });
      const { changes, jobs } = server;
      const deps = { database: database(), jobs, changes, log: silentLog, now: () => new Date() };
      const how = { source: 'telnyx:test', extract: true, concurrency: 3, batch: { lines: 30, bytes: 1e6 } };
      return importTelnyx(deps, workspace.id, { ...how, account: opened, signal });
    };
    await expect(run(controller.signal)).rejects.toThrow('Interrupted here.');
    const before = proxy.requests.length;
    const { resumedFrom, counts } = await run(new AbortController().signal);
    expect((resumedFrom as string) > at(AT_ONCE * MINUTE_MS)).toBe(true);
    expect(counts.conversationsKept).toBeLessThan(15);
    expect(proxy.requests.length - before).toBeLessThan(CONVERSATIONS - AT_ONCE);
    expect(await imported()).toEqual(original);
  });

  test('ends when the one who asked goes away, and can begin again', async () => {
    const controller = new AbortController();
    const proxy = await between((_req, requests) => {
      if (requests === 40) controller.abort();
      return undefined;
    });
    const body = { workspace: workspace.name, api_key: telnyx.keys.read, base_url: `${proxy.url}/v2` };
    await expect(post(body, server.adminToken, controller.signal)).rejects.toThrow();
    // It may take a moment until the first one has ended.
    await expect.poll(async () => (await post({ ...body, dry_run: true })).status).toBe(200);
    const requests = proxy.requests.length;
    await sleep(100);
    expect(proxy.requests).toHaveLength(requests);
    expect((await post(body)).last.type).toBe('summary');
    expect(await imported()).toEqual(original);
  });

  test('waits as long as Telnyx asks, and says so', async () => {
    const proxy = await between((_req, requests) =>
      requests % 7 === 3 ? { status: 429, headers: { 'retry-after-ms': '15' } } : undefined,
    );
    const { lines, last } = await own({ base_url: `${proxy.url}/v2`, extract: false });
    expect(last.type).toBe('summary');
    expect(lines).toContainEqual({ type: 'waiting', wait_ms: 15 });
    expect(await imported()).toEqual(original);
  });

  test('goes past faults that pass', async () => {
    const proxy = await between((_req, requests) =>
      requests % 9 === 4
        ? { status: [500, 502, 503, 408][requests % 4] as number, headers: { 'retry-after-ms': '1' } }
        : undefined,
    );
    expect((await own({ base_url: `${proxy.url}/v2`, extract: false })).last.type).toBe('summary');
    expect(await imported()).toEqual(original);
  });

  test('ends with what Telnyx says when that does not pass, and keeps what it has', async () => {
    let isBroken = true;
    const proxy = await between((req, requests) =>
      isBroken && requests > 60 && req.url?.includes('/messages') === true
        ? { status: 500, headers: { 'x-should-retry': 'false' } }
        : undefined,
    );
    const { last } = await own({ base_url: `${proxy.url}/v2` });
    expect(last.errors).toMatchObject([{ detail: 'Telnyx refuses the request (500).' }]);
    isBroken = false;
    expect((await own({ base_url: `${proxy.url}/v2` })).last.type).toBe('summary');
    expect(await imported()).toEqual(original);
  });

  test('leaves out what was deleted at Telnyx meanwhile', async () => {
    const proxy = await between((req) => (req.url?.includes(uuid(3)) === true ? { status: 404 } : undefined));
    await own({ base_url: `${proxy.url}/v2` });
    expect(await imported()).toEqual(
      original.filter((conversation) => (conversation as unknown as { id: string }).id !== uuid(3)),
    );
  });

  test('begins at a date', async () => {
    const { last } = await own({ since: at(130 * MINUTE_MS) });
    expect(last.counts.conversations_added).toBe(20);
    expect(await imported()).toEqual(original.slice(130));
  });

  test('counts only, when it is tried out', async () => {
    const { last } = await own({ dry_run: true });
    expect(last).toMatchObject({ dry_run: true, counts: { conversations_added: CONVERSATIONS }, from: at(0) });
    expect(await imported()).toEqual([]);
    expect(await count(database(), 'imports')).toBe(0);
  });

  test('stores no messages of assistants that retain no data, and does not fetch them', async () => {
    await database().knex.raw(
      `INSERT INTO assistants (workspace_id, id, name, model, instructions, data_retention, created_at, updated_at)
       VALUES (?, 'assistant-1', 'x', 'x', 'x', false, now(), now())`,
      [workspace.id],
    );
    const proxy = await between(() => undefined);
    await own({ base_url: `${proxy.url}/v2` });
    const { rows } = await database().knex.raw(
      `SELECT c.metadata->>'assistant_id' AS assistant, count(m.id) AS messages FROM conversations c
       LEFT JOIN messages m ON m.workspace_id = c.workspace_id AND m.conversation_id = c.id
       WHERE c.workspace_id = ? GROUP BY 1 ORDER BY 1`,
      [workspace.id],
    );
    expect(rows.map(({ messages }: { messages: number }) => messages > 0)).toEqual([true, false, true, true]);
    expect(proxy.requests.filter((line) => line.includes(`${uuid(1)}/messages`))).toEqual([]);
    const others = Array.from({ length: CONVERSATIONS }, (_, index) => index).filter((index) => index % 4 !== 1);
    expect(await count(database(), 'conversation_insights')).toBe(others.length);
  });

  describe('is refused', () => {
    test('to keys without the scope', async () => {
      expect((await post({}, server.keys.write)).status).toBe(403);
      expect((await post({}, 'nobody')).status).toBe(401);
    });

    test('with another address, but to who administers the server', async () => {
      const { status, last } = await post({ base_url: 'http://127.0.0.1:9/v2', api_key: 'x' }, workspace.key);
      expect(status).toBe(403);
      expect(last.errors).toMatchObject([
        {
          detail: 'Only who administers the server may name another address of the API.',
          source: { pointer: '/base_url' },
        },
      ]);
    });

    test('with another address, a key that is kept', async () => {
      const { status, last } = await post({ base_url: 'http://127.0.0.1:9/v2' });
      expect(status).toBe(422);
      expect(last.errors).toMatchObject([
        {
          code: '10004',
          detail:
            '"api_key" is missing: beside "base_url" it has to be given. A key that is kept is sent nowhere else.',
          source: { pointer: '/api_key' },
        },
      ]);
    });

    test("to another workspace, the environment's key", async () => {
      const { status, last } = await post({}, workspace.key);
      expect(status).toBe(422);
      expect(last.errors).toMatchObject([{ code: '10004', source: { pointer: '/api_key' } }]);
    });

    test('into a workspace that is none of the key, or is none', async () => {
      expect((await post({ workspace: 'default' }, workspace.key)).last.errors).toMatchObject([
        { code: '10005', detail: 'There is no workspace "default".' },
      ]);
      expect((await post({ workspace: 'nowhere' })).status).toBe(404);
    });

    test.each([
      [{ since: 'yesterday' }, '"since" has to be a date such as 2025-04-01.'],
      [{ concurrency: 0 }, '"concurrency" has to be a whole number from 1 to 16.'],
      [{ concurrency: 17 }, '"concurrency" has to be a whole number from 1 to 16.'],
      [{ base_url: 'file:///etc/passwd' }, '"base_url" has to be a URL such as https://api.telnyx.com/v2.'],
      [{ api_key: 'a\r\nb' }, '"api_key" has to be an API key of Telnyx.'],
      [{ until: '2025-01-01' }, undefined],
    ])('with %j', async (body, detail) => {
      const { status, last } = await post(body);
      expect(status).toBe(422);
      if (detail !== undefined) expect(last.errors).toMatchObject([{ detail }]);
    });

    test('by Telnyx, with a key that it does not know', async () => {
      const { status, last } = await own({ api_key: 'KEY-nobody-knows' });
      expect(status).toBe(422);
      expect(last.errors).toMatchObject([
        { detail: 'Telnyx does not know this API key (401). Check TELNYX_API_KEY.', source: { pointer: '/api_key' } },
      ]);
    });

    test('while another one runs', async () => {
      let release = () => {};
      const gate = new Promise<void>((resolve) => {
        release = resolve;
      });
      const proxy = await between(async () => {
        await gate;
        return undefined;
      });
      const first = own({ base_url: `${proxy.url}/v2`, since: at((CONVERSATIONS - 1) * MINUTE_MS) });
      await expect.poll(() => proxy.requests.length).toBe(1);
      const { status, last } = await own();
      expect(status).toBe(409);
      expect(last.errors).toMatchObject([
        { detail: 'An import from Telnyx into this workspace is under way already.' },
      ]);
      release();
      expect((await first).last.type).toBe('summary');
    });
  });

  test('says nothing of keys and callers in the log', async () => {
    const log = JSON.stringify(server.logLines);
    expect(log).not.toContain(telnyx.keys.read);
    expect(log).not.toContain('Hello?');
    expect(log).not.toContain('+1555123');
  });
});
