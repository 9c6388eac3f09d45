import { sentInitialization } from '../assistants/records/sent-initialization.js';
import type { StartedConversation } from '../assistants/start/start-conversation.js';
import type { CarrierReading } from '../memory/ingest/conversation-call.js';
import type { RouteDependencies } from './dependencies.js';

/** Has a conversation that we started as the platform recorded: what its webhook was asked and answered. Without one there is nothing. */
export function noteStarted(
  { now, recorder }: Pick<RouteDependencies, 'now' | 'recorder'>,
  workspaceId: number,
  reading: CarrierReading,
  { event, parts, webhook }: StartedConversation,
): void {
  const { detail, durationMs, received, status } = webhook;
  if (event === undefined || status === 'none') return;
  recorder?.note(
    sentInitialization({
      ...{ workspaceId, reading, event, status, detail, durationMs, parts },
      body: received?.body,
      at: now(),
    }),
  );
}
