import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import request from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ErrorItem } from '../../src/http/error-item.js';
import type { ListeningServer } from '../../src/http/listen.js';
import { createApiKey } from '../../src/store/api-keys.js';
import { loadConversations } from '../../src/transfer/load-conversations.js';
import { describeOnBothDatabases, makeWorkspace } from '../support/databases.js';
import { listening, type TestApp, testApp } from '../support/server.js';
import { initializationEvent } from '../support/signing.js';

const CONVERSATION = '11111111-1111-4111-8111-111111111111';
const MESSAGE = '22222222-2222-4222-8222-222222222222';

const conversation = (id = CONVERSATION, fields: object = {}) =>
  JSON.stringify({ type: 'conversation', id, ...fields });
const message = (fields: object = {}) =>
  JSON.stringify({
    type: 'message',
    id: MESSAGE,
    role: 'user',
    text: 'Hi',
    sent_at: '2025-04-15T13:07:28.764Z',
    ...fields,
  });

type Counts = Record<string, number>;

interface AnswerLine {
  readonly type?: string;
  readonly counts?: Counts;
  readonly errors?: readonly ErrorItem[];
}

async function errorsOf(response: Response): Promise<readonly ErrorItem[]> {
  return ((await response.json()) as { errors: readonly ErrorItem[] }).errors;
}

