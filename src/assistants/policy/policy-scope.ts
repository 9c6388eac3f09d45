import { readSystemVariable, systemValue } from '../templates/system-variables.js';
import type { TemplateScope } from '../templates/template-engine.js';
import { scopeName } from '../templates/template-engine.js';
import type { PolicyParts, PolicyPlan } from './policy.js';
import { PAYLOAD_VARIABLES } from './policy-variables.js';

/**
 * What a policy's templates see. Only data of plain objects: `payload` is what the platform sent, `caller` what is known, `lookups`
 * what came in time.
 *
 * @param systemNames the system variables that the policy uses: each costs a time formatter
 */
export function scopeOf(
  plan: PolicyPlan,
  { profile, lookups }: PolicyParts,
  defaults: Readonly<Record<string, string>>,
  systemNames: readonly string[],
): TemplateScope {
  const { payload } = plan.event;
  const { history } = profile ?? {};
  const known = history?.lastMessageAt !== undefined;
  return {
    ...Object.fromEntries(systemNames.map((name) => [scopeName(name), systemValueOf(name, plan.now)])),
    ...Object.fromEntries(PAYLOAD_VARIABLES.map((name) => [name, scalarOf(payload[name])])),
    ...defaults,
    payload,
    now: plan.now.toISOString(),
    lookups,
    caller: {
      name: profile?.name ?? '',
      known,
      conversations: history?.conversations ?? 0,
      last_conversation_at: history?.lastMessageAt ?? '',
      last_channel: history?.lastChannel ?? '',
      last_episode: { summary: profile?.lastEpisode?.summary ?? '', at: profile?.lastEpisode?.at ?? '' },
      facts: profile?.facts ?? {},
      memory_user_id: plan.caller?.memoryUserId ?? '',
      verification: plan.verification,
    },
  };
}

function systemValueOf(name: string, now: Date): string {
  const variable = readSystemVariable(name);
  return variable === undefined ? '' : systemValue(variable, now);
}

/** A documented key of another type than documented is nothing. */
function scalarOf(value: unknown): string | boolean | undefined {
  return typeof value === 'string' || typeof value === 'boolean' ? value : undefined;
}
