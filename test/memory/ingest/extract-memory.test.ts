import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { endConversation } from '../../../src/insights/end-conversation.js';
import { createJobQueue } from '../../../src/jobs/pg-boss-queue.js';
import { builtInExtractor } from '../../../src/memory/extraction/built-in-extractor.js';
import { extractMemoryHandler } from '../../../src/memory/ingest/extract-memory.js';
import { ingestCall } from '../../../src/memory/ingest/ingest-call.js';
import { createCallerMemories } from '../../../src/memory/recall/create-caller-memories.js';
import type { Change } from '../../../src/store/change-feed.js';
import { completeConversation } from '../../../src/store/complete-conversation.js';
import { replaceTurns } from '../../../src/store/turns.js';
import { describeOnBothDatabases, makeWorkspace } from '../../support/databases.js';
import { outside } from '../../support/job-handlers.js';
import { silentLog } from '../../support/silent-log.js';

const NOW = new Date('2026-03-02T15:10:00.000Z');
const PHONE = { kind: 'phone', value: '+13125550123' } as const;

describeOnBothDatabases('what a conversation has taught', (database) => {
  async function prepared() {
    const { id: workspaceId } = await makeWorkspace(database());
    const jobs = createJobQueue(database(), pino({ level: 'silent' }));
    const published: Change[] = [];
    const memories = createCallerMemories({
      ...{ database: database(), callersMin: 8, idleMs: 60_000, now: () => NOW, report: () => {} },
    });
    const learn = extractMemoryHandler({
      ...{ database: database(), jobs, extractor: builtInExtractor, now: () => NOW },
      changes: {
        publish(change) {
          published.push(change);
          memories.forget(change);
        },
      },
      defaults: { defaultCountry: 'US', timeZone: 'UTC' },
    });
    return {
      ...{ workspaceId, jobs, memories },
      /** @returns the changes of memory that were published */
      async learn(conversationId: string): Promise<readonly Change[]> {
        const signal = new AbortController().signal;
        await learn({ conversationId }, { workspaceId, jobId: '', attempt: 1, isLastAttempt: false, signal, outside });
        return published.splice(0).filter(({ kind }) => kind === 'memory');
      },
    };
  }

  test('is found at once with all of its turns, also with those that came since it taught something before', async () => {
    const { workspaceId, learn, memories } = await prepared();
    const conversationId = randomUUID();
    await completeConversation(database().knex, workspaceId, {
      ...{ id: conversationId, metadata: { telnyx_end_user_target: PHONE.value }, createdAt: NOW },
    });
    const say = (text: string) =>
      replaceTurns(database().knex, workspaceId, conversationId, {
        ...{ added: [{ id: randomUUID(), role: 'user' as const, text, sentAt: NOW.toISOString() }], now: NOW },
      });
    const search = async (query: string) => {
      const asked = { workspaceId, identities: [PHONE], limit: 10, timeZone: 'UTC', withholdSensitive: false };
      const { hits } = await memories.search({ ...asked, query, timeoutMs: 5_000 });
      return hits.map(({ text }) => text);
    };
    try {
      await say('I own a submarine.');
      expect(await learn(conversationId)).toMatchObject([{ added: true }]);
      expect(await search('submarine')).toContain('I own a submarine.');
      // Messages of the Telnyx API tell caches of no caller.
      await say('I bought a windmill, too.');
      const changes = await learn(conversationId);
      expect(changes).toMatchObject([{ added: true }]);
      expect(changes[0]).not.toHaveProperty('learned');
      expect(await search('windmill')).toContain('I bought a windmill, too.');
    } finally {
      await memories.stop();
    }
  });

  test('of a call whose turns caches have heard of is published as learned alone', async () => {
    const { workspaceId, jobs, learn, memories } = await prepared();
    const end = (trx: Knex.Transaction, id: number, conversationId: string, at: Date) =>
      endConversation({ db: trx, jobs, log: silentLog }, id, conversationId, { reason: 'event', at });
    const outcome = await database().knex.transaction((trx) =>
      ingestCall(
        trx,
        workspaceId,
        {
          report: {
            ...{ platform: 'vapi', callId: 'call-1', agentId: 'assistant-1', channel: 'phone_call' },
            ...{ direction: 'inbound', endUserTarget: PHONE.value, agentTarget: undefined, retained: true },
            ...{ startedAt: undefined, endedAt: undefined, turns: [{ role: 'user', text: 'I own a submarine.' }] },
          },
          ...{ identities: [PHONE], eventKey: 'call-1', eventType: 'end-of-call-report', stage: 'report' },
        },
        { jobs, end, now: NOW },
      ),
    );
    const { conversationId } = outcome as { readonly conversationId: string };
    expect(await learn(conversationId)).toMatchObject([{ added: true, learned: true }]);
    await memories.stop();
  });
});
