/** Longer header values are cut: they are identifiers, not texts. In UTF-16 units. */
export const HEADER_VALUE_CHARACTERS_MAX = 1024;

const HEADERS_MAX = 64;

const CUSTOM = /^x-(?!telnyx)[a-z0-9_-]{1,100}$/;

/** Keys of the payload that Telnyx sets itself: a header is not to pass for one of them. */
const OWN_KEYS: ReadonlySet<string> = new Set(['assistant_id', 'call_control_id']);

/**
 * The variables that custom SIP headers are, as Telnyx has it: `X-Eva-Call-Id` is `eva_call_id`. Letter case means nothing; headers
 * that do not begin with `X-`, and those that begin with `X-Telnyx`, are ignored. Where two are the same variable the last one
 * counts.
 *
 * Source: developers.telnyx.com, AI Assistants, Dynamic Variables ("Custom headers"); the lower case is what Telnyx's own evaluation
 * harness reads (team-telnyx/eva).
 */
export function headerVariables(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const variables: [string, string][] = [];
  for (const [header, value] of Object.entries(headers)) {
    const lowerName = header.trim().toLowerCase();
    if (!CUSTOM.test(lowerName)) continue;
    const name = lowerName.slice('x-'.length).replaceAll('-', '_');
    if (OWN_KEYS.has(name)) continue;
    variables.push([name, value.trim().slice(0, HEADER_VALUE_CHARACTERS_MAX)]);
  }
  return Object.fromEntries(variables.slice(0, HEADERS_MAX));
}
