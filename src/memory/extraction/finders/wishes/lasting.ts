/** A time of the day or week in general: "mornings", "Tuesday afternoons", "weekends". */
export const GENERAL_TIME =
  /\b(?:early |late |mid |weekday |weekend |(?:mon|tues|wednes|thurs|fri|satur|sun)day )*(?:mornings?|afternoons?|evenings?|nights|lunch ?times?|weekends?|weekdays?|week nights|weeknights|midweek|(?:mon|tues|wednes|thurs|fri|satur|sun)days|first thing|last thing|end of the day|start of the day|after (?:work|school|hours))\b/;

/** A time of one day: what is agreed this once. */
const ONE_TIME =
  /\b(?:today|tomorrow|tonight|at the moment|for now|for the time being|just now|right now|this once|for once|(?:mon|tues|wednes|thurs|fri|satur|sun)day(?!s)(?! (?:mornings|afternoons|evenings|nights))|next (?:week|month|time|year)|this (?:time|once|week|month|morning|afternoon|evening|one)|january|february|march|april|june|july|august|september|october|november|december|\d{1,2}(?:st|nd|rd|th)|the (?:morning|afternoon|evening) of)\b/;

/** What is pointed at, or no thing at all. */
const POINTS =
  /^(?:(?:mine|ours|enough|place|house|flat|look|show|disturbed|allergic|anywhere else|put (?:me|us) down|(?:the )?(?:smell|taste|sound|noise|state|price))$|that|this|these|those|it|them|him|her|you|us|me|what|how|when|where|who|why|ones?(?! [a-z]+ [a-z])|both|either|neither|all|any|anything|something|nothing|everything(?! in writing| by )|another|other|more|less|to|not|being able|much|many|way|fact|idea|thought|sound|look|price|noise|feel|colou?r|answer|option|question|same|best|help|information|info|details|someone|somebody|no|two of|three of|your (?:tone|attitude|website|app|service|work|place|help|voice|name|company|site|system|answer|offer|price|prices))\b/;

/** "the 10 o'clock one", "the second option", "first one". */
const CHOSEN =
  /\b(?:ones?(?=$| (?:with|in|on|at|by|for|that|from|near|next|please|you|is|on)\b)|slot|option|offer|quote|o'clock|date|(?:table|room|booking|reservation|appointment|quote|ticket|copy|refund|seats?|spot) for (?:\d|one|two|three|four|five|six|seven|eight|nine|ten|my|the|us|this))\b/;

/** Whether a phrase can be somebody's lasting liking, and is not what is chosen, ordered or pointed at this once. */
export function isLasting(phrase: string): boolean {
  return phrase.length > 2 && !POINTS.test(phrase) && !CHOSEN.test(phrase) && !ONE_TIME.test(phrase);
}

/** What in a sentence says that a wish is for more than this once. */
export const LASTING_MARK =
  /\b(?:in (?:the )?future|from now on|from here on(?: out| in)?|going forward|for next time|as a rule|in general|every (?:single )?time|all the time|each time|for future reference|on (?:my|our) (?:file|record|profile|account|notes|chart)|on file|for the record|make a note|(?:put|pop|add|leave) a note|note (?:down )?that|please note|just so you know|so you know|for your (?:notes|records))\b/;
