// The words that days are made of, as sources of patterns over a `TimeText`.

/** A day of the week. */
export const WEEKDAY = '(?<weekday>monday|tuesday|tues|wednesday|weds|thursday|thurs|thur|friday|saturday|sunday)';
/** A month. */
export const MONTH =
  '(?<month>january|jan|february|feb|march|mar|april|apr|may|june|jun|july|jul|august|aug|september|sept|sep|october|oct|november|nov|december|dec)';
/** "10th". */
export const ORDINAL =
  '(?<ordinal>\\d{1,2})(?:st|nd|rd|th)(?! (?:thing|available|floor|one|class|visit|time|opening|slot|appointment|option|choice)(?: |$))';
/** A number that can be the day of a month. */
export const NUMBER = '(?<number>\\d{1,2})(?! ?(?:am|pm|oclock|:|thousand|hundred|percent|%|people|of us))';
/** "May Street" is no day in May. */
export const NO_STREET = '(?! (?:street|st|road|rd|avenue|ave|lane|drive|close|court|way|place|terrace)(?: |$))';
/** A year, if one is said. */
export const YEAR = '(?:(?: ,)? (?<year>(?:19|20)\\d\\d|(?:19|20) ?\\d\\d))?';
/** How many days or weeks. */
export const COUNT = '(?<count>a|an|one|\\d{1,2})';
/** What may follow "the 10th" when it is a day: "the first floor" is none. */
export const DAY_GOES_ON =
  "(?= (?:[.,;:?!-]|at|the|through|thru|same|a|an|instead|its|it's|he|she|they|there|there's|under|my|our|me|us|all|maybe|also|too|um|uh|er|ideally|hopefully|possibly|just|only|say|sometime|no|yep|sure|cheers|ta|lovely|thats|that's|could|i'd|id|im|ive|we're|we've|what|how|who|where|she's|he's|they're|they've|in|on|is|isn't|was|would|works?|will|if|or|and|please|for|then|between|from|till|until|to|after|before|around|about|any|morning|afternoon|evening|if|suits?|sounds?|looks?|that|it|we|i|i'm|i've|can|could|do|does|i'll|we'll|he'll|she'll|they'll|it'll|gets?|got|having|doing|yes|yeah|ok|okay|good|great|perfect|fine|so|but|because|as|not|instead|with|thanks|thank|now|right|which|when|might|should|has|have|are|you|your|let|(?!1(?: |$))[\\d:]+)(?: |$)|$)";

/** "The Thursday before": nothing follows that it is before. */
export const ENDS_THERE =
  '(?= (?:[.,;:?!-]|that|then|or|and|at|would|could|can|is|works?|suits?|if|please|maybe|instead|for|with)(?: |$)|$)';
