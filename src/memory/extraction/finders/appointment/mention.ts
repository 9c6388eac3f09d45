import type { SpokenTime } from '../../language/spoken-times.js';
import type { ReadTurn } from '../../read-call.js';

/**
 * What a spoken time is there for. `slot`: it is proposed, asked for or chosen. `booked`: somebody says that it is in the diary.
 * `refused`: it is turned down. `other`: opening hours, the past, a deadline, somebody else's day.
 */
export type Role = 'slot' | 'booked' | 'refused' | 'other';

/** A spoken time with what it is there for. */
export interface Mention {
  readonly spoken: SpokenTime;
  readonly role: Role;
}

/** How many characters around a time say what it is for. */
const NEAR = 240;

/** Words that a clause ends with. */
const BREAK =
  /\b(?:but|so|because|cause|cos|cuz|though|although|otherwise|however|instead|then|well|okay|ok|yes|yeah|and (?:i|we|can|could|then)|can(?!')|could(?!n't)|how about|what about|do you|have you|is there|maybe|perhaps|let's|i can|i could|we can|we could|i have|i've|we have|we've|there's|or)\b|[,;:–—]/gi;

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
  /^\s*(?:'s|’s|,)?\s*(?:(?:is|was) )?(?:no\b(?! (?:problem|bother|worries|trouble))|(?:my|our|the (?:kids'?|boys'?|girls'?)) (?!(?:day off|best|preferred|favou?rite|ideal|choice|preference|free)\b)[\w'-]+|(?:the )?(?:[\w-]+ )?(?:inventory|study|practice|rehearsal|church|mass|choir|football|rugby|golf|bowls|bridge|bingo|swimming|dialysis|chemo|physio|work|school run|drill|fire drill|chore time|market|mart|exam|exams|training|yoga|pilates|gym|party|wedding|funeral|meeting|meetings|stocktake|fast|prayers?)\b|(?:i|we)(?:'ve|’ve| have)? (?:got |have )?(?:an? |the |my |our |to )?(?!(?:free|off|nothing|time|available|open|good|fine|could|can|would|will|do|prefer|like|think|suppose|guess|am free|am off|want|need|have time|appointment|booking|it|that|a booking|an appointment|cannot|can't|plan)\b)(?:choir|work|meeting|meetings|exam|class|physio|dialysis|church|school|must|teach|coach|lecture|shift|chemo|bridge|bowls|study|rehearsal|training|practice|bingo)\b)/i;
const ROUND_TAKEN =
  /\b(?:i'm|im|i am|we're|we are)\s+(?:at|up|on|in)\s+(?:the |my |a |our )?[\w']+(?: [\w']+){0,3}\s*$/i;
const NOT_UNTIL = /\b(?:not?|nothing|anything|n't)\b.{0,30}\b(?:until|till|til|before)\s+(?:the\s+)?$/i;
const NEGATION_AFTER =
  /^\s*,?\s*(?:(?:morning|afternoon|evening|at all|itself|really|actually|just|unfortunately|sadly|though|i'm afraid|i think|sorry|is|that|it|i|we|i'm|we're|would|are|am|be|that's|it's|all|already|a bit|bit|sort of|kind of|just|got|i've|we've|'s)\s+){0,4}(?:no good|no use|not\b(?=[ ,]*(?:good|great|ideal|possible|convenient|free|available|in|around|here|able|going|gonna|so|really|suitable|an option|happening|on|at all|for me|open|work|working|home|sure|the best|too good|until|till|great)\b|\s*[.,!?])|doesn't|don't(?= (?:suit|work|do|fit|think so|have)\b)|won't|isn't(?! (?:it|he|she|that)\b)|can't(?! (?:sleep|wait|stand|bear|eat|chew|remember|recall|hear|see|think|believe|complain|thank|find))|cannot(?! (?:sleep|wait|remember|eat))|couldn't|wouldn't|out of|too (?:early|late|soon|far|tight)|full(?! (?:size|day|board|name|head|set))\b|fully|booked (?:up|out|solid)|all booked|gone\b|taken|impossible|clash|busy|away\b|working|closed|shut|unavailable|a no\b|sold out|packed|chock\w*|rammed|slammed|tricky|difficult|awkward|bad for|(?:also,? )?nothing\b|public holiday|a holiday|bad\b|hopeless|rubbish|labour day|remembrance day)/i;
const DUE_BEFORE =
  /\b(?:by|before|until|till|til|within|since|expir(?:es?|ed|ing)(?: on)?|due(?: on| by)?|valid(?: until)?|deadline(?: is)?|effective|ends?(?: on)?|finish(?:es|ed)?(?: at)?|runs? out(?: on)?|renew(?:s|al)?(?: is| on)?|every|each|after|dated|as of|as from|starting|starts?(?: on| at)?|(?:check(?:ing)?|mov(?:e|ing)|head(?:ing)?|fly(?:ing)?|way|so|and|then|,) out(?: on)?|leaving(?: on)?|departing(?: on)?|through(?: to)?|(?<=\bin )from|back(?: on)?|returning(?: on)?|off at|(?<!wake )up at|gets? off at|finish at|home (?:at|after|by))\s+(?:the\s+|about\s+|around\s+|close of business\s+|end of (?:day|business|play)\s+)?$/i;
const PAST =
  /\b(?:was|were|happened|started|began|broke|stopped|leaked|died|went|came|noticed|rang|called|emailed|spoke|said|told|bought|paid|arrived|fell|left|missed|cracked|passed|chipped|hurt|got (?:it|the|a|my)|did|ordered|sent|signed|moved (?:in|out|here)|since|been|installed|fitted it|tried)\b/i;
/** "He can reach you by four", "you can have her back Friday by four": the time of an arrival. */
const ARRIVES =
  /\b(?:can|could|will|'ll|would) (?:[\w']+ )?(?:be (?:there|with you|out|at yours|round)|reach|get (?:there|to you|here)|come|arrive|have (?:her|him|it|them|the \w+) back)\b|\b(?:get|be) here by\b|\w+day by (?:about )?$/i;
/** What has happened, whatever it is about. */
const OVER =
  /\b(?:came|went|gave|started|broke|happened|died|fell|rang|told|saw|took|missed|stopped|noticed)\b(?! to\b)/i;
const HOURS =
  /\b(?:we|we're|we are|they|they're|you|shop|store|office|clinic|surgery|showroom|salon|kitchen|desk|reception|restaurant|which|lines?|pool|spa|gym|bar|breakfast|doors?)\b[^.?!]{0,25}\b(?:open|opens|opening|close|closes|closed|closing|serve|serves|served|runs?|shut|shuts)\b|\bopen (?:from|until|till|at|monday|every|on|seven|daily|again)\b|\b(?:opening|office|business|visiting|working) (?:hours|times)\b|\bhours are\b|\bcheck-?out\b|\bcheck(?:ing|ed)? out\b|\bdepart/i;
const BIRTH =
  /\b(?:born|date of birth|birth ?date|d\.?o\.?b\b|turn(?:s|ing|ed) $|turn(?:s|ing|ed) \w+ on|birthday(?:'s| is| was| on)|anniversary(?:'s| is| on))/i;
/** What is promised is an open item. */
const CONTACT =
  /\b(?:call|ring|phone|text|email|e-mail|mail|send(?! (?:an?|the|our|one of our|some) (?:[\w-]+ )?[\w]+(?:er|or|ician|ist|ian|man|guy)s? (?:out|round|over|along|by|down)\b)(?! (?:some(?:one|body)|our (?:[\w-]+ )?(?:surveyor|engineer|plumber|adjuster|assessor|technician|electrician|man|guy|lad|team|driver|roofer|fitter|inspector)|him|her|out|round|an? (?:[\w-]+ )?(?:engineer|plumber|electrician|technician|guy|man|person|driver|van|team|surveyor|adjuster)|the (?:engineer|plumber|lads|team|guys|lad)|one of))|message|get back|let (?:you|me|us|him|her|them) know|remind(?:er)?|in touch|hear (?:from|back)|follow up|post|drop|transfer|pay|upload|forward|have an answer|know more|find out|bring(?! (?:you|him|her|it|them|the [\w']+|your [\w']+) (?:in|at|on|over|by|round|down|along|to|for)\b)|pick (?:it|them) up|chase|order|ready|arrange|check with|speak to|talk to|look into|tell (?:him|her|them|the))\b/i;
const BOOKING_A_CALL =
  /\bwake ?-?up\b|\b(?:book|schedule|set up|arrange|have|do|put|make)\b[^.?!]{0,25}\b(?:call|chat|meeting|demo)\b|\b(?:collect|collection|pick-?up)\b|\bcall ?out\b/i;
const OTHERS =
  /\b(?:my (?:wife|husband|partner|son|daughter|mum|mom|mother|father|dad|sister|brother|friend|boss|neighbour|neighbor|kids?|boys?|girls?)|he|she|they|the (?:kids|children|boys|girls))(?:'s| is| are| has| have|'ve|'re)?\s+(?:got |having |booked |off |back |working |coming home |flying |home |at |away |in on |starting |an? |her |his |their |swimming |school |training |starts? |goes |works? |leaves |finishes |flies |plays )/i;
const TRAVEL =
  /\b(?:i|we)(?:'m|'re| am| are|'ll be| will be)?\s+(?:only |just |also )?(?:fly|flying|leave|leaving|travel|travelling|traveling|get back|back|move|moving|start|starting|finish|finishing|home|off|away|going|go|on holiday|on vacation|in (?:london|leeds|town)|out)\b/i;

const THING =
  '(?:appointment|appt|booking|reservation|slot|table|viewing|delivery|visit|check-?up|cleaning|consultation|session|service|room|stay|haircut|test drive|inspection|survey|collection|installation|call|demo|groom(?:ing)?|vaccination|jabs?|treatment|massage|facial|engineer|plumber|electrician|technician|surgery|one)';
const BOOKED_CALLER = new RegExp(
  `\\b(?:i|we)(?:'ve| have|'d| had| am having|'m having)(?: got| already)* (?:(?:an?|my|our|the) )?(?:[\\w'-]+ ){0,4}?${THING}\\b|\\b(?:i'm|i am|we're|we are|and i are|am i|are we|been|got me|have me|me|it's|it is|she's|he's|car's|its) (?:already |all |still |currently )?(?:booked|scheduled|down|on|in|due) (?:in |for |on |at |with )|\\b(?:my|our) (?:[\\w'-]+ ){0,4}?${THING}(?:'s| is| was|,)? ?(?:still |booked |scheduled |set |due )?(?:for|on|at|is|tomorrow|today|next|this|_|$)|\\b(?:about|confirm(?:ing)?|regarding|re) (?:my|our|the|an) (?:[\\w'-]+ ){0,4}?${THING}|\\bit was (?:given|booked|set|for)\\b|\\b(?:that's|it's|is it|is that|is (?:my|our|the) [\\w' ]{2,30}) still (?:on|happening|booked|down|good|there|going ahead)\\b|\\b(?:is|are) (?:fixed|set|arranged|down) for\\b|\\b(?:was|been) given\\b|\\bi'm (?:supposed|meant|due) to (?:be |come |see )|\\b(?:coming|due) (?:out|round|to (?:me|us|my)) `,
  'i',
);
/** A child or an animal of the caller's. */
const BOOKED_FOR =
  /\b(?:he|she|they)(?:'s| has|'ve| have)(?: got)? (?:an?|his|her|their) (?:[\w'-]+ ){0,3}?(?:appointment|appt|booking|check-?up|groom|surgery|operation|op|jabs?|boosters?)\b/i;
const BOOKED_AGENT =
  /\b(?:i|we)(?:'ve|ve| have| can see| see| do have|'ve got| have got)(?: got)? (?:you|him|her|them|it|that|your \w+)(?: all)? (?:down|booked|in|for|on|scheduled|penciled|pencilled|at|set)\b|\byou(?:'re| are| were|'ve|'ll be| have)(?: all| now| currently)? (?:booked|scheduled|down|having|due|set|confirmed|reserved|moved|coming in|in (?:for|on|with)|all set)\b|\byour (?:[\w'-]+ ){0,4}?(?:appointment|booking|reservation|delivery|viewing|visit|check-?up|service|session|consultation|slot|cleaning)(?:'s| is| was| will be)?\b|\bi see (?:you|an appointment|a booking|your|it)|\bthere(?:'s| is) an? (?:appointment|booking)|\bsee you\b|\b(?:is|has been|that's|it's|i've|all) (?:booked|confirmed|scheduled|reserved|moved)\b/i;
const ASKS =
  /\b(?:like|want|wanted|need|needed|looking|hoping|trying|wondering|love|wish) (?:to|an?|for|the|some)\b|\b(?:can|could|may|might) (?:i|we|you|she|he)\b|\b(?:make|book|schedule|get|reserve) (?:me |us |in )?an?\b|\bpossible\b|\bdo you have\b|\bhave you (?:got|any|anything)\b|\bavailab/i;
/** Changes what is booked: the time that is spoken of with it is the old one, unless "to" leads to it. */
export const CHANGES =
  /\b(?:mov(?:e|ing) (?:it|that|this|my|the|our|him|her|them|things?|back|forward|up|to (?:the|a|another|next)|an? (?:appointment|booking))|chang(?:e|ing) (?:it|that|my|the|our|a|to|an)|resched\w*|re-sched\w*|postpone\w*|push(?:ed|ing)? (?:it|that|my|the|back|out|us)|bring (?:it |that |my \w+ )?forward|shift(?:ing)? (?:it|that|my|the)|swap\w* (?:it|that|my|the|to|days)|switch\w* (?:it|that|my|to (?:the )?(?:\w+day|\d|another))|rearrang\w*|rebook\w*|put (?:it |that )?(?:off|back)|different (?:day|time|date|slot)|another (?:day|time|date)|(?:can't|cannot|won't be able to|not able to|shan't be able to|unable to|not going to) (?:be able to )?(?:make (?:it|that|my|the|our)|come|attend)|i've to (?:fly|work|go)|(?:something|thing)'s come up|(?:stuck|delayed|running late)|is (?:it )?possible (?:tomorrow|at|on))\b/i;
export const CANCELS =
  /\b(?:cancel(?!lation)\w*|call (?:it|that|the \w+) off|call off (?:the|my|our|his|her|\w+day)|(?:scrap|bin) (?:it|that)|(?:scrap|bin|scratch|ditch|drop) the (?:appointment|booking|viewing|visit|table|whole thing)|knock (?:it|that|the \w+) on the head|pull out of (?:it|the)|give it a miss|won't be needing|don't need (?:it|the \w+|that) any ?more)\b/i;

/** A time of day at which a place opens: it is in the morning. */
export function isOpening(spoken: SpokenTime, turn: ReadTurn): boolean {
  return /\bopens?(?: up)? (?:at|from) $/i.test(turn.text.slice(Math.max(0, spoken.start - 40), spoken.start));
}

/** What a time is there for, from the words around it in its sentence. */
export function roleOf(spoken: SpokenTime, turn: ReadTurn, before: number, after: number): Role {
  if (spoken.vague || (spoken.day === undefined && /^midnight$/i.test(spoken.text))) return 'other';
  const text = turn.text.replaceAll('’', "'");
  const sentence = turn.sentences.findLast(({ start }) => start <= spoken.start) ?? { text, start: 0 };
  const sentenceEnd = Math.max(sentence.start + sentence.text.length, spoken.end);
  // A sentence without an end may be a whole turn: only what is near counts.
  const whole = text.slice(Math.max(sentence.start, spoken.start - NEAR), Math.min(sentenceEnd, spoken.end + NEAR));
  const lead = text.slice(Math.max(before, sentence.start, spoken.start - NEAR), spoken.start);
  const trail = text.slice(spoken.end, Math.min(after, sentenceEnd, spoken.end + NEAR));
  const near = lead.slice(lastBreak(lead));
  // "Nine, not five": what stands before the next time belongs to that one.
  const own = after < sentenceEnd ? trail.replace(/\b(?:and )?(?:not|no|can't do|can't)\s*$/i, '') : trail;
  const isNotUntil = NOT_UNTIL.test(lead);
  if (isOther(spoken, lead, near, trail, whole, isNotUntil)) return 'other';
  if (turn.speaker === 'caller' && TAKEN_UP.test(trail) && !new RegExp(THING, 'i').test(trail.slice(0, 40)))
    return 'refused';
  if (turn.speaker === 'caller' && ROUND_TAKEN.test(near)) return 'refused';
  if (ENGAGED.test(lead) || (ENGAGED_AFTER.test(own) && !ASKS.test(lead))) return 'refused';
  if (!isNotUntil && (NEGATION_AFTER.test(own) || (NEGATION_BEFORE.test(near) && !isSuggestion(lead))))
    return 'refused';
  return isBooked(turn, whole, lead, trail) ? 'booked' : 'slot';
}

function isOther(
  spoken: SpokenTime,
  lead: string,
  near: string,
  trail: string,
  whole: string,
  isNotUntil: boolean,
): boolean {
  const isArrival = spoken.time !== undefined && /\bby (?:about )?$/i.test(lead) && ARRIVES.test(whole);
  if (DUE_BEFORE.test(lead) && !isNotUntil && !isArrival) return true;
  if (BIRTH.test(whole)) return true;
  if (/\b(?:every|each) (?:single )?(?:day|week|month|morning|evening|night)\b/i.test(near)) return true;
  if (/\bhow (?:can|may|could) (?:i|we) (?:help|assist|direct)|\bhow are (?:you|we)\b|\bhow's it going/i.test(whole))
    return true;
  if (
    /^\s*(?:to|till|til|until|through|thru|-)\s+(?:the\s+)?$/i.test(lead) &&
    !CHANGES.test(whole) &&
    spoken.day !== undefined
  )
    return true;
  const isAboutBooking = new RegExp(`\\b(?:${THING}|booked|scheduled|given|down for)\\b`, 'i').test(whole);
  if (
    HOURS.test(`${lead}${trail.slice(0, 30)}`) &&
    !/\b(?:book|have you|put you|squeeze|fit you|(?:we|i)(?:'ve)?(?: have| got|'ve)|there's|open to)\b/i.test(lead)
  )
    return true;
  if (
    !isAboutBooking &&
    (PAST.test(near) ||
      /^\s*(?:it |he |she |the \w+ |when |and )?(?:started|broke|happened|was|went|came|stopped|leaked)\b/i.test(trail))
  )
    return true;
  if (OVER.test(near)) return true;
  if (CONTACT.test(near.replace(/\bsend (?=\p{Lu})/gu, '')) && !BOOKING_A_CALL.test(whole)) return true;
  if (
    /^\s*(?:(?:to|for) (?:call|ring|text|email|send|phone)|(?:only |just )?(?:you |please )(?:can |should )?(?:call|ring|phone))\b/i.test(
      trail,
    )
  )
    return true;
  if (/\bis (?:that|this|it|the [\w ]{2,25}) (?:still )?an? $/i.test(lead) && spoken.weekdayOnly !== undefined)
    return true;
  if (/^\s*(?:a |an )?(?:year|week|day|month)s? (?:ago|before)/i.test(trail)) return true;
  if (/(?:st|nd|rd|th|first|second|third)(?: of \w+)? (?:to|till|until|through|-) (?:the )?$/i.test(lead)) return true;
  if (
    /\b(?:i'll|we'll|i will|we will) (?:do|send|get|have|go|try|see|sort|check|grab|find|hold) (?:it |that |them |this |the \w+ )?$/i.test(
      near,
    )
  )
    return true;
  return (OTHERS.test(near) && !BOOKED_FOR.test(whole)) || (TRAVEL.test(near) && !CHANGES.test(whole));
}

/** "Why don't we say Tuesday", "isn't Tuesday free". */
function isSuggestion(lead: string): boolean {
  return /\b(?:why don't (?:we|you|i)|why not|isn't|can't (?:we|you|i)|couldn't (?:we|you|i)|if not|don't you|won't you|no problem|no worries|not a problem|no bother)\b[^,]*$/i.test(
    lead,
  );
}

/** "Could I come in on the …": the new time, although the sentence speaks of a change too. */
const WISHED_INSTEAD =
  /\b(?:could|can|may) (?:i|we|you|he|she|they)\b(?![^.?!]*\b(?:mov|chang|cancel|push|resched|postpon|swap|switch|shift|bring|put)\w*\b)[^.?!]*$|\b(?:i|we|he|she) could (?:come|do|have|move|make)\b[^.?!]*$|\b(?:anything|something|any chance)\b(?: of)?[^.?!,]{0,20}$|\bis (?:it |that |there )?possible\b[^.?!]*$|\b(?:how|what) about[^.?!]*$|\binstead[^.?!]*$|\b(?:do|have) you (?:have |got )?(?:anything |something )?(?:on |for )?(?:the )?$/i;

function isBooked(turn: ReadTurn, whole: string, lead: string, trail: string): boolean {
  if (turn.speaker === 'agent')
    return BOOKED_AGENT.test(whole) && !/\b(?:can|could|shall|would|how about|what about|do you want)\b/i.test(whole);
  if (WISHED_INSTEAD.test(lead) || /^\s*(?:instead|rather|would be better)\b/i.test(trail)) return false;
  if (CHANGES.test(whole) || CANCELS.test(whole)) {
    const isTarget = /\b(?:to|for|until|instead|till|about)\s+(?:the\s+|say\s+|maybe\s+)*$/i.test(lead);
    return !isTarget || new RegExp(`${THING}\\s+for\\s+(?:the\\s+)?$`, 'i').test(lead);
  }
  return (BOOKED_CALLER.test(whole) && !ASKS.test(whole)) || BOOKED_FOR.test(whole);
}

function lastBreak(lead: string): number {
  let end = 0;
  for (const match of lead.matchAll(BREAK)) end = match.index + match[0].length;
  return end;
}
