import type { Knex } from 'knex';
import type { JobQueue } from '../../jobs/job-queue.js';
import type { CallReport, ReportedTurn } from '../../platforms/call-report.js';
import { storableText } from '../../platforms/storable-copy.js';
import { admitEvent } from '../../store/admit-event.js';
import { readCallSoFar } from '../../store/call-so-far.js';
import { addCallerMetadata, findIdentityOwners, rootCaller } from '../../store/callers.js';
import { findCall, keepCall, type StoredCall } from '../../store/calls.js';
import { completeConversation } from '../../store/complete-conversation.js';
import { deleteConversation } from '../../store/conversations.js';
import { forgetEvent } from '../../store/events.js';
import type { JsonObject } from '../../store/json.js';
import { keepToldFact } from '../../store/learned.js';
import { type KeptTurn, replaceTurns } from '../../store/turns.js';
import { type CallerIdentity, subUserId } from '../callers/caller-identity.js';
import { redactTurns } from '../extraction/redact-secrets.js';
import { callConversationId } from './call-conversation-id.js';
import { callMetadata } from './call-metadata.js';
import { callerOfCall } from './caller-of-call.js';
import { type TurnChange, turnsAppended, turnsOfReport, turnsRecordedLive } from './turns-to-store.js';

/** What is told of a call. */
export interface IngestedCall {
  readonly report: Omit<CallReport, 'platform'> & { readonly platform: CallReport['platform'] | 'api' };
  /** By what the carrier or a key's owner says. None: the call is kept under its own id, and nothing of it is shared. */
  readonly identities: readonly CallerIdentity[];
  /** The same for the same event, delivered how often it may be. */
  readonly eventKey: string;
  readonly eventType: string;
  /**
   * `start`: it begins. `turn`: it goes on, and this was said just now. `report`: it is over, and these are its turns. `append`: it is
   * over, and these are more of its turns.
   */
  readonly stage: 'start' | 'turn' | 'report' | 'append';
  /** What the operator says of the caller. */
  readonly told?: { readonly name?: string | undefined; readonly metadata?: JsonObject | undefined } | undefined;
  /** Of the conversation, beside what every call has. */
  readonly metadata?: JsonObject | undefined;
  /** UUID; made of the call's id without it. */
  readonly conversationId?: string | undefined;
}

export interface IngestDependencies {
  readonly jobs: Pick<JobQueue, 'enqueue'>;
  /** Ends the conversation, and sees to its insights and to what it teaches, in the transaction: `endConversation` of the room `insights`. */
  readonly end: (
    trx: Knex.Transaction,
    workspaceId: number,
    conversationId: string,
    at: Date,
  ) => Promise<{ readonly learningJobId: string | null } | undefined>;
  readonly now: Date;
}

export type IngestOutcome =
  | {
      /** `duplicate`: it was told before, and nothing was changed. */
      readonly status: 'accepted' | 'duplicate';
      readonly conversationId: string;
      readonly callerId: string;
      /** Callers who turned out to be this one. */
      readonly mergedIds: readonly string[];
      /** There is something new to be recalled or found, or another way to find it; not where a call merely begins. */
      readonly isMore: boolean;
      /** Names the caller, and nobody else who has one of the identities. */
      readonly subUserId: string;
      /** Of the extraction; null where there is none yet. */
      readonly jobId: string | null;
    }
  /**
   * `erased`: the call, or its caller, was erased before it was told. `not-retained`: the customer chose not to keep it. `of-another`:
   * the conversation that goes on is somebody else's; the transaction has to be rolled back.
   */
  | { readonly status: 'erased' | 'not-retained' | 'of-another'; readonly subUserId: string };

/**
 * Keeps a call, or a part of it, in the caller's transaction: the event, the conversation with its turns, and the job that reads it
 * for facts are there together, or none is. The same call told twice, or by two events, is one conversation with each turn once.
 */
