import { phoneIdentity } from '../../memory/callers/phone-identity.js';

/**
 * The id that a workspace has for the number that is called (`vapi_assistants`, `retell_agents`), or for all others.
 *
 * @param defaultCountry how numbers without a country code are read
 */
export function idByNumber(
  ids: Readonly<Record<string, string>> | undefined,
  number: string | undefined,
  otherwise: string | undefined,
  defaultCountry: string,
): string | undefined {
  if (ids === undefined || number === undefined) return otherwise;
  const plain = (text: string): string => phoneIdentity(text, defaultCountry)?.number ?? text;
  const wanted = plain(number);
  return Object.entries(ids).find(([key]) => plain(key) === wanted)?.[1] ?? otherwise;
}
