import { admitRetell } from '../../admit-retell.js';
import { admitVapi } from '../../admit-vapi.js';
import type { RouteDependencies } from '../../dependencies.js';
import type { PlatformWorkspace } from '../../platform-workspaces.js';
import { type CallKeeper, createCallKeeper } from '../../voice/keep-call.js';
import { receiveCallWith } from '../../voice/receive-call.js';
import { createVapiTools, type VapiTools } from '../../voice/vapi-tools.js';
import { createWorkspaceSlots, type WorkspaceSlots } from '../../workspace-slots.js';

/** What the routes of Vapi and Retell share. */
export interface VoiceParts {
  readonly deps: RouteDependencies;
  readonly slots: WorkspaceSlots;
  readonly keeper: CallKeeper;
  readonly vapiTools: VapiTools;
  readonly receiveVapi: ReturnType<typeof receiveCallWith>;
  readonly receiveRetell: ReturnType<typeof receiveCallWith>;
  /** Which values a workspace says that only its operator sets. */
  trustedNamesOf(workspace: Pick<PlatformWorkspace, 'settings'> | undefined): ReadonlySet<string>;
}

export function createVoiceParts(deps: RouteDependencies): VoiceParts {
  const slots = createWorkspaceSlots();
  const keeper = createCallKeeper(deps, slots);
  return {
    deps,
    slots,
    keeper,
    vapiTools: createVapiTools(deps, slots, keeper),
    receiveVapi: receiveCallWith(deps, admitVapi),
    receiveRetell: receiveCallWith(deps, admitRetell),
    trustedNamesOf: (workspace) => new Set(workspace?.settings.trusted_parameters ?? []),
  };
}
