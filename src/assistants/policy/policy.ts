import type { CallerIdentity } from '../../memory/callers/caller-identity.js';
import type { CarrierReading } from '../../memory/callers/carrier-identity.js';
import type { InitializationAnswer, InitializationEvent } from '../../platforms/telnyx/initialization.js';
import type { CallerProfile } from '../caller-profile.js';

/**
 * What an assistant is told when a conversation begins, as its user wrote it in `ringback.yaml`: checked as a whole, templates
 * parsed, the memory query prepared. Pure: it asks for what it needs (`plan`), and makes the answer of what came (`answer`).
 */
export interface Policy {
  readonly name: string;
  readonly unverified: UnverifiedRule;
  /** Whether the document says so, or it is the default. */
  readonly statesUnverified: boolean;
  /** What the record of an initialization keeps of personal data. */
  readonly record: 'redacted' | 'full';
  matches(event: InitializationEvent): boolean;
  plan(event: InitializationEvent, context: PlanContext): PolicyPlan;
  answer(plan: PolicyPlan, parts: PolicyParts): PolicyAnswer;
}

/** What becomes of memory when nobody vouches for who calls. */
export type UnverifiedRule = 'allow' | 'withhold_sensitive' | 'deny';

/**
 * What is known of the caller id (STIR/SHAKEN). An outbound call is verified, since we dialled the number, and so is a caller whom the
 * operator names by an id of theirs.
 */
export type CallerVerification = 'verified' | 'unverified' | 'unknown';

export interface PlanContext {
  readonly now: Date;
  /** Of the workspace: who it takes the caller for. */
  readonly reading: CarrierReading;
  /** IANA name. */
  readonly timeZone: string;
  /** Secrets of the workspace by name, for look-ups only. */
  readonly secrets: Readonly<Record<string, string>>;
}

/** What has to be found out before the answer can be made, all of it in parallel. */
export interface PolicyPlan {
  readonly event: InitializationEvent;
  readonly now: Date;
  /** IANA name: the policy's, or the server's. */
  readonly timeZone: string;
  readonly verification: CallerVerification;
  /** The rule gives callers who are not verified no memory, and this one is not. */
  readonly isDenied: boolean;
  /** The caller whose profile is wanted; absent: nobody can be told apart, or the rule denies memory, or nothing asks for it. */
  readonly caller?: PlannedCaller;
  readonly lookups: readonly PlannedLookup[];
  /** What must not be in the answer, whatever a look-up says. */
  readonly secrets: readonly string[];
}

export interface PlannedCaller {
  /** By what memory knows the caller, the strongest first: at least one. */
  readonly identities: readonly CallerIdentity[];
  /**
   * `telnyx_end_user_target` as it came, where the caller is known by it: conversations are stored under this spelling. Absent: by an id
   * of the operator's alone.
   */
  readonly target?: string;
  /** `voice:+13128675309`, `id:cust_8842`: as `subUserId` has it. */
  readonly memoryUserId: string;
  readonly withholdSensitive: boolean;
}

export interface PlannedLookup {
  readonly name: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  /** 0: not cached. */
  readonly cacheSeconds: number;
  /** A secret that it needs and the workspace does not keep: it is not asked, since it would be without its credentials. */
  readonly missingSecret?: string;
}

/** What came in time. A part that is absent was late or failed. */
export interface PolicyParts {
  readonly profile?: CallerProfile;
  /** JSON values by the look-ups' names. */
  readonly lookups: Readonly<Record<string, unknown>>;
}

export interface PolicyAnswer {
  readonly answer: InitializationAnswer;
  /** How each value came about, for `ringback policies test` and the record of initializations. */
  readonly steps: readonly PolicyStep[];
}

export interface PolicyStep {
  /** `match`, `verification`, `identity`, `profile`, `lookups.crm`, `dynamic_variables.tier`, `memory.conversation_query`, … */
  readonly part: string;
  /** One line. */
  readonly detail: string;
}
