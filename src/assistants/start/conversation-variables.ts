import { SYSTEM_VARIABLE_NAMES } from '../templates/system-variables.js';
import { systemValueNamed } from './system-value-named.js';

/** Where the variables of a conversation come from. */
export interface VariableSources {
  /** Of whoever starts the conversation. */
  readonly call: Readonly<Record<string, unknown>>;
  /** As `headerVariables` makes them. */
  readonly headers: Readonly<Record<string, unknown>>;
  readonly webhook: Readonly<Record<string, unknown>>;
  /** The assistant's own. */
  readonly defaults: Readonly<Record<string, unknown>>;
  /** What the platform says of the conversation: `telnyx_…`, and `call_control_id`. */
  readonly system: Readonly<Record<string, unknown>>;
}

/** Of the platform. */
const RESERVED = /^telnyx_/i;

/**
 * The variables that an assistant's templates can say, by Telnyx's precedence: the call's, then those of custom headers, then the
 * webhook's, then the assistant's defaults. Nobody but the platform sets a `telnyx_…` variable. A null is no value.
 *
 * Source: developers.telnyx.com, AI Assistants, Dynamic Variables ("Precedence", "Telnyx System Variables").
 */
export function conversationVariables(sources: VariableSources, now: Date): Readonly<Record<string, unknown>> {
  const { call, headers, webhook, defaults, system } = sources;
  const times = SYSTEM_VARIABLE_NAMES.map((name) => [name, systemValueNamed(name, now)] as const);
  return {
    ...ownOf(defaults),
    ...ownOf(webhook),
    ...ownOf(headers),
    ...ownOf(call),
    ...system,
    ...Object.fromEntries(times),
  };
}

function ownOf(variables: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const own = Object.entries(variables).filter(
    ([name, value]) => value !== null && value !== undefined && !RESERVED.test(name),
  );
  return Object.fromEntries(own);
}
