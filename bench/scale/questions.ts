import { type Dataset, pickKnown } from '../support/conversations.js';
import type { Random } from '../support/random.js';

/** Something that is asked on the List route, with values that vary. */
export interface Question {
  readonly name: string;
  /** Whether its time must not grow with the number of conversations. */
  readonly hasTarget: boolean;
  ask(dataset: Dataset, random: Random): { readonly workspaceId: number; readonly text: string };
}

/** All with the default order and limit: the newest twenty. */
export const QUESTIONS: readonly Question[] = [
  question('standard key', ({ phone }) => `metadata->telnyx_end_user_target=eq.${phone}`),
  question('custom key, matches few', ({ customer }) => `metadata->customer_id=eq.${customer}`),
  question('custom key, matches half', (_, random) => `metadata->survey=eq.${random.pick(['yes', 'no'])}`),
  question('custom key, matches none', (_, random) => `metadata->customer_id=eq.nobody-${random.below(1_000_000)}`),
  question('key that nobody has', (_, random) => `metadata->loyalty_tier=eq.tier-${random.below(1_000_000)}`),
  { ...question('key of the older half', () => 'metadata->imported_from=eq.old-crm'), hasTarget: false },
];

function question(name: string, textOf: (known: ReturnType<typeof pickKnown>, random: Random) => string): Question {
  return {
    name,
    hasTarget: true,
    ask(dataset, random) {
      const known = pickKnown(dataset, random);
      return { workspaceId: known.workspaceId, text: textOf(known, random) };
    },
  };
}
