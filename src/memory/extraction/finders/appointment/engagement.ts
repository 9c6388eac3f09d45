import type { CivilDay } from '../../language/civil-day.js';
import type { ReadTurn } from '../../read-call.js';
import type { Held } from './diary.js';
import type { Mention } from './stance/stance.js';

/** Whom one goes to by appointment, and what one goes for. */
const SERVICE =
  "eye (?:doctor|hospital|clinic)|funeral|meeting|under the knife|dentist|doctor'?s?|gp|chiropodist|podiatrist|hairdresser'?s?|barber|physio(?:therapist)?|optician'?s?|orthodontist|hygienist|vet'?s?|hospital|clinic|scan|x-?ray|mri|ultrasound|blood test|check-?up|operation|surgery|dialysis|chemo|therap(?:y|ist)|counsell(?:ing|or)|mot|interview|eye test|consultant|specialist|conference|solicitor|lawyer|accountant|chiropractor|osteopath|acupuncture|massage|facial|jabs?|vaccinations?|midwife|cataracts?|appointment";
/** "I've the hairdresser at ten", "the clinic's at ten", "last one's at the vet": the caller has been given an appointment elsewhere. */
const HAS = new RegExp(
  `\\b(?:(?:i|we)(?:'ve| have|'s| has|'d| had)?(?: also| already)?(?: got| had)? (?:(?:an?|the|my|our|his|her|their) )?|(?:i|we)(?:'m| am|'re| are)(?: seeing| at| up at| going to| due at| speaking at| in at)? (?:an?|the|my) |speak at an? |(?:the|my|at the|his|her) )(?:[\\w-]+ ){0,2}?(?<what>${SERVICE})\\b`,
  'i',
);
/** What is asked for in this very call. */
const ASKED =
  /\b(?:like|want|need|book|looking|hoping|wondering|could|can|is it|do you|have you|change|move|cancel|resched\w*|confirm|about|works?|working|nurse)\b/i;
/** What was, and what is said about it. */
const OVER =
  /\b(?:gave|was|were|had|did|said|saw|told|since|went|yesterday|last (?:week|month|\w+day)|ago|been|by (?:the )?\w+day)\b/i;
/** What takes up a day. */
const LONG = /knife|eye hospital|dialysis|chemo|chiropodist|podiatrist|cataract|operation/;
const SHORT_FORM = /\b(?:check-?up|appointment|facial|massage)$/i;

/** An appointment of the caller's elsewhere: nothing that this call is about. */
export interface Engagement extends Held {
  readonly purpose: string;
}

/**
 * What a turn of the caller's says of appointments elsewhere: a day with a time, or a day that is taken up by one.
 *
 * @param dayBefore that is being spoken of
 */
export function engagementsIn(
  turn: ReadTurn,
  mentions: readonly Mention[],
  dayBefore: CivilDay | undefined,
): readonly { readonly mention: Mention; readonly engagement: Engagement }[] {
  let day: CivilDay | undefined = dayBefore;
  return mentions.flatMap((mention) => {
    const { spoken } = mention;
    if (
      spoken.vague ||
      (spoken.day === undefined &&
        /\b(?:after|before|till|until|by)\b/i.test(
          `${turn.text.slice(Math.max(0, spoken.start - 8), spoken.start)}${spoken.text}`,
        ))
    )
      return [];
    day = spoken.day ?? day;
    const sentence = turn.sentences.findLast(({ start }) => start <= spoken.start);
    const lead = turn.text
      .slice(Math.max(sentence?.start ?? 0, spoken.start - 70), spoken.start)
      .replace(/^.*, (?:and|but|so) /, '');
    const clause =
      `${lead}${turn.text.slice(spoken.start, Math.min(spoken.end + 60, sentence === undefined ? Infinity : sentence.start + sentence.text.length))}`
        .replaceAll('’', "'")
        .replace(/(?<=^.{20,})\b(?:but|so|because)\b.*$/i, '');
    const what = HAS.exec(clause)?.groups?.what?.toLowerCase();
    if (what === undefined || day === undefined || ASKED.test(clause) || OVER.test(clause) || SHORT_FORM.test(what))
      return [];
    if (
      spoken.time === undefined &&
      mentions.some(({ spoken: other }) => other !== spoken && other.time !== undefined && other.part === undefined)
    )
      return [];
    if (spoken.time === undefined && !LONG.test(what)) return [];
    const engagement = { day, time: spoken.time, turn: turn.index, quote: spoken.text, wasBooked: true, purpose: what };
    return [{ mention, engagement }];
  });
}
