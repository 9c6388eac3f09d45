import type { Finder } from '../../finder.js';
import { topicsAsked } from '../../language/asked-topics.js';
import { answeringTurn, questionBefore, readAnswer } from '../../language/assent.js';
import { plainText } from '../../language/plain-text.js';
import type { ReadCall, ReadTurn } from '../../read-call.js';
import { readOrganizationAt } from './read-organization.js';

interface HeldEmployer {
  readonly name: string;
  readonly turn: number;
  readonly start: number;
  readonly end: number;
}

const BETWEEN =
  '(?:\\s+(?:nights|days|weekends|evenings|mornings|shifts?|night shifts?|day shifts?|full[- ]time|part[- ]time|mostly|mainly|now|currently|still|only|over|up|down|out|there|here|just|remotely|(?:just )?(?:round|around) the corner|across the road|down the road|from home(?: \\w+ days?(?: a week)?)?|(?:\\w+ )?days? a week|as (?:an?|the) (?:[a-z-]+\\s?){1,4}?|in (?:sales|hr|it|accounts|finance|marketing|admin|reception|security|maintenance)))*';

/** The job in "I'm a nurse at St Mary's". */
const ROLE = "(?:an?|the|one of the|now an?|now the|head|chief|senior|lead) (?:[a-z'-]+ ){1,4}?";

