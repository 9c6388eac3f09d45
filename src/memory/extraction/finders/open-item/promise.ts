import { READ_MAX } from '../../language/spoken-times.js';
import type { ReadTurn } from '../../read-call.js';

/** Words of a turn in which somebody takes something on, or is asked to. */
export interface Promising {
  readonly kind: 'promise' | 'offer' | 'request';
  /** Of the words that say what, in the turn's text: from the verb on. */
  readonly start: number;
  readonly end: number;
  /** Where the clause begins: "tomorrow I'll ring you". */
  readonly clauseStart: number;
  /** Its verb, as a class: what is sent by post or by e-mail is sent. */
  readonly deed: string;
  /** What stands before the words where they do not say it: "you'll get an email" is `send` an email. */
  readonly does?: string;
  /** Somebody else of that side does it: "the engineer will ring you". */
  readonly isThird: boolean;
}

/** What is done after a call, by class. What one does while talking (check, look, put through, book) is not in it. */
const DEEDS: readonly (readonly [string, string])[] = [
  [
    'call',
    "(?:call|ring|phone|dial)(?! (?:it|that|this) (?:a|quits)\\b)(?! off)|give (?:(?:you|ya|me|us|them|him|her|the \\w+|\\w+) )?(?:a )?(?:quick )?(?:call|ring|bell|buzz|shout|tinkle|phone)|be (?:back )?in touch|get in touch|bell|buzz|get back(?: to)?|come back to|touch base|reach out|have (?:[\\w'.]+ ){1,4}?(?:call|ring|phone)|get (?:[\\w'.]+ ){1,4}?to (?:call|ring|phone)|follow up",
  ],
  [
    'send',
    "(?:re-?)?send(?:ing)?|(?:re-?)?e-?mail(?:ing)?|mail(?:ing)?|post(?:ing)?|text(?:ing)?|message|whatsapp|fax|forward|share|submit|upload|scan|drop (?:(?:you|ya|me|us) (?:a|an) (?:line|text|note|e-?mail|message)|(?:it|that|them|the [\\w']+|those|a [\\w']+) (?:in|into|off|round|over|by|through)|(?:off|in|round|over) (?:the|a|my|it|your)|in)|(?:pop|put|stick|bung|get) (?:[\\w'-]+ ){1,5}?(?:in the (?:post|mail)|in an? e-?mail|over to|out to|across to|off to|sent)|have (?:[\\w'.]+ ){1,4}?(?:send|e-?mail|text|mail|post|sent)|get (?:[\\w'.]+ ){1,5}?to (?:send|e-?mail|text|mail|post)|(?:shoot|flick|fling|zap|sling) (?:you|ya|it|that|them|the|over|across)|fire (?:it|that|them|[\\w' ]{2,20}) (?:over|across|off)|ping",
  ],
  [
    'tell',
    "(?:tell|inform|notify)(?= (?!me\\b|us\\b|ya\\b|you (?:what|now|that|the truth|honestly|something|about|how|why)))|let (?!me\\b|us\\b|'s)(?:[\\w'.]+ ){1,4}?know|pass (?:it|that|this|them|the [\\w ]{2,20}|your [\\w ]{2,20}) on(?:to)?|pass on|leave (?:a|you a|him a|her a|them a) (?:note|message|voicemail)|remind (?!me\\b)",
  ],
  [
    'ask',
    'ask(?= (?!you\\b|me\\b|for your))|check with|double[- ]check with|speak (?:to|with)|talk (?:to|with)|have a (?:word|chat) with|run (?:it|that|this) (?:by|past)|discuss|consult|contact|bug (?:the|my|our)|chase|find out|look into|have a think|sleep on it|ask (?:around|about)',
  ],
  [
    'bring',
    '(?:bring|fetch|dig out|hunt out|look out|find out|dig up|drop back)(?! (?:him|her|them|you|us|(?:my|our|your) own|\\w+ in|\\w+ over|\\w+ round|the (?:dog|cat|car|kids) )\\b)',
  ],
  [
    'pay',
    "(?:do|make) (?:a|the|an) (?:[\\w'-]+ )?(?:transfer|payment|deposit)|transfer(?= (?!you|to))|pay (?:the|that|it|my|off)|settle (?:the|up)|wire",
  ],
  [
    'order',
    "(?:order|arrange|prepare|draft|write up|put together|draw up|print|fill (?:in|out|it)|sign|return|process|issue|raise|log) (?:the|a|an|your|my|it|that|this|those|them|some|out|in|up|another|new|one|our)\\b|get (?:[\\w'-]+ ){1,5}?(?:sorted|organised|organized|arranged|posted|issued|fixed)|credit|refund|reimburse|open a (?:ticket|case|claim)",
  ],
];
/** These are open only when a day is said with them: else they are done at once. */
const DATED_DEEDS: readonly (readonly [string, string])[] = [
  ['confirm', 'confirm(?= (?!your|you\\b))'],
  [
    'change',
    '(?:switch|remove|change|update|cancel|stop|freeze|start|activate|add|credit|refund|release|renew|close|set up|sort|fix|finish|complete|install)\\b(?! (?:you|him|her|them|me|us) (?:in|down|out|on|up)\\b)',
  ],
];
/** What may stand before the verb. */
const LEAD =
  '(?:(?:just|then|also|definitely|certainly|personally|actually|quickly|go ahead and|be sure to|make sure to|try (?:and|to)|need to|have to|get to|go and|gladly|happily|now|still|always|probably|simply|at least|be(?= (?:re-?)?(?:sending|e-?mailing|posting|mailing|texting)\\b)) )*';
