import type { Speaker } from '../../call.js';
import { READ_MAX } from '../../language/spoken-times.js';
import type { ReadTurn } from '../../read-call.js';
import { isAnyDeed, isMadeSo } from './any-deed.js';
import { clauseLength, isNotMeant, sentenceStart } from './clause.js';
import { type Deed, datedDeedIn, deedIn } from './deeds.js';
import { deliveriesIn } from './deliveries.js';
import { saysSomeDay } from './due.js';
import type { Promising } from './promising.js';

/** What may stand before the verb. */
const LEAD =
  '(?:(?:just|then|also|definitely|certainly|personally|actually|quickly|go ahead and|be sure to|make sure to|try (?:and|to)|need to|have to|get to|go and|go(?= (?:check|see|ask|look|find)\\b)|gladly|happily|now|still|always|probably|simply|at least|be(?= (?:re-?)?(?:sending|e-?mailing|posting|mailing|texting|calling|ringing|phoning)\\b)) )*';
/** What is done first: "check with my wife and ring you back". It is part of what is said to be done. */
const FIRST =
  "(?<first>(?:see if i can(?: [\\w']+){0,4} and|look out|check(?: [\\w']+){0,5} and|see(?: [\\w']+){0,4} and|have a (?:look|think)(?: [\\w']+){0,4} and|think about it and|talk it over(?: [\\w']+){0,3} and|sign (?:it|that|them) and|fill (?:it|that|them) (?:in|out) and|find (?:it|them|out) and|go home and|measure (?:it|up|that) and|(?:speak|talk) (?:to|with)(?: [\\w']+){1,4} and|ask(?: [\\w']+){1,4} and) )?";
const NAME =
  "(?!(?:you|ye|ya|y'all|i|we|this|there|what|who|which|if|and|but|so|or)\\b)(?:(?:the|our|your|a|an|one of (?:the|our)(?: \\w+)?|my) (?:[\\w'-]+ ){0,2}?[\\w'-]+|(?:dr|doctor|mr|mrs|ms|mister|sister|father)\\.? [\\w'-]+|doctor|someone|somebody|he|she|they|it|that|accounts|dispatch|reception|head office|support|billing|[A-Z][\\w'-]+)";
const WILL =
  "what (?:i|we)(?:'ll| will| can| could) do is(?: (?:i|we)(?:'ll| will| can))?|(?:i|we)(?:'ll|'ll be sure to| can|'m fixing to|'m gonna|'m planning to| plan to| promise to| promise i'll| shall| will| shall|'m going to| am going to|'re going to| are going to|'m gonna|'re gonna|'d better|'ll need to| need to|'d have to| have to|'ve to|'ve got to|'m just going to)|me and (?:the|my) [a-z]+(?:'ll| will)|ill|il|imma|im gonna|im going to|(?:(?<=[.!?,] |^|and |but |so |then |soon |mind |better )i|(?<=[.!?,] |^|and )we)(?= (?:send|write|put|call|ring|mail|e-?mail|post|transfer|bring|pay|text|give|make|sign|fill|print|return|forward|scan|upload|message|whatsapp|drop|ask|confirm) )|i'm|im|i am|we're|we are|let me|(?<=(?:^|[.!?,] ?|and |but |so |yeah |ok |okay |sure ))(?:will|gonna|going to)(?= (?!you\\b|that\\b|it\\b|he\\b|she\\b|they\\b|there\\b|i\\b|we\\b|do\\b|be\\b))";
const PROMISE = new RegExp(
  `(?<![\\w'])(?:(?<own>${WILL})|(?<third>${NAME})(?<!\\s(?:i|we|you|ye))(?:'ll| will| is going to|'s going to| are going to)|(?<short>(?<=^|[.?!,] |\\b(?:and|then|so|but|ok|okay|yes|yeah) )(?:hell|shell|theyll))) ${LEAD}${FIRST}`,
  'gi',
);
const OFFER = new RegExp(
  `(?<![\\w'])(?<!\\b(?:i|we|you|they|he|she|it) )(?:shall|should|can|could|may|would you like me to|do you want me to|want me to|happy for me to|is it (?:ok|okay|alright|all right) if|would it be (?:ok|okay) if|would you like|do you want) ?(?:i |we |the \\w+ to |a \\w+ to |someone to |us to )?${LEAD}`,
  'gi',
);
const REQUEST = new RegExp(
  `(?<![\\w'])(?:(?:would you be able to|are you able to|any chance you could|(?:can|could|will|would) (?:you|ye|ya|someone|somebody|he|she|they|the \\w+)(?: (?:please|just|maybe|possibly|kindly|also|then))*)|(?:please|kindly)(?: (?:please|kindly|just|do))*|(?:you(?:'ll| will)? (?:need|have) to|i need you to|i'd like you to|would you mind|if you (?:could|can|would)(?: just| please)?)|(?<=(?:^|[.!?,;] ?| and | just | so | but | then ))(?=(?:(?:send|e-?mail|text|mail|post|ring|call|phone|give|drop|whatsapp|forward) (?:me|us)|(?:send|e-?mail|text|mail|post|whatsapp|forward|scan|upload) (?:the|your|that|a|some|those)(?! (?:way|one|time))) )) ?${LEAD}`,
  'gi',
);

