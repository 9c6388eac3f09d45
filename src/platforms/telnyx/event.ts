import { ID_CHARACTERS_MAX, isObject, objectOf, type Payload } from '../payload-fields.js';
import { storableCopy, storableText } from '../storable-copy.js';

/**
 * What Telnyx tells after a conversation (`POST /telnyx/events`). Sources: the webhook schemas of the official SDK
 * (`CallConversationEnded`, `CallConversationInsightsGenerated`), the Insights page, and events as they came in production, which
 * differ from that page. With and without the `data` envelope.
 */
export type TelnyxEvent = ConversationEnded | InsightResults | OtherEvent;

interface EventHead {
  /** `data.id`; undefined where there is none, as in production's insight results. */
  readonly id: string | undefined;
  /** `event_type`; empty where there is none. */
  readonly type: string;
}

/** `call.conversation.ended`. */
export interface ConversationEnded extends EventHead {
  readonly kind: 'conversation-ended';
  readonly conversationId: string | undefined;
  readonly assistantId: string | undefined;
  readonly callControlId: string | undefined;
  readonly callLegId: string | undefined;
  readonly callSessionId: string | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** From the agent's side; undefined where the event does not say so, and from and to could be either's. */
  readonly direction: 'inbound' | 'outbound' | undefined;
  readonly durationSeconds: number | undefined;
  readonly occurredAt: Date | undefined;
}

/** `conversation_insight_result`, `conversation.insights.completed` and `call.conversation_insights.generated`. */
export interface InsightResults extends EventHead {
  readonly kind: 'insight-results';
  /** Undefined in `call.conversation_insights.generated`: there the call's control id tells the conversation. */
  readonly conversationId: string | undefined;
  readonly callControlId: string | undefined;
  readonly assistantId: string | undefined;
  readonly insightGroupId: string | undefined;
  /** Whether the insights came to an end: results of a run that failed are not there. */
  readonly status: 'completed' | 'failed';
  /** One for each insight, in their order. A JSON object is its text. */
  readonly results: readonly { readonly insightId: string; readonly result: string }[];
}

/** Anything else. */
export interface OtherEvent extends EventHead {
  readonly kind: 'other';
}

/** Reads any JSON value (undefined for a body that is no JSON). Never throws. */
export function readTelnyxEvent(body: unknown): TelnyxEvent {
  const envelope = objectOf(body);
  const event = isObject(envelope.data) ? envelope.data : envelope;
  const head = { id: idOf(event.id), type: idOf(event.event_type) ?? '' };
  // The documentation's insight event has its fields beside `event_type`.
  const payload = isObject(event.payload) ? event.payload : event;
  switch (head.type) {
    case 'call.conversation.ended':
      return { ...head, kind: 'conversation-ended', ...readEnded(payload, event.occurred_at) };
    case 'conversation_insight_result':
    case 'conversation.insights.completed':
    case 'call.conversation_insights.generated':
      return { ...head, kind: 'insight-results', ...readInsights(payload) };
    default:
      return { ...head, kind: 'other' };
  }
}

function readEnded(payload: Payload, occurredAt: unknown): Omit<ConversationEnded, 'kind' | keyof EventHead> {
  return {
    conversationId: idOf(payload.conversation_id),
    assistantId: idOf(payload.assistant_id),
    callControlId: idOf(payload.call_control_id),
    callLegId: idOf(payload.call_leg_id),
    callSessionId: idOf(payload.call_session_id),
    from: idOf(payload.from),
    to: idOf(payload.to),
    direction: directionOf(payload.direction),
    durationSeconds: durationOf(payload.duration_sec),
    occurredAt: timeOf(occurredAt),
  };
}

function readInsights(payload: Payload): Omit<InsightResults, 'kind' | keyof EventHead> {
  const metadata = objectOf(payload.metadata);
  const list = Array.isArray(payload.results) ? payload.results : payload.insights;
  return {
    conversationId: idOf(payload.conversation_id),
    callControlId: idOf(payload.call_control_id) ?? idOf(metadata.call_control_id),
    assistantId: idOf(payload.assistant_id) ?? idOf(metadata.assistant_id),
    insightGroupId: idOf(payload.insight_group_id),
    status: payload.status === 'failed' ? 'failed' : 'completed',
    results: Array.isArray(list) ? list.flatMap(readResult) : [],
  };
}

function readResult(value: unknown): { insightId: string; result: string }[] {
  const { insight_id, result } = objectOf(value);
  const insightId = idOf(insight_id);
  if (insightId === undefined || result === undefined || result === null) return [];
  return [{ insightId, result: textOf(result) }];
}

/** Of what is no text its JSON, as deep as the store takes it: JSON can be read that is nested too deeply to be written. */
function textOf(result: unknown): string {
  return typeof result === 'string' ? storableText(result) : JSON.stringify(storableCopy(result));
}

function directionOf(value: unknown): 'inbound' | 'outbound' | undefined {
  if (value === 'incoming' || value === 'inbound') return 'inbound';
  return value === 'outgoing' || value === 'outbound' ? 'outbound' : undefined;
}

function durationOf(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 0 && value <= 1e9 ? value : undefined;
}

function timeOf(value: unknown): Date | undefined {
  const time = typeof value === 'string' ? new Date(value) : undefined;
  return time === undefined || Number.isNaN(time.getTime()) ? undefined : time;
}

/** As it came: spaces around it are part of it, unlike those of other platforms. */
function idOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' && value.length <= ID_CHARACTERS_MAX
    ? storableText(value)
    : undefined;
}
