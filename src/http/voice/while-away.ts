import type { Response } from 'express';
import { isRace } from '../../store/is-race.js';
import { isOutage } from '../is-outage.js';
import { observationOf } from '../observation.js';
import { RequestError } from '../request-error.js';
import { within } from '../within.js';

/**
 * So long after an event came the database may still come back. Vapi gives up after 20 seconds, and does not send again unless its
 * customer says so; Retell gives up after 10, and sends again.
 */
export const EVENT_WAIT_MS = { vapi: 12_000, retell: 8_000 } as const;

/** Of a try that hangs: it is over before the platform gives up. */
const LAST_TRY_MS = 1_500;

const PAUSE_MS = { first: 50, max: 1_000 } as const;

/** So many events wait at once: each holds its body. */
const WAITING_MAX = 256;

/** So often work is done again that another transaction made fail. */
const RACES_MAX = 3;

/** Does what needs the database, and does it again while that is away for a moment: an event that is refused may be lost. */
export interface WhileAway {
  /**
   * @param waitMs since the request came
   * @param work may be done several times, also when its first try came to its end unseen
   * @throws what the last try threw; TimeIsUp when that had no end
   */
  again<Result>(res: Response, waitMs: number, work: () => Promise<Result>): Promise<Result>;
}

/** @param stopping the server begins to stop: nobody waits any more */
export function createWhileAway(stopping?: AbortSignal): WhileAway {
  let waiting = 0;
  const isStopping = (): boolean => stopping?.aborted === true;
  return {
    async again(res, waitMs, work) {
      const untilMs = observationOf(res).arrivedAtMs + waitMs;
      let races = 0;
      for (let pauseMs: number = PAUSE_MS.first; ; pauseMs = Math.min(2 * pauseMs, PAUSE_MS.max)) {
        try {
          return await within(Math.max(0, untilMs + LAST_TRY_MS - performance.now()), work());
        } catch (error) {
          const raced = isRace(error);
          if (raced) races += 1;
          const isPassing = isAway(error) || (raced && races <= RACES_MAX);
          const isOver = performance.now() + pauseMs > untilMs || waiting >= WAITING_MAX || res.destroyed;
          if (!isPassing || isOver || !(await pause(pauseMs))) throw error;
        }
      }
    },
  };

  /** @returns false when the server stops */
  async function pause(ms: number): Promise<boolean> {
    if (isStopping()) return false;
    waiting += 1;
    let end: (() => void) | undefined;
    try {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        end = () => {
          clearTimeout(timer);
          resolve();
        };
        stopping?.addEventListener('abort', end);
      });
    } finally {
      waiting -= 1;
      if (end !== undefined) stopping?.removeEventListener('abort', end);
    }
    return !isStopping();
  }
}

function isAway(error: unknown): boolean {
  return isOutage(error) || (error instanceof RequestError && error.status === 503);
}
