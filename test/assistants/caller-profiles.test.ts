import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type CallerKey, createCallerProfiles } from '../../src/assistants/caller-profiles.js';
import type { CallerIdentity } from '../../src/memory/callers/caller-identity.js';
import { mergeCallers } from '../../src/store/callers.js';
import {
  beginConversationInsight,
  completeConversationInsight,
  createConversationInsight,
} from '../../src/store/conversation-insights.js';
import { createConversation } from '../../src/store/conversations.js';
import type { Database } from '../../src/store/database.js';
import { SUMMARY_INSIGHT } from '../../src/store/summary-insight.js';
import { describeOnBothDatabases, makeWorkspace } from '../support/databases.js';
import { rememberCall, rememberCaller, somePhone } from '../support/remembered-callers.js';

const AT = new Date('2025-04-15T13:07:28.764Z');

const LOADING = { waitMs: 5_000, timeoutMs: 5_000 };

describeOnBothDatabases('profiles of callers', (database) => {
  let workspaceId: number;
  beforeAll(async () => {
    workspaceId = (await makeWorkspace(database())).id;
  });

  let asked = 0;
  const counted = (): Pick<Database, 'run'> => ({
    run: (...question) => {
      asked += 1;
      return database().run(...question);
    },
  });

  const keyOf = (target: string, more: Partial<CallerKey> = {}): CallerKey => ({
    workspaceId,
    of: { target },
    withholdSensitive: false,
    ...more,
  });

  async function converse(target: string, minute: number, summary?: string): Promise<string> {
    const createdAt = new Date(AT.getTime() + minute * 60_000);
    const metadata = { telnyx_end_user_target: target, telnyx_conversation_channel: 'phone_call' };
    const { id } = await createConversation(database().knex, workspaceId, { metadata, createdAt });
    if (summary !== undefined) {
      const run = await createConversationInsight(database().knex, workspaceId, { conversationId: id, createdAt });
      const key = { conversationId: id, id: run?.id as string };
      await beginConversationInsight(database().knex, workspaceId, key, createdAt);
      const results = [{ insightId: SUMMARY_INSIGHT.id, result: summary }];
      await completeConversationInsight(database().knex, workspaceId, key, results, createdAt);
    }
    return id;
  }

  it('tell of the last conversation, and of the last one that has a summary', async () => {
    const target = `+1${randomUUID()}`;
    const summarised = await converse(target, 1, 'Booked a cleaning. Is allergic to penicillin.');
    await converse(target, 2);
    const profiles = createCallerProfiles(database(), () => 0);
    expect(await profiles.load(keyOf(target), LOADING)).toMatchObject({
      name: '',
      history: { conversations: 2, lastMessageAt: '2025-04-15T13:09:28.764Z', lastChannel: 'phone_call' },
      lastEpisode: {
        summary: 'Booked a cleaning. Is allergic to penicillin.',
        at: '2025-04-15T13:08:28.764Z',
        conversationId: summarised,
      },
    });
    const withheld = await profiles.load(keyOf(target, { withholdSensitive: true }), LOADING);
    expect(withheld.lastEpisode?.summary).toBe('Booked a cleaning.');
  });

  it('are kept for ten seconds, and for ten minutes in case the database is away', async () => {
    const target = `+1${randomUUID()}`;
    await converse(target, 1);
    let nowMs = 0;
    const profiles = createCallerProfiles(counted(), () => nowMs);
    const caller = keyOf(target);
    expect(profiles.fresh(caller)).toBeUndefined();
    await profiles.load(caller, LOADING);
    nowMs = 10_000;
    expect(profiles.fresh(caller)?.history.conversations).toBe(1);
    nowMs = 10_001;
    expect(profiles.fresh(caller)).toBeUndefined();
    expect(profiles.stale(caller)?.history.conversations).toBe(1);
    nowMs = 600_001;
    expect(profiles.stale(caller)).toBeUndefined();
  });

  it('are forgotten when something changes: one caller, a workspace, or everything', async () => {
    const [one, two] = [`+1${randomUUID()}`, `+1${randomUUID()}`];
    const profiles = createCallerProfiles(counted(), () => 0);
    const loadBoth = () => Promise.all([one, two].map((target) => profiles.load(keyOf(target), LOADING)));
    const known = () => [one, two].map((target) => profiles.fresh(keyOf(target)) !== undefined);
    await loadBoth();
    profiles.forget({ workspaceId, kind: 'callers', key: one });
    expect(known()).toEqual([false, true]);
    await loadBoth();
    profiles.forget({ workspaceId: workspaceId + 1, kind: 'callers' });
    profiles.forget({ workspaceId, kind: 'policies' });
    expect(known()).toEqual([true, true]);
    profiles.forget({ workspaceId, kind: 'callers' });
    expect(known()).toEqual([false, false]);
    await loadBoth();
    profiles.forget(undefined);
    expect(known()).toEqual([false, false]);
  });

  it('that were asked for before a change are not kept', async () => {
    const target = `+1${randomUUID()}`;
    const profiles = createCallerProfiles(counted(), () => 0);
    const loading = profiles.load(keyOf(target), LOADING);
    profiles.forget({ workspaceId, kind: 'callers', key: target });
    await loading;
    expect(profiles.fresh(keyOf(target))).toBeUndefined();
  });

  it('do not count the conversation that begins', async () => {
    const target = `+1${randomUUID()}`;
    await converse(target, 1);
    const current = await converse(target, 2);
    const profiles = createCallerProfiles(counted(), () => 0);
    await profiles.load(keyOf(target), LOADING);
    expect(profiles.fresh(keyOf(target, { excludeConversationId: current }))).toBeUndefined();
    expect(profiles.fresh(keyOf(target, { excludeConversationId: randomUUID() }))?.history.conversations).toBe(2);
    const { history } = await profiles.load(keyOf(target, { excludeConversationId: current }), LOADING);
    expect(history.conversations).toBe(1);
    expect(profiles.fresh(keyOf(target))?.history.conversations).toBe(2);
  });

  it('are kept when the platform names the conversation that begins, as Telnyx does with every call', async () => {
    const target = `+1${randomUUID()}`;
    await converse(target, 1);
    let nowMs = 0;
    const profiles = createCallerProfiles(counted(), () => nowMs);
    asked = 0;
    await profiles.load(keyOf(target, { excludeConversationId: randomUUID() }), LOADING);
    expect(asked).toBe(1);
    const nextCall = keyOf(target, { excludeConversationId: randomUUID() });
    expect(profiles.fresh(nextCall)?.history.conversations).toBe(1);
    nowMs = 60_000;
    expect(profiles.stale(nextCall)?.history.conversations).toBe(1);
  });

  it('of callers who call at once are read together', async () => {
    const targets = Array.from({ length: 150 }, (_, index) => `+1${index}${randomUUID()}`);
    await converse(targets[7] as string, 1);
    await converse(targets[149] as string, 2, 'Asked for a quote.');
    const profiles = createCallerProfiles(counted(), () => 0, 2);
    asked = 0;
    const loaded = await Promise.all(targets.map((target) => profiles.load(keyOf(target), LOADING)));
    // 64 at a time.
    expect(asked).toBe(3);
    const known = [...loaded.entries()].filter(([, { history }]) => history.conversations > 0);
    expect(known.map(([index, { lastEpisode }]) => [index, lastEpisode?.summary])).toEqual([
      [7, undefined],
      [149, 'Asked for a quote.'],
    ]);
    expect(profiles.fresh(keyOf(targets[149] as string))?.history.conversations).toBe(1);
  });

  it('of callers who call at once are read together, also where the conversations that begin are stored already', async () => {
    const targets = Array.from({ length: 10 }, (_, index) => `+1${index}${randomUUID()}`);
    const callers: CallerKey[] = [];
    for (const [index, target] of targets.entries()) {
      for (let minute = 0; minute < index; minute += 1) await converse(target, minute);
      callers.push(keyOf(target, { excludeConversationId: await converse(target, 20) }));
    }
    const profiles = createCallerProfiles(counted(), () => 0);
    asked = 0;
    const loaded = await Promise.all(callers.map((caller) => profiles.load(caller, LOADING)));
    expect(loaded.map(({ history }) => history.conversations)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(asked).toBe(2);
  });

  describe('of whom the operator names', () => {
    const idOf = (value: string): CallerIdentity => ({ kind: 'external_id', value });
    const named = (...identities: readonly CallerIdentity[]): CallerKey => ({
      ...{ workspaceId, of: { identities }, withholdSensitive: false },
    });
    const remember = (callerId: string, at: string) => rememberCall(database(), workspaceId, { callerId, at });

    it('tell of the conversations of that caller, and of those merged into them, and not of others on the same telephone', async () => {
      const [phone, sarahs, toms] = [somePhone(), idOf(randomUUID()), idOf(randomUUID())];
      const sarah = await rememberCaller(database(), workspaceId, [sarahs, phone]);
      const tom = await rememberCaller(database(), workspaceId, [toms]);
      const before = await rememberCaller(database(), workspaceId, [somePhone()]);
      await mergeCallers(database().knex, workspaceId, { callerId: before, intoCallerId: sarah, at: AT });
      await remember(before, '2025-04-10T10:00:00.000Z');
      const current = await remember(sarah, '2025-04-11T10:00:00.000Z');
      await remember(tom, '2025-04-12T10:00:00.000Z');
      await converse(phone.value, 1);
      const profiles = createCallerProfiles(database(), () => 0);
      const history = async (key: CallerKey) => (await profiles.load(key, LOADING)).history;
      expect(await history(named(sarahs, phone))).toMatchObject({
        ...{ conversations: 2, lastMessageAt: '2025-04-11T10:00:00.000Z' },
      });
      expect(await history({ ...named(sarahs, phone), excludeConversationId: current })).toMatchObject({
        ...{ conversations: 1, lastMessageAt: '2025-04-10T10:00:00.000Z' },
      });
      expect(await history(named(toms, phone))).toMatchObject({
        ...{ conversations: 1, lastMessageAt: '2025-04-12T10:00:00.000Z' },
      });
      // Nobody has that id yet, and the telephone is Sarah's.
      expect(await history(named(idOf(randomUUID()), phone))).toEqual({ conversations: 0 });
    });

    it('tell who is known by the telephone alone what is under it, where the id is new', async () => {
      const phone = somePhone();
      await remember(await rememberCaller(database(), workspaceId, [phone]), '2025-04-10T10:00:00.000Z');
      const profiles = createCallerProfiles(database(), () => 0);
      const loaded = await profiles.load(named(idOf(randomUUID()), phone), LOADING);
      expect(loaded.history.conversations).toBe(1);
    });

    it('are read each time, and those of many together', async () => {
      const callers = await Promise.all(
        Array.from({ length: 10 }, async () => {
          const id = idOf(randomUUID());
          await remember(await rememberCaller(database(), workspaceId, [id]), '2025-04-10T10:00:00.000Z');
          return named(id);
        }),
      );
      const profiles = createCallerProfiles(counted(), () => 0);
      asked = 0;
      const loaded = await Promise.all(callers.map((caller) => profiles.load(caller, LOADING)));
      expect(loaded.map(({ history }) => history.conversations)).toEqual(Array(10).fill(1));
      expect(asked).toBe(1);
      for (const caller of callers)
        expect([profiles.fresh(caller), profiles.stale(caller)]).toEqual([undefined, undefined]);
    });
  });

  it('are bounded in number', async () => {
    const profiles = createCallerProfiles({ run: async () => [] }, () => 0);
    for (let caller = 0; caller < 10_050; caller += 1) await profiles.load(keyOf(`+1${caller}`), LOADING);
    expect(profiles.size).toBe(10_000);
    expect(asked).toBeGreaterThan(0);
  });
});
