import type { EndUserHistory } from '../store/end-user-history.js';

/** Channel names that may be spoken of: anything else a row holds is somebody's text, and stays out of a prompt. */
export const KNOWN_CHANNELS: ReadonlySet<string> = new Set(['phone_call', 'web_call', 'sms_chat', 'web_chat']);

/** The store counts no further. */
const COUNTED_MAX = 1000;

/**
 * Says in one plain line what is known of earlier conversations: `2 earlier conversations; the last one on 10 April 2025 by
 * phone_call.` Made of counts, dates and known channel names only, never of words that a caller could have chosen.
 */
export function describeHistory(timeZone: string): (history: KnownHistory) => string {
  const dayOf = timeZone === 'UTC' ? dayInUtc : dayIn(timeZone);
  return ({ conversations, lastMessageAt, lastChannel }) => {
    const channel = lastChannel !== undefined && KNOWN_CHANNELS.has(lastChannel) ? ` by ${lastChannel}` : '';
    return `${countOf(conversations)} on ${dayOf(lastMessageAt)}${channel}.`;
  };
}

/** Of somebody who has been there before. */
export type KnownHistory = EndUserHistory & { readonly lastMessageAt: string };

export function isKnownHistory(history: EndUserHistory): history is KnownHistory {
  return history.lastMessageAt !== undefined;
}

function countOf(conversations: number): string {
  if (conversations === 1) return '1 earlier conversation,';
  const count = conversations >= COUNTED_MAX ? `${COUNTED_MAX} or more` : conversations;
  return `${count} earlier conversations; the last one`;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** What the formatter below makes of a time, but ten times as fast: most servers keep to UTC. */
function dayInUtc(iso: string): string {
  return `${Number(iso.slice(8, 10))} ${MONTHS[Number(iso.slice(5, 7)) - 1]} ${Number(iso.slice(0, 4))}`;
}

function dayIn(timeZone: string): (iso: string) => string {
  // Making a formatter is slow, so one is kept.
  const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone });
  return (iso) => day.format(new Date(iso));
}
