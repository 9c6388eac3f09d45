import type { ExtractedFact } from '../../extraction.js';
import type { Finder } from '../../finder.js';
import { topicsAsked } from '../../language/asked-topics.js';
import { answeringTurn, questionBefore, readAnswer } from '../../language/assent.js';
import { plainText } from '../../language/plain-text.js';
import type { ReadCall, ReadTurn } from '../../read-call.js';
import { readAddresses, type SpokenAddress } from './read-addresses.js';
import { readCityAt } from './read-cities.js';

interface Place {
  readonly value: string;
  readonly turn: number;
  readonly start: number;
  readonly end: number;
  /** 3: said to be where the caller lives now; 2: the answer to a question for it; 1: said beside something else. */
  readonly weight: number;
}

const RELATIVE =
  "(?:mum|mom|mummy|mother|dad|father|parents?|sister|brother|son|daughter|friend|wife|husband|partner|gran|nan|grandmother|grandma|neighbou?r|boss|boyfriend|girlfriend|in-laws?|aunt|uncle|cousin|ex|landlord|mate|kids?)(?:'s|s'|s)?";

/** What is said of a place that is not the caller's home (any more, or yet). */
const NOT_HOME = new RegExp(
  [
    `\\b(?:my|his|her|the|our) (?:\\w+[- ])?${RELATIVE}\\b[^.!?]{0,30}$`,
    "\\b(?:he's|she's|they're|he is|she is|they are|his|hers?|their|he lives|she lives|they live)\\b[^.!?]{0,25}$",
    '\\b(?:moved (?:out )?(?:of|from)|moved out|used to (?:live|be)|previously|formerly|before that|lived (?:at|in|on)|was (?:at|in)|were (?:at|in)|from|not|no longer|left|old (?:address|place|one)|originally)\\b[^.!?,]{0,22}$',
    '\\b(?:office|work|works|shop|store|warehouse|business|company|clinic|hotel|airport|station|restaurant|building site|job|meeting|party|holiday|vacation|wedding|venue|deliver(?:ed)? to|send (?:it|them|that) to|rental|viewing|property)\\b[^.!?,]{0,20}$',
    "\\b(?:moving|we'll be|i'll be|going to be|gonna be|will be|going|flying|travel+ing|heading|driving|getting|pick(?:ing)? (?:me|us|it) up|meet|staying with|stay at|if)\\b[^.!?]{0,25}$",
  ].join('|'),
);
const NOW_HOME =
  /\b(?:my (?:new |home |current |own )?address(?:'s| is)?|mine(?:'s| is)|(?:i|we) (?:still |now |just |currently )?live|(?:i'm|we're|i am|we are|im) (?:still |now |currently )?(?:living|based)|(?:moved|shifted|relocated) (?:in)?to|moved from [^.!?]{3,40} to|new (?:place|address|house)(?: is|'s)?|right now (?:we're|i'm)|(?:our|my) (?:house|home|place|flat|apartment)(?: is|'s)?)\b[^.!?]{0,35}$/;
const AT_HOME =
  /\b(?:i'm|im|i am|we're|we are|it's|its|it is|this is|here|that's)(?: still| now| currently| over| out| up| down| just)? (?:at|in|on)?\s*(?:number )?$|\b(?:i'm|we're|i am|we are)\b[^.!?]{0,12}\bat\s*$/;
const NOT_HOME_AFTER = new RegExp(
  `^ (?:was|used to be)\\b|^[\\s,]*(?:(?:that's|which is|it's|that is) (?:my |the |his |her |their )?(?:\\w+ )?(?:${RELATIVE}|old|office|work|shop|business|hotel|previous)|for (?:the|my) (?:week|holiday|wedding|weekend))`,
);

/** Where the caller lives now: number and street, and the town. */
export const findHome: Finder = (call) => {
  const addresses: Place[] = [];
  const cities: Place[] = [];
  for (const turn of call.turns) {
    if (turn.speaker === 'agent') fromAgent(call, turn, addresses, cities);
    else if (turn.speaker === 'caller') fromCaller(call, turn, addresses, cities);
  }
  const facts: ExtractedFact[] = [];
  const add = (predicate: 'address' | 'city', place: Place | undefined, statement: string): void => {
    if (!place) return;
    const { value, turn, start, end } = place;
    facts.push({
      predicate,
      value,
      statement: `${statement} ${value}`,
      turn,
      quote: call.turns[turn]?.text.slice(start, end) ?? '',
      confidence: place.weight > 1 ? 0.9 : 0.7,
    });
  };
  add('address', best(addresses), 'lives at');
  add('city', best(cities), 'lives in');
  return facts;
};

