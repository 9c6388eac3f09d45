import type { ReadCall } from '../../read-call.js';

/** The day of the call where the caller is: `2026-03-04`. */
export function localDay(call: ReadCall): string {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone: call.timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(new Date(call.startedAt));
}

const WEEKDAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');

/** "Today's my birthday", "next Friday's my birthday": a day without a year. */
export function relativeDay(plain: string, call: ReadCall): string | undefined {
  const today = new Date(`${localDay(call)}T00:00:00Z`);
  const match =
    /\b(today|tomorrow|yesterday|(?:(next|this past|this|on|last|past) )?(sunday|monday|tuesday|wednesday|thursday|friday|saturday))\b( just gone| gone| past)?/.exec(
      plain,
    );
  if (!match) return undefined;
  let days = match[1] === 'today' ? 0 : match[1] === 'tomorrow' ? 1 : -1;
  if (match[3]) {
    days = (WEEKDAYS.indexOf(match[3]) - today.getUTCDay() + 7) % 7 || 7;
    const isSameWeek = WEEKDAYS.indexOf(match[3]) > today.getUTCDay() && today.getUTCDay() > 0;
    if (match[2] === 'next' && isSameWeek) days += 7;
    // "This Sunday just gone"
    if (match[4] || /last|past/.test(match[2] ?? '')) days -= 7;
  }
  const day = new Date(today.getTime() + days * 86_400_000);
  return `--${day.toISOString().slice(5, 10)}`;
}
