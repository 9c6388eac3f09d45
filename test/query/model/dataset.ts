import { conversation, type ModelConversation } from './conversations.js';
import { NOW } from './vocabulary.js';

/**
 * The fixed conversations that the case tables are written over. Row `i` was heard of last `6 h × i` before the clock
 * of the tests (2025-06-15T12:34:56.789Z) and made on day `i` of 2025, so the default order is the order below;
 * the last three were heard of at one instant, and stand here by falling id.
 */
interface Row {
  readonly label: string;
  readonly name?: string;
  /** JSON text. */
  readonly metadata: string;
}

const HOUR_MS = 3_600_000;
const FIRST_DAY = Date.UTC(2025, 0, 1);

const withX = (label: string, x: string): Row => ({ label, metadata: `{"x": ${x}}` });

const ROWS: readonly Row[] = [
  // 0–3: people on the phone, with the keys that Telnyx writes.
  {
    label: 'ana',
    name: 'Voice call',
    metadata: `{"telnyx_end_user_target": "+13128675309", "telnyx_agent_target": "+15550001111",
      "assistant_id": "assistant-123", "call_control_id": "v3:123", "telnyx_conversation_channel": "phone_call",
      "telnyx_end_user_target_verified": true, "called_tools": ["lookup", "transfer"],
      "profile": {"tier": "gold", "visits": 3, "address": {"city": "Oslo"}}}`,
  },
  {
    label: 'ana sms',
    name: 'voice call',
    metadata: `{"telnyx_end_user_target": "+13128675309", "telnyx_agent_target": "+15550001111",
      "assistant_id": "assistant-123", "telnyx_conversation_channel": "sms_chat",
      "telnyx_end_user_target_verified": false, "called_tools": [],
      "profile": {"tier": "silver", "visits": 12, "address": {"city": "Bergen"}}}`,
  },
  {
    label: 'bob',
    name: 'VOICE CALL',
    metadata: `{"telnyx_end_user_target": "+15551234567", "telnyx_agent_target": "+15550001111",
      "assistant_id": "assistant-456", "call_control_id": "v3:456", "telnyx_conversation_channel": "phone_call",
      "profile": {"tier": "gold", "visits": "7"}}`,
  },
  {
    label: 'sip',
    name: 'Voice',
    metadata: `{"telnyx_end_user_target": "sip:+13128675309@example.com", "telnyx_agent_target": "+13128675309",
      "assistant_id": "assistant-456",
      "telnyx_conversation_channel": "web_call", "profile": {"tier": null, "visits": "many"}}`,
  },
  // 4–40: one value of `x` each.
  withX('num 5', '5'),
  withX('str 5', '"5"'),
  withX('num 5.00', '5.00'),
  withX('str 5.00', '"5.00"'),
  withX('str 05', '"05"'),
  withX('str +5', '"+5"'),
  withX('str -3e2', '"-3e2"'),
  withX('num -300', '-300'),
  withX('num 1e3', '1e3'),
  withX('str 1000', '"1000"'),
  withX('num 0.5', '0.5'),
  withX('true', 'true'),
  withX('str true', '"true"'),
  withX('false', 'false'),
  withX('str false', '"false"'),
  withX('null', 'null'),
  withX('str null', '"null"'),
  withX('empty', '""'),
  withX('abc', '"abc"'),
  withX('ABC', '"ABC"'),
  withX('space abc', '" abc"'),
  withX('a,b', '"a,b"'),
  withX('quoted', '"say \\"hi\\""'),
  withX('backslash', '"C:\\\\dir"'),
  withX('percent', '"100%"'),
  withX('under', '"a_c"'),
  withX('star', '"a*c"'),
  withX('newline', '"a\\nc"'),
  withX('replacement', '"\ufffd"'),
  withX('astral', '"\u{10000}"'),
  withX('accent', '"\u00e9t\u00e9"'),
  withX('phone', '"+13128675309"'),
  withX('phone num', '13128675309'),
  withX('phone bare', '"13128675309"'),
  withX('phone space', '" 13128675309"'),
  withX('long', JSON.stringify('y'.repeat(3000))),
  withX('parens', '"(a)"'),
  // 41–46: arrays and objects.
  withX('mixed', '[5, "5", true, null, "abc", {"k": "v"}, [2]]'),
  withX('no elements', '[]'),
  withX('letters', '["a", "b"]'),
  withX('one number', '[5]'),
  withX('object', '{"k": "v", "n": 5}'),
  withX('no members', '{}'),
  // 47–49: arrays of objects, keys of every kind, a key that only one row has.
  {
    label: 'items',
    metadata: `{"items": [{"sku": "A1", "qty": 2}, {"sku": "B2", "qty": 1, "opts": ["gift"]}], "grid": [[1, 2], [3]]}`,
  },
  {
    label: 'odd keys',
    metadata: `{"a.b": "dot", "say \\"hi\\"": "quote", "my key": "space", "\u{1f642}": "emoji", "0": "zero", "": "nothing",
      "a->b": "arrow", "back\\\\slash": "backslash", "\u00e9t\u00e9": "accent", "X": "upper", "a-b": "dash", "$d": "dollar", "a,b": "comma"}`,
  },
  {
    label: 'group',
    metadata:
      '{"group": "vip", "date": "2025-01-01", "call_control_id": 5.0, "note": "call Ana back about the refund"}',
  },
  // 50–59: names.
  { label: 'name empty', name: '', metadata: '{}' },
  { label: 'name percent', name: '100% off', metadata: '{}' },
  { label: 'name under', name: 'under_score', metadata: '{}' },
  { label: 'name star', name: 'star*name', metadata: '{}' },
  { label: 'name backslash', name: 'back\\slash', metadata: '{}' },
  { label: 'name quote', name: 'say "hi"', metadata: '{}' },
  { label: 'name comma', name: 'a,b', metadata: '{}' },
  { label: 'name accent', name: 'Zo\u00eb', metadata: '{}' },
  { label: 'name astral', name: '\u{10000}', metadata: '{}' },
  { label: 'name replacement', name: '\ufffd', metadata: '{}' },
  // 60–62: one instant, by falling id.
  { label: 'tie c', name: 'tie', metadata: '{"rank": 2}' },
  { label: 'tie b', name: 'tie', metadata: '{"rank": 1}' },
  { label: 'tie a', metadata: '{"rank": 2}' },
];

const TIES = 3;

/** In the default order: newest first, ties by falling id. */
export const DATASET: readonly ModelConversation[] = ROWS.map(({ label, name, metadata }, index) => {
  const firstTie = ROWS.length - TIES;
  const heard = Math.min(index, firstTie);
  // Ids rise down the table, but for the ties, which the tie-breaker has in falling order.
  const ordinal = index < firstTie ? index : firstTie + (ROWS.length - 1 - index);
  return conversation({
    label,
    id: idOf(ordinal),
    name: name ?? null,
    metadata,
    createdAt: new Date(FIRST_DAY + index * 24 * HOUR_MS).toISOString(),
    lastMessageAt: new Date(NOW.getTime() - heard * 6 * HOUR_MS).toISOString(),
  });
});

/** Labels in the default order: what a query that finds everything answers with, limit apart. */
export const EVERYTHING: readonly string[] = DATASET.map(({ label }) => label);

function idOf(ordinal: number): string {
  return `0000000${ordinal >> 4}-0000-4000-8000-${ordinal.toString(16).padStart(12, '0')}`;
}
