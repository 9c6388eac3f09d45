/** The last thing that somebody says will be done, up to the end of the text. */
const WILL =
  /\b(?:(?:i|we|you|they|it|he|she)(?:'ll| will| shall)|i'm going to|i am going to|we're going to|we are going to|you're going to|i'm gonna|we're gonna|ill|youll|theyll) (?:just |also |then |still |maybe |quickly |definitely |probably )*(?<deed>[\w'-]+(?: [\w'-]+){0,3})/gi;
/** "You'll have it on Friday": it is sent. */
const GETS_THING =
  /^(?:you|they)\S* (?:shall |will |just |also |still )*(?:have|get) (?:it|them|that|those|the (?:form|letter|quote|photos?|papers?)\w*)\b/i;
/** What is done to make an appointment, or to keep it. */
const COMES =
  /^(?:be\b|come|see|take(?! (?:a |some |the |more )?(?:pictures?|photos?|snaps?|measurements|a look|a note)\b)|go for|go with|make|move|put (?:you|him|her|it|that|them|your|us|me|both)|put$|pop|book|pencil|slot|squeeze|fit|schedule|reserve|block|mark|hold you|set (?:you|it|that)|arrive|reach|visit|swing|stop by|drop|bring|collect|pick|stay|say|need|want|prefer|stick (?:with|to|you)|keep|choose|give you|offer|do\b|change|switch|swap|shift|push|have (?:you|him|her|them|it|the (?:\w+ )?(?:one|slot|table)|that|a table|room|someone|somebody|space)|get (?:you|him|her|them|it) (?:in|down|booked|over)|get (?:you|the|an?|our|some\w*) (?:\w+ )?(?:in|out|over|round|down|booked|to come)|get (?:some\w+|an? \w+|the \w+|our \w+) (?:out|over|round)|get (?:there|here|to you|in)\b|send (?:some\w+|him|her|them|it out|it round|one of|an? \w+ (?:out|round|over)|the \w+ (?:out|round|over)|our \w+)|check in|try|still|meet|expect|find you|let (?:you|him|her) in|look at|start|deliver|fly|drive|travel|walk|cancel|have to|pay for|[\w-]+ (?:in|round|around|over|by|along)\b)/i;
/** "Pop in with it", "drop the form in": what is brought is promised, and nobody comes by appointment for that. */
const BRINGS_THING =
  /^(?:[\w-]+ (?:in|round|over|by|along|up) with (?:it|that|the|my|them)\b|(?:bring|drop|take|pop) (?:it|that|the (?!dog|cat|pup|car|bike|van|rabbit|kids?|boys?|girls?)|my (?!dog|cat|pup|car|bike|van|rabbit|son|daughter|mother|mum|mom|wife|husband|kids?)))/i;
/** What begins anew is another matter. */
const ANEW =
  /[;:]|, (?:so |but |and |then |or )*(?:how|what|is|would|could|can|do|we|i|you|he|she)\b|\b(?:how about|what about|but|see you|come)\b/i;

/** Whether what leads to a time is a promise of something else than to come: "I'll dig his number out for you", "you'll get a letter on". */
export function isPromise(head: string): boolean {
  const last = [...head.matchAll(WILL)].at(-1);
  const deed = last?.groups?.deed;
  if (last === undefined || deed === undefined) return false;
  if (COMES.test(deed) && !BRINGS_THING.test(deed) && !GETS_THING.test(last[0])) return false;
  return !ANEW.test(head.slice(last.index + last[0].length));
}
