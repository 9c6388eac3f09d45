import type { CallerIdentity } from '../memory/callers/caller-identity.js';
import type { CarrierReading } from '../memory/callers/carrier-identity.js';
import { type CallerMemories, type RecalledCaller, UNKNOWN_AGENT } from '../memory/recall/caller-memories.js';
import type { InitializationAnswer, InitializationEvent } from '../platforms/telnyx/initialization.js';
import type { BoundedLookups } from './bounded-lookups.js';
import type { CallerProfile } from './caller-profile.js';
import type { CallerKey, CallerProfiles } from './caller-profiles.js';
import { LookupFailed, type Lookups } from './lookups.js';
import { createBuiltInPolicy } from './policy/built-in-policy.js';
import type { CallerVerification, PlannedCaller, Policy, PolicyPlan, PolicyStep } from './policy/policy.js';
import type { PolicyBook } from './policy/policy-book.js';
import { rememberedProfile } from './remembered-profile.js';

/** Everything about one initialization: the answer, and how it came about. */
export interface Initialization {
  readonly answer: InitializationAnswer;
  /** The name of the policy that held. */
  readonly policy: string;
  readonly record: Policy['record'];
  readonly verification: CallerVerification;
  /** `voice:+13128675309`, `id:cust_8842`; absent: nobody who can be told apart. */
  readonly memoryUserId?: string;
  /** By which of the caller's identities they are remembered. Absent: they are not. */
  readonly rememberedBy?: CallerIdentity | undefined;
  readonly parts: readonly InitializationPart[];
  readonly steps: readonly PolicyStep[];
}

/** Something that the answer was made of. */
export interface InitializationPart {
  /** `policies`, `caller_profile`, `memory` (only where it was late), `lookups.crm`. */
  readonly part: string;
  /** `stale`: as it was some time ago, since the database did not answer. `late` and `failed` parts are left out. */
  readonly status: 'ready' | 'cached' | 'stale' | 'late' | 'failed';
  readonly durationMs: number;
  /** Of what failed: for the log. */
  readonly error?: unknown;
  /** Of what was late: false when it never had its turn. */
  readonly started?: boolean;
}

export interface InitializationRequest {
  readonly workspaceId: number;
  readonly event: InitializationEvent;
  readonly now: Date;
  /** Of the workspace: who it takes the caller for. */
  readonly reading: CarrierReading;
  /** IANA name. */
  readonly timeZone: string;
  /** Of `performance.now()`: what is not ready by then is left out. */
  readonly deadlineMs: number;
  /** Of the workspace, by name: for look-ups only. */
  readonly secrets: Readonly<Record<string, string>>;
  /** To be tried instead of those that hold. */
  readonly policies?: readonly Policy[];
  /** A UUID: the conversation that begins, where it is stored already. */
  readonly conversationId?: string;
}

export interface InitializerOptions {
  readonly book: PolicyBook;
  readonly profiles: CallerProfiles;
  /** What is known of callers from calls on any platform. Absent: nothing. */
  readonly memories?: Pick<CallerMemories, 'recall'> | undefined;
  readonly lookups: Lookups;
  /** Bounds what the hot path asks of the database for workspaces whose policies are not known yet. */
  readonly bounded: BoundedLookups;
  /** For profiles, which are asked for together: in time, and not while the database is away. */
  readonly profileLookups: BoundedLookups;
  /** How long a statement may go on after the deadline, keeping its slot. */
  readonly giveUpMs: number;
}

/** Answers an initialization: settles by its deadline whatever the database and the look-ups do. */
export type Initialize = (request: InitializationRequest) => Promise<Initialization>;

/** Left of the budget for making the answer, of which a hundred may be due in the same moment; of a short one a tenth. */
const ANSWER_MS = 50;

/** Of what is told of a caller beside the conversations. */
const MEMORY_CHARACTERS_MAX = 900;

