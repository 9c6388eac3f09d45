import fc from 'fast-check';
import { expect, it } from 'vitest';
import { aggregateConversationInsights } from '../../src/store/aggregate-conversation-insights.js';
import {
  completeConversationInsight,
  createConversationInsight,
  failConversationInsight,
} from '../../src/store/conversation-insights.js';
import { createConversation } from '../../src/store/conversations.js';
import { describeOnBothDatabases, makeWorkspace } from '../support/databases.js';

const T0 = new Date('2025-04-01T10:00:00.000Z');
const OPTIONS = { now: T0, rowsMax: 1000, timeoutMs: 10_000 };

const key = fc.constantFrom('score', 'a.b', '__proto__', `'; --`, '?', '$1');
const scalar = fc.oneof(
  fc.constantFrom(null, true, false, 0, 1, -1, 1.5, 1e21, '', '1', 'true', 'null', `'`, '\\', '{"a":1}'),
  fc.constantFrom([], [1], { a: 1 }),
);
const object = fc
  .uniqueArray(fc.tuple(key, scalar), { selector: ([name]) => name, maxLength: 4 })
  .map((members) => Object.fromEntries(members) as Record<string, unknown>);
const insightId = fc.constantFrom('one', 'two', 'three');
const result = fc.oneof(
  object.map((value) => JSON.stringify(value)),
  fc.constantFrom('free text', '[{"score":1}]', '"score"', '{"score":'),
);
const run = fc.record({
  metadata: object,
  results: fc.dictionary(insightId, result, { maxKeys: 3 }),
  ends: fc.constantFrom('completed', 'completed', 'completed', 'failed', 'pending'),
});
const field = fc.oneof(
  fc.record({ source: fc.constantFrom('result' as const, 'metadata' as const), key }),
  fc.constant({ source: 'insight_id' as const }),
);

type Member = Record<string, unknown> | null;

/** A result as JSON.parse has it, when it is an object. */
function objectOf(text: string): Member {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && !Array.isArray(value) ? (value as Member) : null;
  } catch {
    return null;
  }
}

const memberOf = (member: Member, name: string): unknown =>
  member !== null && Object.hasOwn(member, name) ? member[name] : null;

describeOnBothDatabases('aggregates', (database) => {
  it('count what plain JavaScript counts', async () => {
    const db = database().knex;
    await fc.assert(
      fc.asyncProperty(
        fc.array(run, { maxLength: 8 }),
        fc.uniqueArray(field, { maxLength: 3, selector: (each) => JSON.stringify(each) }),
        fc.option(insightId, { nil: undefined }),
        async (runs, sources, only) => {
          const { id: workspaceId } = await makeWorkspace(database());
          for (const { metadata, results, ends } of runs) {
            const { id: conversationId } = await createConversation(db, workspaceId, { metadata, createdAt: T0 });
            const made = await createConversationInsight(db, workspaceId, { conversationId, createdAt: T0 });
            if (made === undefined) throw new Error('There is no conversation.');
            const found = Object.entries(results).map(([id, text]) => ({ insightId: id, result: text }));
            if (ends === 'completed') await completeConversationInsight(db, workspaceId, made, found, T0);
            if (ends === 'failed') {
              await failConversationInsight(db, workspaceId, made, { reason: 'x', results: found }, T0);
            }
          }
          const counts = new Map<string, number>();
          if (sources.length === 0) counts.set('[]', 0);
          for (const { metadata, results, ends } of runs) {
            if (ends !== 'completed') continue;
            for (const [id, text] of Object.entries(results)) {
              if (only !== undefined && id !== only) continue;
              const values = sources.map((source) => {
                if (source.source === 'insight_id') return id;
                return memberOf(source.source === 'metadata' ? metadata : objectOf(text), source.key);
              });
              const combination = JSON.stringify(values);
              counts.set(combination, (counts.get(combination) ?? 0) + 1);
            }
          }

          const query = {
            fields: sources.map((source, index) => ({ ...source, name: `f${index}` })),
            ...(only === undefined ? {} : { insightId: only }),
            createdAt: [],
            metadata: [],
          };
          const { rows, total } = await aggregateConversationInsights(database(), workspaceId, query, OPTIONS);
          expect(new Map(rows.map(({ values, recordCount }) => [JSON.stringify(values), recordCount]))).toEqual(counts);
          expect(total).toBe(rows.length);
          const recordCounts = rows.map(({ recordCount }) => recordCount);
          expect(recordCounts).toEqual([...recordCounts].sort((a, b) => b - a));
          const again = await aggregateConversationInsights(database(), workspaceId, query, OPTIONS);
          expect(again.rows).toEqual(rows);
          const first = await aggregateConversationInsights(database(), workspaceId, query, { ...OPTIONS, rowsMax: 1 });
          expect(first).toEqual({ rows: rows.slice(0, 1), total });
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);
});
