import { expect, test } from 'vitest';
import { isRelativeTime, readTime } from '../../../src/query/check/time.js';

const ABSOLUTE: readonly [string, string][] = [
  ['2025-04-15', '2025-04-15T00:00:00.000000Z'],
  ['0001-01-01', '0001-01-01T00:00:00.000000Z'],
  ['9999-12-31', '9999-12-31T00:00:00.000000Z'],
  ['2024-02-29', '2024-02-29T00:00:00.000000Z'],
  ['2000-02-29', '2000-02-29T00:00:00.000000Z'],
  ['2025-04-15T13:07', '2025-04-15T13:07:00.000000Z'],
  ['2025-04-15 13:07:28', '2025-04-15T13:07:28.000000Z'],
  ['2025-04-15T13:07:28Z', '2025-04-15T13:07:28.000000Z'],
  ['2025-04-15T13:07:28.7Z', '2025-04-15T13:07:28.700000Z'],
  ['2025-04-15T13:07:28.764Z', '2025-04-15T13:07:28.764000Z'],
  ['2025-04-15T13:07:28.764123Z', '2025-04-15T13:07:28.764123Z'],
  // What is finer than a microsecond is cut, but a little is more than nothing.
  ['2025-04-15T13:07:28.7641239Z', '2025-04-15T13:07:28.764123Z'],
  ['2025-04-15T13:07:28.764000000Z', '2025-04-15T13:07:28.764000Z'],
  ['2025-04-15T13:07:28.764000001Z', '2025-04-15T13:07:28.764001Z'],
  ['2025-04-15T13:07:28.0000000000009', '2025-04-15T13:07:28.000001Z'],
  // Zones
  ['2025-04-15T13:07:28+02:00', '2025-04-15T11:07:28.000000Z'],
  ['2025-04-15T13:07:28.5-0530', '2025-04-15T18:37:28.500000Z'],
  ['2025-04-15T13:07+02', '2025-04-15T11:07:00.000000Z'],
  ['2025-04-15T13:07:28+00:00', '2025-04-15T13:07:28.000000Z'],
  ['2025-04-15T13:07:28-00:00', '2025-04-15T13:07:28.000000Z'],
  ['2025-01-01T00:30:00+01:00', '2024-12-31T23:30:00.000000Z'],
  ['0099-12-31T23:30:00-01:00', '0100-01-01T00:30:00.000000Z'],
  ['2025-04-15T13:07:28+15:59', '2025-04-14T21:08:28.000000Z'],
  // A plus that became a space on its way over HTTP
  ['2025-04-15T13:07:28 02:00', '2025-04-15T11:07:28.000000Z'],
  ['2025-04-15 13:07 02:00', '2025-04-15T11:07:00.000000Z'],
];

test.each(ABSOLUTE)('%s is %s', (text, iso) => {
  expect(readTime(text)).toEqual({ kind: 'time', iso });
});

const RELATIVE: readonly [string, string, number][] = [
  ['now', 'now', 0],
  ['today', 'today', 0],
  ['yesterday', 'yesterday', 0],
  ['tomorrow', 'tomorrow', 0],
  ['now-10d', 'now', -864_000_000],
  ['now+90m', 'now', 5_400_000],
  ['today-1w', 'today', -604_800_000],
  ['yesterday+12h', 'yesterday', 43_200_000],
  ['now-30s', 'now', -30_000],
  ['now-0d', 'now', 0],
  ['now-365250d', 'now', -365_250 * 86_400_000],
];

test.each(RELATIVE)('%s is %s and %d ms', (text, anchor, offsetMs) => {
  expect(readTime(text)).toEqual({ kind: 'relative-time', anchor, offsetMs });
  expect(isRelativeTime(text)).toBe(true);
});

const NO_TIMES: readonly [string, string][] = [
  ['', '"" is not a time.'],
  [' 2025-04-15', '" 2025-04-15" is not a time.'],
  ['2025-04-15 ', '"2025-04-15 " is not a time.'],
  ['2025-4-15', '"2025-4-15" is not a time.'],
  ['20250415', '"20250415" is not a time.'],
  ['2025-04-15T13', '"2025-04-15T13" is not a time.'],
  ['2025-04-15t13:07:28z', '"2025-04-15t13:07:28z" is not a time.'],
  ['2025-04-15  13:07:28', '"2025-04-15  13:07:28" is not a time.'],
  ['2025-04-15T13:07:28 0200', '"2025-04-15T13:07:28 0200" is not a time.'],
  ['2025-04-15T13:07:28.', '"2025-04-15T13:07:28." is not a time.'],
  ['2025-04-15T13:07.5', '"2025-04-15T13:07.5" is not a time.'],
  ['2025-04-15Z', '"2025-04-15Z" is not a time.'],
  ['2025-04-15T13:07:28 Europe/Berlin', '"2025-04-15T13:07:28 Europe/Berlin" is not a time.'],
  ['2025-00-01', '"2025-00-01" is not a time. There is no month 00.'],
  ['2025-02-29', '"2025-02-29" is not a time. 2025-02 has 28 days.'],
  ['1900-02-29', '"1900-02-29" is not a time. 1900-02 has 28 days.'],
  ['2025-04-31', '"2025-04-31" is not a time. 2025-04 has 30 days.'],
  ['2025-04-00', '"2025-04-00" is not a time. 2025-04 has 30 days.'],
  ['0000-01-01', '"0000-01-01" is not a time. Years are 0001 to 9999.'],
  ['2025-04-15T24:00:00', '"2025-04-15T24:00:00" is not a time. A time of day is 00:00:00 to 23:59:59.'],
  ['2025-04-15T23:59:60Z', '"2025-04-15T23:59:60Z" is not a time. A time of day is 00:00:00 to 23:59:59.'],
  ['2025-04-15T23:60', '"2025-04-15T23:60" is not a time. A time of day is 00:00:00 to 23:59:59.'],
  ['2025-04-15T23:00+16:00', '"2025-04-15T23:00+16:00" is not a time. A zone is Z or -15:59 to +15:59.'],
  ['2025-04-15T23:00+01:60', '"2025-04-15T23:00+01:60" is not a time. A zone is Z or -15:59 to +15:59.'],
  ['0001-01-01T00:00+01:00', '"0001-01-01T00:00+01:00" is not a time. Years are 0001 to 9999, in UTC too.'],
  ['9999-12-31T23:30-01:00', '"9999-12-31T23:30-01:00" is not a time. Years are 0001 to 9999, in UTC too.'],
  ['infinity', '"infinity" is not a time.'],
  ['epoch', '"epoch" is not a time.'],
  ['NOW', '"NOW" is not a time.'],
  ['now-', '"now-" is not a time.'],
  ['now-d', '"now-d" is not a time.'],
  ['now-1.5d', '"now-1.5d" is not a time.'],
  ['now-1d+1h', '"now-1d+1h" is not a time.'],
  ['now -1d', '"now -1d" is not a time.'],
];

test.each(NO_TIMES)('"%s" is refused', (text, message) => {
  expect(readTime(text)).toMatchObject({ kind: 'fault', code: 'RQ301', message });
  expect(isRelativeTime(text)).toBe(false);
});

test.each(['now-365251d', 'today+99999999999999999999w'])('%s is too far away', (text) => {
  expect(readTime(text)).toMatchObject({ kind: 'fault', code: 'RQ308' });
});
