import type { CallerProfile } from '../caller-profile.js';
import { createSystemValue, readSystemVariable } from '../templates/system-variables.js';
import { scopeName, type TemplateScope } from '../templates/template.js';
import type { PolicyParts, PolicyPlan } from './policy.js';
import { PAYLOAD_VARIABLES } from './policy-variables.js';

/** A system variable that a policy uses. */
export interface ScopeTime {
  /** Under these names it is found: as it is written, and as a template has it. */
  readonly names: readonly string[];
  readonly valueAt: (now: Date) => string;
}

/** The system variables among the names that a policy uses, each once. */
export function scopeTimesOf(names: readonly string[]): readonly ScopeTime[] {
  return [...new Set(names)].flatMap((name): ScopeTime[] => {
    const variable = readSystemVariable(name);
    if (variable === undefined) return [];
    return [{ names: [...new Set([name, scopeName(name)])], valueAt: createSystemValue(variable) }];
  });
}

/**
 * What a policy's templates see. Only data of plain objects: `payload` is what the platform sent, `caller` what is known, `lookups`
 * what came in time.
 *
 * @param times the system variables that the policy uses
 */
export function scopeOf(
  plan: PolicyPlan,
  { profile, lookups }: PolicyParts,
  defaults: Readonly<Record<string, string>>,
  times: readonly ScopeTime[],
): TemplateScope {
  const { payload } = plan.event;
  const { history } = profile ?? {};
  const lastAt = lastConversationAt(profile);
  const known = history?.lastMessageAt !== undefined || profile?.memory !== undefined;
  const scope: Record<string, unknown> = {};
  for (const { names, valueAt } of times) {
    const value = valueAt(plan.now);
    for (const name of names) scope[name] = value;
  }
  for (const name of PAYLOAD_VARIABLES) scope[name] = scalarOf(payload[name]);
  for (const [name, text] of Object.entries(defaults)) scope[name] = ifAny(text);
  return Object.assign(scope, {
    payload,
    now: plan.now.toISOString(),
    lookups,
    caller: {
      name: ifAny(profile?.name),
      known,
      conversations: history?.conversations ?? 0,
      last_conversation_at: lastAt,
      last_channel: history?.lastChannel,
      last_episode: { summary: ifAny(profile?.lastEpisode?.summary), at: profile?.lastEpisode?.at },
      facts: profile?.facts ?? {},
      memory_user_id: plan.caller?.memoryUserId,
      verification: plan.verification,
    },
  });
}

/** When the caller last had a conversation here, or a call on another platform that is remembered. */
export function lastConversationAt(profile: CallerProfile | undefined): string | undefined {
  return profile?.history.lastMessageAt ?? profile?.memory?.at;
}

/** Undefined for what is not known: to Liquid empty text is true, and `{% if caller.name %}` asks whether there is a name. */
function ifAny(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}

/** A documented key of another type than documented is nothing. */
function scalarOf(value: unknown): string | boolean | undefined {
  return typeof value === 'string' || typeof value === 'boolean' ? value : undefined;
}
