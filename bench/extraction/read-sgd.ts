import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { InputError } from '../support/input-error.js';

/** A value that an utterance names, as the data set has it. */
export interface SgdValue {
  readonly speaker: 'USER' | 'SYSTEM';
  readonly utterance: string;
  readonly kind: 'date' | 'time' | 'phone' | 'name';
  /** `2019-03-10`, `18:30`, or the words. */
  readonly canonical: string;
  /** Where its words begin, where the data set says so. */
  readonly start: number | undefined;
}

/** Slots whose values are days, times of day, telephone numbers and names of people. */
const KINDS: Readonly<Record<string, SgdValue['kind']>> = {
  date: 'date',
  time: 'time',
  show_date: 'date',
  show_time: 'time',
  event_date: 'date',
  event_time: 'time',
  appointment_date: 'date',
  appointment_time: 'time',
  visit_date: 'date',
  phone_number: 'phone',
  recipient_name: 'name',
  contact_name: 'name',
};

const FORMS: Partial<Record<SgdValue['kind'], RegExp>> = { date: /^\d{4}-\d{2}-\d{2}$/, time: /^\d{2}:\d{2}$/ };

const fileSchema = z.array(
  z.object({
    turns: z.array(
      z.object({
        speaker: z.enum(['USER', 'SYSTEM']),
        utterance: z.string(),
        frames: z.array(
          z.object({
            actions: z.array(z.object({ slot: z.string(), canonical_values: z.array(z.string()) })),
            slots: z.array(z.object({ slot: z.string(), start: z.number() })).default([]),
          }),
        ),
      }),
    ),
  }),
);

/**
 * The dates, times, telephone numbers and names of a file of the Schema-Guided Dialogue data set
 * (google-research-datasets/dstc8-schema-guided-dialogue), each once in its utterance.
 *
 * @throws InputError where there is no such file, or another one
 */
export async function readSgd(path: string): Promise<SgdValue[]> {
  let content: unknown;
  try {
    content = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new InputError(`${path} cannot be read: ${(error as Error).message}`);
  }
  const parsed = fileSchema.safeParse(content);
  if (!parsed.success) throw new InputError(`${path} is not a file of dialogues of the SGD data set`);
  return parsed.data.flatMap(({ turns }) =>
    turns.flatMap(({ speaker, utterance, frames }) => {
      const values = frames.flatMap(({ actions, slots }) =>
        actions.flatMap(({ slot, canonical_values }) => {
          const kind = KINDS[slot];
          const [canonical] = canonical_values;
          if (kind === undefined || canonical === undefined || FORMS[kind]?.test(canonical) === false) return [];
          return [{ speaker, utterance, kind, canonical, start: slots.find((one) => one.slot === slot)?.start }];
        }),
      );
      return values.filter(
        (value, at) => at === values.findIndex((one) => one.kind === value.kind && one.canonical === value.canonical),
      );
    }),
  );
}
