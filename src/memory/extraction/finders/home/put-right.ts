import { withDigits } from '../../language/number-words.js';
import type { ReadTurn } from '../../read-call.js';
import type { Place } from './place.js';
import { readAddresses } from './read-addresses.js';

const NOT_THE_OTHER =
  /^\W*(?:(?:no|actually|sorry|it's|its|it is|yes|but|number)[\s,.]+)*(\d+ ?[a-h]?),? not (?:number )?(\d+)\b/i;
const KIND_OF_STREET =
  /^\W*(?:(?:it's|its|it is|the|an?|um|uh|er)\s+)*(road|street|avenue|lane|drive|court|close|place|way|crescent|terrace|grove)\b/i;

/** "It's Court, not Close". */
const KIND_NOT_KIND =
  /\b(road|street|avenue|lane|drive|court|close|place|way|crescent|terrace|grove),? not (?:the )?(road|street|avenue|lane|drive|court|close|place|way|crescent|terrace|grove)\b/;

/**
 * The address as the caller puts right what the agent read or asked: "at 17 St Barnabas Close" – "71, not 17", "Ridge Road or Ridge
 * Avenue?" – "Avenue".
 *
 * @param held the address that was said before
 */
export function putRight(turn: ReadTurn, question: ReadTurn, held: Place | undefined): Place | undefined {
  const numbers = NOT_THE_OTHER.exec(withDigits(turn.text).text);
  const place = { turn: turn.index, start: 0, end: turn.text.length, weight: 2 };
  if (numbers?.[1] && numbers[2]) {
    const wrong = numbers[2];
    const read = readAddresses(question.text, true).find(({ address }) => new RegExp(`\\b${wrong}\\b`).test(address));
    const value = (read?.address ?? held?.value)?.replace(
      new RegExp(`\\b${wrong}\\b`),
      numbers[1].replace(' ', '').toUpperCase(),
    );
    return value === undefined ? undefined : { ...place, value };
  }
  const other = KIND_NOT_KIND.exec(turn.plain);
  if (other?.[1] && other[2]) {
    const [right, wrong] = [other[1], new RegExp(`\\b${other[2]}\\b`, 'i')];
    const read = readAddresses(question.text, true).find(({ address }) => wrong.test(address))?.address ?? held?.value;
    if (read && wrong.test(read))
      return { ...place, value: read.replace(wrong, right.charAt(0).toUpperCase() + right.slice(1)) };
  }
  const kind = KIND_OF_STREET.exec(turn.text)?.[1]?.toLowerCase();
  const name = held && /\p{L}+$/u.exec(held.value)?.[0].toLowerCase();
  if (!kind || !name || !new RegExp(`\\b${name} ${kind}\\b`).test(question.plain) || !/\bor\b/.test(question.plain))
    return undefined;
  return { ...place, value: `${held.value} ${kind.charAt(0).toUpperCase()}${kind.slice(1)}`, weight: held.weight };
}
