import { looksOrdinary } from '../../names/common-words.js';
import { SUFFIX } from './street-words.js';

/** "Fifteen, one five" is said twice. */
function saidOnce(number: string): string {
  const parts = number.split(/\s+/);
  const [first = ''] = parts;
  const isAgain = first.length > 1 && parts.length > 2 && parts.slice(1).every((part) => /^\d$/.test(part));
  return isAgain && parts.slice(1).join('') === first ? first : number;
}

/** "16 40" is 1640, "1 31" 131, "9 02" 902, "147 dash 12" 147-12, "2 stroke 1" 2/1, "28 a" 28A. */
export function joined(said: string): string {
  const number = saidOnce(said);
  return number
    .replace(/\s*\bdash\b\s*/gi, '-')
    .replace(/\s*\b(?:stroke|slash)\b\s*|\s*\/\s*/gi, '/')
    .replace(/(\d)[\s]+(?=\d)/g, '$1')
    .replace(/(\d)\s?([a-h])$/i, (_, digit: string, letter: string) => digit + letter.toUpperCase());
}

/** A unit as it is written: "flat b" is Flat B, "second floor" 2nd Floor. */
export function unitOf(unit: string): string {
  const plain = unit
    .trim()
    .replace(/^the /i, '')
    .replace(/(?<=\w )(?:number|no\.?) (?=\S)/i, '')
    .replace(/\s+/g, ' ');
  const floor = /^(\S+) floor(.*)$/i.exec(plain);
  if (floor) return titled(`${floor[1]} floor ${floor[2]}`, false);
  if (/^(?:upper|lower|upstairs|downstairs|basement|rear|garden|front|back|top)\s/i.test(plain))
    return titled(plain, false);
  const named = /^(#|\p{L}+)\.?\s*#?(.*)$/u.exec(plain);
  if (named?.[1] && named[2] && /\p{L}{2}|#/u.test(named[1])) {
    const kind = named[1] === '#' ? '#' : `${titled(named[1], false)} `;
    return (
      kind +
      joined(named[2]).replace(/^([a-h])\s?(\d*)$/i, (_, letter: string, more: string) => letter.toUpperCase() + more)
    );
  }
  return joined(plain);
}

/** "larch street" is Larch Street; what has capitals stays. */
export function titled(words: string, capitals: boolean): string {
  const plain = words.trim().replace(/\s+/g, ' ');
  if (capitals && /\p{Lu}/u.test(plain))
    return plain.replace(
      /\b(street|road|avenue|lane|drive|court|place|cross|apartment|floor)\b/g,
      (word) => word[0]?.toUpperCase() + word.slice(1),
    );
  return plain.replace(/(^|[\s-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

const NO_CITY =
  /^(?:and|it's|its|it|but|so|the|that|that's|we|i|i'm|my|please|thanks|thank|yes|yeah|no|on|at|off|near|just|if|in case|till|until|same|not|right|is|around|by|between|behind|next|opposite|apartment|flat|unit|suite|floor|room|number|post ?code|zip|ok|okay|you|there|buzzer|ring|use|left|upstairs|downstairs|since|now|where|which|he|she|they|with|for|from|to|as)\b/i;

/** ", Brookline", ", apartment 3, Leeds", " in Oakland". */
export function cityAfter(rest: string, capitals: boolean): string | undefined {
  const match =
    /^(?:,?\s+(?:over |out |up |down |here )?in\s+|[.,]\s*(?:in\s+)?)(\p{L}[\p{L}'’.-]*(?:\s+\p{L}[\p{L}'’-]*){0,2}?)(?=\s*(?:[.,;!?]|$)|\s+(?:and|but|it's|till|until|now|since|only|in|\d|\p{Lu}{2}\b|with|if|please|postcode|zip|so|for|that's|my|is that|right|correct))/u.exec(
      rest,
    );
  const city = match?.[1]?.replace(/\.$/, '');
  if (!city || NO_CITY.test(city) || new RegExp(`\\b(?:${SUFFIX})$`, 'i').test(city)) return undefined;
  if (capitals)
    return /^\p{Lu}/u.test(city) &&
      city.split(/\s+/).every((word) => /^\p{Lu}/u.test(word) || /^(?:on|upon|le|of|by|in)$/.test(word))
      ? city
      : undefined;
  return city.split(/\s+/).some((word) => looksOrdinary(word.toLowerCase())) ? undefined : titled(city, false);
}
