import { NAMES_BOOKING } from './existing.js';
import { isOwnDay } from './own-day.js';
import type { TimeClause } from './time-clause.js';

// Ways to say that a time is no good.

const NEGATION_BEFORE =
  /\b(?:not|never|nothing)(?:\s+(?:on|for|at|the|this|next|in|before|until|till|around|even|really|just|any|good|great|keen on|free|available|going to be|gonna be|able to|do|make|come))*\s*$|\b(?:can't|cannot|can not|couldn't|won't|wouldn't|don't|doesn't|isn't|aren't|(?<=\bbut )not|unable to|nothing|fully booked|booked (?:up|out|solid)|(?:i'm|i am|we're|we are|he's|she's|is|are) (?:away|busy|working|closed|off|full)|out of (?:town|station|the country)|instead of|rather than|other than|except|apart from|no good|no use|no (?:slots?|space|room|availability|tables?|appointments?))\b(?:\s+[\w']+){0,4}\s*$/i;
/** "I've a meeting tomorrow": that day is taken. */
const ENGAGED =
  /\b(?:i've|i have|i've got|i got|i'm in|there's|we have|we've|we've got|he's got|she's got|has|have|got) (?:an? |my )?(?:work |school |family |prior |big )?(?:meeting|class|lecture|wedding|funeral|exam|shift|party|interview|thing|school|work|court|christening|match|engagement)s?\s*(?:on |at |til |till |until )?(?:the )?$/i;
/** "Thursday I have a class": but "a cut for Thursday, I have a wedding" says what it is for. */
const ENGAGED_AFTER =
  /^\s*(?:is |'s |,? ?(?:i|we)(?:'ve| have|'m)(?: got)? )?(?:an? |my |our )(?:class|meeting|wedding|funeral|birthday|anniversary|exam|shift)\b/i;
/** "Wednesday's my bridge", "Sunday my in-laws are coming", "Monday no": the caller has something else then. */
const TAKEN_UP =
  /^\s*(?:'s|,)?\s*(?:(?:is|was) )?(?:no\b(?! (?!good\b|go\b|use\b|chance|way\b|can|i\b|i'|we\b|that|it|sorry|not\b|thank)\w)|(?:my|our|the (?:kids'?|boys'?|girls'?)) (?!(?:day off|best|preferred|favou?rite|ideal|choice|preference|free)\b)[\w'-]+|(?:the )?(?:(?!after\b|before\b|for\b|during\b|straight\b)[\w-]+ )?(?:inventory|study|practice|rehearsal|church|mass|choir|football|rugby|golf|bowls|bridge|bingo|swimming|dialysis|chemo|physio|work|school run|drill|fire drill|chore time|market|mart|exam|exams|training|yoga|pilates|gym|party|wedding|funeral|meeting|meetings|stocktake|fast|prayers?)\b|(?:i|we)(?:'ve| have)? (?:got |have )?(?:an? |the |my |our |to )?(?!(?:free|off|nothing|time|available|open|good|fine|could|can|would|will|do|prefer|like|think|suppose|guess|am free|am off|want|need|have time|appointment|booking|it|that|a booking|an appointment|cannot|can't|plan)\b)(?:choir|work|meeting|meetings|exam|class|physio|dialysis|church|school|must|teach|coach|lecture|shift|chemo|bridge|bowls|study|rehearsal|training|practice|bingo)\b)/i;
const ROUND_TAKEN =
  /(?<!\b(?:what time|when) )\b(?:i'm|im|i am|we're|we are)\s+(?:at|up|on|in)\s+(?:the |my |a |our )?[\w']+(?: [\w']+){0,3}\s*$/i;
