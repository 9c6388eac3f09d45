import { isSupportedCountry } from 'libphonenumber-js/min';
import { z } from 'zod';
import { phoneIdentity } from '../memory/callers/phone-identity.js';
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

const id = (description: string) =>
  z
    .string()
    .min(1, `has to be a text of 1 to ${CHARACTERS_MAX} characters`)
    .max(CHARACTERS_MAX, `has to be a text of 1 to ${CHARACTERS_MAX} characters`)
    .nullish()
    .describe(description);

/** Ids by phone number. */
const byNumber = (description: string) =>
  z
    .record(z.string().min(1).max(CHARACTERS_MAX), z.string().min(1).max(CHARACTERS_MAX))
    .refine((entries) => Object.keys(entries).length <= ENTRIES_MAX, `has to have ${ENTRIES_MAX} entries at most`)
    .nullish()
    .describe(description);

const headerName = (description: string) =>
  z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,128}$/, 'has to be the name of a header')
    .optional()
    .describe(description);

const HmacSettingsBody = z.strictObject({
  algorithm: z.enum(['sha256', 'sha512', 'sha1']).optional().describe('`sha256` by default.'),
  signature_header: headerName('`x-signature` by default.'),
  timestamp_header: headerName('`x-timestamp` by default.'),
  message_id_header: headerName('`webhook-id` by default.'),
  include_timestamp: z.boolean().optional().describe('Whether the time is signed, too; true by default.'),
  payload_format: z
    .string()
    .max(CHARACTERS_MAX, `has to have ${CHARACTERS_MAX} characters at most`)
    .refine((format) => format.includes('{body}'), 'has to have "{body}" in it: otherwise no body would be signed')
    .optional()
    .describe('`{timestamp}.{body}` by default; with `{method}`, `{url}` and `{svix-id}`.'),
  signature_prefix: z
    .string()
    .max(64, 'has to have 64 characters at most')
    .optional()
    .describe('What stands before the signature: `sha256=`.'),
  signature_encoding: z.enum(['hex', 'base64']).optional().describe('`hex` by default.'),
  secret_is_base64: z.boolean().optional().describe('False by default.'),
});

const CONCURRENT_MAX = 10_000;
const concurrent = `has to be a whole number from 1 to ${CONCURRENT_MAX}`;

const USES_MAX = 1_000_000_000;
const uses = `has to be a whole number from 0 to ${USES_MAX}`;

/** A limit by month. */
const monthly = (what: string) => z.number(uses).int(uses).min(0, uses).max(USES_MAX, uses).nullish().describe(what);

const DOMAIN = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{1,63}$/i;

/** What carriers write in the place of a withheld SIP URI, and never a domain of anybody's (RFC 2606). */
const INVALID = /\.invalid$/i;

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
    sip_domains: z
      .array(
        z
          .string()
          .regex(DOMAIN, 'has to be a domain such as pbx.example.com')
          .refine((domain) => !INVALID.test(domain), "stands for everybody who withholds a SIP URI: it is nobody's own")
          .toLowerCase(),
      )
      .max(ENTRIES_MAX, `has to have ${ENTRIES_MAX} entries at most`)
      .nullish()
      .describe("Domains whose SIP URIs are each somebody's own: callers are known by them. Others identify nobody."),
    adds_per_month: monthly('At most so many calls and texts are added to its memory in a month (UTC).'),
    searches_per_month: monthly(
      'At most so many recalls and searches in a month (UTC). Over it a live call gets a neutral answer.',
    ),
    withhold_sensitive: z
      .boolean()
      .nullish()
      .describe(
        'Vapi and Retell do not say whether a carrier vouches for a number. True: what is sensitive (health, birthday) is withheld there when ' +
          'the number alone says who calls. Absent: it is told. At Telnyx the policy decides.',
      ),
    memory_scope: z
      .enum(['workspace', 'agent'], 'has to be "workspace" or "agent"')
      .nullish()
      .describe(
        '`workspace` (the default): what one assistant or agent hears of a caller, all know. `agent`: each knows what it heard itself, and ' +
          'what you told about the caller.',
      ),
    retention_days: z
      .number(days)
      .int(days)
      .min(1, days)
      .max(DAYS_MAX, days)
      .nullish()
      .describe('Conversations are deleted after so many days. Absent: as RINGBACK_RETENTION_DAYS says.'),
    trusted_parameters: list(
      'Names of metadata, variables and static tool parameters that only you set at Vapi (`memory_user_id`): they say who calls where ' +
        'there is no number. A name that the model is asked for never does.',
    ),
    vapi_assistant: id('Id of the assistant that answers at Vapi (`assistant-request`) where nothing else says so.'),
    vapi_assistants: byNumber('Ids of assistants at Vapi by the number that is called.'),
    vapi_hmac: HmacSettingsBody.nullish().describe(
      'How the HMAC credential at Vapi is configured. Absent: its default, the `sha256=` of `x-vapi-signature`, or Standard Webhooks.',
    ),
    retell_agent: id('Id of the agent that answers at Retell. Absent: the one that the number has there.'),
    retell_agents: byNumber('Ids of agents at Retell by the number that is called.'),
    max_concurrent: z
      .number(concurrent)
      .int(concurrent)
      .min(1, concurrent)
      .max(CONCURRENT_MAX, concurrent)
      .nullish()
      .describe('So many requests of voice platforms are answered at once, others wait (64).'),
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
