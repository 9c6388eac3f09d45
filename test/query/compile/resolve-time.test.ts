import { expect, test } from 'vitest';
import { resolveTime } from '../../../src/query/compile/resolve-time.js';
import { NOW } from './checked.js';

const HOUR_MS = 3_600_000;
const WEEK_MS = 168 * HOUR_MS;

test.each([
  ['now', 0, '2026-03-04T05:06:07.089Z'],
  ['now', -HOUR_MS, '2026-03-04T04:06:07.089Z'],
  ['today', 0, '2026-03-04T00:00:00.000Z'],
  ['today', 8 * HOUR_MS, '2026-03-04T08:00:00.000Z'],
  ['yesterday', 0, '2026-03-03T00:00:00.000Z'],
  ['tomorrow', 0, '2026-03-05T00:00:00.000Z'],
  ['now', -5000 * 53 * WEEK_MS, '0001-01-01T00:00:00.000Z'],
  ['now', 5000 * 200 * WEEK_MS, '9999-12-31T23:59:59.999Z'],
  ['today', Number.MAX_VALUE, '9999-12-31T23:59:59.999Z'],
  ['today', -Number.MAX_VALUE, '0001-01-01T00:00:00.000Z'],
] as const)('%s with %d ms is %s', (anchor, offsetMs, iso) => {
  expect(resolveTime({ kind: 'relative-time', anchor, offsetMs }, NOW)).toBe(iso);
});

test('days before 1970 begin at midnight, too', () => {
  const noon = new Date('1969-07-20T12:00:00Z');
  expect(resolveTime({ kind: 'relative-time', anchor: 'today', offsetMs: 0 }, noon)).toBe('1969-07-20T00:00:00.000Z');
});

test('a time that was written is as it was written', () => {
  expect(resolveTime({ kind: 'time', iso: '2025-04-15T13:07:28.764321Z' }, NOW)).toBe('2025-04-15T13:07:28.764321Z');
});
