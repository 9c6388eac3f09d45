import type { Executor } from './database.js';
import type { JsonObject } from './json.js';

/** What a platform told us, once. */
export interface NewEvent {
  /** `api`: our own routes. */
  readonly platform: 'telnyx' | 'vapi' | 'retell' | 'api';
  /** The same for the same event, delivered how often it may be: the platform's id, or a hash of what it sent. */
  readonly eventKey: string;
  readonly eventType: string;
  /** Absent: it is of none, or not known of which yet. */
  readonly conversationId?: string | undefined;
  /** Absent: nothing of it is kept. Storable, without credentials. */
  readonly body?: JsonObject | undefined;
  readonly receivedAt: Date;
}

/** So much of a key and of a type is kept; both are the sender's texts. */
const KEY_CHARACTERS_MAX = 512;
const TYPE_CHARACTERS_MAX = 128;

/**
 * Records an event. Within a transaction, a second delivery waits for the end of the first one's, so that it counts exactly once.
 *
 * @returns false when it was recorded before
 */
export async function recordEvent(db: Executor, workspaceId: number, event: NewEvent): Promise<boolean> {
  const { rowCount } = await db.raw<{ rowCount: number }>(
    `INSERT INTO events (workspace_id, platform, event_key, event_type, conversation_id, body, received_at)
     VALUES (?, ?, ?, ?, ?, ?::jsonb, ?) ON CONFLICT DO NOTHING`,
    [workspaceId, ...eventBindings(event)],
  );
  return rowCount > 0;
}

/** Takes back that an event was recorded, in the transaction in which it was. */
export async function forgetEvent(trx: Executor, workspaceId: number, event: NewEvent): Promise<void> {
  const [platform, eventKey] = eventBindings(event);
  await trx.raw('DELETE FROM events WHERE workspace_id = ? AND platform = ? AND event_key = ?', [
    ...[workspaceId, platform, eventKey],
  ]);
}

/** Platform, key, type, conversation, body and time, as the table has them. */
export function eventBindings({ platform, eventKey, eventType, conversationId, body, receivedAt }: NewEvent) {
  return [
    ...([platform, eventKey.slice(0, KEY_CHARACTERS_MAX), eventType.slice(0, TYPE_CHARACTERS_MAX)] as const),
    ...([conversationId ?? null, body === undefined ? null : JSON.stringify(body), receivedAt.toISOString()] as const),
  ] as const;
}

/**
 * Takes the events of a type that came before their conversation was known, by a field of `body.payload` or of
 * `body.data.payload`: from now on they are that conversation's.
 *
 * @param since events that came earlier are not looked at
 * @returns their bodies, in the order in which they came
 */
export async function adoptEvents(
  db: Executor,
  workspaceId: number,
  wanted: {
    readonly platform: NewEvent['platform'];
    readonly eventType: string;
    readonly field: string;
    readonly value: string;
    readonly conversationId: string;
    readonly since: Date;
  },
): Promise<readonly { readonly eventKey: string; readonly body: JsonObject }[]> {
  const { platform, eventType, field, value, conversationId, since } = wanted;
  const { rows } = await db.raw<{ rows: { eventKey: string; body: JsonObject; receivedAt: string }[] }>(
    `UPDATE events SET conversation_id = ?
     WHERE workspace_id = ? AND received_at >= ? AND platform = ? AND event_type = ? AND conversation_id IS NULL AND body IS NOT NULL
       AND COALESCE(body #>> ARRAY['data', 'payload', ?::text], body #>> ARRAY['payload', ?::text]) = ?
     RETURNING event_key AS "eventKey", body, received_at AS "receivedAt"`,
    [conversationId, workspaceId, since.toISOString(), platform, eventType, field, field, value],
  );
  return rows.sort((one, other) => (one.receivedAt < other.receivedAt ? -1 : 1));
}

/** Longer than any platform takes to say which conversation an event is of. */
const WAITING_MS_MAX = 24 * 60 * 60 * 1000;

/**
 * Forgets what events said whose conversation never came, in all workspaces: nobody will ask for it. That they were there stays
 * known.
 *
 * @returns how many
 */
export async function forgetWaitingEvents(db: Executor, now: Date): Promise<number> {
  const { rowCount } = await db.raw<{ rowCount: number }>(
    `UPDATE events SET body = NULL
     WHERE (workspace_id, platform, event_key) IN (
       SELECT workspace_id, platform, event_key FROM events
       WHERE received_at < ? AND conversation_id IS NULL AND body IS NOT NULL
       LIMIT 5000
     )`,
    [new Date(now.getTime() - WAITING_MS_MAX).toISOString()],
  );
  return rowCount;
}
