import { readFile } from 'node:fs/promises';
import type { Executor } from '../store/database.js';
import { applyPolicySet, type PolicySetRow } from '../store/policy-sets.js';
import { findWorkspace, type Workspace } from '../store/workspaces.js';
import { PolicyError, type PolicyProblem, showPolicyProblem } from './policy/policy-problem.js';
import { type PolicySet, readPolicies } from './policy/read-policies.js';

/** A policy file that is in force. */
export interface AppliedPolicyFile {
  readonly workspace: Workspace;
  readonly row: PolicySetRow;
  readonly set: PolicySet;
  /** What is valid and likely wrong, as a terminal shows it. */
  readonly warnings: readonly string[];
}

/** A policy file that cannot be read, or names a workspace that is not there. */
export class PolicyFileUnusable extends Error {
  override readonly name = 'PolicyFileUnusable';
}

/**
 * Reads the file of `RINGBACK_CONFIG`, checks all of it, and puts it in force.
 *
 * @param fallback whose policies they are where the file names no workspace
 * @throws PolicyError, PolicyFileUnusable: nothing was changed
 */
export async function applyPolicyFile(
  db: Executor,
  path: string,
  fallback: Workspace,
  now: Date,
): Promise<AppliedPolicyFile> {
  const source = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    const why = error.code === 'ENOENT' ? 'there is no such file' : error.code;
    throw new PolicyFileUnusable(`RINGBACK_CONFIG is ${JSON.stringify(path)}, which cannot be read: ${why}.`);
  });
  const set = readPolicies(source, path);
  const workspace = await workspaceNamed(db, set.workspace, fallback, path, source);
  const row = await applyPolicySet(db, workspace.id, source, now);
  return { workspace, row, set, warnings: set.warnings.map((warning) => showPolicyProblem(path, source, warning)) };
}

async function workspaceNamed(
  db: Executor,
  name: string | undefined,
  fallback: Workspace,
  path: string,
  source: string,
): Promise<Workspace> {
  if (name === undefined || name === fallback.name) return fallback;
  const workspace = await findWorkspace(db, name);
  if (workspace !== undefined) return workspace;
  const line = source.split('\n').findIndex((text) => /^\s*"?workspace"?\s*:/.test(text)) + 1;
  const problem: PolicyProblem = {
    severity: 'error',
    message: `There is no workspace "${name}".`,
    hint: `Make it first: ringback workspaces create ${name}`,
    line: Math.max(1, line),
    column: 1,
    length: 1,
  };
  throw new PolicyError(path, source, [problem]);
}
