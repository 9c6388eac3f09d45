import type { StoredEpisode } from '../../store/caller-memory.js';
import type { CallStart, NewPattern } from '../../store/patterns.js';
import type { LocalTime } from '../recall/spoken-dates.js';
import type { FactMemory } from '../truth/memory.js';
import { bookingHabits } from './booking-habits.js';
import { callHabits } from './call-habits.js';

export interface ReflectedCaller {
  readonly facts: readonly FactMemory[];
  readonly episodes: readonly StoredEpisode[];
  readonly calls: readonly CallStart[];
}

/** More would crowd out what they are seen in. */
const PATTERNS_MAX = 10;

/**
 * What recurs in what is known of a caller, each with its evidence. By counting, without a model: the same calls show the same patterns.
 * Surest first.
 */
export function findPatterns(caller: ReflectedCaller, localTime: LocalTime): readonly NewPattern[] {
  return [...bookingHabits(caller.facts), ...callHabits(caller, localTime)]
    .toSorted((left, right) => right.confidence - left.confidence || (left.key < right.key ? -1 : 1))
    .slice(0, PATTERNS_MAX);
}
