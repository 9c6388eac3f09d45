import { z } from 'zod';
import { PREDICATE_NAMES } from '../../predicates.js';

const orNull = z.string().nullish();

/** A fact as a model reports it; whether it is true is for `checkedFact` to say. */
export const answeredFact = z.object({
  predicate: z.string(),
  value: z.string(),
  statement: z.string(),
  turn: z.number().int(),
  quote: z.string(),
  by: orNull,
  about: orNull,
  confidence: z.number().nullish(),
  valid_from: orNull,
  valid_to: orNull,
  replaces: orNull,
});

export type AnsweredFact = z.infer<typeof answeredFact>;

/** The answer as a whole: lists whose items are looked at one by one, so that one bad item costs no other. */
export const answeredExtraction = z.object({
  facts: z.array(z.unknown()),
  entities: z.array(z.unknown()).nullish(),
  episode: z.object({ summary: z.string(), outcome: z.string().nullish() }).nullish(),
  procedures: z.array(z.unknown()).nullish(),
});

export const answeredEntity = z.object({
  kind: z.enum(['person', 'organization', 'place', 'pet']),
  name: z.string(),
  relation: orNull,
});

export const answeredProcedure = z.object({
  name: z.string(),
  trigger: z.string().nullish(),
  steps: z.array(z.string()),
});

const text = { type: 'string' } as const;
const textOrNull = { type: ['string', 'null'] } as const;

function object(properties: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}

/** What the model is asked to answer in: every member required, as structured output wants it. */
export const EXTRACTION_SCHEMA = object({
  facts: {
    type: 'array',
    items: object({
      // Not the registry's enum: one predicate of a model's own would cost the whole answer.
      predicate: { type: 'string', description: `One of: ${PREDICATE_NAMES.join(', ')}.` },
      value: text,
      statement: text,
      turn: { type: 'integer' },
      quote: text,
      by: { type: ['string', 'null'], enum: ['caller', 'agent', null] },
      about: textOrNull,
      confidence: { type: 'number' },
      valid_from: textOrNull,
      valid_to: textOrNull,
      replaces: textOrNull,
    }),
  },
  entities: {
    type: 'array',
    items: object({
      kind: { type: 'string', enum: ['person', 'organization', 'place', 'pet'] },
      name: text,
      relation: textOrNull,
    }),
  },
  episode: object({ summary: text, outcome: text }),
  procedures: { type: 'array', items: object({ name: text, trigger: text, steps: { type: 'array', items: text } }) },
});
