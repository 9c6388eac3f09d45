import type { CivilDay } from './civil-day.js';

/** What spoken days are counted from. */
export interface DayReference {
  /** The day of the call, where the call's clock stands. */
  readonly today: CivilDay;
  /** Two letters: `10/3` is 10 March, but October 3 in the United States. */
  readonly country: string;
  /** The day that was last spoken of: "the day after", "the Thursday". */
  readonly anchor?: CivilDay | undefined;
  /** The day that was last named, whatever for: "my cousin's do is on the fourteenth" … "the Thursday before", "that Friday". */
  readonly named?: CivilDay | undefined;
  /** The first day of the month that is being spoken of: "in March" … "the 24th". */
  readonly month?: CivilDay | undefined;
  /** The Monday of the week that is being spoken of: "next week" … "I have Tuesday". */
  readonly week?: CivilDay | undefined;
}

/** A stretch of a `TimeText`. */
export interface SpokenDay {
  readonly start: number;
  readonly end: number;
  /** Absent for a stretch that names no single day: "next week". */
  readonly day?: CivilDay;
  /** The first day of a week or month that was named. */
  readonly period?: { readonly from: CivilDay; readonly kind: 'week' | 'month' };
  /** "end of the week", "early next month": a day would be a guess. */
  readonly vague?: boolean;
  /** The part of the day that is in the words: "tonight". */
  readonly part?: 'morning' | 'afternoon' | 'evening';
  /** Only a day of the week was said: its name. */
  readonly weekdayOnly?: string;
  /** Only the number of the day was said: "the 24th". */
  readonly numberOnly?: boolean;
  /** A day of the month was said with its weekday: "Tuesday the 27th". */
  readonly hasWeekday?: boolean;
  /** It named a week too ("next Tuesday"): what follows in the same breath is in that week. */
  readonly setsWeek?: boolean;
}

/** What a pattern for days reads: no place in the text yet. */
export type FoundDay = Omit<SpokenDay, 'start' | 'end'> | undefined;
/** The named groups of a match. */
export type Groups = Readonly<Record<string, string | undefined>>;
