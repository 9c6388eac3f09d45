import type { CallerIdentity } from '../memory/callers/caller-identity.js';
import { withoutSensitiveSentences } from '../memory/sensitive-text.js';
import { type AskedCaller, callerHistories } from '../store/caller-history.js';
import type { Change } from '../store/change-feed.js';
import type { Database } from '../store/database.js';
import { type AskedEndUser, type EndUserHistory, endUserHistories } from '../store/end-user-history.js';
import { createGatheredReads } from '../store/gathered-reads.js';
import type { CallerProfile } from './caller-profile.js';

/** Profiles of callers, kept for a while: a caller who calls again, or whose line rings twice, costs no query. */
export interface CallerProfiles {
  /** A profile that is fresh in memory. */
  fresh(caller: CallerKey): CallerProfile | undefined;
  /** Asks the database, together with others; rejects when it does not answer in time. */
  load(caller: CallerKey, options: ProfileLoadOptions): Promise<CallerProfile>;
  /** For when the database does not answer: the profile as it was some time ago. */
  stale(caller: CallerKey): CallerProfile | undefined;
  /** Forgets what has changed. */
  forget(change: Change | undefined): void;
  readonly size: number;
}

export interface ProfileLoadOptions {
  /** So long it waits for its turn. */
  readonly waitMs: number;
  /** So long a statement may take. */
  readonly timeoutMs: number;
  /** Is told when it has its turn. */
  readonly begun?: (() => void) | undefined;
}

export interface CallerKey {
  readonly workspaceId: number;
  /**
   * `telnyx_end_user_target`, as it came: all conversations under it. Or the identities of somebody whom the operator names: the conversations
   * of that caller. Those are read each time: whose a conversation is changes more often than under which number it is.
   */
  readonly of: { readonly target: string } | { readonly identities: readonly CallerIdentity[] };
  readonly withholdSensitive: boolean;
  /** The conversation that begins now: no history yet. */
  readonly excludeConversationId?: string;
}

/** New messages do not tell the other processes: so long a profile may lag behind them. */
const FRESH_MS = 10_000;
const STALE_MS = 10 * 60_000;
const PROFILES_MAX = 10_000;

/** Callers of one statement. */
const STATEMENT_CALLERS_MAX = 64;
const WAITING_MAX = 2_000;

interface Entry {
  readonly history: EndUserHistory;
  readonly loadedAtMs: number;
}

/**
 * @param nowMs milliseconds of a clock that only moves forward
 * @param statementsMax so many statements at once, and one more for those whom operators name
 */
export function createCallerProfiles(
  database: Pick<Database, 'run'>,
  nowMs: () => number,
  statementsMax = 1,
): CallerProfiles {
  // In the order of use: the first one was not used for longest.
  const entries = new Map<string, Entry>();
  /** Counts what was forgotten, so that a question asked before does not bring old news. */
  let generation = 0;

  const histories = createGatheredReads<AskedEndUser, EndUserHistory>({
    load: (workspaceId, endUsers, timeoutMs) => endUserHistories(database, workspaceId, endUsers, { timeoutMs }),
    statementsMax,
    keysMax: STATEMENT_CALLERS_MAX,
    waitingMax: WAITING_MAX,
  });

  const callers = createGatheredReads<AskedCaller, EndUserHistory>({
    load: (workspaceId, asked, timeoutMs) => callerHistories(database, workspaceId, asked, { timeoutMs }),
    statementsMax: 1,
    keysMax: STATEMENT_CALLERS_MAX,
    waitingMax: WAITING_MAX,
  });

  const keyOf = (workspaceId: number, target: string): string => `${workspaceId} ${target}`;

  function cached({ workspaceId, of, excludeConversationId }: CallerKey, maxAgeMs: number): EndUserHistory | undefined {
    if (!('target' in of)) return undefined;
    const key = keyOf(workspaceId, of.target);
    const entry = entries.get(key);
    if (entry === undefined || nowMs() - entry.loadedAtMs > maxAgeMs) return undefined;
    if (excludeConversationId !== undefined && entry.history.newest?.includes(excludeConversationId)) return undefined;
    entries.delete(key);
    entries.set(key, entry);
    return entry.history;
  }

  function keep(key: string, history: EndUserHistory): void {
    entries.delete(key);
    if (entries.size >= PROFILES_MAX) {
      const [oldest] = entries.keys();
      if (oldest !== undefined) entries.delete(oldest);
    }
    entries.set(key, { history, loadedAtMs: nowMs() });
  }

  const profileOf = (history: EndUserHistory | undefined, caller: CallerKey): CallerProfile | undefined =>
    history === undefined ? undefined : callerProfile(history, caller.withholdSensitive);

  return {
    fresh: (caller) => profileOf(cached(caller, FRESH_MS), caller),
    stale: (caller) => profileOf(cached(caller, STALE_MS), caller),
    async load(caller, options) {
      const { workspaceId, of, excludeConversationId } = caller;
      if ('identities' in of) {
        const { identities } = of;
        const own = await callers.read(workspaceId, { identities, excludeConversationId }, options);
        return callerProfile(own, caller.withholdSensitive);
      }
      const { target } = of;
      const asked = generation;
      const startMs = nowMs();
      // Of all conversations, so that it can be kept: the one that begins is seldom stored yet, or it is among the newest.
      const history = await histories.read(workspaceId, { target }, options);
      if (asked === generation) keep(keyOf(workspaceId, target), history);
      if (excludeConversationId !== undefined && history.newest?.includes(excludeConversationId)) {
        const elapsedMs = nowMs() - startMs;
        const others = await histories.read(
          workspaceId,
          { target, excludeConversationId },
          {
            waitMs: Math.max(1, options.waitMs - elapsedMs),
            timeoutMs: Math.max(1, options.timeoutMs - elapsedMs),
          },
        );
        return callerProfile(others, caller.withholdSensitive);
      }
      return callerProfile(history, caller.withholdSensitive);
    },
    forget(change) {
      if (change !== undefined && change.kind !== 'callers') return;
      generation += 1;
      if (change === undefined) entries.clear();
      else if (change.key !== undefined) entries.delete(keyOf(change.workspaceId, change.key));
      else for (const key of entries.keys()) if (key.startsWith(`${change.workspaceId} `)) entries.delete(key);
    },
    get size() {
      return entries.size;
    },
  };
}

function callerProfile(history: EndUserHistory, withholdSensitive: boolean): CallerProfile {
  const { lastSummary } = history;
  const summary = withholdSensitive ? withoutSensitiveSentences(lastSummary?.text ?? '') : (lastSummary?.text ?? '');
  return {
    name: '',
    history,
    ...(lastSummary === undefined || summary === ''
      ? {}
      : { lastEpisode: { summary, at: lastSummary.at, conversationId: lastSummary.conversationId } }),
    facts: {},
  };
}
