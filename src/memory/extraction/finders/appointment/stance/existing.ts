import { cancelsIn, isCancelOffered } from '../cancel-words.js';
import { CHANGES } from './change-words.js';
import type { TimeClause } from './time-clause.js';

const THING =
  '(?:appointment|appt|booking|reservation|slot|table|viewing|delivery|visit|check-?up|cleaning|consultation|session|service|room|stay|haircut|test drive|inspection|survey|collection|installation|call|demo|groom(?:ing)?|vaccination|jabs?|treatment|massage|facial|engineer|plumber|electrician|technician|surgery|one)s?';
const BOOKED_CALLER = new RegExp(
  `\\b(?:i|we)(?:'ve| have)? (?:just |already )?booked (?:online |it |in |this )*for\\b|\\b(?:booking|appointment|reservation|table|room)s? (?:that )?(?:i|we)(?:'ve| have) (?:already )?(?:got|made|booked)\\b|\\b(?:i|we)(?:'ve| have|'d| had| am having|'m having)(?: got| already)* (?:(?:an?|my|our|the) )?(?:[\\w'-]+ ){0,4}?${THING}\\b|\\b(?:i'm|i am|we're|we are|and i are|am i|are we|been|got me|have me|me|it's|it is|she's|he's|car's|its) (?:already |all |still |currently )?(?:booked|scheduled|down|on|in|due) (?:in |for |on |at |with )|\\b(?:my|our) (?:[\\w'-]+ ){0,4}?${THING}(?:'s| is| was|,)? ?(?:still |booked |scheduled |set |due )?(?:for|on|at|is|tomorrow|today|next|this|_|$)|\\b(?:about|confirm(?:ing)?|regarding|re) (?:my|our|the|an) (?:[\\w'-]+ ){0,4}?${THING}|\\b(?:i'm|i am|we're|she's|he's) due (?:an?|my|his|her|our) |\\bit was (?:given|booked|set|for)\\b|\\b(?:that's|it's|is it|is that|is (?:my|our|the) [\\w' ]{2,30}) still (?:on|happening|booked|down|good|there|going ahead)\\b|\\b(?:is|are) (?:fixed|set|arranged|down) for\\b|\\b(?:was|been) given\\b|\\b(?:i'm|i am|we're|i was|we were) (?:supposed|meant|due) to (?:be |come |see |check |arrive |have |start )|\\b(?:coming|due) (?:out|round|to (?:me|us|my)) `,
  'i',
);
/** A child or an animal of the caller's. */
const BOOKED_FOR =
  /\b(?:he|she|they)(?:'s| has|'ve| have)(?: got)? (?:an?|his|her|their) (?:[\w'-]+ ){0,3}?(?:appointment|appt|booking|check-?up|groom|surgery|operation|op|jabs?|boosters?)\b/i;
const BOOKED_AGENT =
  /\b(?:i|we)(?:'ve|ve| have| can see| see| do have|'ve got| have got)(?: got)? (?:you|him|her|them|it|that|your \w+)(?: all)? (?:down|booked|in|for|on|scheduled|penciled|pencilled|at|set)\b|\byou(?:'re| are| were|'ve|'ll be| have)(?: all| now| currently)? (?:booked|scheduled|down|having|due|set|confirmed|reserved|moved|coming in|in (?:for|on|with|at)|all set)\b|\byour (?:[\w'-]+ ){0,4}?(?:appointment|booking|reservation|delivery|viewing|visit|check-?up|service|session|consultation|slot|cleaning)(?:'s| is| was| will be)?\b|\bi see (?:you|an appointment|a booking|your|it)|\bthere(?:'s| is) an? (?:appointment|booking)|\bsee you\b|\b(?:calling|ringing|phoning) (?:us )?about (?:your|the|[\w-]+'s) (?:[\w'-]+ ){1,3}|\b(?:is|has been|that's|it's|i've|all) (?:booked|confirmed|scheduled|reserved|moved)\b/i;
/** "Could I come in on the …": the new time, although the sentence speaks of a change too. */
const WISHED_INSTEAD =
  /\bnow (?:it's|it'll|we're|i'm|it)\b[^.?!]*$|\b(?:could|can|may) (?:i|we|you|he|she|they)\b(?![^.?!]*\b(?:mov|chang|cancel|push|resched|postpon|swap|switch|shift|bring|put)\w*\b)[^.?!]*$|\b(?:i|we|he|she) could (?:come|do|have|move|make)\b[^.?!]*$|\b(?:anything|something|any chance)\b(?: of)?[^.?!,]{0,20}$|\bis (?:it |that |there )?possible\b[^.?!]*$|\b(?:how|what) about[^.?!]*$|\binstead[^.?!]*$|\b(?:do|have) you (?:have |got )?(?:anything |something )?(?:on |for )?(?:the )?$/i;
const ASKS =
  /\b(?:like|want|wanted|need|needed|looking|hoping|trying|wondering|love|wish) (?:to|an?|for|the|some)\b|\b(?:can|could|may|might) (?:i|we|you|she|he)\b|\b(?:make|book|schedule|get|reserve) (?:me |us |in )?an?\b|\bpossible\b|\bdo you have\b|\bhave you (?:got|any|anything)\b|\bavailab/i;

/** "I have a two o'clock", "I've got box braids with you on Thursday". */
const HAS_ONE = /\b(?:i|we)(?:'ve| have)(?: got)? (?:my|an?|the) $/i;
const WITH_YOU =
  /\b(?:i|we|he|she)(?:'ve|'s|'m| have| has| am)(?: got| booked)? (?:[\w'-]+ ){1,5}with you(?: (?:on|at|for|this|next))?\s*$/i;
/** "There's a color consult here on Tuesday". */
const ON_FILE =
  /\b(?:there's|there is|i've|i have|i see|we have|we've)(?: got)? (?:also )?(?:an?|your|the) (?:[\w'-]+ ){1,4}?(?:here|on (?:your|the) file|in the (?:book|diary|system)|booked|down|already|noted|for (?:you|him|her) already)\b/i;

