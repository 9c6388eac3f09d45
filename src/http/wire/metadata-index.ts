import { z } from 'zod';
import type { IndexProgress, MetadataIndex } from '../../store/metadata-indexes.js';
import type { AskedKey } from '../../store/query-shapes.js';

/** An index of a metadata key as our routes write it. */
export const MetadataIndexJson = z.object({
  key: z.string().describe('The metadata key.'),
  name: z.string().describe('Of the index in the database.'),
  state: z
    .enum(['valid', 'invalid', 'being made'])
    .describe('`invalid`: it was not finished, and serves no query until it is made again.'),
  bytes: z.int().describe('How large it is.'),
  scans: z.int().describe("How often queries have used it, since the database's statistics began."),
});

export const MetadataIndexListAnswer = z.object({ data: z.array(MetadataIndexJson).describe('By name.') });

export function metadataIndexJson({
  key,
  name,
  state,
  bytes,
  scans,
}: MetadataIndex): z.output<typeof MetadataIndexJson> {
  return { key, name, state, bytes, scans };
}

/** One line of the answer while an index is made. */
export const AddIndexLine = z.union([
  z
    .object({
      type: z.literal('progress'),
      phase: z.string().describe("What is being done, in Postgres's words."),
      part: z.number().min(0).max(1).optional().describe('How much of this phase is done, where that can be told.'),
    })
    .describe('How far it is.'),
  z
    .object({
      type: z.literal('summary'),
      outcome: z.enum(['made', 'kept']).describe('`kept`: it was there already.'),
      index: MetadataIndexJson,
    })
    .describe('The last line.'),
  z.object({ errors: z.array(z.looseObject({})) }).describe('The last line when it failed.'),
]);

export type AddIndexLine = z.output<typeof AddIndexLine>;

export function indexProgressJson({ phase, part }: IndexProgress): AddIndexLine {
  return { type: 'progress', phase, ...(part === undefined ? {} : { part: Math.round(part * 1000) / 1000 }) };
}

/** A key that an index would help. */
const AdvisedIndexJson = z.object({
  key: z.string().describe('The metadata key.'),
  queries: z.int().describe('How many queries asked for it, in all workspaces.'),
  workspaces: z.int().describe('In how many workspaces.'),
  mean_ms: z.number().describe('How long such a query took on average.'),
  last_at: z.iso.datetime().describe('When it was asked for last, or a little later.'),
});

export const IndexAdviceAnswer = z.object({
  data: z.array(AdvisedIndexJson).describe('What took most time together first.'),
});

export function advisedIndexJson({
  key,
  count,
  workspaces,
  meanMs,
  lastAt,
}: AskedKey): z.output<typeof AdvisedIndexJson> {
  return { key, queries: count, workspaces, mean_ms: Math.round(meanMs * 100) / 100, last_at: lastAt };
}
