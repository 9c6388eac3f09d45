import { withDigits } from '../../language/number-words.js';
import type { ReadCall, ReadTurn } from '../../read-call.js';
import { isMeant } from './meant-purpose.js';

/** What people come for, or what comes to them. The first one that is said in a call is the purpose, specific ones first. */
const SPECIFIC =
  /\b(?:wake[- ]?up call|airport cab|cab|silk press|wash and set|deep clean(?:ing)?|teeth cleaning|dental cleaning|carpet clean(?:ing)?|cleaning|scale and polish|hygienist|check[- ]?up|root canal|crown fitting|crown|filling|wisdom tooth|extraction|braces|retainer|whitening|implant|denture|veneers?|toothache|chipped tooth|broken tooth|cut and colou?r|cut and blow ?dry|dry cut|hair ?cut|(?<=\ba )cut|trim|fringe|highlights|balayage|blow[- ]?dry|colou?r|root touch-?up|perm|updo|bridal (?:trial|hair|make-?up)|manicure|pedicure|gel nails|acrylics|nails|massage|facial|eyebrow threading|brows?|lashes|lash lift|waxing|wax|shave|beard trim|patch test|spray tan|vaccinations?|boosters?|jabs?|shots?|rabies|nail trim|nail clipping|grooming|groom|neuter(?:ing)?|spay(?:ing)?|castration|microchip(?:ping)?|dental|x-?ray|blood test|ultrasound|stitches|post-op|worming|boiler service|boiler repair|boiler|gas safety check|leak|drain|blocked \w+|dishwasher|washing machine|washer|dryer|fridge|refrigerator|oven|furnace|air con(?:ditioning)?|ac|heat pump|radiators?|water heater|immersion|thermostat|toilet|sink|shower|tap|faucet|roof|gutters?|windows?|door|lock|alarm|broadband|router|meter reading|smart meter|mot|oil change|tyres?|tires?|brakes?|windscreen|windshield|test drive|demo(?:nstration)?|site survey|survey(?:or)?|home visit|measur(?:e|ing)(?: up)?|fitting|installation|second viewing|viewing|inspection|valuation|appraisal|key collection|key handover|move-in|check[- ]in|walk-?through|assessment|assessor|adjuster|estimate|quote|delivery|collection|pick-?up|tasting|lunch|brunch|dinner|supper|afternoon tea|consultation|follow-?up|interview|fitting|spa treatment|spa|airport (?:transfer|pick-?up|shuttle)|shuttle|taxi)s?\b/gi;
const GENERAL =
  /\b(?:service|repair|engineer|plumber|electrician|technician|visit|meeting|call|room|suite|stay|table|reservation|appointment)\b/gi;
const TABLE =
  /\banything for (\d{1,2})\b|\bbook(?:ed|ing)? for (\d{1,2})\b|\b(?:table|booth|booking|reservation|party|dinner|lunch|brunch)\s+(?:for|of)\s+(\d{1,2})\b|\bfor (\d{1,2}) (?:people|of us|guests|persons|adults)\b|\b(\d{1,2}) (?:people|of us|guests)\b/i;
const RESTAURANT =
  /\b(?:book(?:ing)? for (?:two|three|four|five|six|seven|eight|ten|twelve|\d+)|table|restaurant|(?:dinner|supper) (?:for|reservation|booking)|booth|dine|dining|menu)\b/i;
/** Nights are slept, not repaired. */
const HOTEL =
  /\b(?:(?:one|two|three|four|five|six|seven|\d+) nights?|double room|single room|twin room|sea view|king bed)\b/i;
const COUNTS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );

/**
 * What an appointment is for, as a short noun phrase; empty when nobody says. It is named before the time is settled, or just after.
 *
 * @param turn in which the time is said
 */
