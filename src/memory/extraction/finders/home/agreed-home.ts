import { answeringTurn } from '../../language/assent.js';
import { isConfirmed } from '../../language/is-confirmed.js';
import { withDigits } from '../../language/number-words.js';
import { usesCapitals } from '../../names/uses-capitals.js';
import type { ReadCall, ReadTurn } from '../../read-call.js';
import { loneTown } from './answered-cities.js';
import { type Place, RELATIVE } from './place.js';
import { readAddresses } from './read-addresses.js';
import { readTownAt } from './read-towns.js';

const NOT_THEIRS =
  /\b(?:our|we're at|we are at|his|her|their|old (?:address|place|house|flat|one)|viewing|viewings|showing|show you|tour|available|to let|rent(?:ing|ed)? out|let(?:ting)? out|tenants|landlord|were you|used to|before|for rent|for sale|rental|listing|branch|office|store|venue|clinic|surgery|restaurant|hotel|practice|deliver to|dropping|drop off|pick up from|mum's|mom's|mother's|daughter's|son's|work)\b/;
/** "Is your mum still at 12 The Avenue?" */
const OF_RELATIVE = new RegExp(`\\byour (?:\\w+ )?${RELATIVE}(?: (?:\\w+ ){0,2}(?:at|in|on) |\\W*$)`);
/** "Aye, that's my mother's." */
const ANOTHERS = new RegExp(
  `^[^.!?]{0,20}?\\b(?:that'?s|it'?s|that is|that was|it is) (?:my|me|our|his|her|the) (?:${RELATIVE}|old (?:one|place|address|house|flat)|ex)\\b|^[^.!?]{0,12}\\b(?:${RELATIVE}) in\\b`,
);
const ASKED =
  /\b(?:your|you|still|is (?:it|that)|and that's|that's|it's|correct|right|have|got|yeah|yes|address|for)\b|\?|^(?:and |so |okay |ok |right )*(?:the |at )?(?:\d|house|flat|unit|apartment|condo|place|home)/;
const STILL =
  /\bstill (?:over |up |down |out |based |living |live )*in\b|\b(?:do you|you) live (?:here |over |out |up |down |still )*in\b|\byou(?:'re| are) (?:based |living |over |out |up |down )*in\b|\b(?:that's|is that|is it|it's|and that's|is this|this is)(?: still| all)? in\b|^(?:and )?(?:still )?in\b/;

/** What an agent reads out or guesses and the caller says yes to: "Do you still live at 3 Alma Terrace?" – "it is, yes". */
export function agreedHome(
  call: ReadCall,
  turn: ReadTurn,
  held: Place | undefined,
): { readonly addresses: readonly Place[]; readonly cities: readonly Place[] } {
  const addresses: Place[] = [];
  const cities: Place[] = [];
  const answer = answeringTurn(call, turn.index);
  if (answer?.speaker !== 'caller' || ANOTHERS.test(answer.plain)) return { addresses, cities };
  const kind = agreement(turn, answer);
  // "Unit 5C, correct?" – "5G.": the caller puts right what is read out; the rest of it holds.
  const isPutRight =
    kind !== 'yes' && /^\W*(?:no\W+)?(?:apartment |flat |unit )?(?:\d+ ?[a-z]|[a-z] ?\d+)\b[^\d]*$/i.test(answer.text);
  if (kind !== 'yes' && !isPutRight) return { addresses, cities };
  for (const sentence of turn.sentences.slice(-2)) {
    const { plain } = sentence;
    if (!ASKED.test(plain) || NOT_THEIRS.test(plain) || OF_RELATIVE.test(plain)) continue;
    const spoken = readAddresses(sentence.text, true, usesCapitals(turn.text)).find(
      ({ isSure }) =>
        isSure ||
        /\b(?:address|live|living|home|still|(?:have|got) you (?:down )?(?:at|on)|you'?re (?:still )?at)\b/.test(plain),
    );
    if (spoken && !(held && hasWordsOf(held.value, spoken.address))) {
      addresses.push({
        value: spoken.address,
        turn: turn.index,
        start: sentence.start + spoken.start,
        end: sentence.start + spoken.end,
        weight: held && held.weight > 2 && !hasWordsOf(spoken.address, held.value) ? 1 : 2,
      });
    }
    if (kind !== 'yes') continue;
    if (spoken?.city) {
      cities.push({
        value: spoken.city,
        turn: turn.index,
        start: sentence.start,
        end: sentence.start + sentence.text.length,
        weight: 2,
      });
      continue;
    }
    const lone = sentence === turn.sentences.at(-1) ? loneTown(turn.text, call.country) : undefined;
    if (lone && (held || cityTalk(call, turn))) {
      cities.push({ value: lone.city, turn: turn.index, start: lone.start, end: lone.end, weight: 2 });
      continue;
    }
    const still = STILL.exec(plain);
    const city = still && readTownAt(sentence.text, still.index + still[0].length, call.country);
    if (
      !city ||
      !(city.isCapital || city.isKnown) ||
      !/^\s*(?:[,?.]|$)|^\s*(?:city|town|right|correct|is that|yeah|yes|are|aren't|now)/.test(plain.slice(city.end))
    )
      continue;
    if (!/\byou|still|live\b/.test(plain) && !held) continue;
    cities.push({
      value: city.city,
      turn: turn.index,
      start: sentence.start + city.start,
      end: sentence.start + city.end,
      weight: 2,
    });
  }
  return { addresses, cities };
}

/** The address that an agent reads out to be agreed with, for who only puts its unit right: "apartment sixty, is that correct" – "no, sixteen". */
export function readInQuestion(turn: ReadTurn): Place | undefined {
  const { plain } = turn;
  const spoken = readAddresses(turn.text, true).find(({ isSure }) => isSure);
  if (!spoken || !ASKED.test(plain) || NOT_THEIRS.test(plain) || OF_RELATIVE.test(plain)) return undefined;
  return { value: spoken.address, turn: turn.index, start: spoken.start, end: spoken.end, weight: 2 };
}

/** "Forty, yes, top flat" to a number forty, "Second floor, right" to what has a second floor: what was read, said again. */
function agreement(turn: ReadTurn, answer: ReadTurn): 'yes' | 'other' {
  if (isConfirmed(answer.text)) return 'yes';
  const [read, said] = [turn, answer].map(({ text }) => withDigits(text).text);
  const again =
    /^\W*([^.!?]{1,40}?)(?<![\s,.])[\s,.]+(?:yes|yeah|yep|right|correct|that'?s (?:it|right|me|us))\b/i.exec(
      said ?? '',
    )?.[1];
  const words = wordsIn(again ?? '').filter((word) => !/^(?:it|its|s|the|at|number|still)$/.test(word));
  return words.length > 0 && words.every((word) => wordsIn(read ?? '').includes(word)) ? 'yes' : 'other';
}

/** Whether the turns before are about where the caller lives. */
function cityTalk(call: ReadCall, turn: ReadTurn): boolean {
  return call.turns
    .slice(Math.max(0, turn.index - 4), turn.index)
    .some(({ text }) =>
      /\b(?:address|street|live|living|moved|moving|postcode|zip|house|flat|apartment|town|city)\b/i.test(text),
    );
}

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/\w+/g) ?? [];

/** "15 June Street, 2nd Floor" has the words of "15 June Street", "1402 Fulton Street, Upper Unit" those of "1402 Fulton". */
function hasWordsOf(longer: string, shorter: string): boolean {
  const words = new Set(wordsIn(longer));
  return wordsIn(shorter).every((word) => words.has(word));
}
