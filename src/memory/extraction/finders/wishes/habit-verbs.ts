/** Verbs of habits that say nothing themselves: "I always get the window table" is about the window table. */
export const TAKING_VERBS =
  /^(?:get|have|had|having|take|taken|order|ordered|book|booked|request|requested|ask for|asked for|go for|gone for|went for|go with|gone with|choose|chosen|pick|picked|use|used|want|wanted|need|needed|see|seen|do|done|come (?:in )?(?:on|for|to)|come in|come|prefer|preferred|like|liked|opt for|talk (?:to|with)|speak (?:to|with)|stick (?:to|with)|stuck (?:to|with)|stay in|stayed in|reserve|buy|drink|eat|wear|deal with|go to|been with|gone to)(?= )/;

/** Verbs of habits that belong to what is liked. */
export const DOING_VERBS: ReadonlyMap<string, string> = new Map([
  ['sit', 'sitting'],
  ['sat', 'sitting'],
  ['stay', 'staying'],
  ['stayed', 'staying'],
  ['pay', 'paying'],
  ['paid', 'paying'],
  ['fly', 'flying'],
  ['sleep', 'sleeping'],
  ['travel', 'travelling'],
  ['walk', 'walking'],
  ['work', 'working'],
  ['eat', 'eating'],
  ['read', 'reading'],
  ['run', 'running'],
  ['park', 'parking'],
  ['arrive', 'arriving'],
  ['start', 'starting'],
  ['keep', 'keeping'],
  ['leave', 'leaving'],
  ['drive', 'driving'],
  ['cycle', 'cycling'],
  ['garden', 'gardening'],
  ['cook', 'cooking'],
  ['swim', 'swimming'],
  ['bring', 'bringing'],
  ['shop', 'shopping'],
  ['deal', 'dealing'],
  ['communicate', 'communicating'],
  ['plan', 'planning'],
  ['collect', 'collecting'],
  ['drink', 'drinking'],
  ['wait', 'waiting'],
  ['text', 'texting'],
  ['email', 'emailing'],
  ['be', 'being'],
  ['go', 'going'],
  ['hear', 'hearing'],
  ['play', 'playing'],
  ['watch', 'watching'],
  ['chat', 'chatting'],
  ['talk', 'talking'],
]);

/** What follows a habit's verb and is none: troubles, errands, times of a day's work. */
export const NO_HABIT =
  /^(?:(?:text|call|letter|bill|e-?mail|message|reminder|problem|feeling|headache|laugh|row|fine|receipt|reply|answer|look|chat|word)s?$|(?:my|our) (?:sister|brother|mum|mom|mother|dad|father|daughter|son|nan|gran|friend|parents|kids|church|work|bed)|[a-z]+'s$|on time|ahead|(?:our|my|the) [a-z]+ (?:done|serviced|checked|fixed|cleaned)|a (?:text|call|letter|bill|email|message|reminder|problem|feeling|headache|hard time|look|chat|word|quick|lot|bit|few|couple|go|meeting)|the (?:feeling|impression|same (?:problem|issue|thing)|bill|email|letter|bus home|wrong|problem)|home|back|off|up|there|here|stuck|lost|charged|told|confused|nervous|anxious|dizzy|sick|sore|tired|annoyed|trouble|problems?|issues?|pains?|difficulty|headaches?|migraines?|time|enough|money|lunch|dinner at|breakfast at|work|class|classes|practice|school|meetings?|my (?:phone|bag|daughter|son|wife|husband|kids|mum|mom|dad|hands|card|purse|wallet)|every|once|twice|well|fine|(?:one|two)(?! (?:large|big|double|single|twin|king|queen|small|firm|pillows?|beds?)\b)|about|around|through|in (?:every|once|twice|touch|and out|to|a (?:hurry|rush))|into|out|to (?:be|go|say|ask|get|wait|have|call|ring|do|work|pay|make)|with my(?! own)|for \d|how|what|where|that|this|it|them|him|her|you|on (?:the|my) (?:road|phone|way)|a good|good|great|so|business|shift|nights?$|days$|[a-z]+ (?:miles|minutes|hours))\b/;
