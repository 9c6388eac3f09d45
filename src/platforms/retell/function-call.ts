import { createHash } from 'node:crypto';
import type { ReportedTurn } from '../call-report.js';
import { idOf, isObject, objectOf, objectOrJson, type Payload, textOf } from '../payload-fields.js';
import { type PersonReference, readPersonReference } from '../person-reference.js';
import type { PlatformCall } from '../platform-call.js';
import { readRetellCall } from './call.js';
import { retellRetention } from './turns.js';

/** A request of a custom function, before anyone looked into it. */
export interface FunctionRequest {
  /** A JSON value; undefined for a body that is none, or GET. */
  readonly body: unknown;
  /** Of the query string. */
  readonly query: Readonly<Record<string, string>>;
  /** A header's value by its name in lower case. */
  header(name: string): string | undefined;
  /**
   * An API key of the workspace came, too. Retell signs the body only: without one, nothing in headers and query says who
   * somebody is.
   */
  readonly isOperators: boolean;
}

export interface RetellFunctionCall {
  /** The function's name; empty where the body is the arguments alone. */
  readonly name: string;
  readonly args: Payload;
  readonly call: PlatformCall;
  /** What was said in this call may be kept. */
  readonly isRetained: boolean;
}

/** Set in the function's headers: `{"x-memory-user": "{{memory_user_id}}", "x-memory-call-id": "{{call_id}}"}`. */
export const MEMORY_USER_HEADER = 'x-memory-user';
export const MEMORY_CALL_HEADER = 'x-memory-call-id';

/**
 * Reads a custom function's request in all its forms: `{name, call, args}`, the arguments alone (`args_at_root`), and GET with the
 * arguments in the query string. Never throws. Nothing among the arguments is identity, since the model writes them: a `call` counts
 * only beside `args`.
 */
export function readFunctionCall(request: FunctionRequest): RetellFunctionCall {
  const body = objectOf(request.body);
  const isNested = isObject(body.args) || typeof body.args === 'string';
  const payload = isNested ? objectOf(body.call) : {};
  const call = readRetellCall(payload);
  return {
    name: (isNested ? idOf(body.name) : undefined) ?? '',
    args: { ...request.query, ...(isNested ? objectOrJson(body.args) : body) },
    call: { ...call, ...declared(request, call) },
    isRetained: retellRetention(payload) === 'all',
  };
}

/** What was asked; empty where nothing was. */
export function queryOf({ args }: Pick<RetellFunctionCall, 'args'>): string {
  const query = args.query;
  return (typeof query === 'number' ? String(query) : textOf(query))?.trim() ?? '';
}

/** The turns that `record_turn` hands over, as the model words them: the caller's first. */
export function recordedTurns({ args }: Pick<RetellFunctionCall, 'args'>): readonly ReportedTurn[] {
  const said = [
    { role: 'user', text: textOf(args.user_text)?.trim() ?? '' },
    { role: 'assistant', text: textOf(args.assistant_text)?.trim() ?? '' },
  ] as const;
  return said.filter(({ text }) => text !== '');
}

/** The same for the same turn of the same call: Retell may repeat a function's request. */
export function recordedTurnKey(callId: string, turns: readonly ReportedTurn[]): string {
  const digest = createHash('sha256')
    .update(turns.map(({ role, text }) => `${role}:${text}`).join('|'))
    .digest('hex');
  return `${callId}:turn:${digest}`;
}

/** Who and which call, as the operator configured it beside the body: it holds whatever the body says. */
function declared(
  { header, query, isOperators }: FunctionRequest,
  { callId }: PlatformCall,
): Partial<Pick<PlatformCall, 'callId' | 'endUserTarget' | 'externalId'>> {
  if (!isOperators) return {};
  const references = [header(MEMORY_USER_HEADER), query.memory_user_id].map(readPersonReference);
  const reference = references.find((found) => found !== undefined);
  return {
    callId: callId ?? idOf(header(MEMORY_CALL_HEADER)) ?? idOf(query.call_id),
    ...(reference === undefined ? {} : personOf(reference)),
  };
}

function personOf(reference: PersonReference): Pick<PlatformCall, 'endUserTarget' | 'externalId'> {
  return 'number' in reference ? { endUserTarget: reference.number } : { externalId: reference.externalId };
}
