import { z } from 'zod';
import type { PolicyProblem } from '../../assistants/policy/policy-problem.js';
import type { PolicySet } from '../../assistants/policy/read-policies.js';
import type { PolicySetRow } from '../../store/policy-sets.js';

const Problem = z.object({
  severity: z.enum(['error', 'warning']),
  message: z.string(),
  hint: z.string().optional(),
  line: z.int().describe('From 1.'),
  column: z.int().describe('From 1.'),
});

const PolicySetJson = z.object({
  workspace: z.string(),
  revision: z
    .int()
    .describe('Counts up with every change. 0: the workspace has no policies, and the built-in one holds.'),
  applied_at: z.iso.datetime().nullable(),
  source: z.string().describe('The file as it was applied.'),
  policies: z.array(z.string()).describe('Their names, in the order in which they are tried.'),
  warnings: z.array(Problem).describe('What is valid and likely wrong.'),
});

export const PolicySetAnswer = z.object({ data: PolicySetJson });

export const PolicyTestAnswer = z.object({
  data: z.object({
    policy: z.string().describe('The name of the policy that holds.'),
    answer: z.record(z.string(), z.unknown()).describe('What the platform would get.'),
    steps: z.array(z.object({ part: z.string(), detail: z.string() })).describe('How it came about.'),
    parts: z.array(
      z.object({ part: z.string(), status: z.string(), duration_ms: z.number(), error: z.string().optional() }),
    ),
  }),
});

export function policySetJson(
  workspace: string,
  row: PolicySetRow | undefined,
  set: PolicySet | undefined,
): z.output<typeof PolicySetJson> {
  return {
    workspace,
    revision: row?.revision ?? 0,
    applied_at: row?.appliedAt ?? null,
    source: row?.source ?? '',
    policies: (set?.policies ?? []).map(({ name }) => name),
    warnings: (set?.warnings ?? []).map(problemJson),
  };
}

function problemJson({ severity, message, hint, line, column }: PolicyProblem): z.output<typeof Problem> {
  return { severity, message, ...(hint === undefined ? {} : { hint }), line, column };
}
