/** What part of the day is named. */
export type DayPart = 'morning' | 'afternoon' | 'evening';

/** A time of day as it was said. */
export interface Clock {
  /** 0 to 23; 1 to 12 where the half of the day was not said. */
  readonly hour: number;
  readonly minute: number;
  /** Whether the hour is sure: "3 pm", "14:30", "noon". */
  readonly isSure: boolean;
}

/** What hours are meant when nobody says which half of the day. */
export type Habit = 'business' | 'meal';

/**
 * The time as 24 hours, `15:00`.
 *
 * @param part what part of the day is spoken of, if one is
 */
export function clockTime({ hour, minute, isSure }: Clock, part: DayPart | undefined, habit: Habit): string {
  return `${`${isSure ? hour : guessHour(hour, part, habit)}`.padStart(2, '0')}:${`${minute}`.padStart(2, '0')}`;
}

function guessHour(hour: number, part: DayPart | undefined, habit: Habit): number {
  const twelve = hour % 12;
  if (part === 'morning') return hour;
  if (part === 'afternoon' && (hour === 12 || hour <= 7)) return twelve + 12;
  if (part === 'evening' && hour >= 4 && hour < 12) return twelve + 12;
  if (hour === 12) return 12;
  const firstMorningHour = habit === 'meal' ? 11 : 7;
  return hour >= firstMorningHour ? hour : hour + 12;
}

/** Minutes from midnight to a time: `09:30` is 570. */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