export async function ingestCall(
  trx: Knex.Transaction,
  workspaceId: number,
  call: IngestedCall,
  { jobs, end, now }: IngestDependencies,
): Promise<IngestOutcome> {
  const { report, eventKey, eventType, stage } = call;
  const told = { subUserId: subUserId(call.identities, report.callId) };
  const conversationId = call.conversationId ?? callConversationId(workspaceId, report);
  const erased = [
    { kind: 'call', id: `${report.platform} ${report.callId}` },
    { kind: 'event', id: `${report.platform} ${eventKey}` },
    { kind: 'conversation', id: conversationId },
  ] as const;
  const event = { platform: report.platform, eventKey, eventType, receivedAt: now, conversationId } as const;
  const owner = { conversationId, assistantId: report.agentId };
  const admission = await admitEvent(trx, workspaceId, event, { of: erased, owner, mayRetain: report.retained });
  if (admission.isErased) return { status: 'erased', ...told };
  if (!admission.isRetained) return { status: 'not-retained', ...told };
  if (!admission.isNew) {
    const there = await findCall(trx, workspaceId, report.platform, report.callId);
    const root = there?.callerId == null ? undefined : await rootCaller(trx, workspaceId, there.callerId);
    // Somebody deleted its conversation since.
    if (root === undefined) return { status: 'erased', ...told };
    const owners = await findIdentityOwners(trx, workspaceId, call.identities);
    const others = owners.filter((owner) => owner.callerId !== root);
    const named = { subUserId: subUserId(without(call.identities, others), report.callId) };
    return { status: 'duplicate', jobId: null, ...named, conversationId, callerId: root, mergedIds: [], isMore: false };
  }

  const startedAt = startOf(report, now);
  await completeConversation(trx, workspaceId, {
    id: conversationId,
    metadata: callMetadata(report as CallReport, call.metadata),
    createdAt: startedAt,
    isOrigin: report.startedAt !== undefined,
  });
  const { platform, callId, agentId } = report;
  const {
    isErased,
    call: before,
    rootId,
    turns: there,
  } = await readCallSoFar(trx, workspaceId, conversationId, erased);
  if (isErased) {
    // An erasure was under way, for whose end this waited: what was made anew since is taken back.
    await deleteConversation(trx, workspaceId, conversationId);
    await forgetEvent(trx, workspaceId, event);
    return { status: 'erased', ...told };
  }
  const known = { callerId: before?.callerId ?? undefined, rootId };
  const whose = await callerOfCall(trx, workspaceId, { callId, identities: call.identities, known }, now);
  if (whose.isAnothers && stage === 'append') return { status: 'of-another', ...told };
  const { callerId, isKnownByMore, ownId, mergedIds, othersIdentities } = whose;
  // Before the call's row is locked: who reads it for facts locks the caller first, too.
  if (call.told?.metadata !== undefined) await addCallerMetadata(trx, workspaceId, callerId, call.told.metadata, now);
  const isOver = stage === 'report' || stage === 'append';
  const endedAt = endOf(report, startedAt, now);
  const reported = isOver ? { at: now, endedAt } : undefined;
  const newCall = { conversationId, callerId: ownId, platform, callId, agentId, startedAt, reported };
  const kept = await keepCall(trx, workspaceId, newCall);
  const turns = report.turns
    .filter(({ text }) => text.trim() !== '')
    .map((turn) => ({ ...turn, text: storableText(turn.text) }));
  const safe = withoutSecrets(turns, stage === 'report' ? [] : there);
  const change = changeOf(call, conversationId, safe, there, { startedAt, now });
  if (call.told?.name !== undefined) await keepName(trx, workspaceId, kept, call.told.name, now);
  const added = await replaceTurns(trx, workspaceId, conversationId, { ...change, now });
  const isMore = added > 0 || change.removedIds.length > 0 || call.told !== undefined || isKnownByMore;
  const named = { subUserId: subUserId(without(call.identities, othersIdentities), report.callId) };
  const outcome = { status: 'accepted', ...named, conversationId, callerId, mergedIds, isMore } as const;
  if (!isOver) return { ...outcome, jobId: null };

  const ending = await end(trx, workspaceId, conversationId, endedAt);
  if (added === 0 && change.removedIds.length === 0 && kept.extractedAt !== null) return { ...outcome, jobId: null };
  if (ending?.learningJobId != null) return { ...outcome, jobId: ending.learningJobId };
  const jobId = await jobs.enqueue(trx, {
    ...{ workspaceId, type: 'extract-memory', payload: { conversationId }, singletonKey: conversationId },
  });
  return { ...outcome, jobId };
}

/** A telephone that two people have is one's identity: whoever asked by it would hear the other one's memory. All, where none is left. */
function without(
  identities: readonly CallerIdentity[],
  others: readonly { readonly kind: string; readonly value: string }[],
): readonly CallerIdentity[] {
  const own = identities.filter((identity) =>
    others.every(({ kind, value }) => kind !== identity.kind || value !== identity.value),
  );
  return own.length === 0 ? identities : own;
}

function changeOf(
  { stage, eventKey }: IngestedCall,
  conversationId: string,
  turns: readonly ReportedTurn[],
  there: readonly KeptTurn[],
  { startedAt, now }: { readonly startedAt: Date; readonly now: Date },
): TurnChange {
  if (stage === 'report') return turnsOfReport(conversationId, turns, there, { startedAt, now });
  if (stage === 'append') return turnsAppended(conversationId, eventKey, turns, there, now);
  return turnsRecordedLive(conversationId, eventKey, turns, there, now);
}

/** So many turns before may have asked for what is said now. */
const CONTEXT_TURNS = 6;

/** Turns without card numbers, passwords and the like. What was said before tells what was asked for. */
function withoutSecrets(turns: readonly ReportedTurn[], before: readonly KeptTurn[]): readonly ReportedTurn[] {
  const context = before.slice(-CONTEXT_TURNS).map(({ role, text }) => ({ role, text: text ?? '' }));
  const spoken = [...context, ...turns].map(({ role, text }) => ({
    speaker: role === 'assistant' ? 'agent' : 'caller',
    text,
  }));
  const redacted = redactTurns(spoken).turns.slice(context.length);
  return turns.map((turn, index) => ({ ...turn, text: redacted[index]?.text ?? '' }));
}

/** What the operator says is a fact of its own, which goes with the conversation that it was said for. */
async function keepName(
  trx: Knex.Transaction,
  workspaceId: number,
  { conversationId, callerId }: StoredCall,
  name: string,
  now: Date,
): Promise<void> {
  if (callerId === null) return;
  const recordedAt = now.toISOString();
  await keepToldFact(
    trx,
    workspaceId,
    { callerId, conversationId, recordedAt },
    { predicate: 'name', value: name, statement: `is called ${name}` },
  );
}

/** A platform's clock may be ahead, and a payload may say anything. */
function startOf({ startedAt }: IngestedCall['report'], now: Date): Date {
  const at = startedAt === undefined ? now : new Date(startedAt);
  return at < now ? at : now;
}

function endOf({ endedAt }: IngestedCall['report'], startedAt: Date, now: Date): Date {
  const at = endedAt === undefined ? now : new Date(endedAt);
  return at < startedAt ? startedAt : at < now ? at : now;
}
