// Words that say what one comes for in one sentence, and something else in another.

const MEALS = /^(?:lunch|brunch|dinner|supper)$/;
const OF_A_MEAL =
  /\b(?:tables?|book\w*|reserv\w*|menu|please|party of|seat(?:s|ing)?|for (?:two|three|four|five|six|seven|eight|nine|ten|twelve|\d+) (?:people|of us|guests))\b/i;
const PARTS_OF_A_HOUSE =
  /^(?:doors?|locks?|alarms?|windows?|roofs?|gutters?|sinks?|showers?|taps?|faucets?|toilets?|ovens?|fridges?|washers?|dryers?|acs?|radiators?|tyres?|tires?|brakes?|drains?|leaks?|routers?)$/;
const OF_A_REPAIR =
  /\b(?:broke\w*|stuck|leak\w*|fix\w*|repair\w*|replac\w*|look at|jammed|crack\w*|block\w*|won't|isn't|not working|stopped|gone|service\w*|fit(?:ted|ting)?|install\w*|quote|estimate|measur\w*|clean\w*|drip\w*|chang\w*|noise|inspect\w*|hail|storm|damage\w*|book\w*|come (?:out )?(?:for|about)|about (?:the|my|our))\b/i;
const MEETINGS = /^(?:calls?|meetings?)$/;
const OF_A_MEETING = /\b(?:book|schedul\w*|arrang\w*|set up|wake[- ]?up)\b/i;
const ROOMS = /^(?:rooms?|suites?|stays?)$/;
const OF_A_NIGHT = /\b(?:nights?|double|single|twin|king|queen|check(?:ing)?[- ]?in|arriv\w*|hotel|reserv\w*)\b/i;
const HOLDS: readonly (readonly [word: RegExp, sentence: RegExp])[] = [
  [MEALS, OF_A_MEAL],
  [PARTS_OF_A_HOUSE, OF_A_REPAIR],
  [MEETINGS, OF_A_MEETING],
  [ROOMS, OF_A_NIGHT],
];

/**
 * Whether a word is what one comes for in its sentence: "can you look at the door", not "I'll wait by the door"; "a table for
 * dinner", not "I'm in the middle of dinner".
 */
export function isMeant(word: string, sentence: string): boolean {
  return HOLDS.every(([ambiguous, says]) => !ambiguous.test(word) || says.test(sentence.replace(word, '')));
}
