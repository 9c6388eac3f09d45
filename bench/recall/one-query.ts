import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** What one would write by hand for a recall: the facts of who has this number, by one statement of known shape. */
const FACTS = `
  SELECT f.predicate, f.value, f.statement, f.said_at
  FROM caller_identities i JOIN facts f ON f.workspace_id = i.workspace_id AND f.caller_id = i.caller_id
  WHERE i.workspace_id = $1 AND i.kind = 'phone' AND i.value = $2
  ORDER BY f.said_at DESC`;

/** For a search: what was said, by Postgres's own full text search. */
const TURNS = `
  SELECT m.text, ts_rank(to_tsvector('english', m.text), q) AS rank
  FROM caller_identities i
    JOIN calls k ON k.workspace_id = i.workspace_id AND k.caller_id = i.caller_id
    JOIN messages m ON m.workspace_id = k.workspace_id AND m.conversation_id = k.conversation_id,
    to_tsquery('english', $3) q
  WHERE i.workspace_id = $1 AND i.kind = 'phone' AND i.value = $2 AND to_tsvector('english', m.text) @@ q
  ORDER BY rank DESC LIMIT 10`;

export interface OneQueryOptions {
  readonly url: string;
  readonly workspaceId: number;
  readonly concurrent: number;
  readonly pauseMs: number;
  readonly phones: readonly string[];
  readonly what: 'recall' | 'search';
}

/** Asks a database directly, without a server: how long each answer took, in milliseconds. */
export async function askByOneQuery({
  url,
  workspaceId,
  concurrent,
  pauseMs,
  phones,
  what,
}: OneQueryOptions): Promise<readonly number[]> {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  try {
    const durationsMs: number[] = [];
    const waiting = phones.values();
    const sender = async (index: number): Promise<void> => {
      await sleep((index * pauseMs) / concurrent);
      for (const phone of waiting) {
        const startMs = performance.now();
        if (what === 'recall') await pool.query(FACTS, [workspaceId, phone]);
        else await pool.query(TURNS, [workspaceId, phone, 'dog | invoice | boiler']);
        durationsMs.push(performance.now() - startMs);
        if (pauseMs > 0) await sleep(pauseMs);
      }
    };
    await Promise.all(Array.from({ length: concurrent }, (_, index) => sender(index)));
    return durationsMs;
  } finally {
    await pool.end();
  }
}
