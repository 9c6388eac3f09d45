import { type Slot, stampOf } from './slot.js';
import { EITHER, FIRST, LAST, takes } from './talk-words.js';

/** The parts of a day, by which one of several times is chosen: "the evening". */
const PARTS: readonly (readonly [RegExp, string, string])[] = [
  [/\b(?:the|in the) morning\b|^\W*mornings?\b/i, '00:00', '12:00'],
  [/\b(?:the|in the) (?:afternoon|arvo)\b|^\W*afternoons?\b/i, '12:00', '17:00'],
  [/\b(?:the|in the) evening\b|^\W*evenings?\b/i, '17:00', '24:00'],
];

/** Which of the proposed slots is taken by words that name no time: "yes", "the later one", "either", "in the evening". */
export function chosenOf(slots: readonly Slot[], text: string, answer: string): Slot | undefined {
  if (slots.length === 1) return answer === 'yes' || answer === 'partly' || takes(text) ? slots[0] : undefined;
  if (/\bthe (?:early|earlier|earliest)\b|\bearlier the better\b|\bsoonest\b/i.test(text)) return inOrder(slots).at(0);
  if (/\bthe (?:late|later|latest)\b/i.test(text)) return inOrder(slots).at(-1);
  const inPart = slots.filter(
    ({ time }) => time !== undefined && PARTS.some(([word, from, to]) => word.test(text) && time >= from && time < to),
  );
  if (inPart.length === 1) return inPart[0];
  if (/\?/.test(text) && !EITHER.test(text)) return undefined;
  if (FIRST.test(text) || EITHER.test(text)) return slots[0];
  return LAST.test(text) ? slots.at(-1) : undefined;
}

const inOrder = (slots: readonly Slot[]): readonly Slot[] =>
  [...slots].sort((left, right) => (stampOf(left) < stampOf(right) ? -1 : 1));
