import type { Predicate } from '../predicates.js';
import type { FactMemory } from './memory.js';

/** How much a kind of fact matters when nothing else is known, from 0 to 1. */
const IMPORTANCE: Readonly<Record<Predicate, number>> = {
  name: 1,
  allergy: 0.95,
  condition: 0.9,
  appointment: 0.85,
  open_item: 0.85,
  email: 0.8,
  phone: 0.8,
  address: 0.8,
  birthday: 0.75,
  city: 0.75,
  employer: 0.7,
  prefers: 0.7,
  dislikes: 0.7,
  family_member: 0.7,
  pet: 0.65,
  note: 0.5,
};

/** Days after which a fact that was said once and never recalled is half as present: ln 2 × 33 ≈ 23. */
const BASE_STABILITY_DAYS = 33;

/** Each doubling of the recalls, and of the sayings, makes forgetting slower by so much of the base. */
const RECALL_GAIN = 0.5;
const REPETITION_GAIN = 1;

/** What is never below: an old allergy is still an allergy. */
const FLOOR = 0.1;

const DAY_MS = 86_400_000;

/**
 * How present a fact is, from 0 to 1, after Ebbinghaus's curve of forgetting:
 *
 *     strength  = importance × confidence × (0.1 + 0.9 × retention)
 *     retention = e^(−days / stability)
 *     stability = 33 days × (1 + 0.5 × log₂(1 + recalls) + log₂(sayings))
 *
 * `days` are counted from when it was last said or recalled, whichever is later. A fact that was said once loses half of its
 * retention in 23 days, one that was said in four calls in 69. A pinned fact does not fade.
 *
 * It puts facts in an order, and nothing else: a weak fact is not deleted, and is found as well as any other.
 */
export function strength(
  fact: Pick<FactMemory, 'predicate' | 'confidence' | 'pinned' | 'evidence' | 'saidAt' | 'recallCount' | 'recalledAt'>,
  now: Date,
): number {
  return IMPORTANCE[fact.predicate] * fact.confidence * (FLOOR + (1 - FLOOR) * retention(fact, now));
}

function retention(
  { pinned, evidence, saidAt, recallCount, recalledAt }: Parameters<typeof strength>[0],
  now: Date,
): number {
  if (pinned) return 1;
  const lastMs = Math.max(Date.parse(saidAt), recalledAt === undefined ? 0 : Date.parse(recalledAt));
  const days = Math.max(0, now.getTime() - lastMs) / DAY_MS;
  // Said twice in one call is said once.
  const sayings = new Set(evidence.map(({ conversationId, factId }) => conversationId ?? factId)).size;
  const stabilityDays =
    BASE_STABILITY_DAYS *
    (1 + RECALL_GAIN * Math.log2(1 + Math.max(0, recallCount)) + REPETITION_GAIN * Math.log2(Math.max(1, sayings)));
  return Math.exp(-days / stabilityDays);
}
