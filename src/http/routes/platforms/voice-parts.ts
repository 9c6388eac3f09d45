import { admitRetell } from '../../admit-retell.js';
import { admitVapi } from '../../admit-vapi.js';
import type { RouteDependencies } from '../../dependencies.js';
import type { PlatformWorkspace } from '../../platform-workspaces.js';
import { type CallKeeper, createCallKeeper } from '../../voice/keep-call.js';
import { receiveCallWith } from '../../voice/receive-call.js';
import { receiveForGood } from '../../voice/receive-for-good.js';
import { createVapiTools, type VapiTools } from '../../voice/vapi-tools.js';
import { createWhileAway, EVENT_WAIT_MS } from '../../voice/while-away.js';
import { createWorkspaceSlots, type WorkspaceSlots } from '../../workspace-slots.js';

/** What the routes of Vapi and Retell share. */
export interface VoiceParts {
  readonly deps: RouteDependencies;
  readonly slots: WorkspaceSlots;
  readonly keeper: CallKeeper;
  readonly vapiTools: VapiTools;
  readonly receiveVapi: ReturnType<typeof receiveCallWith>;
  readonly receiveRetell: ReturnType<typeof receiveCallWith>;
  /** What is to be stored is for a workspace that is known for sure. */
  readonly receiveVapiForGood: ReturnType<typeof receiveForGood>;
  readonly receiveRetellForGood: ReturnType<typeof receiveForGood>;
  /** Which values a workspace says that only its operator sets. */
  trustedNamesOf(workspace: Pick<PlatformWorkspace, 'settings'> | undefined): ReadonlySet<string>;
}

export function createVoiceParts(deps: RouteDependencies): VoiceParts {
  const slots = createWorkspaceSlots();
  const whileAway = createWhileAway(deps.stopping);
  const keeper = createCallKeeper(deps, slots, whileAway);
  const receiveVapi = receiveCallWith(deps, admitVapi);
  const receiveRetell = receiveCallWith(deps, admitRetell);
  return {
    deps,
    slots,
    keeper,
    vapiTools: createVapiTools(deps, slots, keeper),
    receiveVapi,
    receiveRetell,
    receiveVapiForGood: receiveForGood(receiveVapi, whileAway, EVENT_WAIT_MS.vapi),
    receiveRetellForGood: receiveForGood(receiveRetell, whileAway, EVENT_WAIT_MS.retell),
    trustedNamesOf: (workspace) => new Set(workspace?.settings.trusted_parameters ?? []),
  };
}
