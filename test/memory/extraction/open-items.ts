import { expect } from 'vitest';
import { findOpenItems } from '../../../src/memory/extraction/finders/open-item/open-item.js';
import { readCall } from '../../../src/memory/extraction/read-call.js';

/**
 * The open items of a call, `caller: 2026-03-03 send the form` each, whose quotes stand in their turns. Monday, 2 March 2026, 14:05 in
 * London.
 *
 * @param talk turns parted by `|`; `A:` is the business, `C:` the caller
 */
export function openItems(talk: string): string[] {
  const turns = talk
    .split('|')
    .map((line) => line.trim())
    .map((line) => ({
      speaker: line.startsWith('A:') ? ('agent' as const) : ('caller' as const),
      text: line.slice(3),
    }));
  const call = readCall({ turns, startedAt: '2026-03-02T14:05:00.000Z', timeZone: 'Europe/London', country: 'GB' });
  return findOpenItems(call).map(({ by, value, turn, quote }) => {
    expect(turns[turn]?.text).toContain(quote);
    return `${by}: ${value}`;
  });
}
