import type { ReadCall, ReadTurn } from '../../read-call.js';
import { wayOf } from './contact-ways.js';
import { isLasting } from './lasting.js';

const ASKS_HOW_TO_REACH =
  /\b(?:how (?:do|would|should|can) (?:you|we) (?:like|prefer|want)?(?: us)?(?: to)?(?: be)? ?(?:contact(?:ed)?|reach(?:ed)?|get in touch)|best way to (?:reach|contact|get (?:hold of|in touch with)) you|(?:preferred|best) (?:contact|method|way) ?(?:method|of contact|of communication)?|contact (?:method|preference)|prefer (?:we|us to) (?:contact|reach))/;
const ASKS_FOR_DISLIKES =
  /\b(?:any dislikes|anything you (?:don't|do not|won't) (?:eat|like)|what don't you (?:eat|like)|anything you dislike)\b/;
const ASKS_FOR_PREFERENCE = /\bprefer(?:ence|ences|red)?\b|\bwould you like\b|\bseating\b|\busual(?:ly)?\b|\bor\b/;
const MARK = /\b(?:always|as a rule|generally|usually|normally|every time)\b/;

const LEAD =
  /^(?:(?:oh|um+|uh+|er+m?|well|yes|yeah|i'd say|probably|the|a|an|by|via|just|i suppose|that'd be|definitely|always|only|please|honestly|usually)[ ,]+)*/;

export interface AskedWish {
  readonly kind: 'prefers' | 'dislikes';
  readonly value: string;
  readonly quote: string;
}

/** What the caller answers when the agent asks for a way to be reached, a dislike or a preference: "by text", "mornings, always". */
export function askedWishesOf(call: ReadCall, turn: ReadTurn): readonly AskedWish[] {
  const before = call.turns[turn.index - 1];
  if (before?.speaker !== 'agent') return [];
  const asked = before.sentences.at(-1)?.plain ?? '';
  const { plain } = turn;
  const lead = LEAD.exec(plain)?.[0].length ?? 0;
  const first = /^[^,.;!?]*/.exec(plain.slice(lead))?.[0] ?? '';
  const value = first
    .replace(
      /(?: (?:please|is best|'s best|best|always|for me|as a rule|usually|generally|mostly|is fine|'s fine|every time))+$/g,
      '',
    )
    .trim();
  const quote = turn.text.slice(lead, lead + value.length);
  if (value === '' || value.split(' ').length > 4) return [];
  if (ASKS_HOW_TO_REACH.test(asked)) {
    const way =
      /^(?:texts?|texting|e-?mails?|phone|phone calls?|calls?|ringing|whatsapp|post|letters?|sms|messages?|the landline|landline|mobile)(?:'s best|'s)?$/.exec(
        value,
      )?.[0];
    return way === undefined ? [] : [{ kind: 'prefers', value: wayOf(way.replace(/'s(?: best)?$/, '')), quote }];
  }
  if (
    /^(?:please|always|usually|generally|no|not|none|nothing|never|i|it|that|either|whatever|any|both|neither|same|still the)\b/.test(
      value,
    ) &&
    !/^no(?:n| n)[ -]/.test(value)
  )
    return [];
  if (ASKS_FOR_DISLIKES.test(asked)) {
    return value.split(/ (?:and|or) /).map((one) => ({ kind: 'dislikes' as const, value: one, quote }));
  }
  const isMarked = MARK.test(plain.slice(0, lead + first.length + 20));
  return asked.includes('?') &&
    ASKS_FOR_PREFERENCE.test(asked) &&
    isMarked &&
    isLasting(value) &&
    !/\b(?:i|we|you|it|is|are|was|have|do)\b/.test(value)
    ? [{ kind: 'prefers', value, quote }]
    : [];
}
