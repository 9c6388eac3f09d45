import { sentInitialization } from '../assistants/records/sent-initialization.js';
import type { StartedConversation } from '../assistants/start/start-conversation.js';
import type { RouteDependencies } from './dependencies.js';

/** Has a conversation that we started as the platform recorded: what its webhook was asked and answered. Without one there is nothing. */
export function noteStarted(
  { now, recorder, settings }: Pick<RouteDependencies, 'now' | 'recorder' | 'settings'>,
  workspaceId: number,
  { event, parts, webhook }: StartedConversation,
): void {
  const { detail, durationMs, received, status } = webhook;
  if (event === undefined || status === 'none') return;
  recorder?.note(
    sentInitialization({
      ...{ workspaceId, event, status, detail, durationMs, parts },
      defaultCountry: settings.defaultCountry,
      body: received?.body,
      at: now(),
    }),
  );
}
