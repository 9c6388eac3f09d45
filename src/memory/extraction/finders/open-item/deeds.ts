/** A verb as a class: what is sent by post or by e-mail is sent. */
export type Deed =
  | 'call'
  | 'send'
  | 'tell'
  | 'ask'
  | 'bring'
  | 'pay'
  | 'order'
  | 'confirm'
  | 'change'
  | 'read'
  | 'fetch'
  /** Any other, with an object and a day. */
  | 'do';

type Words = readonly (readonly [Deed, string])[];

const YOU = "(?:you|ya|ye|yous|youse|u|y'all|me|us)";
/** Up to some words of an object. */
const OBJECT = "(?:[\\w'’.-]+ ){1,5}?";
const DONE =
  'sent(?: (?:out|over|off|across))?|posted|mailed|e-?mailed|couriered|shipped|organi[sz]ed|arranged|issued|drawn up|drafted|written(?: up)?|printed|raised|logged|refunded|credited|scanned|uploaded|processed|approved|ordered|transferred|paid|forwarded|typed up|made up|put together|cut|copied|framed|signed|dropped(?: (?:off|in|round|over))?|put in the post|left|filled (?:in|out)|stamped|developed';

/** What is done after a call, by class. What one does while talking (check, look, put through, book) is not in it. */
const DEEDS: Words = [
  [
    'call',
    `(?:call|ring|phone|telephone|dial|(?:call|ring|phon)ing(?= (?:you|ye|him|her|them)))(?! (?:it|that|this) (?:a|quits)\\b)(?! off)(?! a?round\\b)|give (?:(?:${YOU}|them|him|her|the \\w+|my \\w+|\\w+) )?(?:a )?(?:wee |quick )?(?:call|ring|bell|buzz|shout|tinkle|phone|holler)|be (?:back )?(?:in touch|in contact|onto|on to)|get (?:onto|on to) (?:the|my|our|them|him|her|your)|get in touch|bell|buzz|get back(?: to)?|come back to|touch base|reach out|have ${OBJECT}(?:call|ring|phone|contact)(?! a?round)|get ${OBJECT}to (?:call|ring|phone|contact)(?! a?round)|get ${OBJECT}on the phone|follow up|call back|write (?:to|back|${YOU})`,
  ],
  [
    'send',
    `(?:put|have|pop|stick) (?:[\\w'’.-]+ ){1,8}?in (?:the )?(?:post|mail)\\b|(?:re-?)?send(?:ing)?(?! (?:(?!it|that|this|them|those|the|you)\\w+ to (?:look|fix|see|check|have a|measure|sort|take a)\\b|him|her|someone|somebody|one of|the (?:lads?|guys?|team|boys)|(?:an?|our|the|my) (?:[\\w-]+ )?(?:surveyor|plumber|engineer|adjuster|assessor|inspector|technician|electrician|roofer|fitter|installer|driver|builder|painter|cleaner|locksmith|joiner|carpenter|contractor|handyman|guy|man|lad|lads|van|truck|team|crew)(?!['’]s)(?! (?:over )?(?:to you )?within))\\b)|(?:re-?)?e-?mail(?:ing)?|mail(?:ing)?|post(?:ing)?|text(?:ing)?|message|whatsapp|fax|forward|share|submit|upload|scan|photograph|courier|ship|dispatch|drop (?:${YOU} (?:a|an) (?:[\\w-]+ )?(?:line|text|note|e-?mail|message|link|letter|card|copy)|${OBJECT}(?:in|into|off|round|over|by|through|up|down|at|back)\\b|(?:off|in|round|over|back) (?:the|a|my|it|your|that|those))|(?:pop|put|stick|bung|shove|chuck|lob|get) ${OBJECT}(?:in (?:the |a )?(?:post|mail|envelope|e-?mail)|over to|out to|across to|off to|back to|through to|up to|over|across|sent)\\b|get ${YOU} (?:a|an|two|three|another|the|some|our|my|that|those|them|it|all the|copies)\\b(?! (?:in|booked|sorted|call|slot|time|table|room|place|spot|appointment|seat)\\b)|get (?:it|that|them|those|these) (?:to|over|across|out|off|back|through)\\b|get (?:a|an|the|my|our|those|these|some) ${OBJECT}(?:to|over|across|out|off|through) (?:to )?(?:you|ye|ya|y'all)|(?:have|get) ${OBJECT}(?:to|with|across to|over to|out to|there|in) (?:you|ye|ya|y'all|your (?:inbox|desk|door)|the (?:post|mail))\\b|have (?:it|that|them) (?:there|over|across)\\b|(?:get|have) (?!you |ya |(?:my|me|his|her) (?:hair|nails|teeth|beard|brows|eyes|fringe|roots|colou?r)\\b)${OBJECT}(?:${DONE})|(?:have|get) ${OBJECT}(?:to )?(?:send|e-?mail|text|mail|post|courier|forward)|(?:shoot|flick|fling|zap|sling|pass(?! (?:it|that|this|them|those) (?:on|along)\\b)|whizz|bang|wing|ping|toss) (?:${YOU}|it|that|them|the|over|across|off|those|my|an?|some)\\b|fire (?:it|that|them|[\\w' ]{2,20}) (?:over|across|off)|ping|leave (?:${YOU} |him |her |them )?(?:a|the|my|it|that|them|those) (?:\\w+ )?(?:note|message|voicemail|form|keys?|card|package|parcel|cheque|money|envelope)`,
  ],
  [
    'tell',
    `(?:tell|inform|notify|warn|update|advise)(?! (?:[\\w'.]+ ){1,2}(?:to expect|you're coming|you are coming|you're on your way))(?= (?!me\\b|us\\b|ya\\b|the (?:file|system|record|address|account|number|card)|your|it\\b|that\\b|this\\b|you (?:what|now|that|the truth|honestly|something|about|how|why)))|let (?!me\\b|us\\b|'s|it\\b)(?:[\\w'.]+ ){1,4}?know|fill (?:him|her|them|the \\w+|my \\w+) in|give (?:him|her|them|the \\w+) (?:a|the) (?:heads[- ]up|message)|relay|mention (?:it|that|this) to|flag (?:it|that|this) (?:to|with|up)|read (?:it|that|this|them|the [\\w' ]{2,20}|your [\\w' ]{2,20}) (?:out|to)|pass (?:it|that|this|them|the [\\w ]{2,20}|your [\\w ]{2,20}) (?:on(?:to)?|along)|pass on|pass along|leave (?:a|you a|him a|her a|them a) (?:note|message|voicemail)|remind (?!me\\b)|make sure (?:that )?(?:[\\w'.]+ ){1,4}(?:knows?|is told|are told|is aware)`,
  ],
  [
    'ask',
    `(?:(?:have|get) ${OBJECT}(?:to )?)?(?:call|ring|phone) a?round|ask(?= (?!you\\b|me\\b|for your))|check with|double[- ]check with|speak (?:to|with)(?! (?:you|ye|ya)\\b)|talk (?:to|with)(?! (?:you|ye|ya)\\b)|have a (?:word|chat) with|run (?:it|that|this) (?:by|past)|discuss|consult|contact|bug (?:the|my|our)|chase|find out|look into|have a think|sleep on it|think (?:it|that) over|ask (?:around|about)|see what (?:he|she|they|the \\w+|my \\w+) (?:says?|thinks?)`,
  ],
  [
    'bring',
    '(?:bring(?! up (?:the|your|my|that) )|fetch|dig out|dig (?:it|that|them|those|the \\w+) out|hunt out|look out|find out|dig up|drop back|return)(?! (?:(?:him|her|them|you|us)(?! (?:(?:down|over|up|round|in) )?(?:some|a|an|the|my|our|that|those|one)\\b)|(?:my|our|your) own|\\w+ in|\\w+ over|\\w+ round|the (?:dog|cat|car|kids) )\\b)(?! (?:for|from|of) )(?! (?:(?:my|our|the|me) (?:[\\w-]+ )?)?(?:son|daughter|wife|husband|mum|mom|mam|mother|father|dad|partner|brother|sister|friend|mate|kids?|lad|lass|children|boys?|girls?|neighbou?r|dog|cat|puppy)\\b)',
  ],
  [
    'pay',
    "(?:do|make) (?:a|the|an) (?:[\\w'-]+ )?(?:transfer|payment|deposit|bank transfer)|transfer(?= (?!you|to))|pay (?:the|that|it|my|off|for the|for it|you the)|settle (?:the|up|it|that)(?! with (?:my|our|the|a) )|wire",
  ],
  [
    'order',
    "(?:order|get in) (?:more|some more|extra|a few|a couple)\\b|(?:swap|measure)(?: up)? (?:the|that|those|your|it|them)\\b|(?:set|put|leave|keep|lay|pop) (?:[\\w'-]+ ){1,6}?(?:aside|to one side|by for|behind the|at the (?:\\w+ )?(?:desk|front|door|bar|reception|counter))|(?:order|arrange|prepare|draft|write up|type up|put together|work (?:up|out)|do up|make up|draw up|print|photocopy|copy(?! (?:that|it|this))|fill (?:in|out|it)|sign|return|process|issue|raise|log(?! (?:it|that|this)\\b)|void|escalate) (?:the|a|an|your|my|it|that|this|those|them|some|out|in|up|another|new|one|our)\\b|get (?:[\\w'-]+ ){1,5}?(?:sorted|posted|fixed)|credit|refund|reimburse|open a (?:ticket|case|claim)",
  ],
];