const CUES: readonly RegExp[] = [
  new RegExp(
    `\\b(?:i|we)(?: do| still| now| actually| currently| just| only| also| both)* work${BETWEEN} (?:at|for|with|in)\\b`,
    'g',
  ),
  new RegExp(
    `\\b(?:i'm|im|i am|i've been|we're) (?:still |now |currently |only |also )*working${BETWEEN} (?:at|for|with|in)\\b`,
    'g',
  ),
  /\b(?:i'm|im|i am) (?:still |now |currently )*(?:employed|hired|contracted) (?:at|by|with)\b/g,
  new RegExp(`\\b(?:i'm|im|i am) (?:still |now |currently |actually )*${ROLE}(?:at|for|with)\\b`, 'g'),
  /\b(?:my (?:current |new )?(?:employer|company|firm|workplace|work)(?:'s| is| is called|'s called))(?= )/g,
  /\bi (?:just |recently |now )?(?:started|joined|got a job|took a job|got hired)(?: working| a (?:new )?job| on nights| work)? (?:at|with|for)\b/g,
  /\bi (?:just |recently )joined\b/g,
  /\bi (?:drive|teach|nurse|cook|fly|clean|code|deliver|manage|consult|lecture|volunteer full time) (?:a (?:bus|truck|van|lorry|taxi) )?(?:for|at)\b/g,
  /\bi(?:'ve| have) (?:a |got a )?(?:new |full[- ]time )?job (?:at|with)\b/g,
];
/** "I'm with Acme", "I'm at DePaul since the fall": something else must say that it is work. */
const WITH = /\b(?:i'm|im|i am|we're|we are) (?:now |still |currently )*(?:with|at)\b/g;
const FROM =
  /\b(?:it's|this is|i'm|my name is|name's|here's|^hi|^hello)\s+(?:[\p{L}'-]+\s+){1,3}(?:calling |here |ringing )?from\b/gu;
const PAST =
  /\b(?:used to|if|when|until|before|not|don't|didn't|never|she|he|they|wish|was|once|that|where|the company|place|says|said)\s*(?:i\s*)?$/;
const LEFT =
  /\b(?:left|quit|retired from|laid off (?:from|by)|fired from|no longer (?:at|with|work(?:ing)? (?:at|for))|don't work (?:at|for)|finished (?:at|with)|not (?:at|with))\s+/g;
const BUSINESS =
  /\b(?:electrical|electric|plumbing|logistics|ltd|limited|inc|llc|plc|services?|solutions|group|motors|systems|software|company|college|school|university|hospital|council|bank|foods|partners|associates|construction|consulting|properties|realty|insurance|energy|media|marketing|security|transport|technologies|studios?|agency|union|hotel|clinic|foundation|trust|academy|industries|engineering|roofing|catering|events|hire|farms?|health|airlines|brothers|sons|and co)$/i;

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
  const plain = plainText(turn.text);
  const left = Array.from(plain.matchAll(LEFT)).flatMap(
    (match) => readOrganizationAt(turn.text, match.index + match[0].length)?.name.toLowerCase() ?? [],
  );
  if (held && left.includes(held.name.toLowerCase())) held = undefined;
  if (/\b(?:i'm|i am|im|i've|been) (?:now )?retired\b|\b(?:i )?retired (?:last|in|this)\b/.test(plain))
    held = undefined;
  const take = (at: number, isSure: boolean): boolean => {
    const spoken = readOrganizationAt(turn.text, at);
    if (!spoken || left.includes(spoken.name.toLowerCase())) return false;
    if (!isSure && !spoken.isCapital) return false;
    held = { name: spoken.name, turn: turn.index, start: spoken.start, end: spoken.end };
    return true;
  };
  for (const cue of CUES) {
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
  for (const match of plain.matchAll(WITH)) {
    if (PAST.test(plain.slice(Math.max(0, match.index - 25), match.index)) || isQuestion(turn, match.index)) continue;
    const spoken = readOrganizationAt(turn.text, match.index + match[0].length);
    if (!spoken?.isCapital) continue;
    const after = plain.slice(spoken.end);
    const isAsked =
      topicsAsked(questionBefore(call, turn.index)?.text ?? '').has('employer') ||
      /\b(?:work|job|office|employ|school|university|company|occupation)/i.test(
        questionBefore(call, turn.index)?.text ?? '',
      );
    const isWork =
      BUSINESS.test(spoken.name) ||
      /^[\s,]*(?:since|now|as an?|for (?:\w+ )years|i (?:run|manage|look after|do|handle)|doing)\b/.test(after) ||
      /\b(?:now|work|job|left|was at|was with)\b/.test(plain.slice(Math.max(0, match.index - 40), spoken.start));
    const isInsurer =
      /\b(?:insurance|insurer|energy|network|provider|bank with|my bank|broadband|phone|policy|plan)\b/.test(plain) ||
      /\b(?:insur|provider|network|supplier|broadband|energy|bank|plan)/i.test(
        questionBefore(call, turn.index)?.text ?? '',
      );
    const isPlace =
      /\bat$/.test(match[0]) &&
      /\b(?:Street|Road|Avenue|Lane|Drive|Court|Close|Airport|Station|Terrace|Place|Way|Hotel)$/.test(spoken.name);
    if ((isAsked || isWork) && !isInsurer && !isPlace && !/^\s+\d/.test(after))
      take(match.index + match[0].length, false);
  }
  // "It's Wayne from Hartigan's Electrical": a business, no town.
  for (const match of plain.matchAll(FROM)) {
    const spoken = readOrganizationAt(turn.text, match.index + match[0].length);
    if (spoken?.isCapital && BUSINESS.test(spoken.name)) take(match.index + match[0].length, false);
  }
  const question = questionBefore(call, turn.index);
  if (
    held === before &&
    question &&
    topicsAsked(question.text).has('employer') &&
    !/\b(?:his|her|their|husband|wife|partner)\b/i.test(question.text)
  ) {
    const lead =
      /^(?:[\s,.]|\b(?:uh|um|er|oh|it's|its|i'm|with|at|for|yes|yeah|the|well|that's|that would be|currently|now|a company called|from|i work)\b)*/.exec(
        plain,
      )?.[0].length ?? 0;
    const spoken = readOrganizationAt(turn.text, lead);
    if (
      spoken &&
      /^\s*(?:$|[.,!]|and|as|since|in)/.test(plain.slice(spoken.end)) &&
      !/^(?:no|not|retired|self)/.test(plain.slice(lead))
    )
      take(lead, true);
  }
  return held;
}

function isQuestion(turn: ReadTurn, index: number): boolean {
  const sentence = turn.sentences.find(({ start, text }) => index < start + text.length);
  return (
    sentence !== undefined &&
    /\?$/.test(sentence.text) &&
    /^(?:do|does|is|are|was|what|who|where|how|can|could|would|if)\b/i.test(sentence.text)
  );
}

/** "Are you still working for Target?" – "yes". */
function agreed(call: ReadCall, turn: ReadTurn): HeldEmployer | undefined {
  const last = turn.sentences.at(-1);
  const answer = answeringTurn(call, turn.index);
  if (!last || answer?.speaker !== 'caller' || readAnswer(answer.text).kind !== 'yes') return undefined;
  const plain = plainText(last.text);
  const match =
    /\byou(?:'re| are)? (?:still |do |now )?(?:still )?(?:working|work|employed|with|a \w+)(?: \w+)? (?:at|for|with|by)\b|\bare you (?:still )?(?:working |employed )?(?:at|for|with)\b|\b(?:your )?employer (?:is |still |is still )|\bdo you (?:still )?work (?:at|for|with)\b/.exec(
      plain,
    );
  const spoken = match && readOrganizationAt(last.text, match.index + match[0].length);
  if (!spoken?.isCapital || (!/\bwork|employ/.test(match?.[0] ?? '') && !BUSINESS.test(spoken.name))) return undefined;
  return { name: spoken.name, turn: turn.index, start: last.start + spoken.start, end: last.start + spoken.end };
}
