import { type CallerIdentity, memoryUserId, operatorIdentities } from '../../memory/callers/caller-identity.js';
import { type CarrierReading, carrierIdentity } from '../../memory/callers/carrier-identity.js';
import { callIdentities } from '../../memory/ingest/call-identities.js';
import type { InitializationAnswer, InitializationEvent } from '../../platforms/telnyx/initialization.js';
import { describeHistory, isKnownHistory } from '../describe-history.js';
import { holdsSecret, outgoingValue } from '../templates/outgoing-value.js';
import { type Template, TemplateError, type TemplateScope } from '../templates/template.js';
import { believedIdentities, callerVerification } from './caller-verification.js';
import { createMemoryQuery } from './memory-query.js';
import type { ParsedPolicy } from './parsed-policy.js';
import type {
  PlanContext,
  PlannedLookup,
  Policy,
  PolicyAnswer,
  PolicyParts,
  PolicyPlan,
  PolicyStep,
} from './policy.js';
import { lastConversationAt, scopeOf, scopeTimesOf } from './policy-scope.js';

/** What a memory query needs of the caller: when nobody can be told apart, such a query is not sent. */
const CALLER_PLACEHOLDERS = /^(?:memory_user_id|caller\.)/;
/** What it needs of the number or SIP URI: when that identifies nobody, it is not sent either. */
const TARGET_PLACEHOLDERS = /^(?:payload\.)?telnyx_end_user_target/;

/** All templates of an answer together: nobody else is answered meanwhile. What is not rendered by then is empty. */
const RENDERING_MS_MAX = 100;

/** A policy out of its parsed document. */
export function makePolicy(parsed: ParsedPolicy): Policy {
  const { document, lookups } = parsed;
  const { match, unverified = 'withhold_sensitive' } = document;
  const memoryQuery = parsed.memoryQuery === undefined ? undefined : createMemoryQuery(parsed.memoryQuery);
  const times = scopeTimesOf(namesIn(parsed));

  function matches({ assistantId, agentTarget, channel }: InitializationEvent): boolean {
    return (
      listed(match?.assistants, assistantId) && listed(match?.numbers, agentTarget) && listed(match?.channels, channel)
    );
  }

  function plan(event: InitializationEvent, context: PlanContext): PolicyPlan {
    const stated = callIdentities(event, context.reading);
    const verification = callerVerification(event, stated);
    const isDenied = unverified === 'deny' && verification !== 'verified';
    const identities = believedIdentities(event, stated, unverified);
    const base: PolicyPlan = {
      event,
      now: context.now,
      timeZone: document.time_zone ?? context.timeZone,
      verification,
      isDenied,
      lookups: [],
      secrets: [],
    };
    const target = targetAmong(identities, event, context.reading);
    const planned: PolicyPlan =
      identities.length === 0
        ? base
        : {
            ...base,
            caller: {
              identities,
              ...(target === undefined ? {} : { target }),
              memoryUserId: outgoingValue(memoryUserId(identities)),
              withholdSensitive:
                unverified === 'withhold_sensitive' &&
                verification !== 'verified' &&
                !(event.tellsSensitive === true && document.unverified === undefined),
            },
          };
    if (lookups.length === 0) return planned;
    const scope = { ...scopeOf(planned, { lookups: {} }, {}, times), secrets: context.secrets };
    return {
      ...planned,
      lookups: lookups.flatMap((lookup): PlannedLookup[] => {
        const url = rendered(lookup.url, scope);
        if (url === undefined) return [];
        const headers = Object.entries(lookup.headers).map(([name, template]) => [
          name,
          rendered(template, scope) ?? '',
        ]);
        return [
          {
            name: lookup.name,
            url,
            headers: Object.fromEntries(headers),
            timeoutMs: lookup.timeoutMs,
            cacheSeconds: lookup.cacheSeconds,
            ...missingSecretOf([lookup.url, ...Object.values(lookup.headers)], context.secrets),
          },
        ];
      }),
      secrets: Object.values(context.secrets),
    };
  }

  function answer(planned: PolicyPlan, parts: PolicyParts): PolicyAnswer {
    const steps: PolicyStep[] = [
      { part: 'verification', detail: `${verificationSentence(planned)}; unverified: ${unverified}.` },
      identityStep(planned),
    ];
    const defaults = defaultVariables(planned, parts);
    const scope = scopeOf(planned, parts, defaults, times);
    const untilMs = performance.now() + RENDERING_MS_MAX;
    const values = (templates: Readonly<Record<string, Template>>, part: string) =>
      Object.fromEntries(
        Object.entries(templates).map(([name, template]) => {
          const text = performance.now() < untilMs ? rendered(template, scope) : undefined;
          const value = outgoingValue(text ?? '', planned.secrets);
          steps.push({ part: `${part}.${name}`, detail: stepDetail(template, text, value) });
          return [name, value];
        }),
      );
    const pins = values(parsed.pins, 'pin');
    const variables = values(parsed.variables, 'dynamic_variables');
    const metadata = values(parsed.metadata, 'conversation.metadata');
    const memory = memoryOf(planned, scope, pins, steps);
    return {
      answer: {
        dynamic_variables: { ...defaults, ...variables },
        ...memory,
        conversation: {
          metadata: {
            ...(planned.caller === undefined ? {} : { memory_user_id: planned.caller.memoryUserId }),
            ...withoutEmpty(metadata),
            ...withoutEmpty(pins),
          },
        },
      },
      steps,
    };
  }

  function memoryOf(
    planned: PolicyPlan,
    scope: TemplateScope,
    pins: Readonly<Record<string, string>>,
    steps: PolicyStep[],
  ): Pick<InitializationAnswer, 'memory'> {
    const part = 'memory.conversation_query';
    const none = (detail: string): Pick<InitializationAnswer, 'memory'> => {
      steps.push({ part, detail });
      return {};
    };
    if (memoryQuery === undefined || parsed.memoryQuery === undefined) return none('The policy has no memory query.');
    if (planned.isDenied) return none('No memory: the caller id is not verified, and the policy denies it.');
    const { placeholders } = parsed.memoryQuery;
    const needsTarget = placeholders.some((name) => TARGET_PLACEHOLDERS.test(name));
    const needsCaller = needsTarget || placeholders.some((name) => CALLER_PLACEHOLDERS.test(name));
    if (needsCaller && planned.caller === undefined) return none('No memory: the caller has no usable identity.');
    if (needsTarget && planned.caller?.target === undefined)
      return none('No memory: the caller has no number or SIP URI that is one person’s.');
    const result = memoryQuery.textOf(scope, pins, planned.now);
    if ('reason' in result) return none(`No memory: ${result.reason}`);
    // Printed text has no other escapes than those that can be read.
    const holds = planned.secrets.length > 0 && holdsSecret(decodeURIComponent(result.text), planned.secrets);
    if (holds) return none('No memory: the query would hold a secret.');
    steps.push({ part, detail: result.text });
    const { insight_query: insightQuery } = document.memory ?? {};
    return {
      memory: {
        conversation_query: result.text,
        ...(insightQuery === undefined ? {} : { insight_query: insightQuery }),
      },
    };
  }

  const statesUnverified = document.unverified !== undefined;
  return {
    name: document.name,
    unverified,
    statesUnverified,
    record: document.record ?? 'redacted',
    matches,
    plan,
    answer,
  };
}

