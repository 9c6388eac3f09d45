import { describe, expect, it } from 'vitest';
import { readSystemVariable, systemValue } from '../../../src/assistants/templates/system-variables.js';

/** The example of Telnyx's documentation. */
const NOW = new Date('2025-02-24T16:04:15Z');

describe('a system variable', () => {
  it.each([
    ['telnyx_current_time', 'Monday, February 24 2025 04:04:15 PM UTC'],
    ['telnyx_current_time_America/New_York', 'Monday, February 24 2025 11:04:15 AM EST'],
    ['telnyx_current_time_UTC', 'Monday, February 24 2025 04:04:15 PM UTC'],
    ['telnyx_current_time_America/Argentina/Buenos_Aires', 'Monday, February 24 2025 01:04:15 PM GMT-3'],
    ['telnyx_current_date', 'Monday, February 24 2025'],
    ['telnyx_current_date_Pacific/Auckland', 'Tuesday, February 25 2025'],
    ['telnyx_current_time_of_day', '04:04 PM'],
    ['telnyx_current_time_of_day_Asia/Kolkata', '09:34 PM'],
    ['telnyx_current_weekday', 'Monday'],
    ['telnyx_current_month', 'February'],
    ['telnyx_current_day', '24'],
    ['telnyx_current_year', '2025'],
  ])('%s is %s', (name, expected) => {
    const variable = readSystemVariable(name);
    expect(variable && systemValue(variable, NOW)).toBe(expected);
  });

  it.each([
    'telnyx_current',
    'telnyx_current_',
    'telnyx_current_hour',
    'telnyx_current_time_Mars/Olympus',
    'telnyx_agent_target',
    'now',
  ])('%s is none', (name) => {
    expect(readSystemVariable(name)).toBeUndefined();
  });
});
