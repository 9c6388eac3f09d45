import type { Clock, DayPart } from './clock.js';

/** The named groups of a match. */
type Groups = Readonly<Record<string, string | undefined>>;

/**
 * The time of day that a match of one of the clock patterns says; undefined where there is none such.
 *
 * @param suffix of the names of its groups
 */
export function clockOf(groups: Groups, suffix: string): Clock | undefined {
  const get = (name: string): string | undefined => groups[`${name}${suffix}`];
  const noon = get('noon');
  if (noon !== undefined) return { hour: noon === 'midnight' ? 0 : 12, minute: 0, isSure: true };
  const [past, past_hour] = [get('past'), get('ph')];
  if (past !== undefined && past_hour !== undefined) {
    const minutes = past === 'half' ? 30 : past === 'quarter' ? 15 : Number(past);
    const isTo = /^(?:to|till|of|before)$/.test(get('way') ?? '');
    if (isTo && past === 'half') return undefined;
    const hour = Number(past_hour);
    const before = hour === 1 ? 12 : hour - 1;
    return withHalf(isTo ? before : hour, isTo ? 60 - minutes : minutes, get('phalf'));
  }
  const joined = get('joined');
  if (joined !== undefined) return withHalf(Number(joined.slice(0, -2)), Number(joined.slice(-2)), get('jhalf'));
  const shapes: readonly (readonly [string | undefined, string | undefined, string | undefined])[] = [
    [get('hh'), get('mm'), get('mhalf')],
    [get('british'), '30', get('bhalf')],
    [get('h'), get('m') ?? '0', get('xhalf')],
    [get('oh'), '0', get('ohalf') ?? get('shalf')],
    [get('bare'), '0', undefined],
  ];
  for (const [hour, minute, half] of shapes) {
    if (hour !== undefined) return withHalf(Number(hour), Number(minute), half, hour.startsWith('0'));
  }
  return undefined;
}

function withHalf(hour: number, minute: number, half: string | undefined, isSure = false): Clock | undefined {
  if (hour > 23 || minute > 59) return undefined;
  if (half === 'am' || half === 'pm') {
    if (hour > 12) return { hour, minute, isSure: true };
    return { hour: (hour % 12) + (half === 'pm' ? 12 : 0), minute, isSure: true };
  }
  return { hour, minute, isSure: isSure || hour > 12 || hour === 0 };
}

/** The part of the day that a match of one of the clock patterns names. */
export function partOf(groups: Groups): DayPart | undefined {
  const word = groups.part ?? groups.bare_part ?? groups.lead ?? groups.lead_bare ?? groups.night;
  return word === undefined ? undefined : word === 'night' || word === 'tonight' ? 'evening' : (word as DayPart);
}
