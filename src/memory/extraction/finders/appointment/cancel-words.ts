import { withApostrophes } from '../../language/with-apostrophes.js';

// How people cancel: "cancel" says it alone, other words only of what is being spoken of.

const IT = '(?:it|that|this|them|those|the (?:[\\w-]+ ){0,2}?[\\w-]+|my [\\w-]+|our [\\w-]+)';
/** Not "her train was cancelled", "they cancelled on me". */
const CANCEL =
  /\bcancel(?:l?ing)?\b|\b(?:be|get|have|want|need|needs|like|him|her|it|that|them) cancel+ed\b|[\w-](?:day|ment|ing) cancel+ed\b|\bcancel+ed,? please\b|\bcancel+ation,? please\b/i;
/** What one cancels that is no appointment. */
const OF_ELSE =
  /\bcancel(?:l?ing)?\s+(?:(?:the|my|our|your|this|that|a|any|all)\s+)?(?:[\w-]+\s+){0,2}?(?:order|policy|cover|subscription|membership|card|contract|direct debit|debit|standing order|train|flight|insurance|account|plan|quote|payment|cheque|check|renewal|licen[cs]e|tenancy|lease)\b/i;
const OTHER_WORDS = new RegExp(
  [
    `\\bcall ${IT} off\\b|\\b(?:we|i)(?:'ve| have|'re|'m| are| am)? call(?:ed|ing) ${IT} off\\b`,
    '\\bcall off (?:the|my|our|his|her|\\w+day)',
    `\\b(?:scrap|bin|ditch|kill|lose|nix|scratch|axe|drop) (?:it|that|the (?:appointment|booking|viewing|visit|table|whole thing|slot|\\w+day))\\b(?! (?:in|off|round|over|by|to|at|on|down|back|into|up)\\b)`,
    `\\b(?:do away with|get rid of) ${IT}`,
    `\\bknock (?:${IT}|tonight|tomorrow|\\w+day) on the head\\b`,
    `\\b(?:have to|need to|got to|gotta|better|going to|gonna|just) (?:let (?:it|that|this|that one|the \\w+) go|leave (?:it|that|this one|that one) (?:altogether|completely|entirely))\\b`,
    '\\bpull out of (?:it|the)\\b',
    '\\bgive it a miss\\b',
    "\\bwon't be needing\\b",
    "\\b(?:won't be|not|aren't) coming (?:after all|at all|any ?more)\\b",
    "\\bdon't need (?:(?:you|him|her|them|it|the \\w+|that) any ?more|(?:the|my|that|our) (?:appointment|booking|visit|slot|table|room))\\b",
    '\\bno point\\b',
    '\\bfallen through\\b',
    "\\b(?:can't|cannot|won't|isn't going to|is not going to) (?:be )?(?:go(?:ing)? ahead|happen(?:ing)?)\\b",
    '\\b(?:need|want) it gone\\b',
    `\\btake (?:it|that|me|us) (?:off|out)\\b`,
  ].join('|'),
  'i',
);
/** A wish that is taken back at once. */
const TAKEN_BACK =
  /\bcancel\b[^.!?]*[.!?,…–-]+\s*(?:(?:well|oh|no|or|actually|um|hm+|now|but)\b[\s.,!?…–-]*)*(?:(?:wait|hang on|hold on)(?: (?:a|one) (?:minute|second|sec|moment|tick))?\b|on second thoughts?)/i;
/** What somebody may do later, or does not do. */
const KEEPS =
  /\b(?:(?:hers|his|theirs) (?:to )?cancel|cancel(?:led)? (?:hers|his|theirs)|had to cancel|cancel+ed (?:on me|last|the last)|if\b[^.!?]{0,60}\b(?:i'm|i'll|we'll|we're) cancel+ing|don't (?:want to )?cancel|not (?:to )?cancel|keep (?:it|that|the|my)|leave it as|rather not cancel|without cancel|if (?:i|we|you|he|she)(?:'d| did| do| have| need| had| want)?(?: to)? cancel|if i (?:have|need|had|want) to|cancellation (?:fee|policy|charge|period)|how (?:do|would|can) i cancel|can i cancel (?:it )?(?:later|if)|24 hours|twenty four hours|free to cancel)\b/i;

/**
 * Whether the caller cancels an appointment.
 *
 * @param isSpokenOf one has just been spoken of
 */
export function cancelsIn(text: string, isSpokenOf: boolean): boolean {
  // "Let's just cancel it. Well. Now wait a minute."
  const plain = withApostrophes(text).replace(TAKEN_BACK, '');
  if (KEEPS.test(plain)) return false;
  return (CANCEL.test(plain) && !OF_ELSE.test(plain)) || (isSpokenOf && OTHER_WORDS.test(plain));
}

/** Whether the business asks for leave to cancel: "shall I cancel it", "do you want me to take off the dinner". */
export function isCancelOffered(text: string): boolean {
  return /\b(?:shall|should|want|would you like|do you|just to|you'd like|you want)\b[^.?!]*\b(?:cancel(?:led)?|take (?:off|out)|take (?:it|that|the [\w-]+) (?:off|out))\b/i.test(
    text,
  );
}

/** Whether the business, which was not asked to, cancels what cannot be kept: "so cancel the twelfth". */
export function isCancelledBy(text: string, isSpokenOf: boolean): boolean {
  return (
    isSpokenOf &&
    (/\b(?:stand \w+ down|take[n]? (?:it|that) off|off the (?:book|books|diary))\b/i.test(text) ||
      /(?:^|[.!?] )(?:so |then |okay |right |well |alright |,)*(?:(?:i'll|i will|we'll|i've|let me) )?(?:(?:i'm|i am|we're) )?(?:just |go ahead and )?cancel(?:led|ed|l?ing)? (?:the|that|it|your|\w+day)\b(?![^.!]*\?)/i.test(
        text,
      ))
  );
}
