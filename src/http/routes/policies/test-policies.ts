import { z } from 'zod';
import { readInitialization } from '../../../platforms/telnyx/initialization.js';
import { readUuid } from '../../../uuid.js';
import { readBodyAs } from '../../body-problem.js';
import type { RouteDependencies } from '../../dependencies.js';
import { lookupSecretsOf } from '../../lookup-secrets.js';
import { memoryWorkspace } from '../../memory-workspace.js';
import { PolicySourceBody, readPolicySource } from '../../read-policy-source.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { PolicyTestAnswer } from '../../wire/policy.js';
import { WorkspaceParameters, workspaceOf, workspaceParameterOf } from '../../workspace-of.js';

const Body = PolicySourceBody.partial()
  .extend({ event: z.unknown().describe('An `assistant.initialization` event as Telnyx sends it.') })
  .strict();

/** A person waits for this one, not a caller: look-ups may take as long as they do. */
const DEADLINE_MS = 10_000;

/**
 * What an event would get, and why, step by step. With a `source` by that file, which is not applied; otherwise by the policies
 * that hold. Look-ups are made; nothing is recorded.
 */
export function testPoliciesRoute(deps: RouteDependencies): Route {
  const { authorize, database, engine, now, platformWorkspaces, readJson, settings } = deps;
  return {
    method: 'post',
    paths: ['/v1/policies/test'],
    operation: {
      id: 'testPolicies',
      tag: 'policies',
      summary: 'What an event would get, and why',
      access: 'admin',
      query: WorkspaceParameters,
      body: Body,
      answer: { status: 200, description: 'The answer, with how it came about.', schema: PolicyTestAnswer },
      refusals: [400, 404, 413, 422],
    },
    async handle(req, res) {
      const principal = await authorize(req, res, 'admin');
      const named = workspaceParameterOf(req);
      const { event: body, source, file_name } = readBodyAs(Body, await readJson(req, res));
      const set =
        source === undefined
          ? undefined
          : await readPolicySource({ source, ...(file_name === undefined ? {} : { file_name }) });
      const workspace = await workspaceOf(database, principal, named ?? set?.workspace);
      const event = readInitialization(body);
      const conversationId = readUuid(event.conversationId ?? '');
      const platform = await platformWorkspaces.find(workspace.name);
      const { reading, timeZone } = memoryWorkspace(workspace.settings, settings);
      const { policy, answer, steps, parts } = await engine.initialize({
        workspaceId: workspace.id,
        event,
        now: now(),
        reading,
        timeZone,
        secrets: platform === undefined ? {} : lookupSecretsOf(platform),
        deadlineMs: performance.now() + DEADLINE_MS,
        ...(set === undefined ? {} : { policies: set.policies }),
        ...(conversationId === undefined ? {} : { conversationId }),
      });
      sendJson(res, 200, {
        data: {
          policy,
          answer,
          steps,
          parts: parts.map(({ part, status, durationMs, error }) => ({
            part,
            status,
            duration_ms: Math.round(durationMs * 1000) / 1000,
            ...(error instanceof Error ? { error: error.message } : {}),
          })),
        },
      });
    },
  };
}
