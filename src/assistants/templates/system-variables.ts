import { isTimeZone } from '../../time-zone.js';

/**
 * The times among Telnyx's system variables, such as `telnyx_current_time` and `telnyx_current_weekday`, each also with a time zone
 * at its end: `telnyx_current_time_America/New_York`. Without one they are UTC's.
 *
 * Source: developers.telnyx.com, AI Assistants, Dynamic Variables ("Telnyx System Variables").
 */
export interface SystemVariable {
  readonly kind: SystemVariableKind;
  /** IANA name. */
  readonly timeZone: string;
}

const KINDS = ['time_of_day', 'time', 'date', 'weekday', 'month', 'day', 'year'] as const;

export type SystemVariableKind = (typeof KINDS)[number];

export const SYSTEM_VARIABLE_NAMES: readonly string[] = KINDS.map((kind) => `telnyx_current_${kind}`);

const PREFIX = 'telnyx_current_';

/** Undefined for any other name, and for a time zone that there is not. */
export function readSystemVariable(name: string): SystemVariable | undefined {
  if (!name.startsWith(PREFIX)) return undefined;
  const rest = name.slice(PREFIX.length);
  const kind = KINDS.find((candidate) => rest === candidate || rest.startsWith(`${candidate}_`));
  if (kind === undefined) return undefined;
  const timeZone = rest.slice(kind.length + 1);
  if (timeZone === '') return { kind, timeZone: 'UTC' };
  return isTimeZone(timeZone) ? { kind, timeZone } : undefined;
}

/**
 * The value at a time. `telnyx_current_time` is written as Telnyx documents it, `Monday, February 24 2025 04:04:15 PM UTC`; the
 * others are its parts.
 */
export function systemValue(variable: SystemVariable, now: Date): string {
  return createSystemValue(variable)(now);
}

/** The same for a variable whose value is asked for often: making a formatter is what takes time, and it is made once. */
export function createSystemValue({ kind, timeZone }: SystemVariable): (now: Date) => string {
  const format = formatIn(timeZone);
  return (now) => textOf(kind, partsOf(format, now));
}

function textOf(kind: SystemVariableKind, parts: Parts): string {
  switch (kind) {
    case 'time':
      return `${parts.weekday}, ${parts.month} ${parts.day} ${parts.year} ${parts.hour}:${parts.minute}:${parts.second} ${parts.dayPeriod} ${parts.timeZoneName}`;
    case 'time_of_day':
      return `${parts.hour}:${parts.minute} ${parts.dayPeriod}`;
    case 'date':
      return `${parts.weekday}, ${parts.month} ${parts.day} ${parts.year}`;
    default:
      return parts[kind];
  }
}

type Part = 'weekday' | 'month' | 'day' | 'year' | 'hour' | 'minute' | 'second' | 'dayPeriod' | 'timeZoneName';

type Parts = Readonly<Record<Part, string>>;

function formatIn(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    timeZone,
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hour12: true,
    timeZoneName: 'short',
  });
}

function partsOf(format: Intl.DateTimeFormat, now: Date): Parts {
  const parts = format.formatToParts(now).map(({ type, value }) => [type, value]);
  return Object.fromEntries(parts) as Parts;
}
