import type { Effort } from './ask-list.js';

/** How long is measured, beside how much there is in the store. */
export interface GrowthEffort {
  /** Of each question to List. */
  readonly list: Effort;
  /** Events for the webhook, in rounds that change with the bare server. */
  readonly webhookMs: number;
  readonly webhookRounds: number;
  /** Callers whom the process has not seen. */
  readonly coldCallers: number;
  readonly warmRequests: number;
  /** Calls that are added and learned from. */
  readonly adds: number;
}

export const FULL_EFFORT: GrowthEffort = {
  list: { times: 200, maxMs: 2_000 },
  webhookMs: 4_000,
  webhookRounds: 2,
  coldCallers: 400,
  warmRequests: 1_000,
  adds: 400,
};

export const QUICK_EFFORT: GrowthEffort = {
  list: { times: 10, maxMs: 500 },
  webhookMs: 500,
  webhookRounds: 1,
  coldCallers: 100,
  warmRequests: 200,
  adds: 40,
};