export function createInitializer(options: InitializerOptions): Initialize {
  const { book, profiles, memories, lookups, bounded, profileLookups, giveUpMs } = options;
  const builtIn = createBuiltInPolicy();

  return async (asked) => {
    const request = { ...asked, deadlineMs: partsDeadlineMs(asked.deadlineMs) };
    const { workspaceId, event, now, reading, timeZone, secrets } = request;
    const parts: InitializationPart[] = [];
    const policies = request.policies ?? book.known(workspaceId) ?? (await askPolicies(request, parts));
    const policy = policies?.find((candidate) => candidate.matches(event)) ?? builtIn;
    const planned = policy.plan(event, { now, reading, timeZone, secrets });
    // Whoever could not be asked may have forbidden what the built-in policy allows.
    const plan = policies === undefined ? withoutMemory(planned) : planned;
    const [history, recalled, found] = await Promise.all([
      profileOf(request, plan, parts),
      recall(request, plan),
      lookUpAll(request, plan, parts),
    ]);
    // Where the conversations were asked for and not ready either, one reason is enough.
    if (recalled?.status === 'late' && (history !== undefined || historyOf(plan.caller) === undefined))
      parts.push({ part: 'memory', status: 'late', durationMs: recalled.durationMs });
    const profile = rememberedProfile(history, recalled);
    const { answer, steps } = policy.answer(plan, { ...(profile === undefined ? {} : { profile }), lookups: found });
    return {
      answer,
      policy: policy.name,
      record: policy.record,
      verification: plan.verification,
      ...(plan.caller === undefined ? {} : { memoryUserId: plan.caller.memoryUserId }),
      rememberedBy: recalled?.identity,
      parts,
      steps: [{ part: 'policy', detail: matchDetail(policy, builtIn, policies) }, ...steps],
    };
  };

  async function askPolicies(
    { workspaceId, deadlineMs }: InitializationRequest,
    parts: InitializationPart[],
  ): Promise<readonly Policy[] | undefined> {
    const remainingMs = deadlineMs - performance.now();
    return part(parts, 'policies', () => bounded.run(() => book.ask(workspaceId), remainingMs));
  }

  async function profileOf(
    { workspaceId, conversationId, deadlineMs }: InitializationRequest,
    { caller }: PolicyPlan,
    parts: InitializationPart[],
  ): Promise<CallerProfile | undefined> {
    const of = historyOf(caller);
    if (caller === undefined || of === undefined) return undefined;
    const key: CallerKey = {
      workspaceId,
      of,
      withholdSensitive: caller.withholdSensitive,
      ...(conversationId === undefined ? {} : { excludeConversationId: conversationId }),
    };
    const fresh = profiles.fresh(key);
    if (fresh !== undefined) {
      parts.push({ part: 'caller_profile', status: 'cached', durationMs: 0 });
      return fresh;
    }
    const waitMs = deadlineMs - performance.now();
    let hasBegun = false;
    const begun = (): void => {
      hasBegun = true;
    };
    const load = () => profiles.load(key, { waitMs, timeoutMs: waitMs + giveUpMs, begun });
    const lookUp = () => profileLookups.run(load, waitMs, () => hasBegun);
    return part(parts, 'caller_profile', lookUp, () => profiles.stale(key));
  }

  /** Settles in time by itself. */
  async function recall(
    { workspaceId, event, deadlineMs }: InitializationRequest,
    { caller, timeZone }: PolicyPlan,
  ): Promise<(RecalledCaller & { readonly durationMs: number }) | undefined> {
    if (memories === undefined || caller === undefined) return undefined;
    const startMs = performance.now();
    const recalled = await memories.recall({
      workspaceId,
      identities: caller.identities,
      agentId: event.assistantId ?? UNKNOWN_AGENT,
      timeZone,
      timeoutMs: Math.max(0, deadlineMs - startMs),
      withholdSensitive: caller.withholdSensitive,
      charactersMax: MEMORY_CHARACTERS_MAX,
    });
    return { ...recalled, durationMs: performance.now() - startMs };
  }

  async function lookUpAll(
    { workspaceId, deadlineMs }: InitializationRequest,
    plan: PolicyPlan,
    parts: InitializationPart[],
  ): Promise<Readonly<Record<string, unknown>>> {
    const found = await Promise.all(
      plan.lookups.map(async (lookup): Promise<readonly [string, unknown][]> => {
        const startMs = performance.now();
        const name = `lookups.${lookup.name}`;
        try {
          const remaining = Math.min(lookup.timeoutMs, deadlineMs - performance.now());
          const value = await lookups.fetch(workspaceId, lookup, remaining);
          parts.push({ part: name, status: 'ready', durationMs: performance.now() - startMs });
          return [[lookup.name, value]];
        } catch (error) {
          const status = error instanceof LookupFailed ? error.reason : 'failed';
          parts.push({ part: name, status, durationMs: performance.now() - startMs, error });
          return [];
        }
      }),
    );
    return Object.fromEntries(found.flat());
  }
}

/**
 * Whose conversations are told: those under the number or SIP URI. Whom the operator names by an id or an e-mail address may share the
 * telephone with somebody else, whose conversations have the same number: then only those that are known to be that caller's.
 */
function historyOf(caller: PlannedCaller | undefined): CallerKey['of'] | undefined {
  if (caller === undefined) return undefined;
  const { identities, target } = caller;
  if (identities.some(({ kind }) => kind !== 'phone' && kind !== 'sip')) return { identities };
  return target === undefined ? undefined : { target };
}

/** When the parts have to be there, so that the answer is made and sent by its deadline. */
function partsDeadlineMs(deadlineMs: number): number {
  return deadlineMs - Math.max(0, Math.min(ANSWER_MS, (deadlineMs - performance.now()) / 10));
}

/** Runs a part and notes how it went. */
async function part<Value>(
  parts: InitializationPart[],
  name: string,
  run: () => ReturnType<BoundedLookups['run']>,
  stale?: () => Value | undefined,
): Promise<Value | undefined> {
  const startMs = performance.now();
  const outcome = await run();
  const durationMs = performance.now() - startMs;
  if (outcome.status === 'ready') {
    parts.push({ part: name, status: 'ready', durationMs });
    return outcome.result as Value;
  }
  const old = stale?.();
  if (old !== undefined) {
    parts.push({ part: name, status: 'stale', durationMs });
    return old;
  }
  const why = outcome.status === 'failed' ? { error: outcome.error } : { started: outcome.started };
  parts.push({ part: name, status: outcome.status, durationMs, ...why });
  return undefined;
}

function withoutMemory({ caller: _, ...plan }: PolicyPlan): PolicyPlan {
  return { ...plan, isDenied: true };
}

function matchDetail(policy: Policy, builtIn: Policy, policies: readonly Policy[] | undefined): string {
  if (policy !== builtIn) return `The policy "${policy.name}" matches.`;
  if (policies === undefined)
    return 'The policies could not be read in time: no memory, rather than one that they may forbid.';
  return policies.length === 0
    ? 'The workspace has no policies: the built-in one holds.'
    : 'No policy matches: the built-in one holds.';
}
