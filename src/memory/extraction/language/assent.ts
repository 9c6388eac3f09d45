import type { ReadCall, ReadTurn } from '../read-call.js';

/**
 * What a turn says to the one before it. `partly`: yes, with a correction ("yes but it's nine, not five"); `neither`: it answers
 * something else, or with words of its own.
 */
export interface Answer {
  readonly kind: 'yes' | 'no' | 'partly' | 'neither';
  /** What is said after the yes or no, without the signs between: "it's nine, not five". */
  readonly rest: string;
  /** Of `rest`, in the turn's text. */
  readonly restStart: number;
}

/** What is corrected in a sentence: "it's nine, not five". */
export interface Correction {
  readonly right: string;
  /** Absent in "no, it's nine". */
  readonly wrong?: string | undefined;
}

const FILLER =
  /^(?:(?:um+|uh+|er+m?|ehm|oh|ah+|aha|hm+|well|so|and|look|right so|okay so|ok so|hi|hello)\b[\s,.!…-]*(?=\S))+/i;

/** "no" words that agree: "no, that's right", "no problem", "no no that's perfect". */
const AGREEING_NO =
  /^no+[\s,.]+(?:no+[\s,.]+)*(?:problem|worries|bother|that(?:'s| is|ll| will)? (?:right|correct|fine|perfect|great|good|grand|lovely|it|everything|works|do)|it(?:'s| is) (?:right|correct|fine|perfect|good|grand))\b/i;