const NOT_UNTIL =
  /\b(?:not|no(?! (?:bother|problem|worries|trouble|rush))|nothing|anything|n't)\b.{0,30}\b(?:until|till|til|before)\s+(?:the\s+)?$/i;
const NEGATION_AFTER =
  /^\s*,?\s*(?:(?:morning|afternoon|evening|at all|itself|really|actually|just|unfortunately|sadly|though|i'm afraid|i think|sorry|is|that|it|i|we|i'm|we're|would|are|am|be|that's|it's|all|already|a bit|bit|way|sort of|kind of|just|got|i've|we've|'s)\s+){0,4}(?:no good|no use|not\b(?=[ ,]*(?:good|great|ideal|possible|convenient|free|available|in|around|here|able|going|gonna|so|really|suitable|an option|happening|on|at all|for me|open|work|working|home|sure|the best|too good|until|till|great)\b|\s*[.,!?])|doesn't|don't(?= (?:suit|work|do|fit|think so|have)\b)|won't|isn't(?! (?:it|he|she|that)\b)|can't(?! (?:sleep|wait|stand|bear|eat|chew|remember|recall|hear|see|think|believe|complain|thank|find))|cannot(?! (?:sleep|wait|remember|eat))|couldn't|wouldn't|out of|(?:too|(?:a )?(?:wee |little )?bit|rather|awful(?:ly)?|fierce|very|quite|pretty|kind of|sort of) (?:early|late|soon|far|tight|long|much)|full(?! (?:size|day|board|name|head|set))\b|fully|booked (?:up|out|solid)|all booked|gone\b|taken|impossible|clash|busy|away\b|working|closed|shut|unavailable|a no\b|sold out|packed|chock\w*|rammed|slammed|tricky|difficult|awkward|bad for|(?:also,? )?nothing\b|public holiday|a holiday|bad\b|hopeless|rubbish|labour day|remembrance day)/i;
const ASKS =
  /\b(?:like|want|wanted|need|needed|looking|hoping|trying|wondering|love|wish) (?:to|an?|for|the|some)\b|\b(?:can|could|may|might) (?:i|we|you|she|he)\b|\b(?:make|book|schedule|get|reserve) (?:me |us |in )?an?\b|\bpossible\b|\bdo you have\b|\bhave you (?:got|any|anything)\b|\bavailab/i;
/** "Tomorrow's the livestock auction", "ten in the morning is my midnight": it is something else already. */
const IS_ELSE =
  /^\s*(?:'s|'re|is|are) (?:(?:the|an?|our|his|her|their|all) (?!(?:one|best|better|good|great|grand|perfect|fine|ideal|date|day|time|earliest|latest|soonest|first|next|last|second|third|only|same|most|big day|preferred|right|usual|nearest|\w+day|\w+th|\w+nd|\w+rd|\w+st|dream|winner|free|possib\w+|option|choice|bit|go|yes|deal|date|safe|little|lot|touch|week|month|fortnight|table|appointment|slot|gap|space|window|chance|cancellation|free)\b)[\w'-]+|my (?!(?:preference|best|day off|choice|preferred|favou?rite|ideal|free|only|first|usual)\b)[\w'-]+)/i;

/** "Noon's lunch. Could do one." */
const IS_CLOSED =
  /^\s*(?:'s|is)? ?(?:our |my |the )?(?:lunch|dinner|break|closing|handover|stocktake|training|day off|half[- ]day|wedding|funeral)\b/i;
/** "Wednesday evening the doctor is not there", "half eight on a Saturday, you joking?" */
const NOT_THERE =
  /^\s*(?:(?:the |our )?[\w-]+ ){0,3}?(?:(?:is|are) not|isn't|aren't|'s not|won't be) (?:there|here|in\b(?! (?:a|the) (?:hurry|rush))|available|working|coming|on duty)/i;
const LAUGHED_AT =
  /^[\s,?!]*(?:on an? \w+day[\s,?!]*)?(?:are )?(?:you(?:'re| are)? (?:joking|kidding|having (?:a laugh|me on))|no (?:chance|way)|not a chance|god no|jesus)\b/i;
/** "Friday instead of Thursday", "Thursday is replaced with Friday". */
const IN_PLACE_OF = /\b(?:instead of|rather than|in place of)\s+(?:the |on |this |next )*$/i;
const REPLACED =
  /^\s*(?:is |gets |will be |has been |then )?(?:replaced (?:with|by)|becomes|changes to|changed to|turns into|is now|moves to|moved to)\b/i;

/** "Six would work if he don't mind dogs." */
const SUITS =
  /^\s*(?:,\s*)?(?:(?:would|oughta|ought to|should|could|can|will|'ll|'d)\s+(?:probably |just |actually |maybe )?(?:work|do|suit|be (?:fine|good|great|ok|okay|grand|perfect|lovely|ideal|alright|all right))|works|suits|(?:is|'s) (?:fine|good|great|ok|okay|perfect|grand)|sounds (?:good|great|fine))\b/i;

/** "Not before ten", "nothing until the twelfth": what is named is possible. */
export const isNotUntil = ({ lead }: TimeClause): boolean => NOT_UNTIL.test(lead);

/** Whether a time is turned down, or taken up by something else, in the clause that names it. */
export function isRefused(clause: TimeClause): boolean {
  const { spoken, speaker, lead, near, own } = clause;
  // The times are read without the short "is" after them.
  const trail = /'s$/.test(spoken.text) ? `'s${clause.trail}` : clause.trail;
  if (SUITS.test(trail) && !NEGATION_BEFORE.test(near)) return false;
  if (speaker === 'caller') {
    if ((TAKEN_UP.test(trail) || IS_ELSE.test(trail)) && !NAMES_BOOKING.test(trail.slice(0, 40))) return true;
    if (ROUND_TAKEN.test(near) || isOwnDay(clause)) return true;
  }
  if (speaker === 'agent' && IS_CLOSED.test(trail)) return true;
  if (IN_PLACE_OF.test(lead) || REPLACED.test(trail)) return true;
  if (ENGAGED.test(lead) || (ENGAGED_AFTER.test(own) && !ASKS.test(lead))) return true;
  if (isNotUntil(clause)) return false;
  if (NOT_THERE.test(own) || LAUGHED_AT.test(own)) return true;
  return NEGATION_AFTER.test(own) || (NEGATION_BEFORE.test(near) && !isSuggestion(lead));
}

/** "Why don't we say Tuesday", "isn't Tuesday free". */
function isSuggestion(lead: string): boolean {
  return /\b(?:why don't (?:we|you|i)|why not|isn't|can't (?:we|you|i)|couldn't (?:we|you|i)|if not|don't you|won't you|no problem|no worries|not a problem|no bother)\b[^,]*$/i.test(
    lead,
  );
}
