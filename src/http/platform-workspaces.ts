import type { KeyObject } from 'node:crypto';
import { readPublicKey } from '../platforms/telnyx/signature.js';
import type { PlatformSecrets, SecretHolder } from '../store/platform-secrets.js';
import { isWorkspaceName } from '../store/workspaces.js';
import { createConfirmedCache } from './confirmed-cache.js';

/** A workspace as the routes of platforms need it. */
export interface PlatformWorkspace extends Pick<SecretHolder, 'id' | 'name' | 'settings' | 'secrets'> {
  readonly telnyxPublicKeys: readonly KeyObject[];
  /** The database was not asked yet: what the workspace has of its own, its lists among it, is not known. */
  readonly isPresumed?: boolean;
}

/** The workspaces that platforms' requests are for, with their secrets, kept in memory as API keys are. */
export interface PlatformWorkspaces {
  /**
   * Undefined: there is none of that name. Rejects only when the database cannot be asked about one that has not been seen lately;
   * never for the default workspace, for which the environment's secrets hold then.
   */
  find(name: string): Promise<PlatformWorkspace | undefined>;
  /** Forgets what is cached, after workspaces or their secrets changed in this process. */
  forget(): void;
}

export interface PlatformWorkspacesOptions {
  readonly secrets: Pick<PlatformSecrets, 'holderNamed'>;
  /** With the environment's secrets. */
  readonly defaultWorkspace: Pick<SecretHolder, 'id' | 'name' | 'secrets'>;
  /** Milliseconds of a clock that only moves forward. */
  readonly nowMs: () => number;
}

/** A call is waiting: with the database away, what is known has to do soon. */
const CONFIRM_MS = 100;
const LOOK_UP_MS = 400;
/** A statement that is late is worth waiting for a little longer: its answer is kept for the next one. */
const STATEMENT_MS = 2_000;

export function createPlatformWorkspaces(options: PlatformWorkspacesOptions): PlatformWorkspaces {
  const { secrets, defaultWorkspace, nowMs } = options;
  const cache = createConfirmedCache<PlatformWorkspace>({
    nowMs,
    count: () => {},
    confirmMs: CONFIRM_MS,
    lookUpMs: LOOK_UP_MS,
  });
  const presumed = { ...withKeys({ ...defaultWorkspace, settings: {} }), isPresumed: true };
  const presume = () => cache.presume(defaultWorkspace.name, presumed);
  presume();
  return {
    async find(name) {
      if (!isWorkspaceName(name)) return undefined;
      return cache.get(name, async () => {
        const holder = await secrets.holderNamed(name, STATEMENT_MS);
        return holder === undefined ? undefined : withKeys(holder);
      });
    },
    forget() {
      cache.forget();
      presume();
    },
  };
}

function withKeys(holder: SecretHolder): PlatformWorkspace {
  const telnyxPublicKeys = holder.secrets.flatMap(({ platform, name, value }) =>
    platform === 'telnyx' && name === 'public_key' ? (readPublicKey(value) ?? []) : [],
  );
  return { ...holder, telnyxPublicKeys };
}