/** The variables that every answer has, on every platform. */
function defaultVariables(
  { caller, timeZone }: Pick<PolicyPlan, 'caller' | 'timeZone'>,
  { profile }: Pick<PolicyParts, 'profile'>,
): Readonly<Record<string, string>> {
  const known = profile !== undefined && isKnownHistory(profile.history) ? profile.history : undefined;
  const context = known === undefined ? '' : describeHistory(timeZone)(known);
  const memory = profile?.memory;
  const summary = memory?.tellsLastEpisode === true ? '' : (profile?.lastEpisode?.summary ?? '');
  return {
    caller_known: String(known !== undefined || memory !== undefined),
    caller_name: outgoingValue(profile?.name ?? ''),
    memory_context: outgoingValue([context, summary, memory?.summary ?? ''].filter((text) => text !== '').join(' ')),
    memory_user_id: caller?.memoryUserId ?? '',
    last_conversation_at: lastConversationAt(profile) ?? '',
  };
}

/** The number or SIP URI as it came, where it is one of these identities; one that is withheld is that of many. */
function targetAmong(
  identities: readonly CallerIdentity[],
  { endUserTarget }: InitializationEvent,
  reading: CarrierReading,
): string | undefined {
  const carried = carrierIdentity(endUserTarget, reading);
  const isOne = identities.some(({ kind, value }) => kind === carried?.kind && value === carried.value);
  return isOne ? endUserTarget : undefined;
}

function listed(list: readonly string[] | undefined, value: string | undefined): boolean {
  return list === undefined || (value !== undefined && list.includes(value));
}

function rendered(template: Template, scope: TemplateScope): string | undefined {
  try {
    return template.render(scope);
  } catch (error) {
    if (error instanceof TemplateError) return undefined;
    throw error;
  }
}

/** Of a template with several secrets, `{{ secrets.new | default: secrets.old }}`, one is enough. */
function missingSecretOf(
  templates: readonly Template[],
  secrets: PlanContext['secrets'],
): Pick<PlannedLookup, 'missingSecret'> {
  for (const { variables } of templates) {
    const names = variables.flatMap(({ path: [first, name] }) => (first === 'secrets' ? [String(name)] : []));
    const [missing] = names;
    if (missing !== undefined && !names.some((name) => Object.hasOwn(secrets, name))) return { missingSecret: missing };
  }
  return {};
}

function stepDetail(template: Template, text: string | undefined, value: string): string {
  if (text === undefined) return `Empty: ${JSON.stringify(template.text)} could not be rendered.`;
  const changed = value === text.trim() ? '' : ' (changed on its way out)';
  return `${JSON.stringify(value)}${template.variables.length === 0 ? '' : ` from ${template.text}`}${changed}`;
}

function verificationSentence({ caller, verification }: PolicyPlan): string {
  const isOperators = caller !== undefined && operatorIdentities(caller.identities).length > 0;
  return isOperators ? 'The caller has an id of yours, which is your word' : `The caller id is ${verification}`;
}

function identityStep({ caller, isDenied }: PolicyPlan): PolicyStep {
  const part = 'identity';
  if (caller !== undefined) return { part, detail: `The caller is ${caller.memoryUserId}.` };
  const why = isDenied
    ? 'Memory is denied to callers who are not verified.'
    : 'Nothing identifies one caller: no phone number, no SIP URI of a declared domain, no id of yours.';
  return { part, detail: why };
}

function withoutEmpty(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
}

/** Every variable that the policy reads. */
function namesIn({ pins, lookups, variables, metadata, memoryQuery }: ParsedPolicy): readonly string[] {
  const templates = [
    ...[pins, variables, metadata].flatMap((group) => Object.values(group)),
    ...lookups.flatMap(({ url, headers }) => [url, ...Object.values(headers)]),
  ];
  return [
    ...templates.flatMap((template) => template.variables.map(({ name }) => name)),
    ...(memoryQuery?.placeholders ?? []),
  ];
}
