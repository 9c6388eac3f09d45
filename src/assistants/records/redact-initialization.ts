import { REDACTED } from '../../platforms/redact-credentials.js';
import { parse, type Query } from '../../query/index.js';
import { maskInsightQuery, maskQuery } from './mask-query.js';
import { maskAddress, maskMembers, maskText, maskValue } from './mask-text.js';

/** Keys of an event's payload that say something of the call, and nothing of the caller. */
const CALL_KEYS: ReadonlySet<string> = new Set([
  'telnyx_conversation_channel',
  'telnyx_conversation_id',
  'telnyx_shaken_stir_attestation',
  'call_control_id',
  'assistant_id',
]);

const ADDRESS_KEYS: ReadonlySet<string> = new Set(['telnyx_end_user_target', 'telnyx_agent_target', 'from', 'to']);

const VERIFIED_KEY = 'telnyx_end_user_target_verified';

const UUID = /(?:^|[-_])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const IDENTIFIER = /^[\w:.+/=-]{1,300}$/;

/** So many digits in a row are not shared by chance. */
const RUN_DIGITS = 5;

/** An event's payload for a record: keys, what is said of the call, and masks. */
export function redactPayload(payload: Readonly<Record<string, unknown>>): unknown {
  const caller = digitsOf(payload.telnyx_end_user_target);
  return maskMembers(payload, (value, key) => {
    if (value === REDACTED) return value;
    if (key === VERIFIED_KEY && typeof value === 'boolean') return value;
    if (typeof value !== 'string') return maskValue(value);
    if (ADDRESS_KEYS.has(key)) return maskAddress(value);
    return CALL_KEYS.has(key) && isIdentifier(value, caller) ? value : maskText(value);
  });
}

/**
 * An answer to an initialization, whatever it holds: the values of variables and metadata masked, the memory query's, too.
 *
 * @param readQuery as `parse`
 */
export function redactAnswer(answer: unknown, readQuery: (text: string) => Query = parse): unknown {
  if (!isObject(answer)) return maskValue(answer);
  return maskMembers(answer, (section, name) => {
    if (section === REDACTED || !isObject(section)) return section === REDACTED ? section : maskValue(section);
    if (name === 'dynamic_variables') return maskMembers(section, maskVariable);
    if (name === 'memory') return maskMembers(section, (value, key) => maskMemory(value, key, readQuery));
    return maskMembers(section, maskDeep);
  });
}

function maskVariable(value: unknown, name: string): unknown {
  // Of all variables the one that says how the answer came about, and nothing of the caller.
  if (name === 'caller_known' && (value === 'true' || value === 'false')) return value;
  return maskDeep(value);
}

function maskMemory(value: unknown, name: string, readQuery: (text: string) => Query): unknown {
  if (typeof value !== 'string') return maskDeep(value);
  if (name === 'conversation_query') return maskQuery(value, readQuery);
  return name === 'insight_query' ? maskInsightQuery(value) : maskText(value);
}

function maskDeep(value: unknown): unknown {
  if (value === REDACTED) return value;
  return isObject(value) ? maskMembers(value, maskDeep) : maskValue(value);
}

/** Whether a text is an id that a machine made, with no part of the caller's number in it. */
function isIdentifier(text: string, caller: string): boolean {
  if (!IDENTIFIER.test(text)) return false;
  return UUID.test(text) || !sharesRun(text, caller);
}

function sharesRun(text: string, digits: string): boolean {
  for (const [run] of text.matchAll(/\d{5,}/g)) {
    for (let start = 0; start + RUN_DIGITS <= run.length; start += 1) {
      if (digits.includes(run.slice(start, start + RUN_DIGITS))) return true;
    }
  }
  return false;
}

function digitsOf(target: unknown): string {
  return typeof target === 'string' ? target.slice(0, 100).replace(/\D/g, '') : '';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
