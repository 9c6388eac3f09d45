import type { CallReport } from '../call-report.js';
import { idOf, isObject, isoTimeOf, objectOf, type Payload } from '../payload-fields.js';
import type { PlatformCall } from '../platform-call.js';
import { readRetellCall } from './call.js';
import { isScrubbed, readRetellTurns, retellRetention } from './turns.js';

/**
 * What Retell tells of calls and chats (`POST /retell/events`). Sources: docs.retellai.com, webhook overview; the official SDK.
 */
export interface RetellEvent {
  /** `event` as it came; empty where there is none, as in the test of a dashboard. */
  readonly type: string;
  readonly kind: 'started' | 'updated' | 'ended' | 'analyzed' | 'transfer' | 'other';
  readonly call: PlatformCall;
  /**
   * The same for the same event, however often it is delivered; undefined for `transcript_updated`, of which every one is another, and
   * without a call's id.
   */
  readonly eventKey: string | undefined;
  /** Of events of the kinds `updated`, `ended` and `analyzed` that name a call. */
  readonly report: CallReport | undefined;
  /** Whether the customer lets anything of what is said be kept. */
  readonly isRetained: boolean;
  /**
   * The customer has personal data taken out of what is kept, and this payload is from before that: what was said comes with
   * `call_analyzed` or `chat_analyzed`.
   */
  readonly isBeforeScrubbing: boolean;
}

const KINDS: ReadonlyMap<string, RetellEvent['kind']> = new Map([
  ['call_started', 'started'],
  ['chat_started', 'started'],
  ['transcript_updated', 'updated'],
  ['call_ended', 'ended'],
  ['chat_ended', 'ended'],
  ['call_analyzed', 'analyzed'],
  ['chat_analyzed', 'analyzed'],
  ['transfer_started', 'transfer'],
  ['transfer_bridged', 'transfer'],
  ['transfer_cancelled', 'transfer'],
  ['transfer_ended', 'transfer'],
]);

/** Reads any JSON value (undefined for a body that is no JSON). Never throws. */
export function readRetellEvent(body: unknown): RetellEvent {
  const envelope = objectOf(body);
  const type = idOf(envelope.event) ?? '';
  const kind = KINDS.get(type) ?? 'other';
  const payload = isObject(envelope.call) ? envelope.call : objectOf(envelope.chat);
  const call = readRetellCall(payload);
  const isReporting = kind === 'updated' || kind === 'ended' || kind === 'analyzed';
  return {
    type,
    kind,
    call,
    eventKey: call.callId === undefined || kind === 'updated' ? undefined : keyOf(type, call.callId, envelope, payload),
    report: isReporting ? reportOf(payload, call) : undefined,
    isRetained: retellRetention(payload) !== 'none',
    isBeforeScrubbing: retellRetention(payload) === 'scrubbed' && !isScrubbed(payload),
  };
}

/** Transfers come several times in a call, and are told apart by when and where to. */
function keyOf(type: string, callId: string, envelope: Payload, payload: Payload): string {
  const key = `${callId}:${type}`;
  if (!type.startsWith('transfer_')) return key;
  const started = isoTimeOf(payload.start_timestamp) ?? '';
  return `${key}:${started}:${idOf(objectOf(envelope.transfer_destination).number) ?? idOf(envelope.transfer_destination) ?? ''}`;
}

function reportOf(payload: Payload, { callId, ...call }: PlatformCall): CallReport | undefined {
  if (callId === undefined) return undefined;
  const retention = retellRetention(payload);
  return {
    platform: 'retell',
    ...call,
    callId,
    endedReason: idOf(payload.disconnection_reason),
    turns: readRetellTurns(payload),
    retained: retention === 'all' || (retention === 'scrubbed' && isScrubbed(payload)),
  };
}
