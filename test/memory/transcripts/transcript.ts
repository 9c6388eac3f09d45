import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';

/** Predicates that hold one value at a time: a new value replaces the old one. */
export const SINGLE_VALUED = ['name', 'email', 'address', 'city', 'employer', 'birthday'] as const;

/** Predicates of which a caller may have several. */
export const MULTI_VALUED = [
  'phone',
  'prefers',
  'dislikes',
  'allergy',
  'condition',
  'family_member',
  'pet',
  'appointment',
  'open_item',
] as const;

const predicate = z.enum([...SINGLE_VALUED, ...MULTI_VALUED]);
const text = z.string().trim().min(1);

const fact = z.strictObject({
  predicate,
  value: text,
  turn: z.int().nonnegative(),
  by: z.enum(['caller', 'agent']).optional(),
  accept: z.array(text).nonempty().optional(),
  keywords: z
    .array(text.refine((word) => word === word.toLowerCase(), 'is not lower case'))
    .nonempty()
    .optional(),
});

const transcript = z.strictObject({
  id: text,
  domain: text,
  call: z.strictObject({
    started_at: z.iso.datetime({ offset: true }),
    time_zone: text,
    country: z.string().regex(/^[A-Z]{2}$/),
    caller_number: z.e164().optional(),
  }),
  turns: z
    .array(z.strictObject({ speaker: z.enum(['caller', 'agent', 'other']), text }))
    .min(6)
    .max(20),
  expected: z.array(fact).nonempty(),
  allowed: z.array(fact).optional(),
  forbidden: z.array(z.strictObject({ predicate, value: text.optional(), why: text })).min(2),
});

/** One labelled call, as README.md describes it. */
export type Transcript = z.infer<typeof transcript>;

/** An expected or allowed fact of a call. */
export type LabelledFact = z.infer<typeof fact>;

/** A fact that must not be extracted, and why. */
export type ForbiddenFact = Transcript['forbidden'][number];

/**
 * The labelled calls of one half, by file name and in their order there.
 *
 * @param half the folder beside this file, e.g. `held-out`
 * @throws ZodError when a file is not as README.md says
 */
export function readTranscripts(half: string): { file: string; transcripts: Transcript[] }[] {
  const folder = new URL(`./${half}/`, import.meta.url);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => ({
      file,
      transcripts: z.array(transcript).parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))),
    }));
}
