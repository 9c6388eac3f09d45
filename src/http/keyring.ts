import { createHash, timingSafeEqual } from 'node:crypto';
import type { ApiKeyOwner, ApiKeyScope } from '../store/api-keys.js';
import { createConfirmedCache } from './confirmed-cache.js';

/** Whose a key is. `id` is absent for keys that no row stands for: the admin token of this process, the key of the environment. */
export type KeyOwner = Pick<ApiKeyOwner, 'workspaceId' | 'workspaceName' | 'scopes'> & { readonly id?: string };

/** Who a request comes from, as far as its key tells. */
export interface Principal extends KeyOwner {
  /** Holds an admin key of the default workspace, and so administers the whole server. */
  readonly isOperator: boolean;
}

/** `admin` holds every other scope. */
export function hasScope(owner: Pick<KeyOwner, 'scopes'>, scope: ApiKeyScope): boolean {
  return owner.scopes.includes(scope) || owner.scopes.includes('admin');
}

/** Keys that are known without the database: the admin token of this process, the key of the environment. */
export interface StandingKey {
  readonly key: string;
  readonly principal: KeyOwner;
}

export interface KeyringOptions {
  /** Asks the database. Undefined: there is no such key. Rejects when the database does not answer. */
  readonly find: (key: string) => Promise<KeyOwner | undefined>;
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
  principalOf(key: string): Promise<KeyOwner | undefined>;
  /** Whether a key is known to be somebody's without asking the database. */
  isKnown(key: string): boolean;
  /** Forgets what is cached, after keys were made or revoked in this process. */
  forget(): void;
}

const CONFIRM_MS = 250;
const LOOK_UP_MS = 2_000;

/**
 * API keys, looked up by their SHA-256 and kept in memory, so that a request costs no query and a stopped database does not
 * stop verification. Neither the keys themselves nor more than a bounded number of hashes are kept. A key that was revoked elsewhere
 * works for ten seconds at most while the database answers.
 */
export function createKeyring({ find, standing, nowMs, count }: KeyringOptions): Keyring {
  const digests = standing.map(({ key, principal }) => ({ digest: digestOf(key), principal }));
  const cache = createConfirmedCache<KeyOwner>({ nowMs, count, confirmMs: CONFIRM_MS, lookUpMs: LOOK_UP_MS });
  const standingOwner = (digest: Buffer) => digests.find((entry) => timingSafeEqual(entry.digest, digest));
  return {
    isKnown(key) {
      const digest = digestOf(key);
      return standingOwner(digest) !== undefined || cache.has(digest.toString('base64'));
    },
    async principalOf(key) {
      const digest = digestOf(key);
      const owner = standingOwner(digest);
      if (owner !== undefined) return owner.principal;
      return cache.get(digest.toString('base64'), () => find(key));
    },
    forget: cache.forget,
  };
}

function digestOf(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}
