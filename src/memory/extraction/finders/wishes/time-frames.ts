import { GENERAL_TIME, isLasting } from './lasting.js';
import type { WholeFrame } from './whole-frame.js';

const DAYS = '(?:mon|tues|wednes|thurs|fri|satur|sun)days';
const PART = '(?:mornings|afternoons|evenings|nights|weekends|weekdays|weeknights|lunch ?times)';
/** Several of them, in general. */
const TIMES = `(?:(?:early|late|weekday|weekend|mid|(?:mon|tues|wednes|thurs|fri|satur|sun)day) )*(?:${PART}|${DAYS})(?: (?:and|or) (?:(?:early|late|weekday|weekend) )?(?:${PART}|${DAYS}))?(?: (?:before|after) [a-z0-9]+)?`;
const CLOCK =
  "(?:anything |any ?time |sometime )?(?:after|before|from|around|between) (?:about )?(?:\\d{1,2}(?::\\d\\d)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half [a-z]+|noon|midday|lunch|work|school|dark)(?: ?(?:a\\.?m|p\\.?m|o'clock|thirty|in the (?:morning|evening|afternoon)))?";
const MUCH =
  '(?:(?:always|usually|generally|normally|much|way|far|a lot|probably|definitely|really|honestly|just|often|a bit|the|kind of|pretty|very|so|quite|absolutely|total|are|a) )*';

/** When one likes to come or to be called, in general. */
export const TIME_FRAMES: readonly WholeFrame[] = [
  {
    kind: 'prefers',
    pattern: new RegExp(
      `\\b(${TIMES}|first thing(?: in the mornings?)?) (?:(?:is|are|'s|would be) ${MUCH}(?:best|better|easier|easiest|ideal|preferable|preferred|what i prefer|my preference|when i'm free|handier)|(?:works?|suits?|fits?) (?:me |us )?(?:always |usually |generally |much |far )*(?:best|better)|suits? (?:me|us)\\b)`,
      'g',
    ),
    read: (match) =>
      /\b(?:this|next|your|their|these|which|what) $/.test(match.input.slice(0, match.index)) ? undefined : match[1],
  },
  {
    kind: 'prefers',
    pattern: new RegExp(
      `\\b(?:best|easiest|good|only|ideal) (?:time|times|day|days)(?: of (?:the )?(?:day|week))? (?:to (?:reach|call|get|ring|catch|contact|phone|text|get hold of|see|visit|come)(?: me| us| out)?|for (?:me|us|calls|a call|visits|appointments))(?: is| are| would be|'s) ${MUCH}(?:in the )?(${TIMES}|(?:mornings?|evenings?|afternoons?|weekends?)|${CLOCK})`,
      'g',
    ),
    read: (match) => {
      const when = (match[1] ?? '').replace(/^(?:anything|any ?time|sometime) /, '');
      const what = /\b(?:reach|call|get|ring|catch|contact|phone|calls?)\b/.test(match[0]) ? 'calls' : 'appointments';
      return `${when.startsWith('after') || when.startsWith('before') || when.startsWith('from') || when.startsWith('a') || when.startsWith('between') ? `${what} ` : ''}${when}`;
    },
  },
  {
    kind: 'prefers',
    pattern: new RegExp(`\\b(${TIMES}) only\\b|\\bonly (?:on |in |in the )?(${TIMES})\\b`, 'g'),
    read: (match, sentence) => {
      const before = sentence.slice(0, match.index);
      return /\b(?:\d+|one|two|three|four|five|six|seven|ten|you|they|open|closed|he|she|shop|not|there|it's|works?|worked|are|is|has|runs?) (?:[a-z]+ )?$/.test(
        before,
      ) || /^ (?:no\b|open|available|he|she|they|you)/.test(sentence.slice(match.index + match[0].length))
        ? undefined
        : (match[1] ?? match[2]);
    },
  },
  {
    kind: 'prefers',
    pattern: new RegExp(
      `\\b(?:so |always |usually )(${TIMES}) (?:please|ideally|for me|if possible)\\b|^(${TIMES}) (?:please|ideally)\\b`,
      'g',
    ),
    read: (match) => match[1] ?? match[2],
  },
  {
    kind: 'dislikes',
    pattern: new RegExp(
      `\\b(?:i'm|im|i am) (?:really |just |absolutely |totally |pretty )*(?:no good|not good|useless|rubbish|hopeless|terrible|awful|not great|not at my best|not my best) (?:in the |in |with |at |on |of a )?(${TIMES}|early mornings|mornings|needles|crowds)\\b`,
      'g',
    ),
    read: (match) => match[1],
  },
  {
    kind: 'dislikes',
    pattern: new RegExp(
      `\\b(${TIMES}) (?:(?:is|are|'re) ${MUCH}(?:no good|no use|bad|hard|difficult|tricky|nightmare|out|out of the question|impossible|not good|not great|not ideal|hopeless|awful|awkward|murder|hell|a no go|never good|not possible)|(?:don't|do not|never|dont|doesn't) (?:really |usually |generally )*(?:work|suit|fit))\\b`,
      'g',
    ),
    read: (match) =>
      /\b(?:this|next|your|their|these|which|what) $/.test(match.input.slice(0, match.index)) ||
      /^ (?:till?|until|this|for now|at the moment|just now|these days)\b/.test(
        match.input.slice(match.index + match[0].length),
      )
        ? undefined
        : match[1],
  },
];

