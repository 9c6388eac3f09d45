import request from 'supertest';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { builtInExtractor } from '../../src/memory/extraction/built-in-extractor.js';
import type { Extractor } from '../../src/memory/extraction/extraction.js';
import { extractMemoryHandler } from '../../src/memory/ingest/extract-memory.js';
import { createApiKey } from '../../src/store/api-keys.js';
import { callOfConversation } from '../../src/store/calls.js';
import { type Change, createChangeFeed } from '../../src/store/change-feed.js';
import { createWorkspace } from '../../src/store/workspaces.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { outside } from '../support/job-handlers.js';
import { type TestApp, testApp } from '../support/server.js';
import { silentLog } from '../support/silent-log.js';

const NOW = new Date('2026-03-02T15:10:00.000Z');

describeOnBothDatabases('the memory API', (database) => {
  let server: TestApp;
  let key: string;
  beforeAll(async () => {
    // A search on a busy machine is waited for.
    server = await testApp(database(), { now: () => NOW, settings: { recallMs: 10_000 } });
  });
  afterAll(() => server.jobs.stop(0));
  // Each test has a workspace of its own.
  let workspaceId: number;
  beforeEach(async () => {
    const workspace = await createWorkspace(database().knex, { name: `t-${Math.random().toString(36).slice(2)}` });
    workspaceId = workspace?.id as number;
    key = (await createApiKey(database().knex, { workspaceId, name: 'k', scopes: ['read', 'write'] })).key;
  });

  const send = (method: 'get' | 'post' | 'patch' | 'delete', path: string, body?: object, as = key) => {
    const sent = request(server.app)[method](path).set('authorization', `Bearer ${as}`);
    return body === undefined ? sent : sent.send(body);
  };

  /** Reads the conversation for facts, as the job does. */
  async function learn(conversationId: string, extractor: Extractor = builtInExtractor): Promise<object> {
    const changes = createChangeFeed(database(), undefined, silentLog);
    const handler = extractMemoryHandler({
      ...{ database: database(), jobs: server.jobs, changes, extractor, now: () => NOW },
      defaults: { defaultCountry: 'US', timeZone: 'America/New_York' },
    });
    const { signal } = new AbortController();
    const context = { workspaceId, jobId: '', attempt: 1, isLastAttempt: false, signal, outside };
    return (await handler({ conversationId }, context)) as object;
  }

  /** Adds a call in which the caller says that, and learns from it. */
  async function call(user: object, ...said: string[]): Promise<{ caller_id: string; conversation_id: string }> {
    const messages = said.map((content) => ({ role: 'user', content }));
    const { body } = await send('post', '/v1/add', { user, messages }).expect(202);
    await learn(body.conversation_id, notesOf);
    return body;
  }

  /** An extractor that takes each of the caller's turns as a note, and "is called X" as the name. */
  const notesOf: Extractor = {
    async extract({ turns }) {
      const facts = turns.flatMap(({ speaker, text }, turn) => {
        if (speaker !== 'caller') return [];
        const name = /^I am (\w+)$/.exec(text)?.[1];
        const [predicate, value] = name === undefined ? (['note', text] as const) : (['name', name] as const);
        return [{ predicate, value, statement: text, turn, quote: text, confidence: 1 }];
      });
      return {
        facts,
        entities: [],
        procedures: [],
        extractor: 'built-in',
        episode: { summary: turns[0]?.text ?? '', outcome: '', openItems: [] },
      };
    },
  };

  const notes = async (callerId: string) =>
    (await send('get', `/v1/callers/${callerId}/memories?kinds=fact`).expect(200)).body.data.map(
      ({ text }: { text: string }) => text,
    );

  test('adds what was said, and answers with the job that learns from it', async () => {
    const { body } = await send('post', '/v1/add', {
      user: { phone: '(312) 555-0123', id: 'customer-17', name: 'Sarah Johnson', metadata: { tier: 'gold' } },
      transcript: 'Agent: Hello.\nCaller: Hi, I would like a cleaning.',
      at: '2026-03-01T10:00:00Z',
      metadata: { topic: 'booking' },
    }).expect(202);
    expect(body).toEqual({
      status: 'accepted',
      job_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      caller_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      conversation_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      sub_user_id: 'voice:+13125550123',
    });
    const job = await send('get', `/v1/jobs/${body.job_id}`).expect(200);
    expect(job.body).toMatchObject({ type: 'extract-memory', status: 'processing', result: null });
    const caller = await send('get', `/v1/callers/${body.caller_id}`).expect(200);
    expect(caller.body.data).toMatchObject({
      id: body.caller_id,
      name: 'Sarah Johnson',
      sub_user_id: 'voice:+13125550123',
      metadata: { tier: 'gold' },
      calls: 1,
      last_call_at: '2026-03-01T10:00:00.000Z',
      conflicts: [],
      merges: [],
    });
    const kinds = caller.body.data.identities.map(
      ({ kind, value }: { kind: string; value: string }) => `${kind} ${value}`,
    );
    expect(kinds.sort()).toEqual(['external_id customer-17', 'phone +13125550123']);
    const conversation = await send('get', `/v2/ai/conversations/${body.conversation_id}`).expect(200);
    expect(conversation.body.data.metadata).toMatchObject({ topic: 'booking', platform: 'api' });
  });

  test('goes on with a conversation that it names, however often a request is repeated', async () => {
    const user = { id: 'a' };
    const first = (await send('post', '/v1/add', { user, messages: [{ role: 'user', content: 'One.' }] })).body;
    const more = { user, conversation_id: first.conversation_id, messages: [{ role: 'user', content: 'One.' }] };
    for (const repeat of ['k1', 'k1', 'k2']) {
      await send('post', '/v1/add', more).set('idempotency-key', repeat).expect(202);
    }
    const { body } = await send('get', `/v2/ai/conversations/${first.conversation_id}/messages`).expect(200);
    expect(body.data.map(({ text }: { text: string }) => text)).toEqual(['One.', 'One.', 'One.']);
  });

  test('finds at once what a message of the conversations API adds to a conversation whose caller is warm', async () => {
    const { conversation_id: id } = await call({ phone: '+13125550177' }, 'I own a submarine.');
    const search = async (query: string): Promise<readonly string[]> => {
      const { body } = await send('post', '/v1/search', { user: { phone: '+13125550177' }, query }).expect(200);
      return body.results.map(({ text }: { text: string }) => text);
    };
    expect(await search('submarine')).toContain('I own a submarine.');
    const told: Change[] = [];
    const unsubscribe = server.changes.subscribe((change) => change !== undefined && told.push(change));
    await send('post', `/v2/ai/conversations/${id}/message`, { role: 'user', content: 'And a windmill.' }).expect(200);
    unsubscribe();
    // Something was said: not what a job worked out, for which a copy of before would do for a while.
    const { callerId } = (await callOfConversation(database().knex, workspaceId, id)) ?? {};
    expect(told).toEqual([{ workspaceId, kind: 'memory', key: callerId, added: true }]);
    expect(await search('windmill')).toContain('And a windmill.');
  });

  test.each<[string, object, string, string]>([
    [
      'no user',
      { messages: [{ role: 'user', content: 'x' }] },
      '/user',
      '"user" is missing: give `user`, `user_id` or `sub_user_id`.',
    ],
    [
      'two users',
      { user: { id: 'a' }, user_id: 'b', messages: [{ role: 'user', content: 'x' }] },
      '/user',
      'Only one of "user", "user_id" and "sub_user_id" may be given.',
    ],
    [
      'a user without an identity',
      { user: { name: 'Sam' }, transcript: 'Caller: x' },
      '/user',
      '"user" has to have one of "id", "phone", "email" and "sub_user_id".',
    ],
    [
      'a withheld number',
      { user: { phone: 'anonymous' }, transcript: 'Caller: x' },
      '/user/phone',
      '"user.phone" has to be a phone number of one person such as +13128675309, or a SIP URI of a domain that the workspace declares ("sip_domains").',
    ],
    [
      'nothing said',
      { user_id: 'a' },
      '/messages',
      'One of "messages" and "transcript" has to be given, and only one.',
    ],
    [
      'no speaker',
      { user_id: 'a', transcript: 'hello' },
      '/transcript',
      '"transcript" has no line that begins with "Caller:" or "Agent:".',
    ],
    [
      'a field that nobody knows',
      { user_id: 'a', transcript: 'Caller: x', tenant: 1 },
      '/tenant',
      '"tenant" is no field of this body.',
    ],
  ])('refuses %s', async (_, body, pointer, detail) => {
    const { body: answer } = await send('post', '/v1/add', body).expect(422);
    expect(answer.errors[0]).toMatchObject({ detail, source: { pointer } });
  });

  test('lists, corrects, pins and deletes facts, and does not learn a deleted one again', async () => {
    const { caller_id: id, conversation_id: conversation } = await call(
      { id: 'a' },
      'I am Sam',
      'likes tea',
      'hates fish',
    );
    expect(await notes(id)).toEqual(['I am Sam', 'likes tea', 'hates fish']);
    const facts = (await send('get', `/v1/callers/${id}/memories?kinds=fact`)).body.data;
    const [, tea, fish] = facts;
    const { body } = await send('patch', `/v1/memories/${tea.id}`, {
      text: 'likes green tea',
      value: 'green tea',
      pinned: true,
    }).expect(200);
    expect(body.data).toMatchObject({ text: 'likes green tea', value: 'green tea', pinned: true, quote: 'likes tea' });
    await send('delete', `/v1/memories/${fish.id}`).expect(204);
    await send('get', `/v1/memories/${fish.id}`).expect(404);
    await learn(conversation, notesOf);
    expect((await notes(id)).sort()).toEqual(['I am Sam', 'likes green tea']);
    const told = await send('post', `/v1/callers/${id}/memories`, { text: 'has a key to the gate' }).expect(201);
    expect(told.body.data).toMatchObject({ predicate: 'note', speaker: 'operator', conversation_id: null });
    await learn(conversation, notesOf);
    expect((await notes(id)).sort()).toEqual(['I am Sam', 'has a key to the gate', 'likes green tea']);
  });

  test.each([
    [{ predicate: 'allergy', value: 'penicillin' }, 'is allergic to penicillin', 'penicillin'],
    [{ predicate: 'name', text: 'is called Tom Reed' }, 'is called Tom Reed', 'Tom Reed'],
    [{ predicate: 'pet', value: 'guinea pig Rex' }, 'has a guinea pig called Rex', 'guinea pig Rex'],
    [{ text: 'has a key to the gate' }, 'has a key to the gate', 'has a key to the gate'],
  ])('tells %j as clause and value', async (body, text, value) => {
    const { caller_id: id } = await call({ id: 'a' }, 'likes tea');
    const { body: told } = await send('post', `/v1/callers/${id}/memories`, body).expect(201);
    expect(told.data).toMatchObject({ text, value });
  });

  test.each([
    [{ value: 'latex' }, 'is allergic to latex', 'latex'],
    [{ text: 'is allergic to latex' }, 'is allergic to latex', 'latex'],
    [{ text: 'gets a rash from penicillin' }, 'gets a rash from penicillin', 'penicillin'],
    [{ text: 'gets a rash from latex' }, 'gets a rash from latex', 'gets a rash from latex'],
    [{ text: 'gets a rash from latex', value: 'latex' }, 'gets a rash from latex', 'latex'],
    [{ pinned: true }, 'is allergic to penicillin', 'penicillin'],
  ])('corrects clause and value together by %j', async (change, text, value) => {
    const { caller_id: id } = await call({ id: 'a' }, 'likes tea');
    const fact = { predicate: 'allergy', value: 'penicillin' };
    const { body: told } = await send('post', `/v1/callers/${id}/memories`, fact).expect(201);
    const { body: changed } = await send('patch', `/v1/memories/${told.data.id}`, change).expect(200);
    expect(changed.data).toMatchObject({ text, value });
  });

  test('does not learn again what was corrected, not when the correction was deleted, and keeps what was said beside it', async () => {
    const { caller_id: id, conversation_id: conversation } = await call({ id: 'a' }, 'likes tea', 'hates fish');
    const [tea] = (await send('get', `/v1/callers/${id}/memories?kinds=fact`)).body.data;
    await send('patch', `/v1/memories/${tea.id}`, { text: 'likes cocoa' }).expect(200);
    await learn(conversation, notesOf);
    expect((await notes(id)).sort()).toEqual(['hates fish', 'likes cocoa']);
    await send('delete', `/v1/memories/${tea.id}`).expect(204);
    await learn(conversation, notesOf);
    expect(await notes(id)).toEqual(['hates fish']);
  });

  test('asks for a text or a value of a fact', async () => {
    const { caller_id: id } = await call({ id: 'a' }, 'likes tea');
    const { body } = await send('post', `/v1/callers/${id}/memories`, { predicate: 'pet' }).expect(422);
    expect(body.errors[0].detail).toBe('The body has to have "text", "value" or both.');
  });

  test('forgets with a conversation what rests on it alone', async () => {
    const one = await call({ id: 'a' }, 'likes tea', 'has a dog');
    await call({ id: 'a' }, 'likes tea');
    expect((await notes(one.caller_id)).sort()).toEqual(['has a dog', 'likes tea']);
    await send('delete', `/v2/ai/conversations/${one.conversation_id}`).expect(204);
    expect(await notes(one.caller_id)).toEqual(['likes tea']);
  });

  test('tells at once what was added, by whichever identity, and nothing of what was deleted', async () => {
    const [phone, id] = ['+13125550177', 'customer-77'];
    const recalled = async (user: object): Promise<string[]> =>
      (await send('post', '/v1/recall', { user, timeout_ms: 5_000 }).expect(200)).body.lines;
    const found = async (user: object, query: string): Promise<string[]> =>
      (await send('post', '/v1/search', { user, query, timeout_ms: 5_000 }).expect(200)).body.results.map(
        ({ text }: { text: string }) => text,
      );
    const add = (user: object, content: string) =>
      send('post', '/v1/add', { user, messages: [{ role: 'user', content }] }).expect(202);
    await add({ id }, 'The gate code is on the blue card.');
    const one = await add({ phone }, 'My boat is called Marigold.');
    expect(await found({ phone }, 'boat')).toEqual(['My boat is called Marigold.']);
    expect(await found({ id }, 'boat')).toEqual([]);
    await add({ phone, id }, 'The boat is green.');
    // They are one from now on.
    expect((await found({ phone }, 'boat')).sort()).toEqual(['My boat is called Marigold.', 'The boat is green.']);
    expect(await found({ phone }, 'gate code')).toEqual(['The gate code is on the blue card.']);
    await learn(one.body.conversation_id, notesOf);
    server.changes.publish({ workspaceId, kind: 'memory' });
    expect((await recalled({ id })).join()).toContain('Marigold');
    await send('delete', `/v2/ai/conversations/${one.body.conversation_id}`).expect(204);
    expect((await recalled({ id })).join()).not.toContain('Marigold');
    expect(await found({ phone }, 'boat')).toEqual(['The boat is green.']);
  });

  test('tells the one of two people with one telephone nothing of the other', async () => {
    const phone = '+13125550178';
    await call({ id: 'anna', phone }, 'likes tea');
    const user = { id: 'bert', phone };
    const { body } = await send('post', '/v1/recall', { user, timeout_ms: 5_000 }).expect(200);
    expect(body).toMatchObject({ status: 'new', caller_id: null, lines: [] });
    const search = await send('post', '/v1/search', { user, query: 'tea', timeout_ms: 5_000 }).expect(200);
    expect(search.body.results).toEqual([]);
  });

  test('merges two callers and undoes it: nothing is lost, and both identities resolve', async () => {
    const one = await call({ phone: '+13125550101' }, 'likes tea');
    const other = await call({ phone: '+13125550102' }, 'has a dog');
    const merged = (await send('post', `/v1/callers/${one.caller_id}/merge`, { other: other.caller_id }).expect(200))
      .body;
    expect(merged).toEqual({
      caller_id: one.caller_id,
      merge_id: expect.any(String),
      merged_caller_id: other.caller_id,
    });
    expect((await notes(other.caller_id)).sort()).toEqual(['has a dog', 'likes tea']);
    for (const identity of ['+13125550101', 'voice:+13125550102']) {
      const found = (await send('get', `/v1/callers?identity=${encodeURIComponent(identity)}`).expect(200)).body.data;
      expect(found.map((caller: { id: string }) => caller.id)).toEqual([one.caller_id]);
    }
    const later = await call({ phone: '+13125550102' }, 'moved house');
    expect(later.caller_id).toBe(one.caller_id);
    await database().knex.raw(
      `INSERT INTO patterns (workspace_id, caller_id, key, id, statement, evidence, confidence, first_at, last_at, recorded_at)
       VALUES (?, ?, 'k', gen_random_uuid(), 'has a dog and likes tea', '[]', 1, now(), now(), now())`,
      [workspaceId, one.caller_id],
    );
    await send('post', `/v1/callers/${one.caller_id}/unmerge`, { merge_id: merged.merge_id }).expect(200);
    // What came meanwhile is with the one whose number it came by, and what was seen in both is neither's.
    expect((await notes(other.caller_id)).sort()).toEqual(['has a dog', 'moved house']);
    expect(await notes(one.caller_id)).toEqual(['likes tea']);
    for (const { caller_id: id } of [one, other]) {
      const all = await send('get', `/v1/callers/${id}/memories?kinds=pattern`).expect(200);
      expect(all.body.data).toEqual([]);
    }
    await send('post', `/v1/callers/${one.caller_id}/unmerge`, { merge_id: merged.merge_id }).expect(404);
  });

  test('merges users by their identities', async () => {
    const old = await call({ phone: '+13125550101' }, 'likes tea');
    const body = { from: 'voice:+13125550101', into: { phone: '+13125550102', id: 'a' } };
    const merged = (await send('post', '/v1/merge_user', body).expect(200)).body;
    expect(merged.merged_caller_id).toBe(old.caller_id);
    expect(await notes(merged.caller_id)).toEqual(['likes tea']);
    expect((await send('post', '/v1/merge_user', body).expect(200)).body).toMatchObject({ merge_id: null });
    const { body: refused } = await send('post', '/v1/merge_user', { from: 'id:nobody', into: 'id:a' }).expect(404);
    expect(refused.errors[0].detail).toBe('Nobody has the identities of "from".');
  });

  test('keeps ten people of one name apart, and a phone with two owners a conflict', async () => {
    const ids = new Set<string>();
    for (let index = 0; index < 10; index += 1) {
      const { caller_id: id } = await call({ id: `sam-${index}` }, 'I am Sam', `has number ${index}`);
      ids.add(id);
      expect(await notes(id)).toEqual(['I am Sam', `has number ${index}`]);
    }
    expect(ids.size).toBe(10);
    await call({ id: 'sam-0', phone: '+13125550199' }, 'x');
    const other = await call({ id: 'sam-1', phone: '+13125550199' }, 'y');
    const { body } = await send('get', `/v1/callers/${other.caller_id}`).expect(200);
    expect(body.data.conflicts).toMatchObject([{ kind: 'phone', value: '+13125550199', caller_id: other.caller_id }]);
    expect(await notes(other.caller_id)).not.toContain('x');
  });

  test('erases of a telephone with two people what is the one’s, and leaves what waits for the other', async () => {
    const number = '+13125550179';
    await call({ phone: number }, 'likes tea');
    const guest = await call({ id: 'guest-1' }, 'likes coffee');
    const metadata = { telnyx_end_user_target: number };
    const { id: waiting } = (await send('post', '/v2/ai/conversations', { metadata }).expect(200)).body;
    // The guest rang from it.
    await database().knex('conversations').where({ id: guest.conversation_id }).update({ metadata });
    await send('delete', `/v1/callers/${guest.caller_id}`).expect(200);
    await send('get', `/v2/ai/conversations/${guest.conversation_id}`).expect(404);
    await send('get', `/v2/ai/conversations/${waiting}`).expect(200);
  });

  test('erases a caller: nothing of it is left in the database but the receipt', async () => {
    const spoken = 'my zebra is called Quorvath';
    const one = await call({ phone: '+13125550142', id: 'eraseme-77' }, spoken, 'I am Wilhelmina');
    const second = await call({ phone: '+13125550142' }, 'Quorvath again');
    const neighbour = await call({ phone: '+13125550143' }, 'call me back at +13125550142 please');
    await send('post', '/v1/add', { user: { phone: '+13125550142' }, transcript: `Caller: ${spoken}` })
      .set('idempotency-key', 'erase-me-1')
      .expect(202);
    const { body } = await send('delete', `/v1/callers/${one.caller_id}`).expect(200);
    expect(body).toMatchObject({ caller_id: one.caller_id, erased_at: NOW.toISOString() });
    expect(body.counts).toMatchObject({ callers: 1, identities: 2, calls: 3, conversations: 3, messages: 4, facts: 3 });

    const left = await textsLeft([
      'Quorvath',
      'Wilhelmina',
      'eraseme-77',
      one.caller_id,
      one.conversation_id,
      second.conversation_id,
    ]);
    expect(left).toEqual([]);
    const withNumber = await textsLeft(['3125550142']);
    // Another caller's words are theirs.
    expect(new Set(withNumber.map(({ table }) => table))).toEqual(new Set(['facts', 'messages', 'episodes']));
    expect(await notes(neighbour.caller_id)).toEqual(['call me back at +13125550142 please']);
    await send('get', `/v1/callers/${one.caller_id}`).expect(404);

    const line = {
      type: 'conversation',
      id: one.conversation_id,
      metadata: {},
      created_at: '2026-03-01T10:00:00.000Z',
    };
    const { key: admin } = await createApiKey(database().knex, { workspaceId, name: 'a', scopes: ['admin'] });
    const imported = await request(server.app)
      .post('/v1/import')
      .set('authorization', `Bearer ${admin}`)
      .set('content-type', 'application/x-ndjson')
      .send(`${JSON.stringify(line)}\n`)
      .expect(200);
    const summary = JSON.parse(imported.text.trim().split('\n').at(-1) as string);
    expect(summary).toMatchObject({ type: 'summary', counts: { conversations_added: 0, erased: 1 } });

    const again = await call({ phone: '+13125550142' }, 'somebody new');
    expect(again.caller_id).not.toBe(one.caller_id);
    expect(await notes(again.caller_id)).toEqual(['somebody new']);
  });

  /** Every row of every table, the queue's too, that has one of the texts. */
  async function textsLeft(texts: readonly string[]): Promise<{ table: string; text: string }[]> {
    const { rows: tables } = await database().knex.raw<{ rows: { schema: string; name: string }[] }>(
      `SELECT table_schema AS schema, table_name AS name FROM information_schema.tables
       WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
    );
    const left: { table: string; text: string }[] = [];
    for (const { schema, name } of tables) {
      for (const text of texts) {
        const { rows } = await database().knex.raw<{ rows: { n: number }[] }>(
          `SELECT count(*)::integer AS n FROM ??.?? AS t WHERE position(? IN t::text) > 0`,
          [schema, name, text],
        );
        if ((rows[0]?.n ?? 0) > 0) left.push({ table: name, text });
      }
    }
    return left;
  }

  test('exports all of a caller as JSON lines', async () => {
    const one = await call({ phone: '+13125550142' }, 'likes tea', 'I am Sam');
    const { text } = await send('get', `/v1/callers/${one.caller_id}/export`).expect(200);
    const lines = text
      .trim()
      .split('\n')
      .map((line: string) => JSON.parse(line));
    expect(lines.map(({ type }: { type: string }) => type)).toEqual([
      'caller',
      'fact',
      'fact',
      'episode',
      'call',
      'conversation',
      'message',
      'message',
    ]);
    expect(lines[0]).toMatchObject({ id: one.caller_id, name: 'Sam' });
  });

  test('has a timeline of calls with what each taught', async () => {
    const one = await call({ id: 'a' }, 'likes tea');
    const two = await call({ id: 'a' }, 'has a dog');
    const { body } = await send('get', `/v1/callers/${one.caller_id}/timeline`).expect(200);
    expect(body.meta.total_results).toBe(2);
    const told = body.data.map((entry: { conversation_id: string; facts: { text: string }[] }) => [
      entry.conversation_id,
      entry.facts.map(({ text }) => text),
    ]);
    expect(new Map(told)).toEqual(
      new Map([
        [one.conversation_id, ['likes tea']],
        [two.conversation_id, ['has a dog']],
      ]),
    );
  });

  test('searches facts, episodes and turns of one caller', async () => {
    await call({ phone: '+13125550142' }, 'my dog is called Rex', 'I am Sam');
    await call({ phone: '+13125550143' }, 'my dog is called Bella');
    const { body } = await send('post', '/v1/search', {
      user: { phone: '+13125550142' },
      query: 'What is the dog called?',
    }).expect(200);
    expect(body).toMatchObject({ complete: true, took_ms: expect.any(Number) });
    expect(body.results[0].text).toContain('Rex');
    expect(body.results.map(({ kind }: { kind: string }) => kind)).toContain('turn');
    expect(body.context_text).toContain('Rex');
    expect(JSON.stringify(body)).not.toContain('Bella');
    const turns = await send('post', '/v1/search', {
      sub_user_id: 'voice:+13125550142',
      query: 'dog',
      kinds: ['turn'],
      limit: 1,
    }).expect(200);
    expect(turns.body.results).toMatchObject([
      { kind: 'turn', text: 'my dog is called Rex', conversation_id: expect.any(String) },
    ]);
    const nobody = await send('post', '/v1/search', { timeout_ms: 10_000, user_id: 'nobody', query: 'dog' }).expect(
      200,
    );
    expect(nobody.body).toMatchObject({ results: [], context_text: '', complete: true });
    const { body: refused } = await send('post', '/v1/search', {
      user_id: 'a',
      query: 'dog',
      limit: 0,
      tenant: 1,
    }).expect(422);
    expect(refused.errors.map(({ detail }: { detail: string }) => detail)).toEqual([
      '"limit" has to be a whole number from 1 to 100.',
      '"tenant" is no field of this body.',
    ]);
  });

  test('finds what was corrected and not what was deleted, at once', async () => {
    const one = await call({ id: 'a' }, 'has a blue boat');
    const ask = async () =>
      (
        await send('post', '/v1/search', { timeout_ms: 10_000, user_id: 'a', query: 'boat', kinds: ['fact'] }).expect(
          200,
        )
      ).body.results;
    const [fact] = await ask();
    await send('patch', `/v1/memories/${fact.id}`, { text: 'has a green boat' }).expect(200);
    expect((await ask()).map(({ text }: { text: string }) => text)).toEqual([expect.stringContaining('green boat')]);
    await send('delete', `/v1/memories/${fact.id}`).expect(204);
    expect(await ask()).toEqual([]);
    await send('delete', `/v1/callers/${one.caller_id}`).expect(200);
    expect(
      (await send('post', '/v1/search', { timeout_ms: 10_000, user_id: 'a', query: 'boat' }).expect(200)).body.results,
    ).toEqual([]);
  });

  test('finds nothing over the month’s limit, and says so', async () => {
    await call({ id: 'a' }, 'has a boat');
    await database().knex.raw(`UPDATE workspaces SET settings = '{"searches_per_month": 1}' WHERE id = ?`, [
      workspaceId,
    ]);
    const ask = () => send('post', '/v1/search', { timeout_ms: 10_000, user_id: 'a', query: 'boat' }).expect(200);
    expect((await ask()).body.results.length).toBeGreaterThan(0);
    expect((await ask()).body).toMatchObject({ results: [], complete: false });
  });

  test('a setting that is changed counts for the next question', async () => {
    const name = `w-${Math.random().toString(36).slice(2)}`;
    const made = await createWorkspace(database().knex, { name });
    const { key: own } = await createApiKey(database().knex, {
      ...{ workspaceId: made?.id as number, name: 'k', scopes: ['read'] },
    });
    const body = { user: { phone: 'sip:alice@pbx.example.com' } };
    const { body: refused } = await send('post', '/v1/recall', body, own).expect(422);
    expect(refused.errors[0].detail).toBe(
      '"user.phone" has to be a phone number of one person such as +13128675309, or a SIP URI of a domain that the workspace declares ("sip_domains").',
    );
    const change = { settings: { sip_domains: ['pbx.example.com'] } };
    await send('patch', `/v1/workspaces/${name}`, change, server.adminToken).expect(200);
    const { body: recalled } = await send('post', '/v1/recall', body, own).expect(200);
    expect(recalled).toMatchObject({ status: 'new', complete: true });
  });

  test('shows a workspace nothing of another one', async () => {
    const mine = await call({ phone: '+13125550142' }, 'likes tea');
    const fact = (await send('get', `/v1/callers/${mine.caller_id}/memories?kinds=fact`)).body.data[0];
    const other = await createWorkspace(database().knex, { name: `o-${Math.random().toString(36).slice(2)}` });
    const { key: theirs } = await createApiKey(database().knex, {
      ...{ workspaceId: other?.id as number, name: 'k', scopes: ['read', 'write'] as const },
    });
    for (const [method, path, body] of [
      ['get', `/v1/callers/${mine.caller_id}`],
      ['get', `/v1/callers/${mine.caller_id}/memories`],
      ['get', `/v1/callers/${mine.caller_id}/timeline`],
      ['get', `/v1/callers/${mine.caller_id}/export`],
      ['delete', `/v1/callers/${mine.caller_id}`],
      ['get', `/v1/memories/${fact.id}`],
      ['patch', `/v1/memories/${fact.id}`, { pinned: true }],
      ['delete', `/v1/memories/${fact.id}`],
    ] as const) {
      await send(method, path, body, theirs).expect(404);
    }
    const found = await send('get', '/v1/callers?identity=%2B13125550142', undefined, theirs).expect(200);
    expect(found.body.data).toEqual([]);
    const same = await send(
      'post',
      '/v1/add',
      { user: { phone: '+13125550142' }, transcript: 'Caller: x' },
      theirs,
    ).expect(202);
    expect(same.body.caller_id).not.toBe(mine.caller_id);
    expect(await notes(mine.caller_id)).toEqual(['likes tea']);
  });

  test('counts adds by month, and refuses more than the limit', async () => {
    await database().knex.raw(`UPDATE workspaces SET settings = '{"adds_per_month": 2}' WHERE id = ?`, [workspaceId]);
    const add = () => send('post', '/v1/add', { user_id: 'a', transcript: 'Caller: x' });
    await add().expect(202);
    await add().expect(202);
    const { body } = await add().expect(429);
    expect(body.errors[0].detail).toBe(
      'The workspace may have 2 adds in a month, and has had them ("adds_per_month").',
    );
    // What was answered before is answered so again, and is no use.
    const again = await add().set('idempotency-key', 'first').expect(429);
    expect(again.body.errors[0].detail).toBe(body.errors[0].detail);
    const usage = (await send('get', '/v1/usage').expect(200)).body;
    expect(usage).toEqual({
      data: [{ month: '2026-03', adds: 2, searches: 0 }],
      limits: { adds_per_month: 2, searches_per_month: null },
    });
  });

  test('answers a repeated add as before when the limit of the month is reached, and counts it once', async () => {
    await database().knex.raw(`UPDATE workspaces SET settings = '{"adds_per_month": 1}' WHERE id = ?`, [workspaceId]);
    const add = (name: string) =>
      send('post', '/v1/add', { user_id: 'a', transcript: 'Caller: x' }).set('idempotency-key', name);
    const first = await add('one').expect(202);
    const replayed = await add('one').expect(202);
    expect(replayed.body).toEqual(first.body);
    expect(replayed.headers['idempotency-replayed']).toBe('true');
    await add('two').expect(429);
    expect((await send('get', '/v1/usage').expect(200)).body.data).toEqual([
      { month: '2026-03', adds: 1, searches: 0 },
    ]);
  });

  test('does an add again that an erasure of the same caller made fail, once', async () => {
    const races = ['40P01', '23503'].map((code) => Object.assign(new Error('raced'), { code }));
    const failing = (...errors: readonly Error[]) => {
      const waiting = [...errors];
      return {
        ...database(),
        knex: new Proxy(database().knex, {
          get: (target, name, receiver) =>
            name === 'transaction'
              ? (...given: Parameters<typeof target.transaction>) => {
                  const error = waiting.shift();
                  return error === undefined ? target.transaction(...given) : Promise.reject(error);
                }
              : Reflect.get(target, name, receiver),
        }),
      };
    };
    const addOn = async (...errors: readonly Error[]) => {
      const raced = await testApp(failing(...errors));
      return request(raced.app)
        .post('/v1/add')
        .set('authorization', `Bearer ${key}`)
        .set('idempotency-key', 'raced')
        .send({ user_id: 'a', transcript: 'Caller: x' });
    };
    const refused = await addOn(...races);
    expect(refused.status).toBe(503);
    expect(refused.body.errors[0].detail).toBe('Something else was done with the same caller meanwhile.');
    expect((await addOn(races[0] as Error)).status).toBe(202);
  });
});
