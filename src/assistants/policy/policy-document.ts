import { z } from 'zod';
import { isTimeZone } from '../../time-zone.js';

/** Names that stand in paths of templates: `lookups.crm.tier`. */
const NAME = /^[A-Za-z_][A-Za-z0-9_-]{0,63}$/;
const nameOf = (what: string) => z.string().regex(NAME, `has to be ${what}: letters, digits, "_" and "-"`);

const scalar = z.union([z.string(), z.number(), z.boolean()], { error: 'has to be text, a number, true or false' });
/** A template or a constant; numbers and booleans of YAML are meant as text. */
const template = scalar.transform(String);

const stringList = z.array(scalar.transform(String)).min(1);

/**
 * The host is the author's: with one out of a payload, a caller would choose where the look-up and its secrets go. `https:///x` and
 * `https://<tab>/x` lead to x.
 */
const LITERAL_HOST = /^https?:\/\/[^\u0000-\u0020/\\?#{}]+(?:[/\\?#]|$)/;

const Lookup = z.strictObject({
  url: z
    .string()
    .regex(/^https?:\/\//, { error: 'has to begin with https:// or http://, outside of any template', abort: true })
    .regex(LITERAL_HOST, 'has to name its host outside of any template, with a "/" or "?" after it'),
  headers: z.record(z.string().regex(/^[A-Za-z0-9-]{1,64}$/, 'has to be the name of a header'), template).optional(),
  timeout_ms: z.int().min(10).max(5_000).optional(),
  cache_seconds: z.int().min(0).max(86_400).optional(),
});

const PolicyDocument = z.strictObject({
  name: nameOf('a name'),
  match: z
    .strictObject({
      assistants: stringList.optional(),
      numbers: stringList.optional(),
      channels: stringList.optional(),
    })
    .optional(),
  unverified: z.enum(['allow', 'withhold_sensitive', 'deny']).optional(),
  time_zone: z.string().refine(isTimeZone, 'has to be a time zone such as America/New_York').optional(),
  pin: z.record(z.string().min(1), template).optional(),
  lookups: z.record(nameOf('a name'), Lookup).optional(),
  dynamic_variables: z.record(nameOf('the name of a variable'), template).optional(),
  memory: z
    .strictObject({
      conversation_query: z.string().optional(),
      insight_query: z
        .string()
        .regex(/^insight_ids=[^,\s&=]+(?:,[^,\s&=]+)*$/, 'has to be insight_ids= and ids joined by commas')
        .optional(),
    })
    .optional(),
  conversation: z.strictObject({ metadata: z.record(z.string().min(1), template).optional() }).optional(),
  record: z.enum(['redacted', 'full']).optional(),
});

/** `ringback.yaml` by its structure; templates and queries in it are checked after it. */
export const PolicyFile = z.strictObject({
  version: z.literal(1),
  workspace: z.string().optional(),
  policies: z.array(PolicyDocument).max(200),
});

export type PolicyFile = z.output<typeof PolicyFile>;
export type PolicyDocument = z.output<typeof PolicyDocument>;
