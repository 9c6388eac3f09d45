/** Runs one statement on the database that is filled. */
export type RunSql = (sql: string, bindings: readonly unknown[]) => Promise<unknown>;

/** Callers with what is remembered of them; the same in every run. Each says all there is to say, given sixteen turns or more. */
export interface MemorySize {
  readonly callers: number;
  readonly callsEach: number;
  readonly turnsEach: number;
}

const CHUNK = 5_000;

/** Of the caller with that number, from 1. */
export function phoneOf(caller: number): string {
  return `+1${2_000_000_000 + caller * 7919}`;
}

/** What callers are asked about; each finds something of every caller. */
export const QUESTIONS = [
  'Which pet does she have?',
  'Where does the caller live now?',
  'When is the next appointment?',
  'Is there an allergy to note?',
  'What did they say about the invoice last time?',
  'Do they prefer mornings or evenings?',
  'Who is picking up the parcel on Friday?',
  'What was wrong with the boiler?',
] as const;

/**
 * Makes callers with a telephone number each, their calls word by word, and what was learned of them, in the rows that ingest and
 * extraction leave. The database makes them itself: what looks random is a hash of the number. Foreign keys are not checked meanwhile.
 */
export async function loadMemories(
  run: RunSql,
  workspaceId: number,
  size: MemorySize,
  say: (what: string) => void,
): Promise<void> {
  const { callers, callsEach, turnsEach } = size;
  for (let from = 1; from <= callers; from += CHUNK) {
    say(`loading callers, ${(from - 1).toLocaleString('en')} of ${callers.toLocaleString('en')}`);
    const to = Math.min(callers, from + CHUNK - 1);
    for (const [statement, ...more] of STATEMENTS) {
      const given = { calls: callsEach, turns: turnsEach };
      await run(statement, [workspaceId, from, to, ...more.map((name) => given[name])]);
    }
  }
}

const CALLER = `md5('caller ' || c)::uuid`;
const CALL = `md5('call ' || c || ' ' || k)::uuid`;
/** Each call of a caller is some weeks after the one before. */
const AT = `date_trunc('milliseconds', timestamptz '2025-01-01Z' + (c % 300) * interval '1 day' + k * interval '23 days')`;

type Size = 'calls' | 'turns';

const STATEMENTS: readonly (readonly [statement: string, ...more: Size[]])[] = [
  [
    `INSERT INTO callers (workspace_id, id, created_at, updated_at)
     SELECT $1, ${CALLER}, timestamptz '2025-01-01Z', timestamptz '2025-01-01Z' FROM generate_series($2::int, $3::int) c`,
  ],
  [
    `INSERT INTO caller_identities (workspace_id, kind, value, caller_id, created_at)
     SELECT $1, 'phone', '+1' || (2000000000 + c::bigint * 7919), ${CALLER}, timestamptz '2025-01-01Z'
     FROM generate_series($2::int, $3::int) c`,
  ],
  [
    `INSERT INTO conversations (workspace_id, id, metadata, created_at, last_message_at, message_count)
     SELECT $1, ${CALL}, '{"telnyx_conversation_channel":"phone_call"}', ${AT}, ${AT} + interval '3 minutes', 8
     FROM generate_series($2::int, $3::int) c, generate_series(1, $4::int) k`,
    'calls',
  ],
  [
    `INSERT INTO calls (workspace_id, conversation_id, caller_id, platform, call_id, agent_id, started_at, ended_at, reported_at, extracted_at)
     SELECT $1, ${CALL}, ${CALLER}, 'vapi', 'call-' || c || '-' || k, 'agent-' || c % 5, ${AT}, ${AT} + interval '3 minutes',
       ${AT} + interval '4 minutes', ${AT} + interval '5 minutes'
     FROM generate_series($2::int, $3::int) c, generate_series(1, $4::int) k`,
    'calls',
  ],
  [
    `INSERT INTO messages (workspace_id, conversation_id, id, role, text, sent_at, created_at)
     SELECT $1, ${CALL}, md5('turn ' || c || ' ' || k || ' ' || t)::uuid, (ARRAY['user', 'assistant'])[1 + t % 2],
       CASE WHEN t % 2 = 0 THEN (ARRAY[
         'I would rather come in the morning, before eleven if that is possible.',
         'My dog Rex chewed the parcel, so I am calling about a replacement.',
         'We moved last month, the invoice still went to the old address.',
         'The boiler makes a noise again, and it leaks a little at the bottom.',
         'My sister will pick it up on Friday, she has the order number.',
         'I am allergic to penicillin, please put that on the file.',
         'Can you send me the quote by e-mail before the weekend?',
         'No, it was nine thirty and not five, I wrote it down.'
       ])[1 + (abs(hashint8extended(c, 1) % 8) + k * ($5::int / 2) + t / 2) % 8]
       ELSE (ARRAY['Is there anything else I should know?', 'When would suit you?', 'Let me read that back to you.', 'Where should we send it?'])[
         1 + abs(hashint8extended(c * 1000 + k * 100 + t, 2) % 4)]
       END,
       ${AT} + t * interval '10 seconds', ${AT} + t * interval '10 seconds'
     FROM generate_series($2::int, $3::int) c, generate_series(1, $4::int) k, generate_series(1, $5::int) t
     ORDER BY c, k, t`,
    'calls',
    'turns',
  ],
  [
    `INSERT INTO facts (workspace_id, id, caller_id, conversation_id, predicate, value, statement, quote, speaker, confidence, sensitive, said_at, recorded_at)
     SELECT $1, md5('fact ' || c || ' ' || k || ' ' || f)::uuid, ${CALLER}, ${CALL}, p[f], v, p[f] || ' ' || v, v, 'caller', 0.9, p[f] = 'allergy', ${AT}, ${AT}
     FROM generate_series($2::int, $3::int) c, generate_series(1, $4::int) k, generate_series(1, 6) f,
       LATERAL (SELECT ARRAY['name', 'city', 'prefers', 'allergy', 'pet', 'appointment'] AS p) names,
       LATERAL (SELECT CASE f
         WHEN 1 THEN 'Sarah Johnson ' || c
         WHEN 2 THEN (ARRAY['Linz', 'Graz', 'Boston', 'Austin', 'Leeds'])[1 + abs(hashint8extended(c * 10 + k, 3) % 5)]
         WHEN 3 THEN (ARRAY['morning appointments', 'evening calls', 'a window seat', 'oat milk'])[1 + abs(hashint8extended(c * 10 + k, 4) % 4)]
         WHEN 4 THEN (ARRAY['penicillin', 'latex', 'nuts'])[1 + abs(hashint8extended(c, 5) % 3)]
         WHEN 5 THEN (ARRAY['dog Rex', 'cat Waffle', 'horse Bella'])[1 + abs(hashint8extended(c, 6) % 3)]
         ELSE to_char(${AT} + interval '20 days', 'YYYY-MM-DD') || 'T09:30 cleaning'
       END AS v) chosen`,
    'calls',
  ],
  [
    `INSERT INTO episodes (workspace_id, conversation_id, id, caller_id, summary, outcome, open_items, extractor, at, recorded_at)
     SELECT $1, ${CALL}, md5('episode ' || c || ' ' || k)::uuid, ${CALLER},
       'The caller asked about the invoice and booked a cleaning for the week after. The new address was read back.', 'appointment booked', '[]', 'built-in', ${AT}, ${AT}
     FROM generate_series($2::int, $3::int) c, generate_series(1, $4::int) k`,
    'calls',
  ],
];
