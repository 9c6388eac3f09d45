import { NEUTRAL_VARIABLES } from '../../platforms/neutral-variables.js';
import { nearest } from '../../query/did-you-mean.js';
import { readSystemVariable, SYSTEM_VARIABLE_NAMES } from '../templates/system-variables.js';

/** Keys of the event's payload that Telnyx documents: they can be written without `payload.` in front. */
export const PAYLOAD_VARIABLES = [
  'telnyx_conversation_channel',
  'telnyx_agent_target',
  'telnyx_end_user_target',
  'telnyx_end_user_target_verified',
  'telnyx_shaken_stir_attestation',
  'telnyx_conversation_id',
  'call_control_id',
  'assistant_id',
] as const;

/** What is always in an answer, with these names on every platform. */
const DEFAULT_VARIABLES = Object.keys(NEUTRAL_VARIABLES);

/** Under `caller.`. */
const CALLER_VARIABLES = [
  'name',
  'known',
  'conversations',
  'last_conversation_at',
  'last_channel',
  'last_episode',
  'facts',
  'memory_user_id',
  'verification',
] as const;

const LAST_EPISODE_VARIABLES = ['summary', 'at'] as const;

export interface KnownNames {
  /** Of the policy's `lookups`. */
  readonly lookups: readonly string[];
  /** Whether `secrets.…` may stand here. */
  readonly secrets: boolean;
}

/** What is wrong with a variable's name: undefined when there is such a variable. */
export function variableProblem(
  path: readonly (string | number)[],
  known: KnownNames,
): { readonly message: string; readonly hint: string } | undefined {
  const [first = '', second, third] = path.map(String);
  const name = path.join('.');
  switch (first) {
    case 'payload':
    case 'now':
      return undefined;
    case 'caller':
      return callerProblem(name, second, third);
    case 'lookups':
      if (second === undefined || known.lookups.includes(second)) return undefined;
      return unknown(
        name,
        `lookups.${second}`,
        known.lookups.map((lookup) => `lookups.${lookup}`),
        'This policy has no such look-up.',
      );
    case 'secrets':
      if (known.secrets) return undefined;
      return {
        message: `"${name}" cannot stand here: an answer never holds a secret.`,
        hint: 'Secrets can be used in the url and the headers of a look-up.',
      };
  }
  const plain: readonly string[] = [...PAYLOAD_VARIABLES, ...DEFAULT_VARIABLES, ...SYSTEM_VARIABLE_NAMES];
  if (plain.includes(first) || readSystemVariable(first) !== undefined) return undefined;
  if (first.startsWith('telnyx_current_')) {
    return { message: `Unknown variable "${name}".`, hint: 'At its end stands a time zone, such as America/New_York.' };
  }
  const groups = ['caller', 'payload', 'lookups', 'now'];
  return unknown(
    name,
    first,
    [...plain, ...groups],
    `What a platform sends beside the documented keys is "payload.${name}".`,
  );
}

function callerProblem(name: string, second: string | undefined, third: string | undefined) {
  if (second === undefined || !(CALLER_VARIABLES as readonly string[]).includes(second)) {
    return unknown(
      name,
      `caller.${second ?? ''}`,
      CALLER_VARIABLES.map((word) => `caller.${word}`),
      'See the README for what a caller has.',
    );
  }
  if (second !== 'last_episode' || third === undefined) return undefined;
  if ((LAST_EPISODE_VARIABLES as readonly string[]).includes(third)) return undefined;
  const candidates = LAST_EPISODE_VARIABLES.map((word) => `caller.last_episode.${word}`);
  return unknown(name, `caller.last_episode.${third}`, candidates, `There are ${candidates.join(' and ')}.`);
}

function unknown(name: string, written: string, candidates: readonly string[], otherwise: string) {
  const meant = nearest(written, candidates);
  const hint = meant === undefined ? otherwise : `Did you mean "${meant}${name.slice(written.length)}"?`;
  return { message: `Unknown variable "${name}".`, hint };
}
