import { setTimeout as sleep } from 'node:timers/promises';
import type { Knex } from 'knex';
import { pino } from 'pino';
import { beforeEach, expect, test } from 'vitest';
import { endConversation } from '../../../src/insights/end-conversation.js';
import { createJobQueue } from '../../../src/jobs/pg-boss-queue.js';
import type { CallerIdentity } from '../../../src/memory/callers/caller-identity.js';
import { builtInExtractor } from '../../../src/memory/extraction/built-in-extractor.js';
import { type ErasedCall, eraseCall } from '../../../src/memory/ingest/erase-call.js';
import { extractMemoryHandler } from '../../../src/memory/ingest/extract-memory.js';
import { type IngestedCall, type IngestOutcome, ingestCall } from '../../../src/memory/ingest/ingest-call.js';
import type { CallReport } from '../../../src/platforms/call-report.js';
import { callOfConversation } from '../../../src/store/calls.js';
import { deleteConversation, retrieveConversation } from '../../../src/store/conversations.js';
import { eraseCaller } from '../../../src/store/erase-caller.js';
import { addTombstones } from '../../../src/store/tombstones.js';
import { readTurns } from '../../../src/store/turns.js';
import { describeOnBothDatabases, makeWorkspace } from '../../support/databases.js';
import { outside } from '../../support/job-handlers.js';
import { silentLog } from '../../support/silent-log.js';

const NOW = new Date('2026-03-02T15:10:00.000Z');
const PHONE: CallerIdentity = { kind: 'phone', value: '+13125550123' };

