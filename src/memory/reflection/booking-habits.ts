import type { NewPattern } from '../../store/patterns.js';
import { datedValue } from '../recall/fact-text.js';
import { WEEKDAYS, weekdayOf } from '../search/calendar.js';
import type { FactMemory } from '../truth/memory.js';
import { habit, mostOften, OCCURRENCES_MIN, type Occurrence } from './habit.js';

interface Booking extends Occurrence {
  /** Local. */
  readonly start: string;
  readonly isChanged: boolean;
}

/** So many of the bookings were moved or called off. */
const CHANGED_SHARE_MIN = 1 / 3;

const DAY_MS = 86_400_000;

/** What a caller's bookings have in common: the time of the day, the day of the week, and whether they stay as they are. */
export function bookingHabits(facts: readonly FactMemory[]): readonly NewPattern[] {
  const bookings = facts.flatMap(({ id, predicate, person, value, saidAt, supersededBy }): readonly Booking[] => {
    const start = predicate === 'appointment' && person.kind === 'caller' ? datedValue(value)?.start : undefined;
    return start === undefined ? [] : [{ id, start, at: saidAt, isChanged: supersededBy !== undefined }];
  });
  const kept = bookings.filter(({ isChanged }) => !isChanged);
  const timed = kept.filter(({ start }) => start.length > 'YYYY-MM-DD'.length);
  const patterns: NewPattern[] = [];
  const part = mostOften(timed, ({ start }) => partOfDay(Number(start.slice(11, 13))));
  if (part !== undefined) {
    const statement = `usually books ${part.group}s (${part.items.length} of ${timed.length} appointments)`;
    patterns.push(habit('books-part-of-day', statement, part.items, timed.length));
  }
  const weekday = mostOften(kept, ({ start }) => weekdayName(start.slice(0, 10)));
  if (weekday !== undefined) {
    const statement = `usually books on ${weekday.group}s (${weekday.items.length} of ${kept.length} appointments)`;
    patterns.push(habit('books-weekday', statement, weekday.items, kept.length));
  }
  const changed = bookings.filter(({ isChanged }) => isChanged);
  if (changed.length >= OCCURRENCES_MIN && changed.length / bookings.length >= CHANGED_SHARE_MIN) {
    const statement = `often moves or cancels appointments (${changed.length} of ${bookings.length})`;
    patterns.push(habit('reschedules', statement, changed, bookings.length));
  }
  return patterns;
}

/** In words to be said. */
export function partOfDay(hour: number): 'morning' | 'afternoon' | 'evening' | 'night' {
  if (hour >= 5 && hour < 12) return 'morning';
  if (hour >= 12 && hour < 17) return 'afternoon';
  return hour >= 17 && hour < 22 ? 'evening' : 'night';
}

/** @param day `2026-03-13` */
export function weekdayName(day: string): string {
  const weekday = WEEKDAYS[weekdayOf(Date.parse(day) / DAY_MS)] ?? '';
  return weekday.charAt(0).toUpperCase() + weekday.slice(1);
}
