// What people say when they change or cancel what is booked.

/** Changes what is booked: the time that is spoken of with it is the old one, unless "to" leads to it. */
export const CHANGES =
  /\b(?:mov(?:e|ing) (?:it|that|this|my|the|our|him|her|them|things?|back|forward|up|to (?:the|a|another|next)|an? (?:appointment|booking))|chang(?:e|ing) (?:it|that|my|the|our|a|to|an)|resched\w*|re-sched\w*|postpone\w*|push(?:ed|ing)? (?:it|that|my|the|back|out|us)|bring (?:it |that |my \w+ )?forward|shift(?:ing)? (?:it|that|my|the)|swap\w* (?:it|that|my|the|to|days)|switch\w* (?:it|that|my|to (?:the )?(?:\w+day|\d|another))|rearrang\w*|rebook\w*|put (?:it |that )?(?:off|back)|different (?:day|time|date|slot)|another (?:day|time|date)|(?:can't|cannot|won't be able to|not able to|shan't be able to|unable to|not going to) (?:be able to )?(?:make (?:it|that|my|the|our)|come|attend)|i've to (?:fly|work|go)|(?:something|thing)'s come up|(?:stuck|delayed|running late)|is (?:it )?possible (?:tomorrow|at|on))\b/i;
export const CANCELS =
  /\b(?:cancel(?!lation)\w*|call (?:it|that|the \w+) off|call off (?:the|my|our|his|her|\w+day)|(?:scrap|bin) (?:it|that)|(?:scrap|bin|scratch|ditch|drop) the (?:appointment|booking|viewing|visit|table|whole thing)|knock (?:it|that|the \w+) on the head|pull out of (?:it|the)|give it a miss|won't be needing|don't need (?:it|the \w+|that) any ?more)\b/i;
