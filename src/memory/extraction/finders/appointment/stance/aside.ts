import type { SpokenTime } from '../../../language/spoken-times.js';
import type { ReadTurn } from '../../../read-call.js';
import { CHANGES } from './change-words.js';
import { isAboutBooking } from './existing.js';
import { isOthers, isTheirs } from './others.js';
import { isPromise } from './promise.js';
import { isNotUntil } from './refused.js';
import type { TimeClause } from './time-clause.js';

// Times that are about something else than when to come.

const DUE_BEFORE =
  /\b(?:by|before|until|till|til|within|since|expir(?:es?|ed|ing)(?: on)?|due(?: on| by)?|valid(?: until)?|deadline(?: is)?|effective|ends?(?: on)?|finish(?:es|ed)?(?: at)?|runs? out(?: on)?|renew(?:s|al)?(?: is| on)?|every|each|after|dated|as of|as from|starting|(?<!could |can |would )starts?(?: on| at)?|(?:check(?:ing)?|mov(?:e|ing)|head(?:ing)?|fly(?:ing)?|way|so|and|then|,) out(?: on)?|(?:^|[.,;] )out(?: on)?|leaving(?: on)?|departing(?: on)?|through(?: to)?|(?<=\bin )from|back(?: on)?|returning(?: on)?|(?<!drop[ -])off at|(?<!wake )up at|gets? off at|finish at|home (?:at|after|by))\s+(?:the\s+|about\s+|around\s+|close of business\s+|end of (?:day|business|play)\s+)?$/i;
