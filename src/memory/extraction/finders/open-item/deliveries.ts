import type { ReadTurn } from '../../read-call.js';
import { clauseLength, isNotMeant } from './clause.js';
import type { Promising } from './promising.js';
import { taskOf } from './task.js';
import { thingsIn } from './things.js';

/** "You'll get an email tomorrow", "you'll have it by ten": in the words of who gets it. */
const RECEIVES =
  /(?<![\w'])(?:(?:you|ye|ya|y'all)(?:'?ll| will| should| shall|'re going to| are going to)(?: also| then| definitely)? (?:get|receive|have|be getting|be receiving)|expect|look out for|(?:you|ye|ya|y'all)(?:'ll| will| should) hear(?: back)?(?: from)?(?= (?:from|by|on|tomorrow|today|before|within|us|me|the|our|\w+day)\b)) /gi;
/** What goes, after its name: "the letter goes out on Wednesday", "it'll be with you by Friday", "should be in the post". */
const GOES =
  /(?<=[\w'] |[\w])(?:(?:'s| is|'ll be| will be|'re| are) going (?:out|off|in the post|to go out)|(?:'ll| will| should|'d| can)(?: be)? (?:go(?:ing)? (?:(?:first|second) class|by (?:post|e-?mail|courier|recorded \w+)|special delivery|out|off|in the post|to (?:you|ye))?|with (?:you|ye|y'all)|in the post|on its way|there|over|in your inbox|sent|e-?mailed|posted|mailed|couriered|issued|delivered by e-?mail|ready)|(?:'ll| will|'s going to|'s) (?:arrive|reach (?:you|ye)|come|be coming|coming) (?:by|in|through|via|on|to)(?: the)? (?:post|e-?mail|text|mail|courier|\w+day)|goes (?:out|off|in the post))(?![\w'])/gi;
const PRONOUN = /^(?:it|that|them|those|these|they|one|mine)\b/i;
const CALL = /^(?:(?:an?|the|your|our|another|some) )?(?:(?:follow-up|quick|phone|short) )?call\b/i;

/** What reaches the other side after the call, in words that say nothing of who sends it. */
export function deliveriesIn(
  turn: ReadTurn,
  text: string,
  hasDay: (start: number, end: number) => boolean,
): readonly Promising[] {
  return [...receivedIn(turn, text, hasDay), ...goingIn(turn, text, hasDay)];
}

function receivedIn(
  turn: ReadTurn,
  text: string,
  hasDay: (start: number, end: number) => boolean,
): readonly Promising[] {
  return [...text.matchAll(RECEIVES)].flatMap((match): Promising[] => {
    const start = match.index + match[0].length;
    const end = start + clauseLength(text.slice(start));
    const words = text.slice(start, end);
    if (!hasDay(start, end) || isNotMeant(text, match.index, start, end, 'promise')) return [];
    const base = { kind: 'promise' as const, start, end, clauseStart: match.index, isThird: true };
    if (/hear/i.test(match[0])) return turn.speaker === 'agent' ? [{ ...base, deed: 'call', task: 'be in touch' }] : [];
    if (CALL.test(words)) return turn.speaker === 'agent' ? [{ ...base, deed: 'call', does: 'make' }] : [];
    const thing = thingsIn(words)[0];
    const isNamed =
      thing !== undefined && thing.start <= 25 && !/\b(?:at|with|for|by|on)\b/i.test(words.slice(0, thing.start));
    const isMeant = PRONOUN.test(words) && /have|get|receive/i.test(match[0]);
    const isFromMe = /\bfrom (?:me|us)\b/i.test(words) || /^(?:my|our) /i.test(words);
    if (turn.speaker === 'caller' && isFromMe && !CALL.test(words))
      return [{ ...base, deed: 'send', does: 'send', isThird: false }];
    if ((!isNamed && !isMeant) || (!isMeant && turn.speaker !== 'agent')) return [];
    return [{ ...base, deed: 'send', does: 'send', isThird: false }];
  });
}

function goingIn(turn: ReadTurn, text: string, hasDay: (start: number, end: number) => boolean): readonly Promising[] {
  return [...text.matchAll(GOES)].flatMap((match): Promising[] => {
    const from = Math.max(0, match.index - 50);
    const lead = text.slice(from, match.index).trimEnd();
    const thing = thingsIn(lead).at(-1);
    const isNamed = thing !== undefined && /^(?: (?:of|for|about) [\w' ]{2,20})?$/.test(lead.slice(thing.end));
    const isMeant = /(?:^|[\s,.])(?:it|that|they|those|them)$/i.test(lead);
    const end = match.index + match[0].length + clauseLength(text.slice(match.index + match[0].length));
    const isSent =
      /\b(?:going out|go(?:es)? (?:out|off)|class|by (?:post|courier)|special delivery|sent|mailed|e-?mailed|posted|in the post|couriered|inbox)\b/i.test(
        match[0],
      );
    if (!isNamed && !isMeant) return [];
    if (!hasDay(match.index, end) && !(isNamed && isSent)) return [];
    if (turn.speaker === 'caller' && !isSent && !/with (?:you|ye|y'all)/i.test(match[0])) return [];
    if (isMeant && /\b(?:ready|come|coming|there|over)\b/i.test(match[0])) return [];
    const start = isNamed ? from + thing.start : match.index;
    if (isNotMeant(text, start, match.index, end, 'promise')) return [];
    const task = isNamed
      ? taskOf(
          `${/ready/i.test(match[0]) ? 'have' : 'send'} ${lead.slice(thing.start).replace(/^\p{Lu}(?=\p{Ll}|\s)/u, (letter) => letter.toLowerCase())}${/ready/i.test(match[0]) ? ' ready' : ''}`,
          [],
        )
      : 'send it';
    return [{ kind: 'promise', start, end, clauseStart: start, deed: 'send', isThird: turn.speaker === 'agent', task }];
  });
}
