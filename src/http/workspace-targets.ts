import { phoneIdentity } from '../memory/callers/phone-identity.js';
import { hasLists, type WorkspaceSettings } from '../store/workspace-settings.js';

/** What an event is about, as far as it says. A field that is no text says nothing. */
export interface EventTargets {
  /** An assistant at Telnyx or Vapi. */
  readonly assistantId?: unknown;
  /** An agent at Retell. */
  readonly agentId?: unknown;
  /** The number or SIP URI at which the agent was reached (`telnyx_agent_target`). */
  readonly number?: unknown;
}

/**
 * Whether an event is a workspace's own. One that lists nothing takes all. One that lists something takes what it lists: an
 * event that names an assistant, an agent or a phone number has to name a listed one, of each kind that is listed, and at
 * least one of them.
 *
 * @param defaultCountry how numbers without a country code are read
 */
export function isForWorkspace(settings: WorkspaceSettings, targets: EventTargets, defaultCountry: string): boolean {
  if (!hasLists(settings)) return true;
  const verdicts = [
    verdict(settings.assistants, textOf(targets.assistantId)),
    verdict(settings.agents, textOf(targets.agentId)),
    numberVerdict(settings.numbers, textOf(targets.number), defaultCountry),
  ];
  return verdicts.includes('listed') && !verdicts.includes('other');
}

/** Undefined: the workspace does not list such, or the event names none. */
type Verdict = 'listed' | 'other' | undefined;

function verdict(list: readonly string[] | undefined, text: string | undefined): Verdict {
  if (list === undefined || text === undefined) return undefined;
  return list.includes(text) ? 'listed' : 'other';
}

/** What is no phone number, as a web call has it, is nobody else's number either. */
function numberVerdict(list: readonly string[] | undefined, text: string | undefined, country: string): Verdict {
  if (list === undefined || text === undefined) return undefined;
  const number = phoneIdentity(text, country)?.number;
  if (list.includes(text) || (number !== undefined && list.includes(number))) return 'listed';
  return number === undefined ? undefined : 'other';
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
