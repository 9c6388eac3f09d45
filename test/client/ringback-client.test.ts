import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { RingbackClient, RingbackError } from '../../src/client/index.js';
import type { ListeningServer } from '../../src/http/listen.js';
import { createApiKey } from '../../src/store/api-keys.js';
import { describeOnBothDatabases, makeWorkspace } from '../support/databases.js';
import { startLearning } from '../support/learning.js';
import { listening, type TestApp, testApp } from '../support/server.js';

/** Generous: these tests are about answers. */
const IN_TIME = { timeoutMs: 5_000 } as const;

describeOnBothDatabases('the client', (database) => {
  let server: TestApp;
  let socket: ListeningServer;
  let client: RingbackClient;
  let apiKey: string;
  let workspaceId: number;
  beforeAll(async () => {
    server = await testApp(database());
    socket = await listening(server.app);
    await startLearning(server);
  });
  afterAll(async () => {
    await socket.stop(0);
    await server.jobs.stop(0);
  });
  beforeEach(async () => {
    workspaceId = (await makeWorkspace(database())).id;
    apiKey = (await createApiKey(database().knex, { workspaceId, name: 'c', scopes: ['read', 'write'] })).key;
    client = new RingbackClient({ baseUrl: `${socket.url}/`, apiKey });
  });

  const SARAH = { phone: '+13125550142' } as const;

  /** Saves a call of Sarah's, and waits until it is learned from. */
  async function learnOfSarah(): Promise<string> {
    const { conversationId } = await client.saveResponse({
      userText: 'Hi, my name is Sarah Johnson.',
      assistantText: 'Hello Sarah, what can I do for you?',
      user: SARAH,
    });
    const added = await client.saveResponse({
      userText: "I'm allergic to penicillin, please keep that in mind.",
      assistantText: '',
      user: SARAH,
      conversationId,
    });
    expect(added.conversationId).toBe(conversationId);
    expect(added.subUserId).toBe('voice:+13125550142');
    const job = await client.waitForJob(added.jobId as string);
    expect(job).toMatchObject({ jobId: added.jobId, type: 'extract-memory', status: 'completed', error: null });
    return conversationId;
  }

  test('saves what was said, and recalls at the next call who calls', async () => {
    const conversationId = await learnOfSarah();
    const recalled = await client.recall({ user: SARAH, ...IN_TIME });
    expect(recalled).toEqual({
      status: 'known',
      callerId: expect.any(String),
      name: 'Sarah Johnson',
      summary: expect.stringContaining('is allergic to penicillin'),
      lines: expect.arrayContaining([expect.stringContaining('Sarah Johnson: is allergic to penicillin')]),
      facts: expect.objectContaining({ name: 'Sarah Johnson', allergy: 'penicillin' }),
      recallText: expect.stringMatching(/^Known about caller \(Sarah Johnson\): .*penicillin/),
      lastEpisode: { summary: expect.any(String), at: expect.any(String), conversationId },
      complete: true,
    });
  });

  test('recalls no more than fits, for a prompt', async () => {
    await learnOfSarah();
    const said = Array.from({ length: 12 }, (_, index) => `I prefer room number ${index + 1} with the large window.`);
    const messages = said.map((content) => ({ role: 'user', content }) as const);
    const { jobId } = await client.addCall({ user: SARAH, messages });
    await client.waitForJob(jobId as string);
    const all = await client.recall({ user: SARAH, ...IN_TIME });
    const short = await client.recall({ user: SARAH, charactersMax: 120, ...IN_TIME });
    expect(all.recallText.length).toBeGreaterThan(200);
    expect(short.summary.length).toBeLessThanOrEqual(120);
    expect(short.summary).toContain('penicillin');
    expect(short.recallText.length).toBeLessThanOrEqual(120);
    expect(short.recallText).toMatch(/^Known about caller \(Sarah Johnson\): Sarah Johnson: /);
    await expect(client.recall({ user: SARAH, charactersMax: 1, ...IN_TIME })).rejects.toMatchObject({
      ...{ status: 422, pointer: '/characters_max' },
      detail: '"characters_max" has to be a whole number from 100 to 20000.',
    });
  });

  test('searches facts and what was said, by kinds and as of a date', async () => {
    const conversationId = await learnOfSarah();
    const found = await client.searchMemory('What is the caller allergic to?', {
      user: 'voice:+13125550142',
      ...IN_TIME,
    });
    expect(found).toMatchObject({ complete: true, contextText: expect.stringContaining('penicillin') });
    expect(found).not.toHaveProperty('reason');
    expect(new Set(found.results.map(({ kind }) => kind))).toContain('turn');
    const asked = { user: SARAH, kinds: ['fact'], limit: 1, ...IN_TIME } as const;
    const { results } = await client.searchMemory('allergic to penicillin', asked);
    expect(results).toEqual([
      {
        kind: 'fact',
        id: expect.any(String),
        text: expect.stringContaining('penicillin'),
        score: expect.any(Number),
        at: expect.any(String),
        validFrom: expect.any(String),
        validTo: null,
        quote: expect.stringContaining('penicillin'),
        conversationId,
        messageId: expect.any(String),
        speaker: expect.any(String),
        metadata: null,
      },
    ]);
    const before = await client.searchMemory('allergy', { ...asked, asOf: new Date('2020-01-01') });
    expect(before).toEqual({ contextText: '', results: [], complete: true });
  });

  test('knows nobody whom nobody told of', async () => {
    expect(await client.recall({ user: { id: 'nobody' }, ...IN_TIME })).toEqual({
      ...{ status: 'new', callerId: null, name: '', summary: '', lines: [], facts: {} },
      ...{ recallText: 'New caller — no prior context.', lastEpisode: null, complete: true },
    });
    expect(await client.recall({ user: 'call:c1', ...IN_TIME })).toMatchObject({ complete: true, name: '' });
    const nothing = await client.searchMemory('the dog', { user: { email: 'nobody@example.com' }, ...IN_TIME });
    expect(nothing).toEqual({ contextText: '', results: [], complete: true });
  });

  test('adds a whole call, and the job says what came of it', async () => {
    const { jobId, callerId } = await client.addCall({
      user: { id: 'customer-7', name: 'Tom Baker', metadata: { tier: 'gold' } },
      transcript: "Agent: Hello.\nCaller: Hi. I'm allergic to latex.",
      at: '2026-03-01T10:00:00Z',
      timeZone: 'America/New_York',
      metadata: { topic: 'booking' },
    });
    const { status, result } = await client.waitForJob(jobId as string);
    expect({ status, result }).toMatchObject({ status: 'completed', result: { facts: expect.any(Number) } });
    expect(await client.job(jobId as string)).toMatchObject({ status: 'completed' });
    const { facts, ...recalled } = await client.recall({ user: 'id:customer-7', ...IN_TIME });
    expect(recalled).toMatchObject({ callerId, name: 'Tom Baker' });
    expect(facts).toMatchObject({ allergy: 'latex' });
  });

  test('keeps once what is sent twice with one key', async () => {
    const call = { user: SARAH, messages: [{ role: 'user', content: 'Once.' }], idempotencyKey: randomUUID() } as const;
    const first = await client.addCall(call);
    expect(await client.addCall(call)).toEqual(first);
    const { rows } = await database().knex.raw('SELECT FROM messages WHERE workspace_id = ?', [workspaceId]);
    expect(rows).toHaveLength(1);
  });

  test("has Telnyx's own SDK for conversations", async () => {
    const conversationId = await learnOfSarah();
    const conversations = await client.conversations();
    expect((await conversations.retrieve(conversationId)).data?.id).toBe(conversationId);
    const texts: string[] = [];
    for await (const { text } of conversations.messages.list(conversationId)) texts.push(text);
    expect(texts.reverse()).toEqual([
      'Hi, my name is Sarah Johnson.',
      'Hello Sarah, what can I do for you?',
      "I'm allergic to penicillin, please keep that in mind.",
    ]);
    expect(await client.conversations()).toBe(conversations);
  });

  test('throws what the server refuses, with its code and place', async () => {
    const stranger = new RingbackClient({ baseUrl: socket.url, apiKey: 'rb_wrong' });
    await expect(stranger.searchMemory('x', { user: SARAH, ...IN_TIME })).rejects.toMatchObject({
      name: 'RingbackError',
      status: 401,
      code: '10009',
      detail: 'The required authentication headers were either invalid or not included in the request.',
      requestId: expect.any(String),
    });
    const { key } = await createApiKey(database().knex, { workspaceId, name: 'r', scopes: ['read'] });
    const reader = new RingbackClient({ baseUrl: socket.url, apiKey: key });
    await expect(reader.addCall({ user: SARAH, transcript: 'Caller: x' })).rejects.toMatchObject({
      status: 403,
      code: '10010',
      message: 'This API key does not have the scope "write".',
    });
    const wrong = client.searchMemory('x', { user: { phone: 'anonymous' }, limit: 1000, ...IN_TIME });
    await expect(wrong).rejects.toBeInstanceOf(RingbackError);
    await expect(wrong).rejects.toMatchObject({
      status: 422,
      pointer: '/limit',
      detail: '"limit" has to be a whole number from 1 to 100.',
    });
    await expect(client.recall({ user: { phone: 'anonymous' }, ...IN_TIME })).rejects.toMatchObject({
      pointer: '/user/phone',
      problems: [{ code: '10027', title: 'Unprocessable Entity' }],
    });
    await expect(client.job('7')).rejects.toMatchObject({ status: 404, code: '10005' });
    const gone = client.addCall({ user: SARAH, transcript: 'Caller: x', conversationId: randomUUID() });
    await expect(gone).rejects.toMatchObject({
      status: 404,
      detail: expect.stringContaining('There is no conversation'),
    });
  });

  test('recalls and finds nothing over the month’s limit, and throws for what is added', async () => {
    await learnOfSarah();
    const settings = JSON.stringify({ searches_per_month: 1, adds_per_month: 2 });
    await database().knex.raw('UPDATE workspaces SET settings = ?::jsonb WHERE id = ?', [settings, workspaceId]);
    expect((await client.recall({ user: SARAH, ...IN_TIME })).status).toBe('known');
    expect(await client.recall({ user: SARAH, ...IN_TIME })).toEqual({
      ...{ status: 'over_limit', callerId: null, name: '', summary: '', lines: [], facts: {} },
      ...{ recallText: '', lastEpisode: null, complete: false, reason: 'incomplete' },
    });
    expect(await client.searchMemory('allergy', { user: SARAH, ...IN_TIME })).toEqual({
      ...{ contextText: '', results: [], complete: false, reason: 'incomplete' },
    });
    await expect(client.addCall({ user: SARAH, transcript: 'Caller: x' })).rejects.toMatchObject({
      status: 429,
      detail: 'The workspace may have 2 adds in a month, and has had them ("adds_per_month").',
    });
  });
});