describeOnBothDatabases('a call that is told', (database) => {
  let workspaceId: number;
  beforeEach(async () => {
    workspaceId = (await makeWorkspace(database())).id;
  });

  const report = (over: Partial<CallReport> = {}): CallReport => ({
    platform: 'vapi',
    callId: 'call-1',
    agentId: 'assistant-1',
    channel: 'phone_call',
    direction: 'inbound',
    endUserTarget: '+13125550123',
    agentTarget: '+13125550100',
    startedAt: '2026-03-02T15:00:00.000Z',
    endedAt: '2026-03-02T15:04:00.000Z',
    turns: [
      { role: 'assistant', text: 'Good morning, Harbor Dental.' },
      { role: 'user', text: 'Yes. This is Sarah Johnson.', at: '2026-03-02T15:00:10.000Z' },
      { role: 'assistant', text: 'How can I help?', at: '2026-03-02T15:00:15.000Z' },
      { role: 'user', text: 'I need a cleaning.', at: '2026-03-02T15:00:20.000Z' },
      { role: 'user', text: 'I need a cleaning.', at: '2026-03-02T15:00:25.000Z' },
    ],
    retained: true,
    ...over,
  });

  const ingest = (over: Partial<IngestedCall> = {}): Promise<IngestOutcome> =>
    database().knex.transaction((trx) => ingestIn(trx, over));

  function ingestIn(trx: Knex.Transaction, over: Partial<IngestedCall> = {}): Promise<IngestOutcome> {
    const jobs = createJobQueue(database(), pino({ level: 'silent' }));
    const end = (trx: Knex.Transaction, id: number, conversationId: string, at: Date) =>
      endConversation({ db: trx, jobs, log: silentLog }, id, conversationId, { reason: 'event', at });
    const call: IngestedCall = {
      report: report(),
      identities: [PHONE],
      eventKey: 'end-of-call-report call-1',
      eventType: 'end-of-call-report',
      stage: 'report',
      ...over,
    };
    return ingestCall(trx, workspaceId, call, { jobs, end, now: NOW });
  }

  const accepted = (outcome: IngestOutcome): Extract<IngestOutcome, { status: 'accepted' | 'duplicate' }> => {
    if (!('conversationId' in outcome)) throw new Error(`It is ${outcome.status}.`);
    return outcome;
  };
  const textsOf = async (conversationId: string) =>
    (await readTurns(database().knex, workspaceId, conversationId)).map(({ role, text }) => `${role}: ${text}`);
  const ALL = [
    'assistant: Good morning, Harbor Dental.',
    'user: Yes. This is Sarah Johnson.',
    'assistant: How can I help?',
    'user: I need a cleaning.',
    'user: I need a cleaning.',
  ];

  test('is a conversation with its turns in their order, Telnyx’s keys, and a job', async () => {
    const outcome = accepted(await ingest());
    expect(outcome).toMatchObject({ status: 'accepted', subUserId: 'voice:+13125550123', jobId: expect.any(String) });
    expect(await textsOf(outcome.conversationId)).toEqual(ALL);
    expect(await retrieveConversation(database().knex, workspaceId, outcome.conversationId)).toMatchObject({
      createdAt: '2026-03-02T15:00:00.000Z',
      lastMessageAt: '2026-03-02T15:00:25.000Z',
      metadata: {
        telnyx_conversation_channel: 'phone_call',
        telnyx_end_user_target: '+13125550123',
        telnyx_agent_target: '+13125550100',
        assistant_id: 'assistant-1',
        platform: 'vapi',
        call_id: 'call-1',
        direction: 'inbound',
      },
    });
    expect(await callOfConversation(database().knex, workspaceId, outcome.conversationId)).toMatchObject({
      callerId: outcome.callerId,
      platform: 'vapi',
      callId: 'call-1',
      startedAt: '2026-03-02T15:00:00.000Z',
      endedAt: '2026-03-02T15:04:00.000Z',
      reportedAt: NOW.toISOString(),
    });
  });

  test.each([
    ['delivered three times', ['end-of-call-report call-1', 'end-of-call-report call-1']],
    ['reported by two further events', ['call_analyzed call-1', 'call_ended call-1']],
  ])('counts once when it is %s', async (_, keys) => {
    const first = accepted(await ingest());
    for (const eventKey of keys) {
      const again = accepted(await ingest({ eventKey }));
      expect(again).toMatchObject({ conversationId: first.conversationId, callerId: first.callerId });
    }
    expect(await textsOf(first.conversationId)).toEqual(ALL);
  });

  test('counts once when two tell it at the same time', async () => {
    const outcomes = await Promise.all([
      ingest(),
      ingest(),
      ingest({ eventKey: 'other' }),
      ingest({ eventKey: 'third' }),
    ]);
    const ids = new Set(outcomes.map((outcome) => accepted(outcome).conversationId));
    expect(ids.size).toBe(1);
    expect(await textsOf([...ids][0] as string)).toEqual(ALL);
  });

  test('takes the place of the turns that were recorded during it, and keeps those that it does not have', async () => {
    const live = (eventKey: string, user: string, assistant: string) =>
      ingest({
        eventKey,
        eventType: 'record_turn',
        stage: 'turn',
        report: report({
          turns: [
            { role: 'user', text: user },
            { role: 'assistant', text: assistant },
          ],
        }),
      });
    await live('turn 1', 'yes, this is Sarah Johnson', 'How can I help you?');
    await live('turn 1', 'yes, this is Sarah Johnson', 'How can I help you?');
    const { conversationId } = accepted(await live('turn 2', 'and my son needs glasses', 'We only do teeth.'));
    expect(await textsOf(conversationId)).toHaveLength(4);
    await ingest();
    const texts = await textsOf(conversationId);
    expect(texts.filter((text) => ALL.includes(text))).toEqual(ALL);
    expect(texts.filter((text) => !ALL.includes(text))).toEqual([
      'user: and my son needs glasses',
      'assistant: We only do teeth.',
    ]);
    // A turn that is told after the report is one of its turns, too.
    await live('turn 3', 'This is Sarah Johnson.', 'How can I help?');
    expect(await textsOf(conversationId)).toHaveLength(texts.length);
  });

  test('is kept without what must not be kept, also where it is said turn by turn', async () => {
    const { conversationId } = accepted(
      await ingest({
        report: report({
          turns: [
            { role: 'assistant', text: 'What is the card number?' },
            { role: 'user', text: 'four one one one, one one one one' },
            { role: 'user', text: 'one one one one, one one one one' },
          ],
        }),
      }),
    );
    expect((await textsOf(conversationId)).join(' ')).not.toContain('one one');
    const turn = (eventKey: string, role: 'user' | 'assistant', text: string) =>
      ingest({ eventKey, stage: 'turn', report: report({ callId: 'call-9', turns: [{ role, text }] }) });
    await turn('1', 'assistant', 'Please tell me your password.');
    const live = accepted(await turn('2', 'user', 'It is hunter2'));
    expect(await textsOf(live.conversationId)).toEqual([
      'assistant: Please tell me your password.',
      'user: It is [password]',
    ]);
  });

  test('without an identity belongs to nobody else', async () => {
    const one = accepted(await ingest({ identities: [] }));
    const other = accepted(await ingest({ identities: [], eventKey: 'other', report: report({ callId: 'call-2' }) }));
    expect(one.subUserId).toBe('call:call-1');
    expect(other.callerId).not.toBe(one.callerId);
  });

  test('belongs to whom a later event names, when the first one named nobody', async () => {
    const first = accepted(await ingest({ identities: [] }));
    const later = accepted(await ingest({ eventKey: 'call_analyzed call-1' }));
    expect(later.callerId).not.toBe(first.callerId);
    // An event that names nobody takes nothing back.
    expect(accepted(await ingest({ eventKey: 'third', identities: [] })).callerId).toBe(later.callerId);
  });

  test('stays with its caller when an event names somebody else, and takes no words of theirs that go on with it', async () => {
    const other = { kind: 'phone', value: '+13125550199' } as const;
    const first = accepted(await ingest());
    expect(accepted(await ingest({ eventKey: 'second', identities: [other] })).callerId).toBe(first.callerId);
    const { conversationId } = first;
    const more = { conversationId, identities: [other], eventKey: 'third', stage: 'append' } as const;
    expect(await ingest(more)).toEqual({ status: 'of-another', subUserId: 'voice:+13125550199' });
  });

  test('names its caller by what nobody else has, however often it is told', async () => {
    const idOf = (value: string) => ({ kind: 'external_id', value }) as const;
    await ingest({ identities: [idOf('cust_1'), PHONE] });
    const other = { report: report({ callId: 'call-2' }), eventKey: 'other', identities: [idOf('cust_2'), PHONE] };
    expect(await ingest(other)).toMatchObject({ status: 'accepted', subUserId: 'id:cust_2' });
    expect(await ingest(other)).toMatchObject({ status: 'duplicate', subUserId: 'id:cust_2' });
  });

  test('has more to tell when it begins and shows by what else a caller is known, and not when it merely begins', async () => {
    const external = { kind: 'external_id', value: 'cust_1' } as const;
    const begin = (callId: string, identities: readonly CallerIdentity[]) =>
      ingest({
        ...{ report: report({ callId, turns: [] }), eventKey: `${callId} in-progress`, stage: 'start' },
        ...{ eventType: 'status-update', identities },
      });
    const first = accepted(await begin('call-1', [external]));
    expect(first.isMore).toBe(false);
    expect(accepted(await begin('call-2', [external, PHONE]))).toMatchObject({
      ...{ callerId: first.callerId, isMore: true, mergedIds: [] },
    });
    expect(accepted(await begin('call-3', [external, PHONE])).isMore).toBe(false);
    expect(accepted(await begin('call-4', [{ kind: 'phone', value: '+13125550199' }])).isMore).toBe(false);
  });

  test('is refused after it was erased, by its call, its event and its conversation', async () => {
    await addTombstones(database().knex, workspaceId, 'call', ['vapi call-1'], NOW);
    expect(await ingest()).toEqual({ status: 'erased', subUserId: 'voice:+13125550123' });
    await addTombstones(database().knex, workspaceId, 'event', ['vapi told-before'], NOW);
    const next = { report: report({ callId: 'call-2' }) };
    expect(await ingest({ ...next, eventKey: 'told-before' })).toMatchObject({ status: 'erased' });
    expect(await ingest({ ...next, eventKey: 'new' })).toMatchObject({ status: 'accepted' });
  });

  test.each([
    ['its report', { eventKey: 'end-of-call-report' }],
    ['the same event', {}],
  ])('is not brought back by %s while its caller is being erased', async (_, over) => {
    const live = { stage: 'turn', eventType: 'tool-calls' } as const;
    const { callerId } = accepted(await ingest(live));
    const { knex } = database();
    let late: Promise<IngestOutcome> | undefined;
    await knex.transaction(async (trx) => {
      expect(await eraseCaller(trx, workspaceId, callerId, NOW)).toBeDefined();
      // It comes when nobody can see yet that the caller is erased, and waits for that.
      late = ingest(over);
      await sleep(300);
    });
    expect(await late).toEqual({ status: 'erased', subUserId: 'voice:+13125550123' });
    for (const table of ['callers', 'calls', 'conversations', 'events', 'messages'])
      expect(await knex(table).where({ workspace_id: workspaceId })).toEqual([]);
  });

  test.each([
    ['its beginning', { stage: 'start', eventType: 'status-update', eventKey: 'status-update' }],
    ['its report', {}],
  ] as const)(
    'is erased, whether %s is about to be kept or waits to be, when the platform says so',
    async (_, over) => {
      const { knex } = database();
      const erase = (trx: Knex.Transaction) => eraseCall(trx, workspaceId, 'vapi', 'call-1', NOW);
      const left = async (): Promise<readonly unknown[]> => {
        const tables = ['calls', 'conversations', 'messages'].map((table) => knex(table));
        return (await Promise.all(tables.map((rows) => rows.where({ workspace_id: workspaceId })))).flat();
      };
      let erasing: Promise<ErasedCall | undefined> | undefined;
      const { callerId } = await knex.transaction(async (trx) => {
        const outcome = accepted(await ingestIn(trx, over));
        // It comes when nobody can see the call yet, and waits for it.
        erasing = knex.transaction(erase);
        await sleep(300);
        return outcome;
      });
      expect(await erasing).toEqual({ callerId });
      expect(await left()).toEqual([]);

      workspaceId = (await makeWorkspace(database())).id;
      let late: Promise<IngestOutcome> | undefined;
      await knex.transaction(async (trx) => {
        expect(await erase(trx)).toBeUndefined();
        late = ingest(over);
        await sleep(300);
      });
      expect(await late).toMatchObject({ status: 'erased' });
      expect(await left()).toEqual([]);
    },
  );

  test('is told anew by another event after its conversation was deleted, and is a duplicate no longer', async () => {
    const { conversationId } = accepted(await ingest());
    await deleteConversation(database().knex, workspaceId, conversationId);
    // The same event is no news.
    expect(await ingest()).toMatchObject({ status: 'erased' });
    expect(await ingest({ eventKey: 'call_analyzed' })).toMatchObject({ status: 'accepted', conversationId });
  });

  test('leaves nothing but its event where the customer keeps nothing', async () => {
    const outcome = await ingest({ report: report({ retained: false, turns: [] }) });
    expect(outcome).toEqual({ status: 'not-retained', subUserId: 'voice:+13125550123' });
    const { rows } = await database().knex.raw(
      'SELECT event_type, body, conversation_id FROM events WHERE workspace_id = ?',
      [workspaceId],
    );
    expect(rows).toEqual([{ event_type: 'end-of-call-report', body: null, conversation_id: null }]);
  });

  test('is kept, and read for facts, in few statements: the embedded database does one after the other', async () => {
    const { knex } = database();
    const statements: string[] = [];
    const note = ({ sql }: { readonly sql: string }): void => void statements.push(sql.trim().slice(0, 60));
    knex.on('query', note);
    try {
      await ingest();
      expect(statements.splice(0)).toHaveLength(16);
      const outcome = await ingest({ report: report({ callId: 'call-2' }), eventKey: 'end-of-call-report call-2' });
      // Its caller is there already.
      expect(statements.splice(0)).toHaveLength(14);
      const learn = extractMemoryHandler({
        ...{ database: database(), jobs: createJobQueue(database(), pino({ level: 'silent' })) },
        ...{ changes: { publish() {} }, extractor: builtInExtractor, now: () => NOW },
        defaults: { defaultCountry: 'US', timeZone: 'UTC' },
      });
      const { conversationId } = outcome as { readonly conversationId: string };
      const context = {
        workspaceId,
        jobId: '',
        attempt: 1,
        isLastAttempt: false,
        signal: new AbortController().signal,
        outside,
      };
      expect(await learn({ conversationId }, context)).toMatchObject({ facts: expect.any(Number), episodes: 1 });
      expect(statements).toHaveLength(9);
    } finally {
      knex.off('query', note);
    }
  });
});
