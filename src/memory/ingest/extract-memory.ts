import { type JobHandler, type JobQueue, TryFailed } from '../../jobs/job-queue.js';
import type { EmbeddingModel } from '../../models/embedding-model.js';
import { type CallToLearn, readCallToLearn } from '../../store/call-to-learn.js';
import { readCallerNames } from '../../store/caller-names.js';
import { lockCallerWithRoot } from '../../store/callers.js';
import { callOfConversation, keepCall, type StoredCall } from '../../store/calls.js';
import { type ChangeFeed, callersChange, memoryAddition, memoryLearned } from '../../store/change-feed.js';
import type { Database } from '../../store/database.js';
import { endUserTargetOf } from '../../store/end-user-target.js';
import { type LearnedFact, replaceLearned } from '../../store/learned.js';
import { type KeptTurn, readTurns } from '../../store/turns.js';
import type { CarrierReading } from '../callers/carrier-identity.js';
import { linkCaller } from '../callers/link-caller.js';
import type { CallTurn } from '../extraction/call.js';
import type { ExtractedFact, Extraction, Extractor } from '../extraction/extraction.js';
import { PREDICATES } from '../predicates.js';
import { currentName } from '../truth/current-name.js';
import { callOfMetadata } from './conversation-call.js';
import { followLearning } from './follow-learning.js';
import { RECORDED_LIVE } from './turns-to-store.js';

export interface ExtractMemoryDependencies {
  readonly database: Database;
  readonly jobs: Pick<JobQueue, 'enqueue'>;
  readonly changes: Pick<ChangeFeed, 'publish'>;
  readonly extractor: Extractor;
  /** Absent: there are no vectors. */
  readonly embedding?: EmbeddingModel | undefined;
  /** Where a workspace does not say. */
  readonly defaults: { readonly defaultCountry: string; readonly timeZone: string };
  readonly now: () => Date;
}

const NOTHING = { entities: 0, facts: 0, episodes: 0, procedures: 0 };

/**
 * Reads a call for what it teaches, and keeps that in the place of what the call taught before: done twice, it is there once. The
 * extractor runs in no transaction. A conversation that was deleted meanwhile, or whose assistant keeps no data, teaches nothing.
 */
export function extractMemoryHandler(deps: ExtractMemoryDependencies): JobHandler<'extract-memory'> {
  const { database, extractor, changes, now } = deps;
  return async ({ conversationId }, { workspaceId, signal, outside }) => {
    const found = await readCallToLearn(database.knex, workspaceId, conversationId);
    if (found === undefined || !found.retains) return NOTHING;
    const turns = await readTurns(database.knex, workspaceId, conversationId);
    if (turns.length === 0) return NOTHING;
    const { metadata, settings } = found;
    const country = settings.default_country ?? deps.defaults.defaultCountry;
    const reading = { defaultCountry: country, sipDomains: settings.sip_domains ?? [] };
    const call = await callOf(deps, workspaceId, conversationId, found, reading);
    const known = await readCallerNames(database, workspaceId, call.callerId);
    const asked = {
      turns: turns.map(callTurn),
      startedAt: call.startedAt,
      timeZone: settings.time_zone ?? deps.defaults.timeZone,
      country,
      callerNumber: known.phone,
      knownName: currentName(known.names),
    };
    const extraction = await outside(() => extractor.extract(asked, signal));
    signal.throwIfAborted();

    const callerIds = await database.knex.transaction(async (trx): Promise<readonly string[] | undefined> => {
      const root = await lockCallerWithRoot(trx, workspaceId, call.callerId);
      if (root === undefined) return undefined;
      // Erased or deleted meanwhile: its row would be the only one left of it.
      if ((await callOfConversation(trx, workspaceId, conversationId)) === undefined) return undefined;
      await replaceLearned(trx, workspaceId, {
        ...{ conversationId, callerId: call.callerId, at: call.startedAt, recordedAt: now().toISOString() },
        facts: extraction.facts.map((fact) => learnedFact(fact, turns, call.startedAt)),
        episode: extraction.episode && { ...extraction.episode, extractor: extraction.extractor },
        procedures: extraction.procedures,
        entities: extraction.entities,
      });
      return followLearning(deps, trx, workspaceId, { conversationId, callerId: root });
    });
    if (callerIds === undefined) return NOTHING;
    const change = wasToldAsCall(found.call) ? memoryLearned : memoryAddition;
    for (const id of callerIds) changes.publish(change(workspaceId, id));
    changes.publish(callersChange(workspaceId, endUserTargetOf(metadata)));
    return resultOf(extraction);
  };
}

/**
 * Whether caches have heard of the turns when they were kept. Of a conversation of the Telnyx API they have not: its messages are no
 * caller's until they are read for facts, and they may go on after that.
 */
function wasToldAsCall(call: StoredCall | undefined): boolean {
  return call?.callerId != null && call.reportedAt !== null && call.platform !== 'telnyx';
}

/** The call that the conversation is; one that came through the Telnyx API becomes one now. */
async function callOf(
  { database, now }: ExtractMemoryDependencies,
  workspaceId: number,
  conversationId: string,
  { call: stored, createdAt, metadata }: CallToLearn,
  reading: CarrierReading,
): Promise<StoredCall & { readonly callerId: string }> {
  if (stored?.callerId != null) return { ...stored, callerId: stored.callerId };
  const { identities, ...call } = callOfMetadata(conversationId, metadata, reading);
  const kept = await database.knex.transaction(async (trx) => {
    const { ownId: callerId } = await linkCaller(trx, workspaceId, identities, now());
    return keepCall(trx, workspaceId, { ...call, callerId, conversationId, startedAt: new Date(createdAt) });
  });
  if (kept.callerId === null) throw new TryFailed('The caller of the conversation is not known yet.');
  return { ...kept, callerId: kept.callerId };
}

function callTurn({ role, text, sentAt, metadata }: KeptTurn): CallTurn {
  const speaker = metadata?.speaker === 'other' ? 'other' : role === 'user' ? 'caller' : 'agent';
  // What a tool recorded is the agent's words for what was said.
  const at = metadata?.[RECORDED_LIVE] === true ? undefined : sentAt;
  return { speaker, text: text ?? '', at };
}

function learnedFact(fact: ExtractedFact, turns: readonly KeptTurn[], startedAt: string): LearnedFact {
  const turn = turns[fact.turn];
  return {
    messageId: turn?.id ?? null,
    about: fact.about ?? null,
    predicate: fact.predicate,
    value: fact.value,
    statement: fact.statement,
    quote: fact.quote,
    speaker: turn?.role === 'assistant' ? 'agent' : 'caller',
    promisedBy: fact.by ?? null,
    confidence: fact.confidence,
    sensitive: fact.sensitive ?? PREDICATES[fact.predicate].sensitive,
    replaces: fact.replaces ?? null,
    validFrom: timeOrNull(fact.validFrom),
    validTo: timeOrNull(fact.validTo),
    saidAt: turn?.sentAt ?? startedAt,
  };
}

/** A day is its beginning. What is no time is none. */
function timeOrNull(text: string | undefined): string | null {
  if (text === undefined) return null;
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}

function resultOf({ entities, episode, facts, procedures, skipped }: Extraction): Record<string, unknown> {
  return {
    entities: entities.length,
    facts: facts.length,
    episodes: episode === undefined ? 0 : 1,
    procedures: procedures.length,
    ...(skipped === undefined ? {} : { skipped }),
  };
}
