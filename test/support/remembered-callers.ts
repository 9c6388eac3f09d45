import { randomUUID } from 'node:crypto';
import type { CallerIdentity } from '../../src/memory/callers/caller-identity.js';
import { addIdentities, createCaller } from '../../src/store/callers.js';
import { keepCall } from '../../src/store/calls.js';
import type { Database } from '../../src/store/database.js';
import { insertFacts, type LearnedFact } from '../../src/store/learned.js';

/** A number of nobody's, another one each time. */
export function somePhone(): CallerIdentity {
  return { kind: 'phone', value: `+1312${String(Math.floor(Math.random() * 10_000_000)).padStart(7, '0')}` };
}

/** A caller who is known by these identities. */
export async function rememberCaller(
  { knex }: Database,
  workspaceId: number,
  identities: readonly CallerIdentity[],
  at = new Date('2026-03-01T10:00:00Z'),
): Promise<string> {
  const callerId = await createCaller(knex, workspaceId, at);
  await addIdentities(knex, workspaceId, callerId, identities, at);
  return callerId;
}

export interface RememberedCall {
  readonly callerId: string;
  /** When it began: ISO 8601. */
  readonly at: string;
  readonly agentId?: string;
  /** `user: I moved to Graz.` */
  readonly turns?: readonly string[];
  readonly facts?: readonly (Pick<LearnedFact, 'predicate' | 'value'> & Partial<LearnedFact>)[];
  readonly episode?: string;
}

/** A call with what was said and learned in it, in rows as ingest and extraction leave them. */
export async function rememberCall(
  { knex }: Database,
  workspaceId: number,
  { callerId, at, agentId, turns = [], facts = [], episode }: RememberedCall,
): Promise<string> {
  const conversationId = randomUUID();
  await knex.transaction(async (trx) => {
    await trx('conversations').insert({
      ...{
        workspace_id: workspaceId,
        id: conversationId,
        created_at: at,
        last_message_at: at,
        message_count: turns.length,
      },
    });
    await keepCall(trx, workspaceId, {
      ...{ conversationId, callerId, platform: 'vapi', callId: conversationId, agentId, startedAt: new Date(at) },
    });
    for (const [index, line] of turns.entries()) {
      const [, role = '', text = ''] = /^(\w+): (.*)$/s.exec(line) ?? [];
      const sentAt = new Date(Date.parse(at) + index * 1_000).toISOString();
      await trx('messages').insert({
        ...{ workspace_id: workspaceId, conversation_id: conversationId, id: randomUUID(), role, text },
        ...{ sent_at: sentAt, created_at: sentAt },
      });
    }
    const said = facts.map(
      (fact): LearnedFact => ({
        ...{ messageId: null, about: null, statement: `${fact.predicate} ${fact.value}`, quote: fact.value },
        ...{ speaker: 'caller', promisedBy: null, confidence: 0.9, sensitive: false, replaces: null },
        ...{ validFrom: null, validTo: null, saidAt: at, ...fact },
      }),
    );
    await insertFacts(trx, workspaceId, { callerId, conversationId, recordedAt: at }, said);
    if (episode !== undefined) {
      await trx('episodes').insert({
        ...{ workspace_id: workspaceId, conversation_id: conversationId, id: randomUUID(), caller_id: callerId },
        ...{ summary: episode, outcome: '', open_items: '[]', extractor: 'built-in', at, recorded_at: at },
      });
    }
  });
  return conversationId;
}