/** What is done first: "check with my wife and ring you back". It is part of what is said to be done. */
const FIRST =
  "(?<first>(?:see if i can(?: [\\w']+){0,4} and|look out|check(?: [\\w']+){0,5} and|see(?: [\\w']+){0,4} and|have a (?:look|think)(?: [\\w']+){0,4} and|think about it and|talk it over(?: [\\w']+){0,3} and|sign (?:it|that|them) and|fill (?:it|that|them) (?:in|out) and|find (?:it|them|out) and|go home and|measure (?:it|up|that) and|(?:speak|talk) (?:to|with)(?: [\\w']+){1,4} and|ask(?: [\\w']+){1,4} and) )?";
const NAME =
  "(?:the|our|your|a|an|one of (?:the|our)(?: \\w+)?|my) (?:[\\w'-]+ ){0,2}?[\\w'-]+|(?:dr|doctor|mr|mrs|ms|mister|sister|father)\\.? [\\w'-]+|doctor|someone|somebody|he|she|they|it|that|accounts|dispatch|reception|head office|support|billing|[A-Z][\\w'-]+";
const WILL =
  "(?:i|we)(?:'ll| will| shall|'m going to| am going to|'re going to| are going to|'m gonna|'re gonna|'d better|'ll need to| need to|'d have to| have to|'ve to|'ve got to|'m just going to)|ill|i'm|we're|let me";
const PROMISE = new RegExp(
  `(?<![\\w'])(?:(?<own>${WILL})|(?<third>${NAME})(?:'ll| will| is going to|'s going to| are going to)) ${LEAD}${FIRST}`,
  'gi',
);
const OFFER = new RegExp(
  `(?<![\\w'])(?:shall|should|can|could|may|would you like me to|do you want me to|want me to|happy for me to|is it (?:ok|okay|alright|all right) if|would it be (?:ok|okay) if|would you like|do you want) ?(?:i |we |the \\w+ to |a \\w+ to |someone to |us to )?${LEAD}`,
  'gi',
);
const REQUEST = new RegExp(
  `(?<![\\w'])(?:(?:can|could|will|would) (?:you|ye|ya|someone|somebody|he|she|they|the \\w+)(?: (?:please|just|maybe|possibly|kindly|also|then))*|(?:please|kindly)(?: (?:please|kindly|just|do))*|(?:you(?:'ll| will)? (?:need|have) to|i need you to|i'd like you to|would you mind|if you (?:could|can|would)(?: just| please)?)) ${LEAD}`,
  'gi',
);

const deedPattern = (deeds: readonly (readonly [string, string])[]): readonly (readonly [string, RegExp])[] =>
  deeds.map(([name, source]) => [name, new RegExp(`^(?:${source})(?![\\w'])`, 'i')] as const);
const AFTER_CALL = deedPattern(DEEDS);
const WITH_DAY = deedPattern(DATED_DEEDS);
/** What may be asked of the other side; "can you tell me" is answered at once. */
const ASKABLE = new Set(['send', 'call', 'tell']);