/** The last of those that are said most plainly. */
function best(places: readonly Place[]): Place | undefined {
  const weight = Math.max(...places.map((place) => place.weight));
  return places.findLast((place) => place.weight === weight);
}

function fromCaller(call: ReadCall, turn: ReadTurn, addresses: Place[], cities: Place[]): void {
  const question = questionBefore(call, turn.index);
  const topics = question ? topicsAsked(question.text) : new Set<string>();
  const asked = plainText(question?.text ?? '');
  const isOtherAsked =
    /\b(?:his|her|their|delivery|billing|work|business|company|shipping|property|service at|pick ?up|drop ?off|venue|email|e-mail) (?:home )?address\b/.test(
      asked,
    ) && !/\bservice address|property address|delivery address/.test(asked);
  const isAsked = topics.has('address') && !isOtherAsked;
  const plain = plainText(turn.text);
  const taken: SpokenAddress[] = [];
  for (const spoken of readAddresses(turn.text, isAsked)) {
    const isNamed = isStreetOf(asked, spoken.address) || /\bstill (?:in|at|over in|living)\b/.test(asked);
    const weight = addressWeight(plain, spoken, isAsked || isNamed, topics);
    if (weight === 0) continue;
    taken.push(spoken);
    addresses.push({ value: spoken.address, turn: turn.index, start: spoken.start, end: spoken.end, weight });
    if (spoken.city) {
      const start = turn.text.toLowerCase().indexOf(spoken.city.toLowerCase(), spoken.end);
      if (start >= 0)
        cities.push({ value: spoken.city, turn: turn.index, start, end: start + spoken.city.length, weight });
    }
  }
  correctUnit(turn, addresses, question);
  const isCityAsked = (topics.has('city') || (topics.has('address') && /\bwhere/.test(asked))) && !isOtherAsked;
  const isCityGuessed =
    /\bstill (?:over |up |down |out )?(?:in |at )?\p{L}+\?|\bstill (?:in|over in|living in|based in)\b/u.test(asked);
  cities.push(
    ...saidCities(turn, plain, isCityAsked),
    ...answeredCities(turn, isCityAsked || isCityGuessed, taken, call.country),
  );
}

function addressWeight(plain: string, spoken: SpokenAddress, isAsked: boolean, topics: ReadonlySet<string>): number {
  const before = plain.slice(Math.max(0, spoken.start - 70), spoken.start);
  const clause = before.slice(Math.max(before.lastIndexOf('.'), before.lastIndexOf('!'), before.lastIndexOf('?')) + 1);
  const isNow = NOW_HOME.test(clause);
  if (NOT_HOME_AFTER.test(plain.slice(spoken.end))) return 0;
  if (!isNow && NOT_HOME.test(clause)) return 0;
  if (
    isNow &&
    new RegExp(`\\b(?:my|his|her) ${RELATIVE}[^.!?]{0,40}$|\\b(?:moving|used to|old|if)\\b[^.!?]{0,30}$`).test(
      clause.replace(/\bmy own\b/, ''),
    )
  )
    return 0;
  if (isNow) return 3;
  if (isAsked)
    return new RegExp(`\\bmy ${RELATIVE}\\b|\\bstaying with\\b`).test(plain.slice(0, spoken.start)) &&
      /\b(?:staying|send|sending|deliver|instead)\b/.test(plain)
      ? 0
      : 2;
  if (AT_HOME.test(clause)) return spoken.isSure ? 2 : 1;
  // "it's Rosalie, and it's 1640 Beacon Street", "X in 5C, at 310 West 231st".
  if (
    spoken.isSure &&
    /^\s*$|[,.]\s*(?:at|on|in)?\s*$|\b(?:address|home|house|place|flat)\b[^.!?]{0,20}$/.test(clause) &&
    (topics.has('name') || /\bat\s*$|^\s*$|\b(?:home|house|place|flat)\b/.test(clause))
  )
    return 1;
  return 0;
}