/** These are open only when a day is said with them: else they are done at once, or are talk. */
const DATED_DEEDS: Words = [
  ['send', "(?:leave|hand) (?:it|that|them|those|(?:the|my|our) [\\w' -]{2,25}?) (?:in|off|over|up|down|to)\\b"],
  [
    'confirm',
    'confirm(?= (?!your|you\\b))|let (?:you|ye|ya) have|give (?:you|ye|ya) (?:the|an|a|my|our) (?:answer|price|quote|figure|number|details|list|decision|final)',
  ],
  [
    'pay',
    'pay\\b(?! (?:when|at the|on the day|cash when))|transfer\\b(?! you)|deposit|top (?:it |that |the \\w+ )?up|clear (?:it|the|that|my)|settle(?: up)?|bank (?:it|the|that)',
  ],
  [
    'change',
    '(?:take (?:it|him|her|them|that|the|your|my|his|mr|mrs)(?: [\\w-]+){0,4} off|(?:move|shift|clear) (?:all |everything |the |it |that |them )(?:[\\w-]+ ){0,4}?out)\\b|(?:switch|remove|change|update|cancel|stop|freeze|start|activate|add|release|renew|close|set up|open|sort|fix|finish|complete|install|replace|repair|register|file|lodge|report|void|waive|write off|approve|authori[sz]e|reverse|restart|reset|extend|end|terminate|sign up|order|buy|source|get hold of|track down|hunt down|find|dig|return|hand (?:in|over|back)|draw up|write(?! (?:\\S+ ){0,3}?down\\b)|type|print|copy|prepare|put together|work out|make (?:a|an|the|up)|collect the|pick up the|drop off)\\b(?! (?:you|him|her|them|me|us) (?:in|down|out|on|up)\\b)(?! (?:work|school|at|on the|off|out|hours)\\b)',
  ],
  [
    'read',
    "(?:review|look (?:over|at|through|into)|go (?:over|through)|read(?: through| over)?|decide|measure(?: up)?|count|test|try|have a look|make (?:a|the|my|our) (?:decision|list|mind up|mind)|think about|take (?:a |some |the )?(?:photos?|pictures?|video|reading|measurements?)|do (?:the|a|my|your|up)(?! (?:photos?|pictures?)\\b)|price|swap (?:the|it|that|your|them|out)|back (?:it |that |the \\w+ )?up|book (?:the|a|your|my|an) (?!table|appointment|slot|room|visit|viewing|session|place|time)[\\w-]+|check (?:the|with|on|for|his|her|their|my)|look for|put (?:it|that|the [\\w' -]{2,30}|your [\\w' -]{2,30}|them) (?:through|in|on)(?= )|give (?:you|ye|ya|them|him|her) (?!a (?:call|ring|bell|shout)\\b|an? hour|time|\\w+day)[\\w']+|have (?:it|that|them|the [\\w' -]{2,25}|an? [\\w' -]{2,25}|your [\\w' -]{2,25}) (?:ready|done|finished|sorted|back)|get (?:it|that|them|the [\\w' -]{2,25}|an? [\\w' -]{2,25}|your [\\w' -]{2,25}) (?:ready|done|finished|sorted|fixed|back|in|changed|cut|made|signed))\\b",
  ],
  [
    'fetch',
    "(?:nip|pop|drop|swing|call|stop|run|come|head|go) (?:in|by|round|over|down|up|along|out|back)(?: (?:to|at|into|on|there|the|after|before|tomorrow|today|tonight|\\w+day|this|next|morning|afternoon|evening|[\\w']+)){0,5}? (?:(?:for|with|to (?:get|collect|sign|pay|drop|pick|bring|fetch|leave|return)) (?:it|them|that|the|my|your|a|off|up|cash|money)\\b)|(?:nip|pop|drop|run|stop|go|swing|call) (?:into|to|in to|round to|over to|down to|up to|along to) the (?!office|salon|clinic|surgery|practice|shop|hotel|restaurant)[\\w' -]{2,25}? (?:for|to (?:get|collect|buy|fetch|pick)) |(?:pick|grab|collect|fetch) (?:it|that|them)(?: up)?\\b",
  ],
];

