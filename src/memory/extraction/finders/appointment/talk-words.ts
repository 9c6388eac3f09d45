import type { Habit } from '../../language/clock.js';
import { withApostrophes } from '../../language/with-apostrophes.js';
import type { ReadCall } from '../../read-call.js';

// What people say around days and times: how they ask, offer, take, refuse and put off.

const MEAL =
  /\b(?:book(?:ings?)? for (?:two|three|four|five|six|seven|eight|ten|twelve|\d+)|table|dinner|supper|restaurant|booth|dine|dining|tastings?|pre-? ?orders?|christmas (?:do|party|night)|(?:works|hen|stag|office|staff) (?:do|party|night)|a la carte|set menu|(?:retirement|leaving|engagement|birthday|anniversary) (?:do|meal))\b/i;
/** How places to eat are called, as they answer. */
const EATERY =
  /\b(?:bistro|trattoria|ristorante|osteria|pizzeria|pizza|brasserie|steakhouse|tandoori|tapas|sushi|noodles?|thai|curry|seafood|cantina|taverna?|diner|gastropub|bar (?:and|&) grill|chophouse|carvery|oyster bar|il forno|bella (?:napoli|italia|vista))\b/i;
/** "We've got the lutefisk supper Saturday." */
const MEAL_ELSEWHERE =
  /\b(?:(?:i|we)(?:'ve| have)(?: got)? (?:an? |the |my |our )|(?:at|after|before|in the middle of|having|making|cooking|eating|home for|over) (?:the |my |our )?)(?:[\w-]+ )?(?:supper|dinner)\b(?!.*\b(?:book|table|reserv))/i;
const PARTY =
  /\breservation\b|\bfor (?:two|three|four|five|six|seven|eight|nine|ten|\d+) people\b|\banything for (?:two|three|four|five|six|eight)\b|\bparty of\b|\b(?:thirty|fifteen|forty[- ]five|o'?clock|[ap]m|seven|eight|nine|tonight|evening|night) for (?:two|three|four|five|six|seven|eight|ten|twelve)\b(?! (?:hours?|nights?|days?|weeks?|o'?clock|thirty|fifteen))/i;
const NO_MEAL =
  /\b(?:rooms?|nights?|(?<!(?:'s|my|our|his|her|their) )(?:flight|car)|rental|hire|van|dentist|dental|salon|engineer|class|lesson|tours?|trips?|boat|ferry|tickets?|appointment|airport)\b/i;
export const SCHEDULING =
  /\b(?:mornings? or (?:an? )?(?:afternoons?|evenings?)|(?:lunch|dinner|brunch) (?:then|for|please)|cancel\w*|(?:can|could) (?:i|we) have|possible|any chance|while i'm on|send (?:our|an?|the|one of our) \w+|expect (?:you|him|her|them|[A-Z]\w+)|(?:can|could|shall|will) (?:we|i|you) (?:do|say)|what've you got|you got|get here|work \w+ in|bring (?:him|her|it|them)|swing by|book|booking|appointment|reserv\w+|table|schedul\w+|come (?:in|by|over|round|out|up)|pop (?:in|over|round)|drop (?:in|by|off)|slots?|opening|availab\w+|free|squeeze|fit|view\w*|deliver\w*|visit\w*|move|push|resched\w+|check(?:ing)?[- ]in|stay|room|works?|suits?|how about|what about|instead|see you|put (?:you|me|us|him|her|it) (?:in|down)|pencil|do you have|have you|i have|i've got|we have|we've got|get (?:\w+ )?in\b|can do|could do|can you do|could you do|there's|earliest|next available|offer|cancellation|will see (?:him|her|you|it|them)|straight (?:in|down|over|round)|same time|make it|prefer|rather|let's|say|is (?:good|fine|okay|great|perfect)|collect\w*|pick(?:ed)? (?:it )?up|bring (?:him|her|it|them|the \w+) in|session|arriv\w*|test drive|demo|engineer|technician|plumber|send (?:someone|somebody|a \w+|him|her) (?:out|round|over)|(?:be|get) (?:there|with you|out)|come (?:for|from|on|at|to|back|the|this|next|along)|coming|staying|arriv\w*|due with|still on|wake ?-?up|cab|taxi|shuttle|nights?|rent\w*|hire|drop(?:ping)? (?:\w+ )?off|class|lesson)\b/i;
export const ASKS_WHEN =
  /\b(?:when (?:would|do|can|could|are|is|were|suits|works|shall|should|will|did)|when\?|what (?:time|day|date)|which (?:day|date|one|time|would|do|suits|works|is)|what works|what suits|how (?:about|does|is|would)|any (?:preference|particular)|preferred|convenient|morning or|mornings or|days|times|what were you thinking|best (?:day|time))\b/i;
export const COUNTED =
  /\b(?:how many|how old|number|code|digits|how long|how much|date of birth|birthday|address|postcode|zip|spell|pin|reference|weigh\w*|age|price|room|born|year)\b/i;
/** What is answered to these is a number of people or nights, if it is a number alone. */
export const COUNTED_ALONE = /\b(?:nights|people|guests|adults|party|of you|heads|covers)\b[^.!]*\?\s*$/i;
export const REFUSES =
  /\b(?:unfortunately|no need to book|just turn up|(?:don't|do not) (?:take|do) (?:bookings|appointments|reservations)|walk[- ]ins? only|first come|i'm afraid|afraid (?:not|we|i|that)|fully booked|booked (?:up|out|solid)|no availability|(?<!\bi've |\bi have |\bgot )nothing (?:then|available|left|on|at|for)|not available|don't have|do not have|can't do|cannot do|couldn't do|won't work|doesn't work|don't work|that's no good|no good|too (?:early|late|soon|far)|anything (?:else|earlier|later|sooner|before|after)|something (?:else|earlier|later|sooner)|any (?:earlier|later|sooner|other)|earlier than|later than|another (?:day|time|date)|not (?:good|great|ideal|possible|convenient)|have to (?:think|check)|need to check|let me (?:think|check with)|get back to you|ring you back|call you back|can't make|won't manage|i'm working|at work then|is (?:full|gone|taken)|we're (?:closed|full))\b/i;
export const WAITING =
  /\b(?:let me (?:just )?(?:check|see|look|have a look|pull|find)|one (?:moment|second|sec)|just a (?:moment|second|sec|minute)|bear with me|hold on|hang on|give me a)\b/i;
export const DEFERS =
  /\b(?:i'll see what|see what they|let you know|get back to you|(?:call|ring|text|email) you(?: back)?\b|give you a (?:call|ring|bell|shout|buzz)|check with|(?:need|have|got) to (?:check|ask|talk to|speak to|think)|(?:i|we) (?:might|may)\b(?! as well)|have a think|think about it|not sure yet|ask (?:him|her|them|my|the)|hold (?:it|that|the \w+) (?:for|till|until)|pencil)\b/i;
export const AGENT_DEFERS =
  /\b(?:let me check with|i'll (?:have to |need to )?(?:check with|see what|see if|ask|find out|speak to|talk to)|i'd have to (?:check|ask|see|speak|talk|find|look|call|ring|get)|get back to you|(?:call|ring|phone) you back|hold (?:it|that|the \w+) for you|see what they|(?:need|want|have|like) (?:him|her|them) to (?:call|ring|phone|contact|book|ask))\b/i;
export const CONFIRMS =
  /\b(?:booked|confirmed|all set|you're set|put (?:you|that|it|him|her|them|your \w+) (?:in|down|through)|got (?:you|that|it|him|her) (?:down|in|booked)|done|that's (?:you|it) (?:in|booked|done|all)|reserved|scheduled|pencill?ed|see you|look(?:ing)? forward|it is\b|moved|rescheduled|(?:have|'ve) changed|sorted|we'll see|you're in|locked in)\b/i;
export const GENERAL_THING =
  /^(?:appointment|appt|booking|reservation|slot|table|visit|viewings?|delivery|session|service|room|stay|one|whole|call|meeting|engineer|\w+day)$/i;
export const GRANTS =
  /\b(?:that's (?:fine|okay|ok|grand|no problem)|no problem|not a problem|that works|no bother|can do that|will do)\b/i;
/** "The first one", "first, please"; not "my first name", "first thing", "the last time". */
export const FIRST =
  /\bfirst(?=\s(?:one|slot|option|appointment|please|would|is|works|suits|then|thanks|if)\b|\W*$|[,.;])|\b(?:earlier|earliest|former|(?<!\b(?:i'd|i would|we'd) )sooner|soonest)\b(?! of)/i;
export const LAST =
  /\b(?:second|last)(?=\s(?:one|slot|option|appointment|please|would|is|works|suits|then|thanks|if)\b|\W*$|[,.;])|\b(?:later|latter|latest)\b/i;
export const EITHER =
  /\b(?<!n't (?:\w+ )?)(?<!not )(?:either|any of)\b|\bboth (?:of (?:them|those|these) )?(?:are|work|suit|sound|would|will|is|good|fine)\b/i;
export const MORE =
  /\b(?:also|another (?:one|appointment|booking|table)|as well|second (?:appointment|visit|session|booking)|both|follow-?up|and then (?:a|the|another)|too\b|two appointments|next (?:one|visit|session) (?:on|is|would|will)|while (?:i'm|im|you're|we're) (?:on|here|at it)|one more thing|\b(?:mine|me) (?:done|too|as well|in too)\b|(?:in|on|for) the same day|same day isn't)\b/i;
export const SAME_TIME = /\bsame (?:time|slot|hour)\b/i;

export const BIRTH_ASKED = /\b(?:date of birth|birthday|birth ?date|d\.?o\.?b|born)\b/i;
/** What is answered to these is over. */
export const PAST_ASKED =
  /\b(?:when|what (?:day|date|time)|how long ago|since when|where) (?:did|was|were|had|has|have)\b|\bhow long ago\b|\bsince when\b|\bwhen (?:it|that|this) (?:happened|started|broke)\b/i;
/** The caller asks what is in the diary. */
export const ASKED_BOOKED =
  /\b(?:when(?:'s| is| was)?|what (?:time|day)(?:'s| is| was)?|check|confirm|remember|forgot(?:ten)?|lost|remind me)\b[^.?!]{0,40}\b(?:my|our|his|her|the) (?:[\w'-]+ ){0,2}?(?:appointment|booking|reservation|delivery|viewing|visit|check-?up|slot)\b|\bdo i have an appointment\b/i;
/** The caller asks when the place is open, or when something ends: what is answered is no time to come. */
export const ASKED_HOURS =
  /\b(?:what (?:are|is|'s) (?:your|the) (?:[\w-]+ )?(?:hours|times)|(?:are |r )?you (?:guys )?(?:open|closed)\b|(?:when|what time) (?:does|do|will|can|would|is|are) (?:he|she|it|they|i|we|the \w+) (?:come home|go home|be (?:ready|done|finished)|ready|done|finish|end|collect|pick|over)|(?:do|when do|what time do) you (?:open|close|shut|finish)|(?:what time|when) (?:are )?you (?:clos|open|shut)\w*)/i;
export const TAKEN_AFTER =
  /^\s*(?:fine|good|great|ok|okay|perfect|grand|is|'s|works?|suits?|sounds?|would|will|it is|then|please|does|do|, please|for me)\b/i;
/** A day on which somebody calls or sends something is not the day that is being arranged. */
export const CONTACT_DAY =
  /\b(?:i'll|we'll|will|i'd|gonna) (?:[\w']+ ){0,3}?(?:call|ring|text|email|e-mail|send|post|mail|drop|upload|get back)\b/i;

/** Whether eating is what is booked: dinner at eight is in the evening. A supper that the caller goes to elsewhere is not. */
export function habitOf({ turns }: ReadCall): Habit {
  const says = (pattern: RegExp): boolean => turns.some(({ text }) => pattern.test(text));
  const isMeal = turns.some(({ speaker, sentences }) =>
    sentences.some(({ text }) => MEAL.test(text) && (speaker === 'agent' || !MEAL_ELSEWHERE.test(text))),
  );
  const isEatery = turns.slice(0, 1).some(({ speaker, text }) => speaker === 'agent' && EATERY.test(text));
  return isMeal || isEatery || (says(PARTY) && !says(NO_MEAL)) ? 'meal' : 'business';
}

/** Words of assent that begin no other answer: what people say for "yes, that one" when a time is offered. */
const TAKES_FIRST =
  /^(?:\W*(?:oh|ah|ooh|um|well|right)\W+)*(?:safe|ripper|bonza|dead on|brill|nice one|nice|gotcha|very well|marvellous|super|perfecto|terrific|magnificent|fab|fabulous|fair enough|we'll do that|quite so|smashing|righto|righty|go on(?: then)?|sweet|beauty|ace|champion|splendid|marvell?ous|sound|legend|done|cheers|haan|theek|deal|magic|sorted|(?:i|we) (?:can|could)(?=\s*(?:[.,!]|$))|no worries|cool|alrighty|aye|ta)\b/i;
const TAKES =
  /\b(?:yeah|yes|yep|aye) (?:orright|alright|all right|ok|okay|go on|fine|sure|good|grand)\b|\b(?:i thought (?:so|it was)|i(?:'ll| will) take (?:it|that)|(?:that|it)(?:'s| is| would be| will be|'d be|'ll be|'ll| would)? (?:fine|perfect|great|good|grand|lovely|ok|okay|works?|suits?|do\b|brilliant|ideal)|let's do|book (?:it|me|that)|put (?:me|us|him|her) (?:in|down)|go (?:ahead|with|for)|fix it|confirm it|works for me|suits me|please do|could of course|can do that|i can (?:do|make)|we can (?:do|make)|see you then|sounds (?:good|great|fine|perfect)|(?:it|that) would\b|\bone's (?:fine|good|grand|perfect|great|ok|okay)|(?:it|that)'d (?:be|do|suit|work)\b(?! (?:a bit|too|no|difficult|hard|awkward|tricky|tight|late|early|impossible|better)))/i;

/** Whether the caller takes what was offered, in words that are no plain yes. */
export function takes(said: string): boolean {
  const text = withApostrophes(said);
  return (TAKES_FIRST.test(text) || TAKES.test(text)) && !/\bnot\b|n't\b/i.test(text.slice(0, 40));
}
