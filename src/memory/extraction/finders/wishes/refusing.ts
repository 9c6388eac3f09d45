import { phraseAt } from '../../language/phrase.js';
import { isLasting } from './lasting.js';
import type { Loathed } from './loathed.js';

const STRONG_NO =
  /\b(?:ever|never|always|my one rule|wherever|i hate|we hate|i can't|we can't|i don't (?:like|do|want)|i won't|as a rule|anymore|no more|whatsoever|under any circumstances)\b/;

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
      /(?:^|[,;.] ?|\b(?:and|but|please|so|yeah|yes) )no (?!thanks|thank|problem|worries|rush|need|one\b|idea|no\b|way\b|not\b|i\b|it\b|that\b|sir|ma'am|more\b|bother|hurry|matter|doubt|longer|allerg)(?=[a-z]+)/g,
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
      if (needsMark && !STRONG_NO.test(after)) continue;
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
  /^(?:first|it|that|this|one|time|later|thing|hassle|question|charge|fee|to |the (?:back|bill|phone|line)|hold|ham|hours?|milk for|i\b|need|changes?|pets?$|kids?$|children$|others?$|answer|reply|sign|luck|heating|hot water|power|water|internet)/;

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

const OBJECT_FIRST =
  /^(?:no,? )?([a-z]+(?: [a-z]+)?) i (?:do not|don't|can't|cannot|won't|will not) (?:want|like|have|eat|wear|bear|stand|abide|touch)\b/;

/** "White I do not want". */
export function objectFirstIn(plain: string): readonly Loathed[] {
  const match = OBJECT_FIRST.exec(plain);
  const value = match?.[1];
  return match &&
    value &&
    isLasting(value) &&
    !/\b(?:that|this|it|one|so|but|and|because|what|which|if|when|as|no|yes|well|sorry|oh|name|number|honestly|personally|actually|now|then|otherwise|today|really|why|only|also|though|please|maybe|usually|always|still)\b/.test(
      value,
    )
    ? [{ value, start: match.index, end: match.index + match[0].length }]
    : [];
}
