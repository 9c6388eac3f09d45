import { readTime } from '../check/time.js';
import { resolveTime } from '../compile/resolve-time.js';

const ZONE_AFTER_SPACE = / (\d\d:\d\d)$/;

/**
 * A time as Telnyx can read it: a relative one resolved to ISO 8601 with milliseconds and `Z`, and a zone whose plus
 * became a space on its way over HTTP with its plus again. What is no time stays as it is: the check will say so.
 */
export function portableTime(text: string, now: Date): string {
  const time = readTime(text);
  if (time.kind === 'relative-time') return resolveTime(time, now);
  // A date and a time of day may be joined by a space, too: only behind a time of day is it a zone's.
  return time.kind === 'time' && text.indexOf(':') < text.lastIndexOf(' ')
    ? text.replace(ZONE_AFTER_SPACE, '+$1')
    : text;
}