/** What carries no wish itself in a request: "give me", "put me in". */
const CARRYING =
  /^(?:(?:give|get|have|send|seat|put|book|make sure (?:i (?:get|have)|it's|it is|there's|you (?:use|have))|use|keep|assign|offer|arrange|schedule|reserve)(?: (?:me|us))?(?: (?:in|down))?(?: (?:on|at|with|for|by|into))? )/;

/** Requests that are made for more than this once: by the words "always" or "never", or by a mark such as "in future". */
export const REQUEST_FRAMES: readonly WholeFrame[] = [
  {
    kind: 'prefers',
    pattern:
      /\b(?:(?:can|could|would|will) (?:you|i|we) (?:please |just |also )*(?:always|only)|please (?:always|only)|you (?:should |need to |must )always|always(?= (?:leave|put|give|use|send|knock|ring the|park|bring|seat|book|mark|cut|keep|add|include|wash)\b)) ((?:(?!(?:because|so|but|if|when|please|i|i'm|he|she|it's|is|are|as|since|cos|and|that's|thanks|my (?:boss|wife|husband|mum|mom|mam|dad|son|daughter|neighbour|neighbor|manager|kids|hours|shift))\b)[a-z0-9'-]+ ?){2,9})/g,
    read: (match, sentence) =>
      /\b(?:i|we|they|you|he|she|who|people|neighbours?|drivers?|[a-z]+s) $/.test(sentence.slice(0, match.index)) ||
      /^(?:leave|put) (?:it|me) (?:late|off)/.test(match[1] ?? '')
        ? undefined
        : requestOf(match[1] ?? ''),
  },
  {
    kind: 'prefers',
    pattern:
      /\b(?:(?:can|could|would|will) you (?:please |just |also )*|please |i(?:'d| would) (?:always )?(?:like|prefer|love) (?:you to )?|i (?:want|need|prefer|like) (?:you to )?)(?!always|only|never|not|don't|text|email|call|ring|phone|note|make a|put a|add a|pop a|leave a|confirm|tell|check|help|be |to know|to see|to )((?:(?!because|so|but|if|when|please|i|i'm|he|she|it's|is|are|as|since|cos|that's|thanks|in future|from now|going forward|every time|on my|next time)[a-z0-9'-]+ ?){1,9})/g,
    read: (match, sentence) =>
      STRONG_MARK.test(sentence) && !/\?\s*$/.test(sentence.slice(0, match.index))
        ? requestOf(match[1] ?? '')
        : undefined,
  },
];

const STRONG_MARK =
  /\b(?:in (?:the )?future|from now on|going forward|every (?:single )?time|as a rule|(?:on|in) my (?:file|record|profile|notes|chart)|make a note|(?:put|pop|add|leave) a note|for future reference)\b/;

function requestOf(words: string): string | undefined {
  const phrase = words
    .replace(CARRYING, '')
    .replace(/^(?:the|a|an|me|my) /, '')
    .replace(/ (?:in|for|on|the|and|or|to|a|at|with)? ?$/, '')
    .trim();
  if (!isLasting(phrase) && !GENERAL_TIME.test(phrase)) return undefined;
  if (
    /\b(?:refund|cancel|manager|complaint|appointment for|details|number|address|name|surname|allerg[a-z]*|diabet[a-z]*|book(?:ing)? (?:a|the|an)|quote|message|mark me|it to)\b/.test(
      phrase,
    )
  )
    return undefined;
  return phrase;
}
