import { describeError } from '../../errors.js';
import type { CallerIdentity } from '../../memory/callers/caller-identity.js';
import type { CarrierReading } from '../../memory/callers/carrier-identity.js';
import { callIdentities } from '../../memory/ingest/call-identities.js';
import type { InitializationEvent } from '../../platforms/telnyx/initialization.js';
import { parse, type Query } from '../../query/index.js';
import { callerKey } from '../../store/caller-key.js';
import type {
  InitializationDirection,
  InitializationStatus,
  NewInitializationRecord,
  RecordedPart,
} from '../../store/initializations.js';
import { readUuid } from '../../uuid.js';
import type { InitializationPart } from '../initialize.js';
import { LookupFailed } from '../lookups.js';
import type { Policy, PolicyStep } from '../policy/policy.js';
import { keptCopy, keptText } from './kept-copy.js';
import { MASK, maskAddress } from './mask-text.js';
import { redactAnswer, redactPayload } from './redact-initialization.js';

/** An initialization that has been answered, one way or the other, as it is told to the recorder. */
export interface NotedInitialization {
  readonly workspaceId: number;
  readonly direction: InitializationDirection;
  readonly platform: 'telnyx' | 'vapi' | 'retell';
  readonly event: InitializationEvent;
  /** Of the workspace: who it takes the caller for, so that the record goes with the caller. */
  readonly reading: CarrierReading;
  /** By which of the caller's identities they are remembered. Absent: they are not. */
  readonly rememberedBy?: CallerIdentity | undefined;
  /** Any JSON value. Undefined: there was none. */
  readonly answer: unknown;
  readonly status: InitializationStatus;
  /** What went wrong, in a sentence that has nobody's data. */
  readonly detail?: string | undefined;
  readonly policy?: string | undefined;
  /** `redacted`: what is personal is masked. Secrets are removed either way. */
  readonly record: Policy['record'];
  readonly parts?: readonly InitializationPart[] | undefined;
  readonly steps?: readonly PolicyStep[] | undefined;
  /** Values that must not be kept. */
  readonly secrets?: readonly string[] | undefined;
  readonly durationMs: number;
  /** When the answer had been given. */
  readonly at: Date;
}

const ID_CHARACTERS_MAX = 256;
const JSON_CHARACTERS_MAX = 64 * 1024;

/** Steps that tell how a policy was come by, and no values. */
const PLAIN_STEPS: ReadonlySet<string> = new Set(['policy', 'verification']);

/**
 * Pure. What is personal goes here, before anything waits for the database or is written.
 *
 * @param readQuery as `parse`
 */
export function initializationRecord(
  noted: NotedInitialization,
  id: string,
  readQuery: (text: string) => Query = parse,
): NewInitializationRecord {
  const { workspaceId, event, parts = [], secrets = [] } = noted;
  const isRedacted = noted.record === 'redacted';
  // That of the caller whose memory was told: a stronger one may be nobody's yet. The others become that caller's when the call is kept.
  const identity = noted.rememberedBy ?? callIdentities(event, noted.reading)[0];
  const payload = keptCopy(event.payload, secrets) as Readonly<Record<string, unknown>>;
  const answer = keptCopy(noted.answer, secrets);
  return {
    workspaceId,
    id,
    direction: noted.direction,
    platform: noted.platform,
    eventId: idOf(event.eventId),
    assistantId: idOf(event.assistantId),
    conversationId: conversationIdOf(event.conversationId),
    callerKey: identity === undefined ? null : callerKey(workspaceId, identity),
    caller: event.endUserTarget === undefined ? null : keptText(maskAddress(event.endUserTarget), []),
    policy: noted.policy ?? null,
    status: noted.status,
    detail: noted.detail === undefined ? null : detailOf(noted.detail, secrets, isRedacted),
    durationMs: Math.round(noted.durationMs * 1000) / 1000,
    leftOut: parts.filter(({ status }) => status === 'late' || status === 'failed').map(({ part }) => part),
    isRedacted,
    recordedAt: noted.at.toISOString(),
    requestJson: jsonText(isRedacted ? redactPayload(payload) : payload),
    answerJson: noted.answer === undefined ? 'null' : jsonText(isRedacted ? redactAnswer(answer, readQuery) : answer),
    partsJson: jsonText(parts.map((part) => recordedPart(part, secrets))),
    stepsJson: jsonText(recordedSteps(noted, isRedacted)),
  };
}

/** It may name keys of an answer. */
function detailOf(detail: string, secrets: readonly string[], isRedacted: boolean): string {
  const text = keptText(detail, secrets);
  return isRedacted ? text.replace(/\d{5,}/g, MASK) : text;
}

function recordedPart(
  { part, status, durationMs, error }: InitializationPart,
  secrets: readonly string[],
): RecordedPart {
  return {
    part,
    status,
    duration_ms: Math.round(durationMs * 1000) / 1000,
    ...(error === undefined ? {} : { error: keptText(errorText(error), secrets) }),
  };
}

/** Without what was being worked on. */
function errorText(error: unknown): string {
  if (error instanceof LookupFailed) return error.message;
  const { name, code, message } = describeError(error);
  return message ?? (code === undefined ? name : `${name} ${code}`);
}

function recordedSteps({ steps = [], answer, secrets = [] }: NotedInitialization, isRedacted: boolean): unknown {
  if (!isRedacted) return keptCopy(steps, secrets);
  const hasMemory = typeof answer === 'object' && answer !== null && 'memory' in answer;
  // Why there is no memory is a sentence of ours; the query is in the answer, masked.
  return steps.filter(({ part }) => PLAIN_STEPS.has(part) || (part === 'memory.conversation_query' && !hasMemory));
}

function idOf(text: string | undefined): string | null {
  return text === undefined ? null : keptText(text.slice(0, ID_CHARACTERS_MAX), []);
}

/** A conversation of ours as its id is stored. Others' ids are any text. */
function conversationIdOf(text: string | undefined): string | null {
  const id = idOf(text);
  return id === null ? null : (readUuid(id) ?? id);
}

function jsonText(value: unknown): string {
  const text = JSON.stringify(value);
  if (text.length <= JSON_CHARACTERS_MAX) return text;
  return JSON.stringify(`left out: ${text.length} characters of JSON`);
}