const CHECKS =
  /^(?:check|see|ask|find out|(?:let|tell) (?:you|ye|ya|him|her|them)(?: know)?)\b[^.?!,;]{0,40}\b(?:if|whether)\b/i;

/** "He'll call when he's close": part of his coming. */
const ON_THE_WAY =
  /\b(?:on (?:his|her|their) way|from the (?:truck|van|road|car)|when (?:he|she|they)(?:'s| is|'re| are)? (?:close|near|nearly|almost|outside|on the|just)|when (?:he|she|they)(?:'s| is|'re| are)? (?:[\w-]+ ){1,3}(?:out|away))\b/i;
/** What may be asked of the other side; "can you tell me" is answered at once. */
const ASKABLE: ReadonlySet<Deed> = new Set<Deed>(['send', 'call', 'tell']);

/** What one says one can do on a day. */
const CAN: ReadonlySet<Deed> = new Set<Deed>(['send', 'call', 'tell', 'pay']);

/** "I can get Gary to you on Monday", "I can have a surveyor call": somebody is offered, not something. */
const OFFERS_VISIT =
  /^(?:have|get) (?!(?:you |ye |ya )?(?:(?:an?|the|that|this|my|our|your) (?:[\w-]+ ){0,2}(?:quote|price|copy|form|letter|list|report|estimate|invoice|details|link|contract|figure)|it|that|those)\b)/i;

/** What the words from a place on say that is done. */
interface Reading {
  readonly from: number;
  readonly deed: Deed | undefined;
  readonly end: number;
}

/** In one turn: nobody promises more in one breath. */
const PROMISES_MAX = 24;

/** The places in a turn where something is taken on for later. */
export function promisesIn(turn: ReadTurn, hasDay: (start: number, end: number) => boolean): readonly Promising[] {
  const text = turn.text.slice(0, READ_MAX).replaceAll('’', "'");
  const found: Promising[] = [];
  // "I'll keep the draft ready and mail it tomorrow": the second half is for later.
  const second = (first: Reading, read: (from: number) => Reading): Reading => {
    const more = /^, and (?:then |also )?/.exec(text.slice(first.end))?.[0].length ?? 0;
    for (const and of text.slice(first.from, first.end + more).matchAll(/,? and (?:then |also )?/g)) {
      const next = read(first.from + and.index + and[0].length);
      if (next.deed !== undefined) return next;
    }
    return first;
  };
  const collect = (kind: Promising['kind'], pattern: RegExp): void => {
    for (const match of text.matchAll(pattern)) {
      const verb = match.index + match[0].length;
      const start = verb - (match.groups?.first?.length ?? 0);
      if (found.some((one) => one.start <= start && start < one.end)) continue;
      const read = (from: number): Reading => {
        const rest = text.slice(from);
        // "I'll check tonight if we have it": the condition is what is checked.
        const end =
          from +
          clauseLength(
            CHECKS.test(rest) ? rest.replace(/\b(?:if|whether)\b/i, (word) => 'x'.repeat(word.length)) : rest,
          );
        const words = rest.slice(0, end - from + 1);
        return {
          deed: deedOf(kind, words, {
            isChoice: /^ or\b/i.test(text.slice(end)),
            speaker: turn.speaker,
            hasDay:
              hasDay(match.index, end) ||
              (match.groups?.own !== undefined && saysSomeDay(text.slice(match.index, end))),
            own: match.groups?.own,
            isTwofold: from > start,
          }),
          end,
          from,
        };
      };
      // "Ask my sister and I'll get back": what is done first is all there is.
      const whole = read(verb);
      const first = whole.deed === undefined && verb > start ? read(start) : whole;
      const { deed, end, from } = first.deed === undefined && kind === 'promise' ? second(first, read) : first;
      if (deed === undefined || isNotMeant(text, match.index, from, end, kind)) continue;
      const isThird = (match.groups?.third ?? match.groups?.short) !== undefined;
      if (isThird && /^[^.!,]*\?/.test(text.slice(end))) continue;
      if (isThird && ON_THE_WAY.test(text.slice(start, end + 40).replace(/[.?!] .*/s, ''))) continue;
      found.push({
        kind,
        start: from === verb ? start : from,
        end,
        clauseStart: sentenceStart(turn, match.index),
        deed,
        isThird,
        isOwn: /^(?:my|our)\b/i.test(match.groups?.third ?? '') && hasDay(match.index, end),
      });
    }
  };
  collect('offer', OFFER);
  collect('request', REQUEST);
  collect('promise', PROMISE);
  const isFree = (at: number): boolean => !found.some(({ start, end }) => start <= at && at < end);
  const isHearing = ({ task, clauseStart }: Promising): boolean =>
    task === 'be in touch' && found.some(({ end }) => end <= clauseStart && clauseStart - end <= 6);
  found.push(
    ...deliveriesIn(turn, text, hasDay).filter(
      (one) => isFree(one.start) && isFree(one.clauseStart) && !isHearing(one),
    ),
  );
  return found.sort((left, right) => left.start - right.start).slice(0, PROMISES_MAX);
}

