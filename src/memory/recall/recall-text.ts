import { NEW_CALLER, WEB_CALLER } from '../../platforms/vapi/answers.js';
import type { RecalledCaller } from './caller-memories.js';

const BETWEEN = ' | ';

/**
 * What a voice assistant is told at the start of a call, on one line: `Known about caller (Sarah Johnson): Sarah Johnson: prefers
 * morning slots | Sarah Johnson: …`. A line that does not fit is left out as a whole.
 *
 * @param number the caller's, where the name is not known: `+14155551234`
 */
export function recallText(
  { status, name, lines }: Pick<RecalledCaller, 'status' | 'name' | 'lines'>,
  { number = '', charactersMax }: { readonly number?: string | undefined; readonly charactersMax: number },
): string {
  if (status === 'unidentified') return WEB_CALLER;
  const head = `Known about caller (${name || number || 'name unknown'}): `;
  let text = head;
  for (const line of lines) {
    const longer = text === head ? `${head}${line}` : `${text}${BETWEEN}${line}`;
    if (longer.length <= charactersMax) text = longer;
  }
  if (text !== head) return text;
  // Somebody who is known by name alone is not new.
  return status === 'known' && name !== '' ? `Known about caller (${name}): called before.` : NEW_CALLER;
}
