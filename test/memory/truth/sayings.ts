import type { StoredFact } from '../../../src/store/caller-memory.js';

/** A saying in a row of the table: `2026-03-01 call-1 name Sarah Johnson`, and what else it has. */
export function saying(line: string, more: Partial<StoredFact> = {}): StoredFact {
  const [, day = '', conversationId = '', predicate = '', value = ''] = /^(\S+) (\S+) (\S+) (.*)$/.exec(line) ?? [];
  const at = day.length === 10 ? `${day}T10:00:00.000Z` : `${day}:00.000Z`;
  return {
    id: `${conversationId}/${predicate}/${value}/${day}`,
    callerId: 'caller-1',
    conversationId,
    messageId: null,
    about: null,
    predicate,
    value,
    statement: `${predicate} ${value}`,
    quote: value,
    speaker: 'caller',
    promisedBy: null,
    confidence: 0.9,
    sensitive: false,
    pinned: false,
    replaces: null,
    validFrom: null,
    validTo: null,
    saidAt: at,
    recordedAt: at,
    editedAt: null,
    recallCount: 0,
    recalledAt: null,
    agentId: null,
    ...more,
  };
}
