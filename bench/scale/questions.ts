import { type Dataset, type Known, pickKnown } from '../support/conversations.js';
import type { Random } from '../support/random.js';

/** Something that is asked on the List route, with values that vary. */
export interface Question {
  readonly name: string;
  readonly targets: QuestionTargets;
  ask(dataset: Dataset, random: Random): { readonly workspaceId: number; readonly text: string };
}

/** What must hold at the largest size. */
export interface QuestionTargets {
  readonly p95MaxMs?: number;
  /** Of the p50, over that at the smallest size. */
  readonly growthMax?: number;
}

const TARGETS = { p95MaxMs: 10, growthMax: 1.5 } as const;

/** All in the default order, the newest first. */
export const QUESTIONS: readonly Question[] = [
  question('standard key', TARGETS, ({ phone }) => `metadata->telnyx_end_user_target=eq.${phone}`),
  question('custom key, matches few', TARGETS, ({ customer }) => `metadata->customer_id=eq.${customer}`),
  question('custom key, matches half', TARGETS, (_, random) => `metadata->survey=eq.${random.pick(['yes', 'no'])}`),
  question('custom key, matches none', TARGETS, (_, random) => `metadata->customer_id=eq.c-${-1 - random.below(1e6)}`),
  question('key that nobody has', TARGETS, (_, random) => `metadata->loyalty_tier=eq.tier-${random.below(1e6)}`),
  // With a thousand workspaces: few in this one, and as few in each of the others. The index on metadata finds them all.
  question('few, in every workspace', { p95MaxMs: 10 }, ({ seat }) => `metadata->seat=eq.${seat}`),
  question('key of the older half', {}, () => 'metadata->imported_from=eq.old-crm'),
];

/** With many workspaces the smallest size has ten conversations in each: five are to be had of any question, at any size. */
const LIMIT_WITH_MANY_WORKSPACES = 5;

/** How many rows an answer has at most. */
export function limitOf(workspaces: number): number {
  return workspaces === 1 ? 20 : LIMIT_WITH_MANY_WORKSPACES;
}

function question(name: string, targets: QuestionTargets, textOf: (known: Known, random: Random) => string): Question {
  return {
    name,
    targets,
    ask(dataset, random) {
      const known = pickKnown(dataset, random);
      const limit = limitOf(dataset.workspaces);
      return { workspaceId: known.workspaceId, text: `${textOf(known, random)}&limit=${limit}` };
    },
  };
}
