import { thingsIn } from './things.js';

/** "The password I will ask my grandson to find": what stands in front of who does it. */
const FRONT =
  /^\W*(?:(?:and|so|okay|ok|well|no|yes|yeah|good|right|fine|then|now)\b\W*)*((?:(the|my|your|our|that|those|these) )?(?:[\w'-]+ ){0,2}[\w'-]+?),? (?:i|we)(?:'ll| will| shall| am going to|'m going to|'m gonna) (?:[a-z]+ )*$/i;
const NO_FRONT =
  /\b(?:day|days|night|morning|afternoon|evening|minute|moment|week|weekend|month|time|second|way|case|problem|and|so|but|if|when|once|then|after|before|tomorrow|today|tonight|\w+day|i|we|you|it|is|are|was|that's|it's|sure|maybe|think|said|say|hope|guess|yes|no)\b/i;
/** "Pull your hive count and", "print the form then": what the first of two things is done to. */
const BEFORE_AND =
  /\b(?:the|your|my|our|an?|that|those|some) ((?:[\w'’-]+ ){0,3}?[\w'’-]+)(?: (?:up|out|off|down|ready|done|today|tonight|tomorrow))?,? (?:and|then|and then) (?:also )?$/i;
/** "Please send the tortoise charges on the phone of my son": what the other side asked for. */
const ASKED_TO =
  /\b(?:send|e-?mail|text|mail|post|forward|whatsapp|message|courier|drop|bring)(?: (?:me|us|you|him|her|over|out|on|off|back|through|across))* (?:the|my|your|our|an?|some|those|that) (?:own )?((?:[\w'’-]+ ){0,3}?[\w'’-]+)(?= (?:on|to|by|at|in|for|from|over|with|before|of|off|through|tomorrow|today|tonight|please|again)\b|[.,?!;]|$)/i;

/** The thing that a clause begins with, before who does something to it. */
export function frontedThing(before: string): string | undefined {
  const [, whole = '', article] = FRONT.exec(before) ?? [];
  if (whole === '' || NO_FRONT.test(whole)) return undefined;
  if (article === undefined) return thingsIn(whole).at(-1)?.name;
  return whole.slice(article.length + 1);
}

/** The thing of the first half of "pull your hive count and email it". */
export function thingBeforeAnd(before: string): string | undefined {
  const thing = BEFORE_AND.exec(before)?.[1];
  return thing === undefined || /^(?:now|then|there|later|today|tonight|tomorrow|out|one)$/i.test(thing)
    ? undefined
    : thing;
}

/** What a request names that its answer stands for with "them". */
export function thingAskedFor(request: string): string | undefined {
  const thing = ASKED_TO.exec(request)?.[1];
  // "Confirm by e-mail that you want it".
  return thing === undefined || /^(?:you|i|we|he|she|they|it)\b/i.test(thing) ? undefined : thing;
}
