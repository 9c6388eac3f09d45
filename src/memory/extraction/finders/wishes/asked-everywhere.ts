import type { ReadTurn } from '../../read-call.js';
import { isLasting } from './lasting.js';
import type { Liked } from './lasting-wishes.js';

/** What says that a request is made wherever one comes, every time: "every hotel I ask for this", "any time we come". */
const EVERYWHERE = new RegExp(
  [
    String.raw`\b(?:i|we) (?:always )?ask (?:every(?:one|body|where)?|anyone|all of (?:them|you))\b`,
    String.raw`\b(?:every|any) (?!time\b)[a-z]+,? (?:i|we) (?:ask|want|go|stay|tell)\b`,
    String.raw`\b(?:always|everywhere) (?:i|we) (?:ask|want|say|need|tell)\b`,
    String.raw`\b(?:i|we) always (?:ask|say|insist|need it|want it|have it|want that|ask that)(?: (?:for|on) (?:this|that|it))?(?=$|[,.!])`,
    String.raw`\b(?:any ?time|every time|each time|whenever|wherever|anywhere|everywhere) (?:i|we) (?:do )?(?:come|stay|visit|book|go|travel|am|are|eat|sit)\b`,
    String.raw`\bthat's how (?:i|we) (?:like|prefer|want|do)\b`,
    String.raw`\b(?:always|never) (?:have|has|had)(?: been| done)?(?=$|[,.!])|\balways have been\b`,
    String.raw`\bthat has been so since\b|\bmy (?:only|one) rule\b`,
  ].join('|'),
);

/** What is asked for follows. */
const ASKED =
  /(?:^|[,.;] ?|\b(?:and|but|so) )(?:(?:please|and|but|so|oh|do|always|then|also),? )*(?:(?:can|could|would|will) (?:you|i|we|yous)(?: please)?(?: (?:always|just|maybe))? (?:keep|put|seat|sit|send|give|have|get|book|leave|make)(?: (?:me|us|it))? |i(?:'d| would)? (?:want|need|like)(?: you)?(?: to (?:have|be))? (?!to (?:know|book|ask|make)\b)|(?:i )?take |(?<=please,? )(?=an? |the |no ))(?:out |to )?(?:an? |the |some )?([^.,;!?]{4,70})/;

/** The request of a turn that is made everywhere: in the same sentence, or in the one before. */
export function askedEverywhereIn(turn: ReadTurn): readonly (Liked & { readonly sentence: number })[] {
  return turn.sentences.flatMap(({ plain }, index) => {
    const mark = EVERYWHERE.exec(plain);
    if (!mark) return [];
    for (const at of [index, index - 1]) {
      const sentence = turn.sentences[at];
      const asked = sentence ? ASKED.exec(sentence.plain) : null;
      const value = (asked?.[1] ?? '')
        .replace(
          / (?:please|if (?:you can|possible)|though|because|cos|so|and|then|when|i (?:just )?like|anywhere i|any ?time we).*$/,
          '',
        )
        .trim();
      if (!asked || value.split(' ').length > 9 || !isLasting(value) || NO_REQUEST.test(value)) continue;
      if (at === index && asked.index > mark.index && !/\brule\b/.test(mark[0])) continue;
      const start = asked.index + asked[0].indexOf(asked[1] ?? '');
      return [{ value, start, end: start + value.length, sentence: at }];
    }
    return [];
  });
}

/** What is asked for in this call only. */
const NO_REQUEST =
  /\b(?:appointment|booking|quote|price|refund|copy|number|call back|help|details|information|check|time|date|o'clock|cancel|change|move|sorry|question|bill|it)\b/;
