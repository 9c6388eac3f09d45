import { type DataOwner, RETAINS_DATA, retainsDataBindings } from './data-retention.js';
import type { Executor } from './database.js';
import { eventBindings, type NewEvent } from './events.js';
import { ANY_ERASED, anyErasedBindings, type Erasable } from './tombstones.js';

/** What is to become of an event. */
export interface EventAdmission {
  /** It is of something that was erased: it is not recorded. */
  readonly isErased: boolean;
  /** What it says may be stored; where not, it is recorded as one of no conversation. */
  readonly isRetained: boolean;
  /** False: it was recorded before. */
  readonly isNew: boolean;
}

/**
 * Records an event unless it is of something erased, in one statement: what `isErased`, `retainsData` and `recordEvent` do one after
 * the other. Within a transaction, a second delivery waits for the end of the first one's.
 *
 * @param options `of`: what it is of; `mayRetain`: false where the sender says that nothing may be kept
 */
export async function admitEvent(
  trx: Executor,
  workspaceId: number,
  event: NewEvent,
  {
    of,
    owner,
    mayRetain,
  }: { readonly of: readonly Erasable[]; readonly owner: DataOwner; readonly mayRetain: boolean },
): Promise<EventAdmission> {
  const [platform, eventKey, eventType, conversationId, body, receivedAt] = eventBindings(event);
  const { rows } = await trx.raw<{ rows: EventAdmission[] }>(
    `WITH known AS (
       SELECT ${ANY_ERASED} AS erased, ?::boolean AND ${RETAINS_DATA} AS retained
     ), recorded AS (
       INSERT INTO events (workspace_id, platform, event_key, event_type, conversation_id, body, received_at)
       SELECT ?, ?, ?, ?, CASE WHEN known.retained THEN ?::uuid END, CASE WHEN known.retained THEN ?::jsonb END, ?::timestamptz
       FROM known WHERE NOT known.erased
       ON CONFLICT DO NOTHING RETURNING 1
     )
     SELECT erased AS "isErased", retained AS "isRetained", EXISTS (SELECT FROM recorded) AS "isNew" FROM known`,
    [
      ...anyErasedBindings(workspaceId, of),
      ...[mayRetain, ...retainsDataBindings(workspaceId, owner)],
      ...[workspaceId, platform, eventKey, eventType, conversationId, body, receivedAt],
    ],
  );
  return rows[0] as EventAdmission;
}