const PAST =
  /\b(?:(?:was|were)(?! (?:thinking|hoping|wondering|going|looking|after|wanting|told|supposed|meant|to))|happened|started|began|broke|stopped|leaked|died|went|came|noticed|rang|called|emailed|spoke|said|told|bought|paid|arrived|fell|left|missed|cracked|passed|chipped|hurt|(?<!'ve |have |has |\bi |\bwe )got (?:it|the|a|my)|did|ordered|sent|signed|moved (?:in|out|here)|since|been|installed|fitted it|tried)\b/i;
/** "We sat down at seven", "he charged me": no verb of arranging something. */
const DONE =
  /\b(?:i|we|he|she|they|you|it|someone|somebody|nobody|(?:the|my|your|our|some) [\w-]+)(?: (?:just|already|only|all|both))? (?:sat|ate|woke|drove|ran|saw|hit|found|heard|lost|blew|burst|caught|stole|felt|slept|threw|flew|landed|crashed|(?!book|schedul|reserv|arrang|agre|need|want|lik|hop|mov|chang|confirm|pencil|prefer|ask|add|re|offer|plann|suggest|figur|thought|aim|be)[a-z]{2,}ed)\b/i;
/** "He can reach you by four", "you can have her back Friday by four": the time of an arrival. */
const ARRIVES =
  /\b(?:can|could|will|'ll|would) (?:[\w']+ )?(?:be (?:there|with you|out|at yours|round)|reach|get (?:there|to you|here)|come|arrive|have (?:her|him|it|them|the \w+) back)\b|\b(?:get|be) here by\b|\w+day by (?:about )?$/i;
/** "A few shingles off from the storm on Thursday". */
const MISHAP =
  /\b(?:storm|accident|crash|floods?|fall|break-?in|burglary|leak|power cut|outage)(?: we had| here)?(?: on| last)?(?: the)? $/i;
/** "For our anniversary, it's June sixth". */
const FEAST =
  /\b(?:birthday|anniversary|wedding|party|christening),? (?:it's|its|it is|that's|thats|which is)(?: on)?(?: the)? $/i;
/** What has happened, whatever it is about. */
const OVER =
  /\b(?:came|went|gave|started|broke|happened|died|fell|rang|told|saw|took|missed|stopped|noticed)\b(?! to\b)/i;
const HOURS =
  /\b(?:we|we're|we are|they|they're|you|shop|store|office|clinic|surgery|showroom|salon|kitchen|desk|reception|restaurant|which|lines?|pool|spa|gym|bar|breakfast|doors?)\b[^.?!]{0,25}\b(?:open|opens|opening|close|closes|closed|closing|serve|serves|served|runs?|shut|shuts)\b|\bopen (?:from|until|till|at|monday|every|on|seven|daily|again)\b|\b(?:opening|office|business|visiting|working) (?:hours|times)\b|\bhours are\b|\bcheck(?:ing|in'?|ed)?[- ]?out\b(?! (?:inspection|appointment|visit|meeting|walk))|\bdepart/i;
/** "Breakfast is seven to ten", "do you do Sunday lunch?" – "We do, from twelve till four." */
const SERVED =
  /\b(?:breakfast|kitchen|pool|spa|gym|bar|reception|parking|front desk)(?:'s)? (?:is |are |runs? |starts? |begins? |served )*(?:from |at |until |till )*$|(?<!\b(?:can|could|shall|should|will|if) )\bwe do,? (?:from )?$|\bdo you (?:do|serve|open)(?: an?)? $/i;
const BIRTH =
  /\b(?:(?:it's|its|that's|is) (?:my|her|his|our|their) (?:\w+ )?(?:birthday|anniversary)|born|date of birth|birth ?date|d\.?o\.?b\b|turn(?:s|ing|ed) $|turn(?:s|ing|ed) \w+ on|birthday(?:'s| is| was| on)|anniversary(?:'s| is| on))/i;
/** What is promised is an open item. */
const CONTACT =
  /\b(?:call|ring|phone|text|email|e-mail|mail|write|send(?! (?:an?|the|our|one of our|some) (?:[\w-]+ )?[\w]+(?:er|or|ician|ist|ian|man|guy)s? (?:out|round|over|along|by|down)\b)(?! (?:some(?:one|body)|our (?:[\w-]+ )?(?:surveyor|engineer|plumber|adjuster|assessor|technician|electrician|man|guy|lad|team|driver|roofer|fitter|inspector)|him|her|out|round|an? (?:[\w-]+ )?(?:engineer|plumber|electrician|technician|guy|man|person|driver|van|team|surveyor|adjuster)|the (?:engineer|plumber|lads|team|guys|lad|guy|crew|estimator|surveyor|adjuster|assessor|technician|electrician|roofer|fitter|inspector|appliance \w+)|one of))|message|get back|let (?:you|me|us|him|her|them) know|remind(?:er)?|in touch|hear (?:from|back)|follow up|post|drop(?! (?:him|her|them|the (?:dog|cat|car|bike|van|truck)) (?:off|in|over|round))(?!ping|[ -]?off(?! (?:the|some|those|these|my|your|an?) (?!dog|cat|pup|car|bike|van|kids?|boys?|girls?|little)))|transfer|pay|upload|forward|have an answer|know more|find out|bring(?! (?:you|him|her|it|them|the [\w']+|your [\w']+) (?:in|at|on|over|by|round|down|along|to|for)\b)|pick (?:it|them) up|chase|order|ready|arrange|check with|speak to|talk to|look into|tell (?:him|her|them|the))\b/i;
const BOOKING_A_CALL =
  /\bwake ?-?up\b|\b(?:book|schedule|set up|arrange|have|do|put|make)\b[^.?!]{0,25}\b(?:call|chat|meeting|demo)\b|\b(?:collect|collection|pick-?up)\b|\bcall ?out\b/i;
/** From when somebody may move in. */
const AVAILABLE = /\b(?:available|vacant|empty|ready) (?:for|from|as of)\s+(?:the )?$/i;
/** A time of day at which a place opens: it is in the morning. */
export function isOpening(spoken: SpokenTime, turn: ReadTurn): boolean {
  return /\bopens?(?: up)? (?:at|from) $/i.test(turn.text.slice(Math.max(0, spoken.start - 40), spoken.start));
}

/**
 * What a time is about that is not when to come: opening hours, when one leaves, a deadline, the past, what somebody will send, small
 * talk, somebody else's day (`theirs`: what somebody else has booked here).
 */
export type Aside = 'deadline' | 'past' | 'hours' | 'leaving' | 'contact' | 'talk' | 'others' | 'theirs';

/** What a time is about, if that is something else than when to come. */
export function asideOf(clause: TimeClause): Aside | undefined {
  if (isTheirs(clause)) return 'theirs';
  if (isLeaving(clause)) return 'leaving';
  if (isDeadline(clause)) return 'deadline';
  if (isPast(clause)) return 'past';
  if (clause.spoken.time === undefined && AVAILABLE.test(clause.lead)) return 'hours';
  if (isHours(clause)) return 'hours';
  if (isContact(clause)) return 'contact';
  if (isTalk(clause)) return 'talk';
  return isOthers(clause) ? 'others' : undefined;
}

/** "You'd check out Sunday or Monday", "leaving on the Sunday", "you can leave the car at eight". */
const isLeaving = ({ lead, near }: TimeClause): boolean =>
  /\bcheck(?:ing)?[- ]?out\b(?! (?:inspection|appointment|visit|meeting|walk))[^,.;]*$|\b(?:leaving|departing|departure|(?:go(?:ing)?|head(?:ing)?|fly(?:ing)?|driv(?:e|ing)) (?:back )?home|check(?:ing)? out)(?: on| is)?(?: the)? $/i.test(
    lead,
  ) ||
  /\b(?:leave|drop|store|park) (?:the|your|our|my) (?:cars?|bags?|luggage|cases?|things|suitcases?)\b[^,.;]*$/i.test(
    near,
  );

function isDeadline(clause: TimeClause): boolean {
  const { spoken, whole, lead, near, trail } = clause;
  // "A vow of silence from six this evening until Pentecost": a stretch of time, where no days are booked.
  if (
    clause.speaker === 'caller' &&
    spoken.time !== undefined &&
    /\bfrom (?:about )?$/i.test(lead) &&
    /^\s*(?:until|till|til|through)\b/i.test(trail)
  )
    return true;
  if (DUE_BEFORE.test(lead) && !isNotUntil(clause)) return !isArrival(clause);
  if (/\b(?:every|each) (?:single )?(?:day|week|month|morning|evening|night)\b/i.test(near)) return true;
  if (/(?:st|nd|rd|th|first|second|third)(?: of \w+)? (?:to|till|until|through|-) (?:the )?$/i.test(lead)) return true;
  if (/^\s*(?:a |an )?(?:year|week|day|month)s? (?:ago|before)/i.test(trail)) return true;
  return (
    spoken.day !== undefined &&
    /^\s*(?:to|till|til|until|through|thru|-)\s+(?:the\s+)?$/i.test(lead) &&
    !CHANGES.test(whole)
  );
}

/** "He can be with you by four", "Thursday by eleven": an arrival. */
function isArrival({ spoken, whole, head, lead, trail }: TimeClause): boolean {
  if (spoken.time === undefined || !/\bby (?:about )?$/i.test(lead)) return false;
  if (ARRIVES.test(whole)) return true;
  return (
    /^\s*by (?:about )?$/i.test(lead) &&
    ((head !== lead && head.split(/\s+/).length <= 7 && !/\b(?:be|is|are|ready|done)\b|'ll\b/i.test(head)) ||
      /^\s*(?:is|'s|works?|suits?|will do)\b/i.test(trail)) &&
    !isPromise(head)
  );
}

function isPast({ spoken, whole, lead, near, trail }: TimeClause): boolean {
  if (BIRTH.test(whole) || OVER.test(near) || MISHAP.test(near) || FEAST.test(lead)) return true;
  if (/\b(?:made|booked|got) (?:it |that )?$/i.test(near) && /^(?:this morning|today|earlier)/i.test(spoken.text))
    return true;
  if (isAboutBooking(whole)) return false;
  // "That was six thirty tomorrow" is not over.
  if (spoken.day !== undefined && spoken.weekdayOnly === undefined && /\b(?:it|that) was $/i.test(near)) return false;
  return (
    PAST.test(near) ||
    DONE.test(near) ||
    /^\s*(?:it |he |she |the \w+ |when |and )?(?:started|broke|happened|was|went|came|stopped|leaked)\b/i.test(trail)
  );
}

function isHours({ lead, trail }: TimeClause): boolean {
  // "Half eight, before surgery opens" is no opening hour.
  const after = /^(?:(?!\b(?:before|when|after|once|as soon as|just as)\b)[^,;]){0,30}/i.exec(trail)?.[0] ?? '';
  if (SERVED.test(lead)) return true;
  if (/^\s*(?:on )?(?:weekdays|weekends|week nights|(?:mon|tues|wednes|thurs|fri|satur|sun)days)\b/i.test(trail))
    return true;
  return (
    HOURS.test(`${lead}${after}`) &&
    !/\b(?:book|have you|put you|squeeze|fit you|(?:we|i)(?:'ve)?(?: have| got|'ve)|there's|open to)\b/i.test(lead)
  );
}

function isContact({ whole, head, near, trail }: TimeClause): boolean {
  if (CONTACT.test(near.replace(/\bsend (?=\p{Lu})/gu, '')) && !BOOKING_A_CALL.test(whole)) return true;
  if (
    /\b(?:i'll|we'll|i will|we will) (?:do|send|get|have|go|try|see|sort|check|grab|find|hold) (?:it |that |them |this |the \w+ )?$/i.test(
      near,
    )
  )
    return true;
  return (
    isPromise(head) ||
    /^\s*(?:(?:to|for) (?:call|ring|text|email|send|phone)|(?:only |just )?(?:you |please )(?:can |should )?(?:call|ring|phone))\b/i.test(
      trail,
    )
  );
}

/** "How are you today", "is today a Monday". */
function isTalk({ spoken, speaker, whole, lead, trail }: TimeClause): boolean {
  // "We've managed to get the Monday off."
  if (
    speaker === 'caller' &&
    /\b(?:get|got|have|has|had|'ve|took|take|booked) (?:the )?$/i.test(lead) &&
    /^ off\b/i.test(trail)
  )
    return true;
  if (
    /\b(?:how|what) (?:can|may|could) (?:i|we) (?:help|assist|direct|do)\b|\bhow are (?:you|we)\b|\bhow's it going/i.test(
      whole,
    )
  )
    return true;
  return spoken.weekdayOnly !== undefined && /\bis (?:that|this|it|the [\w ]{2,25}) (?:still )?an? $/i.test(lead);
}
