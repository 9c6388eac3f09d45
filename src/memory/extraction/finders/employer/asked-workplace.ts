import { topicsAsked } from '../../language/asked-topics.js';
import { answeringTurn, readAnswer } from '../../language/assent.js';
import { usesCapitals } from '../../names/uses-capitals.js';
import type { ReadCall, ReadTurn } from '../../read-call.js';
import { isPlaceOrPerson } from './place-or-person.js';
import { readOrganizationAt, type SpokenOrganization } from './read-organization.js';
import { BUSINESS } from './work-cues.js';

/** "Are you still in the credit union?", "Is it still the care home you're at?": the answer may name it. */
function isWorkplaceGuessed(asked: string): boolean {
  if (/\bemployed by\b/i.test(asked)) return true;
  return (
    /\b(?:still|you(?:'re| are)?) (?:in|at|with|working (?:in|at)) the (?:\w+ ){0,2}(?:hospital|school|district|university|college|council|bank|clinic|firm|company|shop|store|factory|plant|office|station|museum|library|garage|home|union|restaurant|surgery|airline|bakery|practice|nursery|works|yard|mill|brewery|department|agency|force|co-?op|supermarket|depot|warehouse|salon|studio|theatre|theater|paper|bar|pub|cafe|farm|board|post)(?:\?|,? are you|,? yeah|,? right|,? aren't you)|\bthe (?:\w+ ){1,2}(?:you're|you are|you work) (?:at|in|with)\b|\bwhich (?:school|hospital|company|firm|branch|one) (?:is that|do you work|are you)/i.test(
      asked,
    ) && !/\b(?:room|flat|house|queue|hotel|area|lobby|car|same)\b/i.test(asked)
  );
}

const LEAD =
  /^(?:[\s,.]|\b(?:uh|um|er|oh|it's|its|i'm|with|at|for|yes|yeah|the|well|that's|that would be|currently|now|a company called|from|i work|i am|we are|aye|yep|still|no|nope|nah|it is|same|name is)\b)*/;

/** The employer that a caller's turn begins with, where the turn before asks for it. */
export function answeredWorkplace(turn: ReadTurn, question: ReadTurn): SpokenOrganization | undefined {
  const isAsked = topicsAsked(question.text).has('employer');
  if (!isAsked && !isWorkplaceGuessed(question.text)) return undefined;
  if (/\b(?:his|her|their|husband|wife|partner)\b/i.test(question.text)) return undefined;
  const { plain } = turn;
  const lead = LEAD.exec(plain)?.[0].length ?? 0;
  const spoken = readOrganizationAt(turn.text, lead);
  if (!spoken || /^(?:no|not|retired|self|same|there|formerly|previously|used)\b/.test(plain.slice(lead)))
    return undefined;
  const isWhole = /^\s*(?:$|[.,!;]|and|as|since|in|yeah|yes|yep|still|aye|now|for|we)/.test(plain.slice(spoken.end));
  return isWhole && (isAsked || BUSINESS.test(spoken.name) || spoken.isCapital) ? spoken : undefined;
}

/** "Are you still working for Target?" – "yes". */
export function agreedWorkplace(call: ReadCall, turn: ReadTurn): SpokenOrganization | undefined {
  const last = turn.sentences.at(-1);
  const answer = answeringTurn(call, turn.index);
  if (!last || answer?.speaker !== 'caller' || readAnswer(answer.text).kind !== 'yes') return undefined;
  const { plain } = last;
  const match =
    /\byou(?:'re| are)? (?:still |do |now )?(?:still )?(?:working|work|employed|with|a \w+)(?: \w+)? (?:at|for|with|by)\b|\bare you (?:still )?(?:working |employed )?(?:at|for|with)\b|\b(?:your )?employer (?:is |still |is still )|\bdo you (?:still )?work (?:at|for|with)\b|\byou(?:'re| are)? (?:still )?(?:at|with|in) (?:the (?:\w+ )?(?:hospital|school|college|bank|clinic|firm|company|shop|university|restaurant|factory)),|\b(?:work|working)(?: still)? (?:at|for|with)\b|^(?:[a-z' ]*,? )?(?:and )?(?:you(?:'re| are)? )?still (?:over )?(?:at|with)\b/.exec(
      plain,
    );
  const spoken = match && readOrganizationAt(last.text, match.index + match[0].length);
  if (
    spoken &&
    !usesCapitals(turn.text) &&
    /still (?:over )?(?:at|with)$/.test(match?.[0] ?? '') &&
    (BUSINESS.test(spoken.name) || (spoken.name.includes(' ') && !isPlaceOrPerson(last.text, spoken, call.country)))
  )
    return { ...spoken, start: last.start + spoken.start, end: last.start + spoken.end };
  if (
    !spoken?.isCapital ||
    (/\bwith$/.test(match?.[0] ?? '') && /\b(?:insurance|bank|energy|water|gas|telecom|mutual)$/i.test(spoken.name)) ||
    (!/\bwork|employ|hospital|school|college|bank|clinic|firm|company|shop|university|restaurant|factory/.test(
      match?.[0] ?? '',
    ) &&
      !BUSINESS.test(spoken.name))
  )
    return undefined;
  return { ...spoken, start: last.start + spoken.start, end: last.start + spoken.end };
}
