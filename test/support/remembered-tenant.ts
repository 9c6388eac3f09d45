import { createHash } from 'node:crypto';
import { addIdentities, createCaller, mergeCallers, recordIdentityConflict } from '../../src/store/callers.js';
import { keepCall } from '../../src/store/calls.js';
import type { Database } from '../../src/store/database.js';
import { keepVectors } from '../../src/store/embeddings.js';
import { dismissFacts, replaceLearned } from '../../src/store/learned.js';
import { addTombstones } from '../../src/store/tombstones.js';
import { addUsage } from '../../src/store/usage-counts.js';

export interface RememberedTenant {
  readonly workspaceId: number;
  /** In every text that could tell this tenant from another; all else is equal. */
  readonly marker: string;
  /** A conversation that is there. */
  readonly conversationId: string;
}

/** Gives a workspace something in every table of memory: callers, one of them merged into another, and what was learned of them. */
export async function rememberCallers(database: Database, tenant: RememberedTenant): Promise<void> {
  const { workspaceId, marker, conversationId } = tenant;
  const at = new Date('2025-04-01T10:00:00.000Z');
  const later = (seconds: number): Date => new Date(at.getTime() + seconds * 1000);
  await database.knex.transaction(async (trx) => {
    const callerId = await createCaller(trx, workspaceId, at);
    const otherId = await createCaller(trx, workspaceId, later(1));
    const thirdId = await createCaller(trx, workspaceId, later(2));
    await addIdentities(trx, workspaceId, callerId, [{ kind: 'phone', value: '+13125550100' }], at);
    await addIdentities(trx, workspaceId, otherId, [{ kind: 'external_id', value: `cust of ${marker}` }], at);
    await addIdentities(trx, workspaceId, thirdId, [{ kind: 'phone', value: '+13125550101' }], at);
    await mergeCallers(trx, workspaceId, { callerId: otherId, intoCallerId: callerId, at: later(3) });
    const conflict = { callerId, otherCallerId: thirdId, kind: 'phone', value: '+13125550101', at: later(4) } as const;
    await recordIdentityConflict(trx, workspaceId, conflict);
    await keepCall(trx, workspaceId, {
      conversationId,
      callerId,
      platform: 'api',
      callId: conversationId,
      startedAt: at,
    });
    const fact = (predicate: string, value: string) => ({
      ...{ messageId: null, about: null, predicate, value, statement: `${predicate} ${value}`, quote: value },
      ...({ speaker: 'caller', promisedBy: null, confidence: 0.9, sensitive: false, replaces: null } as const),
      ...{ validFrom: null, validTo: null, saidAt: at.toISOString() },
    });
    await replaceLearned(trx, workspaceId, {
      ...{ conversationId, callerId, at: at.toISOString(), recordedAt: at.toISOString() },
      facts: [fact('preference', `mornings of ${marker}`), fact('preference', `evenings of ${marker}`)],
      episode: { summary: `A call of ${marker}`, outcome: 'done', openItems: [marker], extractor: 'built-in' },
      procedures: [{ name: `How of ${marker}`, trigger: 'when', steps: [marker] }],
      entities: [{ kind: 'person', name: `Ann of ${marker}` }],
    });
    const { rows } = await trx.raw(`SELECT id FROM facts WHERE workspace_id = ? ORDER BY value`, [workspaceId]);
    const [evenings, mornings] = rows.map(({ id }: { id: string }) => id) as [string, string];
    await dismissFacts(trx, workspaceId, [evenings]);
    await keepVectors(trx, workspaceId, conversationId, 'model', [
      { kind: 'fact', id: mornings, vector: new Float32Array([1, 0]) },
    ]);
    await trx.raw(
      `INSERT INTO patterns (workspace_id, caller_id, key, id, statement, evidence, confidence, first_at, last_at, recorded_at)
       VALUES (?, ?, 'weekday', ?, ?, '[]', 0.5, ?, ?, ?)`,
      [workspaceId, callerId, uuidFrom(marker, workspaceId), `calls on Mondays, ${marker}`, at, at, at],
    );
    await addTombstones(trx, workspaceId, 'call', [`api ${marker}`], at);
    await trx.raw(`INSERT INTO erasures (workspace_id, id, counts, erased_at) VALUES (?, ?, '{}', ?)`, [
      ...[workspaceId, uuidFrom(`erasure ${marker}`, workspaceId), at],
    ]);
    await addUsage(trx, [{ workspaceId, month: '2025-04-01', kind: 'adds', count: marker.length }]);
  });
}

function uuidFrom(text: string, workspaceId: number): string {
  const hex = createHash('sha256').update(`${text} ${workspaceId}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