/** Where a clause ends in speech without punctuation. */
const CLAUSE_END =
  /[.;?!,]|\s(?:but|so|because|cause|cos|when|whenever|once|as soon as|the minute|and (?:i|we|you|then|he|she|they|i'll|we'll|you'll|what|is|do|can|could|the \w+ (?:is|will)|he'll|she'll|they'll)|what|what's|is (?:it|that|there|this)|are you|do you|can (?:you|i)|could (?:you|i)|if|in case|unless|that's|it's|thanks|thank you|okay|ok|alright|anything|bye|then (?:i|we|you)|which|until|til|till|shall|i'm|i've|i'd|i'll|we're|she's|he's|they're|there's|please (?:have|bring|make|do|don't))(?=\s|$)/i;
const CONDITION_BEFORE =
  /\b(?:if|unless|in case|whenever|should you|should it|should there|had (?:i|we)|would have|wouldn't|might|said|says|supposed|promised|they'd|last time|used to|always)\b[^.?!]{0,70}$/i;
const POLITE_IF =
  /\bif (?:(?:that's|thats|it's|that is|it is) (?:ok|okay|alright|all right|possible|easier|no trouble)|you (?:like|want|wish|don't mind|prefer|can|could)|i (?:may|can|could)|possible|not|need be|only|okay|ok|alright)\b/gi;
const CONDITION_AFTER =
  /^[^.?!]{0,60}?(?:\b(?:if|unless|in case|should (?:anything|you|it|we|they|there)|only when|whenever)\b)/i;
const AT_ONCE =
  /\b(?:right now|just now|while (?:you|we|i)|hold on|hang on|bear with|one (?:sec|moment|second)|stay on|on the line|put you (?:through|on)|a moment please|there now|this (?:second|minute))\b/i;
const NEGATED = /\b(?:won't|not|n't|never|no need to|without|rather than|instead of)\b[^,.;?!]{0,20}$/i;

/** "You'll get an email from us tomorrow", "expect a call on Friday": a promise in the words of who gets it. A day must be said. */
const RECEIVES =
  /(?<![\w'])(?:you(?:'ll| will| should|'re going to)? (?:get|receive|have|be getting)|expect|look out for|you(?:'ll| will| should) hear(?: back)? from) (?=(?:(?:an?|the|your|our|my|another|that|some) )?(?:[\w'-]+ ){0,3}?(?<thing>call|phone call|e-?mail|text|letter|quote|invoice|link|message|form|forms|us|me|him|her|them|someone|somebody|team|office|department)\b)/gi;

function receivedIn(
  turn: ReadTurn,
  text: string,
  hasDay: (start: number, end: number) => boolean,
): readonly Promising[] {
  if (turn.speaker !== 'agent') return [];
  return [...text.matchAll(RECEIVES)].flatMap((match): Promising[] => {
    const start = match.index + match[0].length;
    const end = start + clauseLength(text.slice(start));
    const isHeard = /hear/i.test(match[0]);
    const isCall = isHeard || /call$/i.test(match.groups?.thing ?? '');
    if (!hasDay(start, end) || isNotMeant(text, match.index, start, end, 'promise')) return [];
    if (!isHeard && /^(?:us|me|him|her|them|someone|somebody|team|office|department)$/i.test(match.groups?.thing ?? ''))
      return [];
    const does = isHeard ? 'be in touch' : isCall ? 'make' : 'send';
    return [
      { kind: 'promise', start, end, clauseStart: match.index, deed: isCall ? 'call' : 'send', isThird: true, does },
    ];
  });
}

/** Every place in a turn where something is taken on for later. */
export function promisesIn(turn: ReadTurn, hasDay: (start: number, end: number) => boolean): readonly Promising[] {
  const text = turn.text.slice(0, READ_MAX).replaceAll('’', "'");
  const found: Promising[] = [];
  const collect = (kind: Promising['kind'], pattern: RegExp): void => {
    for (const match of text.matchAll(pattern)) {
      const verb = match.index + match[0].length;
      const start = verb - (match.groups?.first?.length ?? 0);
      if (found.some((one) => one.start <= start && start < one.end)) continue;
      const read = (from: number): { readonly deed: string | undefined; readonly end: number } => {
        const rest = text.slice(from);
        const end = from + clauseLength(rest);
        const words = rest.slice(0, end - from + 1);
        return { deed: deedOf(kind, words, hasDay(match.index, end), match.groups?.own, from > start), end };
      };
      // "Ask my sister and I'll get back": what is done first is all there is.
      const whole = read(verb);
      const { deed, end } = whole.deed === undefined && verb > start ? read(start) : whole;
      if (deed === undefined || isNotMeant(text, match.index, start, end, kind)) continue;
      found.push({
        kind,
        start,
        end,
        clauseStart: sentenceStart(turn, match.index),
        deed,
        isThird: match.groups?.third !== undefined,
      });
    }
  };
  collect('offer', OFFER);
  collect('request', REQUEST);
  collect('promise', PROMISE);
  found.push(...receivedIn(turn, text, hasDay));
  return found.sort((left, right) => left.start - right.start);
}

function deedOf(
  kind: Promising['kind'],
  words: string,
  hasDay: boolean,
  own: string | undefined,
  isTwofold: boolean,
): string | undefined {
  const deed = AFTER_CALL.find(([, pattern]) => pattern.test(words))?.[0];
  if (kind === 'request')
    return deed !== undefined &&
      ASKABLE.has(deed) &&
      !/^(?:let|tell|send) (?:me|us) (?:know|your|the (?:number|name|address|date|reference|code)|what|when|which|if)\b/i.test(
        words,
      )
      ? deed
      : undefined;
  if (kind === 'offer')
    return deed !== undefined && (deed === 'send' || deed === 'call' || deed === 'tell') ? deed : undefined;
  if (/^(?:i'm|we're)$/i.test(own ?? ''))
    return /^(?:(?:re-?)?sending|e-?mailing|mailing|posting|texting)\b/i.test(words) ? 'send' : undefined;
  if (/^let me$/i.test(own ?? '') && isTwofold) return deed;
  if (/^let me$/i.test(own ?? ''))
    return deed === 'ask' &&
      /\b(?:and|then) (?:i'll |i will |we'll )?(?:call|ring|get back|let you know|come back|text|e-?mail|give|phone|drop)\b/i.test(
        words,
      )
      ? deed
      : undefined;
  if (deed !== undefined)
    return /\b(?:need to|have to|'ve to|got to)$/i.test(own ?? '') && deed !== 'ask' ? undefined : deed;
  const isSure =
    own === undefined || (/(?:'ll|will|shall|ill|to|gonna)$/i.test(own) && !/need to|have to|got to/i.test(own));
  return hasDay && isSure ? WITH_DAY.find(([, pattern]) => pattern.test(words))?.[0] : undefined;
}

function isNotMeant(text: string, at: number, start: number, end: number, kind: Promising['kind']): boolean {
  const before = text.slice(Math.max(0, at - 80), at).replace(POLITE_IF, '');
  const clause = text.slice(at, end);
  const after = text.slice(start, start + 200).replace(POLITE_IF, '');
  const lastSentence = before.slice(
    Math.max(before.lastIndexOf('.'), before.lastIndexOf('?'), before.lastIndexOf('!')) + 1,
  );
  if (kind !== 'request' && CONDITION_BEFORE.test(lastSentence.replace(/^.*\b(?:but|so|okay|ok)\b/i, ''))) return true;
  if (CONDITION_AFTER.test(after.slice(0, 90))) return true;
  if (kind === 'request' && /^\W*(?:you(?:'ll| will)? (?:need|have) to|if you)/i.test(clause) && /\?/.test(clause))
    return true;
  return (
    AT_ONCE.test(`${lastSentence.slice(-25)}${clause}`) ||
    NEGATED.test(lastSentence.replace(/\bnever mind\b|\bwhy not\b/i, '').slice(-25)) ||
    /\b(?:how|what|when|where|why|who)\s*$/i.test(lastSentence)
  );
}

function clauseLength(rest: string): number {
  const near = rest.slice(0, 160);
  let from = 0;
  for (;;) {
    const match = CLAUSE_END.exec(near.slice(from));
    if (match === null) return near.length;
    const at = from + match.index;
    // "Doctor Mr. Shaw": a short form ends nothing, and a comma after the first word neither.
    if (!/\b(?:Mr|Mrs|Ms|Dr|St)$/i.test(near.slice(0, at)) && at > 3) return at;
    from = at + match[0].length;
  }
}

function sentenceStart(turn: ReadTurn, at: number): number {
  return turn.sentences.findLast(({ start }) => start <= at)?.start ?? 0;
}
