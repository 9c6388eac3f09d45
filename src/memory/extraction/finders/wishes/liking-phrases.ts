import { gerundOf } from './gerund.js';
import { DOING_VERBS, NO_HABIT, TAKING_VERBS } from './habit-verbs.js';
import { GENERAL_TIME, isLasting } from './lasting.js';

/** A habit: what is had, or what is done. */
export function habitOf(verb: string, phrase: string): string | undefined {
  if (NO_HABIT.test(phrase) || !isLasting(phrase)) return undefined;
  const taking = TAKING_VERBS.exec(`${verb} `);
  if (taking && verb !== 'eat')
    return phrase
      .replace(/^(?:a|an|the|my|our|in on|on|in|at|for|to|by|around|the usual|usual) (?=\S)/, '')
      .replace(/^(?:the|a|an|my|our) /, '');
  const doing = DOING_VERBS.get(verb);
  const isThing = (verb === 'eat' || verb === 'drink') && !/^(?:in|at|out|on|by|outside|early|late)\b/.test(phrase);
  return doing === undefined || isThing ? phrase : `${doing} ${phrase}`;
}

/** A liking: the thing, or what one likes to do. */
export function likingOf(phrase: string): string | undefined {
  if (!isLasting(phrase)) return undefined;
  return phrase.replace(/^(?:my|our|your) /, '');
}

/** How one has or sees something: "in my hand", "a person", "on paper". */
export const OWN_WAY =
  /^(?:an? |the |my |things |everything |it )?(?:[a-z]+ ){0,2}(?:in (?:my|the|our) (?:hand|hands|mouth|room)|on paper|in writing|in person|face to face|online|at home|person$|people$|faces?$|human$)/;

/** The doing after "like to": some verbs are no liking ("I like to book a table" is a wish of this once). */
export function doingOf(phrase: string): string | undefined {
  const [verb = '', ...rest] = phrase.split(' ');
  const others = rest.join(' ');
  if (
    verb === 'be' &&
    /^(?:sure|able|honest|clear|on the safe|there|put|a pain|a bother|difficult|rude|fair|told|called (?:[a-z]+)$)/.test(
      others,
    )
  )
    return undefined;
  if (/^(?:see|do)$/.test(verb) && OWN_WAY.test(others)) return `${gerundOf(verb)} ${others}`;
  if (verb === 'get' || verb === 'have' || verb === 'come') {
    const isTime =
      /\b(?:early|first thing|in (?:and out|before|the morning)|ahead|before|after|done|mornings?|afternoons?|evenings?|my|always)\b/.test(
        others,
      );
    return isTime && isLasting(others) ? others.replace(/^(?:in|my|it) /, '') : undefined;
  }
  if (verb === 'know' && !/^(?:well |at least )?(?:in advance|beforehand|[a-z]+ (?:days|hours|weeks) )/.test(others))
    return undefined;
  if (
    NO_DOING.test(verb) ||
    (rest.length === 0 &&
      !/^(?:cook|swim|read|garden|travel|walk|run|cycle|bake|paint|sew|sing|dance|fish|drive|chat)$/.test(verb)) ||
    (/^(?:go|be|leave|talk|chat|hear|pay)$/.test(verb) &&
      !/\b(?:seated|near|next|away|by|outside|outdoors|inside|on|in|at|close|first|alone|ready|home|warm|contacted|texted|emailed|called|rung|phoned|up front|kept|left|direct|cash|card|monthly|back|upfront|first|early)\b/.test(
        others,
      ))
  )
    return undefined;
  if (verb === 'be' && /^(?:the )?first(?: one)?$/.test(others)) return `being ${others}`;
  if (rest.length > 0 && !isLasting(others)) return undefined;
  return [gerundOf(verb), others].filter((part) => part !== '').join(' ');
}

/** Verbs of what is wanted this once, where people say "I like to" for "I would like to". */
const NO_DOING =
  /^(?:book|make|order|cancel|speak|ask|check|confirm|change|reschedule|schedule|arrange|place|request|file|report|inquire|enquire|buy|purchase|say|tell|thank|think|believe|update|add|sign|register|apply|renew|claim|complain|set|move|switch|upgrade|return|hope|wish|point|mention|open|close|collect|give|find|discuss|talk|query|find|help|invite|do|always|not|also)$/;

/** A time of day or week in general. */
export function generalTime(phrase: string): string | undefined {
  return GENERAL_TIME.test(phrase) && isLasting(phrase) ? phrase : undefined;
}

/** "prefer to have the corner table". */
export function habitAfterPreferTo(phrase: string): string | undefined {
  const verb = TAKING_VERBS.exec(phrase)?.[0];
  if (verb === undefined || /^(?:come|do|book|buy|order|need|want)/.test(verb)) return undefined;
  const thing = phrase.slice(verb.length + 1).replace(/^(?:the|a|an|my|our) /, '');
  return isLasting(thing) ? thing : undefined;
}

/** "I'd prefer mornings" is lasting, "I'd prefer the morning" is not. */
export function generalTimesOnly(phrase: string): string | undefined {
  return /\b(?:mornings|afternoons|evenings|weekends|weekdays|nights|(?:mon|tues|wednes|thurs|fri|satur|sun)days)\b/.test(
    phrase,
  ) && isLasting(phrase)
    ? phrase
    : undefined;
}
