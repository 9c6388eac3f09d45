import { readAnswer } from '../../language/assent.js';
import type { SpokenTime } from '../../language/spoken-times.js';
import type { Deed } from './deeds.js';
import type { Due } from './due.js';
import type { Promising } from './promising.js';

/** Who promises. */
export type Side = 'caller' | 'agent';

const AGREES =
  /\b(?:will do|of course|no problem|no worries|sure|certainly|absolutely|i can(?!'t)|i will|we will|we can(?!'t)|that's fine|not a problem|yes|yeah|yep|okay|ok|grand|no bother|done|consider it done|happy to|i'll do that|can do|please|that'd be|that would be)\b/i;
const DECLINES =
  /^\W*(?:(?:that|it)(?:'s| is) )?not (?:needed|required)\b|^\W*(?:no,? )?(?:you'll not|you will not|don'?t you|please don'?t|i don'?t do (?:e-?mail|texts?|post))\b|^\W*no,? (?:e-?mails?|texts?|calls?|post)\b|^\W*no,? no,? (?!no\b|that|it|it's|problem|worries|bother|thank)|\bi've no truck\b|\b(?:no need|don'?t bother|don'?t worry about|not necessary|no thanks|no thank you|please don'?t|rather you didn'?t|don'?t (?:send|call|ring|text|email|post)\b(?! (?:it|them|that|me) (?:on|by|in|to|with|at|before|after)\b)|can you (?:post|email|text|send|ring|call) (?:it|me|that)|(?:email|text|post|e-?mail)(?:'s| is) (?:fine|better|easier|best) (?:instead|than)|i'd rather)\b/i;

const OWN_PROMISE =
  /\b(?:(?:i|we)(?:'ll|’ll| will| shall)|ill)(?: \w+)? (?:send|e-?mail|mail|post|text|call|ring|phone|get|have|drop|message|whatsapp|upload|share|forward|bring|scan)\b/i;
/** Which of two, where to, or how: what is asked is not whether it is done. */
const ASKS_HOW =
  /\bnot (?:to (?:him|her|them|me|us|the|my)|by|on)\b|\bor\b|\binstead\b|\d{3}|\b(?:at|dot|to) [\w.]+ (?:dot|at)\b|@|\bwhen (?:it|he|she|they|the)\b|^(?:send|e-?mail|text|mail|post|message|whatsapp) (?:me |us |you )?(?:an? )?(?:text|message|e-?mail|letter|sms|whatsapp)?$/i;
/** What is asked for has a name, and nothing runs on behind it. */
const NAMES_ASKED =
  /^[\w-]+(?: (?:me|us|you|them|back|over|out|through|across|in))*(?: (?:the|my|your|our|an?|some|those|these|that|all|both|his|her|their|its|any|another)\b.*| [\p{Lu}].*| (?:it|them|that|those|these)(?: (?:in|by|to|on|over|back|through)\b.*)?)$/u;

/** What is done without coming. */
const FROM_AFAR: ReadonlySet<Deed> = new Set<Deed>(['call', 'send', 'tell', 'confirm', 'ask', 'pay']);

/** Who has taken it on; nobody, when an offer or a request is not answered with a yes. */
export function bySide(
  { kind, isThird, isOwn, deed }: Promising,
  speaker: Side,
  reply: string,
  words: string,
): Side | undefined {
  if (kind === 'promise') {
    // Who brings or collects something for the business comes to do it: an appointment.
    if (isThird && (speaker === 'caller' ? !isOwn : !FROM_AFAR.has(deed))) return undefined;
    return DECLINES.test(reply) && deed !== 'ask' ? undefined : speaker;
  }
  if (ASKS_HOW.test(words.trim()) || (deed === 'send' && !NAMES_ASKED.test(words.trim()))) return undefined;
  const answer = readAnswer(reply);
  // "Noted. I'll mail you the estimate": who answers so says what is done.
  if (kind === 'request' && (deed === 'send' || deed === 'call') && OWN_PROMISE.test(reply)) return undefined;
  const isTaken =
    (answer.kind === 'yes' || (answer.kind === 'neither' && AGREES.test(reply.slice(0, 60)))) &&
    !DECLINES.test(reply) &&
    !/\b(?:can't|cannot|afraid|unfortunately|unable|won't be able)\b/i.test(reply.slice(0, 60));
  if (!isTaken) return undefined;
  if (kind === 'offer') return speaker;
  return speaker === 'caller' ? 'agent' : 'caller';
}

const NOT_THEN =
  /\b(?:better|rather|instead|can't|cannot|could|not|no|don't|can (?:you|they|he|she|it|we)|how about|what about|make it|let it be)\b/i;
const SETTLES_BEFORE = /\b(?:better|rather|make (?:it|that)|let it be)\b[^.?!]{0,12}$/i;
const SETTLES_AFTER = /^(?:'d be| would be| is|'s)? (?:better|instead)\b/i;

/**
 * "I'll ring you Monday at ten" – "Tuesday would be better": the day that the other side would have instead. `open` where that one
 * names none, or several; nothing where the day stands.
 */
export function counterOf(reply: string, due: Due, named: readonly SpokenTime[]): Due | 'open' | undefined {
  if (TAKES_ON.test(reply)) return undefined;
  const others = named.filter(({ day, vague }) => day !== undefined && !vague && day !== due.day);
  const isOtherTime = named.some(({ time, form }) => time !== undefined && form !== 'bare' && time !== due.time);
  const settled = others.filter(
    ({ start, end }) => SETTLES_BEFORE.test(reply.slice(0, start)) || SETTLES_AFTER.test(reply.slice(end)),
  );
  const other = settled.at(-1);
  if (other?.day !== undefined) return { day: other.day, time: other.time ?? due.time };
  return due.time !== undefined && (others.length > 0 || isOtherTime) && NOT_THEN.test(reply) ? 'open' : undefined;
}

const TAKES_ON = /\b(?:i'll|i will|we'll|we will)\b|^\W*no (?:problem|worries|wahala|bother|trouble|sweat|drama)/i;

/** "Sure, I'll do that" tonight: whether words lead to the day on which it is done, not to that of a visit. */
export function isGrant(lead: string): boolean {
  return (
    !/\bsee (?:you|ye|ya|y'all)\b/i.test(lead) &&
    (lead.length <= 30 ||
      /\b(?:(?:i|we)(?:'ll| will)|ill)\b[^.?!]{0,50}$|\b(?:text|e-?mail|call|letter|message) (?:on|by)? ?$/i.test(lead))
  );
}