const patternsOf = (words: Words): readonly (readonly [Deed, RegExp])[] =>
  words.map(([deed, source]) => [deed, new RegExp(`^(?:${source})(?![\\w'])`, 'i')] as const);
const AFTER_CALL = patternsOf(DEEDS);
const WITH_DAY = patternsOf(DATED_DEEDS);
/** "I'll have billing void it", "I'll get my solicitor to courier the keys": what somebody is made to do. */
const CAUSES = /^(?:have|get|ask)\s+(?!you\b|me\b|us\b|it\b|that\b)(?:[\w'’.-]+\s+){1,4}?(?:to\s+)?(?=(?:[a-z-]+)\b)/i;

/** What is done after a call whether or not a day is said. */
export function deedIn(words: string): Deed | undefined {
  const deed = AFTER_CALL.find(([, pattern]) => pattern.test(words))?.[0];
  return (
    deed ??
    (/^have (?:the|our|my|someone|somebody|one of|housekeeping|maintenance|billing|accounts|underwriting|dispatch|reception|security|support|legal|dispensary) /i.test(
      words,
    )
      ? causedIn(words)
      : undefined)
  );
}

/**
 * What is done after a call when a day is said with it.
 *
 * @param isAny whether words with any other verb say so
 */
export function datedDeedIn(words: string, isAny: (words: string) => boolean): Deed | undefined {
  return (
    WITH_DAY.find(([, pattern]) => pattern.test(words))?.[0] ?? causedIn(words) ?? (isAny(words) ? 'do' : undefined)
  );
}

function causedIn(words: string): Deed | undefined {
  if (!CAUSES.test(words)) return undefined;
  const parts = words.split(/\s+/);
  for (let index = 2; index <= 5; index += 1) {
    const rest = parts.slice(index).join(' ');
    const deed = deedIn(rest) ?? WITH_DAY.find(([, pattern]) => pattern.test(rest))?.[0];
    if (deed !== undefined) return deed;
  }
  return undefined;
}