describeOnBothDatabases('importing and exporting', (database) => {
  let app: TestApp;
  let server: ListeningServer;
  beforeAll(async () => {
    // Whoever asks waits for as long as a busy machine takes.
    app = await testApp(database(), { settings: { budgetMs: 20_000 } });
    server = await listening(app.app);
  });
  afterAll(() => server.stop(0));

  /** A key of a workspace of its own. */
  async function key(scope: 'admin' | 'write' = 'admin'): Promise<{ key: string; workspaceId: number; name: string }> {
    const { id, name } = await makeWorkspace(database());
    const made = await createApiKey(database().knex, { workspaceId: id, name: 'test', scopes: [scope] });
    return { key: made.key, workspaceId: id, name };
  }

  function post(apiKey: string, body: string | Buffer, query = '', headers: Record<string, string> = {}) {
    return fetch(`${server.url}/v1/import${query}`, {
      method: 'POST',
      body,
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/x-ndjson', ...headers },
    });
  }

  async function answer(response: Response): Promise<{ status: number; lines: AnswerLine[] }> {
    const text = await response.text();
    return {
      status: response.status,
      lines: text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    };
  }

  async function exported(apiKey: string, query = ''): Promise<string> {
    const headers = { authorization: `Bearer ${apiKey}` };
    const response = await fetch(`${server.url}/v1/export${query}`, { headers });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
    return response.text();
  }

  it('answers with progress and a summary', async () => {
    const { key: apiKey } = await key();
    const { status, lines } = await answer(await post(apiKey, [conversation(), message(), ''].join('\n')));
    const counts = {
      lines: 2,
      conversations_added: 1,
      conversations_updated: 0,
      conversations_kept: 0,
      messages_added: 1,
      messages_kept: 0,
      insights_added: 0,
      insights_kept: 0,
      withheld: 0,
      erased: 0,
      skipped: 0,
    };
    expect(status).toBe(200);
    expect(lines).toEqual([
      { type: 'progress', counts },
      { type: 'summary', counts, dry_run: false },
    ]);
    const read = await request(app.app)
      .get(`/v2/ai/conversations/${CONVERSATION}/messages`)
      .set('authorization', `Bearer ${apiKey}`);
    expect(read.body.data).toMatchObject([{ id: MESSAGE, text: 'Hi', sent_at: '2025-04-15T13:07:28.764Z' }]);
  });

  it('takes a body that is packed', async () => {
    const { key: apiKey } = await key();
    const body = gzipSync(`${conversation()}\n${message()}`);
    const { lines } = await answer(await post(apiKey, body, '', { 'content-encoding': 'gzip' }));
    expect(lines.at(-1)).toMatchObject({ type: 'summary', counts: { messages_added: 1 } });
  });

  it.each([
    [
      'a line that is no JSON',
      `${conversation()}\n{"type":`,
      422,
      'Line 2: The line is no JSON: each line is one whole object, with no comma behind it.',
      undefined,
    ],
    [
      'a field of the wrong type',
      `\n${conversation()}\n${message({ text: 5 })}`,
      422,
      'Line 3: "text" has to be a string.',
      '/text',
    ],
    [
      'a message of nobody',
      message({ conversation_id: CONVERSATION }),
      422,
      'Line 1: There is no such conversation: its line has to stand before those that belong to it.',
      '/conversation_id',
    ],
  ])('refuses %s with its line, and stores nothing of the batch', async (_, body, status, detail, pointer) => {
    const { key: apiKey } = await key();
    const response = await post(apiKey, body);
    expect(response.status).toBe(status);
    expect(response.headers.get('x-should-retry')).toBe('false');
    const errors = await errorsOf(response);
    expect(errors).toMatchObject([{ code: '10027', title: 'Unprocessable Entity', detail }]);
    expect(errors[0]?.source).toEqual(pointer === undefined ? undefined : { pointer });
    expect((await exported(apiKey)).trim().split('\n')).toHaveLength(1);
  });

  it.each([
    ['a body that is no gzip', 'nope', { 'content-encoding': 'gzip' }, '', 400, 'The body is not valid gzip.'],
    [
      'a body that is cut',
      gzipSync(conversation()).subarray(0, 30),
      { 'content-encoding': 'gzip' },
      '',
      400,
      'The body is not valid gzip.',
    ],
    [
      'another encoding',
      'x',
      { 'content-encoding': 'br' },
      '',
      415,
      'This content-encoding is not supported here: send the body as it is, or with "gzip".',
    ],
    [
      'an unknown parameter',
      '',
      {},
      '?onerror=skip',
      422,
      '"onerror" is no parameter of this address; there are "on_error", "update", "extract", "dry_run", "workspace".',
    ],
    ['a value that is none', '', {}, '?on_error=ask', 422, '"on_error" has to be one of "stop", "skip".'],
    ['another workspace', '', {}, '?workspace=default', 404, 'There is no workspace "default".'],
  ])('refuses %s', async (_, body, headers, query, status, detail) => {
    const { key: apiKey } = await key();
    const response = await post(apiKey, body, query, headers as Record<string, string>);
    const errors = await errorsOf(response);
    expect([response.status, errors[0]?.detail]).toEqual([status, detail]);
  });

  it('takes an admin key only', async () => {
    const { key: apiKey } = await key('write');
    expect((await post(apiKey, conversation())).status).toBe(403);
    const response = await fetch(`${server.url}/v1/export`, { headers: { authorization: `Bearer ${apiKey}` } });
    expect(response.status).toBe(403);
    expect((await fetch(`${server.url}/v1/export`)).status).toBe(401);
  });

  it('skips bad lines where that is asked for, and tells of them', async () => {
    const { key: apiKey } = await key();
    const body = [conversation(), '[]', message(), message({ id: 'x' })].join('\n');
    const { lines } = await answer(await post(apiKey, body, '?on_error=skip'));
    expect(lines.filter(({ type }) => type === 'skipped')).toEqual([
      { type: 'skipped', line: 2, detail: 'The line is no JSON object.' },
      { type: 'skipped', line: 4, field: 'id', detail: expect.stringContaining('"id" has to be a UUID') },
    ]);
    expect(lines.at(-1)).toMatchObject({ type: 'summary', counts: { lines: 2, messages_added: 1, skipped: 2 } });
  });

  it('stores nothing in a dry run', async () => {
    const { key: apiKey } = await key();
    const { lines } = await answer(await post(apiKey, `${conversation()}\n${message()}`, '?dry_run=true'));
    expect(lines).toMatchObject([{ type: 'summary', dry_run: true, counts: { lines: 2, messages_added: 1 } }]);
    expect((await exported(apiKey)).trim().split('\n')).toHaveLength(1);
  });

  it('lets who administers the server name a workspace', async () => {
    const other = await key();
    const query = `?workspace=${other.name}`;
    expect(await answer(await post(app.adminToken, conversation(), query))).toMatchObject({ status: 200 });
    expect(await exported(app.adminToken, query)).toBe(await exported(other.key));
    expect(await exported(other.key)).toContain(CONVERSATION);
    const response = await post(app.adminToken, '', '?workspace=nobody');
    expect([response.status, (await errorsOf(response))[0]?.detail]).toEqual([404, 'There is no workspace "nobody".']);
  });

  it('runs the insights of what it imports, once each, where that is asked for', async () => {
    const { key: apiKey, workspaceId } = await key();
    const ids = [1, 2, 3].map((number) => `0000000${number}-0000-4000-8000-000000000000`);
    const of = (id: string | undefined, text: string) =>
      JSON.stringify({ type: 'message', conversation_id: id, role: 'user', text, sent_at: '2025-04-15T13:07:28.764Z' });
    const finished = { type: 'conversation_insight', conversation_id: ids[2], status: 'completed', results: [] };
    const filler = Array.from({ length: 11_000 }, (_, number) => of(ids[0], `message ${number}`));
    const body = [
      ...[conversation(ids[0]), of(ids[0], 'first'), conversation(ids[1]), of(ids[1], 'first')],
      ...[conversation(ids[2]), JSON.stringify(finished), ...filler, of(ids[1], 'last')],
    ].join('\n');
    const { lines } = await answer(await post(apiKey, body, '?extract=true'));
    // The second one was ended, and then had another message.
    expect(lines.at(-1)).toMatchObject({ type: 'summary', counts: { messages_added: 11_003 }, ended: 3 });
    const runs = async () =>
      database().run(
        `SELECT c.id, c.ended_at, c.last_message_at, array_agg(i.status ORDER BY i.created_at) AS statuses
         FROM conversations c LEFT JOIN conversation_insights i ON i.workspace_id = c.workspace_id AND i.conversation_id = c.id
         WHERE c.workspace_id = $1 GROUP BY c.id, c.ended_at, c.last_message_at ORDER BY c.id`,
        [workspaceId],
      );
    const found = await runs();
    expect(found.map(({ statuses }) => statuses)).toEqual([['pending'], ['pending', 'pending'], ['completed']]);
    for (const row of found.slice(0, 2)) expect(row.ended_at).toBe('2025-04-15T13:07:28.764Z');
    const again = await answer(await post(apiKey, body, '?extract=true'));
    expect(again.lines.at(-1)).toMatchObject({ counts: { messages_added: 0 }, ended: 0 });
    expect(await runs()).toEqual(found);
  }, 60_000);

  it('ends what an import left open that was interrupted', async () => {
    const { key: apiKey, workspaceId } = await key();
    const [first, second] = [randomUUID(), randomUUID()];
    const said = { role: 'user', text: 'Hi', sent_at: '2025-04-15T13:07:28.764Z' } as const;
    const lines = [first, second].flatMap((id) => [
      { type: 'conversation', id } as const,
      { type: 'message', conversation_id: id, ...said } as const,
    ]);
    await loadConversations(database(), workspaceId, lines, { leaveOpen: true });
    const body = lines.map((line) => JSON.stringify(line)).join('\n');
    const { lines: answered } = await answer(await post(apiKey, body, '?extract=true'));
    expect(answered.at(-1)).toMatchObject({ counts: { conversations_kept: 2, messages_kept: 2 }, ended: 2 });
    const ended = await database().run('SELECT ended_at FROM conversations WHERE workspace_id = $1', [workspaceId]);
    expect(ended).toEqual([{ ended_at: said.sent_at }, { ended_at: said.sent_at }]);
  });

  it('is known to whoever asks next, though what was there before is still in memory', async () => {
    const { id, name } = await makeWorkspace(database());
    const scopes = ['admin', 'platform', 'read', 'write'] as const;
    const made = await createApiKey(database().knex, { workspaceId: id, name: 'test', scopes: [...scopes] });
    const send = (path: string, body: object) =>
      request(app.app).post(path).set('authorization', `Bearer ${made.key}`).send(body);
    const begin = async () => {
      const event = initializationEvent({ telnyx_end_user_target: '+13125550142' });
      const answered = await send(`/w/${name}/telnyx/dynamic-variables`, event).expect(200);
      expect(answered.headers).not.toHaveProperty('x-ringback-left-out');
      return answered.body.dynamic_variables;
    };
    const user = { phone: '+13125550143' };
    const found = async () => {
      const { body } = await send('/v1/search', { user, query: 'submarine', timeout_ms: 5_000 }).expect(200);
      return body.results.map(({ text }: { text: string }) => text);
    };
    const added = await send('/v1/add', { user, messages: [{ role: 'user', content: 'I own a windmill.' }] });
    expect(await begin()).toMatchObject({ caller_known: 'false' });
    expect(await found()).toEqual([]);

    const lines = [
      conversation(CONVERSATION, { metadata: { telnyx_end_user_target: '+13125550142' } }),
      message({ conversation_id: CONVERSATION }),
      message({ id: randomUUID(), conversation_id: added.body.conversation_id, text: 'I own a submarine.' }),
    ];
    const { lines: answered } = await answer(await post(made.key, lines.join('\n')));
    expect(answered.at(-1)).toMatchObject({ counts: { conversations_added: 1, messages_added: 2 } });
    expect(await begin()).toMatchObject({ caller_known: 'true', last_conversation_at: '2025-04-15T13:07:28.764Z' });
    expect(await found()).toContain('I own a submarine.');
  });

  it('exports what filters find', async () => {
    const { key: apiKey } = await key();
    const ids = [1, 2, 3, 4].map((number) => `0000000${number}-0000-4000-8000-000000000000`);
    const sent = await post(
      apiKey,
      ids.map((id, index) => conversation(id, { metadata: { phone: index % 2 ? '+1' : '+2' } })).join('\n'),
    );
    await sent.text();
    const text = await exported(apiKey, `?conversation_query=${encodeURIComponent('metadata->phone=eq.+1')}`);
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.slice(1).map(({ id }) => id)).toEqual([ids[1], ids[3]]);
  });

  it.each([
    ['no query', 'metadata->a=is.', undefined],
    ['an order', 'order=id', 'An export takes the filters of a query alone: leave out "order".'],
    ['a limit', 'limit=5', 'An export takes the filters of a query alone: leave out "limit".'],
  ])('refuses an export with %s', async (_, text, detail) => {
    const query = `?conversation_query=${encodeURIComponent(text)}`;
    const response = await fetch(`${server.url}/v1/export${query}`, {
      headers: { authorization: `Bearer ${app.adminToken}` },
    });
    const errors = await errorsOf(response);
    expect(response.status).toBe(422);
    expect(errors[0]?.source).toEqual({ parameter: 'conversation_query' });
    if (detail !== undefined) expect(errors[0]?.detail).toBe(detail);
  });

  it('tells an early error to a client that is still sending a long body', async () => {
    const { key: apiKey } = await key();
    const folder = await mkdtemp(join(tmpdir(), 'ringback-transfer-'));
    try {
      const file = join(folder, 'long.jsonl');
      await writeFile(file, `nonsense\n${`${message()}\n`.repeat(200_000)}`);
      const response = await fetch(`${server.url}/v1/import`, {
        method: 'POST',
        headers: { authorization: `Bearer ${apiKey}` },
        body: createReadStream(file) as never,
        duplex: 'half',
      } as RequestInit);
      expect(response.status).toBe(422);
      expect((await errorsOf(response))[0]?.detail).toMatch(/^Line 1: The line is no JSON/);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('ends with errors as the last line when something was stored before', async () => {
    const { key: apiKey } = await key();
    const file = Array.from({ length: 30_000 }, (_, number) =>
      conversation(`${String(number).padStart(8, '0')}-0000-4000-8000-000000000000`),
    );
    const { status, lines } = await answer(await post(apiKey, [...file, 'nonsense'].join('\n')));
    expect(status).toBe(200);
    expect(lines[0]).toMatchObject({ type: 'progress' });
    expect(lines.at(-1)).toMatchObject({ errors: [{ code: '10027', detail: expect.stringMatching(/^Line 30001: /) }] });
    const again = await answer(await post(apiKey, file.join('\n')));
    const { conversations_added: added = 0, conversations_kept: kept = 0 } = again.lines.at(-1)?.counts ?? {};
    expect(kept).toBeGreaterThan(0);
    expect(added + kept).toBe(30_000);
  });

  it('stops when the one who sends is gone, with whole batches stored', async () => {
    const { key: apiKey, workspaceId } = await key();
    const socket = connect(server.port, '127.0.0.1');
    socket.on('error', () => {});
    const lines = Array.from(
      { length: 1_000 },
      (_, number) => `${conversation(`${String(number).padStart(8, '0')}-0000-4000-8000-000000000000`)}\n`,
    ).join('');
    socket.write(
      `POST /v1/import HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${apiKey}\r\ncontent-length: 99999999\r\n\r\n${lines}`,
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
    socket.destroy();
    const count = async () =>
      (
        await database().run('SELECT count(*)::integer AS count FROM conversations WHERE workspace_id = $1', [
          workspaceId,
        ])
      )[0]?.count;
    await expect
      .poll(() => app.logLines.some((line) => line.route === '/v1/import' && line.aborted === true))
      .toBe(true);
    expect(((await count()) as number) % 500).toBe(0);
    expect((await exported(apiKey)).trim().split('\n')).toHaveLength(((await count()) as number) + 1);
  });

  it('stops an export when the one who reads is gone', async () => {
    const { key: apiKey } = await key();
    const text = 'x'.repeat(100_000);
    const lines = Array.from({ length: 400 }, () => JSON.stringify({ type: 'message', role: 'user', text }));
    await answer(await post(apiKey, [conversation(), ...lines].join('\n')));
    const gone = new AbortController();
    const response = await fetch(`${server.url}/v1/export`, {
      headers: { authorization: `Bearer ${apiKey}` },
      signal: gone.signal,
    });
    await response.body?.getReader().read();
    gone.abort();
    const aborted = () => app.logLines.filter((line) => line.route === '/v1/export' && line.aborted === true);
    await expect.poll(aborted, { timeout: 5_000 }).toHaveLength(1);
    expect((await exported(apiKey)).trim().split('\n')).toHaveLength(402);
    // Nothing is wrong with the server.
    expect(app.logLines.filter((line) => line.msg === 'request failed')).toEqual([]);
  });
});
