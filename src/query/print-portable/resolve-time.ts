const RELATIVE = /^(now|today|yesterday|tomorrow)(?:([+-])([0-9]+)([smhdw]))?$/;
const ZONE_AFTER_SPACE = /^(.*:[0-9.]+) ([0-9]{2}:[0-9]{2})$/;

const SECOND_MS = 1000;
const DAY_MS = 24 * 60 * 60 * SECOND_MS;
const UNIT_MS: Readonly<Record<string, number>> = {
  s: SECOND_MS,
  m: 60 * SECOND_MS,
  h: 60 * 60 * SECOND_MS,
  d: DAY_MS,
  w: 7 * DAY_MS,
};
/** Whole UTC days from today. */
const ANCHOR_DAYS: Readonly<Record<string, number>> = { today: 0, yesterday: -1, tomorrow: 1 };

/**
 * A time as Telnyx can read it: a relative one as ISO 8601 with milliseconds and `Z`, and a zone that lost its plus on
 * the way over HTTP with it. Any other text, and a time outside the years 0001 to 9999, stays as it is.
 */
export function resolveTime(text: string, now: Date): string {
  const relative = RELATIVE.exec(text);
  if (relative === null) return text.replace(ZONE_AFTER_SPACE, '$1+$2');
  const [, anchor = '', sign, amount = '0', unit = 's'] = relative;
  const days = ANCHOR_DAYS[anchor];
  const start = days === undefined ? now.getTime() : (Math.floor(now.getTime() / DAY_MS) + days) * DAY_MS;
  const time = new Date(start + (sign === '-' ? -1 : 1) * Number(amount) * UNIT_MS[unit]!);
  const isInRange = time.getUTCFullYear() >= 1 && time.getUTCFullYear() <= 9999;
  return isInRange ? time.toISOString() : text;
}
