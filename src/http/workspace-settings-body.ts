import { isSupportedCountry } from 'libphonenumber-js/min';
import { z } from 'zod';
import { phoneIdentity } from '../memory/identity.js';
import { jsonProblems } from '../store/storable.js';
import type { SettingsChange } from '../store/workspace-settings.js';
import { isTimeZone } from '../time-zone.js';
import { refuseProblems } from './body-problem.js';

const ENTRIES_MAX = 1_000;
const CHARACTERS_MAX = 255;
const DAYS_MAX = 36_500;

function list(description: string) {
  const wanted = `has to be a text of 1 to ${CHARACTERS_MAX} characters`;
  return z
    .array(z.string().min(1, wanted).max(CHARACTERS_MAX, wanted))
    .max(ENTRIES_MAX, `has to have ${ENTRIES_MAX} entries at most`)
    .nullish()
    .describe(description);
}

const days = `has to be a whole number of days from 1 to ${DAYS_MAX}`;

/** What may be said of a workspace's settings; null takes one away. */
export const SettingsBody = z
  .strictObject({
    assistants: list('Ids of its assistants at Telnyx and Vapi. Events for others are answered 404.'),
    agents: list('Ids of its agents at Retell. Events for others are answered 404.'),
    numbers: list('Its phone numbers, and SIP URIs. Events for others are answered 404.'),
    default_country: z
      .string()
      .refine(isSupportedCountry, 'has to be a country code such as US')
      .nullish()
      .describe('How numbers without a country code are read. Absent: as RINGBACK_DEFAULT_COUNTRY says.'),
    time_zone: z
      .string()
      .refine(isTimeZone, 'has to be a time zone such as America/New_York')
      .nullish()
      .describe('Of the days and times in what assistants are told. Absent: as RINGBACK_TIME_ZONE says.'),
    retention_days: z
      .number(days)
      .int(days)
      .min(1, days)
      .max(DAYS_MAX, days)
      .nullish()
      .describe('Conversations are deleted after so many days. Absent: as RINGBACK_RETENTION_DAYS says.'),
  })
  .describe('What the workspace decides for itself; null takes a setting away.');

const SIP_URI = /^(?:sips?:)?[^\s@]+@[^\s@]+$/i;

/**
 * The change that a body asks for: phone numbers in the one form in which they are compared, and nothing twice.
 *
 * @param defaultCountry for numbers without a country code, where the body does not say
 * @throws RequestError 422
 */
export function settingsChangeOf(body: z.output<typeof SettingsBody>, defaultCountry: string): SettingsChange {
  refuseProblems(jsonProblems(body, '/settings'));
  const country = body.default_country ?? defaultCountry;
  const numbers = body.numbers?.map((text) => numberOf(text, country));
  refuseProblems(
    (numbers ?? []).flatMap((number, index) => {
      const detail = `"settings.numbers.${index}" has to be a phone number such as +13128675309, or a SIP URI.`;
      return number === undefined ? [{ pointer: `/settings/numbers/${index}`, detail }] : [];
    }),
  );
  // What the body does not name stays as it is.
  const given = Object.entries({ ...body, ...(body.numbers === undefined ? {} : { numbers: numbers ?? null }) });
  return Object.fromEntries(
    given
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, Array.isArray(value) ? [...new Set(value)] : value]),
  );
}

/** A phone number in international form, or a SIP URI as it stands. */
function numberOf(text: string, country: string): string | undefined {
  return phoneIdentity(text, country)?.number ?? (SIP_URI.test(text) ? text : undefined);
}
