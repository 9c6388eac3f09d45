import { topicsAsked } from '../../language/asked-topics.js';
import { questionBefore } from '../../language/assent.js';
import type { ReadCall, ReadTurn } from '../../read-call.js';
import { ONE_OF_A_KIND } from './read-workplace.js';
import type { WorkClause } from './work-clauses.js';
import { BUSINESS } from './work-cues.js';
import { SHOPS } from './work-words.js';

/** Words anywhere in a turn that make sure that it speaks of the caller's work. */
const AT_WORK =
  /\b(?:at work|in work|on my lunch|my lunch(?: break)?|on (?:my|a) break|(?:my|on|a) shifts?|on (?:earlies|lates|nights)|on the (?:tills?|wards?|checkouts?)|get(?:ting)? off (?:at|work)|clock (?:in|out|off)|my wages|wfh|in the office|my boss|(?:through|by) the company|company (?:plan|scheme)|before that i was (?:at|with)|my (?:line )?manager|my (?:supervisor|colleagues?)|freelance|moved me (?:to|from)|(?:let|laid) (?:me|us) (?:go|off)|(?:cut|sacked|canned) (?:me|my|us)|(?:i|i've|ive) (?:just )?(?:left|quit|gave up|jacked in|chucked)(?: (?:there|that|it|them))?(?= (?:in|at|last|before|that|there|them|it)\b|[.,]| now\b))\b/;
/** What follows the name of where one works. */
const WORK_BEHIND =
  /^[\s,]*(?:since|now|as an?|for (?:\w+ )years|(?:for )?(?:\w+|\d+) years|these days|for the (?:summer|season)|i (?:run|manage|look after|do|handle|drive|teach|clean)|doing|i'm an? |nurse|(?:so )?on the (?:tills?|tools|desk|wards?|night|shop floor|buses|line|checkouts?|counter|door)|the (?:high |primary |grammar )?(?:school|hospital|bakery|nursery|college|shop)\b|front office|front desk|in (?:the|a) (?:\w+ )?(?:office|kitchen|lab|warehouse|bakery|canteen|department|team|pharmacy|control room|stores)|so i(?:'d| can| could|'ll)|till (?:\w+ (?:today|tonight|tomorrow)|three|four|five|six|\d|the end)|until (?:three|four|five|six|\d|the end)|full time|part time|it's a training|its a training)\b/;
const WORK_BEFORE =
  /\b(?:now|these days|work|job|left|was at|was with|i teach|get off|i finish|i start|shift|my boss|colleagues?)\b/;
const INSURER = /\b(?:insur\w*|energy|network|provider|supplier|bank with|my bank|broadband|phone|policy|plan)\b/i;
/** Homes, beds and the like: where somebody is, and does not work. */
const ELSEWHERE =
  /\b(?:moved (?:in|out|house|here|to)|flitted|rent(?:ing)?|staying|checked in|parked|waiting|stuck|stranded|broke down|queue|appointment at|patient|in hospital|studying|degree|course)\b/;
/** Who is there this once: "I'm at the Royal Infirmary on Tuesday for my knee". */
const VISITING =
  /^[^.!?;]{0,40}?\b(?:for (?:my|his|her|the|an?) |with (?:my|the|our|me) |visiting|having|getting|picking|collecting|dropping|shopping|waiting|on (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|the \w+)\b|tomorrow|appointment|scan|operation|right now|at the (?:moment|minute))/;
const ASKS_HOME = /\b(?:address|live|living|moved|postcode|zip|house|flat)\b/i;

/** Whether a clause that only says where the caller is, or with whom, means work, by what stands around it. */
export function isWorkThere(call: ReadCall, turn: ReadTurn, { spoken, preposition, start }: WorkClause): boolean {
  const { plain } = turn;
  const asked = questionBefore(call, turn.index)?.text ?? '';
  const after = plain.slice(spoken.end);
  const isAtWork = AT_WORK.test(plain);
  const isBusiness = BUSINESS.test(spoken.name);
  if (/^\s+\d/.test(after)) return false;
  const isNear = WORK_BEHIND.test(after) || WORK_BEFORE.test(plain.slice(Math.max(0, start - 40), spoken.start));
  if (preposition === 'in')
    return (
      (isAtWork && (isBusiness || SHOPS.test(spoken.name))) ||
      /^ (?:till|until) (?!the\b|\w+day\b)(?:\w+|\d+)\b/.test(after)
    );
  if (preposition === 'at' && !isAtWork && (ELSEWHERE.test(plain) || ASKS_HOME.test(asked))) return false;
  if (
    preposition === 'with' &&
    !isAtWork &&
    !ONE_OF_A_KIND.test(spoken.name) &&
    (INSURER.test(plain) || INSURER.test(asked))
  )
    return false;
  return (
    isAtWork ||
    ONE_OF_A_KIND.test(spoken.name) ||
    (isBusiness && !VISITING.test(after)) ||
    isNear ||
    topicsAsked(asked).has('employer') ||
    /\b(?:work|working|job|office|employ\w*|school|university|company|occupation|commut\w*|for a living|do you do|shift|are you (?:on|off)|you off)\b/i.test(
      asked,
    ) ||
    /\b(?:you(?:'re| are)?|y'all)(?: still| here| both)? (?:here )?(?:with|at) (?:the )?\p{Lu}/u.test(asked)
  );
}
