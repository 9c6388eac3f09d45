import { TimeIsUp } from './within.js';

/** So many requests of a workspace are answered at once; the others wait for their turn, behind those of the same workspace only. */
export interface WorkspaceSlots {
  /**
   * Runs work when the workspace has a slot.
   *
   * @param max how many slots the workspace has
   * @param waitMs how long the work may wait; negative is none
   * @throws TimeIsUp when there was no slot by then: nothing was done
   */
  run<Result>(workspaceId: number, max: number, waitMs: number, work: () => Promise<Result>): Promise<Result>;
}

/** So many wait at once in one workspace; more would only be late. */
const WAITING_MAX = 1_000;

export function createWorkspaceSlots(): WorkspaceSlots {
  const busy = new Map<number, { running: number; readonly waiting: Set<() => void> }>();

  async function take(workspaceId: number, max: number, waitMs: number): Promise<void> {
    const state = busy.get(workspaceId) ?? { running: 0, waiting: new Set() };
    busy.set(workspaceId, state);
    if (state.running < max) {
      state.running += 1;
      return;
    }
    if (waitMs <= 0 || state.waiting.size >= WAITING_MAX) throw new TimeIsUp('The workspace is busy.');
    // A slot that becomes free is handed on as it is: `running` stays.
    await new Promise<void>((resolve, reject) => {
      const go = (): void => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        state.waiting.delete(go);
        reject(new TimeIsUp('The workspace is busy.'));
      }, waitMs);
      state.waiting.add(go);
    });
  }

  function free(workspaceId: number): void {
    const state = busy.get(workspaceId);
    if (state === undefined) return;
    const [next] = state.waiting;
    if (next !== undefined) {
      state.waiting.delete(next);
      next();
      return;
    }
    state.running -= 1;
    if (state.running === 0) busy.delete(workspaceId);
  }

  return {
    async run(workspaceId, max, waitMs, work) {
      await take(workspaceId, max, waitMs);
      try {
        return await work();
      } finally {
        free(workspaceId);
      }
    },
  };
}
