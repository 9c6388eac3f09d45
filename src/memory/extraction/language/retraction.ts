import type { ReadCall, ReadTurn } from '../read-call.js';
import { readAnswer } from './assent.js';

const SMALL = new Set('the a an of for and or with to in on at my our your by rather than from as is not'.split(' '));

/** "As long as it's not latex" takes no latex back. */
const CONDITION_ON_IT = /\b(?:(?:as|so) long as|make sure|provided|if) (?:it's|its|it is|they're|there's) not /g;

/** The words of a value that say what it is. */
function mainWords(value: string): readonly string[] {
  return (value.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !SMALL.has(word));
}

/**
 * Whether something the caller said is taken back later: "not penicillin, amoxicillin", "forget what I said about mornings", or
 * a no to the agent's reading it back.
 *
 * @param turn index of the turn that said it
 * @param end of its words in that turn
 */
export function isTakenBack(
  call: ReadCall,
  { turn, end, value }: { turn: number; end: number; value: string },
): boolean {
  const words = mainWords(value);
  const first = words[0];
  if (first === undefined) return false;
  const stem = first.length > 4 ? first.replace(/(?:es|s|ic|tic)$/, '') : first;
  const named = escapeForRegExp(stem);
  const back = new RegExp(
    `\\b(?:not|no longer|isn't|wasn't|forget(?: what i said about)?|scratch|never mind(?: about)?|ignore(?: what i said about)?|take back|drop)(?: (?:to|with|about|on|by|the|a|an|my|in|actually|really|allergic))* ${named}|\\b${named}[a-z]*(?: [a-z]+)? (?:is|was) (?:wrong|a mistake)\\b|\\b(?:said|put|told you) (?:[a-z]+ )?${named}[^.]{0,20}\\b(?:but )?i meant\\b|\\bi (?:meant|mean) [^.]{1,30},? not (?:the |a )?${named}`,
  );
  return call.turns.slice(turn).some((later) => {
    if (later.speaker === 'other') return false;
    const plain = (later.index === turn ? later.plain.slice(end) : later.plain)
      .slice(0, 2_000)
      .replace(CONDITION_ON_IT, '');
    if (later.speaker === 'caller') return back.test(plain);
    const next = call.turns[later.index + 1];
    const asked = askedIn(later);
    return (
      words.every((word) => asked.includes(word.length > 4 ? word.replace(/s$/, '') : word)) &&
      next?.speaker === 'caller' &&
      readAnswer(next.text).kind === 'no' &&
      next.plain
        .slice(0, 80)
        .search(/\b(?:nothing|no (?:thanks|thank you|more|other)|that's (?:it|all|fine|everything)|anything)\b/) < 0 &&
      /\?|\bright\b|\bcorrect\b|\bstill\b|^so\b|\byou (?:prefer|like|have|are|said)\b|\byou're\b/.test(plain) &&
      !/\b(?:anything|any other|else|other)\b/.test(plain)
    );
  });
}

/** What a no says no to: the last sentence, with the one before it where the last only asks about that. */
function askedIn({ sentences }: ReadTurn): string {
  const last = sentences.at(-1)?.plain ?? '';
  const asksAboutIt = last.split(/\s+/).length <= 8 && /\b(?:that|it|those|this|right|correct|yes|still)\b/i.test(last);
  return asksAboutIt || !last.endsWith('?') ? sentences.map(({ plain }) => plain).join(' ') : last;
}

function escapeForRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
