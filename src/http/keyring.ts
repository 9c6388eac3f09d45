import { createHash, timingSafeEqual } from 'node:crypto';
import { createBoundedLookups, type LookUpOutcome } from '../assistants/bounded-lookups.js';
import type { ApiKeyOwner, ApiKeyScope } from '../store/api-keys.js';
import { TimeIsUp, within } from './within.js';

/** Who a request comes from, as far as its key tells. */
export type Principal = Pick<ApiKeyOwner, 'workspaceId' | 'workspaceName' | 'scopes'>;

/** `admin` holds every other scope. */
export function hasScope(principal: Principal, scope: ApiKeyScope): boolean {
  return principal.scopes.includes(scope) || principal.scopes.includes('admin');
}

/** Keys that are known without the database: the admin token of this process, the key of the environment. */
export interface StandingKey {
  readonly key: string;
  readonly principal: Principal;
}

export interface KeyringOptions {
  /** Asks the database. Undefined: there is no such key. Rejects when the database does not answer. */
  readonly find: (key: string) => Promise<Principal | undefined>;
  readonly standing: readonly StandingKey[];
  /** Milliseconds of a clock that only moves forward. */
  readonly nowMs: () => number;
  readonly count: (result: 'hit' | 'miss' | 'stale' | 'failed') => void;
}

export interface Keyring {
  /**
   * The owner of a key, or undefined for one that nobody owns. Rejects only when the database cannot be asked about a key
   * that has not been seen lately.
   */
  principalOf(key: string): Promise<Principal | undefined>;
  /** Forgets what is cached, after keys were made or revoked in this process. */
  forget(): void;
}

/** How long a revoked key may still work, and how long a new one may still be unknown. */
const FRESH_MS = 10_000;
const UNKNOWN_FRESH_MS = 2_000;
/** With the database down a key that was good is good for so long. */
const STALE_MS = 24 * 60 * 60 * 1000;
/** A request waits so long for the database to confirm a key that is known, and then goes on with what is known. */
const CONFIRM_MS = 250;
/** How long after a failure the database is not asked again about a known key. */
const RETRY_MS = 1_000;
/** A key that is not known waits so long for the database, its turn included. */
const LOOK_UP_MS = 2_000;
/** So many keys that are not known are looked up at once: a flood of wrong ones leaves the pool to others. */
const LOOK_UPS_MAX = 4;
const KNOWN_MAX = 10_000;
const UNKNOWN_MAX = 1_000;

interface KnownKey {
  readonly principal: Principal;
  readonly confirmedAtMs: number;
  askAgainAtMs: number;
}

/**
 * API keys, looked up by their SHA-256 and kept in memory, so that a request costs no query and a stopped database does not
 * stop verification. Neither the keys themselves nor more than a bounded number of hashes are kept.
 */
export function createKeyring(options: KeyringOptions): Keyring {
  const { find, nowMs, count } = options;
  const standing = options.standing.map(({ key, principal }) => ({ digest: digestOf(key), principal }));
  const known = new Map<string, KnownKey>();
  const unknown = new Map<string, number>();
  const underWay = new Map<string, Promise<Principal | undefined>>();
  const turns = createBoundedLookups({ concurrentMax: LOOK_UPS_MAX, isOutage: () => false, restMs: 0 });
  const inTurn = new Map<string, Promise<LookUpOutcome<Principal | undefined>>>();

  /** One question to the database for all requests that wait for the same key. */
  function ask(hash: string, key: string): Promise<Principal | undefined> {
    const asked = underWay.get(hash);
    if (asked !== undefined) return asked;
    const question = find(key)
      .then((principal) => {
        remember(hash, principal);
        return principal;
      })
      .finally(() => underWay.delete(hash));
    underWay.set(hash, question);
    return question;
  }

  /** The same for a key that is not known, when its turn comes. Rejects when that, or the answer, is late. */
  async function askInTurn(hash: string, key: string): Promise<Principal | undefined> {
    const asked = underWay.get(hash);
    if (asked !== undefined) return within(LOOK_UP_MS, asked);
    let turn = inTurn.get(hash);
    if (turn === undefined) {
      turn = turns.run(() => ask(hash, key), LOOK_UP_MS).finally(() => inTurn.delete(hash));
      inTurn.set(hash, turn);
    }
    const outcome = await turn;
    if (outcome.status === 'ready') return outcome.result;
    throw outcome.status === 'failed' ? outcome.error : new TimeIsUp(`Not ready within ${LOOK_UP_MS} ms.`);
  }

  function remember(hash: string, principal: Principal | undefined): void {
    const now = nowMs();
    known.delete(hash);
    unknown.delete(hash);
    if (principal === undefined) setBounded(unknown, UNKNOWN_MAX, hash, now + UNKNOWN_FRESH_MS);
    else setBounded(known, KNOWN_MAX, hash, { principal, confirmedAtMs: now, askAgainAtMs: now + FRESH_MS });
  }

  async function confirm(hash: string, key: string, entry: KnownKey): Promise<Principal | undefined> {
    try {
      const principal = await within(CONFIRM_MS, ask(hash, key));
      count('miss');
      return principal;
    } catch (error) {
      const now = nowMs();
      if (now - entry.confirmedAtMs > STALE_MS) {
        known.delete(hash);
        count('failed');
        throw error;
      }
      entry.askAgainAtMs = now + RETRY_MS;
      count('stale');
      return entry.principal;
    }
  }

  return {
    async principalOf(key) {
      const digest = digestOf(key);
      const owner = standing.find((entry) => timingSafeEqual(entry.digest, digest));
      if (owner !== undefined) return owner.principal;

      const hash = digest.toString('base64');
      const now = nowMs();
      const entry = known.get(hash);
      if (entry !== undefined) {
        if (now >= entry.askAgainAtMs) return confirm(hash, key, entry);
        count('hit');
        return entry.principal;
      }
      if ((unknown.get(hash) ?? 0) > now) {
        count('hit');
        return undefined;
      }
      try {
        const principal = await askInTurn(hash, key);
        count('miss');
        return principal;
      } catch (error) {
        count('failed');
        throw error;
      }
    },

    forget() {
      known.clear();
      unknown.clear();
    },
  };
}

function digestOf(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}

/** Past the bound the entry that came first goes. */
function setBounded<Value>(map: Map<string, Value>, max: number, key: string, value: Value): void {
  if (map.size >= max) {
    const [oldest] = map.keys();
    if (oldest !== undefined) map.delete(oldest);
  }
  map.set(key, value);
}