const NO =
  /^(?:no+|nope|nah|i said no|not (?:quite|really|exactly|at all|any ?more|yet)|that(?:'s| is)(?:n't| not)|it(?:'s| is)(?:n't| not)|that(?:'s| is) wrong|wrong|incorrect|actually,? no|i(?:'m| am) not|i (?:don't|do not|didn't|haven't)|almost|nearly|close,? but|never)\b/i;

const PARTLY =
  /^(?:sorry,?\s+)?(?:i said|i meant|it should be|make that|it's actually|it is actually|actually|wait|hang on|hold on|sorry,?\s+(?:it's|that's|it is|that is|not)|except|only it's|but it's)\b/i;

const YES =
  /^(?:yes+|yeah|(?:it's |that's |it is )?still (?:the same|here|there|is|am|do|correct|right|good)|(?:the )?same as (?:before|always|ever)|(?:it's |that's )?(?:all )?the same(?= yeah| yes|\s*$|[.,])|haan|yep|yup|yea|ya|aye|mm+-? ?hm+|mhm+|uh-? ?huh|correct|right|exactly|precisely|indeed|sure(?: thing)?|of course|certainly|definitely|absolutely|ok(?:ay)?|alright|all right|perfect|great|lovely|brilliant|wonderful|excellent|super|fantastic|grand|cool|fine|awesome|cheers|agreed|spot on|bang on|speaking|please(?: do)?|go (?:ahead|for it|on then)|why not|sounds (?:good|great|fine|perfect|lovely)|(?:that|it|this|which)(?:'?s| is| was|'ll| will| would)? (?:be )?(?:right|correct|it|me|him|her|them|mine|us|the one|fine|perfect|great|good|grand|lovely|ideal|brilliant|okay|ok|suits?(?: me)?|works?(?: for me)?|do|does|is)|works for me|suits me|you(?:'ve| have)? got it|got it|it is|it does|that does|i am|i do|i have|i will|we are|we do|we have|he is|she is|they are|he does|she does|let's do (?:that|it)|i'll take (?:it|that)|deal|true|this is (?:he|she|him|her)|i guess so|i think so|i believe so|no doubt|affirm(?:ative)?|for sure|you bet(?:cha)?|where(?:'?s| is) else|(?:that|it)(?:'s| is) affirm|that'?ll be it|too right|spot on|same as ever)\b(?! (?:now|away) i\b)/i;

/** "right now I'm in Leeds", "that is not", "it is the wrong one", "I do not": they begin like a yes. */
const NO_YES_AFTER_ALL =
  /^(?:right (?:now|after|before|next|away)|(?:that|it) is (?:not|the wrong|wrong|n't)|i (?:am|do|have|will) not|i (?:am|do|have) (?:a|an|the|my)\b|great question|it is (?:a|my|the)\b|sure (?:isn't|not)|okay (?:so|well) no\b)/i;

const BUT =
  /\b(?:but|except|only it'?s|apart from|other than)\b[\s,]*(?:it|that|the|my|not|with|no)\b|^\s*(?:it'?s )?[^.]{1,40}(?<!\b(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|should|am|i'm) )\bnot [^.]{1,30}$/i;

/** Whether a turn says yes or no to what was said before it, and what else it says. */
export function readAnswer(text: string): Answer {
  const plain = text.replaceAll('’', "'");
  const start = leadingBlank(plain) + (FILLER.exec(plain.trimStart())?.[0].length ?? 0);
  const said = plain.slice(start);
  const take = (kind: Answer['kind'], length: number): Answer => {
    const signs = /^[\s,.;:!?…-]*/.exec(said.slice(length))?.[0].length ?? 0;
    return { kind, rest: text.slice(start + length + signs), restStart: start + length + signs };
  };
  const agreeing = AGREEING_NO.exec(said);
  if (agreeing) return take('yes', agreeing[0].length);
  const yes = NO_YES_AFTER_ALL.test(said) ? null : YES.exec(said);
  if (yes) {
    const answer = take('yes', yes[0].length);
    const again = readAgain(answer.rest);
    if (again === 'no' && /^(?:actually|wait|no)\b/i.test(answer.rest)) return { ...answer, kind: 'no' };
    const first = /^[^.!?]*/.exec(answer.rest)?.[0] ?? '';
    return BUT.test(first) || again === 'partly' ? { ...answer, kind: 'partly' } : answer;
  }
  const no = NO.exec(said);
  if (no) return take('no', no[0].length);
  const partly = PARTLY.exec(said);
  if (partly) return take('partly', 0);
  return take('neither', 0);
}

function readAgain(rest: string): Answer['kind'] {
  if (AGREEING_NO.test(rest)) return 'yes';
  if (/^(?:actually|wait|no)\b/i.test(rest) && (NO.test(rest) || /^(?:actually|wait),? no\b/i.test(rest))) return 'no';
  return PARTLY.test(rest) ? 'partly' : 'neither';
}

const leadingBlank = (text: string): number => text.length - text.trimStart().length;

/** The turn that answers one: the next of the other side (what `other` people say between is left out). Nothing when the same side goes on. */
export function answeringTurn(call: ReadCall, index: number): ReadTurn | undefined {
  const asked = call.turns[index];
  const next = call.turns.slice(index + 1).find((turn) => turn.speaker !== 'other');
  return asked && next && next.speaker !== asked.speaker ? next : undefined;
}

/** What the other side says to a turn. */
export function answerTo(call: ReadCall, index: number): Answer | undefined {
  const next = answeringTurn(call, index);
  return next && readAnswer(next.text);
}

/** The turn before, when the other side said it: the question that a turn answers. */
export function questionBefore(call: ReadCall, index: number): ReadTurn | undefined {
  const turn = call.turns[index];
  const before = call.turns[index - 1];
  return turn && before && before.speaker !== 'other' && before.speaker !== turn.speaker ? before : undefined;
}

const RIGHT_NOT_WRONG =
  /(?:^|[,.]\s*|\b(?:it'?s|it is|that'?s|that is|i said|i meant|should be|make (?:it|that))\s+)((?:[^\s,.;!?]+\s+){0,5}[^\s,.;!?]+),?\s+(?:and )?not\s+((?:[^\s,.;!?]+\s+){0,4}[^\s,.;!?]+)/i;
const NOT_WRONG_RIGHT =
  /\bnot\s+((?:[^\s,.;!?]+\s+){0,4}?[^\s,.;!?]+),?\s+(?:but|it'?s|it is|that'?s|i said|i meant)\s+((?:[^\s,.;!?]+\s+){0,5}[^\s,.;!?]+)/i;
const NO_ITS =
  /^(?:no+|sorry|wait|actually|nope|not quite)\b[\s,.]*(?:no+\b[\s,.]*|sorry\b[\s,.]*|actually\b[\s,.]*)*(?:it'?s|it is|that'?s|that is|i said|i meant|it should be|make (?:it|that))\s+(?:actually\s+)?([^.;!?]+)/i;

/** What a sentence corrects: "it's nine, not five", "not five, it's nine", "no, it's nine". Curly apostrophes count as straight ones. */
export function correctionIn(sentence: string): Correction | undefined {
  const plain = sentence.replaceAll('’', "'");
  const turned = NOT_WRONG_RIGHT.exec(plain);
  if (turned?.[1] && turned[2]) return { right: turned[2].trim(), wrong: turned[1].trim() };
  const both = RIGHT_NOT_WRONG.exec(plain);
  if (both?.[1] && both[2]) return { right: withoutLead(both[1]), wrong: both[2].trim() };
  const right = NO_ITS.exec(plain)?.[1];
  return right === undefined ? undefined : { right: right.trim().replace(/,$/, '') };
}

/** The correcting phrase without the words that lead to it: "no it's nine" is `nine`. */
function withoutLead(phrase: string): string {
  return phrase
    .replace(/^(?:(?:no+|sorry|actually|yes|yeah|but|it'?s|it is|that'?s|that is|i said|i meant)[\s,]+)+/i, '')
    .trim();
}