/** "For your home on Juniper Court?" – "forty-two Juniper Court". */
function isStreetOf(asked: string, address: string): boolean {
  const street = /\d\S* (\p{L}+ \p{L}+)/u.exec(address.toLowerCase())?.[1];
  return (
    street !== undefined && asked.includes(street) && /\b(?:home|house|place|live|address|apartment|flat)\b/.test(asked)
  );
}

/** "No, unit five.": the unit of an address that was read back wrong. */
function correctUnit(turn: ReadTurn, addresses: Place[], question: ReadTurn | undefined): void {
  const last = addresses.at(-1);
  if (!last || !question || !/^\s*(?:no|sorry|actually)\b/i.test(turn.text) || last.turn === turn.index) return;
  const unit = /\b(apartment|flat|unit|suite|number)\s+(\w+)/i.exec(turn.text);
  if (!unit) return;
  const spoken = readAddresses(`${unit[0]}, 1 X Street`, true)[0]?.address.split(',')[0];
  const held = new RegExp(`\\b${unit[1]} [\\w/-]+`, 'i');
  if (!spoken || !held.test(last.value) || last.value.toLowerCase().includes(spoken.toLowerCase())) return;
  addresses.push({
    ...last,
    value: last.value.replace(held, spoken),
    turn: turn.index,
    start: unit.index,
    end: unit.index + unit[0].length,
  });
}

