import { z } from 'zod';
import { type CallerIdentity, subUserId } from '../../memory/callers/caller-identity.js';
import type { CallerRecord } from '../../store/caller-administration.js';
import { jsonObject } from '../json-object.js';
import { PageMeta } from './page-meta.js';

export const CallerJson = z
  .object({
    id: z.uuid(),
    name: z.string().nullable().describe('As far as it is known.'),
    sub_user_id: z
      .string()
      .describe(
        '`voice:` and the number, `id:` and an id or a SIP URI, `email:` and the address, or `call:`; names the caller in requests.',
      ),
    identities: z.array(
      z.object({
        kind: z.string().describe('`external_id`, `phone`, `email`, `sip`, `platform_user` or `call`.'),
        value: z.string(),
        created_at: z.iso.datetime(),
      }),
    ),
    metadata: jsonObject.describe('What you keep with the caller.'),
    calls: z.number().int(),
    last_call_at: z.iso.datetime().nullable(),
    merges: z
      .array(z.object({ merge_id: z.uuid(), caller_id: z.uuid(), merged_at: z.iso.datetime() }))
      .describe('Callers that were merged into this one: `POST /v1/callers/{id}/unmerge` undoes it.'),
    conflicts: z
      .array(
        z.object({
          kind: z.string(),
          value: z.string(),
          caller_id: z.uuid().describe('Who used it.'),
          other_caller_id: z.uuid().describe('Whose it is.'),
          recorded_at: z.iso.datetime(),
        }),
      )
      .describe('Identities that two callers claim. Nothing was merged.'),
    created_at: z.iso.datetime(),
    updated_at: z.iso.datetime(),
  })
  .describe('Somebody who calls.')
  .meta({ id: 'Caller' });

export const CallerAnswer = z.object({ data: CallerJson });
export const CallerListAnswer = z.object({ data: z.array(CallerJson), meta: PageMeta });

export const MergeAnswer = z.object({
  caller_id: z.uuid().describe('The caller that both are now.'),
  merge_id: z.uuid().nullable().describe('To undo it by. Null: they were one already.'),
  merged_caller_id: z.uuid().nullable().describe('The one that was taken in.'),
});

export const UnmergeAnswer = z.object({
  caller_id: z.uuid().describe('The caller that had taken the other one in.'),
  merge_id: z.uuid(),
  unmerged_caller_id: z.uuid().describe('The other one, which counts again.'),
});

export const ErasureAnswer = z
  .object({
    receipt_id: z.uuid(),
    caller_id: z.uuid(),
    erased_at: z.iso.datetime(),
    counts: z.record(z.string(), z.number().int()).describe('How many of what were erased.'),
  })
  .describe('What is left of the caller.');

/** @param name as it is known */
export function callerJson(caller: CallerRecord, name: string | undefined): z.output<typeof CallerJson> {
  const { id, identities, metadata, calls, lastCallAt, merges, conflicts, createdAt, updatedAt } = caller;
  return {
    id,
    name: name ?? null,
    sub_user_id: subUserId(identities as unknown as readonly CallerIdentity[], id),
    identities: identities.map(({ kind, value, created_at }) => ({ kind, value, created_at })),
    metadata,
    calls,
    last_call_at: lastCallAt,
    merges: merges.map((merge) => ({
      merge_id: merge.id,
      caller_id: merge.caller_id,
      merged_at: merge.merged_at,
    })),
    conflicts: [...conflicts],
    created_at: createdAt,
    updated_at: updatedAt,
  };
}
