/** A way of reaching somebody, as one or the other: "text", "ringing", "e-mails". */
export const WAY =
  '(?:phone calls?|voice ?mails?|text messages?|texts?|texted|texting|e-?mails?|e-?mailed|e-?mailing|calls?|called|calling|rings?|rang|rung|ringing|phones?|phoned|phoning|messages?|messaged|messaging|whatsapps?|sms|letters?|post|the post|the phone|a call|a text|an e-?mail|a message|a phone call|a ring|the app|paper|paperless|on the phone|over the phone|by phone)';

/** Between what is wanted and what is not: "text *rather than* ring". */
export const RATHER =
  "(?:(?:mind,? )?(?:and )?(?:rather than|instead of|not)(?: to)?|over|than|don't|do not|dont|never|please don't|and don't|as opposed to)";

/** The way as a thing: "texted" is about `texts`. */
export function wayOf(said: string): string {
  const word = said.replace(/^(?:by|via|through|on|over|the|a|an) /g, '').replace(/-/g, '');
  if (/^(?:text|sms)/.test(word)) return 'texts';
  if (/^(?:write|writing|written)/.test(word)) return 'writing';
  if (/^email/.test(word)) return 'emails';
  if (/^phon/.test(word)) return 'phone calls';
  if (/^(?:call|ring|rang|rung)/.test(word)) return 'calls';
  if (/^message/.test(word)) return 'messages';
  if (/^whatsapp/.test(word)) return 'WhatsApp';
  if (/^voice/.test(word)) return 'voicemails';
  if (word.startsWith('letter')) return 'letters';
  return word;
}

/** The way that is wanted, before the one that is not: `texts rather than calls`. Nothing where both are one. */
export function overOther(way: string, other: string | undefined): string | undefined {
  if (other === undefined) return wayOf(way);
  const [first, second] = [wayOf(way), wayOf(other)];
  return first === second ? undefined : `${first} rather than ${second}`;
}

/** "Me", after a verb of reaching. */
export const ME = '(?: (?:me|us))?(?: (?:first|please|back))?,?';
/** What makes a way the wanted one. */
export const BETTER =
  '(?:best|better|easier|easiest|preferable|preferred|simplest|simpler|handier|handiest|quickest|ideal)';
/** Up to some words before it: "always *much* better". */
export const MUCH =
  '(?:(?:always|usually|generally|normally|much|way|far|a lot|probably|definitely|really|honestly|just|often|a bit|the) )*';

/** Not what is done this once: "call me back", "email me the quote". */
export const THIS_ONCE =
  /^(?: (?:me|us))? (?:back|the |a copy|it|that|over|through|when you|once|today|tomorrow|later|in (?:a|an|ten|five|half)|with the|confirmation|as soon)/;
