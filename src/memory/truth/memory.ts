import type { Predicate } from '../predicates.js';

/** Where a fact comes from: one saying of it. */
export interface Evidence {
  readonly factId: string;
  /** null: told by the operator. */
  readonly conversationId: string | null;
  readonly messageId: string | null;
  readonly quote: string | null;
  readonly speaker: 'caller' | 'agent' | 'operator';
  readonly saidAt: string;
}

/**
 * A fact as it stands when all its sayings are weighed: whether it holds, since when, what replaced it. Times are ISO 8601.
 */
export interface FactMemory {
  /** Of its first saying: stays the same when it is said again. */
  readonly id: string;
  /** Of all its sayings, the first one's too. */
  readonly factIds: readonly string[];
  readonly predicate: Predicate;
  readonly value: string;
  readonly statement: string;
  /**
   * Whom it is about. `caller`: the one whom the number is known by. Otherwise a name or relation: `Tom`, who speaks on the same
   * telephone, or `daughter Emma`.
   */
  readonly person: { readonly kind: 'caller' } | { readonly kind: 'other'; readonly name: string };
  readonly promisedBy?: 'caller' | 'agent' | undefined;
  readonly confidence: number;
  readonly sensitive: boolean;
  readonly pinned: boolean;
  readonly validFrom: string;
  /** Absent: it holds. */
  readonly validTo?: string | undefined;
  /** The id of the memory that replaced it. */
  readonly supersededBy?: string | undefined;
  /** Newest first. */
  readonly evidence: readonly [Evidence, ...Evidence[]];
  readonly saidAt: string;
  readonly recordedAt: string;
  /** How often it was recalled, and when last. */
  readonly recallCount: number;
  readonly recalledAt?: string | undefined;
  /** The assistant or agent that heard it first. */
  readonly agentId?: string | undefined;
}