interface Words {
  readonly speaker: Speaker;
  readonly hasDay: boolean;
  /** "I'll", "we're going to". */
  readonly own: string | undefined;
  /** "I can email it or I can read it to you". */
  readonly isChoice: boolean;
  /** It comes after what is done first. */
  readonly isTwofold: boolean;
}

function deedOf(
  kind: Promising['kind'],
  words: string,
  { speaker, hasDay, own, isChoice, isTwofold }: Words,
): Deed | undefined {
  const deed = deedIn(words);
  if (kind === 'request')
    return deed !== undefined &&
      ASKABLE.has(deed) &&
      !/^(?:let|tell|send) (?:me|us) (?:know|your|the (?:number|name|address|date|reference|code)|what|when|which|if)\b/i.test(
        words,
      )
      ? deed
      : undefined;
  if (kind === 'offer' && speaker === 'caller' && /^(?:have|get)\b/i.test(words)) return undefined;
  if (kind === 'offer')
    return deed !== undefined && (deed === 'send' || deed === 'call' || deed === 'tell') ? deed : undefined;
  if (/^(?:i'm|im|i am|we're|we are)$/i.test(own ?? ''))
    return /^(?:(?:re-?)?sending|e-?mailing|mailing|posting|texting)\b/i.test(words) ? deed : undefined;
  if (/^let me$/i.test(own ?? '') && isTwofold) return deed;
  if (/^let me$/i.test(own ?? ''))
    return deed === 'ask' &&
      /\b(?:and|then) (?:i'll |i will |we'll )?(?:call|ring|get back|let you know|come back|text|e-?mail|give|phone|drop)\b/i.test(
        words,
      )
      ? deed
      : undefined;
  // "I can put it in the post on Saturday": what is done on a day, not what might be.
  if (/can$/i.test(own ?? ''))
    return hasDay && deed !== undefined && CAN.has(deed) && !OFFERS_VISIT.test(words) && !isChoice ? deed : undefined;
  // "I send you the menus tomorrow": a promise where a day is said, a habit elsewhere.
  if (/^(?:i|we)$/i.test(own ?? ''))
    return hasDay && !/\b(?:always|usually|normally|every|each|never|\w+days)\b/i.test(words) ? deed : undefined;
  if (deed !== undefined)
    return /\b(?:need to|have to|'ve to|got to)$/i.test(own ?? '') && deed !== 'ask' ? undefined : deed;
  const isSure =
    own === undefined || (/(?:'ll|will|shall|ill|to|gonna)$/i.test(own) && !/need to|have to|got to/i.test(own));
  if (!isSure) return undefined;
  if (hasDay) return datedDeedIn(words, (said) => own !== undefined && isAnyDeed(said, speaker));
  return own !== undefined && speaker === 'agent' && /^(?:have|get) /i.test(words) && isMadeSo(words)
    ? 'do'
    : undefined;
}
