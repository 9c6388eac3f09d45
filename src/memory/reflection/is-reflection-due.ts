import type { LearnedSince } from '../../store/patterns.js';

const MANY_FACTS = 10;
const SOME_FACTS = 3;
const DAY_MS = 86_400_000;

/** After ten new facts, or after three when a day has passed since the last time. */
export function isReflectionDue({ newFacts, reflectedAt, createdAt }: LearnedSince, now: Date): boolean {
  if (newFacts >= MANY_FACTS) return true;
  return newFacts >= SOME_FACTS && now.getTime() - Date.parse(reflectedAt ?? createdAt) >= DAY_MS;
}
