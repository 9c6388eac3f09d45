// How people go back on what was agreed, and how they go on to something else.

/** How a caller goes back on what was agreed, before anything else is proposed. */
export const REOPENS =
  /\b(?:the (?:trouble|problem|thing) is|only thing is|(?:could|can) (?:it|that|we) (?:be|make|do|not)|(?:i|we) (?:can't|cannot|couldn't|won't) (?:make|do|manage|come)|instead|another day|different (?:day|time)|earlier|later|hang on|hold on|wait|actually no|then no|in that case no|not going to work|doesn't work|won't work)\b/i;
/** How a business goes back on what was agreed. */
export const AGENT_RETHINKS =
  /\b(?:instead|actually|rather|sorry|oops|correction|make (?:it|that)|mov(?:e|ing) (?:you|it|that)|chang\w*|no longer|gone|earlier|later|hang on|wait)\b/i;
/** Words after which what was agreed may no longer hold. */
export const RETHINKS =
  /\b(?:instead|rather|actually|make (?:it|that)|chang\w*|mov(?:e|ing)|better|sorry|no|nope|not|can't|won't|hang on|hold on|wait|could|can (?:i|we|you)|earlier|later|another|different|what about|how about|swap|push|oops|correction|i meant|forgot|cancel)\b|n't\b/i;
/** The same, where something new is spoken of, which one asks for with "could I". */
export const TAKES_BACK =
  /\b(?:instead|rather|actually|make (?:it|that)|chang\w*|mov(?:e|ing)|sorry|can't|won't|hang on|hold on|earlier|later|swap|push|oops|correction|i meant|forgot|cancel)\b/i;
/** Words with which a time is asked for or offered, after another one was settled. */
export const ASKS_AGAIN =
  /\b(?:book\w*|appointment|slot|schedul\w*|come|coming|visit|see (?:you|him|her)|free|availab\w*|opening|suits?|works?|possible|put (?:you|me|us|him|her)|fit|squeeze|deliver\w*|collect\w*|pick(?:ed|ing)? (?:\w+ )?up|arriv\w*|check(?:ing)? in|stay\w*|table|reserv\w*|instead|rather|actually|make (?:it|that)|chang\w*|mov\w+|push|bring|swap|another|also|as well|second|follow-?up|then (?:a|the)|and (?:a|the)|how about|what about|could|can|shall|would|have you|i have|i've|i got|we have|we've|we got|there's|sorry|i meant|better|earlier|later|confirm\w*|so that's|that's|it's|please|then)\b|\?/i;
/** Words with which something else is proposed. */
export const COUNTERS =
  /\b(?:but|could|can|instead|rather|better|actually|make it|how about|what about|or|wait|hang on|hold on|no|sorry|possible|book|also|another)\b/i;
