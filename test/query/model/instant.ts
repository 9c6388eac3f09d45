/** Microseconds since 1970: a row's time is a whole number of milliseconds, a query's may be finer. */
export type Instant = bigint;

const DATE_AND_TIME =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,6}))?)?(Z|[+-]\d{2}:\d{2})?)?$/;
const RELATIVE = /^(now|today|yesterday|tomorrow)(?:([+-])(\d+)([smhdw]))?$/;
const UNIT_MS: { readonly [unit: string]: number } = {
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};
const DAY_MS = 86_400_000;

/** Reads the times that tests write: ISO 8601 (no zone is UTC) and the dialect's relative ones. */
export function readInstant(text: string, now: Date): Instant {
  const relative = RELATIVE.exec(text);
  if (relative !== null) return relativeInstant(relative, now);
  const parts = DATE_AND_TIME.exec(text);
  if (parts === null) throw new Error(`Not a time the evaluator reads: ${text}`);
  const [, year, month, day, hour = '00', minute = '00', second = '00', fraction = '', zone = 'Z'] = parts;
  const wholeMs = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  const zoneMinutes = zone === 'Z' ? 0 : Number(zone.slice(0, 3)) * 60 + Number(zone[0] + zone.slice(4));
  return BigInt(wholeMs - zoneMinutes * 60_000) * 1000n + BigInt(fraction.padEnd(6, '0'));
}

function relativeInstant([, anchor, sign, amount, unit]: readonly (string | undefined)[], now: Date): Instant {
  const today = Math.floor(now.getTime() / DAY_MS) * DAY_MS;
  const anchors: { readonly [anchor: string]: number } = {
    now: now.getTime(),
    today,
    yesterday: today - DAY_MS,
    tomorrow: today + DAY_MS,
  };
  const offsetMs = unit === undefined ? 0 : Number(amount) * (UNIT_MS[unit] as number) * (sign === '-' ? -1 : 1);
  return BigInt((anchors[anchor as string] as number) + offsetMs) * 1000n;
}
