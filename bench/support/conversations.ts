import pg from 'pg';
import { makeSchema } from './make-schema.js';
import type { Random } from './random.js';

/** How many conversations there are, and of how many workspaces: each has the same number, spread over the same time. */
export interface DatasetSize {
  readonly conversations: number;
  readonly workspaces: number;
}

/** Conversations in a database; the same in every run. */
export interface Dataset extends DatasetSize {
  readonly workspaceIds: readonly number[];
  /** Callers of a workspace, and as many customers and seats; each has about ten conversations. */
  readonly callers: number;
}

/** What a query can ask for and find, or not. */
export interface Known {
  readonly workspaceId: number;
  readonly phone: string;
  readonly customer: string;
  /** In each workspace the same ones are there. */
  readonly seat: string;
}

const CONVERSATIONS_PER_CALLER = 10;
const CHUNK = 100_000;

/** Makes the schema, as the product does at its start, and the conversations in it. */
export async function loadConversations(url: string, size: DatasetSize, say: (what: string) => void): Promise<Dataset> {
  const defaultWorkspaceId = await makeSchema(url);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`SET maintenance_work_mem = '512MB'`);
    const workspaceIds = [defaultWorkspaceId, ...(await makeWorkspaces(client, size.workspaces - 1))];
    const callers = Math.max(1, Math.floor(size.conversations / size.workspaces / CONVERSATIONS_PER_CALLER));
    const dataset = { ...size, workspaceIds, callers };
    const indexes = await dropIndexes(client);
    for (let from = 0; from < size.conversations; from += CHUNK) {
      say(`loading conversations, ${from.toLocaleString('en')} of ${size.conversations.toLocaleString('en')}`);
      await insertConversations(client, dataset, from, Math.min(from + CHUNK, size.conversations) - 1);
    }
    for (const [index, definition] of indexes.entries()) {
      say(`making index ${index + 1} of ${indexes.length}`);
      await client.query(definition);
    }
    say('vacuum and analyze');
    await client.query('VACUUM (ANALYZE)');
    return dataset;
  } finally {
    await client.end();
  }
}

/** A caller and a customer who are there. */
export function pickKnown({ workspaceIds, callers }: Dataset, random: Random): Known {
  const workspace = random.below(workspaceIds.length);
  return {
    workspaceId: workspaceIds[workspace] as number,
    phone: phoneOf(workspace * callers + random.below(callers)),
    customer: `c-${workspace * callers + random.below(callers)}`,
    seat: `seat-${random.below(callers)}`,
  };
}

/** Every caller who has a conversation: who has which is random, and of twenty thousand one has none. */
export async function knownPhones(url: string): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ phone: string }>(
      `SELECT DISTINCT metadata->>'telnyx_end_user_target' AS phone FROM conversations ORDER BY 1`,
    );
    return rows.map(({ phone }) => phone);
  } finally {
    await client.end();
  }
}

/** Of the caller with that number among all callers of all workspaces. */
function phoneOf(caller: number): string {
  return `+1${2_000_000_000 + caller * 7919}`;
}

async function makeWorkspaces(client: pg.Client, count: number): Promise<number[]> {
  const { rows } = await client.query<{ id: number }>(
    `INSERT INTO workspaces (name) SELECT 'bench-' || number FROM generate_series(1, $1) AS number RETURNING id`,
    [count],
  );
  return rows.map(({ id }) => id);
}

/** All but the primary key's. @returns the statements that make them again */
async function dropIndexes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition
     FROM pg_index WHERE indrelid = 'conversations'::regclass AND NOT indisprimary ORDER BY 1`,
  );
  for (const { name } of rows) await client.query(`DROP INDEX ${name}`);
  return rows.map(({ definition }) => definition);
}

/**
 * Conversations number $1 to $2 of $3, oldest first, as they would have come in: all workspaces ($4) in turn. What looks random is a
 * hash of the number. `imported_from` is a key that only the older half has; `survey` divides them in two at random.
 */
const INSERT = `
  INSERT INTO conversations (workspace_id, id, name, metadata, created_at, last_message_at, message_count)
  SELECT
    ($4::int[])[1 + workspace],
    md5('conversation ' || number)::uuid,
    CASE WHEN abs(hashint8extended(number, 1) % 4) > 0 THEN 'Voice call ' || number END,
    jsonb_build_object(
      'assistant_id', 'assistant-' || abs(hashint8extended(number, 2) % 10),
      'telnyx_conversation_channel',
        (ARRAY['phone_call', 'phone_call', 'phone_call', 'web_call', 'sms_chat'])[1 + abs(hashint8extended(number, 3) % 5)],
      'telnyx_agent_target', '+1312867' || 5300 + abs(hashint8extended(number, 4) % 20),
      'telnyx_end_user_target', '+1' || 2000000000 + (workspace * $5::bigint + abs(hashint8extended(number, 5) % $5::bigint)) * 7919,
      'telnyx_end_user_target_verified', abs(hashint8extended(number, 6) % 3) = 0,
      'call_control_id', 'v3:' || md5('call ' || number),
      'customer_id', 'c-' || workspace * $5::bigint + abs(hashint8extended(number, 7) % $5::bigint),
      'seat', 'seat-' || abs(hashint8extended(number, 13) % $5::bigint),
      'survey', (ARRAY['yes', 'no'])[1 + abs(hashint8extended(number, 8) % 2)],
      'score', abs(hashint8extended(number, 9) % 100),
      'called_tools', to_jsonb((ARRAY['book', 'cancel', 'transfer', 'lookup'])[1:abs(hashint8extended(number, 10) % 5)])
    ) || CASE WHEN number < $3::bigint / 2 THEN jsonb_build_object('imported_from', 'old-crm') ELSE '{}' END,
    began_at,
    began_at + (30 + abs(hashint8extended(number, 11) % 1800)) * interval '1 second',
    2 + abs(hashint8extended(number, 12) % 30)
  FROM (
    SELECT
      number,
      number % cardinality($4::int[]) AS workspace,
      date_trunc('milliseconds', timestamptz '2024-01-01Z' + number * (interval '700 days' / $3::bigint)) AS began_at
    FROM generate_series($1::bigint, $2::bigint) AS number
  ) AS numbered`;

async function insertConversations(client: pg.Client, dataset: Dataset, from: number, to: number): Promise<void> {
  const { conversations, workspaceIds, callers } = dataset;
  await client.query(INSERT, [from, to, conversations, workspaceIds, callers]);
}
