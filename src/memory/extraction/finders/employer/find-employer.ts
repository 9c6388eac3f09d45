import type { Finder } from '../../finder.js';
import { topicsAsked } from '../../language/asked-topics.js';
import { answeringTurn, questionBefore, readAnswer } from '../../language/assent.js';
import { isTakenBack } from '../../language/retraction.js';
import { usesCapitals } from '../../names/read-name.js';
import type { ReadCall, ReadTurn } from '../../read-call.js';
import { answeredEmployer } from './asked-employer.js';
import { fronted, inFull, introduced, whereTheyWork } from './named-employers.js';
import { paidBy } from './paid-by.js';
import { isPlaceOrPerson } from './place-or-person.js';
import { readOrganizationAt, type SpokenOrganization } from './read-organization.js';
import { BUSINESS, FROM, LEFT, LIKELY_WORK_CUES, OWN_CUES, PAST, WITH, WORK_CUES } from './work-cues.js';

interface HeldEmployer {
  readonly name: string;
  readonly turn: number;
  readonly start: number;
  readonly end: number;
}

/** Whom the caller works for now. */
export const findEmployer: Finder = (call) => {
  let held: HeldEmployer | undefined;
  for (const turn of call.turns) {
    if (turn.speaker === 'agent') held = agreed(call, turn) ?? held;
    else if (turn.speaker === 'caller') held = said(call, turn, held);
  }
  if (!held) return [];
  const { name, turn, start, end } = held;
  return [
    {
      predicate: 'employer',
      value: name,
      statement: `works for ${name}`,
      turn,
      quote: call.turns[turn]?.text.slice(start, end) ?? '',
      confidence: 0.85,
    },
  ];
};

