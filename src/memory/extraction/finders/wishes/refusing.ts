import { phraseAt } from '../../language/phrase.js';
import { isLasting } from './lasting.js';
import type { Loathed } from './loathed.js';

/** Right behind the thing: "no wigs, ever", "no calls at all". */
const FOR_EVER =
  /^(?:,? (?:please|thanks|thank you|for (?:me|us)|near me|in mine|[a-z]+))?,? (?:ever|never|always|not ever|at all|whatsoever|under any circumstances|as a rule|anymore|any more)\b/;
/** What is left out of food for an illness is no dislike. */
const DIET = /\b(?:co?eliac|celiac|lactose|intoleran[a-z]+|diabet[a-z]+)\b/;

/** Anywhere behind it. */
const STRONG_NO =
  /\b(?:ever|never|my one rule|wherever|i hate|we hate|i can't (?:stand|bear|abide|stick|eat|have|sleep|hear)|i don't (?:like|want)|i won't|as a rule|no more|whatsoever)\b/;

/** Words that say no at once, up to where the thing begins. */
const NO_THING_AT_ALL: readonly { readonly pattern: RegExp; readonly needsMark: boolean }[] = [
  { pattern: /\bno (?=[a-z]+ (?:in|on) my [a-z]+,? (?:ever|please))/g, needsMark: false },
  { pattern: /\bnever again (?:with )?(?:the |that |those )?(?=[a-z]{4,})/g, needsMark: false },
  { pattern: /\b(?:none of your|no more of (?:your|them|those)|enough of (?:your|the|them)) /g, needsMark: false },
  { pattern: /\b(?:anyone|anybody|anything) but (?=[a-z]+(?:$|[,.]| please))/g, needsMark: false },
  {
    pattern:
      /(?:^|[,;.] ?|\b(?:and|but|please|so) )never (?=(?:an? [a-z]+(?=$|[,.])|the|by|on|in|near|next to|beside|at|with|under|over)\b)/g,
    needsMark: false,
  },
  {
    pattern: /\bnever (?:again )?(?:put|seat|sit|give|book|place|send|stick) (?:me|us) (?:an? )?(?=\w)/g,
    needsMark: false,
  },
  {
    pattern:
      /(?:^|[,;.] ?|\b(?:just|and|but|please|so|yeah|yes) )(?:nothing|not) (?=(?:on|by|near|next to|beside|over|facing|under|above|close to) )/g,
    needsMark: true,
  },
  {
    pattern:
      /(?:^|[,;.] ?|\b(?:and|but|please|so|yeah|yes) )no (?!thanks|thank|problem|worries|rush|need|one\b|idea|offen[cs]e|ma?am|no\b|way\b|not\b|i\b|it\b|that\b|sir|ma'am|more\b|bother|hurry|matter|doubt|longer|allerg)(?=[a-z]+)/g,
    needsMark: true,
  },
  { pattern: /\bpet hate(?: of mine)?(?: is|'s) /g, needsMark: false },
  {
    pattern:
      /\b(?:stop|quit|do not keep|don't keep|please avoid|no more) (?=(?:calling|ringing|callin'?|phoning|texting|emailing|sending|sendin'?|bothering|leaving|putting)\b)/g,
    needsMark: false,
  },
];

/** "never by the toilets", "none of your emails", "quit calling me at suppertime". */
export function refusedIn(plain: string): readonly Loathed[] {
  const found: Loathed[] = [];
  for (const { pattern, needsMark } of NO_THING_AT_ALL) {
    for (const match of plain.matchAll(pattern)) {
      const at = match.index + match[0].length;
      const phrase = phraseAt(plain, at, { maxWords: 7 });
      const after = plain.slice(phrase.end);
      if (needsMark && DIET.test(plain)) continue;
      if (needsMark && !(FOR_EVER.test(after) || STRONG_NO.test(after))) continue;
      const value = phrase.text
        .replace(/^(?:calling|ringing|callin'?|phoning) (?:me |us )?/, 'calls ')
        .replace(/^(?:texting) (?:me |us )?/, 'texts ')
        .replace(/^(?:emailing) (?:me |us )?/, 'emails ')
        .replace(/^(?:sending|sendin'?) (?:me |us )?(?:any |more |all |those |these |that |the |your )*/, '')
        .replace(/^(?:putting|leaving|bothering) (?:me |us )?/, '')
        .replace(/ (?:ever|never|again|whatsoever|near me|on that|for (?:me|us))$/, '')
        .trim();
      const isThing =
        value.length > 2 && isLasting(value.replace(/^(?:by|near|on|in) (?:that|this) /, '')) && !ONCE.test(value);
      if (isThing && (!/^calls?$/.test(value) || needsMark)) found.push({ value, start: match.index, end: phrase.end });
    }
  }
  return found;
}

const ONCE =
  /^(?:(?:in|at|on) (?:my|our|the) (?:house|home|flat|life|place|garden|name)$|first|it|that|this|one|time|later|thing|hassle|question|charge|fee|to |the (?:back|bill|phone|line)|hold|ham|hours?|milk for|i\b|need|changes?|pets?$|kids?$|children$|others?$|answer|reply|sign|luck|heating|hot water|power|water|internet)/;

/** Habits of what one never does: "I never dine after half past seven", "I do not cook on electric". */
const NEVER_DOES =
  /\bi (?:never|do not|don't|won't|will not|'ll not) (?:ever )?(cook|dine|sleep|live|sit|swim|fly|drive|travel|tow|ride|stay|shop) ((?:on|in|at|by|near|after|before|with|over|under|beside|anything) [a-z0-9' -]{3,40}?)(?=$|[,.!;]| (?:because|cos|so|and|it|i|had|people)\b)/g;

const GERUND: Readonly<Record<string, string>> = {
  dine: 'dining',
  live: 'living',
  sit: 'sitting',
  swim: 'swimming',
  drive: 'driving',
  travel: 'travelling',
  ride: 'riding',
  shop: 'shopping',
};

/** What one never does, as a thing: `dining after half past seven`. */
export function neverDoneIn(plain: string): readonly Loathed[] {
  return Array.from(plain.matchAll(NEVER_DOES)).flatMap((match) => {
    const [said, verb = '', where = ''] = match;
    const value = `${GERUND[verb] ?? `${verb}ing`} ${where}`;
    return isLasting(where.replace(/^[a-z]+ /, '')) &&
      !/\b(?:anywhere else|now|here|there|it|that|any ?more)\b/.test(where)
      ? [{ value, start: match.index, end: match.index + said.length }]
      : [];
  });
}

const NOT_LIKED =
  "(?:(?:do not|don't|dont) (?:really )?(?:want|like|do|eat|use|touch|trust|stand|wear)|(?:can't|cannot|can not|cant|cannae) (?:really )?(?:stand|bear|abide|stick|do|be doing with|bide|thole)|never (?:use|eat|drink|touch|wear|take|liked|have|read|do)|won't (?:have|eat|wear|touch|use)|will not (?:have|eat|wear|touch)|hate|loathe|abhor|detest|despise)";
const OBJECT_FIRST = new RegExp(
  `(?:^|[,;.] ?|\\b(?:and|but|it's|its|it is) )((?:[a-z'-]+ ){0,2}?[a-z'-]+),? (?:(?:no|please|this|that|those|them),? )*i (?:really |just |personally |absolutely |do )*${NOT_LIKED}(?: (?:that|it|them|those|any of that))?(?=$|[,.!;]| (?:so|because|cos|please|thanks|at all|and|in|on)\\b)`,
  'g',
);

/** Words that make no thing of the object: times of this call, clauses, pointing. */
const NO_OBJECT =
  /\b(?:that|this|it|ones?|so|but|and|because|what|which|if|when|as|no|not|yes|yeah|yep|well|sorry|oh|god|name|number|honestly|personally|actually|now|then|otherwise|today|tomorrow|tonight|o'clock|half|quarter|twelve|eleven|ten|nine|eight|seven|six|five|four|three|two|really|why|only|also|though|please|maybe|usually|always|still|i|we|you|he|she|they|is|are|was|things?|stuff|people|frankly|dear|love|mate|thanks|ok|okay|to|like|said|know|think|the last|morning|afternoon|evening|week|month|time|day|says?|mean|sure|him|her|them|man|woman)\b/;

/** "White I do not want", "fluoride, I don't want that", "it's blue cheese I cannae abide". */
export function objectFirstIn(plain: string): readonly Loathed[] {
  return Array.from(plain.matchAll(OBJECT_FIRST)).flatMap((match) => {
    const value = (match[1] ?? '').replace(/^(?:(?:and|but|so|well|oh|its|it's|the|a|an|that|those|these|your) )+/, '');
    const lead = /^[,;. ]*/.exec(match[0])?.[0].length ?? 0;
    return value.length > 2 && isLasting(value) && !NO_OBJECT.test(value)
      ? [{ value, start: match.index + lead, end: match.index + match[0].length }]
      : [];
  });
}
