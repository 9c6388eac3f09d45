import type { Request, Response } from 'express';
import { z } from 'zod';
import { readBodyAs } from '../../body-problem.js';
import type { RouteDependencies } from '../../dependencies.js';
import { USER_FIELDS } from '../../memory-user.js';
import { type MemoryWorkspace, memoryWorkspace } from '../../memory-workspace.js';
import { within } from '../../within.js';

const TIMEOUT_MAX_MS = 10_000;

/** A whole number of a body, from `min` to `max`. */
export function whole(min: number, max: number) {
  const wanted = `has to be a whole number from ${min} to ${max}`;
  return z.number(wanted).int(wanted).min(min, wanted).max(max, wanted);
}

/** What every question about somebody may say beside what it asks. */
export const LIVE_QUESTION_FIELDS = {
  ...USER_FIELDS,
  timeout_ms: whole(1, TIMEOUT_MAX_MS).optional().describe('It answers within so long. Absent: RINGBACK_RECALL_MS.'),
  agent_id: z
    .string()
    .max(256)
    .optional()
    .describe('The assistant or agent that asks, where the workspace keeps their memories apart (`memory_scope`).'),
} as const;

/** A question about somebody whose call is going on, with the time that is left for it. */
export interface LiveQuestion<Body> {
  readonly workspaceId: number;
  readonly workspace: MemoryWorkspace;
  readonly body: Body;
  /** At least 1. */
  leftMs(): number;
  /** Since it came in, in tenths. */
  tookMs(): number;
  /** Whether the month's limit of the workspace still allows it; counts it. */
  isWithinLimit(): Promise<boolean>;
}

/** Takes in a question, within its own time or the server's. */
export type TakeLiveQuestion = <Schema extends z.ZodType<{ timeout_ms?: number | undefined }>>(
  req: Request,
  res: Response,
  schema: Schema,
) => Promise<LiveQuestion<z.output<Schema>>>;

/** What the workspace decides comes out of memory, as for platforms' requests; where it is not known in time, it is as the server has it. */
export function createTakeLiveQuestion(deps: RouteDependencies): TakeLiveQuestion {
  const { authorize, platformWorkspaces, readJson, settings, usage } = deps;
  return async (req, res, schema) => {
    const startMs = performance.now();
    const { workspaceId, workspaceName } = await authorize(req, res, 'read');
    const body = readBodyAs(schema, await readJson(req, res));
    const timeoutMs = body.timeout_ms ?? settings.recallMs;
    const leftMs = (): number => Math.max(1, timeoutMs - (performance.now() - startMs));
    const known = await within(leftMs(), platformWorkspaces.find(workspaceName)).catch(() => undefined);
    const workspace = memoryWorkspace(known?.settings ?? {}, settings);
    return {
      ...{ workspaceId, workspace, body, leftMs },
      tookMs: () => Math.round((performance.now() - startMs) * 10) / 10,
      isWithinLimit: () => usage.use(workspaceId, 'searches', workspace.settings.searches_per_month),
    };
  };
}