const CITY_CUES =
  /\b(?:i|we|but|and|now) (?:i |we )?(?:still |now |just |actually |currently |both )?live (?:here |over |out |up |down |now )*(?:in|at|near)\b|\b(?:i'm|we're|i am|we are|im|now) (?:still |now |just |currently |actually |both )*(?:living|based|staying|settled)(?: here| over| out| up| down| now)* (?:in|at)\b|\b(?:i|we)(?:'ve|'ve just| have| just|'d)? (?:just |recently |now )?(?:moved|shifted|relocated) (?:house |here |over |out |up |down |back )*to\b/g;
const IM_IN =
  /\b(?:i'm|we're|i am|we are|im|i'm out|i'm over) (?:still |now |just |currently |actually |all )*(?:over |out |up |down |here |back )*in\b/g;
const IN_OF_ANOTHER = /\b(?:is|are) (?:still )?(?:here|just here|over here) in\b(?=[^.!?]{0,30}\bwith (?:me|us)\b)/g;
const NOT_STAYING =
  /^[\s,]*(?:for (?:the|a|work|business|now|another|two|three|\d)|that week|this week|next week|till|til|until|at the moment|on (?:business|holiday|vacation|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|this weekend|on the \d|today|tomorrow|tonight|right now,|when i|last (?:year|week|month)|back in|years ago|before|as a (?:kid|child)|when)/;

function saidCities(turn: ReadTurn, plain: string, isAsked: boolean): readonly Place[] {
  const places: Place[] = [];
  const add = (form: RegExp, weight: number, isWeak: boolean): void => {
    for (const match of plain.matchAll(form)) {
      const before = plain.slice(Math.max(0, match.index - 40), match.index);
      if (
        /\b(?:if|when|used to|before|until|she said|he said|wish|were|would|where|they said|once|did)\s*$|\bnot\s*$/.test(
          before,
        )
      )
        continue;
      const spoken = readCityAt(turn.text, match.index + match[0].length);
      if (!spoken) continue;
      const after = plain.slice(spoken.end);
      if (NOT_STAYING.test(after) || /^(?:'s|s') /.test(after)) continue;
      if (!spoken.isCapital && isWeak && !isAsked) continue;
      if (
        isWeak &&
        !isAsked &&
        !/^[\s,]*(?:now|me\b|myself|these days|with|currently|since|full time|permanently|so\b)/.test(after) &&
        !/\b(?:now|still|back)\b/.test(match[0])
      )
        continue;
      // An address's street: "we live in Mercer Street".
      if (/\b(?:Street|Road|Avenue|Lane|Drive|Court|Close|Terrace)$/.test(spoken.city)) continue;
      if (
        /\bmov/.test(match[0]) &&
        /^[\s,]*(?:next|on the|in (?:january|february|march|april|may|june|july|august|september|october|november|december) next)/.test(
          after,
        )
      )
        continue;
      places.push({ value: spoken.city, turn: turn.index, start: spoken.start, end: spoken.end, weight });
    }
  };
  add(CITY_CUES, 3, false);
  add(IM_IN, 2, true);
  add(IN_OF_ANOTHER, 2, false);
  return places;
}

/** "Still Denver?" – "Aurora". "Where are you based?" – "uh, Leeds". */
function answeredCities(
  turn: ReadTurn,
  isAsked: boolean,
  addresses: readonly SpokenAddress[],
  country: string,
): readonly Place[] {
  if (!isAsked) return [];
  const plain = plainText(turn.text);
  const lead =
    /^(?:[\s,.]|\b(?:no|yes|yeah|yep|uh|um|er|well|oh|so|it's|its|i'm|im|we're|in|over|out|up|down|just|that's|that would be|actually|now|still|hi|right|near|outside|sure|okay|ok|i am|we are|of course|at the moment)\b)*/.exec(
      plain,
    )?.[0].length ?? 0;
  const spoken = readCityAt(turn.text, lead);
  if (!spoken || addresses.some((address) => spoken.start >= address.start && spoken.end <= address.end)) return [];
  const wider = country === 'IN' && /^, \p{Lu}/u.test(turn.text.slice(spoken.end));
  const city = wider ? readCityAt(turn.text, spoken.end + 2) : undefined;
  if (city?.isCapital) return [{ value: city.city, turn: turn.index, start: city.start, end: city.end, weight: 2 }];
  const rest = plain.slice(spoken.end);
  if (
    !/^\s*(?:$|[.,!?]|now|but|and|me\b|originally|mate|please|these|in\b)/.test(rest) ||
    /^[\s,]*originally|^[\s,]*but/.test(rest)
  )
    return [];
  if (!spoken.isCapital && spoken.city.split(' ').length > 2) return [];
  // "East" to "Fremantle or East Fremantle?" is only half of a name.
  if (/^(?:East|West|North|South|New|Yes|No)$/i.test(spoken.city)) return [];
  return [{ value: spoken.city, turn: turn.index, start: spoken.start, end: spoken.end, weight: 2 }];
}

/** "Do you still live at 3 Alma Terrace?" – "it is, yes". */
function fromAgent(call: ReadCall, turn: ReadTurn, addresses: Place[], cities: Place[]): void {
  const answer = answeringTurn(call, turn.index);
  if (answer?.speaker !== 'caller' || readAnswer(answer.text).kind !== 'yes') return;
  const last = turn.sentences.slice(-2);
  for (const sentence of last) {
    const plain = plainText(sentence.text);
    const isAsked =
      /\b(?:your|you|still|is (?:it|that)|correct|right|have|got)\b|\?/.test(plain) &&
      !/\b(?:our|we're at|we are at|his|her|their|old)\b/.test(plain);
    if (!isAsked) continue;
    const isAbout = /\b(?:address|live|living|home|still|residence|is that|have you|got you)\b/.test(plain);
    const spoken = isAbout ? readAddresses(sentence.text, true)[0] : undefined;
    const heard = addresses.at(-1);
    if (spoken && (!heard || !isSame(heard.value, spoken.address))) {
      addresses.push({
        value: spoken.address,
        turn: turn.index,
        start: sentence.start + spoken.start,
        end: sentence.start + spoken.end,
        weight: 2,
      });
    }
    if (spoken?.city)
      cities.push({
        value: spoken.city,
        turn: turn.index,
        start: sentence.start,
        end: sentence.start + sentence.text.length,
        weight: 2,
      });
    const still =
      /\bstill (?:over |up |down |out |based |living |live )*in\b|\b(?:do you|you) live in\b|\byou(?:'re| are) (?:based |living )?in\b/.exec(
        plain,
      );
    const city = still && readCityAt(sentence.text, still.index + still[0].length);
    if (city?.isCapital && /^\s*[,?]|^\s*(?:right|correct|is that)/.test(plain.slice(city.end))) {
      cities.push({
        value: city.city,
        turn: turn.index,
        start: sentence.start + city.start,
        end: sentence.start + city.end,
        weight: 2,
      });
    }
  }
}

/** One has the words of the other: "15 June Street, 2nd Floor" was said before "15 June Street" is read back. */
function isSame(held: string, read: string): boolean {
  const words = new Set(held.toLowerCase().match(/\w+/g));
  return (read.toLowerCase().match(/\w+/g) ?? []).every((word) => words.has(word));
}
