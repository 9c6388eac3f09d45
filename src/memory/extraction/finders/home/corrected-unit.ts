import { withDigits } from '../../language/number-words.js';
import type { ReadTurn } from '../../read-call.js';
import type { Place } from './place.js';
import { readAddresses } from './read-addresses.js';

const LEAD =
  /^(?:[\s,.]|\b(?:no|nope|nah|sorry|actually|wait|it's|its|it is|that's|um|uh|well|close|almost|not quite|yeah|yes|but|apartment|apt|flat|unit|suite|ste|room|number|make that|should be|it should be)\b)*/;

/**
 * The address with its unit put right: "No, unit five.", "5G. G as in golf." to an apartment 5C that was read out, "there's no unit any
 * more". Nothing where the turn does not speak of it.
 */
export function correctedUnit(turn: ReadTurn, held: Place | undefined): Place | undefined {
  if (!held || held.turn === turn.index) return undefined;
  // Of another length than the turn: quotes take the whole of it.
  const plain = withDigits(turn.text).text.toLowerCase().replaceAll('’', "'");
  const all = { turn: turn.index, start: 0, end: turn.text.length };
  const unit = /^(.*), ((?:Apartment|Apt|Flat|Unit|Suite|Ste|Room|#) ?)(\w+)$/i.exec(held.value);
  const without =
    /\b(?:there's |there is |it's |has |got )?(?:no|not an?|isn't an?) (?:unit|apartment|apt|flat|suite)(?: number)?(?: (?:any ?more|no more|now))?\b(?! \d)/.exec(
      plain,
    );
  if (unit?.[1] && without) return { ...held, ...all, value: unit[1] };
  const lead = LEAD.exec(plain)?.[0].length ?? 0;
  const said = /^(?:(\d+)[\s-]?([a-z])|([a-z])[\s-]?(\d+)|(\d+)|([a-z]))(?=$|[\s.,!?])/.exec(plain.slice(lead));
  const isSpelled = said && /^[\s.,]*(?:[a-z] (?:as in|for|like)\b|not\b|$)/.test(plain.slice(lead + said[0].length));
  if (
    unit?.[1] &&
    unit[2] &&
    unit[3] &&
    said &&
    (isSpelled || /\b(?:apartment|apt|flat|unit|suite|room)\b/.test(plain.slice(0, lead)))
  ) {
    const right = said[0].replace(/[\s-]/g, '').toUpperCase();
    const isLike = /\d/.test(right) === /\d/.test(unit[3]);
    if (!isLike || right === unit[3].toUpperCase()) return undefined;
    return { ...held, ...all, value: `${unit[1]}, ${unit[2]}${right}` };
  }
  // "Forty, yes, top flat.": what the address that was read out lacks.
  const more =
    /^[^.!?]{0,20}\b(?:yes|yeah|yep|right),? (?:it's |but |the )*((?:top|ground|\d(?:st|nd|rd|th)|first|second|upper|lower|basement|rear|garden|front|back)(?: floor)? ?(?:flat|unit|apartment|floor)|(?:apartment|apt|flat|unit) \w+)(?=[.,]|$)/.exec(
      plain,
    );
  // "Is that a house or a flat?" – "flat two".
  const added =
    /^\W*(?:(?:it'?s|its|no|yes|yeah|a|an|um|uh|we'?re|i'?m|in|the)[\s,]+)*((?:apartment|apt|flat|unit|suite) (?:number )?(?:\w+|\w+ [a-h]))(?=[.,!?]|$)/.exec(
      plain,
    )?.[1];
  if (!unit && added && !/\b(?:floor|flat|unit|apartment|suite)\b|#/i.test(held.value)) {
    const part = readAddresses(`${added}, 1 X Street`, true)[0]?.address.split(', ')[0];
    // "8 Foundry Court" – "flat 8, there are no numbers".
    const isNumber = held.value.split(' ')[0] === part?.split(' ')[1];
    const value = isNumber ? `${part}, ${held.value.replace(/^\S+ /, '')}` : `${held.value}, ${part}`;
    if (part && /\d|\b[A-H]$/.test(part)) return { ...held, value, ...all };
  }
  if (!unit && more?.[1] && !/\b(?:floor|flat|unit|apartment)\b/i.test(held.value)) {
    const added = readAddresses(`${more[1]}, 1 X Street`, true)[0]?.address.split(', ')[0];
    if (added) return { ...held, value: `${held.value}, ${added}`, ...all };
  }
  if (!/^\s*(?:no|sorry|actually)\b/.test(plain)) return undefined;
  const named = /\b(apartment|flat|unit|suite|number)\s+(\w+)/i.exec(turn.text);
  if (!named) return undefined;
  const spoken = readAddresses(`${named[0]}, 1 X Street`, true)[0]?.address.split(',')[0];
  const other = new RegExp(`\\b${named[1]} [\\w/-]+`, 'i');
  if (!spoken || !other.test(held.value) || held.value.toLowerCase().includes(spoken.toLowerCase())) return undefined;
  return {
    ...held,
    value: held.value.replace(other, spoken),
    turn: turn.index,
    start: named.index,
    end: named.index + named[0].length,
  };
}