/** Whether something is named that is booked. */
export const NAMES_BOOKING = new RegExp(THING, 'i');
const FOR_THE = new RegExp(`${THING}\\s+for\\s+(?:the\\s+)?$`, 'i');
/** "At about one" is a time. */
const IS_ABOUT_BOOKING = new RegExp(`\\b(?:${THING.replace('|one)', ')')}|booked|scheduled|given|down for)\\b`, 'i');

/** Whether a sentence speaks of something that is booked. */
export const isAboutBooking = (sentence: string): boolean => IS_ABOUT_BOOKING.test(sentence);

/** A child or an animal of the caller's is booked in. */
export const isBookedForFamily = (sentence: string): boolean => BOOKED_FOR.test(sentence);

/** Whether a time is said to be in the diary already; of one that is being moved or cancelled, the old one. */
export function isExisting({ spoken, speaker, whole, lead, trail }: TimeClause): boolean {
  if (speaker === 'agent' && isCancelOffered(whole)) return true;
  if (speaker === 'agent')
    return (
      (BOOKED_AGENT.test(whole) || ON_FILE.test(whole)) &&
      !/\b(?:can(?! see)|could|shall|would|how about|what about|do you want)\b/i.test(whole)
    );
  if (WISHED_INSTEAD.test(lead) || /^\s*(?:instead|rather|would be better)\b(?! of\b)/i.test(trail)) return false;
  if (CHANGES.test(whole) || cancelsIn(whole, true)) {
    const isTarget = /\b(?:to|for|until|instead|till|about)\s+(?:the\s+|an?\s+|say\s+|maybe\s+)*$/i.test(lead);
    return !isTarget || FOR_THE.test(lead);
  }
  if (WITH_YOU.test(lead) || (spoken.clock !== undefined && HAS_ONE.test(lead))) return true;
  return (BOOKED_CALLER.test(whole) && !ASKS.test(whole)) || BOOKED_FOR.test(whole);
}