function said(call: ReadCall, turn: ReadTurn, before: HeldEmployer | undefined): HeldEmployer | undefined {
  let held = before;
  const { plain } = turn;
  const left = Array.from(plain.matchAll(LEFT)).flatMap(
    (match) => readOrganizationAt(turn.text, match.index + match[0].length)?.name.toLowerCase() ?? [],
  );
  if (held && left.includes(held.name.toLowerCase())) held = undefined;
  if (/\b(?:i'm|i am|im|i've|been) (?:now )?retired\b|\b(?:i )?retired (?:last|in|this)\b/.test(plain))
    held = undefined;
  const take = (at: number, isSure: boolean): boolean => {
    const spoken = readOrganizationAt(turn.text, at);
    if (!spoken || left.includes(spoken.name.toLowerCase()) || /\d/.test(spoken.name)) return false;
    if (isTakenBack(call, { turn: turn.index, end: spoken.end, value: spoken.name })) return false;
    if (!isSure && !spoken.isCapital) return false;
    held = { name: withoutOffice(turn.text, spoken), turn: turn.index, start: spoken.start, end: spoken.end };
    return true;
  };
  for (const cue of WORK_CUES) {
    for (const match of plain.matchAll(cue)) {
      if (PAST.test(plain.slice(Math.max(0, match.index - 25), match.index)) || isQuestion(turn, match.index)) continue;
      const isIn = /\bin$/.test(match[0]);
      const at = match.index + match[0].length;
      // "I work in Leeds" is a place; "in Boots", "in Tesco" are shops.
      if (
        isIn &&
        !/^ (?:the )?(?:boots|tesco|asda|aldi|lidl|sainsbury'?s|morrisons|dunnes|supervalu|spar|costa|greggs|primark|marks|waitrose|argos|ikea|target|walmart|costco|kroger|starbucks|mcdonald'?s|coles|woolworths|kmart|bunnings|penneys|super ?valu|centra|john lewis|currys|wilko|b ?& ?q|b and q|homebase|next|superdrug)\b/.test(
          plain.slice(at),
        ) &&
        !BUSINESS.test(readOrganizationAt(turn.text, at)?.name ?? '')
      )
        continue;
      take(at, true);
    }
  }
  for (const cue of LIKELY_WORK_CUES) {
    for (const match of plain.matchAll(cue)) {
      if (PAST.test(plain.slice(Math.max(0, match.index - 25), match.index)) || isQuestion(turn, match.index)) continue;
      if (
        /\b(?:(?:call|look|ring|phon|wait|ask|book|search|hunt|check|pay|shop|send)in[g']?|booked|staying|allergic|here|customer|client|patient|member|guest|tenant|insured|meeting|friend|married|registered|speaking|happy|good|fine|done|sorry|account|policy)\b/.test(
          match[0].replace(/^\w+ from work/, ''),
        )
      )
        continue;
      const end = match.index + match[0].length;
      const spoken = readOrganizationAt(turn.text, end);
      if (!spoken?.isCapital || isPlaceOrPerson(turn.text, spoken, call.country)) continue;
      if (
        /^[\s,]*(?:on|in|from|next) (?:the \d|next|monday|tuesday|wednesday|thursday|friday|january|february|march|april|may|june|july|august|september|october|november|december|week|month)/.test(
          plain.slice(spoken.end),
        ) &&
        /\bstart\b/.test(match[0])
      )
        continue;
      take(end, false);
    }
  }
  for (const cue of OWN_CUES) {
    for (const match of plain.matchAll(cue)) {
      if (
        /\b(?:he|she|they|wife|husband|his|her|their|if|used to|had)\s*$/.test(
          plain.slice(Math.max(0, match.index - 12), match.index).trimEnd(),
        )
      )
        continue;
      const end = match.index + match[0].length;
      const spoken = readOrganizationAt(turn.text, end);
      if (!spoken || isPlaceOrPerson(turn.text, spoken, call.country)) continue;
      const isNamed = /\b(?:called|named|name|company|firm)\W*$|name of$|name is$/.test(match[0]);
      if (
        !isNamed &&
        !(spoken.isCapital && (BUSINESS.test(spoken.name) || /^\s*(?:[.,;!?]|$)/.test(plain.slice(spoken.end))))
      )
        continue;
      take(end, isNamed);
    }
  }
  for (const spoken of [whereTheyWork(turn, plain), introduced(turn), fronted(turn)]) {
    if (spoken) take(spoken.start, false);
  }
  for (const match of plain.matchAll(WITH)) {
    if (PAST.test(plain.slice(Math.max(0, match.index - 25), match.index)) || isQuestion(turn, match.index)) continue;
    const near = readOrganizationAt(turn.text, match.index + match[0].length);
    const exact = inFull(turn, match.index + match[0].length);
    if (exact) {
      take(exact.start, false);
      continue;
    }
    const spoken = near;
    if (!spoken || isPlaceOrPerson(turn.text, spoken, call.country)) continue;
    const after = plain.slice(spoken.end);
    const isAsked =
      topicsAsked(questionBefore(call, turn.index)?.text ?? '').has('employer') ||
      /\b(?:you(?:'re| are)?|y'all)(?: still| here| both)? (?:here )?with \p{Lu}/u.test(
        questionBefore(call, turn.index)?.text ?? '',
      ) ||
      /\b(?:work|job|office|employ|school|university|company|occupation)/i.test(
        questionBefore(call, turn.index)?.text ?? '',
      );
    const isAtWork = AT_WORK.test(plain);
    if (/\bin$/.test(match[0]) && !(isAtWork || /^ till (?:\w+|\d+)\b/.test(after))) continue;
    const isWork =
      isAtWork ||
      BUSINESS.test(spoken.name) ||
      /^[\s,]*(?:since|now|as an?|for (?:\w+ )years|i (?:run|manage|look after|do|handle)|doing|on the (?:tills?|tools|desk|wards?|night|shop floor|buses|line|checkouts?|counter|door)|the (?:high |primary |grammar )?(?:school|hospital|bakery|nursery|college|shop)\b|front office|front desk|in the (?:office|kitchen|lab|warehouse|bakery|canteen)|so i(?:'d| can| could|'ll)|till (?:\w+ (?:today|tonight|tomorrow)|three|four|five|six|\d)|until (?:three|four|five|six|\d)|full time|part time|it's a training|its a training)\b/.test(
        after,
      ) ||
      /\b(?:now|work|job|left|was at|was with|i teach|get off|i finish|i start|shift|my boss|colleagues?)\b/.test(
        plain.slice(Math.max(0, match.index - 40), spoken.start),
      );
    const isInsurer =
      /\b(?:insurance|insurer|energy|network|provider|bank with|my bank|broadband|phone|policy|plan)\b/.test(plain) ||
      /\b(?:insur|provider|network|supplier|broadband|energy|bank|plan)/i.test(
        questionBefore(call, turn.index)?.text ?? '',
      );
    const isPlace =
      /\bat$/.test(match[0]) &&
      /\b(?:Street|Road|Avenue|Lane|Drive|Court|Close|Airport|Station|Terrace|Place|Way|Hotel)$/.test(spoken.name);
    if (
      (isAsked || isWork) &&
      (spoken.isCapital ||
        (isAtWork && !usesCapitals(turn.text)) ||
        isAsked ||
        BUSINESS.test(spoken.name) ||
        /\bon the \w+/.test(after)) &&
      (!isInsurer || isAtWork) &&
      !isPlace &&
      !/^\s+\d/.test(after)
    )
      take(match.index + match[0].length, true);
  }
  for (const spoken of paidBy(turn, call.country)) {
    if (!left.includes(spoken.name.toLowerCase()))
      held = { name: spoken.name, turn: turn.index, start: spoken.start, end: spoken.end };
  }
  // "It's Wayne from Hartigan's Electrical": a business, no town.
  for (const match of plain.matchAll(FROM)) {
    const spoken = readOrganizationAt(turn.text, match.index + match[0].length);
    if (
      spoken?.isCapital &&
      BUSINESS.test(spoken.name) &&
      !/\b(?:hotels?|inn|airport|station|hospital)$/i.test(spoken.name)
    )
      take(match.index + match[0].length, false);
  }
  const question = questionBefore(call, turn.index);
  if (question && held === before) {
    const { agreed: named, said: other } = answeredEmployer(turn, question, call.country);
    const spoken = other ?? named;
    if (spoken)
      held = { name: spoken.name, turn: (other ? turn : question).index, start: spoken.start, end: spoken.end };
  }
  if (
    held === before &&
    question &&
    (topicsAsked(question.text).has('employer') || isWorkplaceGuessed(question.text)) &&
    !/\b(?:his|her|their|husband|wife|partner)\b/i.test(question.text)
  ) {
    const lead =
      /^(?:[\s,.]|\b(?:uh|um|er|oh|it's|its|i'm|with|at|for|yes|yeah|the|well|that's|that would be|currently|now|a company called|from|i work|i am|we are|aye|yep|still|no|nope|nah|it is|same|name is)\b)*/.exec(
        plain,
      )?.[0].length ?? 0;
    const spoken = readOrganizationAt(turn.text, lead);
    if (
      spoken &&
      /^\s*(?:$|[.,!;]|and|as|since|in|yeah|yes|yep|still|aye|now|for|we)/.test(plain.slice(spoken.end)) &&
      !/^(?:no|not|retired|self|same|there|formerly|previously|used)\b/.test(plain.slice(lead)) &&
      (topicsAsked(question.text).has('employer') || BUSINESS.test(spoken.name) || spoken.isCapital)
    )
      take(lead, true);
  }
  return held;
}

/** "I'm at Lululemon's office" */
function withoutOffice(text: string, { name, end }: SpokenOrganization): string {
  return /^ (?:head )?(?:offices?|warehouse|depot|hq|headquarters|factory|site|plant|branch|kitchen)\b/i.test(
    text.slice(end),
  )
    ? name.replace(/['’]s$/, '')
    : name;
}

/** Words anywhere in a turn that make sure that it speaks of the caller's work. */
const AT_WORK =
  /\b(?:at work|on my lunch|my lunch(?: break)?|(?:my|on) shift|get(?:ting)? off|clock (?:in|out|off)|my wages|wfh|in the office|my boss|(?:through|by) the company|company (?:plan|scheme)|before that i was (?:at|with)|my (?:line )?manager|my colleagues?)\b/;

function isQuestion(turn: ReadTurn, index: number): boolean {
  const sentence = turn.sentences.find(({ start, text }) => index < start + text.length);
  return (
    sentence !== undefined &&
    /\?$/.test(sentence.text) &&
    /^(?:do|does|is|are|was|what|who|where|how|can|could|would|if)\b/i.test(sentence.text)
  );
}

/** "Are you still in the credit union?", "Is it still the care home you're at?": the answer may name it. */
function isWorkplaceGuessed(asked: string): boolean {
  if (/\bemployed by\b/i.test(asked)) return true;
  return (
    /\b(?:still|you(?:'re| are)?) (?:in|at|with|working (?:in|at)) the (?:\w+ ){0,2}(?:hospital|school|district|university|college|council|bank|clinic|firm|company|shop|store|factory|plant|office|station|museum|library|garage|home|union|restaurant|surgery|airline|bakery|practice|nursery|works|yard|mill|brewery|department|agency|force|co-?op|supermarket|depot|warehouse|salon|studio|theatre|theater|paper|bar|pub|cafe|farm|board|post)(?:\?|,? are you|,? yeah|,? right|,? aren't you)|\bthe (?:\w+ ){1,2}(?:you're|you are|you work) (?:at|in|with)\b|\bwhich (?:school|hospital|company|firm|branch|one) (?:is that|do you work|are you)/i.test(
      asked,
    ) && !/\b(?:room|flat|house|queue|hotel|area|lobby|car|same)\b/i.test(asked)
  );
}

/** "Are you still working for Target?" – "yes". */
function agreed(call: ReadCall, turn: ReadTurn): HeldEmployer | undefined {
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
    return { name: spoken.name, turn: turn.index, start: last.start + spoken.start, end: last.start + spoken.end };
  if (
    !spoken?.isCapital ||
    (/\bwith$/.test(match?.[0] ?? '') && /\b(?:insurance|bank|energy|water|gas|telecom|mutual)$/i.test(spoken.name)) ||
    (!/\bwork|employ|hospital|school|college|bank|clinic|firm|company|shop|university|restaurant|factory/.test(
      match?.[0] ?? '',
    ) &&
      !BUSINESS.test(spoken.name))
  )
    return undefined;
  return { name: spoken.name, turn: turn.index, start: last.start + spoken.start, end: last.start + spoken.end };
}
