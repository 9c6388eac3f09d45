import type { EndUserHistory } from '../store/conversations.js';

/** Channel names that may be spoken of: anything else a row holds is somebody's text, and stays out of a prompt. */
const CHANNELS: ReadonlySet<string> = new Set(['phone_call', 'web_call', 'sms_chat', 'web_chat']);

/** The store counts no further. */
const COUNTED_MAX = 1000;

/**
 * Says in one plain line what is known of earlier conversations: `2 earlier conversations; the last one on 10 April 2025 by
 * phone_call.` Made of counts, dates and known channel names only, never of words that a caller could have chosen.
 */
export function describeHistory(timeZone: string): (history: KnownHistory) => string {
  // Making a formatter is slow, so one is kept.
  const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone });
  return ({ conversations, lastMessageAt, lastChannel }) => {
    const channel = lastChannel !== undefined && CHANNELS.has(lastChannel) ? ` by ${lastChannel}` : '';
    return `${countOf(conversations)} on ${day.format(new Date(lastMessageAt))}${channel}.`;
  };
}

/** Of somebody who has been there before. */
export type KnownHistory = EndUserHistory & { readonly lastMessageAt: string };

function countOf(conversations: number): string {
  if (conversations === 1) return '1 earlier conversation,';
  const count = conversations >= COUNTED_MAX ? `${COUNTED_MAX} or more` : conversations;
  return `${count} earlier conversations; the last one`;
}
