import type { NotedInitialization } from '../assistants/records/initialization-record.js';
import { sentInitialization } from '../assistants/records/sent-initialization.js';
import type { StartedConversation } from '../assistants/start/start-conversation.js';
import type { RouteDependencies } from './dependencies.js';
import { memoryWorkspaceOf } from './memory-workspace.js';
import { within } from './within.js';

/** For the workspace's settings: what the record needs and the answer does not. */
const SETTINGS_MS = 1_000;

/** Has a conversation that we started as the platform recorded: what its webhook was asked and answered. Without one there is nothing. */
export function noteStarted(
  deps: Pick<RouteDependencies, 'database' | 'now' | 'recorder' | 'settings'>,
  workspaceId: number,
  { event, parts, webhook }: StartedConversation,
): void {
  const { detail, durationMs, received, status } = webhook;
  if (deps.recorder === undefined || event === undefined || status === 'none') return;
  const at = deps.now();
  const noted = async (): Promise<NotedInitialization> => {
    const { reading } = await within(SETTINGS_MS, memoryWorkspaceOf(deps, workspaceId));
    return sentInitialization({
      ...{ workspaceId, reading, event, status, detail, durationMs, parts },
      ...{ body: received?.body, at },
    });
  };
  deps.recorder.note(noted());
}
