import type { Runner } from './database.js';

/** Things done every so often by one process of those on a database (migration 8). They are the server's, not a workspace's. */

export interface TaskClaim {
  readonly name: string;
  /** Of this claim alone. */
  readonly claim: string;
  /** After so long without `extendTask` somebody else may have it. */
  readonly leaseMs: number;
}

/** A task that was claimed. */
export interface ClaimedTask {
  /** When it was claimed the time before, ISO 8601; null the first time. */
  readonly lastAt: string | null;
}

/**
 * Claims a task when it is due and nobody has it.
 *
 * @param everyMs the next time is so long after this one
 * @returns undefined when it is not due, or somebody has it
 */
export async function claimTask(
  { run }: Runner,
  { name, claim, leaseMs }: TaskClaim,
  everyMs: number,
): Promise<ClaimedTask | undefined> {
  const rows = await run(
    // What is returned is read as it was before.
    `INSERT INTO periodic_tasks AS task (name, next_at, claim, claimed_until)
     VALUES ($1, now() + $4 * interval '1 millisecond', $2, now() + $3 * interval '1 millisecond')
     ON CONFLICT (name) DO UPDATE
       SET next_at = excluded.next_at, claim = excluded.claim, claimed_until = excluded.claimed_until
       WHERE task.next_at <= now() + $5 * interval '1 millisecond'
         AND (task.claimed_until IS NULL OR task.claimed_until < now())
     RETURNING (SELECT before.next_at - $4 * interval '1 millisecond' FROM periodic_tasks before WHERE before.name = $1) AS "lastAt"`,
    // Timers of several processes drift: a little too early is in time.
    [name, claim, leaseMs, everyMs, Math.floor(everyMs / 10)],
  );
  return rows[0] as ClaimedTask | undefined;
}

/** Keeps a claim; false when somebody else has it. */
export async function extendTask({ run }: Runner, { name, claim, leaseMs }: TaskClaim): Promise<boolean> {
  const rows = await run(
    `UPDATE periodic_tasks SET claimed_until = now() + $3 * interval '1 millisecond' WHERE name = $1 AND claim = $2 RETURNING 1`,
    [name, claim, leaseMs],
  );
  return rows.length > 0;
}

/** Gives a claim back. */
export async function releaseTask({ run }: Runner, { name, claim }: TaskClaim): Promise<void> {
  await run('UPDATE periodic_tasks SET claim = NULL, claimed_until = NULL WHERE name = $1 AND claim = $2', [
    name,
    claim,
  ]);
}
