import type { JobType } from './job-types.js';

/** How a type of job is tried. */
export interface JobSettings {
  /** How often it is begun at most, the first time included. */
  readonly triesMax: number;
  /** The wait after the first try; each further one is twice as long, and up to half as long again by chance. */
  readonly retryDelaySeconds: number;
  /** A try that takes longer is given up, and counts as one that failed. */
  readonly timeLimitMs: number;
  /** Of those that wait, the ones with the highest go first, but for `TURN_AFTER`. */
  readonly priority: number;
}

/** After so many jobs of a higher priority in a row, one without any has its turn, so that it never waits for good. */
export const TURN_AFTER = 3;

/** Of a job whose turn it is: higher than all of the types. */
export const TURN_PRIORITY = 100;

const MINUTE_MS = 60_000;

/** Five tries within two and a half minutes: for what fails by chance, or while a database restarts. */
const DEFAULT: JobSettings = { triesMax: 5, retryDelaySeconds: 10, timeLimitMs: 10 * MINUTE_MS, priority: 0 };

/** Types that differ. Whoever waits on somebody else's server waits longer. */
const BY_TYPE: Partial<Record<JobType, Partial<JobSettings>>> = {
  // Half an hour: a receiver that is being deployed, or rate-limits.
  'deliver-insight-webhook': { triesMax: 7, retryDelaySeconds: 30, timeLimitMs: 2 * MINUTE_MS },
  // Who hangs up may call again at once, and is to be known then; nobody waits for the rest.
  'extract-memory': { priority: 10 },
  // Telnyx may still be writing the conversation that it says has ended.
  'fetch-telnyx-conversation': { triesMax: 6, retryDelaySeconds: 15 },
};

/** For tests: other settings, by type or for all. */
export type JobSettingsOverride = (type: string) => Partial<JobSettings>;

export function jobSettings(type: string, override?: JobSettingsOverride): JobSettings {
  const ofType: Partial<Record<string, Partial<JobSettings>>> = BY_TYPE;
  return { ...DEFAULT, ...ofType[type], ...override?.(type) };
}

/**
 * The wait before the next try.
 *
 * @param attempt the one that failed, from 1
 * @param chance from 0 to 1: tries that failed together do not come back together
 */
export function retryDelayMs({ retryDelaySeconds }: JobSettings, attempt: number, chance: number): number {
  return retryDelaySeconds * 1000 * 2 ** Math.min(attempt - 1, 16) * (1 + chance / 2);
}
