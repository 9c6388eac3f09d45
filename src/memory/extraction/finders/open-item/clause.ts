import type { ReadTurn } from '../../read-call.js';

/** Where a clause ends in speech without punctuation. */
const CLAUSE_END =
  /[.;?!,]|\s(?:or (?:i|we|you|shall|would|do)|but|so|because|cause|cos|when|whenever|once|as soon as|the minute|and (?:i|we|you|then|he|she|they|i'll|we'll|you'll|what|is|do|can|could|the \w+ (?:is|will)|he'll|she'll|they'll)|(?<!\b(?:tell|say|know|see|(?:tell|with|show|ask|give) (?:you|ye|ya|him|her|them|us|me|on|of|to))\s)(?:what|what's)|is (?:it|that|there|this)|are you|do you|(?:have|did|would|will) (?:you|ye)|can (?:you|i)|could (?:you|i)|if|in case|unless|that's|it's|thanks|thank you|okay|ok|alright|anything|bye|then (?:i|we|you)|which|(?:until|til|till)(?! (?:\w+day|tomorrow)\b)|shall|i'm|i've|i'd|i'll|it'll|itll|we're|she's|he's|they're|there's|(?<!\b(?:that|what|which|where|before|after|while|as|than|if|how|one|thing)\s)(?:i (?:never|don'?t|can'?t|need|want|have|was|hope|think|know|like|hate|prefer|promise)|its|thats|theres|hes|shes|theyre|youre|ive|im|weve|youve|dont|and (?:your|my|our|the|his|her|their) (?:[\w'-]+ ){1,2}(?:has|is|are|was|will|needs))|please (?:have|bring|make|do|don't))(?=\s|$)/i;
const CONDITION_BEFORE =
  /\b(?:if|unless|in case|whenever|should you|should it|should there|had (?:i|we))\b[^.?!]{0,70}$|\b(?:would have|wouldn't|might|supposed|promised|they'd|last time|used to|always)\b[^.?!]{0,30}$|\b(?:said|says)\b[^.?!]{0,14}$/i;
const POLITE_IF =
  /(?<=\b(?:check|ask|find out|see|(?:let|tell) (?:you|ye|ya|them|him|her)(?: know)?) (?:[\w']+ ){0,6})(?:if|whether)\b|\bif (?:(?:that's|thats|it's|that is|it is) (?:ok|okay|alright|all right|possible|easier|no trouble)|you (?:like|want|wish|don't mind|prefer|can|could)|i (?:may|can|could)|possible|(?:you|you'll|you can|you could) (?:just )?(?:give|tell|send|text|let) me (?:have )?(?:(?:an?|your|the) (?:e-?mail|number|address|mobile|contact)\b|who|where|which)|not|need be|only|okay|ok|alright)\b/gi;
const CONDITION_AFTER =
  /^[^.?!]{0,60}?(?:\b(?:if|unless|in case of|should (?:anything|you|it|we|they|there)|only when|whenever(?! (?:that|it) is))\b)/i;
const AT_ONCE =
  /\b(?:right now|just now|while (?:you|we|i)|hold on|hang on|bear with|one (?:sec|moment|second)|stay on|on the line|(?:verification|security|one[- ]time) (?:pass)?code|(?:put|pass|hand) you (?:through|on|over)|a moment please|there now|this (?:second|minute))\b/i;
const NEGATED = /\b(?:won't|not|n't|never|no need to|without|rather than|instead of)\b[^,.;?!]{0,20}$/i;

/** "I'm not saying I'll send it", but not "oh did you not i'll send it". */
const NOT_SAID =
  /\b(?:not (?:like|that|as if|say(?:ing)?|sure|certain)|(?:don't|didn't|never) (?:think|say|said|know)|doubt|no need to|without|rather than|instead of|never|won't)\b[^,.;?!]{0,20}$/i;

/** "I'll text you. Actually no.", "I'll bring them, or better, I send them". */
const TAKEN_BACK =
  /^[\s,.]*(?:(?:oh|well|no|um),? )?(?:actually,? no\b|no,? wait\b|scratch that|forget (?:it|that)\b|on second thoughts?|or better\b|or actually\b)/i;
/** Who rings at the door comes. */
const ON_COMING =
  /^ when i (?:pick (?:it|them|him|her|the \w+) up|pick up|collect|check (?:out|in))\b|^ when i(?:'?m| am| get| pull)? (?:outside|out front|parked|downstairs|at (?:the|your) (?:door|gate)|arrive)\b|^ (?:when|once) you(?:'re|re| are)? (?:outside|here|downstairs|(?:get|pull|turn) (?:here|up)|close|nearby?|on (?:your|the) way|at (?:the|my) (?:door|gate)|arrive)\b/i;

/** "Text me instead of calling", "send it as a PDF and not that app thing": how, and not what. */
const HOW_ONLY = /\b(?:instead of|rather than|and not|not by|not on)\b/i;

/** "Can you give us two minutes and I'll ring you back?", "the tech will call your dad or you?": asked, not promised. */
const IN_QUESTION = /^\W*(?:can|could|would|will) you\b[^.?!]*$/i;

/** Whether words that look like a promise are none: under a condition, denied, done at once, said by others. */
export function isNotMeant(
  text: string,
  at: number,
  start: number,
  end: number,
  kind: 'promise' | 'offer' | 'request',
): boolean {
  const before = text.slice(Math.max(0, at - 80), at).replace(POLITE_IF, '');
  const clause = text.slice(at, end);
  const after = text.slice(start, start + 200).replace(POLITE_IF, '');
  const lastSentence = before.slice(
    Math.max(before.lastIndexOf('.'), before.lastIndexOf('?'), before.lastIndexOf('!'), before.lastIndexOf(':')) + 1,
  );
  if (kind !== 'request' && CONDITION_BEFORE.test(lastSentence.replace(/^.*\b(?:but|so|okay|ok)\b/i, ''))) return true;
  if (CONDITION_AFTER.test(after.slice(0, 90))) return true;
  if (kind === 'request' && /^\W*(?:you(?:'ll| will)? (?:need|have) to|if you)/i.test(clause) && /\?/.test(clause))
    return true;
  if (kind === 'promise' && IN_QUESTION.test(lastSentence)) return true;
  return (
    TAKEN_BACK.test(text.slice(end, end + 60)) ||
    ON_COMING.test(text.slice(end, end + 40)) ||
    (kind === 'request' && HOW_ONLY.test(text.slice(start, end + 40))) ||
    AT_ONCE.test(`${lastSentence.slice(-25)}${clause}`) ||
    /\bon hold\b/i.test(text.slice(Math.max(0, at - 80), start)) ||
    (kind === 'promise' ? NOT_SAID : NEGATED).test(
      lastSentence.replace(/\bnever mind\b|\bwhy not\b/i, '').slice(-25),
    ) ||
    /\b(?:how|what|when|where|why|who)\s*$/i.test(lastSentence)
  );
}

/** How long a clause is. */
export function clauseLength(rest: string): number {
  const near = rest.slice(0, 160);
  let from = 0;
  for (;;) {
    const match = CLAUSE_END.exec(near.slice(from));
    if (match === null) return near.length;
    const at = from + match.index;
    // "Doctor Mr. Shaw": a short form ends nothing, and a comma after the first word neither.
    if (!/\b(?:Mr|Mrs|Ms|Dr|St)$/i.test(near.slice(0, at)) && at > 3 && !isInHour(near, at)) return at;
    from = at + match[0].length;
  }
}

/** "By five p.m. at the latest": the full stops of the hour, unless a sentence begins behind them. */
function isInHour(text: string, at: number): boolean {
  return (
    (/[\s\d][ap]$/i.test(text.slice(0, at)) && /^\.m\b/i.test(text.slice(at))) ||
    (/[\s\d][ap]\.m$/i.test(text.slice(0, at)) && /^\.\s+\p{Ll}/u.test(text.slice(at)))
  );
}

/** Where the sentence of a place begins. */
export function sentenceStart(turn: ReadTurn, at: number): number {
  return turn.sentences.findLast(({ start }) => start <= at)?.start ?? 0;
}