export function purposeOf(whole: ReadCall, turn: number): string {
  const call = { ...whole, turns: whole.turns.slice(0, turn + 3) };
  const own = textOf(call, 'caller');
  const all = textOf(call, 'agent');
  const table = RESTAURANT.test(own + all) ? tableOf(call, own, all) : undefined;
  if (table !== undefined) return table;
  if (table === undefined && HOTEL.test(own + all) && !/\bcheck(?:ing)?[- ]in\b/i.test(own + all)) return 'hotel stay';
  const isViewing =
    /\b(?:see|look at|look round|view) (?:the|your|a|that) (?:[\w-]+ ){0,2}(?:house|flat|apartment|place|property|bungalow|condo|unit)\b/i;
  const word =
    firstOf(SPECIFIC, call, 'caller') ??
    (isViewing.test(own) ? 'viewing' : undefined) ??
    firstOf(SPECIFIC, call, 'agent') ??
    firstOf(GENERAL, call, 'caller') ??
    firstOf(GENERAL, call, 'agent');
  return word === undefined || word === 'appointment' || word === 'reservation'
    ? ''
    : word
        .replace(/^check in$/, 'check-in')
        .replace(/^check ?up$/, 'check-up')
        .replace(/^(viewing|vaccination|booster)s$/, '$1');
}

/**
 * What each of several appointments is for: what is named in the turn of its time, or in the one before. Those of which nobody says
 * it get what is left over.
 */
export function purposesOf(call: ReadCall, turns: readonly number[]): readonly string[] {
  const named = [...new Set(call.turns.flatMap((turn) => purposesIn(SPECIFIC, turn)))];
  const near = turns.map((turn) => {
    const text = (call.turns[turn]?.text ?? '').toLowerCase();
    return (
      named.find((purpose) => text.includes(purpose)) ??
      named.find((purpose) => purpose.split(/[ -]/).some((word) => word.length > 3 && text.includes(word)))
    );
  });
  const left = named.filter((purpose) => !near.includes(purpose));
  return near.map((purpose) => purpose ?? left.shift() ?? purposeOf(call, Math.max(...turns)));
}

/** What people come for, as a text names it. */
export const mattersIn = (text: string): readonly string[] => text.toLowerCase().match(SPECIFIC) ?? [];

function tableOf(call: ReadCall, own: string, all: string): string {
  const said = TABLE.exec(withDigits(own).text) ?? TABLE.exec(withDigits(all).text);
  const count = Number(said?.slice(1).find((count) => count !== undefined) ?? answeredCount(call));
  const meal = /\b(?:lunch|brunch|breakfast|dinner|supper)\b/i.exec(own)?.[0].toLowerCase();
  if (!Number.isFinite(count) || count < 1) return meal ?? 'table';
  return `table for ${COUNTS[count] ?? count}`;
}

/** "How many of you?" – "Six." */
function answeredCount({ turns }: ReadCall): number | undefined {
  const asked = turns.findIndex(({ speaker, text }) => speaker === 'agent' && /\bhow many\b/i.test(text));
  const answer = asked < 0 ? undefined : turns[asked + 1];
  const counts = answer?.speaker === 'caller' ? withDigits(answer.text).text.match(/\b\d{1,2}\b/g) : null;
  return counts === null || counts === undefined ? undefined : Number(counts.at(-1));
}

function textOf({ turns }: ReadCall, speaker: 'caller' | 'agent'): string {
  return turns
    .filter((turn) => turn.speaker === speaker)
    .map(({ text }) => text)
    .join('\n');
}

function firstOf(pattern: RegExp, { turns }: ReadCall, speaker: 'caller' | 'agent'): string | undefined {
  for (const turn of turns) {
    const [first] = turn.speaker === speaker ? purposesIn(pattern, turn) : [];
    if (first !== undefined) return first;
  }
  return undefined;
}

/** What a turn says that one comes for. A business that answers says what it is called: "Lakeside Nails and Spa". */
function purposesIn(pattern: RegExp, { index, speaker, sentences, text: said }: ReadTurn): readonly string[] {
  if (index === 0 && speaker === 'agent' && !/\byour\b/i.test(said)) return [];
  return sentences.flatMap(({ text }) =>
    [...text.matchAll(pattern)].map(([word]) => word.toLowerCase()).filter((word) => isMeant(word, text)),
  );
}
